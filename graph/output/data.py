"""JSON as people read it, at once or piece by piece: the same data give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring
from typing import Any


def as_json(data: Any) -> bytes:
    """Data as JSON for people and machines: indented, with a line feed at the end."""
    return (_indented(data, "\n") + "\n").encode("utf-8")


def json_piece(key: str, data: Any) -> bytes:
    """A key and its value as they stand, two levels deep, in a file that `as_json` writes, with the comma before."""
    return f",\n  {encode_basestring(key)}: {_indented(data, chr(10) + '  ')}".encode()


class Written(str):
    """Data that are written already, as they stand four levels deep: of them a long list takes less room."""

    __slots__ = ()


def written(data: Any) -> Written:
    """Data to be part of a list that is the value of a key of `json_piece`."""
    return Written(_indented(data, "\n" + " " * 4))


def json_of_pieces(name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The file, piece by piece, in which such keys stand under one name."""
    yield f"{{\n {encode_basestring(name)}: {{".encode()
    empty = True
    for piece in pieces:
        yield piece[1:] if empty else b"," + piece[1:]  # what begins a file begins without one
        empty = False
    yield b"}\n}\n" if empty else b"\n }\n}\n"


def _indented(data: Any, line: str) -> str:
    """Data as `json.dumps(data, ensure_ascii=False, indent=1)` writes it, which has no native way to indent; `line` is
    what begins a line."""
    if isinstance(data, str):
        return data if type(data) is Written else encode_basestring(data)
    if type(data) is int:
        return str(data)
    deeper = line + " "
    if isinstance(data, dict) and data:
        rows = [f"{deeper}{encode_basestring(key)}: {_indented(value, deeper)}" for key, value in data.items()]
        return f"{{{','.join(rows)}{line}}}"
    if isinstance(data, (list, tuple)) and data:
        return f"[{','.join([deeper + _indented(value, deeper) for value in data])}{line}]"
    return json.dumps(data, ensure_ascii=False)
