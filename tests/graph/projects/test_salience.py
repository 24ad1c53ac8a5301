"""The name that the ranking takes where no rule names a project, and the pages on which it must take none."""
from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Reading
from graph.projects.salience.candidates import Candidate
from graph.projects.salience.ranking import Weights, best, probabilities, weights
from graph.reading import read_bytes

PAGES = tomllib.loads((Path(__file__).parent / "data" / "no_project.toml").read_text("utf-8"))["page"]
BOOKS = ("book",)  # what a publisher brought out, a rule still takes for a project


def reading(text: str) -> Reading:
    return extract(read_bytes(text.strip().encode(), "page.txt", "text/plain"))


def projects(found: Reading) -> list[str]:
    return [e.names[0].text for e in found.entities if e.kind == "Project"]


@pytest.mark.parametrize("page", [p for p in PAGES if p["about"] not in BOOKS], ids=lambda p: f"{p['language']}-{p['about']}")
def test_pages_about_no_project_get_none(page: dict[str, str]) -> None:
    assert projects(reading(page["text"])) == []


def test_there_are_such_pages_in_many_languages() -> None:
    assert len(PAGES) >= 20 and len({page["language"] for page in PAGES}) >= 10


def test_probabilities_share_one_with_none() -> None:
    by = Weights({"quoted": 2.0}, {"always": 1.0}, 0.5)
    none_taken = probabilities([], {"always": 1.0}, by)
    one, two = probabilities([{"quoted": 1.0}, {}], {"always": 1.0}, by)
    assert none_taken == [] and one > two > 0 and one + two < 1


def test_the_best_is_taken_only_if_it_is_as_probable_as_asked() -> None:
    lantern, kredo = Candidate(("lantern",)), Candidate(("kredo",))
    found = [(kredo, {}), (lantern, {"quoted": 1.0})]
    assert best({}, found, Weights({"quoted": 3.0}, {}, 0.5)) is lantern
    assert best({}, found, Weights({"quoted": 3.0}, {}, 0.99)) is None
    assert best({}, [], weights()) is None


def test_every_weight_is_of_a_feature_that_is_expected() -> None:
    expected = tomllib.loads((Path(__file__).parents[3] / "bench" / "salience.toml").read_text("utf-8"))
    learned = weights()
    assert set(learned.name) == set(expected["name"]) and set(learned.page) == set(expected["page"])
    assert learned.least == expected["least"] > 0.5


RANKED = {
    "en": (
        "What a winter of shared suppers taught us\n\n"
        "Last Friday we cooked for the fiftieth time. When we first dreamt up “Ladle”, two years ago, the idea was simple: "
        "refugees and neighbours cook one meal a week.\n\n"
        "Today “Ladle” reaches forty families from Syria in Cork. It is paid for by the Kredo Foundation.\n",
        "Ladle",
    ),
    "de": (
        "In Sachsen ist erstmals ein Wohnhaus für geflüchtete Mütter eingerichtet worden. Das Pilotprojekt wird von der "
        "Kredo-Stiftung finanziert.\n\n"
        "Das Wohnhaus für geflüchtete Mütter bietet zwölf Frauen Platz. Das Pilotprojekt begann im Mai 2030. Es dauert zwei Jahre.\n",
        "Wohnhaus für geflüchtete Mütter",
    ),
}


@pytest.mark.parametrize("language", sorted(RANKED))
def test_a_name_that_no_rule_finds_is_ranked_and_its_facts_are_less_sure(language: str) -> None:
    text, name = RANKED[language]
    found = reading(text)
    assert projects(found) == [name]
    of_project = [s for s in found.statements if s.subject.startswith("project")]
    assert of_project and all(s.rule.endswith(".ranked") and s.confidence < 0.7 for s in of_project)


def test_a_project_that_a_rule_finds_is_not_ranked() -> None:
    found = reading("The LANTERN project is funded by the Kredo Foundation.\n\nIt helps refugees in Malta.\n")
    assert projects(found) == ["LANTERN"] and not any(s.rule.endswith(".ranked") for s in found.statements)
