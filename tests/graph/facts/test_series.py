"""Several bodies on one line, under a label or with their countries."""
from __future__ import annotations

from graph.extraction import extract
from tests.small_documents import blocks, facts

TITLE, TEXT = ("title", "LANTERN – Light for newcomers"), ("prose", "The project helps refugees.")


def test_bodies_between_commas_under_a_label_are_partners() -> None:
    row = ("prose", "Kredo Foundation, Omnia Ltd, Dimos Athinou, Velin Metropole, Grad Ferrodo and Stad Nymmer.")
    found = facts(extract(blocks(TITLE, TEXT, ("heading", "Partnership"), row)), "hasPartner")
    assert {o for _, _, o in found} >= {"Kredo Foundation", "Omnia Ltd", "Velin Metropole", "Grad Ferrodo", "Stad Nymmer"}


def test_bodies_with_countries_need_no_label_and_their_part_counts() -> None:
    row = ("prose", "Velinkreis (Germany), lead partner; Občina Ferrod (Slovenia); Omnia kulturni zavod (Croatia); Nymmers kommun (Sweden)")
    found = facts(extract(blocks(TITLE, TEXT, row)))
    assert ("LANTERN – Light for newcomers", "implementedBy", "Velinkreis") in found
    assert {o for _, p, o in found if p == "coversCountry"} == {"DE", "SI", "HR", "SE"}
    assert ("Nymmers kommun", "presentIn", "SE") in found


def test_a_sentence_with_countries_is_no_row_of_bodies() -> None:
    told = ("prose", "People came from the north (Sweden), the east (Poland), the south (Italy) and were asked about work.")
    assert not facts(extract(blocks(TITLE, TEXT, told)), "hasPartner")


def test_bodies_in_brackets_behind_their_countries_are_the_partners() -> None:
    text = "The project is run by the Kredo Foundation with its partner organisations from Italy (CUT Platform), Greece (Kinoniki Symmachi Neon) and Turkey (GLEMMA)."
    found = facts(extract(blocks(TITLE, TEXT, ("prose", text))))
    assert {o for _, p, o in found if p == "hasPartner"} == {"CUT Platform", "Kinoniki Symmachi Neon", "GLEMMA"}
    assert ("GLEMMA", "presentIn", "TR") in found


def test_towns_in_brackets_behind_countries_are_no_partners() -> None:
    text = "The project met partners in Italy (Rome), Greece (Athens) and Malta (twice)."
    assert not facts(extract(blocks(TITLE, TEXT, ("prose", text))), "hasPartner")
