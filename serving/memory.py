"""Answers that are remembered: the dataset in place does not change, so the same request has the same answer."""

from __future__ import annotations

import re
from collections import OrderedDict

from queries.answering import Reply

_MOST_BYTES = 32_000_000
_MOST_OF_ONE = 100_000
_FLEETING = re.compile(rb"now|rand|uuid|bnode", re.IGNORECASE)


def is_lasting(request: bytes) -> bool:
    """Whether a request will have the same answer next time: it names no function of the clock or of chance.

    Escapes could hide such a name, so a request with a backslash counts as fleeting.
    """
    return b"\\\\" not in request and not _FLEETING.search(request)


class Memory:
    """Remembers small answers, up to a size in all; what was asked longest ago goes first."""

    def __init__(self, most: int = _MOST_BYTES) -> None:
        self._most = most
        self._size = 0
        self._known: OrderedDict[bytes, Reply] = OrderedDict()

    def get(self, request: bytes) -> Reply | None:
        """The answer to a request, if it is remembered."""
        reply = self._known.get(request)
        if reply is not None:
            self._known.move_to_end(request)
        return reply

    def keep(self, request: bytes, reply: Reply) -> None:
        """Remember an answer, unless it is large or none."""
        size = len(request) + len(reply.body)
        if reply.kind != "ok" or size > _MOST_OF_ONE or request in self._known:
            return
        self._known[request] = reply
        self._size += size
        while self._size > self._most:
            old, gone = self._known.popitem(last=False)
            self._size -= len(old) + len(gone.body)
