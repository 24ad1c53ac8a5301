"""Lists and objects as programs write them ("title: 'X', partners: [...]", "'title' => 'X'") to plain data.

Pages that are made from data often keep them in the program itself: no JSON, since keys stand without quotation marks,
strings between single ones, commas before a bracket, comments between. A piece cut out of such a file counts as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_TOKEN = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/|^[ \t]*#[^\n]*|<\?php|<\?=|\?>)"
    r'|(?P<string>"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|' + r"'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"
    r"|(?P<arrow>=>|:)|(?P<sign>[\[\](){},;=+])|(?P<word>[$\w][\w$.-]*)|(?P<other>\S)",
    re.S | re.M,
)
_ESCAPE = re.compile(r"\\(?:u\{?([0-9a-fA-F]{4,6})\}?|x([0-9a-fA-F]{2})|(.))", re.S)
_ESCAPED = {"n": "\n", "t": "\t", "r": "", "\n": ""}
_CLOSED_BY = {"]": "[", ")": "(", "}": "{"}
_NUMBER = re.compile(r"-?\d[\d.]*")
_LEAST_KEYS = 3  # so many keys with more than numbers has at least one of the objects,
_LEAST_STRINGS = 2  # so many of them with strings
_LEAST_SHARE = 0.5  # of the text's signs stand in keys and strings
_MOST_OTHER = 0.02  # of the text's signs may be none of lists and objects
_DEEPEST = 40


@dataclass
class _Open:
    """A bracket that is not closed yet: what it holds, and the key whose value comes next."""

    bracket: str
    named: bool = False
    items: list[Any] = field(default_factory=list)
    pairs: dict[str, Any] = field(default_factory=dict)
    last: str | None = None
    key: str | None = None

    def put(self, value: Any) -> None:
        """Add a value: to its key, or to the list."""
        if self.key is None:
            self.items.append(value)
        elif self.key in self.pairs:
            before = self.pairs[self.key]
            self.pairs[self.key] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            self.pairs[self.key] = value
        self.key = None

    def closed(self) -> Any:
        """What it holds as a whole; a call says what its only argument says."""
        if self.pairs or self.bracket == "{":
            return self.pairs
        if self.bracket == "(" and not self.named:
            return self.items[0] if len(self.items) == 1 else None
        return self.items


def literal_data(text: str) -> list[Any] | None:
    """The objects and lists that a text consists of, or None for a text that is something else."""
    if "{" not in text and "[" not in text:
        return None
    reader = _Reader()
    signs = told = other = 0
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "comment":
            continue
        length = len(match.group())
        signs += length
        told += length if match.lastgroup == "string" or reader.takes_key(text, match) else 0
        other += length if match.lastgroup == "other" else 0
        if not reader.take(match) or other > _MOST_OTHER * len(text):
            return None
    data = reader.finished()
    return data if told >= _LEAST_SHARE * signs and any(_tells(item) for item in data) else None


class _Reader:
    """Puts the signs together; `open` holds what is not closed yet, first what the text itself is."""

    def __init__(self) -> None:
        self.open = [_Open("")]
        self.pending: str | None = None  # a word or string of which the next sign says what it is
        self.is_string = False
        self.joined = False

    def takes_key(self, text: str, match: re.Match[str]) -> bool:
        """Whether a word is a key: a colon or an arrow stands behind it."""
        return match.lastgroup == "word" and text[match.end() : match.end() + 4].lstrip().startswith((":", "=>"))

    def take(self, match: re.Match[str]) -> bool:
        """One sign; False where it can be no sign of a list or object."""
        kind, sign = match.lastgroup, match.group()
        if kind == "string":
            shown = _unescaped(sign)
            before = self.pending if self.joined and self.pending else ""
            if not self.joined:
                self.settle()
            self.pending = before + shown
            self.is_string, self.joined = True, False
        elif kind == "word":
            self.settle()
            self.pending = sign
        elif kind == "arrow":
            if self.pending is not None:
                self.open[-1].key, self.pending = self.pending, None
        elif sign in "+":
            self.joined = self.is_string
        elif sign in "[({":
            return self.begin(sign)
        elif sign in "])}":
            self.settle()
            self.end(_CLOSED_BY[sign])
        elif sign in ",;=":
            self.settle()
            self.open[-1].key = None
        else:
            self.joined = sign == "." and self.is_string
        return True

    def settle(self) -> None:
        """Put what is pending where it belongs: a string or a number is a value, any other word says nothing."""
        if self.pending is not None and (self.is_string or _NUMBER.fullmatch(self.pending)):
            self.open[-1].put(self.pending)
        self.pending, self.is_string, self.joined = None, False, False

    def begin(self, bracket: str) -> bool:
        """A bracket opens; "array(" is a list, any other "name(" a call."""
        named = bracket == "(" and self.pending is not None and self.pending.casefold() == "array"
        self.settle()
        self.open.append(_Open(bracket, named))
        return len(self.open) <= _DEEPEST

    def end(self, bracket: str) -> None:
        """A bracket closes; one that opened before the piece began ends what the piece said of it."""
        if len(self.open) == 1:
            root = self.open[0]
            if root.pairs and bracket != "(":
                root.items.append(root.pairs)
                root.pairs, root.key = {}, None
            return
        if self.open[-1].bracket == bracket:
            value = self.open.pop().closed()
            if value not in (None, [], {}):
                self.open[-1].put(value)
            self.open[-1].key = None

    def finished(self) -> list[Any]:
        """All that stands in no other, with what is left open closed: the piece was cut there."""
        self.settle()
        while len(self.open) > 1:
            value = self.open.pop().closed()
            if value not in (None, [], {}):
                self.open[-1].put(value)
        root = self.open[0]
        found = [*root.items, root.pairs] if root.pairs else root.items
        return [
            part for item in found for part in (item if isinstance(item, list) else [item]) if isinstance(part, dict)
        ]


def _unescaped(quoted: str) -> str:
    """What a string says, without its quotation marks and escapes."""
    marks = 3 if quoted.startswith('"""') and len(quoted) >= 6 else 1
    return _ESCAPE.sub(_sign, quoted[marks:-marks])


def _sign(match: re.Match[str]) -> str:
    if match[3]:
        return _ESCAPED.get(match[3], match[3])
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else ""


def _tells(data: Any) -> bool:
    """Whether an object, or one inside it, says several things in strings."""
    if isinstance(data, list):
        return any(_tells(item) for item in data)
    if not isinstance(data, dict):
        return False
    told = [value for value in data.values() if isinstance(value, list) or not _NUMBER.fullmatch(str(value))]
    strings = [value for value in told if isinstance(value, str)]
    several = len(told) >= _LEAST_KEYS and len(strings) >= _LEAST_STRINGS
    return several or any(_tells(value) for value in data.values())
