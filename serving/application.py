"""Which address is what."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from serving.endpoint import sparql
from serving.errors import HttpError
from serving.gate import Gate
from serving.site import Site

Handler = Callable[[Request], Awaitable[Response]]


def make_application(site: Site) -> ASGIApp:
    """The application that serves a site."""

    async def endpoint(request: Request) -> Response:
        return await sparql(request, site) or PlainTextResponse("description")

    async def health(request: Request) -> Response:
        version = site.snapshot.version if site.snapshot else ""
        return JSONResponse({"status": "stale" if site.stale else "ok", "version": version})

    routes = [
        Route("/sparql", endpoint, methods=["GET", "POST"]),
        Route("/health", health),
    ]
    return Gate(Router(routes, default=_not_here), site.settings)


async def _not_here(scope: Scope, receive: Receive, send: Send) -> None:
    raise HttpError(404, "There is nothing at this address.")
