"""The ontology as it stands on the web: a page for people (pyLODE), and the files that programs ask for.

    python -m ontology.pages site/

writes `index.html`, `ontology.ttl`, `ontology.nt`, `ontology.rdf` and `context.jsonld`, the same bytes each time.
"""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path

import pyoxigraph as ox

from ontology.context import context
from ontology.diagram import diagram
from ontology.lexicon import languages
from ontology.namespaces import IG, PREFIXES, RDFS
from ontology.publication import whole_ontology

_LABEL = RDFS + "label"
_FORMATS = {
    "ontology.ttl": ox.RdfFormat.TURTLE,
    "ontology.nt": ox.RdfFormat.N_TRIPLES,
    "ontology.rdf": ox.RdfFormat.RDF_XML,
}


class PagesError(RuntimeError):
    """The pages cannot be made; the message says why and what to do."""


def pages() -> dict[str, bytes]:
    """The files by name. Raises `PagesError` where pyLODE is not installed."""
    numbers: dict[str, str] = {}
    triples = [
        ox.Triple(_iri_or_blank(t.subject, numbers), t.predicate, _named(t.object, numbers)) for t in whole_ontology()
    ]
    ordered = sorted(triples, key=str)
    formats = {
        "ontology.ttl": ox.RdfFormat.TURTLE,
        "ontology.nt": ox.RdfFormat.N_TRIPLES,
        "ontology.rdf": ox.RdfFormat.RDF_XML,
    }
    files = {name: ox.serialize(ordered, format=form, prefixes=dict(PREFIXES)) or b"" for name, form in formats.items()}
    files["context.jsonld"] = (json.dumps({"@context": context()}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    files["index.html"] = _page(ordered).encode("utf-8")
    return dict(sorted(files.items()))


def _named(
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, numbers: dict[str, str]
) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """A term with blank nodes named by the order in which the ontology has them."""
    if isinstance(term, ox.Triple):
        raise PagesError(f"{term}: the ontology states nothing about statements")
    if isinstance(term, ox.BlankNode):
        return ox.BlankNode(numbers.setdefault(term.value, f"list{len(numbers) + 1}"))
    return term


def _iri_or_blank(
    term: ox.NamedNode | ox.BlankNode | ox.Triple, numbers: dict[str, str]
) -> ox.NamedNode | ox.BlankNode:
    found = _named(term, numbers)
    assert not isinstance(found, ox.Literal)
    return found


def _page(triples: list[ox.Triple]) -> str:
    """pyLODE's page in English, with the picture before it and the labels in all languages after it."""
    try:
        from pylode import OntPub
    except ImportError as error:
        raise PagesError("The pages need pyLODE. Install it with: pip install 'integraph[docs]'") from error
    from rdflib import Graph

    kept = [t for t in triples if not isinstance(t.object, ox.Literal) or t.object.language in (None, "en")]
    lines = ox.serialize(kept, format=ox.RdfFormat.N_TRIPLES) or b""
    page: str = OntPub(ontology=Graph().parse(data=lines.decode("utf-8"), format="nt")).make_html()
    before, mark, after = page.partition("</h1>")
    if not mark or "</body>" not in after:
        raise PagesError("pyLODE's page has another form than expected. Use the version that constraints.txt names.")
    main, end, rest = after.rpartition("</body>")
    return f"{before}{mark}\n<figure>{diagram()}</figure>\n{main}{_labels(triples)}\n{end}{rest}"


def _labels(triples: list[ox.Triple]) -> str:
    """A table of the labels of all terms, one column a language."""
    found: dict[str, dict[str, str]] = {}
    for triple in triples:
        subject, value = triple.subject, triple.object
        if triple.predicate.value == _LABEL and isinstance(subject, ox.NamedNode) and isinstance(value, ox.Literal):
            found.setdefault(subject.value, {})[value.language or ""] = value.value
    head = "".join(f"<th>{language}</th>" for language in languages())
    rows = [
        f"<tr><th>{escape(term.removeprefix(IG))}</th>"
        + "".join(f'<td lang="{language}">{escape(labels.get(language, ""))}</td>' for language in languages())
        + "</tr>"
        for term, labels in sorted(found.items())
        if term.startswith(IG)
    ]
    return f'<h2 id="labels">Labels</h2><table><tr><th></th>{head}</tr>\n' + "\n".join(rows) + "</table>"


def main(arguments: list[str]) -> int:
    """Write the pages into the folder that is named."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        sys.stderr.write("usage: python -m ontology.pages FOLDER\n")
        return 2
    folder = Path(arguments[0])
    try:
        files = pages()
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except (PagesError, OSError) as error:
        sys.stderr.write(f"ontology.pages: {error}\n")
        return 5
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
