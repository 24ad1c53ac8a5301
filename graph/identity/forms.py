"""Names taken apart for comparison: legal form, kind of body, topic, country, place, phase, and what is the name's own.

A form depends on the name and its language only, never on other names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.naming import Naming, Part, naming, place_names, project_nouns, stem
from ontology.words import WORD, fold, folded_words

_ROMAN = re.compile(r"(?:[IVX]{1,4}|[A-H])")
_DIGITS = re.compile(r"\d{1,2}")
_LONGEST_PLACE = 4
_LEAST_STEM = 3
_IN_CHARGE = "ministry"


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name taken apart; all words are folded.

    `plain` is the name without legal form, articles before it, and with phases as "#2"; `head` the kind of body ("" for
    none), `topics` what it is in charge of, `own` the words that are its own, sorted; `countries` the countries it
    names, `places` the places as (name, country), the largest first; `phase` the number of phase or edition; `part`
    whether it is but the name of a part or of something that many bodies have.
    """

    text: str
    language: str
    plain: tuple[str, ...]
    head: str = ""
    topics: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    phase: str = ""
    part: bool = False

    @property
    def is_distinctive(self) -> bool:
        """Whether the name as a whole can hardly be borne by two things of a class.

        Two own words, or one that is no everyday word: four letters or more with a capital or a digit inside.
        """
        if len(self.plain) == 1:
            return len(self.text) >= 4 and any(c.isupper() or c.isdigit() for c in self.text.strip()[1:])
        if not self.head and not self.part:
            return True
        if self.head and self.countries:
            return True
        return sum(map(len, self.own)) >= 4 and (not self.part or len(self.own) >= 3)


@lru_cache(maxsize=100_000)
def form_of(text: str, language: str = "") -> NameForm:
    """The form of a body's name."""
    known = naming()
    originals = _original_words(text)
    leading = _leading_form([fold(word) for word in originals], known)
    originals = originals[leading:]
    words = _without_legal_form([fold(word) for word in originals], known)
    plain, phase = _phased(words, originals, known)
    marks: list[Part | None] = [None] * len(plain)
    _mark(plain, language, known, marks)
    head = _keep_one_head(marks, plain, known)
    if not head:
        head, compound = _compound(plain, known)
        if compound is not None:
            marks[compound] = Part("head", head)
    has_topics = head == _IN_CHARGE
    own = [word for word, mark in zip(plain, marks, strict=True) if _is_own(word, mark, has_topics, known)]
    topics = {mark.value for mark in marks if mark and mark.role == "topic"} if has_topics else set()
    if has_topics and (rest := _compound_topic(plain, marks, known)):
        topics.add(rest)
    countries = {mark.value for mark in marks if mark and mark.role in ("country", "demonym")}
    places, own = _places(own, head, known.endings.get(language, frozenset()), known)
    return NameForm(
        text,
        language,
        tuple(plain),
        head,
        tuple(sorted(topics)),
        tuple(sorted(set(own))),
        tuple(sorted(countries)),
        places,
        phase,
        _is_part(marks, head),
    )


def _is_own(word: str, mark: Part | None, has_topics: bool, known: Naming) -> bool:
    """Whether a word is a name's own: no small word, no kind, no country; a topic only of bodies that have topics."""
    if mark is None or mark.role in ("office", "part"):
        return word not in known.small
    return mark.role == "topic" and not has_topics


def project_form(text: str, language: str = "") -> NameForm:
    """The form of a project's or fund's name: nouns for "project" and articles at its ends say nothing."""
    known = naming()
    nouns = project_nouns().get(language, frozenset()) | project_nouns().get("en", frozenset())
    originals = _original_words(text)
    words = [fold(word) for word in originals]
    while len(words) > 1 and words[0] in nouns:
        words, originals = words[1:], originals[1:]
    while len(words) > 1 and words[-1] in nouns:
        words, originals = words[:-1], originals[:-1]
    plain, phase = _phased(words, originals, known)
    if phase and len(plain) > 2 and plain[-2] in nouns:
        del plain[-2]
    own = tuple(sorted({word for word in plain if word not in known.small}))
    return NameForm(" ".join(originals), language, tuple(plain), own=own, phase=phase)


def _original_words(text: str) -> list[str]:
    return [match.group() for match in WORD.finditer(text)]


def _without_legal_form(words: list[str], known: Naming) -> list[str]:
    """The words without legal forms at their end."""
    while True:
        fitting = next(
            (
                row
                for row in known.legal_forms.get(words[-1] if words else "", ())
                if len(row) < len(words) and tuple(words[-len(row) :]) == row
            ),
            None,
        )
        if fitting is None:
            return words
        words = words[: -len(fitting)]


def _leading_form(words: list[str], known: Naming) -> int:
    """How many words a legal form at the beginning of a name has."""
    rows = known.leading_forms.get(words[0], ()) if words else ()
    return next((len(row) for row in rows if len(row) < len(words) and tuple(words[: len(row)]) == row), 0)


