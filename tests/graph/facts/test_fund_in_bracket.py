"""The fund in a bracket behind the body that it belongs to, and known funds with a country behind their name."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The LANTERN project is funded by the European Union (AMIF) and the Kredo Foundation."),
    ("it", "Il progetto LANTERNA è cofinanziato dall'Unione europea (FAMI) e dalla Fondazione Kredo."),
    ("pl", "Projekt LATARNIA jest współfinansowany przez Unię Europejską (FAMI) oraz Fundację Kredo."),
    ("sl", "Projekt SVETILKA sofinancirata Evropska unija (AMIF) in Fundacija Kredo."),
    ("ro", "Proiectul FELINAR este finanțat de Uniunea Europeană (FAMI) și de Fundația Kredo."),
    ("el", "Το έργο ΦΑΡΟΣ χρηματοδοτείται από την Ευρωπαϊκή Ένωση (ΤΑΜΕ) και το Ίδρυμα Κρέντο.")])
def test_body_fund_and_the_next_body(language: str, text: str) -> None:
    assert len({o for _, _, o in facts(read(text, language), "fundedBy")}) == 3


def test_a_body_in_a_bracket_pays_nothing() -> None:
    text = "The LANTERN project is funded by the Kredo Foundation (Omnia Institute)."
    assert {o for _, _, o in facts(read(text), "fundedBy")} == {"Kredo Foundation"}


def test_a_fund_with_its_country_is_the_fund() -> None:
    text = "Proiectul „Felinar” este derulat de Fundația Kredo. Programul Active Citizens Fund România a sprijinit proiectul."
    assert {e.names[0].text for e in read(text, "ro").entities if e.kind == "Project"} == {"Felinar"}
