"""HTTP connections that cannot be held on to: limits on their number, on the size of what comes before a body, on the
time that a request takes to come, and on the time that an answer takes to go. A request that comes again byte for byte
is answered right here, as it was before.
"""

from __future__ import annotations

import asyncio
import time
from typing import Any, Protocol, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from serving.direct import Direct, Exchange
from serving.gate import log_answer
from serving.settings import Settings
from serving.workers import Pool

_HEAD_BYTES = 65_536


class _Timer(Protocol):
    def cancel(self) -> None: ...


def guarded(settings: Settings, queries: Pool) -> type[HttpToolsProtocol]:
    """The protocol class for a server with these settings, which asks this pool."""

    class Guarded(_GuardedProtocol):
        limits = settings
        pool = queries
        direct = Direct(settings, queries)

    return Guarded


class _GuardedProtocol(HttpToolsProtocol):
    limits: Settings
    pool: Pool
    direct: Direct

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._reading: _Timer | None = None
        self._writing: _Timer | None = None
        self._head = 0
        self._in_head = True
        self._refused = False
        self._is_ours = False

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
            self._is_ours = self._answer_here()
            if not self._is_ours:
                super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Hand a piece of the body on."""
        if not self._refused and not self._is_ours:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is all there; another may follow."""
        if not self._refused:
            self._cancel_reading()
            self._in_head, self._head = True, 0
            if not self._is_ours:
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

    def _answer_here(self) -> bool:
        """Answer the request from memory or directly, if it is one for that and its turn has come."""
        busy = self.cycle is not None and not self.cycle.response_complete
        if busy or self.pipeline or self.flow.write_paused or self.parser.get_method() != b"GET":
            return False
        if self.parser.get_http_version() != "1.1":
            return False
        began, replays = time.perf_counter(), self.pool.replays
        asked = self.url, tuple(self.headers)
        found = replays.get(asked) if replays is not None else None
        if found is not None:
            head, body = found
            self._write(b"HTTP/1.1 200 OK\r\n", head, body)
            self.timeout_keep_alive_task = self.loop.call_later(
                self.timeout_keep_alive, self.timeout_keep_alive_handler
            )
            log_answer("GET", self.url.partition(b"?")[0], 200, len(body), time.perf_counter() - began)
            return True
        exchange = self.direct.take(asked)
        if exchange is None:
            return False
        self.cycle = cast(RequestResponseCycle, exchange)
        task = self.loop.create_task(self._answer(exchange))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return True

    async def _answer(self, exchange: Exchange) -> None:
        status, head, body = await self.direct.answer(exchange)
        exchange.response_complete = True
        if exchange.disconnected or self.transport.is_closing():
            return
        if not exchange.keep_alive:
            head = b"connection: close\r\n" + head
        self._write(status, head, body)
        if not exchange.keep_alive:
            self.transport.close()
        self.on_response_complete()

    def _write(self, status: bytes, head: bytes, body: bytes) -> None:
        defaults = b"".join([b"%s: %s\r\n" % pair for pair in self.server_state.default_headers])
        self.transport.write(b"".join((status, defaults, head, body)))

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
