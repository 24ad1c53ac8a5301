"""What is said of “the projects A and B” is said of both."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

SAID = [
    ("it", "I progetti “Lanterna” e “Faro” sono finanziati dal FAMI.", "fundedBy", "FAMI"),
    ("it", "La Regione Toscana finanzia i progetti “Lanterna” e “Faro”.", "fundedBy", "Regione Toscana"),
    ("fr", "Les projets « Lanterna » et « Faro » ont été mis en œuvre par la Fondation Kredo.", "implementedBy", "Fondation Kredo"),
    ("en", "The projects “Lanterna” and “Faro” are funded by the Kredo Foundation.", "fundedBy", "Kredo Foundation"),
    ("es", "Los proyectos «Lanterna» y «Faro» están financiados por la Fundación Kredo.", "fundedBy", "Fundación Kredo"),
]


@pytest.mark.parametrize(("language", "text", "prop", "target"), SAID)
def test_both_get_it(language: str, text: str, prop: str, target: str) -> None:
    assert {(s, o) for s, _, o in facts(read(text, language), prop)} == {("Lanterna", target), ("Faro", target)}


def test_each_has_its_own() -> None:
    """As many bodies as projects: each may have its own, and nothing is shared out."""
    text = "The projects “Lanterna” and “Faro” are run by the Kredo Foundation and the Omnia Federation."
    assert len({(s, o) for s, _, o in facts(read(text), "implementedBy")}) == 2


def test_two_that_no_noun_joins() -> None:
    """A project and another that it is compared with are no pair."""
    text = "The project “Lanterna” and later “Faro”: the project “Lanterna” is funded by the Kredo Foundation."
    assert {s for s, _, _ in facts(read(text), "fundedBy")} == {"Lanterna"}


def test_one_body_among_the_names() -> None:
    """Each bracket speaks of the name before it."""
    text = "La Città sostiene i progetti “Lanterna” (capofila Fondazione Kredo) e “Faro” (capofila Fondazione Omnia)."
    found = {(s, o) for s, _, o in facts(read(text, "it"), "implementedBy")}
    assert found == {("Lanterna", "Fondazione Kredo"), ("Faro", "Fondazione Omnia")}
