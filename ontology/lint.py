"""Checks the ontology and its vocabularies for what a parser does not see.

Every term and every concept has a label and a definition in each language that is read; no alignment dangles;
no two concepts of a scheme bear one name; every namespace is the published one; identifiers of other registers are well
formed and claimed once. `python -m ontology.lint` prints what
is wrong and fails if anything is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

import pyoxigraph as ox

from ontology import identifiers, vocabulary
from ontology.lexicon import languages, load
from ontology.namespaces import ID, IG, ONTOLOGY, OWL, PREFIXES, RDF, RDFS, SCHEMES, SKOS, shorten
from ontology.publication import whole_ontology
from ontology.words import folded_words

_TERM_KINDS = frozenset(OWL + name for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty"))
_ALIGNING = frozenset(
    {RDFS + "subClassOf", RDFS + "subPropertyOf", OWL + "equivalentClass", OWL + "equivalentProperty"}
    | {f"{SKOS}{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")}
)
_NOTE, _DEFINITION = SKOS + "editorialNote", SKOS + "definition"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong: of which term, and what."""

    term: str
    problem: str

    def __str__(self) -> str:
        return f"{shorten(self.term)}: {self.problem}"


def published() -> dict[str, frozenset[str]]:
    """The namespaces of other vocabularies as published, with the terms of each that were looked up there.

    Read from `published-terms.txt`: "prefix namespace" in lines that begin with "@", then the terms, by local name.
    """
    found: dict[str, set[str]] = {}
    namespace = ""
    for line in (files("ontology") / "published-terms.txt").read_text("utf-8").splitlines():
        if line.startswith("@"):
            namespace = line.split()[1]
            found[namespace] = set()
        elif line and not line.startswith("#"):
            found[namespace] |= set(line.split())
    return {name: frozenset(terms) for name, terms in found.items()}


def unlabelled() -> list[Finding]:
    """Terms without a label in a language that is read."""
    wanted = set(languages())
    labels: dict[str, set[str]] = {}
    for triple in whole_ontology():
        if isinstance(triple.subject, ox.NamedNode) and triple.subject.value.startswith(IG):
            found = labels.setdefault(triple.subject.value, set())
            if triple.predicate.value == RDFS + "label" and isinstance(triple.object, ox.Literal):
                found.add(triple.object.language or "")
    return _missing(labels, wanted)


def unlabelled_concepts() -> list[Finding]:
    """Concepts without a preferred label in a language that is read."""
    labels = {}
    for iri, entry in vocabulary.entries().items():
        if entry.kind in SCHEMES:
            pairs = vocabulary.describe(iri)
            labels[iri] = {o.language or "" for p, o in pairs if p == SKOS + "prefLabel" and isinstance(o, ox.Literal)}
    return _missing(labels, set(languages()))


def undefined_concepts() -> list[Finding]:
    """Concepts without a definition, or with two, in a language that is read."""
    found = []
    for iri, entry in vocabulary.entries().items():
        if entry.kind in SCHEMES:
            told = [o.language for p, o in vocabulary.describe(iri) if p == _DEFINITION and isinstance(o, ox.Literal)]
            if wrong := sorted(code for code in languages() if told.count(code) != 1):
                found.append(Finding(iri, f"has not one definition in {', '.join(wrong)}"))
    return sorted(found)


def _missing(labels: dict[str, set[str]], wanted: set[str]) -> list[Finding]:
    return sorted(
        Finding(term, f"no label in {', '.join(sorted(wanted - found))}")
        for term, found in labels.items()
        if wanted - found
    )


def dangling() -> list[Finding]:
    """Alignments with terms that their vocabulary does not have, or that nobody has looked up."""
    known = published()
    own = {triple.subject.value for triple in whole_ontology() if isinstance(triple.subject, ox.NamedNode)}
    found = []
    for triple in whole_ontology():
        target = triple.object
        if triple.predicate.value not in _ALIGNING or not isinstance(target, ox.NamedNode):
            continue
        namespace = max((name for name in known if target.value.startswith(name)), key=len, default="")
        if target.value in own or (namespace and target.value[len(namespace) :] in known[namespace]):
            continue
        subject = triple.subject.value if isinstance(triple.subject, ox.NamedNode) else ""
        found.append(Finding(subject, f"{shorten(triple.predicate.value)} {target.value}: no such term is known"))
    return sorted(found)


