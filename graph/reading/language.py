"""Which language a document is in, among those that have a lexicon."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from graph.model import Block

_EU = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split()


@cache
def readable_languages() -> tuple[str, ...]:
    """The languages with a file in `ontology/lexicon`; all official languages of the EU while there is none."""
    try:
        folder = resources.files("ontology").joinpath("lexicon")
        found = sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml"))
    except (ModuleNotFoundError, FileNotFoundError, NotADirectoryError):
        found = []
    return tuple(found) or tuple(_EU)


@cache
def _identifier(languages: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = set(identifier.nb_classes)
    identifier.set_languages([language for language in languages if language in known])
    return identifier


def warm_up() -> None:
    """Load the model, so that no document has to wait for it."""
    _identifier(readable_languages())


def language_of(text: str, blocks: Iterable[Block], stated: str | None = None) -> str:
    """The language that the document states, unless its prose plainly is in another one that we read."""
    languages = readable_languages()
    kinds = ("prose", "item", "heading", "title")
    prose = " ".join(text[block.span.start : block.span.end] for block in blocks if block.kind in kinds)[:6000]
    if len(prose) < 40:
        prose = text[:6000]
    if stated in languages and len(prose) < 200:
        return str(stated)
    guess, _ = _identifier(languages).classify(prose)
    if stated in languages and stated != guess and not _clear(prose):
        return str(stated)
    return str(guess)


def _clear(prose: str) -> bool:
    """Whether there is enough text to overrule a page that states a language (templates often state the wrong one)."""
    return len(prose.split()) >= 60
