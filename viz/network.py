"""A dataset as a network: things are nodes, statements are edges that know the sentences they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import networkx as nx
from pyoxigraph import Literal, NamedNode, Store

from ontology.namespaces import DCTERMS, FOAF, IG, OA, RDF, SKOS

#: Classes of the ontology that carry evidence, amounts or measures: they are not things of the network.
NOT_THINGS = frozenset({"Statement", "Source", "Amount", "Grant", "Community", "Tie"})

Term = NamedNode | Literal
Table = dict[str, list[Term]]
#: Subject, predicate and object (an IRI, or a literal) of a fact.
Key = tuple[str, str, Term]


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source that say so. `masked`: a private name in them is hidden; `path`: their XPath in a source of
    XML, in place of offsets."""

    text: str
    start: int
    end: int
    masked: bool
    path: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement of one source."""

    iri: str
    source: str
    quotes: tuple[Quote, ...]
    rule: str
    confidence: float
    modality: str
    language: str


@dataclass(frozen=True, slots=True)
class Value:
    """A fact whose object is a value: a date, a code, an address, an amount or a grant (`iri` is then its own)."""

    predicate: str
    text: str
    datatype: str
    evidence: tuple[Evidence, ...]
    language: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that was read."""

    iri: str
    title: str
    date: str
    url: str
    publisher: str
    language: str


def asserted(evidence: Iterable[Evidence]) -> bool:
    """Tell whether any source states it (and not merely denies it)."""
    return any(e.modality != "negated" for e in evidence)


def read_network(store: Store, *, classes: Sequence[str] = ()) -> nx.MultiDiGraph[str]:
    """Read the network from a store that holds `graph.trig`.

    Nodes are IRIs with `kind`, `labels` (language to names, the preferred first), `acronyms`, `values` and `degree`;
    edges are keyed by the predicate's local name and hold `evidence`. `classes` says which class counts where a thing
    has several (the first wins). `graph.graph["sources"]` maps IRIs to sources.
    """
    kinds = _kinds(store, classes)
    facts = _facts(store)
    labels, acronyms = _labels(store), _strings(_table(store, IG + "acronym"))
    sums = {iri for iri, kind in kinds.items() if kind in ("Amount", "Grant")}
    facts = {k: v for k, v in facts.items() if k[0] not in sums}
    links = {k: v for k, v in facts.items() if isinstance(k[2], NamedNode) and k[2].value not in sums}
    values = _values({k: v for k, v in facts.items() if k not in links}, _sums(store, labels, acronyms))
    things = {iri for iri, kind in kinds.items() if kind not in NOT_THINGS}
    things |= {end for s, _, o in links for end in (s, o.value)} | set(values)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri in sorted(things):
        graph.add_node(
            iri,
            kind=kinds.get(iri, "Thing"),
            labels=labels.get(iri) or {"": [_last_part(iri)]},
            acronyms=acronyms.get(iri, []),
            values=values.get(iri, ()),
            degree=0,
        )
    for (s, p, o), evidence in sorted(links.items(), key=lambda link: (*link[0][:2], link[0][2].value)):
        graph.add_edge(s, o.value, key=p, evidence=evidence)
        if asserted(evidence):
            graph.nodes[s]["degree"] += 1
            graph.nodes[o.value]["degree"] += 1
    graph.graph["sources"] = _sources(store, kinds)
    return graph


