"""Who does something within a project, and who is responsible for it."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, names_of, read

ACTS = [
    ("en", "The Kredo Foundation has opened a day centre in Leeds as part of the Lantern project.", "Kredo Foundation"),
    ("en", "As part of the Lantern project, the Kredo Foundation has opened a day centre in Leeds.", "Kredo Foundation"),
    ("nl", "Stichting Kredo heeft in het kader van het project Lantaarn een centrum geopend.", "Stichting Kredo"),
    ("pl", "Fundacja Kredo otworzyła centrum w Lublinie w ramach projektu Latarenka.", "Fundacja Kredo"),
    ("cs", "Nadace Kredo otevřela v Brně centrum v rámci projektu Lucernička.", "Nadace Kredo"),
    ("hu", "A Kredo Alapítvány központot nyitott Szegeden a Lámpás projekt keretében.", "Kredo Alapítvány"),
    ("ro", "Fundația Kredo a deschis un centru la Iași în cadrul proiectului Lanterna.", "Fundația Kredo"),
    ("el", "Το σωματείο Κρέντο άνοιξε κέντρο στην Πάτρα στο πλαίσιο του έργου Φανάρι.", "Κρέντο"),
    ("sv", "Föreningen Kredo har öppnat ett center i Växjö inom projektet Lyktan.", "Kredo"),
    ("mt", "Il-Fondazzjoni Kredo fetħet ċentru fil-Birgu bħala parti mill-proġett Fanal.", "Fondazzjoni Kredo"),
    ("uk", "Фонд «Кредо» відкрив центр у Львові в межах проєкту Ліхтар.", "Кредо"),
]
SILENT = [
    "The Kredo Foundation was praised as part of the Lantern project.", "The Omnia Trust supports the Kredo Foundation as part of the Lantern project.",
    "Caritas Leeds offers rooms to the Kredo Foundation under the Lantern project.", "The European Union supported schools as part of the Lantern project.",
    "The Kredo Foundation did not open a centre within the Lantern project.", "The Ministry of the Interior has funded a centre as part of the Lantern project.",
    "The Kredo Foundation has received funding as part of the Lantern project.",
]
RESPONSIBLE = [
    ("de", "Die Kredo Stiftung und die Stadt Bonn sind für das Projekt Laterne verantwortlich.", {"Kredo Stiftung", "Stadt Bonn"}),
    ("fr", "La Fondation Kredo et la Ville de Brest sont les organismes responsables du projet Lanterne.", {"Fondation Kredo", "Ville de Brest"}),
    ("nl", "ROC Aventus is verantwoordelijk voor het project Lantaarn.", {"ROC Aventus"}),
    ("ro", "Fundația Kredo și Fundația Omnia sunt responsabile de proiectul Lanterna.", {"Fundația Kredo", "Fundația Omnia"}),
    ("uk", "За проєкт Ліхтар відповідають фонд «Кредо» та спілка «Омнія».", {"Кредо", "Омнія"}),
]


@pytest.mark.parametrize(("language", "text", "body"), ACTS)
def test_who_acts_within_a_project_runs_it(language: str, text: str, body: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "implementedBy")} == {body}


@pytest.mark.parametrize("text", SILENT)
def test_who_helps_pays_or_gets_does_not(text: str) -> None:
    assert not facts(read(text), "implementedBy")


@pytest.mark.parametrize(("language", "text", "bodies"), RESPONSIBLE)
def test_who_is_responsible_runs_it(language: str, text: str, bodies: set[str]) -> None:
    reading = read(text, language)
    assert {o for _, _, o in facts(reading, "implementedBy")} == bodies and len(names_of(reading)) == 1
