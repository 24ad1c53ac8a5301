"""The pool as an engine that the queries room can ask, for pages that need several answers. Use it in a thread."""

from __future__ import annotations

import asyncio

from queries.answering import Request
from queries.results import read_json, read_triples
from queries.runner import Answer, Bindings, QueryError
from queries.worker import write_request
from serving.errors import HttpError, error_of
from serving.workers import Pool

_TRIPLES = "application/n-triples"


class PoolEngine:
    """Asks the pool, from another thread than that of the event loop."""

    def __init__(self, pool: Pool, loop: asyncio.AbstractEventLoop) -> None:
        self._pool = pool
        self._loop = loop

    def query(self, sparql: str, bindings: Bindings) -> Answer:
        """Answer the query with these values bound to its variables. Raises `HttpError` where it fails."""
        content = write_request(Request(sparql, triples=_TRIPLES, bindings=bindings))
        reply = asyncio.run_coroutine_threadsafe(self._pool.ask(content), self._loop).result()
        if reply.kind != "ok":
            raise error_of(reply)
        try:
            return read_triples(reply.body) if reply.media == _TRIPLES else read_json(reply.body, False)
        except (ValueError, SyntaxError) as error:
            raise HttpError(500, "The dataset holds what cannot be shown.") from QueryError(str(error))
