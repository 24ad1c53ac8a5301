"""Labels that mean one of two things: their value decides."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Reading
from graph.reading import read
from tests.small_documents import facts


def sheet(tmp_path: Path, line: str, lang_line: str = "The project helps people in Leeds.") -> Reading:
    (tmp_path / "a.md").write_text(f"# Lantern Path\n\n- **Start date**: 2021\n- **End date**: 2022\n- {line}\n\n{lang_line}\n", encoding="utf-8")
    return extract(read(tmp_path / "a.md", "a.md"))


@pytest.mark.parametrize(("line", "predicate", "value"), [
    ("**Funding**: £30,000", "budget", "30000 GBP"),
    ("**Funding**: Kredo Foundation", "fundedBy", "Kredo Foundation"),
    ("**Participants**: asylum seekers", "targets", "asylum-seekers"),
    ("**Participants**: Kredo Foundation", "hasPartner", "Kredo Foundation"),
    ("**Beneficiary**: Kredo Foundation", "implementedBy", "Kredo Foundation"),
    ("**Beneficiaries**: refugees", "targets", "refugees"),
])
def test_the_value_says_what_is_meant(tmp_path: Path, line: str, predicate: str, value: str) -> None:
    made = sheet(tmp_path, line)
    found = {(p, o) for p in ("budget", "fundedBy", "targets", "hasPartner", "implementedBy") for _, _, o in facts(made, p)}
    assert (predicate, value) in found
    assert len({p for p, _ in found}) == 1


def test_a_sum_beside_who_pays_stays_with_who_pays(tmp_path: Path) -> None:
    assert {o for _, _, o in facts(sheet(tmp_path, "**Funding**: Kredo Foundation (£30,000)"), "fundedBy")} == {"Kredo Foundation"}


@pytest.mark.parametrize("title", ["Lantern & Path 2026: call for proposals", "Lantern & Path 2026: open call"])
def test_a_call_is_named_before_the_colon_and_by_no_question(tmp_path: Path, title: str) -> None:
    text = f"The Velvet Trust\n{title}\n\nOpens: 12 January 2026\nCloses: 5 pm, Friday 27 March 2026\nTotal available: £750,000\n\nWhat is this call about?\nThe Velvet Trust supports groups run by refugees in Scotland.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    made = extract(read(tmp_path / "a.txt", "a.txt"))
    assert facts(made, "deadline") == {("Lantern & Path 2026", "deadline", "2026-03-27")}
    assert facts(made, "budget") == {("Lantern & Path 2026", "budget", "750000 GBP")}


PARTICIPANTS = [
    ("Projekt: Laterne\nKoordinator: Kredo Stiftung\nTeilnehmer: Omnia gGmbH, Universität Graz", "Omnia gGmbH"),
    ("Projet : Lanterne\nCoordinateur : Fondation Kredo\nParticipants : Association Omnia, Université de Liège", "Association Omnia"),
    ("Progetto: Lanterna\nCoordinatore: Fondazione Kredo\nPartecipanti: Associazione Omnia, Università di Bari", "Associazione Omnia"),
    ("Projekt: Latarenka\nKoordynator: Fundacja Kredo\nUczestnicy: Stowarzyszenie Omnia, Uniwersytet Gdański", "Stowarzyszenie Omnia"),
    ("Картка проєкту\nНазва: Ліхтар\nКоординатор: Фонд «Кредо»\nУчасники: ГО «Мовний міст», Університет Омнія", "ГО «Мовний міст»"),
]


@pytest.mark.parametrize(("text", "partner"), PARTICIPANTS)
def test_bodies_that_take_part_are_partners(tmp_path: Path, text: str, partner: str) -> None:
    (tmp_path / "a.txt").write_text(text + "\n", encoding="utf-8")
    found = facts(extract(read(tmp_path / "a.txt", "a.txt")))
    assert partner in {o for _, p, o in found if p == "hasPartner"} and partner not in {o for _, p, o in found if p == "implementedBy"}


@pytest.mark.parametrize("value", ["300 Geflüchtete", "Geflüchtete, Lehrkräfte"])
def test_people_that_take_part_are_served(tmp_path: Path, value: str) -> None:
    (tmp_path / "a.txt").write_text(f"Projekt: Laterne\nKoordinator: Kredo Stiftung\nTeilnehmer: {value}\n", encoding="utf-8")
    found = facts(extract(read(tmp_path / "a.txt", "a.txt")))
    assert "refugees" in {o for _, p, o in found if p == "targets"} and not [o for _, p, o in found if p == "hasPartner"]
