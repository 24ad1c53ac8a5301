"""What came before: the project that a text spoke of follows the one behind "builds on" or "the predecessor project"."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

FIRST = {"de": ("LATERNE", "Das Projekt LATERNE hilft Familien."), "en": ("LANTERN", "The LANTERN project helps families."),
         "nl": ("LANTAARN", "Het project LANTAARN helpt gezinnen."), "sv": ("LYKTAN", "Projektet LYKTAN hjälper familjer."),
         "it": ("LANTERNA", "Il progetto LANTERNA aiuta le famiglie.")}


@pytest.mark.parametrize(("language", "text", "earlier"), [
    ("de", "Das Vorhaben knüpft an das Modellvorhaben »Seelenhafen« an.", "Seelenhafen"),
    ("de", "Es knüpft an »Truhe, Korb, Karren« an.", "Truhe, Korb, Karren"),
    ("de", "Das Haus baut auf dem Projekt „Leuchtfeuer“ auf.", "Leuchtfeuer"),
    ("en", "The approach builds on the BEACON project.", "BEACON"),
    ("en", "Its predecessor BEACON ended in 2021.", "BEACON"),
    ("nl", "De aanpak is een vervolg op het project Vuurtoren.", "Vuurtoren"),
    ("sv", "Det bygger vidare på projektet Fyren.", "Fyren"),
    ("it", "L'intervento prosegue il lavoro del progetto FARO.", "FARO")])
def test_an_unsaid_subject_is_what_the_text_spoke_of(language: str, text: str, earlier: str) -> None:
    name, first = FIRST[language]
    assert facts(read(f"{first} {text}", language), "follows") == {(name, "follows", earlier)}


def test_what_is_said_of_the_forerunner_is_its_own() -> None:
    reading = read("Das Projekt LATERNE II hilft Familien. Es knüpft damit an das Vorgängerprojekt LATERNE (2019–2022) an, das "
                   "vom AMIF gefördert wurde. Partner ist die Kredo-Stiftung.", "de")
    assert facts(reading, "follows") == {("LATERNE II", "follows", "LATERNE")}
    assert facts(reading, "endDate") == {("LATERNE", "endDate", "2022")}
    assert facts(reading, "fundedBy") == {("LATERNE", "fundedBy", "AMIF")}
    assert {s for s, _, _ in facts(reading, "hasPartner")} == {"LATERNE II"}


@pytest.mark.parametrize(("language", "text"), [
    ("pl", "Projekt „Latarnia” pomaga rodzinom. Ruszamy z kontynuacją pod nazwą „Przystań”."),
    ("pt", "O projeto LANTERNA ajuda famílias. Distingue-se do projeto «Farol», que é mais antigo."),
    ("fr", "Le projet LANTERNE aide les familles. Dans la continuité de cette période, le projet « Balise » forme des jeunes."),
    ("en", "The LANTERN project helps families. It works in the following areas: Voluntary Return; Housing.")])
def test_another_project_is_no_forerunner(language: str, text: str) -> None:
    assert not facts(read(text, language), "follows")
