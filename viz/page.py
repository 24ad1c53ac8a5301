"""The explorer page: one HTML file that holds the network, its evidence and everything needed to look at it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from importlib.resources import as_file, files
from math import sqrt
from pathlib import Path
from typing import Any

import networkx as nx
from pyoxigraph import Store
from pyvis.network import Network

from viz.analysis import Standing, analyse
from viz.communities import community_picture
from viz.first import first_overview, first_picture
from viz.layout import layout
from viz.network import Evidence, Source, asserted, read_network
from viz.style import hubs, read_style, read_toml

#: Interface languages, the first is the page's own.
LANGUAGES = ("en", "it", "fr", "es")
#: The parts of the page's script, in the order in which they are joined.
SCRIPTS = (
    *("base", "model", "state", "shapes", "bitmap", "draw", "sidebar", "search", "panel", "standing", "table"),
    *("canvas", "communities", "map", "timeline", "download", "main"),
)

_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "keyboard": False,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 1.5, "chosen": False},
}


def write_page(store: Store, path: Path | str, *, title: str) -> None:
    """Write the explorer of the dataset in `store` to `path`: one UTF-8 file, the same bytes for the same data."""
    Path(path).write_bytes(render_page(store, title=title).encode("utf-8"))


def render_page(store: Store, *, title: str) -> str:
    """Make the page's HTML."""
    style = read_style()
    graph = read_styled(store)
    net = _draw(graph, style)
    own = "\n".join(_text(f"explorer/{name}.js") for name in SCRIPTS)
    script = f'integraphFirst.afterwards(function () {{\n"use strict";\n{own}}});\n'
    early = _text("explorer/early.js")
    library = re.sub(r"\n?//# sourceMappingURL=.*", "", _text("vendor/vis-network/vis-network.min.js"))
    parts = {"title": title, "css": _text("explorer.css"), "library": library, "script": script, "early": early}
    parts["policy"] = content_policy(styles=[parts["css"]], scripts=[early, library, script])
    with as_file(files("viz")) as folder:
        net.set_template_dir(str(folder), "template.html")
        net.templateEnv.autoescape = True
        net.templateEnv.filters["json_block"] = json_block
        net.templateEnv.globals.update(page=parts, data=_data(graph, net, style, title))
        return str(net.generate_html("graph.html")) + "\n"


def read_styled(store: Store) -> nx.MultiDiGraph[str]:
    """The network of a dataset, each thing in the first of its classes that the style knows."""
    return read_network(store, classes=list(read_style()["classes"]))


