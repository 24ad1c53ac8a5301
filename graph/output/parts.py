"""What came of one source, and what is kept of it from one build to the next.

A source's graph follows from its reading, from the identities of its things and from the names that stay private. While
none of these has changed, and neither the engine nor the vocabulary, the graph of an earlier build is the one that this
build would make: it is taken as it is. What is kept holds what the output holds, and lies beside it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from graph.cache import Cache
from graph.model import Reading
from graph.output.rdf import Writer
from graph.output.serialisation import Leaf
from graph.output.sheets import Refusal, Sheet
from graph.terms import digest


@dataclass(frozen=True, slots=True)
class Part:
    """What came of one source: its shared lines, its graph, and what in it names a person who must stay unnamed."""

    sheet: Sheet
    leaf: Leaf
    denied: frozenset[str]


class Kept:
    """The parts of an earlier build; `keys` are those of the readings in the cache, by source."""

    def __init__(self, cache: Cache, keys: Mapping[str, str]) -> None:
        self.cache = cache
        self._keys = keys

    def key(self, writer: Writer, reading: Reading) -> str:
        """The key of a reading's part: all that the part follows from. "" where it cannot be kept."""
        document = reading.document
        known = self._keys.get(document.source, "")
        if not known:
            return ""
        things = []
        for entity in reading.entities:
            iri = writer.resolution.iri(document.source, entity.key)
            things.append(f"{entity.key} {writer.is_nameless(iri):d} {iri}")
        fixed = ("part", known, document.source, document.digest, str(writer.withheld), writer.mask.everywhere.told)
        return digest(*fixed, *things)

    def get(self, key: str) -> Part | None:
        """The part that is kept under a key."""
        data = self.cache.fetch(key) if key else None
        try:
            return None if data is None else _unpacked(data)
        except (ValueError, TypeError, zlib.error):  # damaged: as good as none
            return None

    def put(self, key: str, part: Part) -> None:
        """Keep a part."""
        if key:
            self.cache.put(key, _packed(part))

    def mark(self, key: str) -> None:
        """Keep what is under a key for the next build too."""
        if key:
            self.cache.mark(key)


def _packed(part: Part) -> bytes:
    sheet, leaf = part.sheet, part.leaf
    told = [
        sheet.graph,
        sorted(sheet.asserted),
        sorted(sheet.facts - sheet.asserted),
        sorted(sheet.used),
        [[refusal.source, refusal.what, refusal.why] for refusal in sheet.refusals],
        sheet.statements,
        sorted(leaf.prefixes),
        sorted(leaf.spaces),
        sorted(part.denied),
    ]
    return zlib.compress(json.dumps(told, separators=(",", ":")).encode("ascii") + b"\n" + leaf.body, 1)


def _unpacked(data: bytes) -> Part:
    told, _, body = zlib.decompress(data).partition(b"\n")
    graph, asserted, others, used, refusals, statements, prefixes, spaces, denied = json.loads(told)
    sheet = Sheet(
        graph,
        facts={*asserted, *others},
        asserted=set(asserted),
        used=set(used),
        refusals=[Refusal(*refusal) for refusal in refusals],
        statements=statements,
    )
    return Part(sheet, Leaf(graph, body, frozenset(prefixes), frozenset(spaces)), frozenset(denied))
