"""Bodies one below the other with their countries below them, as databases of projects print them."""
from __future__ import annotations

from pathlib import Path

from graph.extraction import extract
from graph.model import Reading
from graph.reading import read
from tests.small_documents import facts

PAGE = """LANTERN
Artificial light for the reception of refugees in Europe

Grant agreement ID: 870111
{lines}
Objective
LANTERN aims at designing tools that help public administrations receive refugees.
"""


def page(tmp_path: Path, lines: str) -> Reading:
    (tmp_path / "p.txt").write_text(PAGE.format(lines=lines), encoding="utf-8")
    return extract(read(tmp_path / "p.txt", "p.txt"))


def test_each_body_takes_the_country_below_it(tmp_path: Path) -> None:
    reading = page(tmp_path, "Participants (2)\nOMNIA GMBH\nAustria\nEU contribution\n€ 250 000\nKREDO FOUNDATION\nMalta\nEU contribution\n€ 150 000\n")
    assert {o for _, _, o in facts(reading, "hasPartner")} == {"OMNIA GMBH", "KREDO FOUNDATION"}
    assert facts(reading, "presentIn") == {("OMNIA GMBH", "presentIn", "AT"), ("KREDO FOUNDATION", "presentIn", "MT")}
    assert {o for _, _, o in facts(reading, "coversCountry")} == {"AT", "MT"}


def test_the_label_above_says_the_part(tmp_path: Path) -> None:
    reading = page(tmp_path, "Coordinator\nKREDO FOUNDATION\nMalta\n\nParticipants\nOMNIA GMBH\nAustria\n")
    assert {o for _, _, o in facts(reading, "implementedBy")} == {"KREDO FOUNDATION"}
    assert {o for _, _, o in facts(reading, "hasPartner")} == {"OMNIA GMBH"}


def test_people_above_their_countries_are_no_bodies(tmp_path: Path) -> None:
    reading = page(tmp_path, "Participants\nMaria Rossi\nItaly\nJohn Smith\nMalta\n")
    assert not facts(reading, "hasPartner")


def test_without_a_label_lines_above_countries_say_nothing(tmp_path: Path) -> None:
    reading = page(tmp_path, "OMNIA GMBH\nAustria\nKREDO FOUNDATION\nMalta\n")
    assert not facts(reading, "hasPartner")