def namesakes() -> list[Finding]:
    """Concepts of one scheme that share a preferred name in a language, unless an editorial note says why."""
    bearers: dict[tuple[str, str, str], set[str]] = {}
    noted = set()
    for iri, entry in vocabulary.entries().items():
        if entry.kind not in SCHEMES:
            continue
        for predicate, value in vocabulary.describe(iri):
            if predicate == _NOTE:
                noted.add(iri)
            if predicate == SKOS + "prefLabel" and isinstance(value, ox.Literal):
                key = entry.kind, value.language or "", " ".join(folded_words(value.value))
                bearers.setdefault(key, set()).add(iri)
    return sorted(
        Finding(min(iris), f"shares the {language} name {name!r} with {', '.join(map(shorten, sorted(iris)[1:]))}")
        for (_, language, name), iris in bearers.items()
        if len(iris) > 1 and not iris & noted
    )


def misnamed() -> list[Finding]:
    """Prefixes that stand for another namespace than the published one, here or in a Turtle file of the ontology.

    A file may shorten our own identifiers as it likes.
    """
    wanted = {line.split()[0][1:]: line.split()[1] for line in _declarations()}
    used = [(prefix, iri, "ontology/namespaces.py") for prefix, iri in PREFIXES.items()]
    for file in [files("ontology") / "integraph.ttl", *vocabulary.turtle_files()]:
        parser = ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
        for _ in parser:
            pass
        used += [(prefix, iri, file.name) for prefix, iri in parser.prefixes.items()]
    return sorted(
        {
            Finding(iri, f"the prefix {prefix} of {where} should stand for {wanted[prefix]}")
            for prefix, iri, where in used
            if prefix in wanted and wanted[prefix] != iri and not iri.startswith(ID)
        }
    )


def _declarations() -> Iterable[str]:
    text = (files("ontology") / "published-terms.txt").read_text("utf-8")
    return (line for line in text.splitlines() if line.startswith("@"))


def undefined() -> list[Finding]:
    """Terms without a class, without a definition in a language that is read, or without the ontology that defines
    them."""
    about: dict[str, set[tuple[str, str]]] = {}
    for triple in whole_ontology():
        if isinstance(triple.subject, ox.NamedNode) and triple.subject.value.startswith(IG):
            value = triple.object
            told = value.value if isinstance(value, ox.NamedNode) else getattr(value, "language", None) or ""
            about.setdefault(triple.subject.value, set()).add((triple.predicate.value, told))
    found = []
    for term, pairs in about.items():
        if not {value for predicate, value in pairs if predicate == RDF + "type"} & {*_TERM_KINDS, RDFS + "Datatype"}:
            found.append(Finding(term, "is of no kind"))
        if missing := sorted(code for code in languages() if (RDFS + "comment", code) not in pairs):
            found.append(Finding(term, f"has no definition in {', '.join(missing)}"))
        if (RDFS + "isDefinedBy", ONTOLOGY) not in pairs:
            found.append(Finding(term, "does not say where it is defined"))
    return sorted(found)


def misidentified() -> list[Finding]:
    """Entries whose identifiers in the registers of others are malformed, or claimed by two entries; amounts of money
    in a currency whose code is none."""
    described = ((iri, name, value) for iri in vocabulary.entries() for name, value in vocabulary.describe(iri))
    found = [Finding(iri, problem) for iri, problem in identifiers.misidentified(described)]
    for code in languages():
        for name, currency in load(code).currencies.items():
            if not identifiers.REGISTERS[2].fullmatch(identifiers.currency(currency)):
                found.append(Finding(f"ontology/lexicon/{code}.toml", f"{name!r} stands for {currency!r}, no currency"))
    return sorted(found)


CHECKS = (unlabelled, unlabelled_concepts, dangling, namesakes, misnamed, undefined, undefined_concepts, misidentified)


def main() -> int:
    """Print all findings; 1 if there are any."""
    found = [f"{check.__name__}: {finding}" for check in CHECKS for finding in check()]
    sys.stdout.write("".join(f"{line}\n" for line in found) or "the ontology is in order\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
