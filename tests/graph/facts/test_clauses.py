"""Where a clause ends, what only describes a project, and what begins a name: who runs, joins and pays what."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read as read_file
from tests.small_documents import facts, read

SAYS = [
    ("LANTERN is a three-year AMIF project led by the Kredo Foundation.", "fundedBy", {"AMIF"}),
    ("LANTERN is a three-year AMIF project led by the Kredo Foundation.", "implementedBy", {"Kredo Foundation"}),
    ("The Kredo Foundation leads a new AMIF project called LANTERN.", "implementedBy", {"Kredo Foundation"}),
    ("The Kredo Foundation (Italy), the Omnia Federation (Malta) and Caritas Malta are partners in the LANTERN project.", "hasPartner",
     {"Kredo Foundation", "Omnia Federation", "Caritas Malta"}),
    ("The LANTERN project, implemented over two years by the Kredo Foundation, helps refugees.", "implementedBy", {"Kredo Foundation"}),
    ("The LANTERN project brings together the Kredo Foundation and the Omnia Federation.", "hasPartner", {"Kredo Foundation", "Omnia Federation"}),
    ("The LANTERN project, which the Kredo Foundation is funding with EUR 2 million, helps refugees.", "fundedBy", {"Kredo Foundation"}),
    ("The Kredo Foundation has granted EUR 250,000 to the LANTERN project.", "fundedBy", {"Kredo Foundation"}),
]
SILENT = [
    ("The LANTERN project, implemented in Malta and funded by the Kredo Foundation, helps refugees.", "implementedBy"),
    ("The LANTERN project was implemented over two years, and was visited by the Kredo Foundation.", "implementedBy"),
    ("The partnership of the LANTERN project is made up of 13 project partners from 8 EU countries.", "hasPartner"),
    ("EU support for developing reception will be granted for the LANTERN project.", "implementedBy"),
    ("The LANTERN project was presented to the European Funds Unit of the Ministry of Interior.", "fundedBy"),
]


@pytest.mark.parametrize(("text", "predicate", "wanted"), SAYS)
def test_what_a_clause_says(text: str, predicate: str, wanted: set[str]) -> None:
    assert {(s, o) for s, _, o in facts(read(text), predicate)} == {("LANTERN", o) for o in wanted}


@pytest.mark.parametrize(("text", "predicate"), SILENT)
def test_what_it_does_not_say(text: str, predicate: str) -> None:
    assert not facts(read(text), predicate)


def test_a_credit_below_a_picture_names_no_project(tmp_path: Path) -> None:
    text = "Photo: Zeno Ilmar, KREDO, Ministry of Harbours\n\nThe projects will help refugees. The project is funded by AMIF."
    folder = tmp_path / "news.txt"
    folder.write_text(text, "utf-8")
    assert not {s for s, _, _ in facts(extract(read_file(folder, "news.txt")), "fundedBy")} & {"KREDO"}


def test_the_countries_of_listed_partners_are_the_projects(tmp_path: Path) -> None:
    path = tmp_path / "sheet.txt"
    path.write_text("Project name: “Harbour Friends”\nDuration: 24 months\nPartners: KREDO (Italy), OMNIA (Malta)\n", "utf-8")
    assert {o for _, _, o in facts(extract(read_file(path, path.name)), "coversCountry")} == {"IT", "MT"}


@pytest.mark.parametrize(("language", "text"), [
    ("de", "Das Projekt LATERNE wird von der Omnia-Stiftung durchgeführt und von der Kredo-Stiftung gefördert."),
    ("de", "Das Projekt LATERNE wird vom Verein Offenes Haus umgesetzt und vom Land Hessen finanziert."),
    ("en", "The LANTERN project is carried out by the Omnia Foundation and funded by the Kredo Foundation."),
])
def test_who_does_and_who_pays_in_one_sentence_are_two(language: str, text: str) -> None:
    found = facts(read(text, language))
    doers, payers = ({o for _, p, o in found if p == name} for name in ("implementedBy", "fundedBy"))
    assert len(doers) == len(payers) == 1 and not doers & payers
