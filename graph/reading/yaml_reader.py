"""YAML: one mapping is a record about the document, a list of mappings is one record each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graph.model import Block, Field, Span
from graph.reading import metadata
from graph.reading.containers import flat, rows_of
from graph.reading.draft import Draft, in_order
from graph.reading.values import is_long, prose_in
from graph.reading.yaml_tree import Placed, yaml_documents


def read_yaml(text: str) -> Draft:
    """The draft of a YAML file, whose text stays as it is; raises `ValueError` for what is none."""
    documents = [document for document in yaml_documents(text, Span(0, len(text))) if document]
    rows, rest = rows_of(documents[0] if len(documents) == 1 else documents)
    about, records = fields_of(rest), [fields_of(row) for row in rows]
    blocks = [_record(fields, "row") for fields in records if fields]
    if about:
        blocks.append(_record(about, "document"))
    long = [part for block in blocks for field in block.fields for part in _prose(text, field.value)]
    known = metadata.from_fields(text, about)
    return replace(known, text=text, blocks=in_order([*blocks, *long]))


def fields_of(data: Any) -> list[Field]:
    """The labelled values in parsed YAML, each where it stands."""
    return [
        Field(path or "value", value.span, key.span if isinstance(key, Placed) else None)
        for path, key, value in flat(data)
        if isinstance(value, Placed)
    ]


def _record(fields: list[Field], about: str) -> Block:
    places = [span for field in fields for span in (field.value, field.label_span) if span is not None]
    span = Span(min(p.start for p in places), max(p.end for p in places))
    return Block("record", span, fields=tuple(fields), about="row" if about == "row" else "document")


def _prose(text: str, value: Span) -> list[Block]:
    return prose_in(text, value) if is_long(text, value) else []
