"""The countries that the names of running bodies imply."""
from __future__ import annotations

from tests.small_documents import facts, read


def test_a_municipality_that_runs_a_project_gives_its_country() -> None:
    found = facts(read("Il progetto «Lanterna» è realizzato dal Comune di Bologna.", "it"), "coversCountry")
    assert {s for s, _, _ in found} == {"Lanterna"} and len(found) == 1


def test_a_stated_country_leaves_no_room_for_an_implied_one() -> None:
    found = facts(read("Il progetto «Lanterna» si svolge in Austria. Il progetto è realizzato dal Comune di Bologna.", "it"), "coversCountry")
    assert len(found) == 1


def test_a_ministry_named_after_a_country_implies_none() -> None:
    assert not facts(read("The “Lantern” project is run by the Ministry of Justice of Norway.", "en"), "coversCountry")
