"""Bodies in the Hungarian case for "together with": partners, never doers."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

TWO = {"Omnia Egyesület", "Kapu Egyesület"}


def _both(text: str) -> tuple[set[str], set[str]]:
    reading = read(text, "hu")
    run = {o for _, _, o in facts(reading, "implementedBy")}
    return run, {o for _, _, o in facts(reading, "hasPartner")}


@pytest.mark.parametrize(
    "text",
    [
        "A Kredo Alapítvány az Omnia Egyesülettel és a Kapu Egyesülettel együtt valósította meg a „Lámpás” projektet.",
        "A „Lámpás” projektet a Kredo Alapítvány az Omnia Egyesülettel és a Kapu Egyesülettel közösen valósítja meg.",
        "A „Lámpás” projektet az Omnia Egyesülettel (OE) és a Kapu Egyesülettel együttműködve a Kredo Alapítvány valósítja meg.",
    ],
)
def test_who_somebody_works_with_runs_nothing(text: str) -> None:
    assert _both(text) == ({"Kredo Alapítvány"}, TWO)


def test_a_body_in_the_base_form_is_no_company() -> None:
    text = "A „Lámpás” projektet az Omnia Egyesület és a Kapu Egyesület valósítja meg."
    assert _both(text) == (TWO, set())


def test_an_acronym_with_its_ending_behind_a_hyphen() -> None:
    run, partners = _both("A „Lámpás” projektet az UNHCR-rel együttműködésben valósítja meg a Kredo Alapítvány.")
    assert partners == {"UNHCR"}
    assert "UNHCR" not in run
