"""The authority files: well-formed, unambiguous where they must be, and able to find the names they are for."""
from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files

import pyoxigraph as ox
import pytest
from babel import Locale

from ontology.automaton import Automaton
from ontology.patterns import expand
from ontology.words import folded_words

IG = "https://w3id.org/integraph/ontology#"
ID = "https://w3id.org/integraph/id/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
KINDS = {
    "funds": ("Fund", "fund", 200),
    "bodies": ("Organisation", "organisation", 800),
    "policies": ("Policy", "policy", 60),
}
NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
LITERAL = {SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", SKOS + "note", IG + "acronym", IG + "pattern"}
RELATIONS = {IG + "managedBy": "bodies", IG + "unitOf": "bodies", IG + "underFund": "funds"}
Pairs = list[tuple[str, ox.NamedNode | ox.Literal]]


@cache
def load(name: str) -> dict[str, Pairs]:
    """The entries of one authority file: IRI to its (predicate, object) pairs."""
    data = (files("ontology") / "authorities" / f"{name}.ttl").read_bytes()
    entries: dict[str, Pairs] = {}
    for triple in ox.parse(data, format=ox.RdfFormat.TURTLE):
        assert isinstance(triple.subject, ox.NamedNode)
        assert isinstance(triple.object, (ox.NamedNode, ox.Literal))
        entries.setdefault(triple.subject.value, []).append((triple.predicate.value, triple.object))
    return entries


def literals(pairs: Pairs, *predicates: str) -> list[ox.Literal]:
    """The literal values of some properties."""
    return [o for p, o in pairs if p in predicates and isinstance(o, ox.Literal)]


@cache
def automaton(name: str) -> Automaton[str]:
    """Everything by which the entries of a file are found, acronyms apart."""
    found: Automaton[str] = Automaton()
    for iri, pairs in load(name).items():
        for label in literals(pairs, SKOS + "prefLabel", SKOS + "altLabel"):
            found.add_row(folded_words(label.value), iri)
        for pattern in literals(pairs, IG + "pattern"):
            found.add(pattern.value, iri)
    return found


def longest(name: str, text: str) -> set[str]:
    """The slugs of the longest match of `text` (several where entries share it)."""
    words = folded_words(text)
    matches = automaton(name).find(words, 0, len(words))
    width = max((match.last - match.first for match in matches), default=0)
    return {match.payload.rsplit("/", 1)[-1] for match in matches if match.last - match.first == width}


@pytest.mark.parametrize("name", KINDS)
def test_form(name: str) -> None:
    kind, segment, least = KINDS[name]
    entries = load(name)
    assert len(entries) >= least
    for iri, pairs in entries.items():
        assert re.fullmatch(rf"{re.escape(ID)}{segment}/[a-z0-9]+(-[a-z0-9]+)*", iri)
        assert [o.value for p, o in pairs if p == RDF_TYPE] == [IG + kind], iri
        languages = Counter(label.language for label in literals(pairs, SKOS + "prefLabel"))
        assert "en" in languages and set(languages.values()) == {1}, iri
        for value in literals(pairs, *LITERAL):
            assert value.language and re.fullmatch("[a-z]{2}", value.language), (iri, value.value)
            assert value.value == value.value.strip() and "  " not in value.value, (iri, value.value)


@pytest.mark.parametrize("name", KINDS)
def test_each_entry_is_written_once(name: str) -> None:
    text = (files("ontology") / "authorities" / f"{name}.ttl").read_text("utf-8")
    subjects = Counter(re.findall(r"^(id-[a-z]+:\S+) a ig:", text, flags=re.MULTILINE))
    assert len(subjects) == len(load(name))
    assert [s for s, count in subjects.items() if count > 1] == []


@pytest.mark.parametrize("name", KINDS)
def test_no_name_belongs_to_two_entries(name: str) -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for iri, pairs in load(name).items():
        for label in literals(pairs, SKOS + "prefLabel", SKOS + "altLabel"):
            owners.setdefault((*folded_words(label.value), label.language or ""), set()).add(iri)
    assert {key: iris for key, iris in owners.items() if len(iris) > 1} == {}


@pytest.mark.parametrize("name", KINDS)
def test_no_label_is_taken_by_the_pattern_of_another_entry(name: str) -> None:
    wrong = []
    for iri, pairs in load(name).items():
        for label in literals(pairs, SKOS + "prefLabel", SKOS + "altLabel"):
            found = longest(name, label.value)
            if found != {iri.rsplit("/", 1)[-1]}:
                wrong.append((label.value, sorted(found)))
    assert wrong == []


def test_acronyms() -> None:
    owners: dict[str, set[str]] = {}
    for name in KINDS:
        for iri, pairs in load(name).items():
            for acronym in literals(pairs, IG + "acronym"):
                assert len(acronym.value) >= 2 and any(c.isupper() for c in acronym.value), (iri, acronym.value)
                owners.setdefault(acronym.value, set()).add(iri)
    assert {acronym: iris for acronym, iris in owners.items() if len(iris) > 1} == {}


@pytest.mark.parametrize("name", KINDS)
def test_patterns_expand(name: str) -> None:
    for iri, pairs in load(name).items():
        for pattern in literals(pairs, IG + "pattern"):
            for row in expand(pattern.value):
                assert row != ("",) and sum(len(e.strip("*")) for e in row) >= 5, (iri, pattern.value, row)


@pytest.mark.parametrize("name", KINDS)
def test_relations_lead_somewhere(name: str) -> None:
    countries = {code for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", str(code))} - NO_COUNTRIES
    for iri, pairs in load(name).items():
        for predicate, value in pairs:
            if predicate == IG + "presentIn":
                assert value.value.removeprefix(ID + "country/") in countries, (iri, value.value)
            elif predicate in RELATIONS:
                assert value.value in load(RELATIONS[predicate]) and value.value != iri, (iri, value.value)
            elif predicate == IG + "ambiguous":
                assert value.value == "true"


FOUND = [
    ("funds", "das Projekt wird aus Mitteln des Asyl-, Migrations- und Integrationsfonds gefördert", "amif"),
    ("funds", "cofinanziato dal Fondo Asilo Migrazione e Integrazione", "amif"),
    ("funds", "współfinansowany z Funduszu Azylu, Migracji i Integracji", "amif"),
    ("funds", "spolufinancován z Azylového, migračního a integračního fondu", "amif"),
    ("funds", "με χρηματοδότηση του Ταμείου Ασύλου, Μετανάστευσης και Ένταξης", "amif"),
    ("funds", "Turvapaikka-, maahanmuutto- ja kotouttamisrahaston tuella", "amif"),
    ("funds", "a Menekültügyi, Migrációs és Integrációs Alapból", "amif"),
    ("funds", "sklada za azil, migracije in vključevanje", "amif"),
    ("funds", "prin Fondul pentru azil, migrație și integrare", "amif"),
    ("funds", "under the European Fund for the Integration of third-country nationals", "eif"),
    ("funds", "del Fondo europeo per l'integrazione dei cittadini dei Paesi terzi", "eif"),
    ("funds", "funded by the European Social Fund Plus", "esf-plus"),
    ("funds", "funded by the European Social Fund", "esf"),
    ("funds", "z Europejskiego Funduszu Społecznego", "esf"),
    ("funds", "z Evropského sociálního fondu plus", "esf-plus"),
    ("funds", "an Erasmus+ project", "erasmus-plus"),
    ("funds", "en el marco de Horizonte 2020", "horizon-2020"),
    ("funds", "Fonds fiduciaire d'urgence de l'Union européenne pour l'Afrique", "eutf-africa"),
    ("funds", "w ramach Krajowego Planu Odbudowy", "kpo-poland"),
    ("bodies", "the Italian Ministry of the Interior", "ministero-interno-italy"),
    ("bodies", "Ministry of Interior of the Slovak Republic", "mv-slovakia"),
    ("bodies", "il Ministero dell'Interno", "ministero-interno-italy"),
    ("bodies", "we współpracy z Ministerstwem Spraw Wewnętrznych i Administracji", "mswia"),
    ("bodies", "Ministerstva vnitra České republiky", "mv-czechia"),
    ("bodies", "des Bundesamtes für Migration und Flüchtlinge", "bamf"),
    ("bodies", "del Alto Comisionado de las Naciones Unidas para los Refugiados", "unhcr"),
    ("bodies", "Międzynarodowej Organizacji ds. Migracji", "iom"),
    ("bodies", "του Διεθνούς Οργανισμού Μετανάστευσης", "iom"),
    ("bodies", "IOM Malta", "iom-malta"),
    ("bodies", "OIM Italia", "iom-italy"),
    ("bodies", "Úřadu vlády České republiky", "uoou-vlada"),
    ("bodies", "Evropskou unií", "european-union"),
    ("bodies", "Unii Europejskiej", "european-union"),
    ("bodies", "der Europäischen Union", "european-union"),
    ("bodies", "Ίδρυμα Σταύρος Νιάρχος", "stavros-niarchos-foundation"),
    ("bodies", "Bureau of Population, Refugees, and Migration", "prm"),
    ("policies", "l'Agenda 2030", "agenda-2030"),
    ("policies", "EU Action Plan on Integration and Inclusion 2021–27", "action-plan-integration-inclusion-2021-2027"),
    ("policies", "nowego Paktu o migracji i azylu", "pact-migration-asylum"),
    ("policies", "Global Compact for Safe, Orderly and Regular Migration", "global-compact-migration"),
]


@pytest.mark.parametrize(("name", "text", "slug"), FOUND)
def test_finds(name: str, text: str, slug: str) -> None:
    assert longest(name, text) == {slug}


NOT_FOUND = [
    ("bodies", "the Ministry of the Interior"),
    ("bodies", "Ministère de l'Intérieur"),
    ("bodies", "Ministerio del Interior"),
    ("bodies", "working from a home office"),
    ("funds", "funds for asylum and integration"),
    ("funds", "tasse e imposte, fra cui il gettito del IRPF"),
    ("funds", "Erasmus University Rotterdam"),
    ("funds", "the progress that the programme made"),
    ("funds", "aktywni obywatele miasta"),
    ("policies", "the integration of refugees"),
    ("policies", "a plan of action"),
]


@pytest.mark.parametrize(("name", "text"), NOT_FOUND)
def test_does_not_find(name: str, text: str) -> None:
    assert longest(name, text) == set()
