"""Tells why mentions are one thing: `resolution.json` of an output folder, and its reading.

The file holds public names only: what a document keeps private is neither named nor counted in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from graph.identity.keys import GROUNDS
from graph.output.data import json_piece, written
from ontology.namespaces import ID, expand
from ontology.words import folded_words

FILE = "resolution.json"
Json = dict[str, Any]


class ExplanationError(ValueError):
    """Something that cannot be explained; the message says what and why."""


@dataclass(frozen=True, slots=True)
class Found:
    """A thing and what is known about its identity."""

    iri: str
    told: Json


class Shown(NamedTuple):
    """A mention as it is told: its number, the IRI of its thing, its source, and its public names."""

    number: int
    iri: str
    source: str
    names: list[str]


def told_of(
    mentions: Sequence[Shown],
    joins: Iterable[tuple[int, int, int]],
    refusals: Iterable[tuple[int, int, int, str]],
    shown: Mapping[str, tuple[str, bool]],
) -> Iterator[tuple[str, bytes]]:
    """The IRI of each thing among these mentions that is `shown` (its class, and whether it is an entry of the
    vocabulary), and what the file tells of it.

    `joins` and `refusals` are pairs of numbers of mentions with the rank of their ground, refusals with the reason.
    """
    known = {mention.number: mention for mention in mentions}
    things = {mention.iri: _thing(*shown[mention.iri]) for mention in mentions if mention.iri in shown}
    for mention in mentions:
        if mention.iri in things and mention.names:
            things[mention.iri]["mentions"].append(written({"source": mention.source, "names": mention.names}))
    for one, two, rank in joins:
        iri = known[one].iri
        if iri in things and (pair := _pair(known[one], known[two])):
            told = {"ground": GROUNDS[rank].name, "score": GROUNDS[rank].score}
            things[iri]["joins"].append(written(pair | told))
    for one, two, rank, why in refusals:
        for mine, theirs in ((known[one].iri, known[two].iri), (known[two].iri, known[one].iri)):
            if mine != theirs and mine in things and theirs in things and (pair := _pair(known[one], known[two])):
                told = {"other": theirs, "ground": GROUNDS[rank].name, "why": why}
                things[mine]["kept apart"].append(written(pair | told))
    for iri, thing in sorted(things.items()):
        yield iri, json_piece(iri, thing)


def _thing(kind: str, is_entry: bool) -> Json:
    return {"class": kind, "entry": is_entry, "mentions": [], "joins": [], "kept apart": []}


def _pair(one: Shown, two: Shown) -> Json:
    """The two mentions of a join by source and first name; nothing where one of them is private."""
    if not (one.names and two.names):
        return {}
    return {side: f"{mention.names[0]} @ {mention.source}" for side, mention in (("one", one), ("two", two))}


def find(out: Path, wanted: str) -> list[Found]:
    """The things that `wanted` names: an IRI, a short one ("organisation/iom", "id:organisation/iom"), or a name.

    Raises `ExplanationError` where the folder tells nothing of identities, or nothing fits.
    """
    path = out / FILE
    try:
        things: dict[str, Json] = json.loads(path.read_text("utf-8"))["things"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ExplanationError(
            f"{path}: cannot be read ({error}). Build it: 'integraph build PATH --out {out}'."
        ) from error
    for iri in (wanted, ID + wanted, _expanded(wanted)):
        if iri in things:
            return [Found(iri, things[iri])]
    key = " ".join(folded_words(wanted))
    named = [Found(iri, told) for iri, told in things.items() if key and key in _keys(told)]
    if not named:
        raise ExplanationError(
            f"{wanted!r} is neither the IRI nor a name of a thing in {out}. 'integraph query' finds IRIs."
        )
    return named


def _expanded(name: str) -> str:
    try:
        return expand(name)
    except KeyError:
        return ""


def _keys(told: Json) -> set[str]:
    return {" ".join(folded_words(name)) for mention in told["mentions"] for name in mention["names"]}


def as_text(found: Found) -> str:
    """An explanation for people."""
    told = found.told
    sources = len({mention["source"] for mention in told["mentions"]})
    lines = [f"{found.iri} ({told['class']}{', known to the vocabulary' if told['entry'] else ''})"]
    lines.append(f"{_count(len(told['mentions']), 'mention')} in {_count(sources, 'source')}:")
    lines += [f"  {mention['source']}: {' | '.join(mention['names'])}" for mention in told["mentions"]]
    if told["joins"]:
        lines.append("Joined:")
        lines += [f"  {j['score']:.2f}  {j['ground']}: {j['one']} = {j['two']}" for j in told["joins"]]
    if told["kept apart"]:
        lines.append("Kept apart, though they might have been one:")
        lines += [
            f"  {k['one']} ≠ {k['two']}: {k['why']} ({k['ground']}; see {k['other']})" for k in told["kept apart"]
        ]
    return "\n".join(lines) + "\n"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
