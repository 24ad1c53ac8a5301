"""The annotated corpus is sound: well-formed, within the known terms, and true to its documents.

`tune/` holds the documents that rules may be measured and improved on, `aside/` those that nobody who writes rules
may look at; `gold/` says of each which facts a careful reader takes from it, which are defensible either way, and
which are traps.
"""
from __future__ import annotations

import collections
import html
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).resolve().parent
SETS = ("tune", "aside")

# Documents per language: (tune, aside). A file that gets lost, or slips from one set to the other, is noticed here.
COUNTS = {
    "cs": (10, 3), "de": (18, 3), "el": (10, 3), "en": (32, 5), "es": (14, 2), "fi": (8, 3), "fr": (13, 3), "hu": (4, 0),
    "it": (17, 2), "mt": (6, 1), "nl": (8, 3), "pl": (13, 4), "pt": (11, 3), "ro": (7, 2), "sl": (6, 2), "sv": (10, 3), "uk": (8, 0),
}


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


ENTITY_TYPES = words("Organisation Project Fund Call Place Event Output Policy Person")

GROUPS = words("""
    third-country-nationals migrants migrant-workers vulnerable-migrants refugees asylum-seekers
    international-protection temporary-protection stateless-persons victims-of-trafficking unaccompanied-minors
    migrant-children migrant-youth migrant-women migrant-families migrant-spouses children-left-behind returnees
    resettled-refugees irregular-migrants international-students displaced-persons migrant-background diaspora
    lgbtiq-migrants migrants-with-disabilities older-migrants care-leavers roma women children host-communities
    local-authorities public-officials service-providers teachers health-workers employers civil-society
    volunteers students researchers journalists
""")
THEMES = words("""
    social-inclusion labour-market education language health psychosocial housing digital-skills participation
    social-cohesion access-to-services anti-discrimination reception legal-rights family-reunification
    return-reintegration resettlement-relocation counter-trafficking child-protection gender-equality
    legal-pathways entrepreneurship skills-recognition vocational-training migration-development research-data
    integration-policy culture-sport
""")
ACTIVITIES = words("""
    training language-course research exchange-of-practice conference workshop awareness-raising
    information-service counselling mentoring pilot network-building guidelines policy-advice coordination
    cultural-mediation housing-support job-placement psychosocial-support legal-assistance monitoring-evaluation
    financial-support volunteering media-production humanitarian-aid
""")
NOTATIONS = {"group": GROUPS, "theme": THEMES, "activity": ACTIVITIES}

# Of each property: the classes of its subject; the classes, the scheme or the kind of literal of its object.
PROPERTIES: dict[str, tuple[str, str]] = {
    "implementedBy": ("Project", "Organisation"),
    "hasPartner": ("Project", "Organisation"),
    "fundedBy": ("Project Event", "Fund Organisation"),
    "coversCountry": ("Project Event", "country"),
    "targets": ("Project", "group"),
    "addresses": ("Project", "theme"),
    "hasActivityType": ("Project", "activity"),
    "takesPlaceIn": ("Project Event", "Place"),
    "partOf": ("Project", "Project"),
    "follows": ("Project", "Project"),
    "hasOutput": ("Project", "Output"),
    "hasEvent": ("Project", "Event"),
    "alignedWith": ("Project", "Policy"),
    "managedBy": ("Fund Call", "Organisation"),
    "underFund": ("Call Fund", "Fund"),
    "presentIn": ("Organisation", "country"),
    "unitOf": ("Organisation", "Organisation"),
    "cooperatesWith": ("Organisation", "Organisation"),
    "hasRole": ("Person", "Organisation Project"),
    "code": ("Project", "text"),
    "website": ("Project", "text"),
    "startDate": ("Project", "date"),
    "endDate": ("Project", "date"),
    "date": ("Event", "date"),
    "deadline": ("Call", "date"),
    "budget": ("Project Call", "money"),
}
LITERALS = {
    "text": re.compile(r"\S(?:.*\S)?"),
    "date": re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"),
    "money": re.compile(r"\d+(?:\.\d+)? [A-Z]{3}"),
}
COUNTRY = re.compile(r"country:(?!EU$)[A-Z]{2}")
KINDS = ("facts", "optional", "forbidden")
MIN_FACTS, MIN_WORDS, MAX_WORDS = 6, 60, 1000

GOLD_FILES = sorted((CORPUS / "gold").glob("*.json"))
Gold = dict[str, Any]


def read_gold(path: Path) -> Gold:
    """The annotations of one document."""
    gold: Gold = json.loads(path.read_text("utf-8"))
    return gold


def read_text(gold: Gold) -> str:
    """The document as a person sees it: character references and JSON escapes resolved."""
    path: Path = CORPUS / gold["set"] / gold["doc"]
    raw = path.read_text("utf-8")
    if gold["doc"].endswith(".html"):
        return html.unescape(raw)
    if gold["doc"].endswith(".json"):
        return json.dumps(json.loads(raw), ensure_ascii=False)
    return raw


def fold(text: str) -> str:
    """Without what does not matter for finding a name: case, markup, line breaks, kinds of quotes and dashes."""
    text = unicodedata.normalize("NFC", text).casefold()
    text = re.sub(r"<[^>]*>", " ", text)
    text = re.sub("[\"'’‘“”„«»‹›*_\\\\]", "", text)
    return " ".join(re.sub("[–—-]", "-", text).split())


