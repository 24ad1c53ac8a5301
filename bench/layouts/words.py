"""What websites say around their pages: menus, notices, links to share (`words.toml`)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Frame(NamedTuple):
    """The words of a website around a page."""

    menu: list[str]
    cookies: str
    accept: str
    share: str
    read_on: str
    rights: str


@lru_cache(maxsize=1)
def _known() -> dict[str, Frame]:
    text = (Path(__file__).with_name("words.toml")).read_text("utf-8")
    return {language: Frame(**words) for language, words in tomllib.loads(text).items()}


def frame(language: str) -> Frame:
    """The words in a language, in English for one that is not there."""
    return _known().get(language, _known()["en"])
