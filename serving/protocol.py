"""The query operation of the SPARQL 1.1 Protocol: from an HTTP request to a query, or to what is wrong with it."""

from __future__ import annotations

import asyncio
import binascii
import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import parse_qsl

import pyoxigraph as ox
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest

from queries.answering import GRAPH_FORMATS, RESULT_FORMATS, Request
from queries.confinement import Limits
from serving.errors import HttpError
from serving.negotiation import choose

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_TABLES, _GRAPHS = tuple(RESULT_FORMATS), tuple(GRAPH_FORMATS)
_ALSO = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
}
_ALSO_GRAPHS = {
    "text/n3": "text/turtle",
    "application/x-turtle": "text/turtle",
    "text/plain": "application/n-triples",
    "application/xml": "application/rdf+xml",
    "application/json": "application/ld+json",
}
_MOST_FIELDS, _MOST_GRAPHS, _MOST_ACCEPT = 100, 50, 2000
_BROKEN = re.compile(rb"%(?![0-9A-Fa-f]{2})|[^\x00-\x7f]")
_READ_ONLY = "This endpoint only reads. Build again to change the graph."


async def read_query(request: HttpRequest, limits: Limits, seconds: float) -> Request | None:
    """The query that a request asks; None where a GET asks none. Raises `HttpError`."""
    fields = fields_of(request.scope["query_string"])
    if request.method == "POST":
        fields += await _posted(request, limits, seconds)
    if request.method != "POST" and not any(name in ("query", "update") for name, _ in fields):
        return None
    return request_of(fields, request.headers.get("accept") or "", limits)


def request_of(fields: Sequence[tuple[str, str]], accept: str, limits: Limits) -> Request:
    """The query that these fields ask, with what the client accepts. Raises `HttpError`."""
    if any(name == "update" for name, _ in fields):
        raise HttpError(403, _READ_ONLY)
    asked = [value for name, value in fields if name == "query"]
    if len(asked) != 1:
        raise HttpError(400, f"Give one query, in the parameter 'query'; there are {len(asked)}.")
    if len(asked[0].encode("utf-8")) > limits.query_bytes:
        raise HttpError(413, f"The query is longer than {limits.query_bytes} bytes. Write it shorter.")
    accept = accept[:_MOST_ACCEPT]
    return Request(
        asked[0],
        _table_format(accept),
        _graph_format(accept),
        {},
        _graphs([value for name, value in fields if name == "default-graph-uri"]),
        _graphs([value for name, value in fields if name == "named-graph-uri"]),
    )


@lru_cache(maxsize=256)
def _table_format(accept: str | None) -> str:
    return choose(accept, _TABLES, _ALSO)


@lru_cache(maxsize=256)
def _graph_format(accept: str | None) -> str:
    return choose(accept, _GRAPHS, _ALSO_GRAPHS)


async def read_body(request: HttpRequest, most: int, seconds: float) -> bytes:
    """The body of a request, within so many bytes and seconds. Raises `HttpError`."""
    parts: list[bytes] = []
    left = most
    too_large = HttpError(413, f"The body is larger than {most} bytes.", {"Connection": "close"})
    stated = request.headers.get("content-length", "")[:20]
    if stated.isdecimal() and int(stated) > most:
        raise too_large
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                left -= len(part)
                if left < 0:
                    raise too_large
                parts.append(part)
    except TimeoutError as error:
        raise HttpError(408, f"The body did not come within {seconds:g} seconds.", {"Connection": "close"}) from error
    except ClientDisconnect as error:
        raise HttpError(400, "The body broke off.", {"Connection": "close"}) from error
    return b"".join(parts)


async def _posted(request: HttpRequest, limits: Limits, seconds: float) -> list[tuple[str, str]]:
    media, _, rest = request.headers.get("content-type", "").partition(";")
    media = media.strip().lower()
    if media == UPDATE:
        raise HttpError(403, _READ_ONLY)
    if media not in (FORM, QUERY):
        raise HttpError(415, f"Post a query as {QUERY} or {FORM}.", {"Accept-Post": f"{QUERY}, {FORM}"})
    if "charset" in rest.lower() and "utf-8" not in rest.lower():
        raise HttpError(415, "Post the query in UTF-8.")
    body = await read_body(request, 4 * limits.query_bytes, seconds)
    if media == FORM:
        return fields_of(body)
    try:
        return [("query", body.decode("utf-8"))]
    except UnicodeDecodeError as error:
        raise HttpError(400, "The query is not in UTF-8.") from error


def fields_of(encoded: bytes) -> list[tuple[str, str]]:
    """The fields of a query string or a form. Raises `HttpError`."""
    try:
        if _BROKEN.search(encoded) or encoded.count(b"&") >= _MOST_FIELDS:
            text = encoded.decode("ascii")
            return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS, separator="&")
        pairs = (part.partition(b"=") for part in encoded.split(b"&") if part)
        return [(_decoded(name), _decoded(value)) for name, _, value in pairs]
    except ValueError as error:  # also where it is not UTF-8
        raise HttpError(400, f"The parameters must be in UTF-8, percent-encoded, at most {_MOST_FIELDS}.") from error


def _decoded(text: bytes) -> str:
    """Text without its percent-encoding, by the decoder of quoted-printable, which has another sign for the same (and
    takes a sixth of the time of `parse_qsl`).
    """
    quoted = text.replace(b"=", b"=3D").replace(b"+", b" ").replace(b"%", b"=")
    return binascii.a2b_qp(quoted).decode("utf-8")


def _graphs(iris: Sequence[str]) -> tuple[str, ...]:
    """The graphs named by a client. They choose among the graphs of the dataset; none is ever fetched."""
    if len(iris) > _MOST_GRAPHS:
        raise HttpError(400, f"At most {_MOST_GRAPHS} graphs can be named.")
    for iri in iris:
        try:
            ox.NamedNode(iri)
        except ValueError as error:
            raise HttpError(400, "A graph must be named by an IRI.") from error
    return tuple(iris)
