"""Answers that are remembered: the dataset in place does not change, so the same request has the same answer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeAlias, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Asked: TypeAlias = tuple[bytes, tuple[tuple[bytes, bytes], ...]]
"""A GET request as it came, byte by byte: its address and its headers."""
Sent: TypeAlias = tuple[bytes, bytes]
"""The headers and the body of an answer, as they were sent (without the date)."""

_MOST_BYTES = 32_000_000
_MOST_OF_ONE = 100_000
_SPECIAL = frozenset((b"content-length", b"transfer-encoding", b"expect", b"upgrade"))


def is_lasting(request: bytes) -> bool:
    """Whether a request will have the same answer next time: it names no function of the clock or of chance.

    Escapes could hide such a name, so a request with a backslash counts as fleeting.
    """
    folded = request.lower()
    clock_or_chance = b"now" in folded or b"rand" in folded or b"uuid" in folded or b"bnode" in folded
    return not clock_or_chance and b"\\\\" not in folded


def is_plain(asked: Asked) -> bool:
    """Whether a request has no body and wants nothing special of the connection."""
    _, headers = asked
    lasting = all(value.lower() == b"keep-alive" for name, value in headers if name == b"connection")
    return lasting and _SPECIAL.isdisjoint(name for name, _ in headers)


class Memory(Generic[Key, Value]):
    """Remembers small answers, up to a size in all; what was asked longest ago goes first."""

    def __init__(self, most: int = _MOST_BYTES) -> None:
        self._most = most
        self._size = 0
        self._known: OrderedDict[Key, tuple[Value, int]] = OrderedDict()

    def get(self, request: Key) -> Value | None:
        """The answer to a request, if it is remembered."""
        found = self._known.get(request)
        if found is None:
            return None
        self._known.move_to_end(request)
        return found[0]

    def keep(self, request: Key, answer: Value, size: int) -> None:
        """Remember an answer that takes, with its request, so many bytes, unless it is large."""
        if size > _MOST_OF_ONE or request in self._known:
            return
        self._known[request] = answer, size
        self._size += size
        while self._size > self._most:
            _, (_, gone) = self._known.popitem(last=False)
            self._size -= gone


def keep_sent(replays: Memory[Asked, Sent], asked: Asked, head: bytes, body: bytes) -> None:
    """Remember the headers and the body of an answer for when the same request comes again."""
    address, headers = asked
    size = len(address) + sum(len(name) + len(value) for name, value in headers) + len(head) + len(body)
    replays.keep(asked, (head, body), size)
