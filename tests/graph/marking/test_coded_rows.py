"""Lists of projects whose columns were flattened: a code opens each entry, values follow without labels."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import facts

TITLE_FIRST = """ASYLUM, MIGRATION AND INTEGRATION FUND (AMIF)
LIST OF OPERATIONS

Contract No.
Project title
Beneficiary
Purpose of the operation
Start
End
Total cost (€)

CY/2022/AMIF/SO2.1
Greek Language Learning for Adult Third Country
Nationals
Cyprus Centre for Lifelong Languages Ltd
Greek courses in all districts for third country
nationals legally residing in the Republic.
01/09/2022
31/08/2024
1.240.000,00

CY/2023/AMIF/SO1.3
Open Doors for Minors
Social Welfare Services, Ministry of
Social Welfare
Living structures for unaccompanied minors.
01/02/2023
31/01/2026
3.480.000,00

CY/2024/AMIF/SO2.2
Intercultural Mediators in Public Hospitals
State Health Services Organisation
In cooperation with the Cyprus Red Cross Society
01/03/2024
28/02/2027
798.250,00

Contact: Kredo Unit, 1453 Nicosia
"""
BODY_FIRST = """Stiftung Weitblick Nordwest
Bewilligte Anträge

lfd. Nr.
Antragsteller / Ort
Titel und Kurzbeschreibung
Laufzeit
Zuschuss

23-2-041
Fluchtraum Unterweser e. V.,
Bremerhaven
Vormund auf Augenhöhe
Schulung von Vormündern für unbegleitete minderjährige Geflüchtete.
01.01.2024 – 31.12.2025
48.500 €

23-2-044
Gesundheitsladen Oldenburg gGmbH
Sprechzimmer Mehrsprachig
Aufbau eines Pools von Sprachmittlern.
01.02.2024 – 31.01.2026
65.000 €

23-2-047
Sportgarten Gröpelingen e. V., Bremen
Anstoß
Training für Mädchen aus zugewanderten Familien.
01.03.2024 – 28.02.2025
12.300 €
"""

NUMBERED = """ASYLUM, MIGRATION AND INTEGRATION FUND
LIST OF OPERATIONS

No.
Operation title
Beneficiary
(partners)
Total cost, EUR /
of which AMIF
Start –
end
Location

1.1.
Help for people
on the way
"Follow me"
PMIF/12/2023/2/01
Latgale Adult Education
Foundation
(Daugavpils City Council;
Kredo Language School
Ltd.)
Each adult refugee who lives in the centre is given a mentor,
who helps with practical matters in the first months.
612 450,00 /
459 337,50
01.06.2023 –
31.05.2026
Liepāja

1.2.
Digital files
PMIF/12/2023/1/03
Office of Citizenship and
Migration Affairs
Development of a common register for all of the institutions.
1 890 000,00 /
1 417 500,00
01.02.2024 –
31.12.2026
Riga
                                             page 2 (3)

2.1.
Open house
PMIF/21/2023/1/01
Kredo Trust
Consultations of lawyers and social workers for refugees.
204 300,00 /
103 225,00
01.01.2024 –
31.12.2025
Riga
"""


def read(text: str) -> set[tuple[str, str, str]]:
    return facts(extract(read_bytes(text.encode(), "list.txt", "text/plain")))


def test_a_title_runs_to_the_line_that_names_a_body() -> None:
    found = read(TITLE_FIRST)
    language = "Greek Language Learning for Adult Third Country Nationals"
    assert (language, "implementedBy", "Cyprus Centre for Lifelong Languages Ltd") in found and (language, "startDate", "2022-09-01") in found
    assert ("Intercultural Mediators in Public Hospitals", "implementedBy", "State Health Services Organisation") in found
    assert ("Open Doors for Minors", "endDate", "2026-01-31") in found and ("Open Doors for Minors", "targets", "unaccompanied-minors") in found
    assert {o for s, p, o in found if s == "Intercultural Mediators in Public Hospitals" and p == "hasPartner"} == {"Cyprus Red Cross Society"}


def test_the_fund_in_the_headline_pays_for_all() -> None:
    assert len({s for s, p, o in read(TITLE_FIRST) if p == "fundedBy" and ("AMIF" in o or "Asylum" in o)}) == 3


@pytest.mark.parametrize(("title", "body"), [
    ("Vormund auf Augenhöhe", "Fluchtraum Unterweser e. V."), ("Sprechzimmer Mehrsprachig", "Gesundheitsladen Oldenburg gGmbH"), ("Anstoß", "Sportgarten Gröpelingen e. V."),
])
def test_the_body_may_stand_first(title: str, body: str) -> None:
    found = read(BODY_FIRST)
    assert {o for s, p, o in found if s == title and p == "implementedBy"} == {body}
    assert any(s == title and p == "endDate" for s, p, _ in found)


@pytest.mark.parametrize("text", [
    TITLE_FIRST.replace("Project title\nBeneficiary\n", ""),  # no head that says so
    "Dates\n\nProject title\nBeneficiary\nStart\n\n01/09/2022\nLantern\nKredo Trust\n\n02/09/2022\nBeacon\nOmnia Trust\n\n03/09/2022\nTorch\nVega Trust\n",
])
def test_other_paragraphs_are_no_entries(text: str) -> None:
    assert not any(p == "startDate" and s in ("Open Doors for Minors", "Lantern") for s, p, _ in read(text))


def test_rows_may_have_numbers_and_the_code_behind_the_title() -> None:
    found = read(NUMBERED)
    assert {("Open house", "implementedBy", "Kredo Trust"), ("Open house", "code", "PMIF/21/2023/1/01"), ("Open house", "endDate", "2025-12-31")} <= found
    assert {o for s, p, o in found if "Follow me" in s and p == "hasPartner"} == {"Daugavpils City Council", "Kredo Language School Ltd"}
    assert {o for s, p, o in found if "Follow me" in s and p == "implementedBy"} == {"Latgale Adult Education Foundation"}
    assert {o for s, p, o in found if s == "Digital files" and p in ("implementedBy", "takesPlaceIn")} == {"Office of Citizenship and Migration Affairs", "Riga"}
    assert len({s for s, p, o in found if p == "fundedBy"}) == 3
