"""Who gives what, in every language: sentences and sheets that say it, and such that only look like it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from graph.extraction import extract
from graph.model import Grant
from graph.reading import read
from ontology.lexicon import languages

DATA: dict[str, Any] = tomllib.loads((Path(__file__).parent / "data" / "grants.toml").read_text("utf-8"))
CASES: list[dict[str, Any]] = DATA["case"]


def project_of(language: str) -> str:
    """The project that all texts of a language are about: the capitals of its opening sentence."""
    return next(word for word in re.findall(r"\w+", DATA["intro"][language]) if word.isupper() and len(word) > 2)


def read_grants(folder: Path, language: str, text: str) -> list[str]:
    """The grants that are read in a text, written as in the data file."""
    joint = "\n\n" if "\n" in text else " "
    page = folder / "page.md"
    intro = DATA["intro"][language]
    page.write_text(f"---\nlanguage: {language}\n---\n# {project_of(language)}\n\n{intro}{joint}{text}\n", "utf-8")
    reading = extract(read(page, page.name))
    assert reading.document.language == language
    names = {"": ""} | {entity.key: entity.names[0].text for entity in reading.entities}
    found = []
    for statement in reading.statements:
        if not isinstance(statement.object, Grant):
            continue
        assert project_of(language) in names[statement.subject]
        grant = statement.object
        amount = f"{grant.text} {grant.currency or ''}".strip()
        parts = (names[grant.funder] or "-", grant.role, amount, grant.share, names[grant.recipient], grant.start, grant.end)
        found.append(re.sub(r"[\s|]+$", "", " | ".join(parts)))
    return sorted(re.sub(r"\| +\|", "| |", re.sub(r" +", " ", line)) for line in found)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['language']}-{number}" for number, case in enumerate(CASES)])
def test_grants_of_a_text(tmp_path: Path, case: dict[str, Any]) -> None:
    assert read_grants(tmp_path, case["language"], case["text"]) == sorted(case["grants"])


def test_every_language_has_texts_with_grants_and_texts_without() -> None:
    for language in languages():
        own = [bool(case["grants"]) for case in CASES if case["language"] == language]
        assert own.count(True) >= 5 and own.count(False) >= 3, language
