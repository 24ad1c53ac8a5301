"""The only place where values become triples.

Makes of the readings and their resolution what `docs/data-model.md` describes: the merged facts, one named graph per
source with the evidence, and the labels of what they use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from graph.model import Document, Entity, Reading, Statement, Value
from graph.output.labels import Canonical, Resolved, labels_of, public_names
from graph.output.proofs import Proof, proofs_of
from graph.privacy.masking import MASK, Mask
from graph.terms import TermError, amount, calendar, decimal, digest, literal, node, source_iri, term, text, typed
from ontology import schema
from ontology.namespaces import DCTERMS, FOAF, ID, IG, OA, RDF

RULE_VERSION = "1"
LABELS = node(ID + "graph/labels")
_TYPE = node(RDF + "type")
_ALWAYS = frozenset({"Project"})
Triple = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was kept out of the graph, and why; it holds no text of the source."""

    source: str
    what: str
    why: str


@dataclass
class Triples:
    """What a build asserts: `quads` of all graphs, `facts` merged, `background` of the vocabulary entries used."""

    quads: set[ox.Quad] = field(default_factory=set)
    facts: set[ox.Triple] = field(default_factory=set)
    background: set[ox.Triple] = field(default_factory=set)
    refusals: list[Refusal] = field(default_factory=list)
    asserted: set[ox.Triple] = field(default_factory=set)
    labelled: set[str] = field(default_factory=set)
    statements: int = 0


def to_triples(readings: Sequence[Reading], resolution: Resolved) -> Triples:
    """The triples of all readings."""
    return _Writer(readings, resolution).run()


