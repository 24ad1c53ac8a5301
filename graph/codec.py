"""Readings and documents as JSON: between a worker and the build, and from one build to the next.

JSON and not pickle, because what comes from a worker that met a hostile file, or from a folder on a disk, is never run.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Sequence
from typing import Any, cast

from graph.model import Block, Document, Entity, Field, Grant, Modality, Name, Node, Reading, Span, Statement, Value

Json = Any
_STATES = ("asserted", "planned", "completed", "negated")


class CodecError(ValueError):
    """Bytes that are no reading."""


def document_to_json(document: Document) -> Json:
    """A document as plain data."""
    return [
        [
            document.source,
            document.digest,
            document.text,
            document.language,
            document.format,
            document.encoding,
            document.title,
            document.published,
            document.url,
            document.publisher,
        ],
        [[b.kind, *_span(b.span), b.level, b.about, [_field(f) for f in b.fields]] for b in document.blocks],
        [[*_span(node.span), node.path, node.text] for node in document.nodes],
    ]


def document_from_json(data: Json) -> Document:
    """The document of plain data; raises `CodecError`."""
    try:
        head, blocks, places = data
        source, digest, text, language, form, encoding, title, published, url, publisher = head
        made = tuple(
            Block(kind, Span(start, end), level, tuple(_read_field(f) for f in fields), about)
            for kind, start, end, level, about, fields in blocks
        )
        nodes = tuple(Node(Span(start, end), path, shown) for start, end, path, shown in places)
        return Document(source, digest, text, language, made, form, encoding, title, published, url, publisher, nodes)
    except (TypeError, ValueError, IndexError) as error:
        raise CodecError(f"it is no document ({error})") from error


def reading_to_json(reading: Reading) -> Json:
    """A reading as plain data."""
    return [
        document_to_json(reading.document),
        [
            [
                e.key,
                e.kind,
                [[n.text, n.language] for n in e.names],
                e.ref,
                list(e.acronyms),
                e.country,
                list(e.numbers),
            ]
            for e in reading.entities
        ],
        [
            [
                s.subject,
                s.predicate,
                _object(s.object),
                [_span(x) for x in s.evidence],
                s.rule,
                s.confidence,
                s.modality,
            ]
            for s in reading.statements
        ],
        [_span(span) for span in reading.private],
    ]


def reading_from_json(data: Json) -> Reading:
    """The reading of plain data; raises `CodecError`."""
    try:
        document, entities, statements, private = data
        return Reading(
            document_from_json(document),
            tuple(
                Entity(key, kind, tuple(Name(*name) for name in names), ref, tuple(acronyms), country, tuple(numbers))
                for key, kind, names, ref, acronyms, country, numbers in entities
            ),
            tuple(
                Statement(
                    subject,
                    predicate,
                    value if isinstance(value, str) else _value(value),
                    tuple(Span(*span) for span in evidence),
                    rule,
                    confidence,
                    _modality(modality),
                )
                for subject, predicate, value, evidence, rule, confidence, modality in statements
            ),
            tuple(Span(*span) for span in private),
        )
    except (TypeError, ValueError, IndexError) as error:
        raise CodecError(f"it is no reading ({error})") from error


def packed(reading: Reading, notes: Sequence[str]) -> bytes:
    """A reading and the notes of its reader as bytes, to be kept or sent."""
    return gzip.compress(dumps([reading_to_json(reading), list(notes)]), 1, mtime=0)


def unpacked(data: bytes) -> tuple[Reading, tuple[str, ...]]:
    """The reading and the notes of bytes; raises `CodecError`."""
    try:
        reading, notes = loads(gzip.decompress(data))
    except (OSError, EOFError, ValueError, TypeError, zlib.error) as error:
        raise CodecError(f"it is no reading that was packed ({error})") from error
    return reading_from_json(reading), tuple(str(note) for note in notes)


def dumps(data: Json) -> bytes:
    """Plain data as bytes."""
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def loads(data: bytes) -> Json:
    """The plain data of bytes; raises `CodecError`."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise CodecError(f"it is no JSON ({error})") from error


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _field(field: Field) -> Json:
    return [field.label, *_span(field.value), _span(field.label_span) if field.label_span else None]


def _read_field(data: Json) -> Field:
    label, start, end, label_span = data
    return Field(label, Span(start, end), Span(*label_span) if label_span else None)


def _object(value: str | Value) -> Json:
    if isinstance(value, Grant):
        parts = (value.funder, value.share, value.role, value.recipient, value.start, value.end)
        return [value.kind, value.text, value.currency, *parts]
    return value if isinstance(value, str) else [value.kind, value.text, value.currency]


def _value(data: Json) -> Value:
    return Grant(*data) if data[0] == "grant" else Value(*data)


def _modality(name: str) -> Modality:
    if name not in _STATES:
        raise CodecError(f"{name!r} is no modality")
    return cast(Modality, name)
