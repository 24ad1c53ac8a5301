"""Shares between the payers of a list, and state budgets, which are written without a capital."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


def _payers(text: str, language: str) -> set[str]:
    return {o for _, _, o in facts(read(text, language), "fundedBy")}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("el", "Το έργο «Φανός» συγχρηματοδοτείται από το Ταμείο Παλίρροια κατά 90% και το Ίδρυμα Κρέντο κατά 10%.", 2),
        ("el", "Το έργο «Φανός» χρηματοδοτείται κατά 87,5% από το Ταμείο Παλίρροια και κατά 12,5% από το Ίδρυμα Κρέντο.", 2),
        ("el", "Το έργο «Φανός» συγχρηματοδοτείται από το ΤΑΜΕ (90%) και την Κυπριακή Δημοκρατία (10%).", 2),
        ("en", "The LANTERN project is funded by the Harbour Fund at a rate of 90% and the Kredo Foundation at 10%.", 2),
    ],
)
def test_a_share_between_two_payers_does_not_part_them(language: str, text: str, wanted: int) -> None:
    assert len(_payers(text, language)) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Projekt „Latarnia” jest współfinansowany z Funduszu Azylu, Migracji i Integracji oraz budżetu państwa."),
        ("cs", "Projekt „Maják“ je financován z Azylového, migračního a integračního fondu a ze státního rozpočtu."),
        ("ro", "Proiectul „Felinar” este cofinanțat din Fondul pentru Azil, Migrație și Integrare și din bugetul de stat."),
        ("el", "Το έργο «Φανός» συγχρηματοδοτείται από το ΤΑΜΕ και τον κρατικό προϋπολογισμό."),
        ("hu", "A „Lámpás” projektet a Menekültügyi, Migrációs és Integrációs Alap és a központi költségvetés finanszírozza."),
    ],
)
def test_a_state_budget_pays_though_it_has_no_capital(language: str, text: str) -> None:
    assert len(_payers(text, language)) == 2


def test_a_state_budget_that_is_only_spoken_of_pays_nothing() -> None:
    assert _payers("Projekt „Latarnia” pomaga uchodźcom. Sejm przyjął ustawę o budżecie państwa.", "pl") == set()
