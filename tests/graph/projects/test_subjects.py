"""What a page speaks of as its subject: names it asks about, names that activities bear, forerunners, sections of reports."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.model import Reading
from tests.small_documents import blocks, facts, names_of


def names(found: Reading) -> set[str]:
    return {name for forms in names_of(found) for name in forms}


ASKED = {
    "en": ("What is Harbour Steps?", "Harbour Steps helps newcomers find work.", "Harbour Steps"),
    "de": ("Was ist LUMO II?", "Mit LUMO II begleiten wir junge Geflüchtete bis zum Lehrabschluss.", "LUMO II"),
    "it": ("Che cos'è Passi in Darsena?", "Aiuta i rifugiati. Con Passi in Darsena trovano lavoro.", "Passi in Darsena"),
    "es": ("¿Qué es Pasos al Muelle?", "Ayuda a personas refugiadas. Con Pasos al Muelle encuentran trabajo.", "Pasos al Muelle"),
    "fr": ("Qu'est-ce que Portes Claires ?", "Portes Claires aide les réfugiés à trouver un logement.", "Portes Claires"),
    "pt": ("O que é o Passos na Doca?", "É um curso gratuito para pessoas refugiadas. O Passos na Doca é financiado pelo ACNUR.", "Passos na Doca"),
    "nl": ("Wat is Stapstenen?", "Wij helpen nieuwkomers aan werk. Het project loopt tot 2026. Met Stapstenen vinden zij een baan.", "Stapstenen"),
    "pl": ("Co to jest LUMO II?", "W LUMO II pomagamy cudzoziemcom znaleźć pracę.", "LUMO II"),
}


@pytest.mark.parametrize("language", sorted(ASKED))
def test_a_heading_asks_what_it_is(language: str) -> None:
    title, text, name = ASKED[language]
    assert name in names(extract(blocks(("heading2", title), ("prose", text), language=language)))


def test_a_body_that_is_asked_about_is_none() -> None:
    assert not names(extract(blocks(("heading2", "What is the Kredo Foundation?"), ("prose", "It helps newcomers find work."))))


@pytest.mark.parametrize(("language", "text", "name"), [
    ("fr", "L'association Kredo conduit l'action « Vivre au port » depuis 2023.", "Vivre au port"),
    ("de", "Der Verein Kredo startet die Maßnahme „Licht an“ für Geflüchtete.", "Licht an"),
    ("it", "L'associazione Kredo organizza il corso «Porte aperte» per i rifugiati.", "Porte aperte")])
def test_an_activity_bears_a_name(language: str, text: str, name: str) -> None:
    assert name in names(extract(blocks(("title", "2023"), ("prose", text), language=language)))


def test_an_activity_of_a_named_project_is_none() -> None:
    text = "Il progetto Lanterna è finanziato dal FAMI. L'associazione Kredo organizza il corso «Porte aperte»."
    assert "Porte aperte" not in names(extract(blocks(("title", "2023"), ("prose", text), language="it")))


def test_a_forerunner_does_not_stand_for_the_project() -> None:
    found = extract(blocks(
        ("title", "Hilfe für Kinder: »Licht am Fluss« nimmt seine Arbeit auf"),
        ("prose", "Mit »Licht am Fluss« entsteht in Bern eine Anlaufstelle. Das Projekt wird von der Kredo Stiftung gefördert."),
        ("prose", "»Licht am Fluss« knüpft an das Modellvorhaben »Brückenlicht« an."), language="de"))
    assert ("Licht am Fluss", "fundedBy", "Kredo Stiftung") in facts(found)


def test_sections_below_our_projects() -> None:
    found = extract(blocks(
        ("title", "Kredo Foundation"), ("heading", "Our projects"),
        ("heading", "Open Kitchen"), ("prose", "Together with the Omnia Trust we cooked with refugees every single week of the year."),
        ("heading", "Bicycle Workshop"), ("prose", "Young refugees repaired bicycles with us in a workshop on three days a week."),
        ("heading", "Finances"), ("prose", "The year closes with a small profit, as the board had planned at its beginning.")))
    assert {"Open Kitchen", "Bicycle Workshop"} <= names(found)
    assert "Finances" not in names(found)


def test_one_project_heads_no_list() -> None:
    found = extract(blocks(
        ("heading", "Project LUMO"), ("prose", "The project is funded by AMIF and helps newcomers in three towns of the coast."),
        ("heading", "Press release of May"), ("prose", "Young refugees repaired bicycles with us in a workshop on three days a week.")))
    assert names(found) == {"LUMO"}


def test_a_heading_that_the_text_quotes() -> None:
    found = extract(blocks(
        ("heading", "Stimmen am Kai"), ("prose", "Mit »Stimmen am Kai« öffnet das Museum seine Sammlung für Geflüchtete. Das Vorhaben wird von der Kredo Stiftung gefördert."),
        language="de"))
    assert ("Stimmen am Kai", "fundedBy", "Kredo Stiftung") in facts(found)


def test_what_somebody_says_is_no_project() -> None:
    found = extract(blocks(
        ("heading", "“My own name again”"), ("prose", "The LUMO project helps her. The project is funded by AMIF.")))
    assert names(found) == {"LUMO"}


def test_sections_numbered_beside_a_project() -> None:
    found = extract(blocks(
        ("title", "What we did in 2024"),
        ("heading", "1. Lumo"), ("prose", "The project is funded by AMIF and helped refugees in three towns of the coast."),
        ("heading", "2. Jobs with roots"), ("prose", "Courses for newcomers that look for work, carried out together with the Omnia Trust all year."),
        ("heading", "3. Thanks"), ("prose", "The year was carried out together with the Omnia Trust and many others, as always.")))
    assert {"Lumo", "Jobs with roots"} <= names(found)
    assert "Thanks" not in names(found)


@pytest.mark.parametrize(("language", "title", "text", "name"), [
    ("el", "ΤΙ ΕΙΝΑΙ ΤΟ «ΡΙΓΑΝΗ ΚΑΙ ΘΥΜΑΡΙ»", "Εργαστήρι για γυναίκες πρόσφυγες, το οποίο υλοποιεί η ΑΜΚΕ Κλωστή. Το Ινστιτούτο Γεύσης είναι εταίρος του έργου.", "ΡΙΓΑΝΗ ΚΑΙ ΘΥΜΑΡΙ"),
    ("cs", "Co je Maják pro všechny", "Program pro cizince, který realizuje Nadace Kredo. Projekt financuje Nadace Omnia.", "Maják pro všechny")])
def test_a_heading_that_asks_without_a_question_mark(language: str, title: str, text: str, name: str) -> None:
    found = extract(blocks(("title", title), ("prose", text), language=language))
    assert {s.casefold() for s, _, _ in facts(found, "targets")} == {name.casefold()}
