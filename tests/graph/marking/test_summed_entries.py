"""Lists of grants in annual reports: a body's line, the project's line with its sum, and text."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import facts

CZECH = """Nadace Dobrý soused
Výroční zpráva 2023
14
Grantový program
V roce 2023 jsme rozdělili 6 480 000 Kč mezi jedenáct organizací v celé zemi, a to
především na jazykové kurzy a na poradny v menších městech.

Komunitní centrum Vlna, z. s., Vsetín
Slovo na drátě                                              740 000 Kč
Ženy, které přišly z Ukrajiny, se na kurz češtiny nedostanou. Spolek proto ve spolupráci
s Masarykovou knihovnou vyškolil osmnáct dobrovolnic pro migrantky.

Město Jeseník
Třída plná světa                                            385 000 Kč
Z našeho příspěvku hradilo město asistenty pedagoga pro děti migrantů a kurz pro
učitele dvou základních škol.

Nadace Dobrý soused, Údolní 33, 602 00 Brno
"""
ENGLISH = """Harbour Foundation
Grants in 2024
We awarded grants of £64,000 to local charities that work with newcomers.

Kredo Trust
Bread and Stories                                            £24,500
Baking for refugee women, with English at the oven. The trust works with
Omnia Association, which lends the kitchen.

Lumen Association
Second Shelf                                                 £9,000
A library of books in twelve languages for refugee children.

Harbour Foundation, 5 Mill Lane, Bristol
"""


def read(text: str) -> set[tuple[str, str, str]]:
    return facts(extract(read_bytes(text.encode(), "report.txt", "text/plain")))


@pytest.mark.parametrize(("text", "title", "body", "giver"), [
    (CZECH, "Slovo na drátě", "Komunitní centrum Vlna", "Nadace Dobrý soused"), (CZECH, "Třída plná světa", "Město Jeseník", "Nadace Dobrý soused"),
    (ENGLISH, "Bread and Stories", "Kredo Trust", "Harbour Foundation"), (ENGLISH, "Second Shelf", "Lumen Association", "Harbour Foundation"),
])
def test_an_entry_is_a_project_of_its_body_paid_by_the_giver(text: str, title: str, body: str, giver: str) -> None:
    found = read(text)
    assert [o.split(",")[0] for s, p, o in found if (s, p) == (title, "implementedBy")] == [body]
    assert {o for s, p, o in found if (s, p) == (title, "fundedBy")} == {giver}
    assert any((s, p) == (title, "budget") for s, p, _ in found) and any((s, p) == (title, "targets") for s, p, _ in found)


@pytest.mark.parametrize("text", [
    ENGLISH.replace("We awarded grants", "The council awarded grants"),  # another gives
    ENGLISH.replace("Lumen Association\n", "Last year\n").replace("Kredo Trust\n", "This year\n"),  # no bodies' lines
])
def test_others_are_not_paid_by_the_speaker(text: str) -> None:
    assert not any(p == "fundedBy" and o == "Harbour Foundation" for _, p, o in read(text))
