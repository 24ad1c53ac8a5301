"""“The project” with attributes between article and noun, and behind the noun of a trigger that takes its article."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

FIRST = {"de": "Das Projekt LATERNE hilft Familien.", "nl": "Het project LANTAARN helpt gezinnen.",
         "en": "The LANTERN project helps families.", "it": "Il progetto LANTERNA aiuta le famiglie."}
NAMES = {"de": "LATERNE", "nl": "LANTAARN", "en": "LANTERN", "it": "LANTERNA"}


@pytest.mark.parametrize(("language", "text", "fact"), [
    ("de", "Das auf drei Jahre angelegte Projekt läuft bis 2027.", ("endDate", "2027")),
    ("de", "Das aus dem AMIF geförderte Projekt läuft bis 2027.", ("endDate", "2027")),
    ("de", "Träger des auf drei Jahre angelegten Projekts ist die Kredo-Stiftung.", ("implementedBy", "Kredo-Stiftung")),
    ("nl", "Het door de stad betaalde project loopt tot 2027.", ("endDate", "2027")),
    ("en", "The newly launched three-year project is led by the Kredo Foundation.", ("implementedBy", "Kredo Foundation"))])
def test_a_definite_article_points_across_attributes(language: str, text: str, fact: tuple[str, str]) -> None:
    assert (NAMES[language], *fact) in facts(read(f"{FIRST[language]} {text}", language))


@pytest.mark.parametrize(("language", "text"), [
    ("de", "Ein von der Stadt betriebenes Projekt endet 2027."),
    ("de", "Die in Linden geplanten Projekte enden 2027."),
    ("en", "A newly launched three-year project is led by the Kredo Foundation.")])
def test_another_project_is_not_pointed_to(language: str, text: str) -> None:
    text = f"{FIRST[language]} Am Rande: Das Projekt LEUCHTFEUER ist alt. {text}" if language == "de" else text
    assert not any(p in ("endDate", "implementedBy") for s, p, _ in facts(read(text, language)) if s == NAMES[language])


@pytest.mark.parametrize(("language", "text", "property_", "bodies"), [
    ("de", "Träger des Vorhabens ist die Kredo-Stiftung.", "implementedBy", {"Kredo-Stiftung"}),
    ("de", "Partner des Modellprojekts sind die Kredo-Stiftung und der Omnia-Verband.", "hasPartner",
     {"Kredo-Stiftung", "Omnia-Verband"}),
    ("it", "Capofila del progetto è la Fondazione Kredo.", "implementedBy", {"Fondazione Kredo"})])
def test_a_trigger_may_take_the_article_of_the_project(language: str, text: str, property_: str, bodies: set[str]) -> None:
    found = facts(read(f"{FIRST[language]} {text}", language), property_)
    assert found == {(NAMES[language], property_, body) for body in bodies}
