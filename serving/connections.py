"""HTTP connections that cannot be held on to: limits on their number, on the size of what comes before a body, on the
time that a request takes to come, and on the time that an answer takes to go. A request that comes again byte for byte
is answered right here, as it was before.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any, Protocol, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from serving.gate import log_answer
from serving.memory import Asked, Memory, Sent
from serving.settings import Settings

_HEAD_BYTES = 65_536


class _Timer(Protocol):
    def cancel(self) -> None: ...


Replays = Callable[[], Memory[Asked, Sent] | None]
"""Gives what is remembered of the dataset that is in place now."""


def guarded(settings: Settings, remembered: Replays) -> type[HttpToolsProtocol]:
    """The protocol class for a server with these settings."""

    class Guarded(_GuardedProtocol):
        limits = settings
        replays = staticmethod(remembered)

    return Guarded


class _GuardedProtocol(HttpToolsProtocol):
    limits: Settings
    replays: Replays

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._reading: _Timer | None = None
        self._writing: _Timer | None = None
        self._head = 0
        self._in_head = True
        self._refused = False
        self._replayed = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let a client in, if there is room."""
        super().connection_made(transport)
        if len(self.connections) > self.limits.connections:
            self._refuse("503 Service Unavailable", "Too many connections. Try again in a moment.")
        else:
            self._expect()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the client."""
        self._cancel_reading()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take some bytes of a request, unless its head is too large."""
        if self.transport.is_closing() or self.parser is None:
            return
        if self._in_head:
            self._expect()
            self._head += len(data)
        super().data_received(data)
        if self._in_head and self._head > _HEAD_BYTES and not self.transport.is_closing():
            self._refuse("431 Request Header Fields Too Large", "The address or the headers are too long.")

    def on_headers_complete(self) -> None:
        """From here on the application counts."""
        size = len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)
        if size > _HEAD_BYTES:
            self._refuse("431 Request Header Fields Too Large", "The address or the headers are too long.")
        if not self._refused:
            self._in_head = False
            self._replayed = self._replay()
            if not self._replayed:
                super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Hand a piece of the body on."""
        if not self._refused and not self._replayed:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is all there; another may follow."""
        if not self._refused:
            self._cancel_reading()
            self._in_head, self._head = True, 0
            if not self._replayed:
                super().on_message_complete()

    def pause_writing(self) -> None:
        """The client takes its time to read."""
        super().pause_writing()
        if self._writing is None:
            self._writing = self.loop.call_later(self.limits.writing_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """The client has read."""
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
        super().resume_writing()

    def _replay(self) -> bool:
        """Answer the request from memory, if it is known and its turn has come."""
        busy = self.cycle is not None and not self.cycle.response_complete
        if busy or self.pipeline or self.flow.write_paused or self.parser.get_method() != b"GET":
            return False
        began, replays = time.perf_counter(), self.replays()
        found = replays.get((self.url, tuple(self.headers))) if replays is not None else None
        if found is None or self.parser.get_http_version() != "1.1":
            return False
        head, body = found
        defaults = b"".join([b"%s: %s\r\n" % pair for pair in self.server_state.default_headers])
        self.transport.write(b"HTTP/1.1 200 OK\r\n" + defaults + head + body)
        self.timeout_keep_alive_task = self.loop.call_later(self.timeout_keep_alive, self.timeout_keep_alive_handler)
        log_answer("GET", self.url.partition(b"?")[0], 200, len(body), time.perf_counter() - began)
        return True

    def _expect(self) -> None:
        if self._reading is None:
            self._reading = cast(_Timer, self.loop.call_later(self.limits.reading_seconds, self._expire))

    def _cancel_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _expire(self) -> None:
        """The request has not come in time."""
        self._reading = None
        if self._in_head:
            self._refuse("408 Request Timeout", "The request did not come in time.")
        # a body that does not come is for the application to give up on, which it does in as much time

    def _refuse(self, status: str, message: str) -> None:
        if self._refused or self.transport.is_closing():
            return
        self._refused = True
        body = (message + "\n").encode("ascii")
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
        self.transport.write(head.encode("ascii") + b"Connection: close\r\n\r\n" + body)
        self.transport.close()
