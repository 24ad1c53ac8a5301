"""Numbers of registers beside bodies' names: taken up, checked, joined on, and not where a digit slipped."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.model import Entity, Reading
from graph.reading import read_bytes
from graph.resolution import resolve
from ontology.identifiers import body_number
from ontology.vocabulary import entries
from tests.graph.made_files import ACTIVITY

MEDIA = {"txt": "text/plain", "csv": "text/csv", "xml": "application/xml"}
IOM = next(e.iri for e in entries().values() if e.kind == "Organisation" and "IOM" in e.acronyms)


def reading(text: str, name: str = "a.txt") -> Reading:
    return extract(read_bytes(text.encode(), name, MEDIA[name.rpartition(".")[2]]))


def bodies(text: str, name: str = "a.txt") -> dict[str, tuple[str, ...]]:
    found: list[Entity] = [e for e in reading(text, name).entities if e.kind == "Organisation"]
    return {entity.names[0].text: entity.numbers for entity in found}


def page(name: str, said: str) -> str:
    return f"{name}: work for newcomers\n\nThe {name} project is coordinated by {said} in Graz.\n"


@pytest.mark.parametrize(("said", "number"), [
    ("Kredo Foundation (PIC 912345678)", "PIC:912345678"),
    ("Kredo Foundation (PIC: 912345678)", "PIC:912345678"),
    ("Kredo Foundation [PIC no. 912345678]", "PIC:912345678"),
    ("Kredo Foundation (Austria, PIC number 912345678)", "PIC:912345678"),
    ("Kredo Foundation (GB-CHC-202918)", "GB-CHC-202918"),
    ("Kredo Foundation (IATI: XM-DAC-41122-1)", "XM-DAC-41122-1"),
])
def test_a_number_behind_a_name_is_its(said: str, number: str) -> None:
    assert bodies(page("LANTERN", said)) == {"Kredo Foundation": (number,)}


@pytest.mark.parametrize("said", [
    "Kredo Foundation (PIC 9123456789)",  # a digit too many
    "Kredo Foundation (PIC 112345678)",  # no PIC begins so
    "Kredo Foundation (BE-BCE_KBO-0202239952)",  # its check digits are wrong
    "Kredo Foundation (AT-LANTERN-2019-07)",  # no register of bodies
])
def test_what_is_no_number_of_a_body_is_left(said: str) -> None:
    assert set(bodies(page("LANTERN", said)).values()) == {()}


def test_each_body_of_a_row_gets_its_own() -> None:
    found = bodies("LANTERN: work\n\nThe LANTERN project is run by Kredo Foundation (PIC 912345678) and Omnia Federation (PIC 987654321).\n")
    assert found == {"Kredo Foundation": ("PIC:912345678",), "Omnia Federation": ("PIC:987654321",)}


def test_a_column_of_numbers() -> None:
    table = "Project;Coordinator;PIC;Country\nLANTERN;Kredo Foundation;912345678;Austria\nBEACON;Omnia Federation;987654321;Malta\n"
    assert bodies(table, "a.csv") == {"Kredo Foundation": ("PIC:912345678",), "Omnia Federation": ("PIC:987654321",)}


def test_the_references_of_an_iati_file() -> None:
    activity = ACTIVITY.replace('role="1" type="60"', 'role="1" type="60" ref="GB-CHC-202918"')
    assert bodies(activity, "a.xml")["Kredo Foundation"] == ("GB-CHC-202918",)


@pytest.mark.parametrize(("right", "wrong"), [
    ("BE-BCE_KBO-0202239951", "BE-BCE_KBO-0202239952"),
    ("DK-CVR-13585628", "DK-CVR-13585629"),
    ("FI-PRO-0112038-9", "FI-PRO-0112038-8"),
    ("NO-BRC-923609016", "NO-BRC-923609017"),
    ("SE-BLV-5560125790", "SE-BLV-5560125791"),
])
def test_check_digits(right: str, wrong: str) -> None:
    assert (body_number(right), body_number(wrong)) == (right, "")


def entities_of(*texts: str) -> list[str]:
    resolution = resolve([reading(text, f"{at}.txt") for at, text in enumerate(texts)])
    return sorted(entity.iri for entity in resolution.entities if entity.kind == "Organisation")


def test_one_number_joins_two_names() -> None:
    german = "BEACON: Arbeit für alle\n\nDas Projekt BEACON wird von der Stiftung Sternlicht (PIC-Nummer 912345678) koordiniert.\n"
    assert len(entities_of(page("LANTERN", "Kredo Foundation (PIC 912345678)"), german)) == 1
    assert len(entities_of(page("LANTERN", "Kredo Foundation"), german)) == 2


def test_the_number_of_a_known_body_joins_with_it() -> None:
    unknown = page("LANTERN", "Agencija Most (XM-DAC-47066)")
    assert entities_of(unknown, page("BEACON", "IOM")) == [IOM]


def test_a_number_on_two_strangers_is_a_slip() -> None:
    texts = page("LANTERN", "Kredo Foundation (PIC 912345678)"), page("BEACON", "Omnia Federation (PIC 912345678)")
    assert len(entities_of(*texts)) == 2
    alike = page("LANTERN", "Kredo Foundation (PIC 912345678)"), page("BEACON", "Kredo Foundation for Newcomers (PIC 912345678)")
    assert len(entities_of(*alike)) == 1


def test_namesakes_with_numbers_of_their_own_stay_apart() -> None:
    texts = page("LANTERN", "Kredo Foundation (PIC 912345678)"), page("BEACON", "Kredo Foundation (PIC 987654321)")
    assert len(entities_of(*texts)) == 2
