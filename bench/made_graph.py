"""Makes a graph of any size in the project's data model: the same size and seed always give the same bytes.

python -m bench.made_graph 1000000 > big.trig
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from random import Random

from ontology.namespaces import ACTIVITY, GROUP, ID, IG, THEME

TRIPLES_OF_A_SOURCE = 267
COUNTRIES = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
GROUPS = ["refugees", "asylum-seekers", "children", "women", "unaccompanied-children", "third-country-nationals"]
THEMES = ["housing", "education", "employment", "health", "language-learning", "social-inclusion"]
ACTIVITIES = ["training", "research", "counselling", "mentoring", "awareness-raising"]
FUNDS = ["amif", "esf-plus", "erdf", "erasmus-plus", "horizon-europe"]
HEAD = f"""@prefix ig: <{IG}> . @prefix id: <{ID}> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def make(triples: int, seed: int = 1) -> Iterator[str]:
    """TriG of about so many triples, piece by piece: one source for each project."""
    chance = Random(seed)  # noqa: S311 - nothing secret
    projects = max(1, triples // TRIPLES_OF_A_SOURCE)
    bodies = max(10, projects // 2)
    yield HEAD
    yield from _labels(projects, bodies)
    for number in range(projects):
        yield _source(number, bodies, chance)


def _labels(projects: int, bodies: int) -> Iterator[str]:
    yield f"<{ID}graph/labels> {{\n"
    for number in range(bodies):
        yield f'<{ID}organisation/body-{number}> a ig:Organisation ; skos:prefLabel "Body {number}"@en .\n'
    for number in range(projects):
        yield f'<{ID}project/project-{number}> a ig:Project ; skos:prefLabel "Project {number}"@en .\n'
    for code in COUNTRIES:
        yield f'<{ID}country/{code}> a ig:Country ; ig:isoCode "{code}" ; skos:prefLabel "Country {code}"@en .\n'
    for name in FUNDS:
        yield f'<{ID}fund/{name}> a ig:Fund ; skos:prefLabel "{name}"@en ; ig:acronym "{name.upper()}" .\n'
    for kind, space, names in (
        ("BeneficiaryGroup", GROUP, GROUPS),
        ("Theme", THEME, THEMES),
        ("ActivityType", ACTIVITY, ACTIVITIES),
    ):
        for name in names:
            yield f'<{space}{name}> a ig:{kind} ; skos:notation "{name}" ; skos:prefLabel "{name}"@en .\n'
    yield "}\n"


def _source(number: int, bodies: int, chance: Random) -> str:
    """A source with one project's facts, each with its statement and sentence."""
    project, source = f"<{ID}project/project-{number}>", f"<{ID}source/{number:016x}>"
    year, amount = 2010 + number % 15, f"<{ID}amount/{1000 * (number % 500 + 1)}-EUR>"

    def body() -> str:
        return f"<{ID}organisation/body-{int(bodies * chance.random() ** 2)}>"

    facts = [
        ("implementedBy", body()),
        *(("hasPartner", body()) for _ in range(3)),
        ("fundedBy", f"<{ID}fund/{chance.choice(FUNDS)}>"),
        ("fundedBy", body()),
        *(("coversCountry", f"<{ID}country/{code}>") for code in chance.sample(COUNTRIES, 2)),
        *(("targets", f"<{GROUP}{name}>") for name in chance.sample(GROUPS, 2)),
        ("addresses", f"<{THEME}{chance.choice(THEMES)}>"),
        ("hasActivityType", f"<{ACTIVITY}{chance.choice(ACTIVITIES)}>"),
        ("startDate", f'"{year}"^^xsd:gYear'),
        ("endDate", f'"{year + 2}-06"^^xsd:gYearMonth'),
        ("budget", amount),
    ]
    if number % 7 == 1:
        facts.append(("follows", f"<{ID}project/project-{number - 1}>"))
    lines = [f'{source} {{\n{source} a ig:Source ; dcterms:title "Page {number}" ; dcterms:language "en" .\n']
    lines.append(f"{project} a ig:Project .\n")
    lines.append(f'{amount} a ig:Amount ; ig:amount {number % 500 + 1}000 ; ig:currency "EUR" .\n')
    lines += [_fact(f"{number:x}-{at}", project, name, value, source) for at, (name, value) in enumerate(facts)]
    return "".join([*lines, "}\n"])


def _fact(key: str, project: str, name: str, value: str, source: str) -> str:
    """A fact with its evidence."""
    statement, quote = f"<{ID}statement/{key}>", f"<{ID}statement/{key}/quote/1>"
    return (
        f"{project} ig:{name} {value} .\n"
        f"{statement} a ig:Statement ; rdf:subject {project} ; rdf:predicate ig:{name} ; rdf:object {value} ;\n"
        f' dcterms:source {source} ; ig:rule "en.{name}.made" ; ig:ruleVersion "1" ; ig:confidence 0.9 ;\n'
        f' ig:modality "asserted" ; dcterms:language "en" ; oa:hasSelector {quote} .\n'
        f'{quote} a oa:TextQuoteSelector , oa:TextPositionSelector ; oa:exact "Sentence {key} says so." ;\n'
        f" oa:start 10 ; oa:end 40 .\n"
    )


if __name__ == "__main__":
    sys.stdout.writelines(make(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
