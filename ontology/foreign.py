"""Head nouns and small words of names in other languages than the text's own (`ontology/foreign.toml`)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

Words = dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("ontology") / "foreign.toml").read_text("utf-8"))


def with_foreign(language: str, words: Words, nouns: Words) -> tuple[Words, Words]:
    """A language's `[words]` and `[nouns]` with the joiners and heads of bodies of all other languages, but none that
    the language has itself or whose first word is one of its small words."""
    small = {pattern for name, patterns in words.items() if name != "joiners" for pattern in patterns}
    own = small | set(words["joiners"]) | {pattern for patterns in nouns.values() for pattern in patterns}
    added: dict[str, list[str]] = {}
    for section, table in _table().items():
        others = [word for other, row in table.items() if other != language for word in row]
        added[section] = [word for word in others if word not in own and word.split()[0] not in small]
    joiners = dict.fromkeys((*words["joiners"], *added["joiners"]))
    heads = dict.fromkeys((*nouns["organisation"], *added["heads"]))
    return words | {"joiners": tuple(joiners)}, nouns | {"organisation": tuple(heads)}
