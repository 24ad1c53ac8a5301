"""Answer one query on a store, as bytes in a standard format, within limits: an answer is whole, or it is an error."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, cast

import pyoxigraph as ox

from ontology.namespaces import PREFIXES
from queries.confinement import Limits
from queries.guard import RefusedQueryError, check_query
from queries.terms import Term

Kind: TypeAlias = Literal[
    "ok", "malformed", "refused", "not-acceptable", "too-long", "too-many-rows", "too-large", "deadline", "exhausted"
]
"""How a query ended. `exhausted`: it took more memory than it may, or broke the process that ran it."""

RESULT_FORMATS: Final[Mapping[str, ox.QueryResultsFormat]] = MappingProxyType(
    {
        "application/sparql-results+json": ox.QueryResultsFormat.JSON,
        "application/sparql-results+xml": ox.QueryResultsFormat.XML,
        "text/csv": ox.QueryResultsFormat.CSV,
        "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    }
)
"""Media types for the answers of SELECT and ASK. (CSV and TSV have no standard form for ASK; here it is one word.)"""

GRAPH_FORMATS: Final[Mapping[str, ox.RdfFormat]] = MappingProxyType(
    {
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "application/rdf+xml": ox.RdfFormat.RDF_XML,
        "application/ld+json": ox.RdfFormat.JSON_LD,
    }
)
"""Media types for the answers of CONSTRUCT and DESCRIBE."""

_SMALLEST_ROW = 1
_PREFIXED = re.compile(r"\b(\w+):")
_QUOTED = re.compile(rb'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Request:
    """A query, the formats wanted for a table and for triples ("" if none is acceptable), values for variables of its
    SELECT clause, and the graphs to ask instead of the whole dataset.
    """

    sparql: str
    table: str = "application/sparql-results+json"
    triples: str = "text/turtle"
    bindings: Mapping[str, Term] = field(default_factory=dict)
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """How it ended, the media type, and the answer (or what went wrong, in plain words)."""

    kind: Kind
    media: str
    body: bytes


def failure(kind: Kind, message: str) -> Reply:
    """A reply that says what went wrong."""
    return Reply(kind, "text/plain; charset=utf-8", (message.rstrip() + "\n").encode("utf-8", "replace"))


class _FullError(Exception):
    """The answer is larger than it may be."""


class _Sink:
    """Collects what is written, up to a size."""

    def __init__(self, most: int) -> None:
        self._left = most
        self.parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Take some bytes, or raise `_FullError`."""
        self._left -= len(data)
        if self._left < 0:
            raise _FullError
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""


def respond(store: ox.Store, request: Request, limits: Limits) -> Reply:
    """Answer a query on the default graph of a store as it is. Time and memory are for the caller to limit."""
    sparql = request.sparql
    if len(sparql if sparql.isascii() else sparql.encode("utf-8", "replace")) > limits.query_bytes:
        return failure("too-long", f"The query is longer than {limits.query_bytes} bytes. Write it shorter.")
    try:
        check_query(sparql)
        found = _ask(store, request)
        return _written(found, request, limits)
    except RefusedQueryError as error:
        return failure("refused", str(error))
    except _FullError:
        size = f"{limits.answer_bytes / 1_000_000:g} MB"
        return failure("too-large", f"The answer is larger than {size}. Ask for less, for example with LIMIT.")
    except MemoryError:
        return failure("exhausted", "The query needs more memory than a query may take. Ask for less.")
    except (SyntaxError, ValueError, RuntimeError, OSError, OverflowError) as error:
        return failure("malformed", f"The query cannot be answered: {error}")


def _ask(store: ox.Store, request: Request) -> object:
    """The answer of the store. Each argument that is given costs some microseconds, and looking for prefixes does."""
    sparql, chosen = request.sparql, bool(request.default_graphs or request.named_graphs)
    prefixes = {}
    if sparql.count(":") > sparql.count("://"):
        prefixes = {name: PREFIXES[name] for name in _PREFIXED.findall(sparql) if name in PREFIXES}
    if not (chosen or request.bindings):
        return store.query(sparql, prefixes=prefixes) if prefixes else store.query(sparql)
    return store.query(
        sparql,
        prefixes=prefixes,
        default_graph=[ox.NamedNode(iri) for iri in request.default_graphs] if chosen else None,
        named_graphs=[ox.NamedNode(iri) for iri in request.named_graphs] if chosen else None,
        substitutions={ox.Variable(name): term for name, term in request.bindings.items()} or None,
    )


def _written(found: object, request: Request, limits: Limits) -> Reply:
    is_graph = isinstance(found, ox.QueryTriples)
    media = request.triples if is_graph else request.table
    if not media:
        offered = ", ".join(GRAPH_FORMATS if is_graph else RESULT_FORMATS)
        return failure("not-acceptable", f"This answer can be had as: {offered}. Name one of them in Accept.")
    if isinstance(found, ox.QueryTriples):
        return _triples(found, media, limits)
    if isinstance(found, ox.QueryBoolean):
        return Reply("ok", media, _verdict(found, media))
    sink = _Sink(limits.answer_bytes)
    # pyoxigraph takes anything that can be written to
    cast(ox.QuerySolutions, found).serialize(sink, RESULT_FORMATS[media])  # type: ignore[arg-type]
    body = b"".join(sink.parts)
    if len(body) > _SMALLEST_ROW * limits.rows and _rows(body, media) > limits.rows:
        return _too_many(limits, "rows")
    return Reply("ok", media, body)


def _triples(found: ox.QueryTriples, media: str, limits: Limits) -> Reply:
    """Each triple once, in order, so that the same query always gives the same bytes."""
    triples: set[ox.Triple] = set()
    for triple in found:
        triples.add(triple)
        if len(triples) > limits.rows:
            return _too_many(limits, "triples")
    sink = _Sink(limits.answer_bytes)
    ordered = sorted(triples, key=str)
    text = "\n".join(map(str, ordered))
    used = {prefix: namespace for prefix, namespace in PREFIXES.items() if f"<{namespace}" in text}
    ox.serialize(ordered, sink, format=GRAPH_FORMATS[media], prefixes=used)  # type: ignore[arg-type]
    return Reply("ok", media, b"".join(sink.parts))


def _verdict(found: ox.QueryBoolean, media: str) -> bytes:
    kind = RESULT_FORMATS[media]
    if kind in (ox.QueryResultsFormat.CSV, ox.QueryResultsFormat.TSV):
        return b"true\n" if found else b"false\n"
    return found.serialize(format=kind) or b""


def _rows(body: bytes, media: str) -> int:
    """The rows of a written table, counted by reading it."""
    if media == "application/sparql-results+json":
        return len(json.loads(body)["results"]["bindings"])
    if media == "text/csv":  # line breaks inside values stand between quotation marks
        return _QUOTED.sub(b"", body).count(b"\n") - 1
    if media == "text/tab-separated-values":  # line breaks inside values are written as \n there
        return body.count(b"\n") - 1
    return body.count(b"<result>")


def _too_many(limits: Limits, what: str) -> Reply:
    return failure(
        "too-many-rows",
        f"The answer has more than {limits.rows} {what}. Nothing is cut off: ask for less, or page through it with "
        "ORDER BY, LIMIT and OFFSET.",
    )
