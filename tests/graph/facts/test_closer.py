"""“Co-financed by” and “coordinated by” say more than who pays and who works; the general property is said as well."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from graph.extraction import extract
from graph.reading import read
from ontology import closer
from ontology.lexicon import languages
from ontology.schema import with_generals
from tests.small_documents import facts

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "data" / "closer.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['language']}-{number}" for number, case in enumerate(CASES)])
def test_a_text_says(tmp_path: Path, case: dict[str, Any]) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"---\nlanguage: {case['language']}\n---\n{case['text']}\n", "utf-8")
    found = facts(extract(read(page, page.name)))
    assert {f"{name} {target}" for _, name, target in found if name in closer.tables()} == set(case["says"])
    for subject, name, target in found:
        assert all((subject, general, target) in found for general in with_generals(name))


def test_every_language_says_each_property_and_leaves_others_alone() -> None:
    for language in languages():
        told = [line for case in CASES if case["language"] == language for line in case["says"]]
        assert {line.split()[0] for line in told} == set(closer.tables()), language
        assert all(table.get(language) for table in closer.tables().values()), language


def test_a_table_for_what_is_no_closer_property_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closer, "properties", dict)
    closer.tables.cache_clear()
    with pytest.raises(closer.CloserError, match=r"\[coFundedBy\] is no sub-property"):
        closer.tables()
    closer.tables.cache_clear()
