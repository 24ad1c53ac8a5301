"""Byte-stable Turtle and TriG: sorted, written, parsed again and compared before anyone sees them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from graph.output.lines import Spoken, spaces_of, spoken
from ontology.namespaces import ID, PREFIXES

KINDS = (
    "organisation",
    "project",
    "fund",
    "call",
    "place",
    "event",
    "output",
    "policy",
    "person",
    "country",
    "source",
    "statement",
    "amount",
)
_KNOWN = {**PREFIXES, **{kind: f"{ID}{kind}/" for kind in KINDS}}
_AT_ONCE = 20_000
_OPEN = b"{\n"
CLOSE = b"}\n"
_COMMON = "id"
"""The prefix that would fit nearly every IRI, and of which hardly any is named."""


class SerialisationError(ValueError):
    """What was written does not read back as the same statements."""


def turtle(triples: Iterable[ox.Triple]) -> bytes:
    """Triples as Turtle; the same triples give the same bytes, whatever their order."""
    ordered = sorted(set(triples), key=str)
    written = ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=prefixes_of(ordered))
    back = {quad.triple for quad in ox.parse(written, format=ox.RdfFormat.TURTLE)}
    return _checked(written, back == set(ordered), "Turtle")


def trig(quads: Iterable[ox.Quad]) -> bytes:
    """Quads as TriG, graph by graph; the same quads give the same bytes, whatever their order."""
    graphs: dict[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, list[ox.Quad]] = {}
    for quad in set(quads):
        graphs.setdefault(quad.graph_name, []).append(quad)
    ordered = [quad for graph in sorted(graphs, key=str) for quad in sorted(graphs[graph], key=str)]
    written = ox.serialize(ordered, format=ox.RdfFormat.TRIG, prefixes=prefixes_of(ordered))
    back = set(ox.parse(written, format=ox.RdfFormat.TRIG))
    return _checked(written, back == set(ordered), "TriG")


def turtle_of(lines: Iterable[str]) -> bytes:
    """The same Turtle as `turtle` gives, of triples as lines of N-Triples without their dots."""
    ordered = sorted(set(lines))
    return b"".join(turtle_pieces(lambda: iter(ordered)))


def turtle_pieces(lines: Callable[[], Iterator[str]]) -> Iterator[bytes]:
    """The same Turtle, piece by piece, of lines in their order, each once; `lines` begins them anew each time."""
    used = _used(spaces_of(lines()))
    begun = False
    for text in _texts(lines()):
        written = ox.serialize(ox.parse(text, format=ox.RdfFormat.N_TRIPLES), format=ox.RdfFormat.TURTLE, prefixes=used)
        back = ox.serialize(ox.parse(written or b"", format=ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_TRIPLES)
        whole = _checked(written, back == text.encode("utf-8"), "Turtle")
        yield _headless(whole) if begun else whole
        begun = True


def _texts(lines: Iterator[str]) -> Iterator[str]:
    """Lines as texts of some ten thousand, never cut within a subject."""
    held: list[str] = []
    subject = ""
    for line in lines:
        if len(held) >= _AT_ONCE and not line.startswith(subject):
            yield " .\n".join([*held, ""])
            held = []
        held.append(line)
        subject = line[: line.index(" ") + 1]
    if held:
        yield " .\n".join([*held, ""])


@dataclass(frozen=True, slots=True)
class Leaf:
    """One graph as it stands in TriG, without the prefixes at the file's head: `prefixes` it was written with.

    `spaces` are the namespaces of its IRIs, as far as `telling`: the prefixes of a file are those of all its leaves,
    and a leaf must be written again (`rewritten`) where that gives it others.
    """

    graph: str
    body: bytes
    prefixes: frozenset[str]
    spaces: frozenset[str]

    def wanted(self, prefixes: frozenset[str]) -> frozenset[str]:
        """The prefixes that it must be written with in a file that has these."""
        return _fitting(self.spaces) & prefixes


def leaf(graph: str, lines: Iterable[str]) -> tuple[Leaf, Spoken]:
    """A graph's leaf (sorted, written, parsed again and compared), and what it speaks of."""
    ordered = sorted(set(lines))
    told = spoken("\n".join([*ordered, ""]))
    return _leaf(graph, ordered, told.spaces), told


def _leaf(graph: str, ordered: list[str], spaces: frozenset[str]) -> Leaf:
    prefixes = _fitting(spaces) - {_COMMON}
    return Leaf(graph, _graph(graph, ordered, prefixes), prefixes, telling(spaces))


