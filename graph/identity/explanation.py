"""Tells why mentions are one thing: `resolution.json` of an output folder, and its reading.

The file holds public names only: what a document keeps private is neither named nor counted in it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.identity.clusters import Join, Refusal
from graph.identity.profiles import Node
from graph.privacy.masking import Mask
from graph.resolution import Resolution
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


def explanation_of(resolution: Resolution, mask: Mask, shown: Collection[str]) -> Json:
    """For each thing in the graph (`shown`): its mentions by source, the joins with their grounds, and near misses."""
    things: dict[str, Json] = {}
    named = {node: _names(resolution, node, mask) for node in resolution.members}
    for entity in resolution.entities:
        if entity.iri in shown and not mask.denies_iri(entity.iri):
            things[entity.iri] = {
                "class": entity.kind,
                "entry": bool(entity.ref),
                "mentions": [],
                "joins": [],
                "kept apart": [],
            }
    for node, iri in sorted(resolution.members.items()):
        if iri in things and named[node]:
            things[iri]["mentions"].append({"source": mask.source_name(node[0]), "names": named[node]})
    for join in resolution.joins:
        iri = resolution.members[join.one]
        if iri in things and (pair := _pair(join, named, mask)):
            told = {"ground": join.ground.name, "score": join.ground.score}
            things[iri]["joins"].append(pair | told)
    for refusal in resolution.refusals:
        for mine, other in ((refusal.one, refusal.two), (refusal.two, refusal.one)):
            iri, theirs = resolution.members[mine], resolution.members[other]
            if iri in things and theirs in things and (pair := _pair(refusal, named, mask)):
                told = {"other": theirs, "ground": refusal.ground.name, "why": refusal.why}
                things[iri]["kept apart"].append(pair | told)
    return {"things": dict(sorted(things.items()))}


def _names(resolution: Resolution, node: Node, mask: Mask) -> list[str]:
    """The public names of a mention."""
    shown = (mask.hide(name.text, node[0]) for name in resolution.mentions[node].names)
    return [name for name, own in zip(shown, resolution.mentions[node].names, strict=True) if name == own.text]


def _pair(pair: Join | Refusal, named: Mapping[Node, list[str]], mask: Mask) -> Json:
    """The two mentions of a join by source and first name; nothing where one of them is private."""
    told = {}
    for side, node in (("one", pair.one), ("two", pair.two)):
        names = named[node]
        if not names:
            return {}
        told[side] = f"{names[0]} @ {mask.source_name(node[0])}"
    return told


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
