"""Rows of grant registers and lists of operations, by the labels that such lists really have."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Value
from graph.reading import read

ROWS = [
    (
        "en",
        "Identifier,Title,Recipient Org:Name,Funding Org:Name,Amount Awarded,Currency,Beneficiary Location:Name,Grant Programme:Title\n"
        'GR-1,Open Kitchens,"Table for All, Bradford",Kredo Foundation,"12,500",GBP,Bradford,Welcome Fund\n'
        "GR-2,First Doors,Northgate Refugee Support,Kredo Foundation,900,EUR,Leeds,Welcome Fund\n",
        {
            ("code", "GR-1"),
            ("implementedBy", "Organisation:Table for All"),
            ("fundedBy", "Organisation:Kredo Foundation"),
            ("fundedBy", "Fund:Welcome Fund"),
            ("budget", "12500 GBP"),
            ("takesPlaceIn", "Place:Bradford"),
            ("coversCountry", "Country:United Kingdom"),
        },
    ),
    (
        "en",
        "Grant ref,Grantee,Project,Grant (EUR),Who benefits\nA/17/01,Harbour Lights Association,Second Home,120000,Unaccompanied minors\n"
        "A/17/02,Sliema Community Centre,Near Table,80000,Migrant women\n",
        {
            ("code", "A/17/01"),
            ("implementedBy", "Organisation:Harbour Lights Association"),
            ("budget", "120000 EUR"),
            ("targets", "BeneficiaryGroup:unaccompanied minors"),
        },
    ),
    (
        "pl",
        "Nr umowy;Beneficjent;Tytuł projektu;Wartość projektu;Dofinansowanie UE\n"
        "FAMI/12/2020;Fundacja Otwarte Drzwi;Nowy początek;1 200 000 PLN;900 000 PLN\n"
        "FAMI/13/2020;Stowarzyszenie Most;Razem od dziś;800 000 PLN;600 000 PLN\n",
        {
            ("code", "FAMI/12/2020"),
            ("implementedBy", "Organisation:Fundacja Otwarte Drzwi"),
            ("budget", "1200000 PLN"),
            ("hasGrant", "900000"),
            ("fundedBy", "Organisation:Unia Europejska"),
        },
    ),
]


def literal(value: Value) -> str:
    return f"{value.text} {value.currency or ''}" if value.kind == "money" else value.text


@pytest.mark.parametrize(("language", "text", "expected"), ROWS, ids=range(len(ROWS)))
def test_first_row(tmp_path: Path, language: str, text: str, expected: set[tuple[str, str]]) -> None:
    path = tmp_path / "register.csv"
    path.write_text(text, "utf-8")
    reading = extract(read(path, path.name))
    assert reading.document.language == language
    names = {entity.key: f"{entity.kind}:{entity.names[0].text}" for entity in reading.entities}
    first = next(iter(names[s.subject] for s in reading.statements))
    found = {
        (s.predicate, names[s.object] if isinstance(s.object, str) else literal(s.object))
        for s in reading.statements
        if names[s.subject] == first and s.rule.startswith("field.")
    }
    assert found == expected