def json_block(value: object) -> str:
    """JSON that cannot leave its `<script>` element: every `<`, `>` and `&`, and what ends a line, is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def content_policy(*, styles: Iterable[str], scripts: Iterable[str]) -> str:
    """A policy that allows exactly these inline styles and scripts and no request at all."""
    script, style = (" ".join(map(_digest, texts)) for texts in (scripts, styles))
    return (
        f"default-src 'none'; script-src {script}; style-src {style}; img-src data:; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'"
    )


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def _text(name: str) -> str:
    return files("viz").joinpath(name).read_text(encoding="utf-8")


def _draw(graph: nx.MultiDiGraph[str], style: Mapping[str, Any]) -> Network:
    """The picture: nodes with place and size, one line for each two things that are linked in any way."""
    known = style["classes"]
    most = max((degree for _, degree in graph.nodes(data="degree")), default=0) or 1
    low, high = style["page"]["smallest"], style["page"]["largest"]
    sizes = {name: round(low + (high - low) * sqrt(degree / most), 1) for name, degree in graph.nodes(data="degree")}
    places = layout(graph, sizes)
    net = Network(directed=True, cdn_resources="in_line")
    net.options = _OPTIONS
    index = {name: i for i, name in enumerate(graph)}
    for name, i in index.items():
        kind = graph.nodes[name]["kind"]
        x, y = places[name]
        shape = known.get(kind, known["Thing"])["shape"]
        net.nodes.append({"id": i, "x": x, "y": y, "size": sizes[name], "shape": shape})
    pairs: dict[tuple[int, int], list[int]] = {}
    for number, (s, o, evidence) in enumerate(graph.edges(data="evidence")):
        if s != o and asserted(evidence):
            pairs.setdefault((min(index[s], index[o]), max(index[s], index[o])), []).append(number)
    for number, ((a, b), facts) in enumerate(sorted(pairs.items())):
        net.edges.append({"id": number, "from": a, "to": b, "facts": facts})
    return net


def _first(
    graph: nx.MultiDiGraph[str], net: Network, style: Mapping[str, Any], parts: tuple[list[list[Any]], list[list[int]]]
) -> dict[str, Any]:
    """The first picture: of the network, or of its communities where the page opens on them."""
    signs, lines = parts
    if graph.number_of_nodes() > style["page"]["overview_above"] and len(signs) > 1:
        help_ = {code: read_toml(f"i18n/{code}.toml")["ui"]["communities_help"] for code in LANGUAGES}
        return first_overview(graph, signs, lines, style) | {"languages": LANGUAGES, "help": help_}
    return first_picture(graph, net.nodes, net.edges, style) | {"languages": LANGUAGES}


def _data(graph: nx.MultiDiGraph[str], net: Network, style: Mapping[str, Any], title: str) -> dict[str, Any]:
    """`first`: what is drawn first; `page`: all else besides the picture, with numbers for what occurs often."""
    index = {name: i for i, name in enumerate(graph)}
    sources: dict[str, Source] = graph.graph["sources"]
    pool = _Pool(sources)
    facts: list[list[Any]] = [
        [index[s], p, index[o], pool.evidence(evidence)]
        for s, o, p, evidence in graph.edges(keys=True, data="evidence")
    ]
    for name, values in graph.nodes(data="values"):
        facts += [
            [index[name], v.predicate, [v.text, v.datatype, v.language, v.iri], pool.evidence(v.evidence)]
            for v in values
        ]
    analysis = analyse(graph, hubs())
    signs, lines = community_picture(graph, analysis)
    known = style["classes"]
    things = [
        [
            *(name, node["kind"] if node["kind"] in known else "Thing", node["labels"], node["acronyms"]),
            _measures(analysis.standings.get(name)),
        ]
        for name, node in graph.nodes(data=True)
    ]
    page = {
        "title": title,
        "style": style,
        "i18n": {code: read_toml(f"i18n/{code}.toml") for code in LANGUAGES},
        "things": things,
        "facts": facts,
        "communities": [[[index[m] for m in members], [index[m] for m in named], *at] for members, named, *at in signs],
        "between": lines,
        "map": json.loads(_text("map.json")),
        "statements": pool.statements,
        "quotes": list(pool.quotes),
        "rules": list(pool.rules),
        "sources": [[s.iri, s.title, s.date, s.url, s.publisher, s.language] for s in sources.values()],
        "latest": max((s.date for s in sources.values()), default=""),
    }
    return {"page": page, "first": _first(graph, net, style, (signs, lines))}


def _measures(standing: Standing | None) -> list[float]:
    """Betweenness, and the pairs brokered between countries and between themes."""
    return [standing.betweenness, standing.countries, standing.themes] if standing else [0, 0, 0]


class _Pool:
    """Numbers statements, and keeps each quote and rule name once."""

    def __init__(self, sources: Iterable[str]) -> None:
        self.sources = {iri: i for i, iri in enumerate(sources)}
        self.statements: list[list[Any]] = []
        self.quotes: dict[str, int] = {}
        self.rules: dict[str, int] = {}

    def evidence(self, evidence: Iterable[Evidence]) -> list[int]:
        """Keep the statements and return their numbers."""
        numbers = []
        for e in evidence:
            quotes = [
                [self.quotes.setdefault(q.text, len(self.quotes)), q.start, q.end, int(q.masked), q.path]
                for q in e.quotes
            ]
            rule = self.rules.setdefault(e.rule, len(self.rules))
            numbers.append(len(self.statements))
            source = self.sources.get(e.source, -1)
            self.statements.append([e.iri, source, quotes, rule, e.confidence, e.modality, e.language])
        return numbers
