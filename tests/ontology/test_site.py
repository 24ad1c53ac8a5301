"""The words that websites write around their texts."""
from __future__ import annotations

import tomllib

import pytest

from ontology import site
from ontology.lexicon import languages
from ontology.site import SiteWordsError, site_words


def test_phrases_are_whole_lines() -> None:
    sure = site_words("sure")
    assert sure.whole(["privacy", "policy"])
    assert not sure.whole(["the", "privacy", "policy"])
    assert not sure.whole([])


def test_the_longest_phrase_that_stands_at_a_place_counts() -> None:
    words = ["log", "in", "about", "us", "lantern"]
    assert (site_words("sure").opening(words), site_words("likely").opening(words, 2), site_words("likely").opening(words, 4)) == (2, 2, 0)


def test_every_language_that_is_read_has_its_entries() -> None:
    raw = tomllib.loads((site.files("ontology") / "site-words.toml").read_text("utf-8"))
    assert set(languages()) == set(raw) - {"any"}
    assert all(set(table) == site.KEYS for code, table in raw.items() if code != "any")


@pytest.mark.parametrize(("table", "told"), [({"sure": ["home"], "menu": ["x"]}, "menu: no such key"), ({"sure": ["—"]}, "has no word")])
def test_faults_of_the_file_are_named(table: dict[str, list[str]], told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    site._tables.cache_clear()
    monkeypatch.setattr(site.tomllib, "loads", lambda text: {"en": table})
    with pytest.raises(SiteWordsError, match=told):
        site._tables()
    monkeypatch.undo()
    site._tables.cache_clear()
