"""When projects begin and end: behind a code in a bracket, behind the mark for "year", one date for each verb."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import facts, prose


@pytest.mark.parametrize(("language", "text", "start", "end"), [
    ("en", "The LANTERN project (no. 2022-1-EL01-KA220-SCH-000087411, May 2022 – June 2024) helps newcomers.", "2022-05", "2024-06"),
    ("el", "Το έργο «Φανάρι» (κωδ. 2022-1-EL01-KA220-SCH-000087411, Μάιος 2022 – Ιούνιος 2024) στηρίζει πρόσφυγες.", "2022-05", "2024-06"),
    ("pl", "Projekt „Latarnia” realizujemy od 01.05.2022r. do 30.06.2024r.", "2022-05-01", "2024-06-30"),
    ("pl", "Okres realizacji projektu „Latarnia”: 01.05.2022 r. – 30.06.2024 r.", "2022-05-01", "2024-06-30"),
    ("pl", "Od 1 maja 2022 r. Fundacja Kredo realizuje projekt „Latarnia”, który zakończy się 30 czerwca 2024 r.", "2022-05-01", "2024-06-30"),
    ("cs", "Projekt „Maják“ realizujeme od 1. 5. 2022 do 30. 6. 2024.", "2022-05-01", "2024-06-30"),
    ("sl", "Projekt »Svetilnik« izvajamo od 1. 5. 2022 do 30. 6. 2024.", "2022-05-01", "2024-06-30"),
    ("hu", "A „Lámpás” projekt 2022. május 1-jén indult és 2024. június 30-án zárul.", "2022-05-01", "2024-06-30")])
def test_from_when_to_when(language: str, text: str, start: str, end: str) -> None:
    found = extract(prose(text, language=language))
    assert [o for _, _, o in facts(found, "startDate")] == [start]
    assert [o for _, _, o in facts(found, "endDate")] == [end]


def test_the_mark_for_year_ends_a_sentence() -> None:
    found = extract(prose("Projekt „Latarnia” trwał do końca czerwca 2024 r. Fundacja Kredo przygotowała wystawę.", language="pl"))
    assert {s.evidence[0].end for s in found.statements if s.predicate == "endDate"} == {49}
