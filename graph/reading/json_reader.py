"""JSON: one object is a record about the document, a list of objects is one record each.

Escapes would stand in the way of reading, so the document's text is the values written out as `key: value` lines.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from graph.model import Block, Field, Span
from graph.reading import metadata
from graph.reading.decoding import without_controls
from graph.reading.draft import Draft, in_order
from graph.reading.values import is_long, prose_in

_DEEPEST = 40


def read_json(text: str) -> Draft:
    """The draft of a JSON or JSON-lines document; raises `ValueError` for what is neither."""
    data = _parsed(text)
    rows, rest = _rows(data)
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


def _rows(data: Any) -> tuple[list[Any], dict[str, Any]]:
    """The objects of the list that the document is or mainly holds, and what else it says."""
    if isinstance(data, list):
        return data, {}
    if not isinstance(data, dict):
        return [], {"value": data}
    lists = [
        key
        for key, value in data.items()
        if isinstance(value, list) and value and all(isinstance(v, dict) for v in value)
    ]
    if len(lists) == 1 and len(data) <= 3:
        key = lists[0]
        return data[key], {other: value for other, value in data.items() if other != key}
    return [], data


class _Writer:
    """Writes values out and remembers where they stand."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []

    def record(self, data: Any, about: str) -> None:
        """One record, with a blank line after it."""
        start, fields = self.length, []
        for label, value in _flat(data, "", 0):
            fields.append(self.line(label or "value", value))
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


def _flat(data: Any, path: str, depth: int) -> list[tuple[str, str]]:
    """(path, value) of every plain value, in the order of the document."""
    if depth > _DEEPEST:
        raise ValueError("it is nested too deeply")
    if isinstance(data, dict):
        pairs = [(f"{path}.{key}" if path else str(key), value) for key, value in data.items()]
        return [
            item for key, value in pairs for item in _flat(value, without_controls(" ".join(key.split())), depth + 1)
        ]
    if isinstance(data, list):
        return [item for value in data for item in _flat(value, path, depth + 1)]
    if data is None or data == "":
        return []
    shown = {True: "true", False: "false"}[data] if isinstance(data, bool) else str(data)
    shown = without_controls(shown.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return [(path, shown)] if shown else []
