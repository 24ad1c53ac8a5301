"""Names that are one plain word: the document's title alone, or behind an owner's genitive; "X, a project of Y"."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts

APPOSED = {
    "en": ("Lantern", "Lantern, a project of the Kredo Foundation, helps refugees in Malta."),
    "it": ("Lanterna", "Lanterna, un progetto della Fondazione Kredo, aiuta i rifugiati a Malta."),
    "fr": ("Lanterne", "Lanterne, un projet de la Fondation Kredo, aide les réfugiés à Malte."),
    "es": ("Linterna", "Linterna, un proyecto de la Fundación Kredo, ayuda a los refugiados en Malta."),
    "de": ("Laterne", "Laterne, ein Projekt der Kredo Stiftung, hilft Geflüchteten in Malta."),
    "nl": ("Lantaarn", "Lantaarn, een project van Stichting Kredo, helpt vluchtelingen op Malta."),
    "sv": ("Lykta", "Lykta, ett projekt av Stiftelsen Kredo, hjälper flyktingar på Malta."),
    "ro": ("Felinar", "Felinar, un proiect al Fundației Kredo, ajută refugiații din Malta."),
}


def said(language: str, title: str, text: str) -> set[tuple[str, str]]:
    return {(s, p) for s, p, _ in facts(extract(blocks(("title", title), ("prose", text), language=language)))}


@pytest.mark.parametrize("language", sorted(APPOSED))
def test_a_project_of_a_body(language: str) -> None:
    title, text = APPOSED[language]
    assert (title, "implementedBy") in said(language, title, text)


def test_a_title_of_one_word_names_what_begins_a_sentence() -> None:
    text = "Lantern is a three-year project funded under the AMIF programme, running in Italy and Malta."
    assert ("Lantern", "fundedBy") in said("en", "Lantern", text)


@pytest.mark.parametrize("title", ["News", "Projects", "Home"])
def test_general_titles_name_nothing(title: str) -> None:
    assert not said("en", title, f"{title} are funded under the AMIF programme, running in Italy and Malta.")


@pytest.mark.parametrize("sign", ["'", "’"])
def test_the_project_of_an_owner_in_the_genitive(sign: str) -> None:
    assert ("Lantern", "implementedBy") in said("en", "News", f"The Kredo Foundation{sign}s Lantern project helps refugees in Malta.")
