"""Lists of things in front matter and JSON: an item's country and role belong to the item's body."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Reading
from graph.reading import read
from tests.small_documents import facts

HEAD = "---\ntitle: LANTERN\ntype: project\nstart_date: 2020\n"


def front(tmp_path: Path, lines: str, name: str = "p.md") -> Reading:
    (tmp_path / name).write_text(HEAD + lines + "---\nThe LANTERN project helps refugees.\n", encoding="utf-8")
    return extract(read(tmp_path / name, name))


def test_a_country_below_a_partner_is_where_the_partner_is(tmp_path: Path) -> None:
    reading = front(tmp_path, "partners:\n  - name: Kredo Foundation\n    country: Malta\n    url: https://kredo.example\n  - name: Omnia Federation\n    country: AT\n")
    assert facts(reading, "hasPartner") == {("LANTERN", "hasPartner", "Kredo Foundation"), ("LANTERN", "hasPartner", "Omnia Federation")}
    assert facts(reading, "presentIn") == {("Kredo Foundation", "presentIn", "MT"), ("Omnia Federation", "presentIn", "AT")}
    assert {o for _, _, o in facts(reading, "coversCountry")} == {"MT", "AT"}
    assert not facts(reading, "website")


@pytest.mark.parametrize("lines", [
    "partners:\n  - name: Kredo Foundation\n    role: coordinator\n  - name: Omnia Federation\n    role: partner\n",
    "partners:\n  - role: coordinator\n    name: Kredo Foundation\n  - role: partner\n    name: Omnia Federation\n",
    "partners:\n  - organisation: Kredo Foundation\n    type: Coordinator\n  - organisation: Omnia Federation\n    type: Associated partner\n",
])
def test_a_role_beside_a_partner_says_its_part(tmp_path: Path, lines: str) -> None:
    reading = front(tmp_path, lines)
    assert facts(reading, "implementedBy") == {("LANTERN", "implementedBy", "Kredo Foundation")}
    assert facts(reading, "hasPartner") == {("LANTERN", "hasPartner", "Omnia Federation")}


def test_who_pays_keeps_its_programme_and_its_number(tmp_path: Path) -> None:
    reading = front(tmp_path, "funders:\n  - name: Kredo Foundation\n    country: Malta\n    programme: AMIF\n    grant_number: AMIF-2020-77\n")
    assert {o for _, _, o in facts(reading, "fundedBy")} == {"Kredo Foundation", "AMIF"}
    assert {o for _, _, o in facts(reading, "code")} == {"AMIF-2020-77"}
    assert not facts(reading, "coversCountry")


def test_json_has_the_same_lists(tmp_path: Path) -> None:
    data = {"title": "LANTERN", "type": "project", "startDate": "2020", "partners": [
        {"name": "Kredo Foundation", "country": "Malta", "role": "coordinator"}, {"name": "Omnia Federation", "country": "Austria"}]}
    (tmp_path / "p.json").write_text(json.dumps(data), encoding="utf-8")
    reading = extract(read(tmp_path / "p.json", "p.json"))
    assert facts(reading, "implementedBy") == {("LANTERN", "implementedBy", "Kredo Foundation")}
    assert facts(reading, "hasPartner") == {("LANTERN", "hasPartner", "Omnia Federation")}
    assert {o for _, _, o in facts(reading, "coversCountry")} == {"MT", "AT"}


def test_keys_of_the_project_itself_are_no_items(tmp_path: Path) -> None:
    reading = front(tmp_path, "partners: [Kredo Foundation, Omnia Federation]\ncountry: Malta\n")
    assert len(facts(reading, "hasPartner")) == 2
    assert {o for _, _, o in facts(reading, "coversCountry")} == {"MT"}
    assert not facts(reading, "presentIn")


def test_the_only_grant_is_the_budget_and_its_currency_no_funder(tmp_path: Path) -> None:
    reading = front(tmp_path, "funding: {programme: AMIF, amount: 90000, currency: EUR, start: 2021-03-01, end: 2022-02-28}\n")
    assert facts(reading, "fundedBy") == {("LANTERN", "fundedBy", "AMIF")}
    assert facts(reading, "budget") == {("LANTERN", "budget", "90000 EUR")}
    assert facts(reading, "endDate") == {("LANTERN", "endDate", "2022-02-28")}


def test_one_of_several_grants_is_no_budget(tmp_path: Path) -> None:
    reading = front(tmp_path, "funders:\n  - {name: AMIF, amount: 90000, currency: EUR}\n  - {name: Kredo Foundation, amount: 10000, currency: EUR}\n")
    assert {o for _, _, o in facts(reading, "fundedBy")} == {"AMIF", "Kredo Foundation"}
    assert not facts(reading, "budget")


def test_a_path_of_keys_is_read_by_its_last(tmp_path: Path) -> None:
    reading = front(tmp_path, "dates: {begin: 2021-03-01, end: 2022-02-28}\nplace: {country: Malta}\nmoney: {total_budget: 70000}\ngrant_eur: 1\n")
    assert {(p, o) for p in ("endDate", "coversCountry") for _, _, o in facts(reading, p)} == {("endDate", "2022-02-28"), ("coversCountry", "MT")}


@pytest.mark.parametrize(("label", "amount"), [("Budget (EUR)", "90000 EUR"), ("budget_sek", "90000 SEK"), ("Total budget", "90000")])
def test_a_label_names_the_currency(tmp_path: Path, label: str, amount: str) -> None:
    reading = front(tmp_path, f"{label}: 90000\n")
    assert {o for _, _, o in facts(reading, "budget")} == {amount}
