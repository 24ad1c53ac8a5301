"""One language's knowledge, compiled: the automaton over vocabulary, frames and cues, and the finder of values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from graph.marking.compiled import FALLBACK, Cue, Payload, Term, compiled
from graph.marking.currencies import Currencies, Unit
from graph.marking.values import ValueFinder
from ontology.automaton import Automaton, Match
from ontology.lexicon import Frame, Lexicon, Shape, languages, load
from ontology.words import fold, folded_words

PARTS = frozenset({"implementedBy", "hasPartner"})  # of bodies that lead or take part
NAMED_BODIES = PARTS | {"fundedBy", "managedBy"}
_OWN_KEYS = frozenset("startDate endDate period budget currency coversCountry takesPlaceIn targets addresses".split())
_PATH = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_REMEMBERED = 20_000  # lines of texts are looked up, too: an archive has millions
_NUMBER = re.compile(r"\s*(?:\d{1,2}[.)])+\d{0,2}\s+")  # "1.2. Location"
_PLURAL = re.compile(r"(?<=\w)\([^\W\d_]{1,3}\)")  # "Partner(s)"
_SHARED = re.compile(r"(?P<one>\w+)/(?P<two>\w+) (?P<head>\S.*)")  # "Project/Programme number"


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A lexicon with everything compiled from it and from the vocabulary's labels in that language.

    Each language is made once and compared by identity, so that what is worked out from it can be kept beside it.
    """

    lexicon: Lexicon
    automaton: Automaton[Payload]
    values: ValueFinder
    frames: tuple[Frame, ...]
    touching: tuple[Shape, ...]
    fields: FieldLabels

    @property
    def months(self) -> frozenset[str]:
        """The folded names of months."""
        return _months(self)

    @property
    def plural_bodies(self) -> frozenset[str]:
        """The folded words of one word for bodies in the plural: of the lexicon, and those of head nouns."""
        return _plural_bodies(self)

    def folded(self, section: Literal["words", "nouns"], category: str) -> frozenset[str]:
        """The single words of a category of the lexicon, folded, without the marks of patterns."""
        return _folded(self, section, category)

    def scan_by_sort(
        self, words: Sequence[str], first: int, last: int, barriers: Sequence[bool]
    ) -> tuple[list[Match[Term]], list[Match[Cue]], list[Match[Shape]]]:
        """The vocabulary terms, the cues and the anchors of frames in a row of words."""
        terms, cues, anchors = self.automaton.find_by_sort(words, first, last, barriers, 3)
        return cast("list[Match[Term]]", terms), cast("list[Match[Cue]]", cues), cast("list[Match[Shape]]", anchors)

    def scan(self, words: Sequence[str], first: int, last: int, barriers: Sequence[bool]) -> list[Match[Payload]]:
        """All vocabulary terms, cues and anchors of frames in a row of words."""
        return self.automaton.find(words, first, last, barriers)

    def scan_words(self, words: Sequence[str]) -> list[Match[Payload]]:
        """All vocabulary terms, cues and anchors of frames in folded words that nothing parts."""
        return self.scan(words, 0, len(words), [False] * len(words))


@lru_cache(maxsize=1024)
def _folded(language: Language, section: str, category: str) -> frozenset[str]:
    patterns = getattr(language.lexicon, section).get(category, ())
    return frozenset(word for pattern in patterns for word in folded_words(pattern.replace("*", "")))


@lru_cache(maxsize=64)
def _plural_bodies(language: Language) -> frozenset[str]:
    return language.folded("words", "bodies") | {fold(many) for many in language.lexicon.declension.plurals}


@lru_cache(maxsize=64)
def _months(language: Language) -> frozenset[str]:
    return frozenset(map(fold, language.lexicon.months))


ANNOUNCED = frozenset({"hasPartner", "targets", "coversCountry"})
LEAST_ANNOUNCING, MOST_ANNOUNCING = 3, 14  # words of a line that announces a list


