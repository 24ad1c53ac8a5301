"""Ask a SPARQL endpoint over the network.

SPARQLWrapper speaks the protocol. Around it stands what it lacks: a limit on the whole time of a query (its own counts
each read on its own), a limit on the size of the answer, and no redirect to another host.
"""

from __future__ import annotations

import io
import re
import threading
import time
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPResponse
from typing import IO, Any
from urllib.parse import urlsplit

from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from ontology.namespaces import PREFIXES
from queries.guard import bind_values, check_query
from queries.results import read_json, read_triples
from queries.runner import Answer, Bindings, QueryError

DEADLINE_SECONDS = 60.0
MAX_BYTES = 100_000_000
_CHUNK = 65_536
_LONG_QUERY = 1_500
_BUSY = frozenset({429, 502, 503, 504})
AGENT = "integraph (https://w3id.org/integraph)"


class BusyError(QueryError):
    """The endpoint asks to come back later (HTTP 429, 502, 503, 504); `after` seconds, if it says when."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


class RemoteEngine:
    """Asks the endpoint at `url`. Parameters reach it as VALUES blocks."""

    def __init__(self, url: str, *, deadline: float = DEADLINE_SECONDS, max_bytes: int = MAX_BYTES) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise QueryError(f"'{url}' is not the address of an endpoint. Write it as http://… or https://…")
        self._url = url
        self._deadline = deadline
        self._max_bytes = max_bytes

    def query(self, sparql: str, bindings: Bindings) -> Answer:
        """Answer the query with these values bound to its variables."""
        check_query(sparql)
        text = _with_prefixes(bind_values(sparql, {name: [term] for name, term in bindings.items()}))
        wrapper = SPARQLWrapper(self._url, agent=AGENT)
        wrapper.setQuery(text)
        asks_triples = wrapper.queryType in ("CONSTRUCT", "DESCRIBE")
        wrapper.setReturnFormat(TURTLE if asks_triples else JSON)
        if len(text) > _LONG_QUERY:
            wrapper.setMethod(POST)
        body = self._fetch(wrapper)
        try:
            return read_triples(body) if asks_triples else read_json(body, wrapper.queryType == "ASK")
        except (ValueError, KeyError, TypeError, SyntaxError) as error:
            raise QueryError(
                f"{self._url} did not answer in SPARQL results JSON or Turtle: {error}. "
                "Is it the address of a SPARQL endpoint?"
            ) from error

    def _fetch(self, wrapper: Any) -> bytes:
        """Run the request in a thread of its own, so that no slow server can hold us beyond the deadline."""
        outcome: list[bytes | Exception] = []

        def work() -> None:
            try:
                outcome.append(_read_body(wrapper._createRequest(), self._deadline, self._max_bytes))
            except Exception as error:  # handed to the asking thread, which raises it
                outcome.append(error)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        thread.join(self._deadline)
        if not outcome:
            raise QueryError(f"{self._url} has not answered within {self._deadline:g} seconds. Ask for less, or later.")
        result = outcome[0]
        if isinstance(result, bytes):
            return result
        if isinstance(result, QueryError):
            raise result
        if isinstance(result, urllib.error.HTTPError):
            with result:
                said = result.read(300).decode("utf-8", "replace").strip()
            message = f"{self._url} refused the query (HTTP {result.code}): {said}"
            if result.code in _BUSY:
                raise BusyError(message, _seconds(result.headers.get("Retry-After", ""))) from result
            raise QueryError(message) from result
        if isinstance(result, OSError | HTTPException | SPARQLWrapperException):
            raise QueryError(f"{self._url} cannot be reached: {result}. Check the address and the network.") from result
        raise result


def _seconds(told: str) -> float | None:
    """The seconds of a Retry-After header; None for a date or nonsense, which the asker's own pace replaces."""
    return float(told) if told.strip().isdecimal() else None


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows redirects of GET within the host and scheme only."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """The request to the new address, or a `QueryError`."""
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if (old.scheme, old.netloc) != (new.scheme, new.netloc) or req.get_method() != "GET":
            fp.close()
            raise QueryError(
                f"{old.scheme}://{old.netloc} redirects to {newurl}, which is not followed. "
                "If you trust it, give that address with --endpoint."
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _read_body(request: urllib.request.Request, deadline: float, max_bytes: int) -> bytes:
    end = time.monotonic() + deadline
    opener = urllib.request.build_opener(_SameHost)
    body = io.BytesIO()
    with opener.open(request, timeout=deadline) as response:
        assert isinstance(response, HTTPResponse)
        while chunk := response.read1(_CHUNK):
            body.write(chunk)
            if body.tell() > max_bytes:
                raise QueryError(f"The answer is larger than {max_bytes} bytes. Ask for less, for example with LIMIT.")
            if time.monotonic() > end:
                raise QueryError(f"The answer has taken longer than {deadline:g} seconds. Ask for less, or later.")
    return body.getvalue()


def _with_prefixes(sparql: str) -> str:
    declared = set(re.findall(r"(?i)\bPREFIX\s+([\w.-]*):", sparql))
    used = [name for name in PREFIXES if name not in declared and re.search(rf"(?<![\w:-]){name}:", sparql)]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in used) + sparql
