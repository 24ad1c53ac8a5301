"""Short texts of all languages with their core facts (`tests/corpus/short`), as annotated documents.

They were written by people who did not know the engine: a few lines each, as notices, minutes, captions, posts, lists
and letters are really written, each fact said once. Every other text (the even ones, counted from one) is there to
learn from; the others are kept aside: only their totals are looked at.
"""
from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SHORT = Path(__file__).resolve().parent.parent / "tests" / "corpus" / "short"


def short_texts() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The set ("tune", "aside"), the text and the annotations of each, language by language."""
    for file in sorted(SHORT.glob("*.toml")):
        for number, entry in enumerate(tomllib.loads(file.read_text("utf-8"))["text"], 1):
            ids: dict[str, str] = {}
            gold: dict[str, Any] = {
                "doc": f"{number:02}_{file.stem}.txt", "lang": file.stem, "forbidden": [], "private_names": [],
                "facts": [_fact(fact, ids) for fact in entry["facts"]],
                "optional": [_fact(fact, ids) for fact in entry["optional"]],
            }
            subjects = {fact[0] for fact in (*gold["facts"], *gold["optional"])}
            gold["entities"] = {
                key: {"type": "Project" if key in subjects else "Organisation", "names": names.split(" / ")}
                for names, key in ids.items()
            }
            yield ("aside" if number % 2 else "tune"), entry["text"].strip() + "\n", gold


def _fact(fact: str, ids: dict[str, str]) -> list[str]:
    """“Name / other name | property | object” as subject, property and object by their ids."""
    subject, name, value = fact.split(" | ")
    prefix = {"coversCountry": "country:", "targets": "group:"}.get(name)
    target = prefix + value if prefix else ids.setdefault(value, f"e{len(ids)}")
    return [ids.setdefault(subject, f"e{len(ids)}"), name, target]
