"""GraphML and GEXF for network programs (Gephi, Cytoscape, yEd, networkx, igraph).

A thing is a node with its class, name and values; a link is a directed edge with its property, how sure it is and how
many sources say so. Characters that XML does not allow become U+FFFD. No date of making is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as Xml

from graph.export.description import LICENCE, TITLE
from graph.export.loading import Dataset
from graph.export.syntaxes import FORBIDDEN_IN_XML
from graph.export.things import Edge, Node, edges, nodes

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://gexf.net/1.3"
_EDGE_KEYS = (("property", "string"), ("confidence", "double"), ("statements", "long"), ("sources", "long"))


def graphml(dataset: Dataset) -> bytes:
    """The network of a dataset as GraphML."""
    things, links = nodes(dataset), edges(dataset)
    root = Xml.Element("graphml", xmlns=_GRAPHML)
    names = _columns(things)
    for name in names:
        Xml.SubElement(root, "key", {"id": f"n.{name}", "for": "node", "attr.name": name, "attr.type": "string"})
    for name, kind in _EDGE_KEYS:
        Xml.SubElement(root, "key", {"id": f"e.{name}", "for": "edge", "attr.name": name, "attr.type": kind})
    for name in ("title", "license"):
        Xml.SubElement(root, "key", {"id": f"g.{name}", "for": "graph", "attr.name": name, "attr.type": "string"})
    graph = Xml.SubElement(root, "graph", {"edgedefault": "directed", "id": "integraph"})
    _data(graph, "g", [("title", TITLE), ("license", LICENCE)])
    for thing in things:
        _data(Xml.SubElement(graph, "node", {"id": _safe(thing.iri)}), "n", _values(thing))
    for number, link in enumerate(links):
        ends = {"id": f"e{number}", "source": _safe(link.subject), "target": _safe(link.object)}
        _data(Xml.SubElement(graph, "edge", ends), "e", _facts(link))
    return _document(root)


def gexf(dataset: Dataset) -> bytes:
    """The network of a dataset as GEXF 1.3."""
    things, links = nodes(dataset), edges(dataset)
    root = Xml.Element("gexf", {"xmlns": _GEXF, "version": "1.3"})
    meta = Xml.SubElement(root, "meta")
    Xml.SubElement(meta, "creator").text = "integraph"
    Xml.SubElement(meta, "description").text = f"{TITLE}. Licence: {LICENCE}"
    graph = Xml.SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    names = _columns(things)
    ids = {name: str(at) for at, name in enumerate([*names, *(name for name, _ in _EDGE_KEYS)])}
    for owner, columns in (("node", [(name, "string") for name in names]), ("edge", list(_EDGE_KEYS))):
        listed = Xml.SubElement(graph, "attributes", {"class": owner, "mode": "static"})
        for name, kind in columns:
            Xml.SubElement(listed, "attribute", {"id": ids[name], "title": name, "type": kind})
    listed = Xml.SubElement(graph, "nodes")
    for thing in things:
        item = Xml.SubElement(listed, "node", {"id": _safe(thing.iri), "label": _safe(thing.label)})
        _attributes(item, _values(thing), ids)
    listed = Xml.SubElement(graph, "edges")
    for number, link in enumerate(links):
        ends = {"id": str(number), "source": _safe(link.subject), "target": _safe(link.object), "label": link.property}
        _attributes(Xml.SubElement(listed, "edge", ends), _facts(link), ids)
    return _document(root)


def _columns(things: Iterable[Node]) -> list[str]:
    """The names of all attributes that some node has."""
    return sorted({name for thing in things for name, _ in _values(thing)})


def _values(thing: Node) -> list[tuple[str, str]]:
    values = {"class": thing.kind, "label": thing.label, "otherNames": thing.other_names, **thing.values}
    return [(name, _safe(value)) for name, value in sorted(values.items()) if value]


def _facts(link: Edge) -> list[tuple[str, str]]:
    return [(name, str(getattr(link, name))) for name, _ in _EDGE_KEYS]


def _data(parent: Xml.Element, owner: str, values: Sequence[tuple[str, str]]) -> None:
    for name, value in values:
        Xml.SubElement(parent, "data", {"key": f"{owner}.{name}"}).text = value


def _attributes(parent: Xml.Element, values: Sequence[tuple[str, str]], ids: dict[str, str]) -> None:
    listed = Xml.SubElement(parent, "attvalues")
    for name, value in values:
        Xml.SubElement(listed, "attvalue", {"for": ids[name], "value": value})


def _safe(text: str) -> str:
    return FORBIDDEN_IN_XML.sub("\ufffd", text)


def _document(root: Xml.Element) -> bytes:
    Xml.indent(root, " ")
    text: str = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
