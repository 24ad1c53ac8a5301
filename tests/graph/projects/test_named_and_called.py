"""Projects that are quoted after "of" or behind a long owner, that have a second name; headlines that name none."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts, read


@pytest.mark.parametrize(("language", "text", "name"), [
    ("fr", "Le projet de « Soutien au retour durable » est mis en œuvre par la Fondation Kredo.", "Soutien au retour durable"),
    ("it", "Il progetto dell'Unione Europea FAMI (Fondo Asilo, Migrazione e Integrazione) dal titolo “Porte aperte in valle” è realizzato dalla Fondazione Kredo.", "Porte aperte in valle"),
])
def test_a_quotation_that_belongs_to_a_project_noun_names_the_project(language: str, text: str, name: str) -> None:
    assert name in {s for s, p, _ in facts(read(text, language)) if p == "implementedBy"}


def test_what_a_book_is_of_is_no_project() -> None:
    assert not facts(read("L'autore del « Porto » è stato ospite della Fondazione Kredo.", "it"), "implementedBy")


def test_a_second_name_is_the_same_project_s() -> None:
    reading = read("Le projet « Soutien au retour durable » ou en abrégé Initiative KR-OMN aide les réfugiés. KR-OMN est mis en œuvre par la Fondation Kredo.", "fr")
    assert len({s for s, p, _ in facts(reading) if p in ("targets", "implementedBy")}) == 1


@pytest.mark.parametrize(("language", "title", "text"), [
    ("pt", "Plataformas Omnia promovem a autonomia das mulheres", "A Fundação Kredo apoia o projeto LANTERNA. O projeto é realizado pela Fundação Kredo. O projeto ajuda refugiados."),
    ("it", "La Fondazione Kredo apre uno sportello per i rifugiati", "Il progetto LANTERNA è realizzato dalla Fondazione Kredo. Il progetto aiuta i rifugiati."),
])
def test_a_headline_is_no_name_of_a_project_that_has_one(language: str, title: str, text: str) -> None:
    reading = extract(blocks(("title", title), ("prose", text), language=language))
    assert title not in {e.names[0].text for e in reading.entities if e.kind == "Project"}


def test_a_title_with_a_verb_behind_a_pronoun_may_name_a_project() -> None:
    parts = (("title", "Il lavoro che unisce le valli"), ("prose", "Il progetto è realizzato dalla Fondazione Kredo. Il progetto aiuta i rifugiati."))
    reading = extract(blocks(*parts, language="it"))
    assert "Il lavoro che unisce le valli" in {e.names[0].text for e in reading.entities if e.kind == "Project"}


def test_a_quotation_in_lower_case_is_a_name_only_where_called_stands_before_it() -> None:
    called = 'Le dispositif a été baptisé "une porte vers la ville". Il aide les réfugiés et est financé par la Fondation Kredo.'
    assert {s for s, p, _ in facts(read(called, "fr")) if p == "fundedBy"} == {"une porte vers la ville"}
    assert not facts(read(called.replace("a été baptisé", "ouvre"), "fr"), "fundedBy") & {("une porte vers la ville", "fundedBy", "Fondation Kredo")}


def test_the_bracket_behind_one_project_noun_lists_no_projects() -> None:
    reading = read("Un programme soutenu par trois bureaux (Marine, Logement, Travail) aide les réfugiés.", "fr")
    assert not [e for e in reading.entities if e.kind == "Project"]


def test_a_title_that_speaks_of_a_project_is_not_its_name() -> None:
    parts = (("title", "Un nuovo progetto per i rifugiati della valle"), ("prose", "Il progetto è realizzato dalla Fondazione Kredo. Il progetto aiuta i rifugiati."))
    assert not [e for e in extract(blocks(*parts, language="it")).entities if e.kind == "Project"]


def test_a_lone_word_above_a_headline_is_a_label_and_no_project() -> None:
    parts = (("title", "Comunicado"), ("heading", "Andino"), ("prose", "El proyecto es implementado por la Fundación Kredo. El proyecto ayuda a refugiados."))
    assert not [e for e in extract(blocks(*parts, language="es")).entities if e.kind == "Project"]


def test_headings_below_projects_under_way_are_projects() -> None:
    parts = (("heading1", "Projetos em curso"), ("heading2", "Casa do Vento"), ("prose", "Financiado pela Fundação Kredo."), ("heading2", "Ponte Nova"), ("prose", "Financiado pela Fundação Omnia."))
    found = facts(extract(blocks(*parts, language="pt")), "fundedBy")
    assert {("Casa do Vento", "fundedBy", "Fundação Kredo"), ("Ponte Nova", "fundedBy", "Fundação Omnia")} <= found


def test_a_fund_s_acronym_at_the_head_of_a_project_s_name_pays_for_it() -> None:
    text = "Le Fonds Asile, Migration et Intégration (AMIF) existe. Le projet AMIF Retour Serein aide les réfugiés."
    reading = read(text, "fr")
    assert any(s == "Retour Serein" for s, _, _ in facts(reading, "fundedBy"))


def test_a_made_word_at_the_end_of_a_long_name_is_a_name_of_its_own() -> None:
    reading = read("Il progetto Strategic Schools LanTERN è coordinato dalla Fondazione Kredo. LanTERN aiuta i rifugiati.", "it")
    assert len({s for s, p, _ in facts(reading) if p in ("targets", "implementedBy")}) == 1


def test_a_heading_of_two_labels_names_no_project() -> None:
    reading = extract(blocks(
        ("prose", "Este es el proyecto “A Lantern of Ours” de la Fundación Kredo."), ("heading3", "DESARROLLO Y OBJETIVOS"),
        ("prose", "El proyecto finaliza en septiembre de 2018."), language="es"))
    assert {e.names[0].text for e in reading.entities if e.kind == "Project"} == {"A Lantern of Ours"}


@pytest.mark.parametrize(("language", "text", "name"), [
    ("pl", "Działania prowadzimy w ramach projektu „Akcja Most”. Projekt finansowany jest z Funduszu Azylu, Migracji i Integracji.", "Akcja Most"),
    ("cs", "Projekt „Lucerna” financuje Nadace Kredo.", "Lucerna"),
    ("cs", "Projekt Lucerna pomáhá ženám. Financuje ho Nadace Kredo.", "Lucerna"),
])
def test_a_quoted_name_is_whole_and_may_be_a_town(language: str, text: str, name: str) -> None:
    assert {s for s, p, _ in facts(read(text, language)) if p == "fundedBy"} == {name}


def test_a_heading_quotes_the_project_behind_a_colon() -> None:
    document = blocks(("title", "Lansare de proiect: „Poduri peste râu”"),
                      ("prose", "Proiectul este implementat de Fundația Kredo."), language="ro")
    assert {(s, o) for s, p, o in facts(extract(document)) if p == "implementedBy"} == {("Poduri peste râu", "Fundația Kredo")}


def test_a_quotation_behind_a_bare_noun_for_bodies_is_the_bodys() -> None:
    text = "Przedstawiony przez Fundację „Dla Zgody” projekt pomaga uchodźcom. Projekt finansuje Ministerstwo Zdrowia."
    assert "Dla Zgody" not in {s for s, _, _ in facts(read(text, "pl"))}
