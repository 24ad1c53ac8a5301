"""Checks of a finished output folder: nothing changed, and every quote is in its text at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.masking import MASK
from graph.store import MANIFEST, check, listed
from ontology.namespaces import IG, OA

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found: how many files and quotes were looked at, and what is wrong."""

    files: int
    quotes: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote of the dataset with the source whose text it is from."""

    source: str
    exact: str
    start: int
    end: int
    redacted: bool


def check_output(out: Path) -> Findings:
    """Check an output folder."""
    problems = check(out)
    if problems:
        return Findings(len(listed(out)), 0, tuple(problems))
    try:
        quotes = list(quotes_of((out / "graph.trig").read_bytes()))
    except (OSError, SyntaxError, ValueError, KeyError) as error:
        return Findings(len(listed(out)), 0, (f"{out / 'graph.trig'} cannot be read ({error}). Build it again.",))
    return Findings(len(listed(out)) + (out / MANIFEST).is_file(), len(quotes), tuple(misplaced(quotes, out / "texts")))


def quotes_of(trig: bytes) -> Iterator[Quote]:
    """All quotes of a dataset in TriG, in order of source and place."""
    parts: dict[tuple[str, str], dict[str, str]] = {}
    for quad in ox.parse(trig, format=ox.RdfFormat.TRIG):
        if quad.predicate.value in (OA + "exact", OA + "start", OA + "end", IG + "redacted"):
            parts.setdefault((str(quad.graph_name.value), str(quad.subject)), {})[quad.predicate.value] = (
                quad.object.value
            )
    found = [
        Quote(
            graph.rsplit("/", 1)[-1],
            values[OA + "exact"],
            int(values[OA + "start"]),
            int(values[OA + "end"]),
            values.get(IG + "redacted") == "true",
        )
        for (graph, _), values in parts.items()
    ]
    yield from sorted(found, key=lambda quote: (quote.source, quote.start, quote.end))


def misplaced(quotes: list[Quote], texts: Path) -> list[str]:
    """A line for each quote that does not stand where it says, up to fifty."""
    contents: dict[str, str] = {}
    wrong = []
    for quote in quotes:
        if quote.source not in contents:
            path = texts / f"{quote.source}.txt"
            contents[quote.source] = path.read_bytes().decode("utf-8") if path.is_file() else ""
        if not _fits(quote, contents[quote.source]):
            wrong.append(
                f"source {quote.source}: the quote at {quote.start}:{quote.end} is not in its text. Build it again."
            )
    return wrong[:_SHOWN]


def _fits(quote: Quote, text: str) -> bool:
    """Whether the quote is the text at its place; of a masked one, whether what is left of it stands there in order."""
    shown = text[quote.start : quote.end]
    if not quote.redacted:
        return shown == quote.exact
    at = 0
    for part in quote.exact.split(MASK):
        at = shown.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True
