"""Files as answers: the public files of an output, and what our own pages are made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from serving.errors import HttpError
from serving.site import Site
from serving.snapshot import Held

_ASSETS = {
    "site.css": ("assets/site.css", "text/css; charset=utf-8"),
    "editor.js": ("assets/editor.js", "text/javascript; charset=utf-8"),
    "yasgui.min.js": ("vendor/yasgui/yasgui.min.js", "text/javascript; charset=utf-8"),
    "yasgui.min.css": ("vendor/yasgui/yasgui.min.css", "text/css; charset=utf-8"),
    "LICENSE-MIT": ("vendor/yasgui/LICENSE-MIT", "text/plain; charset=utf-8"),
    "LICENSE-COMPONENTS": ("vendor/yasgui/LICENSE-COMPONENTS", "text/plain; charset=utf-8"),
}
"""Every file that our pages load: its address, where it is, what it is. No other path leads to a file."""
_OWN_RULES = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For the explorer, whose own page says what may run in it."""


def download(site: Site, name: str, request: Request, *, attach: bool = False) -> Response:
    """A public file of the output in place."""
    held = site.snapshot.files.get(name) if site.snapshot else None
    if held is None:
        raise HttpError(404, "There is no such file to download.")
    tag = f'"{held.digest[:32]}"'
    headers = {"ETag": tag, "Content-Security-Policy": _OWN_RULES}
    if attach:
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers |= {"Content-Type": held.media, "Content-Length": str(held.size)}
    return StreamingResponse(_pieces(held), headers=headers)


def _pieces(held: Held) -> Iterator[bytes]:
    """The file's content; the file stays open for as long as it is being sent."""
    yield from held.chunks()


@cache
def _content(place: str) -> bytes:
    return resources.files("serving").joinpath(place).read_bytes()


def asset(name: str) -> Response:
    """A file that our pages load."""
    if name not in _ASSETS:
        raise HttpError(404, "There is no such file.")
    place, media = _ASSETS[name]
    return file_response(_content(place), media, keep=3600)


def file_response(content: bytes, media: str, keep: int = 0) -> Response:
    """Content as an answer that may be kept for so many seconds."""
    headers = {"Content-Type": media}
    if keep:
        headers["Cache-Control"] = f"public, max-age={keep}"
    return Response(content, headers=headers)
