"""A programme that a project is funded under is a fund; one that the text is about stays a project."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text", "project", "fund"), [
    ("de", "Das Projekt LATERNE wird aus Mitteln des Programms „Toleranz stärken“ gefördert.", "LATERNE", "Toleranz stärken"),
    ("en", "The LANTERN project is funded under the programme “Open Doors”.", "LANTERN", "Open Doors"),
    ("es", "El proyecto LINTERNA está financiado por el programa “Puertas abiertas”.", "LINTERNA", "Puertas abiertas"),
    ("it", "Il progetto LANTERNA è finanziato dal programma “Porte aperte”.", "LANTERNA", "Porte aperte"),
    ("nl", "Het project LANTAARN wordt gefinancierd uit het programma 'Open deuren'.", "LANTAARN", "Open deuren"),
    ("sv", "Projektet LYKTAN finansieras av programmet ”Öppna dörrar”.", "LYKTAN", "Öppna dörrar"),
])
def test_a_programme_that_pays_is_a_fund(language: str, text: str, project: str, fund: str) -> None:
    reading = read(text, language)
    assert facts(reading, "fundedBy") == {(project, "fundedBy", fund)}
    assert {e.kind for e in reading.entities if e.names[0].text == fund} == {"Fund"}


@pytest.mark.parametrize(("language", "text", "project"), [
    ("de", "Das Programm „Toleranz stärken“ wird vom Land Hessen gefördert. Es löst das Projekt LATERNE ab.", "Toleranz stärken"),
    ("en", "The programme “Open Doors” is funded by the Kredo Foundation. The LANTERN project came before.", "Open Doors"),
])
def test_a_programme_that_is_paid_for_is_a_project(language: str, text: str, project: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "fundedBy")} == {project}


def test_what_an_article_and_a_preposition_lead_is_not_the_doer() -> None:
    text = "Hier setzt das von der Kredo-Stiftung geförderte Projekt „Laterne“ an."
    reading = read(text, "de")
    assert not facts(reading, "implementedBy")
    assert facts(reading, "fundedBy") == {("Laterne", "fundedBy", "Kredo-Stiftung")}
