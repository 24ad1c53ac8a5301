"""Names of people who must stay unnamed: kept out of quotes, names, titles, addresses and IRIs."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

from graph.model import Reading, Span
from graph.privacy.people import private_names, public_people
from graph.privacy.spelling import Names, folded_label, folded_name, is_solid
from graph.privacy.withholding import MASK, masked
from ontology import kept
from ontology.vocabulary import entries

_BETWEEN = re.compile(r"[-_+./#?=&]+")
_AT_MOST = 50_000  # answers are remembered
_REMEMBERED = 200  # the same names and addresses are asked about again and again; long texts are not

__all__ = ["MASK", "Mask", "masked", "private_names", "public_digest", "told_apart"]


@dataclass(frozen=True)
class Mask:
    """Hides private names: those of one document by themselves, full names (two words and more) of every document."""

    everywhere: Names
    own: Mapping[str, Names] = field(default_factory=dict)
    _denied: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    _hidden: dict[tuple[str, str | None], str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Mask:
        """The mask for a build."""
        names = {reading.document.source: private_names(reading) for reading in readings}
        return cls.of_names(names, frozenset().union(*map(public_people, readings)))

    @classmethod
    def of_names(
        cls,
        names: dict[str, tuple[str, ...]],
        public: frozenset[tuple[str, ...]] = frozenset(),
    ) -> Mask:
        """The mask for private names by source; who is public in one document is not hidden in all others."""
        full = {name for found in names.values() for name in found if _telling(name)}
        known = vocabulary_words() if full else {}
        everywhere = Names(
            name for name in full if (row := folded_name(name)) not in public and not _in_vocabulary(row, known)
        )
        return cls(everywhere, _Own({source: found for source, found in names.items() if found}))

    def renamed(self, names: Mapping[str, tuple[str, ...]]) -> Mask:
        """The same mask where the sources with these names of their own go by other names."""
        return Mask(self.everywhere, _Own({source: found for source, found in names.items() if found}))

    def denies(self, text: str) -> bool:
        """Whether a text holds a full private name of any document."""
        if not self.everywhere:
            return False
        if len(text) > _REMEMBERED:
            return self.everywhere.holds(text)
        found = self._denied.get(text)
        if found is None:
            if len(self._denied) >= _AT_MOST:
                self._denied.clear()
            found = self._denied[text] = bool(self.everywhere.spans(text))
        return found

    def denies_iri(self, iri: str) -> bool:
        """Whether an IRI spells a full private name."""
        return bool(self.everywhere) and self.denies(_BETWEEN.sub(" ", unquote(iri)))

    def source_name(self, source: str) -> str:
        """A source's name with private names masked."""
        return self.hide(source, source)

    def hide(self, text: str, source: str | None = None) -> str:
        """`text` with private names masked: full ones, and every one of the document `source`."""
        own = self.own.get(source) if source else None
        if not own and len(text) <= _REMEMBERED and not self.denies(text):
            return text
        known = (text, source if own else None)
        if known in self._hidden:
            return self._hidden[known]
        shown = text
        for names in (own, self.everywhere):
            if names:
                shown = masked(shown, names.spans(shown))
        if len(text) <= _REMEMBERED:
            if len(self._hidden) >= _AT_MOST:
                self._hidden.clear()
            self._hidden[known] = shown
        return shown

    def quote(self, reading: Reading, span: Span) -> str:
        """The quote of a span with private names masked."""
        text = reading.document.text
        inside = [
            Span(max(private.start, span.start) - span.start, min(private.end, span.end) - span.start)
            for private in sorted(reading.private)
            if private.start < span.end and span.start < private.end
        ]
        return self.hide(masked(text[span.start : span.end], inside))


class _Own(Mapping[str, Names]):
    """What to look for in each source alone, made when it is asked for: most sources are not read again."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self._names = names
        self._made: dict[str, Names] = {}

    def __getitem__(self, source: str) -> Names:
        if source not in self._made:
            self._made[source] = Names(self._names[source])
        return self._made[source]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Public names of sources, with numbers where two are the same once private names are masked."""
    taken: Counter[str] = Counter()
    told: dict[str, str] = {}
    for source in sorted(names, key=lambda source: (names[source], source)):
        taken[names[source]] += 1
        number = taken[names[source]]
        told[source] = names[source] if number == 1 else f"{names[source]} ({number})"
    return told


def public_digest(reading: Reading, mask: Mask) -> str:
    """The digest under which a source is published: that of its bytes would confirm a guess at a private name in it, so
    that a text with such names has that of its masked text."""
    text = reading.document.text
    hidden = mask.quote(reading, Span(0, len(text)))
    if hidden == text:
        return reading.document.digest
    return hashlib.sha256(hidden.encode("utf-8", "surrogatepass")).hexdigest()


def _telling(name: str) -> bool:
    """Whether a name is full enough to be looked for everywhere: two words, or a run of a script without spaces."""
    row = folded_name(name)
    return (len(row) > 1 and sum(map(len, row)) >= 5) or (bool(row) and len(row[0]) > 1 and is_solid(name))


@lru_cache(maxsize=1)
def vocabulary_words() -> dict[str, list[tuple[str, ...]]]:
    """The labels of the vocabulary as folded words, by their first and each further word."""
    spelling = (files("graph.privacy") / "spelling.py").read_bytes()  # what a folded word is, it says
    parts = hashlib.sha256(kept.knowledge_digest().encode() + spelling).hexdigest()
    rows = kept.recall("labels", parts, _rows_of)
    if rows is None:
        rows = sorted({folded_label(label) for entry in entries().values() for label, _ in entry.labels})
        kept.keep("labels", parts, rows)
    known: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        for word in set(row):
            known.setdefault(word, []).append(row)
    return known


def _rows_of(data: Any) -> list[tuple[str, ...]]:
    """The rows of words of plain data; raises ValueError for other data."""
    rows = [tuple(row) for row in data]
    if not all(isinstance(word, str) for row in rows for word in row):
        raise ValueError("these are no words")
    return rows


def _in_vocabulary(row: tuple[str, ...], known: dict[str, list[tuple[str, ...]]]) -> bool:
    """Whether a name is (part of) what the vocabulary calls something: what all the world knows is no secret."""
    return any(
        label[at : at + len(row)] == row for label in known.get(row[0], ()) for at in range(len(label) - len(row) + 1)
    )
