"""JSON: one object is a record about the document, a list of objects is one record each.

Escapes would stand in the way of reading, so the document's text is the values written out as `key: value` lines.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from graph.model import Block, Field, Span
from graph.reading import metadata
from graph.reading.containers import flat, rows_of
from graph.reading.decoding import without_controls
from graph.reading.draft import Draft, in_order
from graph.reading.values import is_long, prose_in


def read_json(text: str) -> Draft:
    """The draft of a JSON or JSON-lines document; raises `ValueError` for what is neither."""
    return data_draft(_parsed(text))


def data_draft(data: Any) -> Draft:
    """The draft of parsed data: objects, lists and plain values."""
    rows, rest = rows_of(data)
    writer = _Writer()
    if rest:
        writer.record(rest, "document")
    for row in rows:
        writer.record(row, "row")
    shown = "".join(writer.parts)
    blocks = list(writer.blocks)
    for block in writer.blocks:
        for field in block.fields:
            if is_long(shown, field.value):
                blocks.extend(prose_in(shown, field.value))
    known = metadata.from_fields(shown, writer.blocks[0].fields) if rest and writer.blocks else Draft("", ())
    return replace(known, text=shown, blocks=in_order(blocks))


def is_json(text: str) -> bool:
    """Whether a text that is not called so is JSON: an object or a list of objects."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        data = _parsed(text)
    except ValueError:
        return False
    return isinstance(data, dict) or (bool(data) and isinstance(data, list) and all(isinstance(o, dict) for o in data))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except json.JSONDecodeError:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith("{") for line in lines):
            raise
        return [json.loads(line) for line in lines]


class _Writer:
    """Writes values out and remembers where they stand."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []

    def record(self, data: Any, about: str) -> None:
        """One record, with a blank line after it."""
        start, fields = self.length, []
        for label, _, value in flat(data):
            if shown := _shown(value):
                fields.append(self.line(label or "value", shown))
        if not fields:
            return
        span = Span(start, self.length - 1)
        self.blocks.append(Block("record", span, fields=tuple(fields), about="row" if about == "row" else "document"))
        self.write("\n")

    def line(self, label: str, value: str) -> Field:
        """One `label: value` line."""
        start = self.length
        self.write(f"{label}: {value}\n")
        value_start = start + len(label) + 2
        return Field(label, Span(value_start, value_start + len(value)), Span(start, start + len(label)))

    def write(self, text: str) -> None:
        """Add text."""
        self.parts.append(text)
        self.length += len(text)


def _shown(value: Any) -> str:
    """A plain value as the text shows it."""
    return without_controls(str(value).replace("\r\n", "\n").replace("\r", "\n")).strip()