class FieldLabels:
    """Finds the property that a field's label stands for, in the document's language or in English."""

    def __init__(self, *lexicons: Lexicon) -> None:
        self._automata: list[Automaton[str]] = []
        self._nouns: set[str] = set()
        self._known: dict[str, tuple[float, str] | None] = {}
        self._currencies = [Currencies(lexicon) for lexicon in lexicons]
        self._units: dict[str, Unit | None] = {}
        for lexicon in lexicons:
            automaton: Automaton[str] = Automaton()
            for name, patterns in lexicon.fields.items():
                for pattern in patterns:
                    automaton.add(pattern, name)
            self._automata.append(automaton)
            self._nouns |= {fold(noun.replace("*", "")) for noun in lexicon.nouns.get("project", ())}

    def property_of(self, label: str) -> str | None:
        """The property (or pseudo-property such as "title") of a label, or None.

        A label may be bilingual ("Beginn / start date"), share a word ("Project/programme number"), be a key
        ("startDate", "start_date"), a path of keys or numbered ("1.2. Location(s)"): the whole is tried first, then its
        parts.
        """
        found = self._found(label)
        return found[1] if found else None

    def announced(self, label: str) -> str | None:
        """What a line that is no label itself announces with one, in a word or two of it ("The consortium brings
        together the following partners"): partners, groups or countries, or None if it speaks of several."""
        words = label.split()
        if not LEAST_ANNOUNCING <= len(words) <= MOST_ANNOUNCING:
            return None
        for size in (2, 1):
            parts = (" ".join(words[i : i + size]) for i in range(len(words) - size + 1))
            found = {one[1] for part in parts if (one := self._found(part)) and one[0] == 1 and one[1] in ANNOUNCED}
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def fit(self, label: str) -> float:
        """The share of a label's words that its property's pattern covers: 1 for a label that the lexicon lists."""
        found = self._found(label)
        return found[0] if found else 0.0

    def unit(self, label: str) -> Unit | None:
        """The unit of money that a label names ("Budget (k€)", "Total in lei"), in the document's language or in
        English."""
        if label not in self._units:
            self._units[label] = next((unit for one in self._currencies if (unit := one.unit(label))), None)
        return self._units[label]

    def _found(self, label: str) -> tuple[float, str] | None:
        if label not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._search(label)
            unit = self.unit(label) if found is None or found[0] < 1 else None
            if unit is not None and (inner := self._search(unit.rest)) and inner[0] > (found[0] if found else 0):
                found = inner
            if (found is None or found[0] < 1) and _PATH.fullmatch(label):
                found = self._by_key(label.rpartition("."), found)
            self._known[label] = found
        return self._known[label]

    def _by_key(self, path: tuple[str, str, str], whole: tuple[float, str] | None) -> tuple[float, str] | None:
        """What the last key of a path says ("dates.start"), where it tells more than all keys together do; an item's
        keys speak of its body ("partners.country")."""
        outer, _, key = path
        inner = self._found(key) if self.property_of(outer) not in NAMED_BODIES else None
        return inner if inner is not None and inner[0] == 1 and inner[1] in _OWN_KEYS else whole

    def _search(self, label: str) -> tuple[float, str] | None:
        plain = _PLURAL.sub("", _NUMBER.sub("", label.replace("_", " "), count=1))
        shared = _SHARED.fullmatch(plain)
        parts = [f"{shared[word]} {shared['head']}" for word in ("one", "two")] if shared else plain.split("/")
        forms = [plain, *(part for part in parts if "/" in plain), _CAMEL.sub(" ", plain)]
        found = [
            hit
            for automaton in self._automata
            for form in forms
            if (hit := self._covering(automaton, folded_words(form)))
        ]
        return max(found, key=lambda hit: hit[0]) if found else None

    def _covering(self, automaton: Automaton[str], words: list[str]) -> tuple[float, str] | None:
        """How much of the words a pattern covers (at least half) and its property; the best of all, an earlier before
        a later."""
        if not words or len(words) > 24:
            return None
        best: tuple[float, int, str] | None = None
        matches = automaton.find(words, 0, len(words))
        ends = {m.last for m in matches if m.payload == "title" and m.first == 0}
        for match in matches:
            if match.payload in NAMED_BODIES and match.last == len(words) and match.first in ends:
                return 1.0, match.payload  # "Name of | the partners"
            size = match.last - match.first
            covers = size * 2 >= len(words) or (len(words) > 6 and size >= 2)
            if covers and (best is None or (size / len(words), -match.first) > best[:2]):
                other = match.payload == "title" and self._of_other_things(words, match.first, match.last)
                best = (size / len(words), -match.first, "ignore" if other else match.payload)
        return (best[0], best[2]) if best else None

    def _of_other_things(self, words: list[str], first: int, last: int) -> bool:
        """Whether a label has a project noun and a word of something else ("Project team"): it gives no title, as
        "Project" and "Project 3" do."""
        rest = [w for w in (*words[:first], *words[last:]) if len(w) > 1 and not w.isdecimal()]
        return last - first == 1 and words[first] in self._nouns and bool(rest)


@lru_cache(maxsize=32)
def language(code: str) -> Language:
    """The compiled language; English for a language without a lexicon."""
    lexicon = load(code if code in languages() else FALLBACK)
    automaton, touching = compiled(lexicon)
    labels = FieldLabels(lexicon, load(FALLBACK))
    return Language(lexicon, automaton, ValueFinder(lexicon), lexicon.frames, touching, labels)
