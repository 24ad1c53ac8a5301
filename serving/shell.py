"""What all pages have in common: the frame around them, and what a browser may load on them."""

from __future__ import annotations

from starlette.responses import Response

from serving.markup import Element, Part, document, element

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Nothing but our own files; no script or style in the page itself."""
_BRAND = element("a", "integraph", href="/", class_="brand")
_PLACES = (("/", "Overview"), ("/explorer", "Explorer"), ("/editor", "SPARQL"), ("/#downloads", "Downloads"))


def page(title: str, *body: Part, head: Part = None, policy: str = POLICY, status: int = 200) -> Response:
    """A page as an answer."""
    content = document(
        f"{title} · integraph",
        [
            element("link", rel="icon", href="data:,"),
            element("link", rel="stylesheet", href="/assets/site.css"),
            head,
        ],
        [
            element("header", _BRAND, element("nav", map(_place, _PLACES))),
            element("main", body),
        ],
    )
    headers = {"Content-Security-Policy": policy, "Vary": "Accept, Accept-Language"}
    return Response(content, status, headers, "text/html; charset=utf-8")


def _place(place: tuple[str, str]) -> Element:
    return element("a", place[1], href=place[0])
