"""Lexicons are read and checked; what cannot be used is refused with file, rule, cause and remedy."""
from __future__ import annotations

import copy
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from ontology import lexicon
from ontology.lexicon import PERIOD, Frame, Lexicon, LexiconError, languages, load, shapes
from ontology.schema import properties
from tests.small_documents import exploding

PERSONS = ("minist", "міністр", "coordinadora", "kummissarju")  # offices that one person holds
SECTIONS = ("words", "nouns", "fields", "contexts")
FRAME: dict[str, Any] = {
    "property": "fundedBy", "name": "passive", "triggers": ["(co-)funded by {o}"], "example": "[s:The X project] is funded by [o:Y].",
    "counter": "The X project was seen by Y.",
}


@pytest.mark.parametrize("code", languages())
def test_every_lexicon_is_named_and_whole(code: str) -> None:
    book = load(code)
    assert book.language == code and book.name and book.version
    assert all(getattr(book, section) for section in SECTIONS)
    assert book.months and set(book.months.values()) == set(range(1, 13))
    assert book.decimal in (",", ".") and set(book.currencies.values())


@pytest.mark.parametrize("code", languages())
def test_rule_ids_are_language_property_name(code: str) -> None:
    for frame in load(code).frames:
        language, prop, name = frame.id.split(".")
        assert (language, prop) == (code, frame.property) and name
        assert prop == PERIOD or prop in properties()


@pytest.mark.parametrize("code", languages())
def test_fields_speak_of_known_properties(code: str) -> None:
    pseudo = {"title", "description", "acronym", PERIOD, "ignore", "unionShare", "currency"}
    unknown = set(load(code).fields) - set(properties()) - pseudo
    assert not unknown, f"ontology/lexicon/{code}.toml [fields]: {sorted(unknown)} is neither a property nor known otherwise"


@pytest.mark.parametrize("code", languages())
def test_every_frame_has_triggers_with_places(code: str) -> None:
    assert not exploding(code)
    book = load(code)
    seen = set()
    for anchor, shape in shapes(book):
        seen.add(shape.frame)
        places = [*shape.before, *(part for part in shape.after if isinstance(part, str))]
        assert places, f"{book.frames[shape.frame].id}: a trigger without {{s}} and {{o}}"
        assert anchor or len(places) == 2, f"{book.frames[shape.frame].id}: a trigger of one place and no word"
    assert seen == set(range(len(book.frames)))


def _written(monkeypatch: pytest.MonkeyPatch, tmp_path: Any, change: Any) -> Lexicon:
    """The English lexicon with a change, read from another folder."""
    raw = tomllib.loads((files("ontology") / "lexicon" / "en.toml").read_text("utf-8"))
    raw["frame"] = [copy.deepcopy(FRAME)]
    change(raw)
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "xx.toml").write_text("placeholder = 1")
    monkeypatch.setattr(lexicon, "files", lambda package: tmp_path)
    monkeypatch.setattr(tomllib, "loads", lambda text: raw)
    load.cache_clear()
    try:
        return load("xx")
    finally:
        load.cache_clear()


def _with_frame(**changes: Any) -> Any:
    def change(raw: dict[str, Any]) -> None:
        raw["frame"][0].update(changes)
    return change


def _twice(raw: dict[str, Any]) -> None:
    raw["frame"] *= 2


REFUSED = {
    "the ontology has no property 'paidFor'": _with_frame(property="paidFor"),
    "Country cannot be the object of fundedBy": _with_frame(object=["Country"]),
    "Fund cannot be the subject of implementedBy": _with_frame(property="implementedBy", subject=["Fund"]),
    "triggers, counter missing": _with_frame(triggers=[], counter=""),
    "two frames share the name xx.fundedBy.passive": _twice,
    "\\[words\\] stop must be a list": lambda raw: raw["words"].update(stop="the"),
}


@pytest.mark.parametrize("message", REFUSED)
def test_a_lexicon_that_cannot_be_used_is_refused(message: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    with pytest.raises(LexiconError, match=message) as refusal:
        _written(monkeypatch, tmp_path, REFUSED[message])
    assert "ontology/lexicon/xx.toml" in str(refusal.value)


def test_an_unknown_language_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(LexiconError, match=r"no such lexicon; there are .*en"):
        load("qq")


def _shaped(trigger: str) -> list[tuple[tuple[str, ...], tuple[str, ...], int]]:
    frame = Frame("xx.fundedBy.one", "fundedBy", frozenset({"Project"}), frozenset({"Fund"}), "near", False, None, (trigger,), "", ())
    book = Lexicon("xx", "", "1", {}, {}, {}, "dmy", (), (), {}, {}, ",", {}, {}, {}, (frame,))
    return sorted((anchor, shape.before, len(shape.after)) for anchor, shape in shapes(book))


def test_the_first_literal_stretch_is_the_anchor() -> None:
    assert _shaped("funded by {o}") == [(("funded", "by"), (), 1)]
    assert _shaped("{o} funds {s}") == [(("funds",), ("o",), 1)]
    assert _shaped("von {o} (gefördert|finanziert)") == [(("von",), (), 2)]
    assert _shaped("{s} {o}") == [((), ("s", "o"), 0)]


def test_alternative_later_literals_share_one_shape() -> None:
    frame = Frame("xx.fundedBy.one", "fundedBy", frozenset({"Project"}), frozenset({"Fund"}), "near", False, None,
                  ("von {o} (gefordert|finanziert)",), "", ())
    book = Lexicon("xx", "", "1", {}, {}, {}, "dmy", (), (), {}, {}, ",", {}, {}, {}, (frame,))
    [(_, shape)] = list(shapes(book))
    assert shape.after == ("o", frozenset({("gefordert",), ("finanziert",)}))


def test_a_broken_trigger_names_its_rule() -> None:
    with pytest.raises(LexiconError, match=r"lexicon/xx\.toml: xx\.fundedBy\.one: pattern"):
        _shaped("funded (by {o}")


@pytest.mark.parametrize("code", languages())
def test_no_stem_of_a_role_takes_in_a_body(code: str) -> None:
    """A stem such as "prefett*" would call the "prefettura" a person's role, and no body would be found there."""
    nouns = load(code).nouns
    stems = tuple(pattern[:-1] for pattern in nouns["roles"] if pattern.endswith("*") and " " not in pattern and "(" not in pattern)
    bodies = [noun for noun in nouns["organisation"] if noun.isalpha() and not noun.startswith(PERSONS)]
    assert not [noun for noun in bodies if stems and noun.startswith(stems)]
