"""The only place where values become triples.

Makes of the readings and their resolution what `docs/data-model.md` describes: the merged facts, one named graph per
source with the evidence, and the labels of what they use. Every term passes the gate of `graph.terms`; what comes out
are lines of N-Triples, since a line costs a tenth of what four objects of a library do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import pyoxigraph as ox

from graph.model import Document, Entity, Grant, Reading, Statement, Value
from graph.output.labels import Canonical, Resolved, labels_of, public_names
from graph.output.lines import n3, plain, share, whole
from graph.output.proofs import Proof, proofs_of
from graph.output.sheets import Refusal, Sheet, Triples
from graph.privacy.masking import MASK, Mask
from graph.terms import (
    TermError,
    amount,
    calendar,
    decimal,
    digest,
    grant,
    literal,
    node,
    plain_number,
    source_iri,
    term,
    text,
    typed,
)
from ontology import schema
from ontology.namespaces import DCTERMS, FOAF, ID, IG, OA, RDF

RULE_VERSION = "1"
LABELS = node(ID + "graph/labels")
_TYPE = f"<{RDF}type>"
ALWAYS = frozenset({"Project"})  # what is labelled although nothing may be said of it


def to_triples(readings: Sequence[Reading], resolution: Resolved, *, withheld: bool = False) -> Triples:
    """The triples of all readings; `withheld`: no quote is shown, sources and offsets alone."""
    ordered = sorted(readings, key=lambda reading: (reading.document.source, reading.document.digest))
    writer = Writer(Mask.of(ordered), resolution, withheld=withheld)
    triples, used = Triples(), set[str]()
    for sheet in map(writer.sheet, ordered):
        triples.take(sheet)
        used |= sheet.used
    triples.take(writer.labels(used, triples))
    return triples


class Writer:
    """Makes the sheet of each reading, and the labels of what all of them use.

    `nameless` says of things whether they have no name that may be published; of others it is found out.
    """

    def __init__(
        self, mask: Mask, resolution: Resolved, withheld: bool = False, nameless: Mapping[str, bool] | None = None
    ) -> None:
        self.resolution = resolution
        self.withheld = withheld
        self.mask = mask
        self.entities: Mapping[str, Canonical] = {entity.iri: entity for entity in resolution.entities}
        self._nameless: dict[str, bool] = dict(nameless or {})
        self._sheet = Sheet("")
        self._locals: Mapping[str, Entity] = {}
        self._private: dict[str, bool] = {}
        self._proofs: dict[object, list[Proof]] = {}

    def sheet(self, reading: Reading) -> Sheet:
        """All that a reading says."""
        document = reading.document
        self._sheet = Sheet(source_iri(document.source, document.digest).value)
        self._locals = {entity.key: entity for entity in reversed(reading.entities)}
        self._private = {}
        self._proofs = {}
        self.source(document)
        for statement in reading.statements:
            self.statement(reading, statement)
        kind = f" {_TYPE} {n3(IG + 'Statement')}"
        self._sheet.statements = sum(line.endswith(kind) for line in self._sheet.lines)
        return self._sheet

    def labels(self, used: set[str], triples: Triples) -> Sheet:
        """The sheet of the labels of what is used, and of every project; `triples` gets what is known besides."""
        self._sheet = Sheet(LABELS.value)
        for iri in sorted(used.union(iri for iri, entity in self.entities.items() if entity.kind in ALWAYS)):
            self.label(iri, triples)
        return self._sheet

    def source(self, document: Document) -> None:
        """What is known about a source."""

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
        self.say(n3(self._sheet.graph), [(name, str(value)) for name, value in pairs if value is not None])

    def say(self, subject: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Lines of one subject: the IRIs of properties, and objects as N-Triples write them."""
        self._sheet.lines.update([f"{subject} <{name}> {value}" for name, value in pairs])

    def page(self, document: Document, url: str | None) -> ox.NamedNode | None:
        """The address of a source, if it is a legal one."""
        try:
            return node(url) if url else None
        except TermError as error:
            self.refuse(document.source, "the address of the page", str(error))
            return None

    def refuse(self, source: str, what: str, why: str) -> None:
        """Keep a note of what was left out."""
        self._sheet.refusals.append(Refusal(self.mask.source_name(source), what, why))

    def statement(self, reading: Reading, statement: Statement) -> None:
        """A statement with its evidence, and the triple that it asserts; and the same for more general properties."""
        try:
            subject = self.entity(reading, statement.subject)
            value = self.object(reading, statement)
            if value == subject:
                raise TermError("its subject and object turned out to be one thing")
            evidence = self.proofs(reading, statement)
        except (TermError, _PrivateError) as error:
            self.refuse(reading.document.source, f"a statement of {statement.rule} ({statement.predicate})", str(error))
            return
        for predicate in schema.with_generals(statement.predicate):
            self.write((subject, n3(IG + predicate), value), reading.document.language, statement, evidence)
        if isinstance(statement.object, Grant):
            for name, part in self.grant_parts(reading, statement.object):
                self.write((value, n3(IG + name), part), reading.document.language, statement, evidence)

    def proofs(self, reading: Reading, statement: Statement) -> list[Proof]:
        """The proofs of a statement as they are published."""
        if statement.evidence not in self._proofs:
            found = proofs_of(reading, statement, self.mask)
            hidden = [replace(proof, quote=MASK, masked=True) for proof in found]
            self._proofs[statement.evidence] = hidden if self.withheld else found
        return self._proofs[statement.evidence]

    def entity(self, reading: Reading, key: str) -> str:
        """The node of a reading's entity."""
        iri = self.resolution.iri(reading.document.source, key)
        if self.is_nameless(iri) or self.is_private(reading, key):
            raise _PrivateError("its subject or object has the name of a person who must stay unnamed")
        self._sheet.used.add(iri)
        return n3(iri)

    def is_nameless(self, iri: str) -> bool:
        """Whether a thing has no name that may be published."""
        if iri not in self._nameless:
            entity = self.entities.get(iri)
            unnamed = entity is not None and not public_names(entity, self.mask) and not entity.ref
            self._nameless[iri] = self.mask.denies_iri(iri) or unnamed
        return self._nameless[iri]

    def is_private(self, reading: Reading, key: str) -> bool:
        """Whether every name of a reading's entity is one that its document keeps private."""
        if key not in self._private:
            local = self._locals.get(key)
            self._private[key] = local is not None and self._all_private(reading.document.source, local)
        return self._private[key]

    def _all_private(self, source: str, local: Entity) -> bool:
        if local.ref or not local.names:
            return False
        return all(not self.mask.hide(name.text, source).replace(MASK, "").strip() for name in local.names)

    def object(self, reading: Reading, statement: Statement) -> str:
        """The object of a statement."""
        value = statement.object
        if isinstance(value, str):
            return self.entity(reading, value)
        if isinstance(value, Grant):
            return self.grant(reading, statement, value)
        if value.kind == "money":
            return self.money(value)
        if self.mask.hide(value.text, reading.document.source) != value.text:
            raise _PrivateError("its value holds the name of a person who must stay unnamed")
        return str(literal(value))

    def grant(self, reading: Reading, statement: Statement, value: Grant) -> str:
        """A grant's node: the same wherever the same funder, or side, is said to give the same to the same project."""
        project = self.entity(reading, statement.subject)
        funder = self.entity(reading, value.funder) if value.funder else f"role {value.role}"
        given = f"{plain_number(value.text)} {value.currency or ''}" if value.text else f"share {value.share}"
        iri = n3(grant(project, funder, given).value)
        if statement.modality != "negated":
            self.fact(f"{iri} {_TYPE} {n3(IG + 'Grant')}")
        return iri

    def grant_parts(self, reading: Reading, value: Grant) -> Iterator[tuple[str, str]]:
        """Who gives a grant, from which side, how much, or which part of the costs, to whom, and when."""
        if value.funder:
            yield "grantor", self.entity(reading, value.funder)
        if value.role:
            yield "fundingRole", plain(value.role)
        if value.text:
            yield "grantAmount", self.money(Value("money", value.text, value.currency))
        if value.share:
            yield "share", str(decimal(value.share))
        if value.recipient and (body := self.recipient(reading, value)):
            yield "recipient", body
        for name, date in (("periodStart", value.start), ("periodEnd", value.end)):
            if date:
                yield name, str(calendar(date))

    def recipient(self, reading: Reading, value: Grant) -> str:
        """The node of the body that gets a grant; "" where it may not be named."""
        try:
            return self.entity(reading, value.recipient)
        except (TermError, _PrivateError) as error:
            self.refuse(reading.document.source, "the recipient of a grant", str(error))
            return ""

    def money(self, value: Value) -> str:
        """An amount's node, described in the source's graph."""
        iri = n3(amount(value).value)
        self.fact(f"{iri} {_TYPE} {n3(IG + 'Amount')}")
        self.fact(f"{iri} {n3(IG + 'amount')} {decimal(value.text)}")
        if value.currency:
            self.fact(f"{iri} {n3(IG + 'currency')} {text(value.currency)}")
        return iri

    def write(self, triple: tuple[str, str, str], language: str, statement: Statement, evidence: list[Proof]) -> None:
        """The statement's node and, unless it is negated, the triple."""
        (subject, predicate, value), graph = triple, self._sheet.graph
        places = " ".join(place.place for place in evidence)
        key = digest(graph, subject, predicate, value, statement.rule, statement.modality, places)[:16]
        iri = f"{ID}statement/{key}"
        pairs = [
            (RDF + "type", n3(IG + "Statement")),
            (RDF + "subject", subject),
            (RDF + "predicate", predicate),
            (RDF + "object", value),
            (DCTERMS + "source", n3(graph)),
            (DCTERMS + "language", plain(language)),
            (IG + "rule", plain(statement.rule)),
            (IG + "ruleVersion", plain(RULE_VERSION)),
            (IG + "confidence", share(statement.confidence)),
            (IG + "modality", plain(statement.modality)),
        ]
        for number, place in enumerate(evidence, 1):
            selector = f"<{iri}/quote/{number}>"
            pairs.append((OA + "hasSelector", selector))
            self.say(selector, _selector(place))
        self.say(f"<{iri}>", pairs)
        if statement.modality != "negated":
            line = f"{subject} {predicate} {value}"
            self.fact(line)
            self._sheet.asserted.add(line)

    def fact(self, line: str) -> None:
        """A triple, in the graph of its source and merged."""
        self._sheet.lines.add(line)
        self._sheet.facts.add(line)

    def label(self, iri: str, triples: Triples) -> None:
        """The class and the names of an entity; background of a vocabulary entry goes to the vocabulary."""
        if self.is_nameless(iri):
            return
        naming, background = labels_of(iri, self.entities.get(iri), self.mask)
        triples.labelled.add(iri)
        triples.background_lines.update(map(str, background))
        for triple in naming:
            self.fact(str(triple))


def _selector(place: Proof) -> list[tuple[str, str]]:
    """One quote with its place: an XPath into the source, or offsets into its text."""
    pairs = [(RDF + "type", n3(OA + "TextQuoteSelector")), (OA + "exact", str(text(place.quote)))]
    if place.path:
        pairs += [(RDF + "type", n3(OA + "XPathSelector")), (RDF + "value", str(text(place.path)))]
    else:
        kind = n3(OA + "TextPositionSelector")
        pairs += [(RDF + "type", kind), (OA + "start", whole(place.start)), (OA + "end", whole(place.end))]
    if place.masked:
        pairs.append((IG + "redacted", str(typed("true", "boolean"))))
    return pairs


class _PrivateError(ValueError):
    """A statement that would publish a private name."""
