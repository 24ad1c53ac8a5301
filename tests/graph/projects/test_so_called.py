"""Names that a sentence opens with and then says to be a project's."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts, read

CASES = [
    ("en", "Open Doors: this is the name of a project for refugees. The project is funded by AMIF.", "Open Doors"),
    ("de", "BEREIT: So heißt ein Projekt, zu dem sich in Linden zwanzig Betriebe fanden. Es wird vom AMIF gefördert.", "BEREIT"),
    ("de", "„Neue Wege“ – so heißt das Projekt, das die Caritas betreibt. Es wird vom AMIF gefördert.", "Neue Wege"),
    ("es", "Puertas Abiertas: así se llama el proyecto que Cruz Roja desarrolla con fondos del FAMI.", "Puertas Abiertas"),
    ("fr", "Portes ouvertes : c'est le nom du projet que mène la Croix-Rouge avec le soutien du FAMI.", "Portes ouvertes"),
    ("pl", "Otwarte Drzwi – tak nazywa się projekt, który realizuje Caritas Polska. Projekt finansuje FAMI.", "Otwarte Drzwi"),
    ("sv", "Öppna dörrar – så heter projektet som Röda Korset driver. Projektet finansieras av AMIF.", "Öppna dörrar"),
    ("sv", "Boll för alla är namnet på Svenska Bollförbundets satsning på nyanlända. Projektet finansieras av AMIF.", "Boll för alla"),
    ("nl", "Open Deuren: zo heet het project dat het Rode Kruis uitvoert. Het project wordt gefinancierd door AMIF.", "Open Deuren"),
]


@pytest.mark.parametrize(("language", "text", "name"), CASES)
def test_what_is_so_called_is_the_project(language: str, text: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "fundedBy")} == {name}


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Linden, this is the name of a town. The project is funded by AMIF."),
    ("de", "Amina Kredo: So heißt die Leiterin der Schule. Das Projekt wird vom AMIF gefördert."),
    ("de", "Der Verein heißt Hafen. Ein Projekt wird vom AMIF gefördert.")])
def test_what_is_called_something_else_is_none(language: str, text: str) -> None:
    assert not facts(read(text, language), "fundedBy")


@pytest.mark.parametrize(("language", "text"), [("cs", "15. ledna 2031 Tiskové zprávy"), ("en", "15 January 2031 Press releases"), ("de", "15. Januar 2031 Pressemitteilungen")])
def test_a_date_before_a_few_words_is_no_project(language: str, text: str) -> None:
    found = extract(blocks(("title", text), ("prose", {"cs": "Projekt financuje AMIF.", "en": "The project is funded by AMIF.", "de": "Das Projekt wird vom AMIF gefördert."}[language]), language=language))
    assert not facts(found, "fundedBy")


def test_a_section_about_us_may_tell_of_the_project() -> None:
    found = extract(blocks(
        ("title", "Lanterne"), ("heading2", "À propos"),
        ("prose", "De 2030 à 2033, la fondation Kredo a mené l'initiative Lanterne dans des villes moyennes."),
        ("prose", "La fondation pilote le projet, que finance le FAMI."), language="fr"))
    assert {(s, o) for s, _, o in facts(found, "fundedBy")} == {("Lanterne", "FAMI")}


@pytest.mark.parametrize(("language", "text", "name"), [
    ("es", "La entidad desarrolla en Ávila el programa #ConvivirSINmiedo, que cofinancia el FAMI. El proyecto ayuda a refugiados.", "ConvivirSINmiedo"),
    ("en", "The project #OpenDOORS, which is funded by AMIF, helps refugees.", "OpenDOORS")])
def test_a_project_may_be_called_by_its_hashtag(language: str, text: str, name: str) -> None:
    assert {s.lstrip("#") for s, _, _ in facts(read(text, language), "fundedBy")} == {name}


def test_a_verb_before_is_the_name_names_nothing() -> None:
    found = read("«Una scuola per tutti»! È questo il nome del progetto della Fondazione Kredo per i minori rom.", "it")
    assert not {e.names[0].text for e in found.entities if e.kind == "Project"} & {"È", "E"}
