"""Names that labels and sentences say are bodies': what stands below "Partners" is no project where it heads a section,
nor is what "is a charity"."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.marking.language import PARTS, Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, NUMBER, UPPER, Tokens

LEAST_LETTERS, LONGEST = 4, 9  # letters of a name, words of one
PERSON = range(2, 4)  # words of a person's name
OPEN = frozenset({"Name", "Quote", "Project"})
_ENDS = re.compile(r"[,;/(|\n]|\s[–—-]\s")


def take_told_bodies(
    tokens: Tokens, marked: list[Marked], language: Language, personal: Callable[[Mention], bool]
) -> None:
    """Make sure organisations of the names of a document that a field for who leads or takes part gives, or a sentence
    calls an association, in place; `personal` tells names that look like a person's."""
    told = _told(tokens, marked, language, personal) | _said(tokens, marked, language.lexicon.capitalised_nouns)
    opening: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(told, key=lambda words: (-len(words), words)):  # of two that begin alike the longer one first
        opening.setdefault(words[0], []).append(words)
    for sentence in marked if told else ():
        end = sentence.sentence.last
        for at in range(sentence.sentence.first, end):
            told_here = (w for w in opening.get(tokens.folds[at], ()) if tuple(tokens.folds[at : at + len(w)]) == w)
            last = at + len(next(told_here, ()))
            if at < last <= end:
                _take(tokens, sentence, at, last)


def _take(tokens: Tokens, marked: Marked, first: int, last: int) -> None:
    """Make an organisation of the words between two places, unless something known stands there or goes beyond them."""
    inner = [m for m in marked.mentions if m.first < last and first < m.last]
    if tokens.shapes[first] == LOWER or any(m.entry or m.first < first or m.last > last for m in inner):
        return
    body = next((m for m in inner if (m.first, m.last) == (first, last)), None)
    body = body or Mention("Organisation", first, last, tokens.surface(first, last))
    body.kind, body.sure, body.defined = "Organisation", True, True
    marked.mentions = sorted([*(m for m in marked.mentions if m not in inner), body], key=lambda m: m.first)
    _with_letters(tokens, marked, body)


def _with_letters(tokens: Tokens, marked: Marked, body: Mention) -> None:
    """Take the letters that stand alone in a bracket behind a body's name for its short form, also where they are not
    its initials."""
    at = body.last
    if at >= marked.sentence.last or tokens.gap(at).strip() != "(" or tokens.shapes[at] != UPPER:
        return
    if not tokens.gap(at + 1).lstrip().startswith(")") or any(m.entry for m in marked.mentions if m.first == at):
        return
    body.also = (*body.also, tokens.word(at))
    marked.mentions = [m for m in marked.mentions if m.first != at]


def _told(
    tokens: Tokens, marked: list[Marked], language: Language, personal: Callable[[Mention], bool]
) -> frozenset[tuple[str, ...]]:
    """The folded words of such names, each up to a bracket, a comma or a dash."""
    found = set()
    for sentence in marked:
        field, first, end = sentence.sentence.field, sentence.sentence.first, sentence.sentence.last
        if field is None or language.fields.property_of(field.label) not in PARTS:
            continue
        if language.fields.fit(field.label) < 1:
            continue
        last = next((i for i in range(first + 1, end) if _ENDS.search(tokens.gap(i))), end)
        joined = sentence.words_of("words", "and") & set(range(first, last))
        if joined and not any((m.first, m.last) == (first, last) for m in sentence.mentions):
            continue  # "City of Ghent and Kredo Foundation" are two
        served = {i for m in sentence.concepts if m.kind == "BeneficiaryGroup" for i in range(m.first, m.last)}
        if all(i in served or tokens.shapes[i] == NUMBER for i in range(first, last)):
            continue  # "Teilnehmer: 300 Geflüchtete"
        heads = {i for c in sentence.cues_of("nouns", "organisation") for i in range(c.first, c.last)}
        named = last - first in PERSON and heads.isdisjoint(range(first, last))
        if named and personal(Mention("Name", first, last, tokens.surface(first, last))):
            continue  # "Coordinator: Anna Borg"
        size = tokens.ends[last - 1] - tokens.starts[first]
        if tokens.shapes[first] != LOWER and size >= LEAST_LETTERS and last - first <= LONGEST:
            found.add(tuple(tokens.folds[first:last]))
    return frozenset(found)


def _said(tokens: Tokens, marked: list[Marked], capitalised_nouns: bool) -> frozenset[tuple[str, ...]]:
    """The folded words of the names that sentences say to be bodies': "LANTERN is a charity"."""
    found = set()
    for sentence in marked:
        cues = sentence.cues_of("words", "is_body")
        ends = {c.first for c in cues if _is_said(tokens, sentence, c.first, c.last, capitalised_nouns)}
        projects = {c.last for c in sentence.cues_of("nouns", "project")} if ends else set()
        for mention in sentence.mentions if ends else ():
            opens = mention.first <= sentence.sentence.first + 1 and mention.first not in projects
            size = tokens.ends[mention.last - 1] - tokens.starts[mention.first]
            if mention.last in ends and opens and mention.kind in OPEN and not mention.entry and size >= LEAST_LETTERS:
                found.add(tuple(tokens.folds[mention.first : mention.last]))
    return frozenset(found)


def _is_said(tokens: Tokens, marked: Marked, first: int, last: int, capitalised_nouns: bool) -> bool:
    """Whether nothing but small letters and a country's adjective leads from a verb to the noun for a body behind it,
    with no owner or project between: not "is a project of the association"."""
    origins = {i for c in marked.cues if c.payload.section == "demonym" for i in range(c.first, c.last)}
    owners = marked.words_of("words", "of") | marked.words_of("words", "articles") | marked.words_of("nouns", "project")
    inner = range(first + 1, last - 1)
    plain = all(tokens.shapes[i] == LOWER or i in origins for i in inner)
    plain = plain and owners.isdisjoint(range(first + 2, last - 1)) and not any(tokens.barriers[first + 1 : last])
    commas = any("," in tokens.gap(i) for i in range(first + 1, last))
    return plain and not commas and (capitalised_nouns or tokens.shapes[last - 1] == LOWER)
