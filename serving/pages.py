"""The overview, and the editor for SPARQL."""

from __future__ import annotations

import json

from starlette.responses import Response

from ontology.namespaces import IG, PREFIXES
from queries.catalogue import list_questions
from queries.naming import term_label
from serving.markup import Element, Part, element
from serving.shell import POLICY, page
from serving.site import Site

_ABOUT = (
    "A knowledge graph of projects on migration and integration: who funds and carries them out, where, for whom and "
    "about what. Every fact carries the sentence that states it."
)
_FILES = {
    "graph.ttl": "all facts, merged, with the names of what they speak of",
    "graph.trig": "the same, one named graph for each source, with the sentences",
    "analysis.trig": "measures of the network",
    "vocabulary.ttl": "what is known beforehand about the things in the graph",
}
_EDITOR_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
"""The editor's code writes styles of its own into the page. Scripts still come from our files only."""


def overview(site: Site) -> Response:
    """What there is here."""
    found = site.description
    counted = [(term_label(iri), number) for iri, number in found.classes if iri.startswith(IG)] if found else []
    return page(
        "Overview",
        element("h1", "integraph"),
        element("p", _ABOUT),
        element("p", element("a", "Look around in the explorer", href="/explorer", class_="button"), " ",
                element("a", "Ask in SPARQL", href="/editor", class_="button")),
        element("h2", "What is in it"),
        element("table", [_count(name, number) for name, number in counted]),
        element("h2", "Questions"),
        element("ul", [_question(q.name, q.text()) for q in list_questions()]),
        element("h2", "Downloads", id="downloads"),
        element("ul", _downloads(site)),
        element("h2", "For programs"),
        element("ul", map(_place, _PROGRAMS)),
    )  # fmt: skip


_PROGRAMS = (
    ("/sparql", "SPARQL 1.1 endpoint; without a query it describes itself"),
    ("/.well-known/void", "what the dataset holds (VoID)"),
    ("/queries", "the questions as SHACL executables"),
    ("/ontology", "the ontology"),
    ("/health", "whether all is well"),
)


def _count(name: str, number: int) -> Element:
    return element("tr", element("td", name), element("td", f"{number:,}"))


def _place(place: tuple[str, str]) -> Element:
    return element("li", element("a", element("code", place[0]), href=place[0]), f": {place[1]}")


def _question(name: str, text: str) -> Element:
    return element("li", element("a", text, href=f"/editor?question={name}"))


def _downloads(site: Site) -> Part:
    files = site.snapshot.files if site.snapshot else {}
    return [
        element("li", element("a", name, href=f"/downloads/{name}"), f" ({files[name].size / 1000:,.0f} kB): {text}")
        for name, text in _FILES.items()
        if name in files
    ]


def editor() -> Response:
    """The editor, with the questions at its side."""
    head = [
        element("link", rel="stylesheet", href="/assets/yasgui.min.css"),
        element("script", src="/assets/yasgui.min.js", defer=True),
        element("script", src="/assets/editor.js", defer=True),
    ]
    return page(
        "SPARQL",
        element("aside", element("h2", "Questions"), element("ul", id="questions"), id="side"),
        element("div", id="yasgui"),
        element("p", "The editor needs JavaScript. Programs ask at /sparql.", class_="quiet", id="plain"),
        head=head,
        policy=_EDITOR_POLICY,
    )


def editor_data() -> Response:
    """What the editor begins with: prefixes, and the questions with their SPARQL."""
    questions = [{"name": q.name, "text": q.text(), "sparql": _without_header(q.sparql)} for q in list_questions()]
    data = {"prefixes": dict(PREFIXES), "questions": questions}
    return Response(json.dumps(data, ensure_ascii=False).encode("utf-8"), media_type="application/json")


def _without_header(sparql: str) -> str:
    return "\n".join(line for line in sparql.splitlines() if not line.startswith("#+")) + "\n"
