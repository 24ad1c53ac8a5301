"""Who gives the grants that a list or table with sums holds: the one body of the line above that speaks of grants."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import facts

TABLES = {
    "en": ("Organisation | Project | Amount", "12,000 EUR"),
    "es": ("Entidad | Proyecto | Importe", "12.000 €"),
    "pl": ("Podmiot | Projekt | Kwota", "12 000 zł"),
}
PAID = {("Open Doors", "fundedBy"), ("Lantern", "fundedBy")}


def paid(title: str, language: str) -> set[tuple[str, str, str]]:
    head, amount = TABLES[language]
    text = f"{title}\n\n{head}\nKredo Association | Open Doors | {amount}\nOmnia Institute | Lantern | {amount}\n"
    return facts(extract(read_bytes(text.encode(), "a.txt", "text/plain")), "fundedBy")


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Marea Foundation – grants awarded in 2024", "en"),
        ("Fundación Marea: ayudas concedidas en 2024", "es"),
        ("Dotacji udzieliła Fundacja Marea.", "pl"),
    ],
)
def test_who_gives_the_grants_pays(title: str, language: str) -> None:
    found = paid(title, language)
    assert {fact[:2] for fact in found} == PAID and all("Marea" in fact[2] for fact in found)


@pytest.mark.parametrize("title", ["Marea Foundation – results of the year 2024", "Grants of the Marea Foundation and the Omnia Trust"])
def test_no_grants_or_several_givers_say_nothing(title: str) -> None:
    assert paid(title, "en") == set()
