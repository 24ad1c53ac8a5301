"""Ask a question: by name, from a file or as SPARQL, on a store in memory, an rdflib dataset or a remote endpoint.

Values of parameters are handed to the engine as terms, never written into the query. Every engine gives its answer as
the same values, so that the rest of the program does not care which one it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast

import pyoxigraph as ox

from ontology.namespaces import PREFIXES
from queries.catalogue import CatalogueError, Question, get_question, read_question, read_question_file
from queries.guard import check_query
from queries.ordering import in_order, values_in_order, without_order
from queries.rows import Row, read_rows
from queries.terms import Term, canonical

if TYPE_CHECKING:
    import rdflib

Bindings: TypeAlias = Mapping[str, Term]


class QueryError(ValueError):
    """The query is not valid, or the engine could not answer it."""


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT query. `None` is "not stated"."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, name: str) -> tuple[Term | None, ...]:
        """All values of one column."""
        at = self.columns.index(name)
        return tuple(row[at] for row in self.rows)


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE query, sorted."""

    triples: tuple[ox.Triple, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to an ASK query."""

    value: bool


Answer: TypeAlias = Table | Triples | Verdict


class Engine(Protocol):
    """What can answer a query."""

    def query(self, sparql: str, bindings: Bindings) -> Answer:
        """Answer the query with these values bound to its variables."""
        ...


class StoreEngine:
    """Asks a pyoxigraph store.

    `union` says that the default graph is the union of all graphs (a store of `open_dataset`); without it, the default
    graph is asked as it is (a store of `open_dataset(…, merged=True)`).
    """

    def __init__(self, store: ox.Store, *, union: bool = True) -> None:
        self._store = store
        self._union = union

    def query(self, sparql: str, bindings: Bindings) -> Answer:
        """Answer the query with these values bound to its variables (which must stand in its SELECT clause)."""
        check_query(sparql)
        try:
            return ordered(sparql, bindings, self._answer)
        except (SyntaxError, RuntimeError, ValueError, OSError) as error:
            raise QueryError(f"The query cannot be answered: {error}") from error

    def _answer(self, sparql: str, bindings: Bindings) -> Answer:
        found = self._store.query(
            sparql,
            prefixes=dict(PREFIXES),
            use_default_graph_as_union=self._union,
            substitutions={ox.Variable(name): term for name, term in bindings.items()} or None,
        )
        return _store_answer(found)


class RdflibEngine:
    """Asks an rdflib dataset. Slow on large data; good for small data and for checking one engine by another."""

    def __init__(self, dataset: rdflib.Graph) -> None:
        self._dataset = dataset

    def query(self, sparql: str, bindings: Bindings) -> Answer:
        """Answer the query with these values bound to its variables."""
        from pyparsing import ParseException

        check_query(sparql)
        bound = {name: _to_rdflib(term) for name, term in bindings.items()}
        try:
            found = self._dataset.query(sparql, initBindings=bound, initNs=dict(PREFIXES))
            return _rdflib_answer(found)
        except (ParseException, ValueError, TypeError, NotImplementedError) as error:
            raise QueryError(f"The query cannot be answered: {error}") from error


def find_question(asked: str) -> Question:
    """The question meant by a name of the catalogue, a path of a query file, or SPARQL itself."""
    if "{" in asked or "\n" in asked:
        return read_question("query", asked)
    if asked.endswith((".rq", ".sparql")):
        return read_question_file(Path(asked))
    if any(mark in asked for mark in (" ", "/", "?")):
        raise CatalogueError(f"'{asked}' is no name of a question, no .rq file and no SPARQL query.")
    return get_question(asked)


def ask(engine: Engine, question: Question | str, values: Bindings | None = None) -> Answer:
    """Ask a question with these values for its parameters (parameter name → term)."""
    if isinstance(question, str):
        question = find_question(question)
    values = dict(values or {})
    bound: dict[str, Term] = {}
    kept: dict[str, Term] = {}
    for name, term in values.items():
        parameter = question.parameter(name)
        (bound if parameter.apply == "query" else kept)[parameter.column] = term
    missing = [p.name for p in question.parameters if p.required and p.name not in values]
    if missing:
        raise CatalogueError(
            f"The question '{question.name}' needs a value for: {', '.join(missing)}. "
            f"'integraph query {question.name} --explain' shows an example."
        )
    answer = engine.query(question.sparql, bound)
    return keep_rows(answer, kept) if isinstance(answer, Table) and kept else answer


def ordered(sparql: str, bindings: Bindings, answer: Callable[[str, Bindings], Answer]) -> Answer:
    """The answer to a query from `answer`, which is spared the sorting where it can be done here."""
    plain, keys = without_order(sparql)
    table = answer(plain, bindings)
    if not isinstance(table, Table) or not keys:
        return table
    if not {key.name for key in keys} <= set(table.columns):  # sorted by what is not shown
        return answer(sparql, bindings)

    def ranked(literals: Sequence[ox.Literal]) -> Sequence[Term | None]:
        found = answer(values_in_order(literals), {})
        assert isinstance(found, Table)
        return found.column("value")

    return replace(table, rows=tuple(in_order(table.columns, list(table.rows), keys, ranked)))


def keep_rows(table: Table, wanted: Bindings) -> Table:
    """The rows that have exactly these terms in these columns."""
    unknown = [name for name in wanted if name not in table.columns]
    if unknown:
        raise QueryError(f"The answer has no column {', '.join(unknown)}; it has: {', '.join(table.columns)}.")
    places = {table.columns.index(name): canonical(term) for name, term in wanted.items()}
    return replace(table, rows=tuple(row for row in table.rows if all(row[at] == term for at, term in places.items())))


def _store_answer(found: object) -> Answer:
    if isinstance(found, ox.QueryBoolean):
        return Verdict(bool(found))
    if isinstance(found, ox.QueryTriples):
        return Triples(tuple(sorted(set(found), key=str)))
    columns, rows = read_rows(cast(ox.QuerySolutions, found).serialize(format=ox.QueryResultsFormat.TSV) or b"")
    return Table(columns, tuple(rows))


def _rdflib_answer(found: rdflib.query.Result) -> Answer:
    if found.type == "ASK":
        return Verdict(bool(found.askAnswer))
    if found.type in ("CONSTRUCT", "DESCRIBE"):
        triples = {ox.Triple(*(_from_rdflib(term) for term in triple)) for triple in found.graph or ()}  # type: ignore[arg-type]
        return Triples(tuple(sorted(triples, key=str)))
    columns = tuple(str(variable) for variable in found.vars or ())
    rows = (tuple(canonical(_from_rdflib(term)) for term in cast("tuple[object, ...]", row)) for row in found)
    return Table(columns, tuple(rows))


def _to_rdflib(term: Term) -> rdflib.term.Identifier:
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    kind = term.datatype.value
    return Literal(term.value, datatype=None if kind.endswith("#string") else URIRef(kind))


def _from_rdflib(term: object) -> Term | None:
    from rdflib import BNode, Literal, URIRef

    if term is None:
        return None
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)) if term.datatype else None)
    raise QueryError(f"The answer holds a value that is no RDF term: {term!r}.")
