"""Units of money in labels and behind numbers."""

from __future__ import annotations

import pytest

from graph.marking.currencies import Currencies
from graph.marking.values import ValueFinder
from ontology.lexicon import load

LABELS = [
    ("en", "EU contribution (EUR)", "EUR", 1, "EU contribution"),
    ("en", "Grant amount (€)", "EUR", 1, "Grant amount"),
    ("en", "Budget (in thousand EUR)", "EUR", 1_000, "Budget"),
    ("en", "Budget (£'000)", "GBP", 1_000, "Budget"),
    ("en", "Total cost, k€", "EUR", 1_000, "Total cost"),
    ("en", "amount_eur", "EUR", 1, "amount"),
    ("en", "Budget (thousands)", None, 1_000, "Budget"),
    ("fr", "Montant UE en euros", "EUR", 1, "Montant UE"),
    ("fr", "Coût total (en milliers d’euros)", "EUR", 1_000, "Coût total"),
    ("pl", "Wartość projektu [PLN]", "PLN", 1, "Wartość projektu"),
    ("pl", "Budżet (mln zł)", "PLN", 1_000_000, "Budżet"),
    ("de", "Gesamtkosten in Tsd. Euro", "EUR", 1_000, "Gesamtkosten"),
    ("de", "Fördersumme (TEUR)", "EUR", 1_000, "Fördersumme"),
    ("hu", "Támogatás összege (Ft)", "HUF", 1, "Támogatás összege"),
    ("hu", "Költségvetés (eFt)", "HUF", 1_000, "Költségvetés"),
    ("sv", "Budget (tkr)", "SEK", 1_000, "Budget"),
    ("cs", "Rozpočet v tisících Kč", "CZK", 1_000, "Rozpočet"),
    ("uk", "Бюджет, тис. грн", "UAH", 1_000, "Бюджет"),
    ("it", "Costo totale (migliaia di euro)", "EUR", 1_000, "Costo totale"),
    ("es", "Importe en miles de euros", "EUR", 1_000, "Importe"),
    ("ro", "Contribuția UE (mii euro)", "EUR", 1_000, "Contribuția UE"),
    ("el", "Προϋπολογισμός (χιλ. €)", "EUR", 1_000, "Προϋπολογισμός"),
    ("fi", "Budjetti (t€)", "EUR", 1_000, "Budjetti"),
    ("nl", "Kosten (in duizenden euro's)", "EUR", 1_000, "Kosten"),
    ("sl", "Vrednost (v tisoč evrih)", "EUR", 1_000, "Vrednost"),
    ("mt", "Baġit (f'eluf ta' ewro)", "EUR", 1_000, "Baġit"),
    ("pt", "Custo total em milhares de euros", "EUR", 1_000, "Custo total"),
]

NONE = [
    ("en", "EUR"),
    ("en", "Funding (phase 2)"),
    ("en", "Budget (EUR/PLN)"),
    ("en", "Projects in Euro area countries"),
    ("pt", "Custo real"),  # real: also the money of Brazil
    ("en", "Duration (m)"),
    ("fr", "Lieu (en France)"),
    ("en", "Budget in 2019"),
]


@pytest.mark.parametrize(("language", "label", "currency", "factor", "rest"), LABELS)
def test_a_label_names_the_unit_of_its_amounts(
    language: str, label: str, currency: str | None, factor: int, rest: str
) -> None:
    unit = Currencies(load(language)).unit(label)
    assert unit is not None
    assert (unit.currency, unit.factor, unit.rest) == (currency, factor, rest)


@pytest.mark.parametrize(("language", "label"), NONE)
def test_other_words_are_no_unit(language: str, label: str) -> None:
    assert Currencies(load(language)).unit(label) is None


@pytest.mark.parametrize(
    ("language", "text", "amount", "currency"),
    [
        ("sv", "400 tkr", "400000", "SEK"),
        ("sv", "2,5 Mkr", "2500000", "SEK"),
        ("de", "400 TEUR", "400000", "EUR"),
        ("en", "a grant of 1.5 MEUR", "1500000", "EUR"),
        ("hu", "300 eFt", "300000", "HUF"),
        ("fi", "120 k€", "120000", "EUR"),
    ],
)
def test_letters_for_thousands_stand_before_a_currency(language: str, text: str, amount: str, currency: str) -> None:
    values = [found.value for found in ValueFinder(load(language)).money(text, 0, len(text))]
    assert [(v.text, v.currency) for v in values if v] == [(amount, currency)]
