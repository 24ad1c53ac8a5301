"""Checks of a finished output folder: files as built, quotes in place, facts with evidence, shapes, privacy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox

from graph.output.elements import Element, misquoted
from graph.output.store import MANIFEST, PRIVATE, check, listed
from graph.privacy.masking import MASK, Mask
from ontology.namespaces import DCTERMS, IG, OA, RDF, SKOS, shorten

_SHOWN = 50
_TEXTS = "texts/"
_UNPROVEN = frozenset(
    {
        RDF + "type",
        IG + "acronym",
        IG + "isoCode",
        IG + "amount",
        IG + "currency",
        IG + "inCountry",
        DCTERMS + "identifier",
    }
)
Validate = Callable[[bytes], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found: how many files, quotes, facts, elements (quotes by XPath) it looked at, and what is wrong."""

    files: int
    quotes: int
    problems: tuple[str, ...]
    facts: int = 0
    private: int = 0
    elements: int = 0


class Fact(NamedTuple):
    """A triple, its terms as N-Triples write them."""

    subject: str
    predicate: str
    object: str


class Sentence(NamedTuple):
    """A quote and the name of the source that it stands in."""

    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a build says: its merged facts, the sentences of each that is asserted, and terms as people read them."""

    facts: frozenset[Fact]
    proofs: dict[Fact, frozenset[Sentence]]
    shown: dict[str, str]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote of the dataset with the source whose text it is from; `path` is its XPath, in place of offsets."""

    source: str
    exact: str
    start: int
    end: int
    redacted: bool
    path: str = ""


def check_output(out: Path, validate: Validate | None = None, sources: Path | None = None) -> Findings:
    """Check an output folder; `validate` says which shapes a graph in Turtle breaks. With `sources`, the folder that
    was built from, quotes from XML are looked up in there again."""
    problems = check(out)
    if problems:
        return Findings(len(listed(out)), 0, tuple(problems))
    try:
        data, merged = (out / "graph.trig").read_bytes(), (out / "graph.ttl").read_bytes()
        quads = list(ox.parse(data, format=ox.RdfFormat.TRIG))
        facts = {quad.triple for quad in ox.parse(merged, format=ox.RdfFormat.TURTLE)}
        quotes = sorted(_quotes(quads), key=lambda quote: (quote.source, quote.start, quote.end))
        private = _private(out)
    except (OSError, SyntaxError, ValueError, KeyError) as error:
        return Findings(len(listed(out)), 0, (f"{out}: its graphs cannot be read ({error}). Build it again.",))
    mask = Mask.of_names({source: tuple(names) for source, names in private.items()})
    elements = _elements(quotes, quads) if sources is not None else []
    moved = misquoted(elements, sources) if sources is not None else []
    found = [
        *moved,
        *misplaced(quotes, out / "texts"),
        *unproven(facts, quads),
        *_leaks(out, quads, mask),
        *_bare(quotes, private),
        *(f"{out / 'graph.ttl'} breaks a rule: {violation}" for violation in _grave(merged, validate)),
    ]
    names = sum(len(set(spans)) for spans in private.values())
    files = len(listed(out)) + (out / MANIFEST).is_file()
    return Findings(files, len(quotes), tuple(found), len(facts), names, len(elements))


def content_of(out: Path) -> Content:
    """The content of an output folder."""
    quads = list(ox.parse((out / "graph.trig").read_bytes(), format=ox.RdfFormat.TRIG))
    merged = list(ox.parse((out / "graph.ttl").read_bytes(), format=ox.RdfFormat.TURTLE))
    shown: dict[str, str] = {}
    for quad in merged:
        for term in (quad.subject, quad.predicate, quad.object):
            if isinstance(term, ox.NamedNode):
                shown.setdefault(str(term), shorten(term.value).removeprefix("ig:"))
            elif isinstance(term, ox.Literal):
                shown[str(term)] = term.value
    for quad in sorted(merged, key=lambda quad: (str(quad.object).endswith("@en"), str(quad))):
        if quad.predicate.value == SKOS + "prefLabel" and isinstance(quad.object, ox.Literal):
            shown[str(quad.subject)] = quad.object.value
    return Content(frozenset(_fact(quad.triple) for quad in merged), _proofs(quads), shown)