def page_of(lines: Sequence[str], prefixes: Iterable[str], graph: str = "") -> bytes:
    """Lines in their order, each once and with all of their subjects, as they stand in a Turtle file with these
    prefixes, without its head; of a `graph`, as in TriG, without what opens and closes it."""
    if graph:
        return _graph(graph, lines, prefixes).partition(_OPEN)[2].removesuffix(CLOSE)
    text = " .\n".join([*lines, ""]).encode("utf-8")
    known = {name: _KNOWN[name] for name in sorted(prefixes)}
    written = ox.serialize(ox.parse(text, format=ox.RdfFormat.N_TRIPLES), format=ox.RdfFormat.TURTLE, prefixes=known)
    back = ox.serialize(ox.parse(written or b"", format=ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_TRIPLES)
    return _headless(_checked(written, back == text, "Turtle"))


def opening(graph: str, prefixes: Iterable[str]) -> bytes:
    """What opens a graph in a TriG file with these prefixes; `CLOSE` closes it."""
    return b"".join(_graph(graph, [f"<{ID}> <{ID}> <{ID}>"], prefixes).partition(_OPEN)[:2])


def _graph(graph: str, lines: Sequence[str], prefixes: Iterable[str]) -> bytes:
    """Lines of a graph as TriG, without its head."""
    quads = f" <{graph}> .\n".join([*lines, ""]).encode("utf-8")
    return _body(ox.parse(quads, format=ox.RdfFormat.N_QUADS), prefixes, quads)


def telling(spaces: Iterable[str]) -> frozenset[str]:
    """What namespaces say of prefixes, and no more: those that have one, and for each other prefix that may stand for a
    part of one of them a namespace below its own."""
    found = frozenset(spaces)
    return frozenset(iri if (iri := _KNOWN[prefix]) in found else f"{iri}/" for prefix in _fitting(found))


def head(spaces: Iterable[str]) -> tuple[bytes, frozenset[str]]:
    """The head of a file whose leaves have these namespaces, and its prefixes."""
    used = _used(frozenset(spaces))
    something = ox.Quad(ox.NamedNode(ID), ox.NamedNode(ID), ox.NamedNode(ID))
    written = ox.serialize([something] if used else [], format=ox.RdfFormat.TRIG, prefixes=used) or b""
    return b"".join(_head_lines(written)), frozenset(used)


def rewritten(page: Leaf, prefixes: frozenset[str]) -> bytes:
    """A leaf's body in a file that has these prefixes."""
    wanted = page.wanted(prefixes)
    if wanted == page.prefixes:
        return page.body
    lines = [f"@prefix {name}: <{_KNOWN[name]}> .\n".encode() for name in sorted(page.prefixes)]
    whole = b"".join([*lines, page.body])
    quads = ox.serialize(ox.parse(whole, format=ox.RdfFormat.TRIG), format=ox.RdfFormat.N_QUADS) or b""
    return _body(ox.parse(whole, format=ox.RdfFormat.TRIG), wanted, quads)


def _body(quads: Iterable[ox.Quad], prefixes: Iterable[str], wanted: bytes) -> bytes:
    """Quads as TriG without its head, read back and compared with the N-Quads that are `wanted`."""
    chosen = {name: _KNOWN[name] for name in sorted(prefixes)}
    written = ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=chosen)
    back = ox.serialize(ox.parse(written or b"", format=ox.RdfFormat.TRIG), format=ox.RdfFormat.N_QUADS)
    return _headless(_checked(written, back == wanted, "TriG"))


def _headless(written: bytes) -> bytes:
    """What stands after the prefixes."""
    return written[sum(map(len, _head_lines(written))) :]


def _head_lines(written: bytes) -> Iterator[bytes]:
    """The lines at the head of a file that declare prefixes."""
    at = 0
    while written.startswith(b"@prefix", at):
        end = written.index(b"\n", at) + 1
        yield written[at:end]
        at = end


def _used(spaces: Collection[str]) -> dict[str, str]:
    """The known prefixes of namespaces."""
    return {prefix: iri for prefix, iri in sorted(_KNOWN.items()) if iri in spaces}


def _fitting(spaces: Iterable[str]) -> frozenset[str]:
    """The known prefixes that may stand for a part of an IRI of these namespaces."""
    listed = "\n".join(["", *spaces])
    return frozenset(prefix for prefix, iri in _KNOWN.items() if f"\n{iri}" in listed)


def _checked(written: bytes | None, same: bool, syntax: str) -> bytes:
    if written is None or not same:
        raise SerialisationError(f"the {syntax} that was written reads back as other statements; nothing was published")
    return written


def prefixes_of(items: Iterable[ox.Triple | ox.Quad]) -> dict[str, str]:
    """The prefixes that these statements use."""
    named: set[Any] = set()
    for item in items:
        named.add(item.subject)
        named.add(item.predicate)
        named.add(item.object.datatype if isinstance(item.object, ox.Literal) else item.object)
    iris = (getattr(term, "value", "") for term in named)
    used = {iri[: max(iri.rfind("#"), iri.rfind("/")) + 1] for iri in iris}
    return _used(used)
