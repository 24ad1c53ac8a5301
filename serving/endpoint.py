"""`/sparql`: queries, and without one the description of the service, or the editor for people."""

from __future__ import annotations

from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from queries.worker import write_request
from serving.errors import error_of
from serving.gate import REPLAYS
from serving.memory import is_lasting
from serving.protocol import read_query
from serving.site import Site


async def sparql(request: HttpRequest, site: Site) -> Response | None:
    """The answer to a query; None where the request asks none. Raises `HttpError`."""
    settings = site.settings
    asked = await read_query(request, settings.limits, settings.reading_seconds)
    if asked is None:
        return None
    content, replays = write_request(asked), site.pool.replays
    reply = await site.pool.ask(content, lambda: _leaving(request))
    if reply.kind != "ok":
        raise error_of(reply)
    if request.method == "GET" and is_lasting(content):
        request.scope[REPLAYS] = replays
    media = f"{reply.media}; charset=utf-8" if reply.media.startswith("text/") else reply.media
    return Response(reply.body, headers={"Content-Type": media, "Vary": "Accept"})


async def _leaving(request: HttpRequest) -> None:
    """Returns when the client has left."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
