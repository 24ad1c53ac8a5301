"""Sections of a project database whose heading is a role."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read
from tests.small_documents import facts

SHEETS = {
    "en": "1 Project\n\nProject name: LANTERN - Paths to work\n\nStatus: closed\n\n2 Applicant\n\nOfficial name: Kredo Foundation\n\nType of organisation: foundation\n\n"
    "Website: http://www.kredo.org\n\nPartners\n\nName: Omnia Ltd\nCountry: Italy\n\nName: Lumen Trust\nCountry: Spain\n\n3 Summary\n\nThe project helps asylum seekers.\n",
    "fi": "1 Hanke\n\nHankkeen nimi: LYHTY - Tie työhön\n\nTila: päättynyt\n\n2 Hakija\n\nVirallinen nimi: Kredo-säätiö\n\nOrganisaatiotyyppi: säätiö\n\n"
    "WWW-osoite: http://www.kredo.fi\n\nOsatoteuttajat\n\nOmnia ry\nLumen-ammattikorkeakoulu Oy\nMetsähallitus\n\n3 Tiivistelmä\n\nHanke auttaa turvapaikanhakijoita.\n",
    "it": "Titolo del progetto: LANTERNA - Vie al lavoro\n\nCapofila\n\nRagione sociale: Fondazione Kredo\nPaese: Italia\nSito web: www.kredo.org\n\nPartner\n\n"
    "Nome: Omnia Srl\nPaese: Malta\n\nIl progetto aiuta i richiedenti asilo.\n",
}
BODIES = {"en": ({"Kredo Foundation"}, {"Omnia Ltd", "Lumen Trust"}), "fi": ({"Kredo-säätiö"}, {"Omnia ry", "Lumen-ammattikorkeakoulu Oy", "Metsähallitus"}), "it": ({"Fondazione Kredo"}, {"Omnia Srl"})}


@pytest.mark.parametrize("language", sorted(SHEETS))
def test_the_name_below_a_role_is_the_body_that_has_it(language: str, tmp_path: Path) -> None:
    path = tmp_path / f"sheet_{language}.txt"
    path.write_text(SHEETS[language], "utf-8")
    found = extract(read(path, path.name))
    runs, joins = ({o for _, _, o in facts(found, name)} for name in ("implementedBy", "hasPartner"))
    assert (runs, joins) == BODIES[language]
    assert not facts(found, "website")  # it is the body's


def test_a_project_s_own_fields_below_a_role_stay_its_own(tmp_path: Path) -> None:
    path = tmp_path / "sheet_en.txt"
    path.write_text("# Lantern\n\nProject code: AB-12\n\n## Partners\n\nProject name: Lantern\nCountry: Malta\nWebsite: www.lantern.org\n", "utf-8")
    assert facts(extract(read(path, path.name)), "website")


def test_a_country_that_ends_the_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sheet_en.txt"
    path.write_text("Project name: Lantern\n\nPartners\n\nOmnia Ltd\n\nSpain", "utf-8")
    assert facts(extract(read(path, path.name)), "hasPartner")
