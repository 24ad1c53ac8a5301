"""Funders that nothing but a sum beside them tells."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts, read

INTRO = {
    "it": "Il progetto Lanterna aiuta i rifugiati. ", "fr": "Le projet Lanterne aide les réfugiés. ", "es": "El proyecto Linterna ayuda a refugiados. ",
    "pt": "O projeto Lanterna ajuda refugiados. ", "en": "The Lantern project helps refugees. ", "de": "Das Projekt Laterne hilft Geflüchteten. ",
    "nl": "Het project Lantaarn helpt vluchtelingen. ", "pl": "Projekt Latarnia pomaga uchodźcom. ", "fi": "Lyhty-hanke auttaa pakolaisia. ",
    "sv": "Projektet Lyktan hjälper flyktingar. ", "cs": "Projekt Lucernička pomáhá uprchlíkům. ", "sl": "Projekt Svetilka pomaga beguncem. ",
    "hu": "A Lámpás projekt menekülteknek segít. ", "ro": "Proiectul Lanterna ajută refugiații. ", "el": "Το έργο Φανάρι βοηθά πρόσφυγες. ",
    "mt": "Il-proġett Fanal jgħin lir-refuġjati. ",
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
    ("de", "50.000 Euro gibt die Omnia Stiftung.", 1), ("pl", "150 tys. zł dołożyła Fundacja Omnia.", 1), ("hu", "10 millió forintot az Omnia Alapítvány adott.", 1),
    ("en", "The money, 50,000 euros, comes from the Omnia Foundation.", 1), ("it", "I fondi, 50mila euro, arrivano dalla Fondazione Omnia e dal Comune di Bari.", 2),
    ("fr", "L'argent, 50 000 euros, vient de la Fondation Omnia.", 1), ("es", "El dinero, 50.000 euros, procede de la Fundación Omnia.", 1),
    ("pt", "O dinheiro, 50 mil euros, vem da Fundação Omnia.", 1), ("de", "50.000 Euro kommen von der Omnia Stiftung.", 1),
    ("nl", "Het geld, 50.000 euro, komt van de Omnia Stichting.", 1), ("sv", "Pengarna, 500 000 kronor, kommer från Omniastiftelsen.", 1),
    ("cs", "Peníze, 500 000 korun, pocházejí od Nadace Omnia.", 1), ("sl", "Denar, 50.000 evrov, prihaja od Fundacije Omnia.", 1),
    ("ro", "Banii, 150.000 de euro, provin de la Fundația Omnia și din FAMI.", 2), ("el", "Τα χρήματα, 50.000 ευρώ, προέρχονται από το Ίδρυμα Όμνια.", 1),
    ("mt", "Il-flus, 50,000 ewro, ġejjin mill-Fondazzjoni Omnia.", 1),
]
NOT_GIVEN = [
    ("it", "La Fondazione Kredo ha ricevuto 30.000 euro."), ("it", "Alla Fondazione Kredo è stato assegnato un contributo di 30.000 euro."),
    ("fr", "La Fondation Kredo se voit attribuer 30 000 euros."), ("fr", "Elle attribue à la Fondation Kredo une subvention de 30 000 euros."),
    ("es", "La Fundación Kredo nunca aportó 30.000 euros."), ("en", "The Kredo Foundation was awarded £30,000."), ("en", "It gave £30,000 to the Kredo Foundation."),
    ("en", "The Kredo Foundation lost £30,000 in a fire."), ("en", "It is run by the Kredo Foundation. The Kredo Foundation gives £3,000 to the school."),
    ("fi", "EU-tuki on 258 695 euroa."), ("de", "Die Omnia Stiftung hat 30.000 Euro für das Projekt erhalten."),
    ("de", "50.000 Euro gibt es für die Omnia Stiftung."), ("en", "The guests, 50 people, come from the Omnia Foundation."),
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
