"""Names that begin with a capitalised project noun and say what it is for."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("lang", "text", "name"), [
    ("fr", "L’Initiative conjointe KRF-ORM pour la protection des migrants a été financée par la Fondation Kredo.", "Initiative conjointe KRF-ORM pour la protection des migrants"),
    ("es", "La Iniciativa conjunta KRF-ORM para la protección de los migrantes es financiada por la Fundación Kredo.", "Iniciativa conjunta KRF-ORM para la protección de los migrantes"),
    ("it", "Il lavoro rientra nell'Iniziativa congiunta KRF-ORM per la protezione dei migranti, finanziata dalla Fondazione Kredo.", "Iniziativa congiunta KRF-ORM per la protezione dei migranti"),
])
def test_the_noun_is_a_part_of_the_name(lang: str, text: str, name: str) -> None:
    assert name in {subject for subject, predicate, _ in facts(read(text, lang)) if predicate == "fundedBy"}


@pytest.mark.parametrize("text", [
    "Le Projet mené pour les femmes réfugiées à Lyon se termine.", "Le projet Lanterne est financé par le Programme national pour l'intégration des migrants."])
def test_a_capital_out_of_respect_or_a_fund_is_no_project(text: str) -> None:
    assert not {s for s, _, _ in facts(read(text, "fr"))} - {"Lanterne"}


def test_a_title_in_title_case_behind_the_noun_and_for() -> None:
    text = "He opened the Project for Construction of Vocational Training Facilities, funded by the Kredo Foundation."
    assert ("Project for Construction of Vocational Training Facilities", "fundedBy", "Kredo Foundation") in facts(read(text))


def test_a_noun_with_a_capital_beside_a_name_is_a_form_of_it() -> None:
    reading = read("La ayuda llegó con el Programa Linterna, una iniciativa de la Fundación Kredo.", "es")
    assert [[n.text for n in e.names] for e in reading.entities if e.kind == "Project"] == [["Linterna", "Programa Linterna"]]
    reading = read("La ayuda llegó con el programa Linterna, una iniciativa de la Fundación Kredo.", "es")
    assert [[n.text for n in e.names] for e in reading.entities if e.kind == "Project"] == [["Linterna"]]


def test_a_noun_may_be_described_before_it_says_what_it_is_for() -> None:
    reading = read("La ciudad paga a Omnia su Programa Global de Acogida para Población Inmigrante, que ofrece camas.", "es")
    assert "Programa Global de Acogida para Población Inmigrante" in [n.text for e in reading.entities if e.kind == "Project" for n in e.names]
    reading = read("Lo coordina el Programa de Naciones Unidas para los Asentamientos Humanos, que ofrece camas.", "es")
    assert not any("Naciones" in n.text for e in reading.entities if e.kind == "Project" for n in e.names)


def test_a_noun_may_say_whom_it_is_for_by_a_word_for_to() -> None:
    texts = {"es": ("La Fundación Kredo gestiona el Programa de Apoyo a las Familias Recién Llegadas.", "Programa de Apoyo a las Familias Recién Llegadas"),
             "pt": ("Kredo gere o Programa de Apoio a Famílias Migrantes.", "Programa de Apoio a Famílias Migrantes")}
    for language, (text, name) in texts.items():
        entities = read(text, language).entities
        assert name in [n.text for e in entities if e.kind == "Project" for n in e.names], language
    plain = read("Kredo gestiona el Programa de Apoyo a quienes llegan a Faro.", "es").entities
    assert not any("quienes" in n.text for e in plain for n in e.names)