def _phased(words: list[str], originals: list[str], known: Naming) -> tuple[list[str], str]:
    """The words with a phase or edition put as "#2" at the end, and its number ("" where there is none)."""
    found: list[str] = []
    phase = ""
    at = 0
    while at < len(words):
        word = words[at]
        number = _number(word, known)
        after = _number(words[at + 1], known) if at + 1 < len(words) else ""
        if word in known.phases and after and at > 0:
            phase, at = after, at + 2
        elif number and at + 1 < len(words) and words[at + 1] in known.phases:
            phase, at = number, at + 2
        elif at > 0 and at == len(words) - 1 and _is_numeral(word, originals, at):
            phase, at = number or word, at + 1
        elif at > 0 and words[at + 1 :] == ["0"] and _DIGITS.fullmatch(word):
            phase, at = word, at + 2
        else:
            found.append(word)
            at += 1
    return ([*found, f"#{phase}"] if phase else found), phase


def _number(word: str, known: Naming) -> str:
    return word.lstrip("0") if _DIGITS.fullmatch(word) else known.numbers.get(word, "")


def _is_numeral(word: str, originals: list[str], at: int) -> bool:
    if _DIGITS.fullmatch(word):
        return True
    return at < len(originals) and bool(_ROMAN.fullmatch(originals[at])) and len(originals[at - 1]) > 1


def _mark(words: list[str], language: str, known: Naming, marks: list[Part | None]) -> None:
    """Say of each word what it is a part of: the longest pattern that covers it."""
    matches = known.automaton.find(words, 0, len(words))
    fitting = [m for m in matches if m.payload.role != "demonym" or m.payload.language in (language, "en", "")]
    rank = {"head": 0, "country": 1, "demonym": 2, "topic": 3, "office": 4, "part": 5}
    for match in sorted(fitting, key=lambda m: (m.first - m.last, rank[m.payload.role], m.first, m.payload)):
        if all(mark is None for mark in marks[match.first : match.last]):
            marks[match.first : match.last] = [match.payload] * (match.last - match.first)


def _keep_one_head(marks: list[Part | None], words: list[str], known: Naming) -> str:
    """The kind of body: the first if the name begins with it, else the last; other heads are words again."""
    heads = [at for at, mark in enumerate(marks) if mark and mark.role == "head"]
    if not heads:
        return ""
    kept = marks[heads[0] if _leads(heads[0], marks, words, known) else heads[-1]]
    for at in heads:
        mark = marks[at]
        if mark is not None and kept is not None and mark.value != kept.value:
            marks[at] = None
    return kept.value if kept else ""


def _leads(at: int, marks: list[Part | None], words: list[str], known: Naming) -> bool:
    """Whether only small words, countries and topics stand before a position."""
    return all(mark is not None or word in known.small for mark, word in zip(marks[:at], words[:at], strict=True))


def _compound(words: list[str], known: Naming) -> tuple[str, int | None]:
    """The kind of body at the end of a compound word, and where that is."""
    ends = tuple(known.compounds)
    for at, word in enumerate(words):
        if word.endswith(ends):
            for end, head in known.compounds.items():
                if len(word) > len(end) + 2 and word.endswith(end):
                    return head, at
    return "", None


def _compound_topic(words: list[str], marks: list[Part | None], known: Naming) -> str:
    """The topic that stands before the head in a compound: "innen" in "innenministerium"."""
    for word, mark in zip(words, marks, strict=True):
        if mark is None or mark.role != "head":
            continue
        for end in known.compounds:
            if word.endswith(end) and len(word) > len(end) + 2:
                stem = word[: -len(end)].removeprefix("bundes")
                found = [m.payload for m in known.automaton.find([stem], 0, 1) if m.payload.role == "topic"]
                return min(part.value for part in found) if found else stem
    return ""


def _places(
    own: list[str], head: str, endings: frozenset[str], known: Naming
) -> tuple[tuple[tuple[str, str], ...], list[str]]:
    """The places that a territorial body's name holds (the longest row of its own words with a place), and the rest."""
    if not head or head not in known.territorial:
        return (), own
    names = place_names()
    for size in range(min(len(own), _LONGEST_PLACE), 0, -1):
        for first in range(len(own) - size + 1):
            if found := names.get(" ".join(own[first : first + size])):
                return found, own[:first] + own[first + size :]
    for at, word in enumerate(own):
        if found := _inflected_place(word, endings):
            return found, own[:at] + own[at + 1 :]
    return (), own


def _inflected_place(word: str, endings: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The places that a word can be a case of ("Brna" of Brno, "Malmön" of Malmö); none where it can be of several."""
    bare = stem(word, endings)
    if bare == word or len(bare) < _LEAST_STEM:
        return ()
    cut = [word[:at] for at in range(len(bare), len(word)) if word[at:] in endings]
    names = place_names()
    found = {places for base in cut for end in endings if (places := names.get(base + end))}
    return tuple(sorted(next(iter(found)))) if len(found) == 1 else ()


def _is_part(marks: list[Part | None], head: str) -> bool:
    """Whether a name is that of a part: it begins or ends with a noun for one, and has no other kind."""
    ends = [mark for mark in (*marks[:1], *marks[-1:]) if mark and mark.role in ("part", "office")]
    return bool(ends) and not head


def folded_place(name: str) -> tuple[tuple[str, str], ...]:
    """The places of a name, as (folded first name, country code)."""
    return place_names().get(" ".join(fold(word) for word in folded_words(name)), ())
