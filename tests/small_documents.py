"""Small documents for tests of the engine, and how what was found in them is compared with what was written."""
from __future__ import annotations

import re
from functools import lru_cache

from graph.extraction import extract
from graph.model import Block, Document, Entity, Reading, Span, Statement, Value
from ontology.automaton import Automaton
from ontology.lexicon import languages, load
from ontology.vocabulary import Entry, entries
from ontology.words import folded_words

_MARK = re.compile(r"\[([so]):(.+?)\]")
_FILLERS = 2
MOST_CHOICES = 1_000_000

HELPS = {
    "en": "The Lantern project helps refugees. ", "de": "Das Projekt Laterne hilft Geflüchteten. ", "fr": "Le projet Lanterne aide les réfugiés. ",
    "it": "Il progetto Lanterna aiuta i rifugiati. ", "es": "El proyecto Linterna ayuda a refugiados. ", "pt": "O projeto Lanterna ajuda refugiados. ",
    "nl": "Het project Lantaarn helpt vluchtelingen. ", "pl": "Projekt Latarenka pomaga uchodźcom. ", "cs": "Projekt Lucernička pomáhá uprchlíkům. ",
    "sl": "Projekt Svetilka pomaga beguncem. ", "sv": "Projektet Lyktan hjälper flyktingar. ", "fi": "Lyhty-hanke auttaa pakolaisia. ",
    "el": "Το έργο Φανάρι βοηθά πρόσφυγες. ", "ro": "Proiectul Lanterna ajută refugiații. ", "hu": "A Lámpás projekt menekülteknek segít. ",
    "uk": "Проєкт «Ліхтар» допомагає біженцям. ", "mt": "Il-proġett Fanal jgħin lir-refuġjati. ",
}


def prose(text: str, language: str = "en") -> Document:
    """A document of one paragraph."""
    return Document("small.txt", "0" * 64, text, language, (Block("prose", Span(0, len(text))),))


def blocks(*parts: tuple[str, str], language: str = "en") -> Document:
    """A document of several blocks, each given as its kind and its text; `heading2` is a heading of level 2."""
    made: list[Block] = []
    at = 0
    for kind, text in parts:
        name = kind.rstrip("0123456789")
        made.append(Block(name, Span(at, at + len(text)), level=int(kind[len(name):] or name == "heading")))  # type: ignore[arg-type]
        at += len(text) + 2
    return Document("small.txt", "0" * 64, "\n\n".join(text for _, text in parts), language, tuple(made))


def read(text: str, language: str = "en") -> Reading:
    """What the engine takes from one paragraph."""
    assert not exploding(language), f"ontology/lexicon/{language}.toml: split {exploding(language)[0]!r}; it has too many choices"
    return extract(prose(text, language))


@lru_cache(maxsize=64)
def exploding(language: str) -> tuple[str, ...]:
    """The patterns of a lexicon that would keep the engine busy for minutes: nested groups multiply."""
    lexicon = load(language) if language in languages() else load("en")
    tables = (lexicon.words, lexicon.nouns, lexicon.fields, lexicon.contexts)
    patterns = [p for table in tables for found in table.values() for p in found] + [t for f in lexicon.frames for t in f.triggers]
    return tuple(p for p in patterns if _choices(p) > MOST_CHOICES)


def _choices(pattern: str) -> int:
    number, group = 1, re.compile(r"\(([^()]*)\)")
    while match := group.search(pattern):
        number *= match[1].count("|") + 1 if "|" in match[1] else 2
        pattern = pattern[: match.start()] + "x" + pattern[match.end() :]
    return number


def facts(reading: Reading, predicate: str | None = None) -> set[tuple[str, str, str]]:
    """The statements as (subject's name, predicate, object's name or literal)."""
    return {(shown(reading, s.subject), s.predicate, shown(reading, s.object)) for s in reading.statements
            if predicate in (None, s.predicate)}


def names_of(reading: Reading, kind: str = "Project") -> list[list[str]]:
    """All names of each thing of a class, the one to show first."""
    return [[name.text for name in entity.names] for entity in reading.entities if entity.kind == kind]


def shown(reading: Reading, thing: str | Value) -> str:
    """The name of an entity, the code of a country, the notation of a concept, or the text of a literal."""
    if isinstance(thing, Value):
        return f"{thing.text} {thing.currency}" if thing.currency else thing.text
    entity = entity_of(reading, thing)
    if entity.kind == "Country" and entity.country:
        return entity.country
    known = entries().get(entity.ref or "")
    return known.notation if known and known.notation else entity.names[0].text


def entity_of(reading: Reading, key: str) -> Entity:
    """The entity of a key."""
    return next(entity for entity in reading.entities if entity.key == key)


def unmark(marked: str) -> tuple[str, dict[str, list[str]]]:
    """An example without its marks, and the texts that were marked, under "s" and "o"."""
    found: dict[str, list[str]] = {"s": [], "o": []}
    for match in _MARK.finditer(marked):
        found[match[1]].append(match[2])
    return _MARK.sub(r"\2", marked), found


def meets(reading: Reading, thing: str | Value, marked: str, language: str) -> bool:
    """Whether the object or subject of a statement is what an example marks."""
    if isinstance(thing, Value):
        return _literal_meets(thing, marked)
    entity = entity_of(reading, thing)
    known = entries().get(entity.ref or "")
    if known is not None and _spoken_of(known, language).find(folded_words(marked), 0, len(folded_words(marked))):
        return True
    wanted = _bare(marked, language)
    return any(_is_row_of(_bare(name.text, language), wanted) for name in entity.names)


def proves(reading: Reading, statement: Statement, marked: str) -> bool:
    """Whether the statement's evidence holds the marked text."""
    return any(marked in reading.document.text[span.start : span.end] for span in statement.evidence)


def _literal_meets(value: Value, marked: str) -> bool:
    if value.kind == "date":
        return value.text[:4] in marked
    if value.kind == "money":
        digits = re.sub(r"\D", "", re.split(r"\.", value.text)[0])
        seen = re.sub(r"\D", "", marked)
        return bool(seen) and digits.rstrip("0") == seen.rstrip("0")
    return value.text.casefold().removeprefix("https://").removeprefix("http://").strip("/") in marked.casefold()


@lru_cache(maxsize=512)
def _spoken_of(entry: Entry, language: str) -> Automaton[str]:
    automaton: Automaton[str] = Automaton()
    for text, lang in entry.labels:
        if lang in (language, "", "en") and any(c.isalnum() for c in text):
            automaton.add("".join(" " if c in "()|*_{}" else c for c in text), "label")
    for text, lang in entry.patterns:
        if lang in (language, "", "en"):
            automaton.add(text, "pattern")
    for text in entry.acronyms:
        automaton.add(text, "acronym")
    return automaton


@lru_cache(maxsize=64)
def _articles(language: str) -> frozenset[str]:
    return frozenset(w for p in load(language).words.get("articles", ()) for w in folded_words(p))


def _bare(text: str, language: str) -> list[str]:
    """The folded words of a name without articles in front."""
    words = folded_words(text)
    while len(words) > 1 and words[0] in _articles(language):
        words = words[1:]
    return words


def _is_row_of(name: list[str], marked: list[str]) -> bool:
    """Whether a name is the marked text, up to a project noun or small word at either end."""
    if not name or len(name) > len(marked) + _FILLERS:
        return False
    short, long = sorted((name, marked), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