def _table(store: Store, predicate: str) -> Table:
    """Every subject's objects of one predicate, in any graph, each once and sorted."""
    found: defaultdict[str, set[Term]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, NamedNode(predicate), None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            found[quad.subject.value].add(quad.object)
    return {subject: sorted(objects, key=str) for subject, objects in found.items()}


def _strings(table: Table) -> dict[str, list[str]]:
    return {subject: list(dict.fromkeys(term.value for term in terms)) for subject, terms in table.items()}


def _first(table: Mapping[str, list[Term]], subject: str, default: str = "") -> str:
    terms = table.get(subject)
    return terms[0].value if terms else default


def _kinds(store: Store, classes: Sequence[str]) -> dict[str, str]:
    rank = {name: place for place, name in enumerate(classes)}
    kinds: dict[str, str] = {}
    for subject, types in _table(store, RDF + "type").items():
        names = sorted(
            (t.value.removeprefix(IG) for t in types if t.value.startswith(IG)),
            key=lambda name: (rank.get(name, len(rank)), name),
        )
        if names:
            kinds[subject] = names[0]
    return kinds


def _labels(store: Store) -> dict[str, dict[str, list[str]]]:
    labels: dict[str, dict[str, list[str]]] = {}
    for predicate in ("prefLabel", "altLabel"):
        for subject, terms in sorted(_table(store, SKOS + predicate).items()):
            for term in terms:
                language = (term.language or "") if isinstance(term, Literal) else ""
                names = labels.setdefault(subject, {}).setdefault(language, [])
                if term.value not in names:
                    names.append(term.value)
    return labels


def _quotes(store: Store) -> dict[str, Quote]:
    exact, start, end = (_table(store, OA + name) for name in ("exact", "start", "end"))
    redacted, paths = _table(store, IG + "redacted"), _table(store, RDF + "value")
    return {
        iri: Quote(
            texts[0].value,
            int(_first(start, iri, "0")),
            int(_first(end, iri, "0")),
            _first(redacted, iri) in ("true", "1"),
            _first(paths, iri),
        )
        for iri, texts in exact.items()
    }


def _selector_order(term: Term) -> tuple[int, str]:
    tail = term.value.rpartition("/")[2]
    return (int(tail) if tail.isascii() and tail.isdigit() else 0, term.value)


def _facts(store: Store) -> dict[Key, tuple[Evidence, ...]]:
    """Every fact with the statements that make it; the most certain first."""
    subjects, predicates, objects = (_table(store, RDF + name) for name in ("subject", "predicate", "object"))
    sources, languages = _table(store, DCTERMS + "source"), _table(store, DCTERMS + "language")
    rules, confidences, modalities = (_table(store, IG + name) for name in ("rule", "confidence", "modality"))
    selectors, quotes = _table(store, OA + "hasSelector"), _quotes(store)
    facts: defaultdict[Key, list[Evidence]] = defaultdict(list)
    for iri in sorted(subjects):
        if iri not in predicates or iri not in objects:
            raise ValueError(f"graph.trig: the statement {iri} has no predicate or no object; build the dataset again")
        marks = sorted(selectors.get(iri, []), key=_selector_order)
        evidence = Evidence(
            iri,
            _first(sources, iri),
            tuple(quotes[m.value] for m in marks if m.value in quotes),
            _first(rules, iri),
            float(_first(confidences, iri, "1")),
            _first(modalities, iri, "asserted"),
            _first(languages, iri),
        )
        predicate = predicates[iri][0].value.removeprefix(IG)
        facts[subjects[iri][0].value, predicate, objects[iri][0]].append(evidence)
    return {key: tuple(sorted(found, key=lambda e: (-e.confidence, e.iri))) for key, found in facts.items()}


def _sums(
    store: Store, labels: Mapping[str, dict[str, list[str]]], acronyms: Mapping[str, list[str]]
) -> dict[str, tuple[str, str]]:
    """What is shown of each amount and each grant ("AMIF: 900000 EUR, 75 %", "national: 300000 EUR"), and its class."""
    amounts, currencies = _table(store, IG + "amount"), _table(store, IG + "currency")
    found = {iri: (f"{_first(amounts, iri)} {_first(currencies, iri)}".strip(), IG + "Amount") for iri in amounts}
    given, shares = _table(store, IG + "grantAmount"), _table(store, IG + "share")
    roles, givers, bodies = (_table(store, IG + name) for name in ("fundingRole", "grantor", "recipient"))
    starts, ends = _table(store, IG + "periodStart"), _table(store, IG + "periodEnd")

    def name_of(iri: str) -> str:
        own = labels.get(iri, {})
        names = [*acronyms.get(iri, []), *own.get("en", []), *(n for all_ in own.values() for n in all_)]
        return names[0] if names else _last_part(iri)

    for iri in {**roles, **givers}:
        giver = name_of(givers[iri][0].value) if iri in givers else _first(roles, iri)
        parts = [found[amount.value][0] for amount in given.get(iri, []) if amount.value in found]
        parts += [f"{float(share.value) * 100:g} %" for share in shares.get(iri, [])]
        if iri in starts or iri in ends:
            parts.append(f"{_first(starts, iri)}–{_first(ends, iri)}")
        parts += [f"→ {name_of(body.value)}" for body in bodies.get(iri, [])]
        found[iri] = f"{giver}: {', '.join(parts)}", IG + "Grant"
    return found


def _values(
    facts: Mapping[Key, tuple[Evidence, ...]], sums: Mapping[str, tuple[str, str]]
) -> dict[str, tuple[Value, ...]]:
    found: defaultdict[str, list[Value]] = defaultdict(list)
    for (subject, predicate, term), evidence in facts.items():
        if isinstance(term, Literal):
            value = Value(predicate, term.value, term.datatype.value, evidence, term.language or "")
        else:
            text, datatype = sums.get(term.value, (_last_part(term.value), IG + "Amount"))
            value = Value(predicate, text, datatype, evidence, iri=term.value)
        found[subject].append(value)
    return {
        subject: tuple(sorted(own, key=lambda v: (v.predicate, v.text, v.language, v.iri)))
        for subject, own in found.items()
    }


def _sources(store: Store, kinds: Mapping[str, str]) -> dict[str, Source]:
    title, issued, language, publisher, name = (
        _table(store, DCTERMS + term) for term in ("title", "issued", "language", "publisher", "identifier")
    )
    pages = _table(store, FOAF + "page")
    return {
        iri: Source(
            iri,
            _first(title, iri) or _first(name, iri) or _last_part(iri),
            _first(issued, iri),
            _first(pages, iri),
            _first(publisher, iri),
            _first(language, iri),
        )
        for iri in sorted(kinds)
        if kinds[iri] == "Source"
    }


def _last_part(iri: str) -> str:
    return unquote(iri.rstrip("/#").rpartition("/")[2].rpartition("#")[2]) or iri
