"""What is known of each document's entity: its names taken apart, its country, codes and addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.identity.forms import NameForm, form_of, project_form
from graph.identity.offices import Office, office_of
from graph.model import Entity, Reading, Value
from graph.privacy.withholding import MASK
from ontology import vocabulary
from ontology.namespaces import DCTERMS, IG
from ontology.naming import naming

Node = tuple[str, str]
"""An entity of a document: the document's source and the entity's key."""
TITLED = frozenset({"Project", "Fund", "Call", "Output", "Event", "Policy"})
HOMES = {
    "it": "IT",
    "pl": "PL",
    "cs": "CZ",
    "fi": "FI",
    "hu": "HU",
    "mt": "MT",
    "sl": "SI",
    "el": "GR",
    "ro": "RO",
    "sk": "SK",
    "hr": "HR",
    "bg": "BG",
    "et": "EE",
    "lv": "LV",
    "lt": "LT",
    "da": "DK",
    "uk": "UA",
    "sv": "SE",
}
"""Languages that are at home in one country above all: a national body in such a language is that country's."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity as resolution sees it.

    `ref` is its vocabulary entry, also that of a country office whose name the entry does not list. `country` is whose
    national body it is, or where a place lies ("" if unknown). `codes` are register numbers, `addresses` websites.
    """

    node: Node
    entity: Entity
    forms: tuple[NameForm, ...]
    ref: str = ""
    country: str = ""
    codes: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    office: Office | None = None

    @property
    def is_of_one_country(self) -> bool:
        """Whether it is a place, or a body of a kind and name that each country may have."""
        return self.entity.kind == "Place" or any(f.head in naming().national or f.places for f in self.forms)

    @property
    def phases(self) -> frozenset[str]:
        """The numbers of phases or editions in its names."""
        return frozenset(form.phase for form in self.forms if form.phase)


def profiles_of(readings: Sequence[Reading]) -> dict[Node, Profile]:
    """The profiles of all entities of all readings.

    One entity of each vocabulary entry also has the names that the vocabulary knows, so that others may find them.
    """
    return labelled({profile.node: profile for reading in readings for profile in profiles_of_reading(reading)})


def labelled(found: dict[Node, Profile]) -> dict[Node, Profile]:
    """The same profiles, of which the first of each body of the vocabulary has the names that it knows."""
    firsts: dict[str, Node] = {}
    for node, profile in found.items():
        if profile.entity.kind == "Organisation" and profile.ref in vocabulary.entries():
            firsts[profile.ref] = min(node, firsts.get(profile.ref, node))
    for node in firsts.values():
        found[node] = with_labels(found[node])
    return found


def with_labels(profile: Profile) -> Profile:
    """The profile of a body of the vocabulary with the names that the vocabulary knows; any other as it is."""
    if profile.entity.kind != "Organisation" or profile.ref not in vocabulary.entries():
        return profile
    labels = (form_of(label, language) for label, language in vocabulary.entries()[profile.ref].labels)
    return replace(profile, forms=tuple(dict.fromkeys((*profile.forms, *labels))))


def profiles_of_reading(reading: Reading) -> list[Profile]:
    """The profiles of the entities of one reading."""
    codes, addresses, seats = _values(reading), _values(reading, "website", "url"), _seats(reading)
    context = _context(reading)
    found = []
    for entity in reading.entities:
        key = entity.key
        forms = forms_of(entity)
        office = office_of_entity(entity) if entity.kind == "Organisation" else None
        ref = entity.ref or (office.entry if office else "")
        country = entity.country or _country(entity, forms, seats.get(key, set()), context, reading.document.language)
        node = reading.document.source, key
        found.append(
            Profile(node, entity, forms, ref, country or "", _codes(entity, ref, codes), addresses.get(key, ()), office)
        )
    return found


def _codes(entity: Entity, ref: str, stated: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The register numbers of an entity: those that the document states, and of a body those of its entry."""
    known = _numbers_of_entry(ref) if ref and entity.kind == "Organisation" else ()
    return tuple(dict.fromkeys((*stated.get(entity.key, ()), *entity.numbers, *known)))


