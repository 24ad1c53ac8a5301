"""A SPARQL 1.1 store over the network: query, update and Graph Store Protocol, with credentials that stay at home.

Credentials come from the environment and go to the addresses that the user named, never on to where one of these may
redirect: redirects are not followed at all.
"""

from __future__ import annotations

import base64
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import IO, Any
from urllib.parse import quote, urlencode, urlsplit

from serving.push.content import PushError

USER, PASSWORD, TOKEN = "INTEGRAPH_PUSH_USER", "INTEGRAPH_PUSH_PASSWORD", "INTEGRAPH_PUSH_TOKEN"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_MOST_BYTES = 100_000_000
_PASSING = frozenset((429, 502, 503, 504))
_WAITS = (1.0, 2.0, 4.0)


@dataclass(frozen=True)
class Credentials:
    """A user with a password, or a token; neither for a store that is open."""

    user: str = ""
    password: str = ""
    token: str = ""

    @staticmethod
    def of(environment: Mapping[str, str]) -> Credentials:
        """What the environment says."""
        return Credentials(environment.get(USER, ""), environment.get(PASSWORD, ""), environment.get(TOKEN, ""))

    def __bool__(self) -> bool:
        return bool(self.user or self.token)

    def header(self) -> str:
        """The value of Authorization."""
        if self.token:
            return f"Bearer {self.token}"
        return "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        """Nothing: the answer is then the redirect itself, which is an error here."""


class Remote:
    """A store. `query` and `update` are addresses of its SPARQL endpoints, `graphs` that of its graph store, or "".

    `timeout` is in seconds for each request; `wait` is called with the seconds before a request is tried again.
    """

    def __init__(
        self,
        *,
        query: str = "",
        update: str = "",
        graphs: str = "",
        credentials: Credentials | None = None,
        timeout: float = 300.0,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._credentials = credentials or Credentials()
        for address in filter(None, (query, update, graphs)):
            self._check(address)
        self.query_address, self.update_address, self.graphs_address = query, update, graphs
        self._timeout = timeout
        self._wait = wait
        self._opener = urllib.request.build_opener(_Stay, *self._digest(filter(None, (query, update, graphs))))

    def select(self, sparql: str) -> list[dict[str, str]]:
        """The rows of a SELECT query, as the texts of their values."""
        body = urlencode({"query": sparql}).encode("ascii")
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/sparql-results+json"}
        answer = self._send("POST", self.query_address, body, kind)
        try:
            rows = json.loads(answer)["results"]["bindings"]
            return [{name: str(cell["value"]) for name, cell in row.items()} for row in rows]
        except (ValueError, KeyError, TypeError) as error:
            raise PushError(
                f"{self.query_address} did not answer in SPARQL results JSON. Is it a query endpoint?"
            ) from error

    def update(self, sparql: str, *, again: bool = True) -> None:
        """Run an update; tried again where the network fails, unless that could do harm."""
        kind = {"Content-Type": "application/sparql-update"}
        self._send("POST", self.update_address, sparql.encode("utf-8"), kind, again=again)

    def put(self, graph: str, lines: tuple[str, ...]) -> None:
        """Let a graph hold these triples and no others."""
        body = "".join(f"{line}\n" for line in lines).encode("utf-8")
        self._send("PUT", self._graph(graph), body, {"Content-Type": "application/n-triples"})

    def get(self, graph: str) -> bytes:
        """A graph as N-Triples; nothing where there is none."""
        return self._send("GET", self._graph(graph), None, {"Accept": "application/n-triples"}, missing=b"")

    def delete(self, graph: str) -> None:
        """Let there be no such graph."""
        self._send("DELETE", self._graph(graph), None, {}, missing=b"")

    def _graph(self, graph: str) -> str:
        joint = "&" if "?" in self.graphs_address else "?"
        return f"{self.graphs_address}{joint}graph={quote(graph, safe='')}"

    def _send(
        self,
        method: str,
        address: str,
        body: bytes | None,
        headers: Mapping[str, str],
        *,
        again: bool = True,
        missing: bytes | None = None,
    ) -> bytes:
        waits = list(_WAITS) if again else []
        while True:
            try:
                return self._once(method, address, body, headers)
            except urllib.error.HTTPError as error:
                with error:
                    said = error.read(500).decode("utf-8", "replace").strip()
                if error.code == 404 and missing is not None:
                    return missing
                if error.code not in _PASSING or not waits:
                    raise PushError(_refused(address, error, said)) from error
            except (OSError, HTTPException) as error:
                if not waits:
                    raise PushError(f"{_shown(address)} cannot be reached: {error}. Push again to go on.") from error
            self._wait(waits.pop(0))

    def _once(self, method: str, address: str, body: bytes | None, headers: Mapping[str, str]) -> bytes:
        own = {"Authorization": self._credentials.header()} if self._credentials else {}
        request = urllib.request.Request(address, body, {**headers, **own}, method=method)  # noqa: S310 - checked before
        with self._opener.open(request, timeout=self._timeout) as response:
            content: bytes = response.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise PushError(f"{_shown(address)} sends more than {_MOST_BYTES} bytes. Is it the right address?")
        return content

    def _digest(self, addresses: Any) -> list[urllib.request.BaseHandler]:
        """Answers to stores that ask for Digest authentication (RFC 7616), for our addresses only."""
        if not self._credentials.user:
            return []
        keeper = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        for address in addresses:
            keeper.add_password(None, address, self._credentials.user, self._credentials.password)
        return [urllib.request.HTTPDigestAuthHandler(keeper)]

    def _check(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise PushError(f"'{address}' is not the address of a store. Write it as http://… or https://…")
        if parts.username or parts.password:
            raise PushError(
                f"An address must hold no password, where all can see it. Set {USER} and {PASSWORD} instead."
            )
        if self._credentials and parts.scheme == "http" and parts.hostname not in _LOOPBACK:
            raise PushError(f"Credentials are not sent over plain http to {parts.hostname}. Use https.")


def _refused(address: str, error: urllib.error.HTTPError, said: str) -> str:
    if 300 <= error.code < 400:
        goal = error.headers.get("Location", "elsewhere")
        return f"{_shown(address)} redirects to {goal}, which is not followed. If you trust it, name that address."
    if error.code in (401, 403):
        return f"{_shown(address)} lets nobody write (HTTP {error.code}). Set {USER} and {PASSWORD}, or {TOKEN}."
    return f"{_shown(address)} refused (HTTP {error.code}): {said}"


def _shown(address: str) -> str:
    """An address without its query part, which may be long or secret."""
    return address.partition("?")[0]
