"""Whether quotes from XML sources stand where their XPath says: the paths are followed in the sources again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from graph.reading import ReadingError, contents
from graph.reading.packages import open_package, read_member
from graph.reading.xml_tree import Element, XmlError, parse_xml, text_at
from graph.spelling import words_of
from graph.withholding import MASK
from ontology.namespaces import DCTERMS, IG, OA, RDF

_SHOWN = 50
Values = dict[str, str]


def misquoted(quads: Iterable[ox.Quad], sources: Path) -> tuple[int, list[str]]:
    """How many quotes with an XPath were looked at, and a line for each that is not there, up to fifty.

    `sources` is the folder that was built from (or the file itself). A source that is not there is a problem too.
    """
    selectors: dict[tuple[str, str], Values] = {}
    names: dict[str, str] = {}
    for quad in quads:
        if not isinstance(quad.graph_name, ox.NamedNode) or not isinstance(quad.subject, ox.NamedNode):
            continue
        if isinstance(quad.object, ox.Triple):
            continue
        if quad.predicate.value in (OA + "exact", RDF + "value", IG + "redacted"):
            key = (quad.graph_name.value, quad.subject.value)
            selectors.setdefault(key, {})[quad.predicate.value] = quad.object.value
        elif quad.predicate.value == DCTERMS + "identifier":
            names[quad.subject.value] = quad.object.value
    wrong: list[str] = []
    trees: dict[str, Element | str] = {}
    checked = 0
    for (graph, _), values in sorted(selectors.items()):
        if RDF + "value" not in values:
            continue
        checked += 1
        if graph not in trees:
            trees[graph] = _tree(sources, names.get(graph, ""))
        tree = trees[graph]
        path = values[RDF + "value"]
        if isinstance(tree, str):
            wrong.append(f"source {names.get(graph, graph)}: {tree}")
        elif not _fits(text_at(tree, path), values[OA + "exact"], values.get(IG + "redacted") == "true"):
            wrong.append(f"source {names.get(graph, graph)}: its quote is not at {path}. Build it again.")
    return checked, list(dict.fromkeys(wrong))[:_SHOWN]


def _tree(sources: Path, name: str) -> Element | str:
    """The XML of a source; or what is wrong with it."""
    outer, _, member = name.partition("!/")
    path = sources if sources.is_file() else sources / outer
    if MASK in name:
        return "its name is masked, so that its file cannot be found; name the file itself with --sources."
    try:
        data = contents(path)
        return parse_xml(read_member(open_package(data, path), member, name) if member else data)
    except (ReadingError, XmlError, OSError, KeyError) as error:
        return f"it cannot be read again ({error})."


def _fits(said: str | None, quote: str, redacted: bool) -> bool:
    """Whether a quote is (part of) what stands at its place; of a masked one, whether all that is left of it is."""
    if said is None:
        return False
    if not redacted:
        return quote in said
    at = 0
    for part in quote.split(MASK):
        at = said.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return bool(words_of(said))
