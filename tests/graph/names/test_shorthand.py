"""Abbreviations that a text makes for its own common words are no names."""

from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(
    ("text", "language", "fact"),
    [
        (
            "The LANTERN project helps third-country nationals (TCN). It advises TCN in Malta.",
            "en",
            ("LANTERN", "targets", "third-country-nationals"),
        ),
        (
            "Proiectul LANTERNA îi sprijină pe resortisanții țărilor terțe (RTT). Cursurile sunt pentru RTT vulnerabili.",
            "ro",
            ("LANTERNA", "targets", "third-country-nationals"),
        ),
    ],
)
def test_an_abbreviation_of_a_group_is_the_group(text: str, language: str, fact: tuple[str, str, str]) -> None:
    reading = read(text, language)
    assert fact in facts(reading, "targets")
    assert {e.names[0].text for e in reading.entities if e.kind == "Project"} == {fact[0]}


def test_later_uses_count() -> None:
    reading = read(
        "We know beneficiaries of international protection (BIP). The LANTERN project offers BIP legal advice."
    )
    assert ("LANTERN", "targets", "international-protection") in facts(reading, "targets")


@pytest.mark.parametrize(
    "text",
    [
        "The LANTERN project runs one regional reception centre (ORRC). ORRC started in 2019 and is funded by AMIF.",
        "The Kredo Foundation (KF) runs the LANTERN project. KF started in 1990.",
    ],
)
def test_other_abbreviations_are_no_projects(text: str) -> None:
    assert {e.names[0].text for e in read(text).entities if e.kind == "Project"} <= {"LANTERN"}
