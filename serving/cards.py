"""The page of one thing: its facts, each with the sentences that state it, and what points to it."""

from __future__ import annotations

from itertools import groupby

import pyoxigraph as ox
from starlette.responses import Response

from ontology.namespaces import IG, RDF, RDFS, SKOS, shorten
from queries.evidence import Sentence
from queries.terms import Term
from serving.markup import Element, Part, element
from serving.shell import page
from serving.things import PAGE, SUFFIXES, Thing, path_of

_NAMES = (SKOS + "prefLabel", SKOS + "altLabel", IG + "acronym", RDFS + "label")
_DENIED = "negated"
_MOST_SENTENCES, _MOST_NAMES = 5, 10


def card(thing: Thing) -> Response:
    """The page of a thing."""
    name = thing.labels.of(ox.NamedNode(thing.iri))
    kinds = [o for p, o in thing.facts if p.value == RDF + "type"]
    names = [o for p, o in thing.facts if p.value in _NAMES and o.value != name]
    facts = [(p, o) for p, o in thing.facts if p.value not in (*_NAMES, RDF + "type")]
    denied = [s for s in thing.sentences if s.modality == _DENIED]
    return page(
        name,
        element("p", [[element("span", thing.labels.of(kind), class_="kind"), " "] for kind in kinds]),
        element("h1", name),
        _names(names),
        element("p", element("code", thing.iri), class_="quiet"),
        _facts(thing, facts),
        _denied(thing, denied),
        _pointing(thing),
        _formats(thing),
    )


def _names(names: list[Term]) -> Part:
    if not names:
        return None
    listed: list[Part] = [[", " if at else "", _tagged(term)] for at, term in enumerate(names)]
    if len(names) <= _MOST_NAMES:
        return element("p", "Also: ", listed)
    return element("details", element("summary", f"{len(names)} other names"), listed)


def _facts(thing: Thing, facts: list[tuple[Term, Term]]) -> Part:
    if not facts:
        return element("p", "The sources state nothing about it by itself.")
    stated = [s for s in thing.sentences if s.modality != _DENIED]
    rows = []
    for predicate, pairs in groupby(facts, key=lambda fact: fact[0]):
        values = [
            element("li", _shown(thing, value), _quotes(thing, [s for s in stated if _states(s, predicate, value)]))
            for _, value in pairs
        ]
        rows.append([element("dt", thing.labels.of(predicate)), element("dd", element("ul", values))])
    return [element("h2", "Facts"), element("dl", rows)]


def _denied(thing: Thing, sentences: list[Sentence]) -> Part:
    if not sentences:
        return None
    told = [(s, thing.labels.of(s.predicate)) for s in sentences]
    items = [element("li", predicate, " ", _shown(thing, s.object), _quotes(thing, [s])) for s, predicate in told]
    return [element("h2", "What a source denies"), element("ul", items)]


def _pointing(thing: Thing) -> Part:
    if not thing.pointing:
        return None
    rows = [
        [
            element("dt", f"← {thing.labels.of(predicate)}"),
            element("dd", element("ul", [element("li", _shown(thing, subject)) for _, subject in pairs])),
        ]
        for predicate, pairs in groupby(thing.pointing, key=lambda pair: pair[0])
    ]
    first = thing.page * PAGE
    counted = f"{first + 1} to {first + len(thing.pointing)} of {thing.pointing_in_all}"
    turns = [
        element("a", word, href=f"?page={number}", rel=rel)
        for word, rel, number in (("earlier", "prev", thing.page - 1), ("more", "next", thing.page + 1))
        if 0 <= number <= (thing.pointing_in_all - 1) // PAGE
    ]
    return [
        element("h2", "What points to it"),
        element("p", counted, [[" · ", turn] for turn in turns], class_="quiet"),
        element("dl", rows),
    ]


def _formats(thing: Thing) -> Element:
    path = path_of(thing.iri) or ""
    links: list[Part] = [[" · ", element("a", end[1:], href=path + end)] for end in SUFFIXES if end != ".html"]
    return element("p", "This page as data", links, class_="quiet")


def _quotes(thing: Thing, sentences: list[Sentence]) -> Part:
    """The sentences, the surest first; all but the first few folded away."""
    ordered = sorted(sentences, key=lambda s: (-float(s.confidence or 0), s.source.value, s.quote))
    shown = [_quote(thing, sentence) for sentence in ordered]
    if len(shown) <= _MOST_SENTENCES:
        return shown
    more = element("summary", f"{len(shown) - _MOST_SENTENCES} more sentences")
    return [shown[:_MOST_SENTENCES], element("details", more, shown[_MOST_SENTENCES:])]


def _quote(thing: Thing, sentence: Sentence) -> Element:
    source = sentence.source.value
    notes: list[Part] = [element("a", thing.sources.get(source, source), href=path_of(source))]
    if sentence.page is not None and sentence.page.value.startswith(("http://", "https://")):
        notes.append([" · ", element("a", "page", href=sentence.page.value, rel="external noopener")])
    if sentence.confidence:
        notes.append(f" · certainty {sentence.confidence}")
    if sentence.modality not in ("asserted", ""):
        notes.append(f" · {sentence.modality}")
    return element("blockquote", element("p", sentence.quote), element("footer", notes))


def _states(sentence: Sentence, predicate: Term, value: Term) -> bool:
    return sentence.predicate == predicate and sentence.object == value


def _shown(thing: Thing, term: Term) -> Part:
    """A thing as a link to its page, a web address as a link, anything else as text."""
    if isinstance(term, ox.NamedNode):
        path = path_of(term.value)
        return element("a", thing.labels.of(term) or term.value, href=path) if path else _foreign(term.value)
    if isinstance(term, ox.Literal) and term.value.startswith(("http://", "https://")):
        return _foreign(term.value)
    return _tagged(term)


def _foreign(address: str) -> Part:
    if not address.startswith(("http://", "https://")):
        return address
    return element("a", shorten(address), href=address, rel="external noopener")


def _tagged(term: Term) -> Part:
    """A text with its language."""
    if isinstance(term, ox.Literal) and term.language:
        return [element("span", term.value, lang=term.language), " ", element("small", term.language)]
    return term.value
