"""Corpora of any size with known facts: annotated texts retold of other projects, the same for the same number.

`python -m bench.corpus 1000 FOLDER [--texts tests/corpus/tune --gold tests/corpus/gold]` writes `FOLDER/docs/…` and
`FOLDER/gold/…`. Each document is one of the annotated texts (17 languages, pages, tables, news, calls …) in which the
names of its projects are replaced by made ones of the same shape, everywhere, and its codes by others. What is true of
the original is true of the copy, so precision and recall can be measured at any size. There is no chance in it: names
follow from the number of the copy.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_SYLLABLES = [first + vowel for first in "bdfgklmnprstv" for vowel in "aeio"]
_CODE = re.compile(r"\d(?=\d*$)")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Original:
    """An annotated text."""

    name: str
    text: str
    gold: dict[str, Any]


def originals(texts: Path, gold: Path) -> list[Original]:
    """All annotated texts of a folder."""
    found = []
    for file in sorted(gold.glob("*.json")):
        data = json.loads(file.read_text("utf-8"))
        document = texts / data["doc"]
        if document.is_file():
            found.append(Original(data["doc"], document.read_text("utf-8"), data))
    return found


def retold(original: Original, number: int) -> tuple[str, dict[str, Any]]:
    """A copy of a text and its annotations in which the projects have other names; number 0 is the original."""
    swaps = _swaps(original, number)
    if not swaps:
        return original.text, original.gold
    longest_first = sorted(swaps, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first))
    text = pattern.sub(lambda match: _laid_out(swaps, match.group()), original.text)
    gold = json.loads(json.dumps(original.gold))
    for entity in gold["entities"].values():
        entity["names"] = [pattern.sub(lambda match: _laid_out(swaps, match.group()), name) for name in entity["names"]]
    for part in ("facts", "optional", "forbidden"):
        gold[part] = [[s, p, swaps.get(o, o)] for s, p, o in gold.get(part, [])]
    return text, gold


def _laid_out(swaps: dict[str, str], found: str) -> str:
    """What stands for a name, with the spaces and line breaks of the place where it was found."""
    spaces = iter(re.findall(r"\s+", found))
    return re.sub(r"\s+", lambda _: next(spaces), swaps[" ".join(found.split())])


def _swaps(original: Original, number: int) -> dict[str, str]:
    """Old words to new ones: acronyms among the projects' names, and their codes."""
    if number == 0:
        return {}
    swaps: dict[str, str] = {}
    for key, entity in original.gold["entities"].items():
        if entity["type"] == "Project":
            seed = f"{original.name} {key} {number}"
            swaps |= {" ".join(name.split()): " ".join(renamed(name, seed).split()) for name in entity["names"]}
    for subject, predicate, value in original.gold["facts"]:
        if predicate == "code" and original.gold["entities"].get(subject, {}).get("type") == "Project":
            swaps[value] = _CODE.sub(lambda match: str((int(match.group()) + number) % 10), value)
    return swaps


def renamed(name: str, seed: str) -> str:
    """A name with every word of its own replaced by another."""
    return _WORD.sub(lambda match: _other(match.group(), seed), name)


def _other(word: str, seed: str) -> str:
    """Another word of the same shape; small words stay."""
    if word.islower() or len(word) < 3:
        return word
    made = made_word(f"{seed} {word.casefold()}", len(word))
    return made.upper() if word.isupper() else made.capitalize()


def made_word(seed: str, size: int) -> str:
    """A word that can be spoken and that nobody knows, of about this many letters."""
    digest = sha256(seed.encode("utf-8")).digest()
    return "".join(_SYLLABLES[byte % len(_SYLLABLES)] for byte in digest[: max(2, (size + 1) // 2)])


def copies(size: int, texts: Path, gold: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """`size` documents: name, text, annotations."""
    told = originals(texts, gold)
    for index in range(size):
        number, at = divmod(index, len(told))
        text, known = retold(told[at], number)
        name = f"{number:05d}_{told[at].name}"
        yield name, text, {**known, "doc": name}


def write_corpus(size: int, folder: Path, texts: Path, gold: Path) -> int:
    """Write a corpus; gives the number of bytes of its texts."""
    total = 0
    for name, text, known in copies(size, texts, gold):
        part = name[:3]
        for kind, file, content in (
            ("docs", name, text),
            ("gold", f"{Path(name).stem}.json", json.dumps(known, ensure_ascii=False)),
        ):
            path = folder / kind / part / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        total += len(text.encode("utf-8"))
    return total


def main() -> None:
    """Write a corpus of the size that is asked for."""
    parser = argparse.ArgumentParser(description="Make a corpus with known facts.")
    parser.add_argument("size", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=Path, default=ROOT / "tests/corpus/tune")
    parser.add_argument("--gold", type=Path, default=ROOT / "tests/corpus/gold")
    given = parser.parse_args()
    total = write_corpus(given.size, given.folder, given.texts, given.gold)
    print(f"{given.size} documents, {total / 1e6:.1f} MB in {given.folder}")


if __name__ == "__main__":
    main()
