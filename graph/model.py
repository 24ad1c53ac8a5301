"""The values that pass between the stages of a build: frozen, comparable, without any RDF.

A reader makes a `Document` (text and blocks). The extraction stages make a `Reading` of it: the entities that the
document speaks of and the statements that it makes, each with the spans of text that say so. Resolution gives the
entities of many readings their common identity; `graph.output.rdf` maps the result to triples.

All offsets are indices of Unicode code points into `Document.text`; `end` is exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["title", "heading", "prose", "item", "record", "navigation", "boilerplate"]
Modality = Literal["asserted", "planned", "completed", "negated"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled value: a front-matter key, a `Label: value` line, a table cell under its header.

    `label_span` is where the label stands (a table's header cell; `None` for a label that is not in the text).
    `value` is where the value stands; it may be empty.
    """

    label: str
    value: Span
    label_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text with one function.

    * `title`: the document's title; `heading`: a section heading with its `level` (1 = highest).
    * `prose`: a paragraph (line breaks inside are only layout); `item`: a list item (`level` = depth of nesting).
    * `record`: labelled values about one thing. `about` says which: `"document"` for front matter, JSON or `Label:
    value`
      lines that describe what the page is about; `"row"` for one row of a table or one object of a list.
    * `navigation`: menus, breadcrumbs, link lists; `boilerplate`: cookie notices, disclaimers, footers.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    fields: tuple[Field, ...] = ()
    about: Literal["document", "row"] | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """Where a stretch of the text comes from, for a source that is XML: `path` is an XPath (absolute, positional) to an
    element or attribute, `text` what stands there, on one line."""

    span: Span
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text that has been read.

    `source` is the name that identifies it among the inputs (the path relative to the input folder, with `/`);
    `digest` the SHA-256 of the original bytes; `language` an ISO 639-1 code; `published` an ISO date. Only sources of
    XML have `nodes`.
    """

    source: str
    digest: str
    text: str
    language: str
    blocks: tuple[Block, ...]
    format: str = "text"
    encoding: str = "utf-8"
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    nodes: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a language (ISO 639-1, or "" where it has none, such as an acronym)."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A literal object.

    `kind` and the form of `text`: `date` ("2020", "2020-05" or "2020-05-31"), `money` (amount as a plain decimal in
    `text`,
    ISO 4217 code in `currency`), `code`, `url`, `text`.
    """

    kind: Literal["date", "money", "code", "url", "text", "grant"]
    text: str
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Grant(Value):
    """What one funder gives: of kind `grant`, with the amount in `text` ("" where none is stated) and its currency.

    `funder` is the key of the entity that gives, or "" where the text names a side alone ("national co-financing");
    `share` its part of the costs as a decimal from 0 to 1, or ""; `role` the side that the money comes from ("eu",
    "national", "own", "other"), or ""; `recipient` the key of the body that gets it, or ""; `start` and `end` when it
    is paid, as dates, or "".
    """

    funder: str = ""
    share: str = ""
    role: str = ""
    recipient: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that one document speaks of.

    `key` is unique within the reading. `kind` is the local name of a class of the ontology. `ref` is the IRI of the
    vocabulary
    entry where it is a known thing. `names` holds every form used, the best first. `country` (alpha-2) is known for
    places. `numbers` are a body's numbers in registers, as the text gives them beside its name.
    """

    key: str
    kind: str
    names: tuple[Name, ...]
    ref: str | None = None
    acronyms: tuple[str, ...] = ()
    country: str | None = None
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact as one document states it.

    `subject` and a `str` `object` are entity keys; `predicate` is the local name of a property. `evidence` are the
    spans that say so:
    the sentence, field or heading first, further spans where the statement rests on more than one place.
    `rule` names the rule that found it, `confidence` is that rule's measured precision (0 to 1).
    """

    subject: str
    predicate: str
    object: str | Value
    evidence: tuple[Span, ...]
    rule: str
    confidence: float
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was taken from one document. `private` are the spans of names of people who must stay unnamed."""

    document: Document
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    private: tuple[Span, ...] = field(default=())
