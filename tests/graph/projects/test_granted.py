"""Lists of grants without labels: a name and a sum on one line, or a numbered name above the sum."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Reading
from graph.reading import read
from tests.small_documents import blocks, facts, names_of

SUMS = {
    "en": "Money for two projects\n\nThe ministry gives money to these projects:\n\n{}, EU support 640,000 euros\nThe Kredo Foundation teaches newcomers to read and to write together with the Omnia Trust.\n\n{}, EU support 115,000 euros\nThe Lantern Charity helps families of refugees to find a home and a school nearby.\n",
    "fi": "Rahoitusta kahdelle hankkeelle\n\nRahoitusta saavat seuraavat hankkeet:\n\n{}, EU-tuki 640 000 euroa\nKredo ry opettaa maahanmuuttajia lukemaan ja kirjoittamaan yhdessä Omnia ry:n kanssa viikoittain.\n\n{}, EU-tuki 115 000 euroa\nLyhty ry auttaa pakolaisperheitä löytämään kodin ja koulun läheltä omaa asuntoa.\n",
}


def built(tmp_path: Path, text: str, language: str) -> Reading:
    path = tmp_path / f"grants_{language}.txt"
    path.write_text(text, "utf-8")
    return extract(read(path, path.name))


@pytest.mark.parametrize("language", sorted(SUMS))
def test_a_name_and_a_sum_above_a_text(tmp_path: Path, language: str) -> None:
    found = built(tmp_path, SUMS[language].format("Open letters", "Two doors"), language)
    assert {s for s, _, _ in facts(found, "budget")} == {"Open letters", "Two doors"}


def test_numbered_names_above_the_sum(tmp_path: Path) -> None:
    found = built(tmp_path, (
        "Our partners\n\nFour of the projects that we fund are listed below.\n\n1. Threads of Hope\nKredo Legal Centre\nMalta – EUR 34,800\n"
        "Eighty women learned pattern cutting and how to sell online in that year.\n\n2. Papers at Hand\nOmnia Resource Centre\nMalta – EUR 28,150\n"
        "Mobile legal clinics helped hundreds of stateless people to complete their files.\n"), "en")
    assert {(s, o) for s, _, o in facts(found, "implementedBy")} == {("Threads of Hope", "Kredo Legal Centre"), ("Papers at Hand", "Omnia Resource Centre")}


def test_a_bill_is_no_list_of_projects(tmp_path: Path) -> None:
    found = built(tmp_path, "Costs\n\nRent of rooms, 640 euros\nThe rooms were rented from the town for two whole months of the year.\n\nBread, 115 euros\n"
                            "The bread was bought from the bakery for two whole months of the year.\n", "en")
    assert not names_of(found)


def test_a_body_told_of_in_a_clause_does_not_hide_the_project() -> None:
    found = facts(extract(blocks(
        ("title", "2024"), ("prose", "L'initiative s'appelle « Une clé au port ». Elle est portée par la Fondation Kredo, fondée en 2017 par d'anciens bénévoles."),
        language="fr")))
    assert ("Une clé au port", "implementedBy", "Fondation Kredo") in found


def test_a_name_on_the_line_below_the_noun() -> None:
    found = facts(extract(blocks(
        ("title", "Avviso"), ("prose", "per tre incarichi nell'ambito del progetto"), ("heading", "\"L.U.M.E. – Lavoro, Unione e Mestieri\""),
        ("prose", "Il progetto è realizzato dalla Fondazione Kredo."), language="it")), "implementedBy")
    assert {o for _, _, o in found} == {"Fondazione Kredo"} and {s for s, _, _ in found} == {"L.U.M.E. – Lavoro, Unione e Mestieri"}
