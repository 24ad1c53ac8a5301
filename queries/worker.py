"""Queries in a process of their own, which can be stopped at any moment: the process' side, and an engine that asks it.

A message is its length (four bytes, big-endian) and its content. A request is JSON; a reply is its kind, its media type
and its body, each on a line of its own but the last.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import socket
import struct
import sys
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from queries.answering import Kind, Reply, Request, failure, respond
from queries.confinement import UNLIMITED, Limits, alarm, confine, die_with
from queries.dataset import DatasetError, open_dataset
from queries.guard import RefusedQueryError
from queries.results import read_triples
from queries.rows import MEDIA, read_rows
from queries.runner import Answer, Bindings, QueryError, Table, Verdict, ordered
from queries.terms import read_term, write_term

_LENGTH = struct.Struct(">I")
_PIECE = 1 << 16
_START = multiprocessing.get_context("fork") if sys.platform == "linux" else multiprocessing.get_context("spawn")
_LOADING = 600.0
_GRACE = 1.0
_VERDICTS = {b"true\n": True, b"false\n": False}
"""How a verdict is written; a table begins with the names of its columns, each after a question mark."""


def write_request(request: Request) -> bytes:
    """A request as the content of a message."""
    data = [
        request.sparql,
        request.table,
        request.triples,
        {name: write_term(term) for name, term in request.bindings.items()},
        request.default_graphs,
        request.named_graphs,
    ]
    return json.dumps(data).encode("ascii")


def read_request(content: bytes) -> Request:
    """The request that a message holds."""
    sparql, table, triples, bindings, default_graphs, named_graphs = json.loads(content)
    terms = {name: term for name, cell in bindings.items() if (term := read_term(cell)) is not None}
    return Request(sparql, table, triples, terms, tuple(default_graphs), tuple(named_graphs))


def write_reply(reply: Reply) -> bytes:
    """A reply as the content of a message."""
    return f"{reply.kind}\n{reply.media}\n".encode("ascii") + reply.body


def read_reply(content: bytes) -> Reply:
    """The reply that a message holds."""
    kind, media, body = content.split(b"\n", 2)
    return Reply(cast(Kind, kind.decode("ascii")), media.decode("ascii"), body)


def framed(content: bytes) -> bytes:
    """Content as a message."""
    return _LENGTH.pack(len(content)) + content


def receive(channel: socket.socket) -> bytes | None:
    """The content of the next message; None where the other side has left."""
    head = _exactly(channel, _LENGTH.size)
    return _exactly(channel, _LENGTH.unpack(head)[0]) if head else None


def cut_message(come: bytearray) -> bytes | None:
    """The content of the first message of what has come, which is cut off there; None where it is not whole yet."""
    if len(come) < _LENGTH.size:
        return None
    end = _LENGTH.size + _LENGTH.unpack_from(come)[0]
    if len(come) < end:
        return None
    content = bytes(memoryview(come)[_LENGTH.size : end])
    del come[:end]
    return content


def serve_queries(channel: socket.socket, store: ox.Store, limits: Limits) -> None:
    """Answer requests in the order in which they come, until the other side leaves. The process is confined first."""
    confine(limits)
    come = bytearray()
    while True:
        content = cut_message(come)
        if content is None:
            alarm(0)
            piece = channel.recv(_PIECE)
            if not piece:
                return
            come += piece
            continue
        if limits.seconds:
            alarm(limits.seconds + _GRACE)
        channel.sendall(framed(write_reply(respond(store, read_request(content), limits))))


class WorkerEngine:
    """Asks the dataset of an output folder in a process of its own, each query with a deadline in seconds.

    Raises `DatasetError` at the first query where there is no dataset. Close it, or use it in a `with` block.
    """

    def __init__(
        self, path: str | Path, *, deadline: float, open_store: Callable[[Path], ox.Store] | None = None
    ) -> None:
        self._path = Path(path)
        self._deadline = deadline
        self._open = open_store or _open_merged
        self._process: BaseProcess | None = None
        self._channel: socket.socket | None = None

    def __enter__(self) -> WorkerEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._channel is not None:
            self._channel.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._channel = self._process = None

    def query(self, sparql: str, bindings: Bindings) -> Answer:
        """Answer the query with these values bound to its variables (which must stand in its SELECT clause)."""
        return ordered(sparql, bindings, self._answer)

    def _answer(self, sparql: str, bindings: Bindings) -> Answer:
        reply = self._ask(Request(sparql, MEDIA, "application/n-triples", bindings))
        if reply.kind != "ok":
            message = reply.body.decode("utf-8").strip()
            raise RefusedQueryError(message) if reply.kind in ("refused", "too-long") else QueryError(message)
        try:
            if reply.media.endswith("n-triples"):
                return read_triples(reply.body)
            if reply.body in _VERDICTS:
                return Verdict(_VERDICTS[reply.body])
            columns, rows = read_rows(reply.body)
            return Table(columns, tuple(rows))
        except (ValueError, SyntaxError) as error:
            raise QueryError(f"The query cannot be answered: {error}") from error

    def _ask(self, request: Request) -> Reply:
        channel = self._channel or self._start()
        try:
            channel.settimeout(self._deadline)
            channel.sendall(framed(write_request(request)))
            content = self._within(channel, self._deadline)
        except TimeoutError:
            self.close()
            message = f"The query has taken longer than {self._deadline:g} seconds. Ask for less, or give it more time."
            return failure("deadline", message)
        except OSError:
            content = None
        if content is None:
            self.close()
            return failure("exhausted", "The query broke the process that ran it; it may need too much memory.")
        return read_reply(content)

    def _start(self) -> socket.socket:
        here, there = socket.socketpair()
        self._process = _START.Process(
            target=_work, args=(there, here, os.getpid(), self._path, self._open), daemon=True
        )
        self._process.start()
        there.close()
        self._channel = here
        try:
            hello = self._within(here, _LOADING)
        except OSError:
            hello = None
        if hello != b"":
            self.close()
            raise DatasetError((hello or b"").decode("utf-8") or f"The dataset at {self._path} could not be loaded.")
        return here

    @staticmethod
    def _within(channel: socket.socket, seconds: float) -> bytes | None:
        """The next message, all of it within so many seconds; TimeoutError if it is not."""
        end = time.monotonic() + seconds
        head = _exactly(channel, _LENGTH.size, end)
        return _exactly(channel, _LENGTH.unpack(head)[0], end) if head else None


def _open_merged(path: Path) -> ox.Store:
    return open_dataset(path, merged=True)


def _work(
    channel: socket.socket, other_end: socket.socket, parent: int, path: Path, open_store: Callable[[Path], ox.Store]
) -> None:
    """What the process does: load, say so (with nothing, or with what is wrong), answer."""
    other_end.close()
    die_with(parent)
    try:
        store = open_store(path)
    except DatasetError as error:
        channel.sendall(framed(str(error).encode("utf-8")))
        return
    channel.sendall(framed(b""))
    with contextlib.suppress(OSError):  # the other side has left
        serve_queries(channel, store, UNLIMITED)


def _exactly(channel: socket.socket, size: int, end: float | None = None) -> bytes | None:
    """So many bytes; None where the other side leaves before; TimeoutError after the moment `end`."""
    parts = []
    while size:
        if end is not None:
            channel.settimeout(max(0.001, end - time.monotonic()))
        part = channel.recv(min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