def _fact(triple: ox.Triple) -> Fact:
    return Fact(str(triple.subject), str(triple.predicate), str(triple.object))


def _proofs(quads: Sequence[ox.Quad]) -> dict[Fact, frozenset[Sentence]]:
    """The first sentence of each statement that asserts a fact."""
    parts: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        value = quad.object.value if isinstance(quad.object, ox.Literal) else str(quad.object)
        parts.setdefault(str(quad.subject), {}).setdefault(quad.predicate.value, []).append(value)
        if quad.predicate.value == RDF + "object":
            parts[str(quad.subject)]["term"] = [str(quad.object)]
    found: dict[Fact, set[Sentence]] = {}
    for part in parts.values():
        if RDF + "subject" not in part or part[IG + "modality"] == ["negated"]:
            continue
        fact = Fact(part[RDF + "subject"][0], part[RDF + "predicate"][0], part["term"][0])
        first = min(part.get(OA + "hasSelector", ()), default="")
        source = parts.get(part[DCTERMS + "source"][0], {}).get(DCTERMS + "identifier", part[DCTERMS + "source"])[0]
        found.setdefault(fact, set()).add(Sentence(source, parts.get(first, {}).get(OA + "exact", [""])[0]))
    return {fact: frozenset(sentences) for fact, sentences in found.items()}


def quotes_of(trig: bytes) -> Iterator[Quote]:
    """All quotes of a dataset in TriG, in order of source and place."""
    quads = ox.parse(trig, format=ox.RdfFormat.TRIG)
    yield from sorted(_quotes(quads), key=lambda quote: (quote.source, quote.start, quote.end))


def _quotes(quads: Any) -> Iterator[Quote]:
    parts: dict[tuple[str, str], dict[str, str]] = {}
    for quad in quads:
        if quad.predicate.value in (OA + "exact", OA + "start", OA + "end", IG + "redacted", RDF + "value"):
            key = (str(quad.graph_name.value), str(quad.subject))
            parts.setdefault(key, {})[quad.predicate.value] = quad.object.value
    for (graph, _), values in parts.items():
        yield Quote(
            graph.rsplit("/", 1)[-1],
            values[OA + "exact"],
            int(values.get(OA + "start", 0)),
            int(values.get(OA + "end", 0)),
            values.get(IG + "redacted") == "true",
            values.get(RDF + "value", ""),
        )


def _elements(quotes: Sequence[Quote], quads: Sequence[ox.Quad]) -> list[Element]:
    """The quotes that have an XPath, with the names of their sources."""
    names = {
        quad.subject.value.rsplit("/", 1)[-1]: quad.object.value
        for quad in quads
        if quad.predicate.value == DCTERMS + "identifier"
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.Literal)
    }
    return [Element(names.get(q.source, q.source), q.path, q.exact, q.redacted) for q in quotes if q.path]


def misplaced(quotes: Sequence[Quote], texts: Path) -> list[str]:
    """A line for each quote that does not stand where it says, up to fifty."""
    contents: dict[str, str] = {}
    wrong = []
    for quote in quotes:
        if quote.source not in contents:
            path = texts / f"{quote.source}.txt"
            contents[quote.source] = path.read_bytes().decode("utf-8") if path.is_file() else ""
        if not quote.path and not _fits(quote, contents[quote.source]):
            wrong.append(
                f"source {quote.source}: the quote at {quote.start}:{quote.end} is not in its text. Build it again."
            )
    return wrong[:_SHOWN]


