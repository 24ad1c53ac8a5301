"""A sentence with a total and a rate: the funder has the rate, the project the total."""

from __future__ import annotations

import pytest

from graph.model import Grant
from tests.small_documents import read

SPOKEN = {
    "cs": "Projekt Majáky realizuje Nadace Kredo. Celkový rozpočet činí 400 000 eur: AMIF hradí 75 %, zbytek obec.",
    "de": "Das Projekt Laterne wird von der Stiftung Kredo durchgeführt. "
    "Das Gesamtbudget beträgt 400.000 Euro: Der AMIF übernimmt 75 %, die Gemeinde den Rest.",
    "el": "Το έργο Φανάρι υλοποιείται από το Ίδρυμα Κρέντο. "
    "Ο συνολικός προϋπολογισμός είναι 400.000 ευρώ: το ΤΑΜΕ καλύπτει το 75 %, ο δήμος το υπόλοιπο.",
    "en": "The Lantern project is run by the municipality of Graz. "
    "The total budget is EUR 400,000: AMIF pays 75 %, the municipality the rest.",
    "es": "El proyecto Farol lo ejecuta la Fundación Kredo. "
    "El presupuesto total es de 400.000 euros: el FAMI financia el 75 %, el ayuntamiento el resto.",
    "fi": "Lyhty-hanketta toteuttaa Kredo-säätiö. Kokonaisbudjetti on 400 000 euroa: AMIF maksaa 75 %, kunta loput.",
    "fr": "Le projet Lanterne est porté par la Fondation Kredo. "
    "Le budget total est de 400 000 euros : le FAMI finance 75 %, la commune le reste.",
    "hu": "A Lámpás projektet a Kredo Alapítvány valósítja meg. "
    "A teljes költségvetés 400 000 euró: a MMIA 75 %-ot fizet, a többit az önkormányzat.",
    "it": "Il progetto Lanterna è realizzato dalla Fondazione Kredo. "
    "Il costo totale è di 400.000 euro: il FAMI copre il 75 %, il Comune il resto.",
    "mt": "Il-proġett Fanal jitmexxa mill-Fondazzjoni Kredo. "
    "Il-baġit totali huwa €400,000: l-AMIF iħallas 75 %, il-kunsill lokali l-bqija.",
    "nl": "Het project Lantaarn wordt uitgevoerd door Stichting Kredo. "
    "Het totale budget is 400.000 euro: AMIF betaalt 75 %, de gemeente de rest.",
    "pl": "Projekt Latarnia realizuje Fundacja Kredo. "
    "Całkowity budżet wynosi 400 000 euro: FAMI pokrywa 75 %, resztę gmina.",
    "pt": "O projeto Farol é executado pela Fundação Kredo. "
    "O orçamento total é de 400.000 euros: o FAMI financia 75 %, o município o restante.",
    "ro": "Proiectul Felinar este implementat de Fundația Kredo. "
    "Bugetul total este de 400.000 euro: FAMI acoperă 75 %, iar primăria restul.",
    "sl": "Projekt Svetilka izvaja Fundacija Kredo. "
    "Skupni proračun znaša 400.000 evrov: AMIF krije 75 %, občina pa preostanek.",
    "sv": "Projektet Lyktan drivs av Stiftelsen Kredo. "
    "Den totala budgeten är 400 000 euro: AMIF betalar 75 %, kommunen resten.",
    "uk": "Проєкт «Ліхтар» реалізує Фундація Кредо. "
    "Загальний бюджет становить 400 000 євро: AMIF покриває 75 %, громада решту.",
}

ENGLISH = [
    ("The total budget is EUR 400,000, of which AMIF pays 75 % and the municipality 25 %.", {"0.75", "0.25"}),
    ("Total budget: EUR 400,000 (AMIF 75 %, municipality 25 %).", {"0.75", "0.25"}),
    ("AMIF finances 75 % of the total budget of EUR 400,000.", {"0.75"}),
    ("AMIF contributes EUR 300,000 to the total budget of EUR 400,000.", {"300000"}),
    ("It is funded by AMIF, and the total budget is EUR 400,000.", set()),
    ("Of the 400,000 euros, AMIF provides three quarters and the town the rest.", set()),
]


def said(language: str, text: str) -> tuple[set[str], set[str]]:
    """The budgets of a text, and the amounts or shares of its grants."""
    values = [s.object for s in read(text, language).statements if not isinstance(s.object, str)]
    grants = {v.text or v.share for v in values if isinstance(v, Grant)}
    return {v.text for v in values if v.kind == "money"}, grants


@pytest.mark.parametrize("language", sorted(SPOKEN))
def test_a_rate_behind_a_total_is_the_funders(language: str) -> None:
    assert said(language, SPOKEN[language]) == ({"400000"}, {"0.75"})


@pytest.mark.parametrize(("sentence", "grants"), ENGLISH, ids=range(len(ENGLISH)))
def test_the_total_is_nobodys_gift(sentence: str, grants: set[str]) -> None:
    assert said("en", f"The Lantern project is run by the Kredo Foundation. {sentence}")[1] == grants


def test_sums_that_make_the_total_are_given_by_whoever_stands_beside_them() -> None:
    text = (
        "Das Projekt Laterne wird von der Stiftung Kredo durchgeführt. Es kostet 400.000 Euro, "
        "davon trägt der AMIF 300.000 Euro und die Stadt Graz {} Euro."
    )
    assert said("de", text.format("100.000")) == ({"400000"}, {"300000", "100000"})
    assert said("de", text.format("90.000"))[1] == {"300000"}
