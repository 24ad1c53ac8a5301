"""The things that one document speaks of: mentions of the same thing brought together.

Within a document, mentions are the same thing if they share a vocabulary entry, a name (folded, without articles and
project nouns) or
an acronym that the document defines. Across documents that is `graph.resolution`'s work.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.marking.mentions import Mention
from graph.model import Entity, Name
from ontology.vocabulary import CONCEPT_KINDS, Entry
from ontology.words import folded_words


@dataclass(slots=True, eq=False)
class Thing:
    """A thing of the document. `names` maps each form as written to how often it stands there; `ranked` says that no
    rule but a ranking of names found it."""

    key: str
    kind: str
    entry: Entry | None = None
    names: dict[str, int] = field(default_factory=dict)
    acronyms: list[str] = field(default_factory=list)
    country: str = ""
    mentions: int = 0
    code: str = ""
    numbers: list[str] = field(default_factory=list)
    ranked: bool = False

    def label(self) -> str:
        """The name to show: the first that was defined."""
        return next(iter(self.names), self.entry.label() if self.entry else self.key)


class Register:
    """Hands out the thing that a mention stands for."""

    def __init__(self, language: str, strip: frozenset[str]) -> None:
        self._language = language
        self._strip = strip
        self._by_name: dict[tuple[str, str], Thing] = {}
        self._by_entry: dict[str, Thing] = {}
        self._things: list[Thing] = []

    def normal(self, name: str) -> str:
        """A name as it is compared: folded, without articles and bare project nouns at its ends."""
        words = folded_words(name)
        while len(words) > 1 and words[0] in self._strip:
            words = words[1:]
        while len(words) > 1 and words[-1] in self._strip:
            words = words[:-1]
        return " ".join(words)

    def find(self, name: str, kinds: frozenset[str] | None = None) -> Thing | None:
        """The thing already known by a name, if any."""
        normal = self.normal(name)
        for kind in (
            sorted(kinds)
            if kinds
            else ("Project", "Organisation", "Fund", "Output", "Event", "Policy", "Call", "Person", "Place")
        ):
            if thing := self._by_name.get((kind, normal)):
                return thing
        return None

    def thing(self, mention: Mention, kind: str | None = None) -> Thing:
        """The thing of a mention, made if new; `kind` says what a name of unknown class is taken for."""
        kind = kind or mention.kind
        entry = mention.entry if mention.entry and mention.entry.kind == kind else None
        found = self._known(kind, entry, mention.name)
        if found is None and kind not in CONCEPT_KINDS:
            found = next(
                (
                    t
                    for form in mention.also
                    if (t := self._by_name.get((kind, self.normal(form))))
                    and (entry is None or t.entry in (None, entry))
                ),
                None,
            )
        if found is None:
            found = Thing(
                f"{kind.lower()}-{len(self._things) + 1}", kind, entry, country=entry.country if entry else ""
            )
            self._things.append(found)
        if entry is not None and found.entry is None:
            found.entry = entry
        found.mentions += 1
        if kind not in CONCEPT_KINDS:
            self._name(found, mention.name)
            for form in mention.also:
                self._name(found, form)
        if entry is not None:
            self._by_entry[self._entry_key(entry)] = found
        return found

    def _entry_key(self, entry: Entry) -> str:
        return entry.iri or f"{entry.kind}:{entry.label()}:{entry.country}"

    def _known(self, kind: str, entry: Entry | None, name: str) -> Thing | None:
        if entry is not None:
            found = self._by_entry.get(self._entry_key(entry))
            if found or kind in CONCEPT_KINDS or kind in ("Country", "Place"):
                return found
        found = self._by_name.get((kind, self.normal(name)))
        if found and entry and found.entry and found.entry is not entry:
            return None
        return found

    def _name(self, thing: Thing, name: str) -> None:
        thing.names[name] = thing.names.get(name, 0) + 1
        self._by_name.setdefault((thing.kind, self.normal(name)), thing)

    def alias(self, thing: Thing, name: str, acronym: bool = False) -> None:
        """Make `name` a further name of a thing."""
        if name:
            self._name(thing, name)
            if acronym and name not in thing.acronyms:
                thing.acronyms.append(name)

    def things(self, kind: str | None = None) -> list[Thing]:
        """All things, or those of a kind, in order of first mention."""
        return [t for t in self._things if kind is None or t.kind == kind]

    def entity(self, thing: Thing) -> Entity:
        """The thing as the reading gives it on."""
        names = tuple(Name(text, self._language) for text in thing.names)
        ref = thing.entry.iri if thing.entry and thing.entry.iri else None
        if thing.entry and not names:
            names = (Name(thing.entry.label(self._language), self._language),)
        if thing.entry and not thing.entry.iri:
            names = (
                *names,
                *(Name(text, "") for text, lang in thing.entry.labels if not lang and text not in thing.names),
            )
        return Entity(
            thing.key, thing.kind, names, ref, tuple(thing.acronyms), thing.country or None, tuple(thing.numbers)
        )
