"""Which address is what."""

from __future__ import annotations

import asyncio
from importlib import resources

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from queries.answering import GRAPH_FORMATS
from queries.executables import FILE
from queries.worker import write_request
from serving import pages
from serving.cards import card
from serving.endpoint import sparql
from serving.engine import PoolEngine
from serving.errors import HttpError, error_of
from serving.files import asset, download, file_response
from serving.gate import Gate
from serving.negotiation import choose
from serving.site import Site
from serving.things import FORMATS, document_requests, existence_request, iri_at, is_too_much, read_thing
from serving.void import Describer

_TURTLE = "text/turtle; charset=utf-8"
_PREFER_DATA = (*GRAPH_FORMATS, "text/html")


class _Pages:
    """The handlers of one site."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def overview(self, request: Request) -> Response:
        return pages.overview(self._site)

    async def editor(self, request: Request) -> Response:
        return pages.editor()

    async def editor_data(self, request: Request) -> Response:
        return pages.editor_data()

    async def explorer(self, request: Request) -> Response:
        return download(self._site, "graph.html", request)

    async def download(self, request: Request) -> Response:
        return download(self._site, request.path_params["name"], request, attach=True)

    async def asset(self, request: Request) -> Response:
        return asset(request.path_params["name"])

    async def ontology(self, request: Request) -> Response:
        return file_response((resources.files("ontology") / "integraph.ttl").read_bytes(), _TURTLE)

    async def queries(self, request: Request) -> Response:
        return file_response((resources.files("queries") / FILE).read_bytes(), _TURTLE)

    async def health(self, request: Request) -> Response:
        version = self._site.snapshot.version if self._site.snapshot else ""
        return JSONResponse({"status": "stale" if self._site.stale else "ok", "version": version})

    async def endpoint(self, request: Request) -> Response:
        answer = await sparql(request, self._site)
        if answer is not None:
            return answer
        media = _wanted(request, _PREFER_DATA)
        if media == "text/html":
            return RedirectResponse("/editor", 303, {"Vary": "Accept"})
        return _data(self._describer(request).service(media), media)

    async def void(self, request: Request) -> Response:
        media = _wanted(request, tuple(GRAPH_FORMATS))
        return _data(self._describer(request).void(media), media)

    async def thing(self, request: Request) -> Response:
        """A thing, as a page for people or as data for programs."""
        iri, media = iri_at(request.scope["path"])
        media = media or _wanted(request, FORMATS)
        try:
            ox.NamedNode(iri)
        except ValueError as error:
            raise HttpError(404, "There is nothing at this address.") from error
        if media != "text/html":
            return await self._document(iri, media, self._base(request) + request.scope["path"])
        number = request.query_params.get("page", "0")
        language = request.headers.get("accept-language", "en")[:2].lower()
        engine = PoolEngine(self._site.pool, asyncio.get_running_loop())
        at = int(number) if number.isdecimal() and len(number) < 9 else 0
        found = await asyncio.to_thread(read_thing, engine, iri, at, language)
        if found is None:
            raise HttpError(404, "The graph knows nothing of that name.")
        return card(found)

    async def _document(self, iri: str, media: str, address: str) -> Response:
        known = await self._site.pool.ask(write_request(existence_request(iri)))
        if known.kind == "ok" and b"true" not in known.body:
            raise HttpError(404, "The graph knows nothing of that name.")
        reply = known
        for request in document_requests(iri, media, address):
            reply = await self._site.pool.ask(write_request(request))
            if not is_too_much(reply):
                break
        if reply.kind != "ok":
            raise error_of(reply)
        return _data(reply.body, media)

    def _describer(self, request: Request) -> Describer:
        snapshot, found = self._site.snapshot, self._site.description
        if snapshot is None or found is None:
            raise HttpError(503, "The dataset is not loaded yet.", {"Retry-After": "5"})
        return Describer(self._base(request), found, snapshot.version, snapshot.files)

    def _base(self, request: Request) -> str:
        """The address by which the outside knows this server."""
        return self._site.settings.address or f"http://{request.headers['host']}"


def make_application(site: Site) -> ASGIApp:
    """The application that serves a site."""
    its = _Pages(site)
    routes = [
        Route("/sparql", its.endpoint, methods=["GET", "POST"]),
        Route("/health", its.health),
        Route("/", its.overview),
        Route("/editor", its.editor),
        Route("/editor.json", its.editor_data),
        Route("/explorer", its.explorer),
        Route("/downloads/{name}", its.download),
        Route("/assets/{name}", its.asset),
        Route("/ontology", its.ontology),
        Route("/queries", its.queries),
        Route("/.well-known/void", its.void),
        Route("/id/{rest:path}", its.thing),
        Route("/scheme/{rest:path}", its.thing),
    ]
    return Gate(Router(routes, default=_not_here, redirect_slashes=False), site.settings)


def _wanted(request: Request, offered: tuple[str, ...]) -> str:
    media = choose(request.headers.get("accept"), offered)
    if not media:
        raise HttpError(406, f"This can be had as: {', '.join(offered)}.", {"Vary": "Accept"})
    return media


def _data(body: bytes, media: str) -> Response:
    kind = f"{media}; charset=utf-8" if media.startswith("text/") else media
    return Response(body, headers={"Content-Type": kind, "Vary": "Accept"})


async def _not_here(scope: Scope, receive: Receive, send: Send) -> None:
    raise HttpError(404, "There is nothing at this address.")
