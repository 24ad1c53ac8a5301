"""A language as it was kept is the language as it was compiled."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.marking import compiled as module
from graph.marking.compiled import compiled
from ontology import kept
from ontology.lexicon import load
from ontology.words import folded_words

TEXT = """The Lantern project was co-financed by the European Social Fund Plus and carried out by the Ministry of the Interior
of Italy, with unaccompanied children in Malta and third country nationals from Mali, from 2020 to 2022 in cooperation with IOM."""


def test_what_was_kept_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.SETTING, str(tmp_path))
    made = compiled(load("en"))
    with monkeypatch.context() as patch:
        patch.setattr(module, "_compile", lambda lexicon: pytest.fail("it was kept, and is compiled again"))
        again = compiled(load("en"))
    words = folded_words(TEXT)
    found = made.automaton.find(words, 0, len(words))
    assert again.automaton.find(words, 0, len(words)) == found
    assert len(found) > 40
    assert again.touching == made.touching
    assert again.automaton.payloads == made.automaton.payloads


def test_what_was_kept_of_another_vocabulary_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.SETTING, str(tmp_path))
    kept.keep("language-en", "0" * 64, "of other files")
    assert len(compiled(load("en")).automaton.payloads) > 1000


def test_what_was_kept_but_does_not_fit_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.SETTING, str(tmp_path))
    made = compiled(load("en"))
    (path,) = tmp_path.glob("language-en.*")
    parts = path.name.split(".")[1]
    kept.keep("language-en", parts, [made.automaton.to_data(), [["t", 10**9, "any"]], []])
    assert compiled(load("en")).automaton.payloads == made.automaton.payloads
