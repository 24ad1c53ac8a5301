"""Funders that nothing but a sum beside them tells."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts, read

INTRO = {
    "it": "Il progetto Lanterna aiuta i rifugiati. ", "fr": "Le projet Lanterne aide les réfugiés. ", "es": "El proyecto Linterna ayuda a refugiados. ",
    "pt": "O projeto Lanterna ajuda refugiados. ", "en": "The Lantern project helps refugees. ", "de": "Das Projekt Laterne hilft Geflüchteten. ",
    "nl": "Het project Lantaarn helpt vluchtelingen. ", "pl": "Projekt Latarnia pomaga uchodźcom. ", "fi": "Lyhty-hanke auttaa pakolaisia. ",
}
GIVEN = [
    ("it", "La Fondazione Kredo ha versato 15.000 euro per l'asilo.", 1), ("it", "Ha ricevuto 30.000 euro dalla Fondazione Kredo.", 1),
    ("it", "La Fondazione Kredo ha confermato il proprio contributo (18.000 euro).", 1),
    ("fr", "La Fondation Kredo a versé 15 000 euros pour la garderie.", 1), ("fr", "Il a reçu 30 000 € de la Fondation Kredo et 10 000 € de la Région Bretagne.", 2),
    ("es", "La Obra Social Kredo sufragará con 150.000 euros la rehabilitación de dos viviendas.", 1), ("es", "Cuenta con una ayuda de 92.000 euros de la Fundación Kredo.", 1),
    ("pt", "Recebeu 30 000 euros da Fundação Kredo.", 1), ("pt", "A Fundação Kredo doou 30 mil euros.", 1),
    ("en", "The Kredo Foundation gave £30,000 and the Omnia Trust £10,000.", 2), ("en", "The Kredo Foundation and the City of Leeds each gave £30,000.", 2),
    ("de", "Die Omnia-Stiftung stellt dafür 30.000 Euro bereit, die Stadt Kiel 10.000 Euro.", 2), ("nl", "De Kredo Stichting draagt 30.000 euro bij.", 1),
    ("de", "Die Omnia Stiftung hat 30.000 Euro für das Projekt gespendet.", 1), ("de", "Die Omnia Stiftung hat 30.000 Euro zur Verfügung gestellt.", 1),
    ("nl", "De Omnia Stichting heeft 30.000 euro geschonken voor het project.", 1), ("pl", "Fundacja Kredo przekazała 30 000 zł.", 1), ("fi", "Kredo-säätiö antoi hankkeelle 30 000 euroa.", 1),
]
NOT_GIVEN = [
    ("it", "La Fondazione Kredo ha ricevuto 30.000 euro."), ("it", "Alla Fondazione Kredo è stato assegnato un contributo di 30.000 euro."),
    ("fr", "La Fondation Kredo se voit attribuer 30 000 euros."), ("fr", "Elle attribue à la Fondation Kredo une subvention de 30 000 euros."),
    ("es", "La Fundación Kredo nunca aportó 30.000 euros."), ("en", "The Kredo Foundation was awarded £30,000."), ("en", "It gave £30,000 to the Kredo Foundation."),
    ("en", "The Kredo Foundation lost £30,000 in a fire."), ("en", "It is run by the Kredo Foundation. The Kredo Foundation gives £3,000 to the school."),
    ("fi", "EU-tuki on 258 695 euroa."), ("de", "Die Omnia Stiftung hat 30.000 Euro für das Projekt erhalten."),
    ("de", "Die Omnia Stiftung hat 30.000 Euro für das Projekt gesammelt."), ("nl", "De Omnia Stichting heeft 30.000 euro gekregen voor het project."),
]


@pytest.mark.parametrize(("language", "text", "number"), GIVEN)
def test_who_stands_beside_a_sum_pays(language: str, text: str, number: int) -> None:
    assert len({o for _, _, o in facts(read(INTRO[language] + text, language), "fundedBy")}) == number


@pytest.mark.parametrize(("language", "text"), NOT_GIVEN)
def test_who_gets_a_sum_or_does_the_work_does_not(language: str, text: str) -> None:
    assert not facts(read(INTRO[language] + text, language), "fundedBy")


PLAN = ("Métropole de Lyon : 40 000 €", "Fondation Kredo : 32 400 €", "Fonds propres : 10 000 €", "Ville de Brest : 5 000 €")


def test_bodies_and_their_sums_under_a_plan_of_costs() -> None:
    lead = "Le coût total du projet Lanterne est de 87 400 €, selon le plan de financement suivant :"
    found = facts(extract(blocks(("title", "Le projet Lanterne"), ("prose", lead), *(("item", line) for line in PLAN), language="fr")), "fundedBy")
    assert {o for _, _, o in found} >= {"Fondation Kredo", "Ville de Brest"}


def test_bodies_and_sums_of_something_else() -> None:
    lead = "Le projet Lanterne a salué les plus grands mécènes du pays :"
    assert not facts(extract(blocks(("title", "Le projet Lanterne"), ("prose", lead), *(("item", line) for line in PLAN), language="fr")), "fundedBy")
