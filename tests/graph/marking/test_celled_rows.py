"""Tables whose cells became lines: a head of labels, one a line, and rows of as many lines."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import facts

POLISH = """Urząd Marszałkowski
Wyniki naboru nr 7/2024/FAMI „Razem na miejscu”

Lp.
Wnioskodawca
Tytuł projektu
Numer
Okres realizacji
Koszt całkowity (zł)
Liczba punktów

1
Fundacja Kredo
Ciepła kuchnia
FAMI.01.02-IP.01-0001/24
01.05.2024 – 30.04.2027
4 812 300,00
94

Partner: Stowarzyszenie Omnia im. Anny Nowak. Kursy języka polskiego dla uchodźców.

2
Gmina Miasto Ustroń
Ustroń łączy
FAMI.01.02-IP.01-0002/24
01.06.2024 – 31.05.2026
1 270 450,00
83

Zajęcia dla dzieci cudzoziemskich.
"""
DUTCH = """Gehonoreerde aanvragen AMIF

Projectnaam
Aanvrager
Budget
Einddatum

Samen Thuis
Stichting Kredo
€ 120.000
31-12-2025

Taal op de Tuin
Vereniging Omnia
€ 45.500
30-06-2024
"""
ENGLISH = """No.
Project title
Lead partner
Country
Budget
1.9
Bread and Roses
Kredo Trust
Malta
EUR 20,000
1.10
Second Kitchen
Omnia Trust
Cyprus
EUR 31,500
"""


def read(text: str) -> set[tuple[str, str, str]]:
    return facts(extract(read_bytes(text.encode(), "list.txt", "text/plain")))


@pytest.mark.parametrize(("text", "title", "name", "value"), [
    (POLISH, "Ciepła kuchnia", "implementedBy", "Fundacja Kredo"), (POLISH, "Ustroń łączy", "implementedBy", "Gmina Miasto Ustroń"),
    (POLISH, "Ciepła kuchnia", "code", "FAMI.01.02-IP.01-0001/24"), (POLISH, "Ustroń łączy", "endDate", "2026-05-31"),
    (POLISH, "Ciepła kuchnia", "targets", "refugees"), (POLISH, "Ustroń łączy", "targets", "migrant-children"),
    (POLISH, "Ciepła kuchnia", "hasPartner", "Stowarzyszenie Omnia im. Anny Nowak"),
    (DUTCH, "Samen Thuis", "implementedBy", "Stichting Kredo"), (DUTCH, "Taal op de Tuin", "endDate", "2024-06-30"),
    (ENGLISH, "Bread and Roses", "implementedBy", "Kredo Trust"), (ENGLISH, "Second Kitchen", "implementedBy", "Omnia Trust"),
    (ENGLISH, "Second Kitchen", "coversCountry", "CY"),
])
def test_a_row_is_a_project(text: str, title: str, name: str, value: str) -> None:
    assert (title, name, value) in read(text)


def test_a_row_keeps_to_itself() -> None:
    found = read(POLISH)
    assert {o for s, p, o in found if s == "Ustroń łączy" and p in ("implementedBy", "hasPartner")} == {"Gmina Miasto Ustroń"}
    assert not any(s == "Razem na miejscu" for s, _, _ in found)  # the call's name


@pytest.mark.parametrize("text", [
    ENGLISH.replace("1.10", "1.8"),  # numbers go up
    ENGLISH.replace("Project title\n", ""),
    ENGLISH.replace("EUR 20,000\n", "to be agreed\n").replace("EUR 31,500\n", "to be agreed\n"),
    "Title\nOrganiser\nYear\nWe met in May.\nMore later.\nKredo Trust thanks all.\n",
])
def test_other_lines_are_no_rows(text: str) -> None:
    assert not any(s == "Second Kitchen" and p == "implementedBy" for s, p, _ in read(text))
