"""What each thing is called, and why its mentions are one: made anew for things of which something has changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from graph.identity.explanation import Shown, told_of
from graph.identity.signatures import outlined
from graph.index.identities import sized, unpacked
from graph.index.parts import count
from graph.index.spliced import Pieces
from graph.index.tables import Tables, dumped
from graph.output.labels import labels_of
from graph.output.lines import spoken
from graph.output.merging import denied
from graph.output.rdf import ALWAYS
from graph.privacy.masking import Mask

_ENTITY = "SELECT iri, entity, nameless, component FROM clusters WHERE iri = ? ORDER BY source DESC, key DESC LIMIT 1"


class Labelled(NamedTuple):
    """What labelling found: the components of things that are shown now and were not, or the other way round (their
    explanations change, and those of what was kept apart from them), and labels that must not be published."""

    turned: set[int]
    denied: set[str]


def label(tables: Tables, iris: Iterable[str], mask: Mask) -> Labelled:
    """Give these things their labels, or take them away."""
    turned: set[int] = set()
    bad: set[str] = set()
    for iri in sorted(iris):
        row = tables.ask("SELECT uses, labels, shown, kind FROM things WHERE iri = ?", (iri,)).fetchone()
        uses, before, was, kind = row or (0, "", 0, "")
        entity, nameless, component = _entity(tables, iri)
        shown = entity is not None and not nameless and (uses > 0 or entity.kind in ALWAYS)
        labels = ""
        if shown:
            naming, background = labels_of(iri, entity, mask)
            lines = sorted({str(line) for line in naming})
            bad |= denied(spoken("\n".join([*lines, ""])), mask) if mask.everywhere else frozenset()
            labels = dumped([lines, sorted({str(line) for line in background})])
        kind = entity.kind if entity is not None else kind
        _relabel(tables, before, labels)
        if entity is None and not uses:
            tables.ask("DELETE FROM things WHERE iri = ?", (iri,))
            tables.ask("DELETE FROM explained WHERE iri = ?", (iri,))
        else:
            tables.ask(_KEPT, (iri, kind, labels, int(shown)))
        if shown != bool(was) and component:
            turned.add(component)
    return Labelled(turned, bad)


_KEPT = """
INSERT INTO things (iri, kind, uses, labels, shown) VALUES (?1, ?2, 0, ?3, ?4)
ON CONFLICT (iri) DO UPDATE SET kind = ?2, labels = ?3, shown = ?4
"""


def _entity(tables: Tables, iri: str) -> tuple[Any, bool, int]:
    row = tables.ask(_ENTITY, (iri,)).fetchone()
    return (None, True, 0) if row is None else (unpacked(row[0], row[1]), bool(row[2]), int(row[3]))


def _relabel(tables: Tables, before: str, now: str) -> None:
    """Count the lines that name a thing in place of those that did."""
    if before == now:
        return
    (old, known), (new, knows) = (json.loads(told) if told else ([], []) for told in (before, now))
    count(tables, [(line, 0, 0, -1, 0) for line in old] + [(line, 0, 0, 0, -1) for line in known])
    count(tables, [(line, 0, 0, 1, 0) for line in new] + [(line, 0, 0, 0, 1) for line in knows])


_MENTIONS = """
SELECT clusters.component, nodes.id, documents.told, nodes.key, clusters.iri, signatures.told FROM wanted
JOIN clusters ON clusters.component = wanted.id JOIN nodes ON nodes.cluster = clusters.id
JOIN documents ON documents.id = nodes.document JOIN signatures ON signatures.id = nodes.signature
"""


def explain(tables: Tables, components: Iterable[int], mask: Mask, pieces: Pieces) -> None:
    """Explain the things of these components again; what is told of each is a new piece."""
    for some in sized(tables, sorted(components)):
        for iri, data in _explained(tables, some, mask):
            place = pieces.add(data), len(data)
            tables.ask("INSERT OR REPLACE INTO explained VALUES (?, ?, ?)", (iri, *place))


def _explained(tables: Tables, components: list[int], mask: Mask) -> Iterator[tuple[str, bytes]]:
    grounds = dict(tables.among(components, "SELECT id, grounds FROM components JOIN wanted USING (id)"))
    mentions: dict[int, list[Any]] = defaultdict(list)
    same: dict[str, str] = {}  # thousands of mentions share an IRI and a signature
    for component, number, source, key, iri, told in tables.among(components, _MENTIONS):
        mentions[component].append((number, source, key, same.setdefault(iri, iri), same.setdefault(told, told)))
    shown = _shown(tables, {mention[3] for some in mentions.values() for mention in some}, mask)
    names: dict[tuple[str, str], list[str]] = {}
    for component in sorted(mentions):
        some = sorted(mentions.pop(component), key=lambda mention: (mention[1], mention[2]))
        found = [_mention(mention, mask, names) for mention in some]
        joins, refusals = json.loads(grounds.get(component) or "[[], []]")
        yield from told_of(found, joins, refusals, shown)


def _shown(tables: Tables, iris: Iterable[str], mask: Mask) -> Mapping[str, tuple[str, bool]]:
    """The class of each of these things that is shown, and whether it is an entry of the vocabulary."""
    found = {}
    for iri in iris:
        row = tables.ask("SELECT shown FROM things WHERE iri = ?", (iri,)).fetchone()
        entity, _, _ = _entity(tables, iri) if row and row[0] and not mask.denies_iri(iri) else (None, True, 0)
        if entity is not None:
            found[iri] = entity.kind, bool(entity.ref)
    return found


def _mention(mention: tuple[Any, ...], mask: Mask, names: dict[tuple[str, str], list[str]]) -> Shown:
    """A mention as it is told: its number, its thing, and its names that are public in its source."""
    number, source, _, iri, signature = mention
    place = source if source in mask.own else "", signature
    if place not in names:
        texts = [name.text for name in outlined(signature).entity.names]
        names[place] = [text for text in texts if mask.hide(text, source) == text]
    return Shown(number, iri, source, names[place])  # published names of sources are masked already
