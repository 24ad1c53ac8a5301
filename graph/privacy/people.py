"""People: who must stay unnamed.

A person is named in the output only in a public role that the text states beside the name. All other personal names are
private; where it cannot be decided, a name is private too. Given names come from
`ontology/authorities/given-names.txt`, how texts speak of people from `ontology/people/`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Tokens
from graph.model import Reading, Span
from graph.privacy.betrayed import betrayed
from graph.privacy.contacts import contacts
from graph.privacy.roles import roles_of
from graph.privacy.spelling import Names, folded_name, words_of
from graph.privacy.withholding import withheld
from ontology.lexicon import languages, load
from ontology.people import particles, wording
from ontology.words import fold

_SMALL = "a-zß-öø-ÿ\u03ac-\u03ce\u0430-\u045f\u0491"  # letters of Latin, Greek and Cyrillic
_CAPITALISED = rf"[^\W\d_{_SMALL}][^\W\d_]*(?:[-’'][^\W\d_]+)*"
_NAME_BEFORE = re.compile(rf"{_CAPITALISED}(?:\s{_CAPITALISED}){{0,2}}$")
_AGE = re.compile(r",\s(?P<a>\d{1,2}),|\s\((?P<b>\d{1,2})\)")
_YOUNGEST = 3
_SCRIPTS = {"bg": "CYRILLIC", "el": "GREEK", "uk": "CYRILLIC"}
_SIGNS = frozenset({"FEMININE", "MASCULINE", "MICRO", "OHM", "KELVIN", "ANGSTROM", "MODIFIER"})
#: A character that may be a letter of another script than Latin.
_PERHAPS_FOREIGN = re.compile(
    "[^\u0000-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u02af\u1e00-\u1eff\u2000-\u2070\u20a0-\u20cf]"
)
_NEAR = 60


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Folded given names."""
    file = files("ontology") / "authorities" / "given-names.txt"
    if not file.is_file():
        return frozenset()
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))