def unproven(facts: set[ox.Triple], quads: Sequence[ox.Quad]) -> list[str]:
    """A line for each fact without a statement that has a quote, up to fifty."""
    parts: dict[str, dict[str, Any]] = {}
    quoted: set[str] = set()
    for quad in quads:
        if quad.predicate.value in (RDF + "subject", RDF + "predicate", RDF + "object"):
            parts.setdefault(str(quad.subject), {})[quad.predicate.value] = quad.object
        elif quad.predicate.value == OA + "hasSelector":
            quoted.add(str(quad.subject))
    proven = {
        ox.Triple(part[RDF + "subject"], part[RDF + "predicate"], part[RDF + "object"])
        for key, part in parts.items()
        if key in quoted and len(part) == 3
    }
    wrong = [
        f"{fact} has no sentence that proves it. Build it again."
        for fact in sorted(facts - proven, key=str)
        if fact.predicate.value not in _UNPROVEN and not fact.predicate.value.startswith(SKOS)
    ]
    return wrong[:_SHOWN]


def _fits(quote: Quote, text: str) -> bool:
    """Whether the quote is the text at its place; of a masked one, whether what is left of it stands there in order."""
    shown = text[quote.start : quote.end]
    if not quote.redacted:
        return shown == quote.exact
    at = 0
    for part in quote.exact.split(MASK):
        at = shown.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return bool(shown)


def _private(out: Path) -> dict[str, dict[str, list[tuple[int, int]]]]:
    """The private names of each source and where they stand, as the build found them in its text."""
    path = out / PRIVATE
    if not path.is_file():
        return {}
    names: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for source, spans in json.loads(path.read_text("utf-8")).items():
        text = (out / "texts" / f"{source}.txt").read_bytes().decode("utf-8")
        for start, end in spans:
            names.setdefault(source, {}).setdefault(" ".join(text[start:end].split()), []).append((start, end))
    return names


def _leaks(out: Path, quads: Sequence[ox.Quad], mask: Mask) -> list[str]:
    """A line for each published file that holds a full private name; it does not say which."""
    terms = {term.value for quad in quads for term in (quad.subject, quad.object) if not isinstance(term, ox.Triple)}
    people = {quad.subject for quad in quads if quad.object == ox.NamedNode(IG + "Person")}
    public = {quad.object.value for quad in quads if quad.subject in people and isinstance(quad.object, ox.Literal)}
    wrong = []
    if any(mask.denies(value) or ("://" in value and mask.denies_iri(value)) for value in terms - public):
        wrong.append(f"{out / 'graph.trig'} holds the name of a person who must stay unnamed. Do not publish it.")
    for name in listed(out):
        if name.startswith(_TEXTS) or not name.endswith((".html", ".json")):
            continue
        if any(mask.denies(line) for line in _lines_of(out / name) if not any(person in line for person in public)):
            wrong.append(f"{out / name} holds the name of a person who must stay unnamed. Do not publish it.")
    return wrong


def _lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8", "replace").splitlines()


def _bare(quotes: Sequence[Quote], private: dict[str, dict[str, list[tuple[int, int]]]]) -> list[str]:
    """A line for each quote that should have a mask and has none."""
    places = {source: sorted(span for spans in names.values() for span in spans) for source, names in private.items()}
    wrong = [
        f"source {quote.source}: the quote at {quote.start}:{quote.end} names a person who must stay unnamed."
        for quote in quotes
        if not (quote.redacted and MASK in quote.exact)
        and any(start < quote.end and quote.start < end for start, end in places.get(quote.source, ()))
    ]
    return wrong[:_SHOWN]


def _grave(merged: bytes, validate: Validate | None) -> list[Any]:
    """What of the shapes the merged graph breaks."""
    if validate is None:
        return []
    found = validate(merged)
    return [violation for violation in found if getattr(violation, "severity", "Violation") == "Violation"][:_SHOWN]
