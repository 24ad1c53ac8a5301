"""By what two entities may be joined: keys, each with the ground that it stands for.

Two entities that share a key are candidates; `graph.identity.clusters` joins them unless something speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.identity.forms import NameForm, folded_place
from graph.identity.profiles import TITLED, Profile
from graph.identity.scripts import form_in_latin
from ontology.naming import naming, stem

LOCAL_KINDS = frozenset({"Event", "Output", "Call", "Person"})
LEAST_WORDS_ACROSS = 4


@dataclass(frozen=True, slots=True, order=True)
class Ground:
    """Why two entities are one: `rank` orders the grounds (the surest first), `score` is how sure it is (0 to 1)."""

    rank: int
    name: str
    score: float

    def __hash__(self) -> int:
        return self.rank  # there are ten, and each entity asks for several


ENTRY = Ground(0, "the same vocabulary entry", 1.0)
DECIDED = Ground(1, "decided by a person", 1.0)
CODE = Ground(2, "the same register number", 0.99)
OFFICE = Ground(3, "the same country office", 0.98)
NAME = Ground(4, "the same name", 0.97)
PLACE = Ground(5, "the same place in the same country", 0.97)
MEANING = Ground(6, "the same name in other words", 0.95)
ADDRESS = Ground(7, "the same address", 0.95)
INFLECTED = Ground(8, "the same name in another case", 0.93)
SHORT = Ground(9, "the same short name", 0.9)
GROUNDS = {ground.rank: ground for ground in list(globals().values()) if isinstance(ground, Ground)}
"""All grounds, by rank."""


def keys_of(profile: Profile) -> Iterator[tuple[Ground, str]]:
    """The keys of an entity, with their grounds."""
    kind = profile.entity.kind
    if profile.ref:
        yield ENTRY, profile.ref
    yield from ((CODE, f"{kind} {_code(code)}") for code in profile.codes if _is_telling(code))
    if kind in TITLED:
        yield from ((ADDRESS, f"{kind} {address}") for address in map(_address, profile.addresses) if "/" in address)
    if profile.office:
        yield OFFICE, f"{profile.office.parent} {profile.office.country} {profile.office.city}"
    for form in profile.forms:
        yield from _name_keys(profile, form)


def _name_keys(profile: Profile, form: NameForm) -> Iterable[tuple[Ground, str]]:
    kind, source = profile.entity.kind, profile.node[0]
    if not form.plain:
        return
    name = " ".join(form.plain)
    if kind == "Place":
        where = profile.entity.country
        known = sorted({first for first, country in folded_place(form.text) if country == where})
        yield PLACE, f"{where or source} {known[0] if len(known) == 1 else name}"
        return
    if kind in LOCAL_KINDS and len(form.plain) < LEAST_WORDS_ACROSS:
        yield NAME, f"{kind} {source} {name}"
        return
    scope = _scope(profile, form)
    if scope is None:
        yield NAME, f"{kind} {source} {name}"
        return
    yield (NAME if len(form.plain) > 1 else SHORT), f"{kind} {scope} {name}"
    if (latin := form_in_latin(form)) is not None:
        if all(word.isascii() for word in latin.plain) and len(latin.plain) > 1:
            yield NAME, f"{kind} {scope} {' '.join(latin.plain)}"
        if kind == "Organisation" and (meaning := _meaning(profile, latin)):
            yield MEANING, meaning
    if kind == "Organisation":
        yield from ((MEANING, found) for one in (form, *_in_base_form(form)) if (found := _meaning(profile, one)))
    if (endings := naming().endings.get(form.language)) and len(form.plain) > 1:
        stems = [stem(word, endings) for word in form.plain]
        yield INFLECTED, f"{kind} {scope} {form.language} {' '.join(stems)}"


def _scope(profile: Profile, form: NameForm) -> str | None:
    """Where a name stands for one thing: everywhere (""), in a country, or only in its document (None)."""
    if form.head in naming().national:
        return profile.country or None
    if profile.entity.kind == "Project" and " " in form.text and form.text.split()[0].islower():
        return None  # "four-year project for newcomers" describes one, it names none
    if form.places:
        return profile.country or ("" if len({country for _, country in form.places}) == 1 else None)
    return "" if form.is_distinctive else None


def _meaning(profile: Profile, form: NameForm) -> str:
    """A body's name as kind, topics, own words, place and country, as other languages have it ("" for too little)."""
    if not form.head:
        return f"{' '.join(form.own)} @{form.countries[0]}" if len(form.countries) == 1 and _is_own(form) else ""
    country = profile.country if form.head in naming().national else "".join(form.countries[:1])
    if form.head in naming().national and not country:
        return ""
    place = ""
    if form.places:
        fitting = [name for name, where in form.places if where == (profile.country or where)]
        if len(fitting) != 1:
            return ""
        place, country = fitting[0], next(where for name, where in form.places if name == fitting[0])
    if not (_is_own(form) or place or country):
        return ""
    return f"{form.head} {' '.join(form.topics)} {' '.join(form.own)} ~{place} @{country}"


def _in_base_form(form: NameForm) -> Iterator[NameForm]:
    """A town's or region's name without the ending that it has before its head noun ("Zornan kaupunki")."""
    if form.head in naming().territorial and not form.places and len(form.own) == 1:
        for ending in naming().genitives.get(form.language, ()):
            if form.own[0].endswith(ending):
                yield replace(form, own=(form.own[0].removesuffix(ending),))


def _is_own(form: NameForm) -> bool:
    return sum(map(len, form.own)) >= 4


def _code(code: str) -> str:
    return "".join(char for char in code.casefold() if char.isalnum())


def _is_telling(code: str) -> bool:
    """Whether a number can hardly be another register's too: six characters or more, two of them digits."""
    plain = _code(code)
    return len(plain) >= 6 and sum(char.isdigit() for char in plain) >= 2


def _address(url: str) -> str:
    """An address as it is compared: without scheme, "www." and a slash at the end; of a page, not of a whole site."""
    rest = url.casefold().partition("://")[2] or url.casefold()
    return rest.removeprefix("www.").rstrip("/")
