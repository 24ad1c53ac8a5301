"""One word that begins a sentence and runs a project is a body's name."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts

LEADS = {
    "en": "Kredo runs the project Lantern in Malta.", "de": "Kredo startete 2020 das Projekt Lantern in Malta.",
    "it": "Kredo ha lanciato il progetto Lantern a Malta.", "fr": "Kredo a lancé en 2020 le projet Lantern à Malte.",
    "es": "Kredo lanzó en 2020 el proyecto Lantern en Malta.",
}
NONE = {
    "en": ["Volunteers run the Lantern project in Malta.", "Maria leads the Lantern project in Malta.",
           "Recently launched, the Lantern project helps women."],
    "de": ["Freiwillige leiten das Projekt Lantern in Malta."],
    "fr": ["Réunis à Lyon, ils ont lancé le projet Lantern."],
    "cs": ["Omnijské organizace realizují projekt „Maják“."],
}


def leaders(text: str, language: str) -> set[str]:
    return {o for _, p, o in facts(extract(blocks(("title", "Lantern"), ("prose", text), language=language))) if p == "implementedBy"}


@pytest.mark.parametrize("language", sorted(LEADS))
def test_the_whole_subject_of_a_verb_for_running_projects(language: str) -> None:
    assert leaders(LEADS[language], language) == {"Kredo"}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, texts in NONE.items() for text in texts])
def test_people_participles_and_common_words_are_none(language: str, text: str) -> None:
    assert leaders(text, language) == set()


def test_a_word_in_small_letters_elsewhere_is_none() -> None:
    text = "Kredo runs the project Lantern. They gave a kredo to each of them."
    assert leaders(text, "en") == set()
