"""Lists of bodies and countries, clauses that begin with "the project", sums that nothing else is named before."""
from __future__ import annotations

from graph.extraction import extract
from tests.small_documents import blocks, facts, read


def test_a_dotted_acronym_does_not_end_a_list() -> None:
    found = facts(read("Inizia oggi il progetto LANTERNA promosso da K.R.D.S. e KRX Europa.", "it"), "implementedBy")
    assert {o for _, _, o in found} == {"K.R.D.S.", "KRX Europa"}


def test_an_inner_list_with_and_does_not_end_the_outer() -> None:
    found = facts(read(
        "Os parceiros do projeto LANTERNA são as Juntas de Freguesia de Oiã e Bustos, o Agrupamento Kredo, o Centro Social de Oiã e o Clube de Bustos.", "pt"), "hasPartner")
    assert {"Agrupamento Kredo", "Centro Social de Oiã", "Clube de Bustos"} <= {o for _, _, o in found}


def test_an_apposition_behind_a_list_is_still_none_of_it() -> None:
    found = facts(read("The LANTERN project is run by Kredo Foundation and Omnia Federation, the Association of Harbours.", "en"), "implementedBy")
    assert {o for _, _, o in found} == {"Kredo Foundation", "Omnia Federation"}


def test_the_project_behind_a_comma_begins_a_clause() -> None:
    found = facts(read("Il progetto LANTERNA aiuta chi arriva. Finanziato dal FAMI – Obiettivo Specifico 2, il progetto ha preso avvio il 1° ottobre 2019.", "it"))
    assert {s for s, p, _ in found if p == "startDate"} == {"LANTERNA"}


def test_the_countries_of_the_partners() -> None:
    found = facts(read("Il progetto LANTERNA aiuta chi arriva. I partner coinvolti sono Spagna, Malta e Grecia.", "it"), "coversCountry")
    assert len(found) == 3


def test_a_total_that_stands_alone_is_the_only_projects() -> None:
    reading = extract(blocks(
        ("heading1", "Progetto LANTERNA"), ("prose", "Il progetto LANTERNA aiuta chi arriva."), ("heading2", "Altro"),
        ("prose", "Il costo complessivo ammonta a € 612.400,00."), language="it"))
    assert {o for _, p, o in facts(reading) if p == "budget"} == {"612400 EUR"}


def test_a_body_paid_for_a_project_runs_it() -> None:
    found = facts(read("El Ayuntamiento de Siena ha autorizado conceder 40.000 euros a la Cruz Azul Kredo para financiar su Programa Linterna de Acogida.", "es"), "implementedBy")
    assert {o for _, _, o in found} == {"Cruz Azul Kredo"}


def test_of_two_bodies_before_a_verb_that_only_a_comma_parts_the_nearer_acts() -> None:
    found = facts(read("For people in the centres of the Velin Agency, the Kredo Foundation runs the LANTERN project."), "implementedBy")
    assert found == {("LANTERN", "implementedBy", "Kredo Foundation")}
