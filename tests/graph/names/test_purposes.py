"""Bodies whose names say in small letters what they are for."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts

SAID = {
    "it": "Il progetto Lantern è gestito {}.", "fr": "Le projet Lantern est mené par {}.",
    "es": "El proyecto Lantern está coordinado por {}.", "pt": "O projeto Lantern é coordenado {}.",
    "sv": "Projektet Lantern drivs av {}.", "nl": "Het project Lantern wordt uitgevoerd door {}.",
}
NAMES = [
    ("it", "dal Centro per la pace", "Centro per la pace"), ("it", "dall’Associazione per i diritti dei rifugiati", "Associazione per i diritti dei rifugiati"),
    ("it", "dallo Sportello per migranti", "Sportello per migranti"),
    ("fr", "le Centre pour l’égalité des chances", "Centre pour l’égalité des chances"), ("fr", "l’Association pour l’accueil des réfugiés", "Association pour l’accueil des réfugiés"),
    ("es", "el Centro para la paz", "Centro para la paz"), ("es", "la Asociación para la integración de los refugiados", "Asociación para la integración de los refugiados"),
    ("pt", "pela Associação para o apoio aos refugiados", "Associação para o apoio aos refugiados"),
    ("sv", "Föreningen för flyktingars rättigheter", "Föreningen för flyktingars rättigheter"), ("nl", "de Vereniging voor vluchtelingen", "Vereniging voor vluchtelingen"),
]
OTHERS = [
    ("it", "dal Comune di Modena per la cura del verde", "Comune di Modena"), ("it", "dalla Fondazione Kredo per realizzare corsi", "Fondazione Kredo"),
    ("fr", "la Fondation Kredo pour donner des cours", "Fondation Kredo"), ("es", "la Fundación Kredo para dar cursos", "Fundación Kredo"),
    ("nl", "de Stichting Kredo voor het eerst", "Stichting Kredo"),
]


def bodies(language: str, body: str) -> set[str]:
    text = SAID[language].format(body)
    return {o for _, p, o in facts(extract(blocks(("title", "Lantern"), ("prose", text), language=language))) if p == "implementedBy"}


@pytest.mark.parametrize(("language", "said", "name"), [*NAMES, *OTHERS])
def test_a_purpose_in_small_letters_is_part_of_a_name(language: str, said: str, name: str) -> None:
    assert bodies(language, said) == {name}