class _Writer:
    """One pass over the readings, in the order of their sources."""

    def __init__(self, readings: Sequence[Reading], resolution: Resolved) -> None:
        self.readings = sorted(readings, key=lambda reading: (reading.document.source, reading.document.digest))
        self.resolution = resolution
        self.mask = Mask.of(self.readings)
        self.entities: Mapping[str, Canonical] = {entity.iri: entity for entity in resolution.entities}
        self.used: set[str] = {iri for iri, entity in self.entities.items() if entity.kind in _ALWAYS}
        self.out = Triples()
        self._nameless: dict[str, bool] = {}
        self._locals: dict[tuple[str, str], Mapping[str, Entity]] = {}
        self._private: dict[tuple[str, str, str], bool] = {}

    def run(self) -> Triples:
        """All triples."""
        for reading in self.readings:
            self.source(reading.document)
            for statement in sorted(reading.statements, key=_order):
                self.statement(reading, statement)
        for iri in sorted(self.used):
            self.label(iri)
        self.out.statements = sum(
            quad.predicate == _TYPE and quad.object == term("Statement") for quad in self.out.quads
        )
        return self.out

    def source(self, document: Document) -> None:
        """What is known about a source."""
        iri = source_iri(document.source, document.digest)

        def hidden(value: str | None) -> ox.Literal | None:
            return text(self.mask.hide(value, document.source)) if value else None

        page = document.url if document.url and not self.mask.denies_iri(document.url) else None
        pairs: list[tuple[str, ox.NamedNode | ox.Literal | None]] = [
            (RDF + "type", term("Source")),
            (DCTERMS + "identifier", text(self.mask.source_name(document.source))),
            (DCTERMS + "title", hidden(document.title)),
            (DCTERMS + "language", text(document.language)),
            (DCTERMS + "format", text(document.format)),
            (IG + "digest", text(document.digest)),
            (DCTERMS + "issued", calendar(document.published) if document.published else None),
            (DCTERMS + "publisher", hidden(document.publisher)),
            (FOAF + "page", self.page(document, page)),
        ]
        for predicate, value in pairs:
            if value is not None:
                self.out.quads.add(ox.Quad(iri, node(predicate), value, iri))

    def page(self, document: Document, url: str | None) -> ox.NamedNode | None:
        """The address of a source, if it is a legal one."""
        try:
            return node(url) if url else None
        except TermError as error:
            self.refuse(document.source, "the address of the page", str(error))
            return None

    def refuse(self, source: str, what: str, why: str) -> None:
        """Keep a note of what was left out."""
        self.out.refusals.append(Refusal(self.mask.source_name(source), what, why))

    def statement(self, reading: Reading, statement: Statement) -> None:
        """A statement with its evidence, and the triple that it asserts; and the same for more general properties."""
        try:
            subject = self.entity(reading, statement.subject)
            value = self.object(reading, statement)
            if value == subject:
                raise TermError("its subject and object turned out to be one thing")
            evidence = proofs_of(reading, statement, self.mask)
        except (TermError, _PrivateError) as error:
            self.refuse(reading.document.source, f"a statement of {statement.rule} ({statement.predicate})", str(error))
            return
        for predicate in _with_generals(statement.predicate):
            self.write(reading.document, (subject, term(predicate), value), statement, evidence)

    def entity(self, reading: Reading, key: str) -> ox.NamedNode:
        """The node of a reading's entity."""
        iri = self.resolution.iri(reading.document.source, key)
        entity = self.entities.get(iri)
        if iri not in self._nameless:
            unnamed = entity is not None and not public_names(entity, self.mask) and not entity.ref
            self._nameless[iri] = self.mask.denies_iri(iri) or unnamed
        if self._nameless[iri] or self.is_private(reading, key):
            raise _PrivateError("its subject or object has the name of a person who must stay unnamed")
        self.used.add(iri)
        return node(iri)

    def is_private(self, reading: Reading, key: str) -> bool:
        """Whether every name of a reading's entity is one that its document keeps private."""
        document = reading.document.source, reading.document.digest
        if (*document, key) not in self._private:
            if document not in self._locals:
                self._locals[document] = {entity.key: entity for entity in reversed(reading.entities)}
            local = self._locals[document].get(key)
            self._private[*document, key] = local is not None and self._all_private(document[0], local)
        return self._private[*document, key]

    def _all_private(self, source: str, local: Entity) -> bool:
        if local.ref or not local.names:
            return False
        return all(not self.mask.hide(name.text, source).replace(MASK, "").strip() for name in local.names)

    def object(self, reading: Reading, statement: Statement) -> ox.NamedNode | ox.Literal:
        """The object of a statement."""
        value = statement.object
        if isinstance(value, str):
            return self.entity(reading, value)
        if value.kind == "money":
            return self.money(reading.document, value)
        if self.mask.hide(value.text, reading.document.source) != value.text:
            raise _PrivateError("its value holds the name of a person who must stay unnamed")
        return literal(value)

    def money(self, document: Document, value: Value) -> ox.NamedNode:
        """An amount's node, described in the source's graph."""
        iri = amount(value)
        graph = source_iri(document.source, document.digest)
        self.fact((iri, _TYPE, term("Amount")), graph)
        self.fact((iri, term("amount"), decimal(value.text)), graph)
        if value.currency:
            self.fact((iri, term("currency"), text(value.currency)), graph)
        return iri

    def write(self, document: Document, triple: Triple, statement: Statement, evidence: list[Proof]) -> None:
        """The statement's node and, unless it is negated, the triple."""
        graph = source_iri(document.source, document.digest)
        subject, predicate, value = triple
        places = " ".join(place.place for place in evidence)
        key = digest(graph.value, str(subject), str(predicate), str(value), statement.rule, statement.modality, places)[
            :16
        ]
        iri = node(f"{ID}statement/{key}")
        pairs: list[tuple[str, ox.NamedNode | ox.Literal]] = [
            (RDF + "type", term("Statement")),
            (RDF + "subject", subject),
            (RDF + "predicate", predicate),
            (RDF + "object", value),
            (DCTERMS + "source", graph),
            (DCTERMS + "language", text(document.language)),
            (IG + "rule", text(statement.rule)),
            (IG + "ruleVersion", text(RULE_VERSION)),
            (IG + "confidence", decimal(round(statement.confidence, 4))),
            (IG + "modality", text(statement.modality)),
        ]
        for number, place in enumerate(evidence, 1):
            selector = node(f"{iri.value}/quote/{number}")
            pairs.append((OA + "hasSelector", selector))
            self.selector(selector, place, graph)
        for name, item in pairs:
            self.out.quads.add(ox.Quad(iri, node(name), item, graph))
        if statement.modality != "negated":
            self.fact(triple, graph)
            self.out.asserted.add(ox.Triple(*triple))

    def selector(self, iri: ox.NamedNode, place: Proof, graph: ox.NamedNode) -> None:
        """One quote with its place: an XPath into the source, or offsets into its text."""
        pairs: list[tuple[str, ox.NamedNode | ox.Literal]] = [
            (RDF + "type", node(OA + "TextQuoteSelector")),
            (OA + "exact", text(place.quote)),
        ]
        if place.path:
            pairs += [(RDF + "type", node(OA + "XPathSelector")), (RDF + "value", text(place.path))]
        else:
            pairs.append((RDF + "type", node(OA + "TextPositionSelector")))
            pairs.append((OA + "start", typed(str(place.start), "integer")))
            pairs.append((OA + "end", typed(str(place.end), "integer")))
        if place.masked:
            pairs.append((IG + "redacted", typed("true", "boolean")))
        for name, item in pairs:
            self.out.quads.add(ox.Quad(iri, node(name), item, graph))

    def fact(self, triple: Triple, graph: ox.NamedNode) -> None:
        """A triple, in the graph of its source and merged."""
        self.out.quads.add(ox.Quad(*triple, graph))
        self.out.facts.add(ox.Triple(*triple))

    def label(self, iri: str) -> None:
        """The class and the names of an entity; background of a vocabulary entry goes to the vocabulary."""
        entity = self.entities.get(iri)
        if self.mask.denies_iri(iri) or (entity and not entity.ref and not public_names(entity, self.mask)):
            return
        naming, background = labels_of(iri, entity, self.mask)
        self.out.labelled.add(iri)
        self.out.background.update(background)
        for triple in naming:
            self.out.quads.add(ox.Quad(triple.subject, triple.predicate, triple.object, LABELS))
            self.out.facts.add(triple)


class _PrivateError(ValueError):
    """A statement that would publish a private name."""


def _order(statement: Statement) -> tuple[str, str, str, str, str, str]:
    return (
        statement.subject,
        statement.predicate,
        repr(statement.object),
        statement.rule,
        statement.modality,
        repr(statement.evidence),
    )


def _with_generals(predicate: str) -> list[str]:
    """A property and all that are more general, nearest first."""
    known = schema.properties()
    found = [predicate]
    for name in found:
        if name in known:
            found += [general for general in known[name].generals if general not in found]
    return found
