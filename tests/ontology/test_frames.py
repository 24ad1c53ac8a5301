"""Each frame of each lexicon is proved by its own example and counter-examples, run through the whole engine.

`pytest tests/ontology/test_frames.py -k de` takes one language, `-k de.fundedBy` one property of it.
"""
from __future__ import annotations

from collections import Counter

import pytest

from graph.model import Reading, Statement
from ontology.lexicon import PERIOD, Frame, LexiconError, languages, load
from tests.small_documents import meets, proves, read, unmark

LEAST_FRAMES = 30
_ran: dict[str, Counter[str]] = {}


def _frames(language: str) -> list[Frame] | LexiconError:
    try:
        return list(load(language).frames)
    except LexiconError as error:
        return error


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a frame; `-k` with a language's code means that language only ("de" is also a part of "fundedBy")."""
    wanted = str(metafunc.config.getoption("keyword") or "").strip("[]").split(".")[0]
    chosen = [wanted] if wanted in languages() else list(languages())
    if "frame" in metafunc.fixturenames:
        found = [frame for language in chosen if isinstance(frames := _frames(language), list) for frame in frames]
        metafunc.parametrize("frame", found, ids=[frame.id for frame in found])
    elif "language" in metafunc.fixturenames:
        metafunc.parametrize("language", chosen, ids=[f"{language}." for language in chosen])


def _properties(frame: Frame) -> set[str]:
    return {"startDate", "endDate"} if frame.property == PERIOD else {frame.property}


def _proof(reading: Reading, frame: Frame, language: str, subjects: list[str], target: str) -> list[Statement]:
    """The statements of a reading that say what the example marks."""
    return [
        s for s in reading.statements
        if s.predicate in _properties(frame) and meets(reading, s.object, target, language) and proves(reading, s, target)
        and (not subjects or any(meets(reading, s.subject, subject, language) for subject in subjects))
    ]


def _told(reading: Reading) -> str:
    names = {e.key: e.names[0].text for e in reading.entities}
    lines = [f"  {names.get(s.subject)} | {s.predicate} | {names.get(str(s.object), s.object)} | {s.rule}" for s in reading.statements]
    return "\n".join(lines) or "  nothing"


def test_example_is_found(frame: Frame) -> None:
    """The example yields each marked fact, by this rule or by another of the same property."""
    language = frame.id.split(".")[0]
    text, marked = unmark(frame.example)
    assert marked["o"], f"{frame.id}: the example marks no [o:…]"
    reading = read(text, language)
    own = True
    for target in marked["o"]:
        found = _proof(reading, frame, language, marked["s"], target)
        assert found, f"{frame.id}: {target!r} is not found in {text!r}; found:\n{_told(reading)}"
        own = own and any(s.rule == frame.id for s in found)
    _ran.setdefault(language, Counter())["by their own rule" if own else "by another rule"] += 1


def test_counter_examples_yield_nothing(frame: Frame) -> None:
    """No counter-example yields a statement by this rule."""
    language = frame.id.split(".")[0]
    for text in frame.counter:
        reading = read(text, language)
        wrong = [s for s in reading.statements if s.rule == frame.id]
        assert not wrong, f"{frame.id} fires in {text!r}:\n{_told(reading)}"


def test_there_are_enough_frames(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A lexicon can be loaded and says the properties in enough ways; how many examples ran is printed."""
    frames = _frames(language)
    assert not isinstance(frames, LexiconError), str(frames)
    ran = _ran.get(language, Counter())
    with capsys.disabled():
        counts = ", ".join(f"{count} {how}" for how, count in sorted(ran.items())) or "none in this run"
        print(f"\n{language}: {len(frames)} frames; examples found: {counts}", end="")
    assert len(frames) >= LEAST_FRAMES