def forms_of(entity: Entity) -> tuple[NameForm, ...]:
    """The forms of an entity's names; one with a masked part names nothing that others could share."""
    make = project_form if entity.kind in TITLED else form_of
    names = [name for name in entity.names if name.text.strip() and MASK not in name.text]
    return tuple(dict.fromkeys(make(name.text, name.language) for name in names))


def office_of_entity(entity: Entity) -> Office | None:
    """The country office that a body's names speak of, if any."""
    if entity.ref and entity.ref not in _office_parents(entity):
        return None
    return next((office for name in entity.names if (office := office_of(name.text))), None)


def _office_parents(entity: Entity) -> set[str]:
    """Parents that all of an entity's names say are but the parent of it: then the entity is the office."""
    offices = [office_of(name.text) for name in entity.names]
    return {office.parent for office in offices if office} if offices and all(offices) else set()


def _values(reading: Reading, predicate: str = "code", kind: str = "code") -> dict[str, tuple[str, ...]]:
    """The literal objects of a property, by subject."""
    found: dict[str, dict[str, None]] = {}
    for statement in reading.statements:
        value = statement.object
        if statement.predicate == predicate and isinstance(value, Value) and statement.modality != "negated":
            found.setdefault(statement.subject, {})[value.text] = None
    return {key: tuple(sorted(values)) for key, values in found.items()}


def _seats(reading: Reading) -> dict[str, set[str]]:
    """The countries in which the reading says that a body is present."""
    countries = _countries(reading)
    found: dict[str, set[str]] = {}
    for statement in reading.statements:
        if statement.predicate == "presentIn" and statement.object in countries and statement.modality != "negated":
            found.setdefault(statement.subject, set()).add(countries[str(statement.object)])
    return found


def _countries(reading: Reading) -> dict[str | Value, str]:
    return {e.key: e.country for e in reading.entities if e.kind == "Country" and e.country}


def _context(reading: Reading) -> set[str]:
    """The countries that the reading's projects and events cover."""
    countries = _countries(reading)
    return {
        countries[s.object]
        for s in reading.statements
        if s.predicate == "coversCountry" and s.object in countries and s.modality != "negated"
    }


def _country(
    entity: Entity, forms: tuple[NameForm, ...], seats: set[str], context: set[str], language: str
) -> str | None:
    """Whose body it is: what its name says, where it is, else (national bodies only) what the document is about."""
    if entity.ref:
        return _seat_of_entry(entity.ref)
    hosted = any(form.head in naming().hosted for form in forms)
    named = {country for form in forms for country in form.countries} if not hosted else set()
    placed = {country for form in forms for _, country in form.places}
    if len(placed) > 1:  # a namesake elsewhere needs a text that speaks of its country
        placed = placed & (seats or context) or {country for form in forms for _, country in form.places[:1]}
    for known in (named, placed, seats):
        if known:
            return min(known) if len(known) == 1 else None
    if entity.kind != "Organisation" or not any(form.head in naming().national for form in forms):
        return None
    home = HOMES.get(language)
    if home and not hosted and any(form.language == language for form in forms) and (not context or home in context):
        return home
    return min(context) if len(context) == 1 else None


@lru_cache(maxsize=10_000)
def _numbers_of_entry(iri: str) -> tuple[str, ...]:
    """The numbers in registers that the vocabulary knows of a body."""
    return tuple(sorted(o.value for p, o in vocabulary.describe(iri) if p == DCTERMS + "identifier"))


@lru_cache(maxsize=10_000)
def _seat_of_entry(iri: str) -> str | None:
    """The country of a vocabulary entry, or the one in which the vocabulary says that it is."""
    if iri not in vocabulary.entries():
        return None
    seats = {o.value.rsplit("/", 1)[-1] for p, o in vocabulary.describe(iri) if p == IG + "presentIn"}
    return vocabulary.entries()[iri].country or (min(seats) if len(seats) == 1 else None)
