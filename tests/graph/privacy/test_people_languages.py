"""In every language, people who are served stay unnamed, officials keep their names, and so do bodies named after people."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Span
from graph.privacy.masking import MASK, Mask
from graph.privacy.people import guarded
from ontology.lexicon import languages
from ontology.people import PeopleError, Wording, wording
from tests.small_documents import prose

PEOPLE: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "data" / "people.toml").read_text("utf-8")
)
LEAST = {"private": 6, "public": 3, "bodies": 2}
CASES = [(code, kind, text) for code, kinds in PEOPLE.items() for kind, texts in kinds.items() for text in texts]


def test_every_language_is_tried() -> None:
    assert set(PEOPLE) == set(languages()) and len(CASES) >= len(languages()) * sum(LEAST.values())
    for code, kinds in PEOPLE.items():
        assert {kind: len(kinds[kind]) >= least for kind, least in LEAST.items()} == dict.fromkeys(LEAST, True), code


@pytest.mark.parametrize(("code", "kind", "marked"), CASES)
def test_names_of_people(code: str, kind: str, marked: str) -> None:
    text = re.sub(r"\[(.+?)\]", r"\1", marked)
    wanted = re.sub(r"\[.+?\]", MASK, marked) if kind == "private" else text
    reading = guarded(extract(prose(text, code)))
    assert Mask.of([reading]).quote(reading, Span(0, len(text))) == wanted
    if kind == "private":
        hidden = {word.casefold() for name in re.findall(r"\[(.+?)\]", marked) for word in re.findall(r"\w\w+", name)}
        named = " ".join(name.text for entity in reading.entities for name in entity.names).casefold()
        assert not hidden & set(re.findall(r"\w+", named))


def test_every_language_says_how_it_speaks_of_people() -> None:
    for code in languages():
        found = wording(code)
        assert all(getattr(found, key) for key in ("persons", "kin", "ages", "says", "traits", "captions")), code
    assert wording("xx") == Wording()


def test_unknown_keys_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ontology.people._table", lambda name: {"agess": ["#"]})
    with pytest.raises(PeopleError, match="unknown key 'agess'"):
        wording.__wrapped__("zz")
