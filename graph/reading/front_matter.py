"""YAML (and simple TOML) front matter, read so that every value keeps its place in the text.

What is not strict YAML is read line by line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Block, Field, Span
from graph.reading.draft import trimmed
from graph.reading.lines import Line, split_lines
from graph.reading.values import is_long, prose_in, unquoted
from graph.reading.yaml_reader import fields_of
from graph.reading.yaml_tree import yaml_documents

_KEY = re.compile(
    r"(?P<indent>\s*)(?P<dash>-\s+)?(?P<quote>[\"']?)(?P<key>[^\W_][\w .\-/]*?)(?P=quote)\s*(?P<sign>[:=])(?=\s|$)"
)
_DASH = re.compile(r"(?P<indent>\s*)-\s+(?=\S)")
_SCALAR = re.compile(r"\s*[|>][+-]?\d?\s*")
_COMMENT = re.compile(r"\s+#\s.*$")
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}


@dataclass(frozen=True, slots=True)
class Head:
    """The labelled values at the head of a text: their blocks, their fields, and where the body begins."""

    blocks: tuple[Block, ...]
    fields: tuple[Field, ...]
    end: int


def head_from_fields(text: str, span: Span, fields: Sequence[Field], end: int) -> Head:
    """A head with one record about the document, and prose for its long values."""
    blocks = [Block("record", span, fields=tuple(fields), about="document")] if fields else []
    for item in fields:
        if is_long(text, item.value):
            blocks.extend(prose_in(text, item.value))
    return Head(tuple(blocks), tuple(fields), end)


def front_matter(text: str) -> Head | None:
    """The front matter at the start of `text`, or `None`."""
    lines = split_lines(text, Span(0, len(text)))
    first = next((index for index, line in enumerate(lines) if not line.blank), None)
    if first is None or (opening := lines[first].text.strip()) not in _FENCES:
        return None
    closing = next((i for i in range(first + 1, len(lines)) if lines[i].text.rstrip() in _FENCES[opening]), None)
    if closing is None:
        return _without_end(text, lines[first:]) if opening == "---" else None
    inner = lines[first + 1 : closing]
    fields = _as_yaml(text, inner) if opening == "---" else []
    fields = fields or _Parser(text, inner).run()
    if not fields and any(not line.blank for line in inner):
        return None
    end = min(lines[closing].end + 1, len(text))
    return head_from_fields(text, Span(lines[first].start, lines[closing].end), fields, end)


def _without_end(text: str, lines: Sequence[Line]) -> Head | None:
    """The head of a text that is front matter to its end, its second fence left out: strict YAML with several keys."""
    fields = _as_yaml(text, lines[1:])
    keys = {item.label for item in fields}
    return head_from_fields(text, Span(lines[0].start, lines[-1].end), fields, len(text)) if len(keys) > 1 else None


def _as_yaml(text: str, lines: Sequence[Line]) -> list[Field]:
    """The fields of lines that are strict YAML; none where they are not, as hand-written heads often are."""
    if not lines:
        return []
    try:
        documents = yaml_documents(text, Span(lines[0].start, lines[-1].end))
        return fields_of(documents[0]) if len(documents) == 1 and isinstance(documents[0], dict) else []
    except ValueError:
        return []


class _Parser:
    """One pass over the lines of a front matter; `path` holds the open keys with their indentation."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self.at = 0
        self.path: list[tuple[int, str, Span]] = []
        self.fields: list[Field] = []

    def run(self) -> list[Field]:
        """All fields, in order."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.blank or line.text.lstrip().startswith("#") or line.text.strip().startswith("["):
                self.at += 1
            elif key := _KEY.match(line.text):
                self.key(line, key)
            elif dash := _DASH.match(line.text):
                self.leave(len(dash["indent"]) + 1)
                self.value(line, dash.end(), len(dash["indent"]))
            else:
                self.at += 1
        return self.fields

    def key(self, line: Line, match: re.Match[str]) -> None:
        """A `key: value` line."""
        indent = len(match["indent"]) + len(match["dash"] or "")
        self.leave(indent)
        span = Span(line.start + match.start("key"), line.start + match.end("key"))
        self.path.append((indent, match["key"].strip(), span))
        self.value(line, match.end(), indent)

    def leave(self, indent: int) -> None:
        """Forget the keys that are as deep as `indent` or deeper."""
        while self.path and self.path[-1][0] >= indent:
            self.path.pop()

    def value(self, line: Line, column: int, indent: int) -> None:
        """The value that begins at `column`, with the lines that continue it."""
        rest = line.text[column:]
        start = line.start + column
        self.at += 1
        if _SCALAR.fullmatch(_COMMENT.sub("", rest)) and rest.strip():
            end = self.follow(indent, line.end, blanks=True)
            self.add(Span(line.end, end))
            return
        bare = rest.strip()
        if bare[:1] in ("'", '"') and not self.closed(bare):
            end = self.until_quote(bare[0], line.end)
        elif bare.startswith("[") and "]" not in bare:
            end = self.until_quote("]", line.end)
        elif bare:
            end = self.follow(indent, line.end, blanks=False)
        else:
            return
        if end == line.end and bare[:1] not in ("'", '"'):
            end = start + len(_COMMENT.sub("", rest))
        self.items(trimmed(self.text, start, end))

    def closed(self, bare: str) -> bool:
        """Whether a quoted value ends on its own line."""
        return len(bare) > 1 and _COMMENT.sub("", bare).rstrip().endswith(bare[0])

    def until_quote(self, sign: str, end: int) -> int:
        """The end of the line that closes a quoted or bracketed value."""
        start = self.at
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if line.text.rstrip().endswith(sign):
                return line.end
        self.at = start
        return end

    def follow(self, indent: int, end: int, *, blanks: bool) -> int:
        """The end of the lines that are indented deeper than the key."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            depth = len(line.text) - len(line.text.lstrip())
            if line.blank and blanks:
                self.at += 1
                continue
            if line.blank or depth <= indent or (not blanks and (_KEY.match(line.text) or _DASH.match(line.text))):
                break
            end = line.end
            self.at += 1
        return end

    def items(self, span: Span) -> None:
        """One field for a plain value, one for each item of an inline list."""
        shown = self.text[span.start : span.end]
        if not (shown.startswith("[") and shown.endswith("]")):
            self.add(span)
            return
        for match in re.finditer(r"\"[^\"]*\"|'[^']*'|[^,\s][^,]*", shown[1:-1]):
            self.add(Span(span.start + 1 + match.start(), span.start + 1 + match.end()))

    def add(self, value: Span) -> None:
        """A field under the open keys."""
        if not self.path:
            return
        label = ".".join(key for _, key, _ in self.path)
        span = unquoted(self.text, value)
        if span.end > span.start and self.text[span.start : span.end] not in ("null", "~", "None", "[]", "{}"):
            self.fields.append(Field(label, span, self.path[-1][2]))