def role_beside(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether the text gives a public role right beside a personal name ("…, project manager at …", "Minister …")."""
    if marked.has("words", "person"):
        return False
    for cue in marked.cues_of("nouns", "roles"):
        if 0 <= cue.first - mention.last <= 3 or 0 <= mention.first - cue.last <= 1:
            return True
    return False


def guarded(reading: Reading) -> Reading:
    """The reading with every private name marked: what extraction found, what the wording betrays, each repetition.

    A name to which the document gives a public role somewhere is public in the whole document.
    """
    text = reading.document.text
    bodies = _protected(reading, ())
    named = {span for span in reading.private if not (_is_word(text, span) and _inside(span, bodies))}
    found = {*named, *_introduced(reading, bodies), *_betrayed(reading, bodies), *_foreign(reading)}
    public = _public(reading, found)
    names = {_shown(text, span) for span in found} - {""}
    private = [name for name in names if folded_name(name) not in public and not _part_of_public(name, public)]
    protected = _protected(reading, private) if private else bodies
    marked = {span for span in found if _shown(text, span) in private}
    marked |= {span for span in Names(private).spans(text) if not _within(span, protected)}
    endings = wording(reading.document.language).endings
    parts = Names(_parts(private, public), inflected=True, endings=endings).spans(text)
    marked.update(contacts(reading))
    marked |= {span for span in parts if _is_capital(text, span) and not _within(span, protected)}
    return withheld(replace(reading, private=tuple(sorted(_merged(marked)))))


def ready(language: str) -> None:
    """Load what guarding a document in a language needs, so that no document's time is spent on it."""
    given_names()
    roles_of(language)
    betrayed("", language, frozenset())


def private_names(reading: Reading) -> tuple[str, ...]:
    """The private names of a reading as they are written, longest first."""
    names = {_shown(reading.document.text, span) for span in reading.private}
    return tuple(sorted((name for name in names if len(name) > 1), key=lambda name: (-len(name), name)))


def public_people(reading: Reading) -> frozenset[tuple[str, ...]]:
    """The folded names of the people whom a reading names in a public role."""
    return frozenset(folded_name(n.text) for e in reading.entities if e.kind == "Person" for n in e.names)


def _shown(text: str, span: Span) -> str:
    shown = " ".join(text[span.start : span.end].split())
    return re.sub(r"[’'](?:s|S)?$", "", shown).strip(" .,;:“”\"'’()")


@lru_cache(maxsize=64)
def _phrases(language: str) -> tuple[str, ...]:
    """The forms of address of a language (and of English), and how it introduces people; longest first."""
    found = {p for code in (language, "en") for p in (*wording(code).naming, *wording(code).titles) if p[0] != "<"}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@lru_cache(maxsize=256)
def _introduction(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One of these phrases, and the name after it."""
    escaped = "|".join(_either_case(phrase) for phrase in phrases)
    small = "|".join(sorted(particles()))
    more = rf"(?:\s+(?:(?:{small})\s+){{0,2}}{_CAPITALISED}){{0,3}}"
    return re.compile(rf"(?<!\w)(?:{escaped})\s+(?P<name>{_CAPITALISED}{more})")


def _either_case(phrase: str) -> str:
    """A pattern for a phrase as it is written, or with a capital at its start."""
    first = re.escape(phrase[0])
    if phrase[0].islower():
        first = f"[{first}{re.escape(phrase[0].upper())}]"
    return first + re.escape(phrase[1:]).replace(r"\ ", r"\s+")


def _introduced(reading: Reading, protected: list[Span]) -> Iterator[Span]:
    """Names that only their introduction betrays: a form of address, "my name is", an age behind the name."""
    text = reading.document.text
    lowered = " ".join(text.lower().split())
    used = tuple(phrase for phrase in _phrases(reading.document.language) if phrase.lower() in lowered)
    spans = [Span(*match.span("name")) for match in _introduction(used).finditer(text)] if used else []
    spans = [span for span in spans if not _within(span, protected)]
    for match in _AGE.finditer(text):
        begin = max(0, match.start() - _NEAR)
        name = _NAME_BEFORE.search(text[begin : match.start()])
        if name and int(match["a"] or match["b"]) >= _YOUNGEST and not _is_month(reading, name.group()):
            spans.append(Span(begin + name.start(), match.start()))
    spans = [_capitals(text, span) for span in spans]
    for span in spans:
        if span.start < span.end and not (_is_word(text, span) and _within(span, protected)):
            yield span


def _capitals(text: str, span: Span) -> Span:
    """The span up to its last word with a capital before one without that is no small word of a name."""
    small = particles()
    end = span.start
    for word in re.finditer(r"\S+", text[span.start : span.end]):
        if not word.group()[0].islower():
            end = span.start + word.end()
        elif word.group() not in small:
            break
    return Span(span.start, end)


def _betrayed(reading: Reading, protected: list[Span]) -> Iterator[Span]:
    """Names that the wording betrays. A strong sign holds even where a name was taken for something else."""
    for span, strong in betrayed(reading.document.text, reading.document.language, given_names()):
        if strong or not _within(span, protected):
            yield span


def _is_month(reading: Reading, name: str) -> bool:
    lexicon = load(reading.document.language if reading.document.language in languages() else "en")
    months = {fold(month) for month in lexicon.months}
    return any(fold(word) in months for word in name.split())


def _foreign(reading: Reading) -> Iterator[Span]:
    """Runs of words in a script that is not the document's: what they say cannot be decided, so they are private."""
    own = _SCRIPTS.get(reading.document.language, "LATIN")
    text = reading.document.text
    found = list(_runs(text, own)) if _PERHAPS_FOREIGN.search(text) else []
    if found:
        known = _protected(replace(reading, entities=tuple(e for e in reading.entities if e.ref)), ())
        yield from (span for span in found if not _within(span, known))


def _runs(text: str, own: str) -> Iterator[Span]:
    run: Span | None = None
    for word in words_of(text):
        script = _script(text[word.start : word.end])
        foreign = script not in ("", "LATIN", own)
        if foreign and run and not text[run.end : word.start].strip(" \t-·.'’"):
            run = Span(run.start, word.end)
        elif foreign:
            if run:
                yield run
            run = Span(word.start, word.end)
    if run:
        yield run


@lru_cache(maxsize=50_000)
def _script(word: str) -> str:
    """The script of a word's first letter; "" for one without, and for letters that are used as signs ("3ª", "µm")."""
    if word.isascii():
        return "LATIN" if any(map(str.isalpha, word)) else ""
    names = [unicodedata.name(char, "").split(" ")[0] for char in word if char.isalpha()]
    scripts = [name for name in names if name not in _SIGNS]
    return "" if not scripts or scripts == ["GREEK"] else scripts[0]


def _public(reading: Reading, found: Iterable[Span]) -> frozenset[tuple[str, ...]]:
    """Names that have a public role somewhere in the document."""
    text = reading.document.text
    public = set(public_people(reading))
    roles = roles_of(reading.document.language)
    full = {row: _shown(text, span) for span in found if len(row := folded_name(_shown(text, span))) > 1}
    for row in sorted(full):
        for place in Names([full[row]]).spans(text):
            before = re.split(r"[.!?;]\s|\n", text[max(0, place.start - _NEAR) : place.start])[-1]
            after = re.split(r"[.!?;]\s|\n", text[place.end : place.end + _NEAR])[0]
            if roles.before(before) or roles.after(after):
                public.add(row)
    return frozenset(public)


def _part_of_public(name: str, public: frozenset[tuple[str, ...]]) -> bool:
    """Whether a single word is part of the name of someone public (the surname, later on)."""
    row = folded_name(name)
    return len(row) == 1 and any(row[0] in full for full in public)


def _parts(names: Iterable[str], public: frozenset[tuple[str, ...]]) -> Iterator[str]:
    """The words of full names by themselves, but not those of a public person's name."""
    small = particles()
    known = {word for row in public for word in row}
    for name in names:
        for word in folded_name(name):
            if len(word) > 1 and word not in small and word not in known and not word.isdigit():
                yield word


def _protected(reading: Reading, private: Iterable[str]) -> list[Span]:
    """Where the text names bodies, projects, places: what looks like a person's name there is part of theirs."""
    rows = {folded_name(name) for name in private}
    names = {
        name.text
        for entity in reading.entities
        if entity.kind != "Person"
        for name in entity.names
        if folded_name(name.text) not in rows
    }
    return sorted(Names(names).spans(reading.document.text))


def _within(span: Span, others: list[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)


def _inside(span: Span, others: list[Span]) -> bool:
    """Whether a span is part of a longer one."""
    return any(other.start <= span.start and span.end <= other.end and span != other for other in others)


def _is_word(text: str, span: Span) -> bool:
    return len(folded_name(text[span.start : span.end])) == 1


def _is_capital(text: str, span: Span) -> bool:
    """Whether the first letter is a capital, or of a script without capitals."""
    letter = text[span.start]
    return not letter.islower()


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans without those that lie inside others; what overlaps becomes one."""
    last: Span | None = None
    for span in sorted(spans):
        if last and span.start < last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
