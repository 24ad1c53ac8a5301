"""The gate: whom the server talks to at all, the headers that every answer gets, problems as plain text, the log.

The log says method, path, status, time and size. It never says what was asked: query strings and bodies stay out.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from serving.errors import PLAIN, HttpError
from serving.memory import Asked, is_plain, keep_sent
from serving.settings import Settings

LOG = logging.getLogger("integraph.serve")
REPLAYS = "integraph.replays"
"""Where a handler leaves, in the scope, the memory in which its answer may be kept whole."""
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The content security policy of everything that is no page of ours."""
_DEFAULTS = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"content-security-policy", NOTHING.encode("ascii")),
    (b"cache-control", b"no-cache"),
]
_SAME_ORIGIN = [(b"cross-origin-resource-policy", b"same-origin")]
_CROSS_ORIGIN = [(b"cross-origin-resource-policy", b"cross-origin")]
_CROSS = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Max-Age": "600",
}


class Gate:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = settings.known_hosts()
        self._origins = frozenset(origin.lower().rstrip("/") for origin in settings.origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        answer = _Answer(send)
        try:
            cross = self._admit(Headers(scope=scope))
            answer.extra = cross
            if scope["method"] == "OPTIONS":
                await Response(status_code=204, headers={"Allow": "GET, HEAD, POST", **(_CROSS if cross else {})})(
                    scope, receive, answer
                )
            else:
                await self._app(scope, receive, answer)
        except HttpError as error:
            await self._tell(error, scope, receive, answer)
        except Exception as error:
            await self._tell(unexpected(error), scope, receive, answer)
        if scope.get(REPLAYS) is not None:
            _remember(scope, answer)
        log_answer(scope["method"], scope.get("raw_path", b""), answer.status, answer.size, time.perf_counter() - began)

    async def _tell(self, error: HttpError, scope: Scope, receive: Receive, answer: _Answer) -> None:
        if answer.status:
            return  # too late: the answer has begun, and breaks off
        text = error.message.rstrip() + "\n"
        response = PlainTextResponse(text, error.status, error.headers, media_type=PLAIN)
        await response(scope, receive, answer)

    def _admit(self, headers: Headers) -> dict[str, str]:
        """The headers that let another site's page read the answer, if it may; raises `HttpError` (400, 403, 421)."""
        hosts = headers.getlist("host")
        if len(hosts) != 1:
            raise HttpError(400, "A request must name its host, once.")
        if host_name(hosts[0]) not in self._hosts:
            raise HttpError(421, "This server does not go by that name. Its operator can add it with --allow-host.")
        origin = headers.get("origin")
        if origin is None or _same(origin, hosts[0]):
            return {}
        if "*" not in self._origins and origin.lower() not in self._origins:
            raise HttpError(
                403, "Pages of other sites may not ask this server. Its operator can allow one: --allow-origin."
            )
        return {"Access-Control-Allow-Origin": "*" if "*" in self._origins else origin, "Vary": "Origin"}


class _Answer:
    """Passes an answer on, with our headers, and remembers its status and size."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.extra: dict[str, str] = {}
        self.status = 0
        self.size = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = with_defaults(message["headers"], cross=bool(self.extra))
            for name, value in self.extra.items():
                headers = MutableHeaders(scope=message)
                if name == "Vary":
                    headers.add_vary_header(value)
                else:
                    headers[name] = value
            self.headers = message["headers"]
        else:
            self.body = message.get("body", b"")
            self.size += len(self.body)
        await self._send(message)


def with_defaults(headers: Iterable[tuple[bytes, bytes]], *, cross: bool) -> list[tuple[bytes, bytes]]:
    """The headers of an answer with those that every answer gets; `cross` where another site's page may read it."""
    own = list(headers)
    given = {name for name, _ in own}
    missing = [pair for pair in _DEFAULTS if pair[0] not in given]
    return [*own, *missing, *(_CROSS_ORIGIN if cross else _SAME_ORIGIN)]


def unexpected(error: Exception) -> HttpError:
    """Log what should not have happened; what the client is told of it, as it is no business of the client's."""
    LOG.error("unexpected %s", type(error).__name__, exc_info=error)
    return HttpError(500, "Something went wrong here. The log says what.")


def host_name(host: str) -> str:
    """A Host header without its port, in lower case."""
    if host.startswith("["):
        return host[: host.find("]") + 1].lower()
    return host.partition(":")[0].lower()


def _same(origin: str, host: str) -> bool:
    """Whether a page of this origin comes from this very server."""
    try:
        parts = urlsplit(origin.lower())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc == host.lower()


def log_answer(method: str, path: bytes, status: int, size: int, seconds: float) -> None:
    """A line for the log; `path` without its query."""
    if LOG.isEnabledFor(logging.INFO):
        shown = path.decode("ascii", "replace")[:200]
        LOG.info("%s", f"{method} {shown} {status} {seconds * 1000:.1f} ms {size} B")


def _remember(scope: Scope, answer: _Answer) -> None:
    """Keep an answer that has gone out whole, for when the same request comes again."""
    asked: Asked = (scope["raw_path"] + b"?" + scope["query_string"], tuple(scope["headers"]))
    if answer.status == 200 and answer.size == len(answer.body) and scope["http_version"] == "1.1" and is_plain(asked):
        head = b"".join(b"%s: %s\r\n" % pair for pair in answer.headers) + b"\r\n"
        keep_sent(scope[REPLAYS], asked, head, answer.body)