def label(gold: Gold, fact: list[str]) -> str:
    """How a fact is named in a message of failure."""
    return f"{gold['doc']}: {' · '.join(fact)}"


@pytest.fixture(params=GOLD_FILES, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> Gold:
    """Each gold file in turn."""
    return read_gold(request.param)


def test_documents_and_gold_files_belong_together() -> None:
    documents = {name: {p.name for p in (CORPUS / name).iterdir()} for name in SETS}
    annotated: dict[str, set[str]] = {name: set() for name in SETS}
    for path in GOLD_FILES:
        gold = read_gold(path)
        assert path.stem == Path(gold["doc"]).stem
        annotated[gold["set"]].add(gold["doc"])
    assert annotated == documents
    assert not documents["tune"] & documents["aside"]


def test_counts_per_language() -> None:
    found: collections.Counter[tuple[str, str]] = collections.Counter()
    for path in GOLD_FILES:
        gold = read_gold(path)
        found[gold["lang"], gold["set"]] += 1
    assert {lang: (found[lang, "tune"], found[lang, "aside"]) for lang, _ in found} == COUNTS


def test_numbers_are_unique_and_name_the_language() -> None:
    numbers = [path.stem.split("_")[0] for path in GOLD_FILES]
    assert len(set(numbers)) == len(numbers)
    for path in GOLD_FILES:
        assert re.fullmatch(r"\d{3}_[a-z]{2}_[a-z0-9-]+", path.stem), path.name
        assert path.stem.split("_")[1] == read_gold(path)["lang"]


def test_has_all_parts(gold: Gold) -> None:
    assert set(gold) == {"doc", "lang", "set", "entities", *KINDS, "private_names"}
    assert gold["set"] in SETS
    assert len(gold["facts"]) >= MIN_FACTS
    assert gold["optional"], "a gold file without optional facts is annotated too narrowly"
    assert gold["forbidden"], "a gold file without a trap tests nothing beyond recall"


def test_length_of_document(gold: Gold) -> None:
    length = len(fold(read_text(gold)).split())
    assert MIN_WORDS <= length <= MAX_WORDS, f"{gold['doc']}: {length} words"


def test_entities_are_named_in_the_text(gold: Gold) -> None:
    text = fold(read_text(gold))
    for key, entity in gold["entities"].items():
        assert set(entity) == {"type", "names"} and entity["names"], key
        assert entity["type"] in ENTITY_TYPES, key
        assert len(set(entity["names"])) == len(entity["names"]), f"{key}: a name is given twice"
        assert any(fold(name) in text for name in entity["names"]), f"{gold['doc']}: no name of {key} is in the text"


def test_facts_use_known_terms(gold: Gold) -> None:
    for kind in KINDS:
        for fact in gold[kind]:
            subject, predicate, obj = fact
            assert subject in gold["entities"], label(gold, fact)
            assert predicate in PROPERTIES, label(gold, fact)
            assert is_object(gold, predicate, obj), label(gold, fact)


def is_object(gold: Gold, predicate: str, obj: str) -> bool:
    """Whether the object is of the form that the property asks for: a defined entity, a known notation, a literal."""
    wanted = PROPERTIES[predicate][1]
    if wanted in LITERALS:
        return LITERALS[wanted].fullmatch(obj) is not None
    if wanted == "country":
        return COUNTRY.fullmatch(obj) is not None
    if wanted in NOTATIONS:
        scheme, _, notation = obj.partition(":")
        return scheme == wanted and notation in NOTATIONS[wanted]
    return obj in gold["entities"]


def test_facts_fit_domain_and_range(gold: Gold) -> None:
    entities = gold["entities"]
    for fact in gold["facts"]:
        subject, predicate, obj = fact
        domain, wanted = (part.split() for part in PROPERTIES[predicate])
        assert entities[subject]["type"] in domain, label(gold, fact)
        if obj in entities and ENTITY_TYPES.issuperset(wanted):
            assert entities[obj]["type"] in wanted, label(gold, fact)


def test_no_fact_is_judged_twice(gold: Gold) -> None:
    seen: dict[tuple[str, ...], str] = {}
    for kind in KINDS:
        for fact in gold[kind]:
            assert tuple(fact) not in seen, f"{label(gold, fact)} is in {kind} and in {seen[tuple(fact)]}"
            seen[tuple(fact)] = kind


def test_codes_and_websites_are_verbatim(gold: Gold) -> None:
    text = read_text(gold)
    for fact in gold["facts"]:
        if PROPERTIES[fact[1]][1] == "text":
            assert fact[2] in text, label(gold, fact)


def test_private_names_are_in_the_text_and_nowhere_else(gold: Gold) -> None:
    text = read_text(gold)
    names = [fold(name) for entity in gold["entities"].values() for name in entity["names"]]
    for private in gold["private_names"]:
        assert private in text, f"{gold['doc']}: {private} is not in the text"
        assert not any(fold(private) in name for name in names), f"{gold['doc']}: {private} is in the name of an entity"


def test_every_property_is_exercised() -> None:
    used = {fact[1] for path in GOLD_FILES for fact in read_gold(path)["facts"]}
    assert set(PROPERTIES) - used == set()
