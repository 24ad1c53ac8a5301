"""Amounts below labels that name their currency, thousands, millions or percentages."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Grant
from graph.reading import read

TABLES = [
    (
        "en",
        "Project,Lead,Funder,EU contribution (EUR),Total budget [PLN]\n"
        "Lantern,Kredo Foundation,AMIF,300000,1 200 000\nBridges,Omnia Association,ESF+,150000,800 000\n",
        {"budget 1200000 PLN", "grant 300000 EUR"},
    ),
    (
        "fr",
        "Projet;Porteur;Financeur;Montant UE en euros;Coût total (en milliers d'euros)\n"
        "Lanterne;Fondation Kredo;FAMI;300000;400\n",
        {"budget 400000 EUR", "grant 300000 EUR"},
    ),
    (
        "hu",
        "Projekt;Megvalósító;Támogató;Támogatás összege (Ft);Teljes költségvetés (millió Ft)\n"
        "Lámpás;Kredo Alapítvány;MMIA;30 000 000;40\n",
        {"budget 40000000 HUF", "grant 30000000 HUF"},
    ),
    (
        "sv",
        "Projekt;Projektägare;Finansiär;Budget (tkr);EU-stöd (SEK)\nLyktan;Stiftelsen Kredo;AMIF;400;300 000\n",
        {"budget 400000 SEK", "grant 300000 SEK"},
    ),
    (
        "uk",
        "Проєкт;Виконавець;Фінансування;Бюджет (тис. грн);Внесок ЄС (євро)\nЛіхтар;Фундація Кредо;AMIF;400;300 000\n",
        {"budget 400000 UAH", "grant 300000 EUR"},
    ),
    (
        "el",
        "Έργο;Φορέας υλοποίησης;Χρηματοδότηση από;Προϋπολογισμός (σε ευρώ);Συνεισφορά ΕΕ (χιλ. €)\n"
        "Φανάρι;Ίδρυμα Κρέντο;ΤΑΜΕ;400.000;300\n",
        {"budget 400000 EUR", "grant 300000 EUR"},
    ),
    (
        "ro",
        "Proiect;Beneficiar;Finanțator;Valoare totală (lei);Contribuția UE (mii euro)\n"
        "Felinar;Fundația Kredo;FAMI;400.000;60\n",
        {"budget 400000 RON", "grant 60000 EUR"},
    ),
    (
        "de",
        "Projekt;Träger;Fonds;Gesamtkosten (€);EU-Anteil in %\nLaterne;Stiftung Kredo;AMIF;400.000;75\n",
        {"budget 400000 EUR", "grant 0.75 of all"},
    ),
]

SHEET = "Lantern project\n\nProject: Lantern\nLead partner: Kredo Foundation\nFunder: AMIF\n"


def sums(path: Path, text: str, thing: str = "") -> set[str]:
    """The budgets and grants of a text, or of one project of it."""
    path.write_text(text, "utf-8")
    reading = extract(read(path, path.name))
    names = {entity.key: entity.names[0].text for entity in reading.entities if entity.names}
    found = set()
    for statement in reading.statements:
        value = statement.object
        if isinstance(value, str) or (thing and names[statement.subject] != thing):
            continue
        if isinstance(value, Grant):
            found.add(f"grant {value.text} {value.currency}" if value.text else f"grant {value.share} of all")
        elif value.kind == "money":
            found.add(f"budget {value.text} {value.currency}")
    return found


@pytest.mark.parametrize(("language", "text", "expected"), TABLES, ids=[row[0] for row in TABLES])
def test_columns_say_what_their_amounts_are_counted_in(
    tmp_path: Path, language: str, text: str, expected: set[str]
) -> None:
    first = text.split("\n")[1].replace(",", ";").split(";")[0]
    assert sums(tmp_path / f"list.{language}.csv", text, first) == expected


def test_a_label_before_a_colon_says_it_too(tmp_path: Path) -> None:
    text = SHEET + "Budget (EUR): 400 000\nEU contribution (in thousand EUR): 300\n"
    assert sums(tmp_path / "sheet.txt", text) == {"budget 400000 EUR", "grant 300000 EUR"}


def test_what_an_amount_says_itself_goes_before_the_label(tmp_path: Path) -> None:
    assert sums(tmp_path / "sheet.txt", SHEET + "Budget (k€): 1.2 million PLN\n") == {"budget 1200000 PLN"}
    assert sums(tmp_path / "sheet.txt", SHEET + "Budget (k€): 400 000 €\n") == {"budget 400000 EUR"}


def test_a_percentage_is_no_sum(tmp_path: Path) -> None:
    assert sums(tmp_path / "sheet.txt", SHEET + "Budget share (%): 75\n") == set()
