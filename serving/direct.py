"""The most frequent request by far, a plain GET of a query, answered without what only other requests need.

It gets what the application would give. Whatever is not plain, or wrong in any way, is left to the application.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus

from queries.worker import write_request
from serving.errors import PLAIN, HttpError, error_of
from serving.gate import host_name, log_answer, unexpected, with_defaults
from serving.memory import Asked, is_lasting, is_plain, keep_sent
from serving.protocol import fields_of, request_of
from serving.settings import Settings
from serving.workers import Pool

_ADDRESS = b"/sparql?"
_STATUS = {status.value: f"HTTP/1.1 {status.value} {status.phrase}\r\n".encode("ascii") for status in HTTPStatus}
_DEFAULTS = b"".join(b"%s: %s\r\n" % pair for pair in with_defaults([], cross=False)) + b"\r\n"


@dataclass
class Exchange:
    """A request whose answer is under way. (It has what uvicorn asks of such a thing.)"""

    asked: Asked
    content: bytes
    began: float = field(default_factory=time.perf_counter)
    message_event: asyncio.Event = field(default_factory=asyncio.Event)
    response_complete: bool = False
    disconnected: bool = False
    keep_alive: bool = True

    async def gone(self) -> None:
        """Returns when the client has left."""
        while not self.disconnected:
            await self.message_event.wait()
            self.message_event.clear()


def _head(media: str, more: Mapping[str, str]) -> bytes:
    """The headers of an answer, but for the number of its bytes."""
    given = "".join(f"{name.lower()}: {value}\r\n" for name, value in more.items())
    head = f"content-type: {media}\r\n{given}".encode("ascii") + _DEFAULTS
    return b"content-length: %d\r\n" + head.replace(b"%", b"%%")


@lru_cache(maxsize=32)
def _good(media: str) -> bytes:
    return _head(f"{media}; charset=utf-8" if media.startswith("text/") else media, {"Vary": "Accept"})


class Direct:
    """Answers for one server."""

    def __init__(self, settings: Settings, pool: Pool) -> None:
        self._limits = settings.limits
        self._hosts = settings.known_hosts()
        self._pool = pool
        self._accept: Callable[[tuple[tuple[bytes, bytes], ...]], str | None] = lru_cache(maxsize=64)(self._admit)

    def take(self, asked: Asked) -> Exchange | None:
        """The exchange that a GET begins, if it is one for here."""
        address, headers = asked
        if not address.startswith(_ADDRESS) or b"#" in address:
            return None
        accept = self._accept(headers)
        if accept is None:
            return None
        try:
            request = request_of(fields_of(address[len(_ADDRESS) :]), accept, self._limits)
        except HttpError:  # the application says what is wrong
            return None
        return Exchange(asked, write_request(request))

    async def answer(self, exchange: Exchange) -> tuple[bytes, bytes, bytes]:
        """Status line, headers (without the server's own) and body."""
        replays = self._pool.replays
        try:
            reply = await self._pool.ask(exchange.content, exchange.gone)
            if reply.kind != "ok":
                raise error_of(reply)
            status, body, head = 200, reply.body, _good(reply.media) % len(reply.body)
        except Exception as error:
            problem = error if isinstance(error, HttpError) else unexpected(error)
            status, body = problem.status, (problem.message.rstrip() + "\n").encode("utf-8")
            head = _head(PLAIN, problem.headers) % len(body)
        if status == 200 and replays is not None and is_lasting(exchange.content):
            keep_sent(replays, exchange.asked, head, body)
        path = exchange.asked[0].partition(b"?")[0]
        log_answer("GET", path, status, len(body), time.perf_counter() - exchange.began)
        return _STATUS[status], head, body

    def _admit(self, headers: tuple[tuple[bytes, bytes], ...]) -> str | None:
        """What a request with these headers accepts, if it is plain and from nobody's page."""
        hosts = [value for name, value in headers if name == b"host"]
        accepts = [value for name, value in headers if name == b"accept"]
        foreign = any(name == b"origin" for name, _ in headers)
        if len(hosts) != 1 or len(accepts) > 1 or foreign or not is_plain((b"", headers)):
            return None
        if host_name(hosts[0].decode("latin-1")) not in self._hosts:
            return None
        return accepts[0].decode("latin-1") if accepts else ""
