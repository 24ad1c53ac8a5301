"""Names without the project nouns that cling to them: “LANTERN-Projekt”, “Projekt LANTERN”, “LAUNCH OF PROJECT
LANTERN”. The name as written stays a further form.
"""

from __future__ import annotations

from graph.marking.appearance import standing
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention, known_as
from graph.marking.tokens import CAPITAL, LOWER, MIXED, UPPER, Tokens

_OPENING, _CLOSING = frozenset('“„«"»”‚'), frozenset('”»“"«’')


def unclothe(tokens: Tokens, marked: Marked, language: Language) -> None:
    """Make a name that begins with a project noun the name after it (“Projekt Lanterna”), or what the vocabulary knows
    by it, in place; where all nouns have capitals, `clip_nouns` does it with more care."""
    nouns = {} if language.lexicon.capitalised_nouns else {c.first: c.last for c in marked.cues_of("nouns", "project")}
    heads = {c.first for c in marked.cues_of("nouns", "organisation")} if nouns else set()
    plain = language.folded("nouns", "coreference")
    for place, mention in enumerate(marked.mentions if nouns else ()):
        first = nouns.get(mention.first, mention.last)
        if mention.entry is not None or first >= mention.last or tokens.shapes[first] == LOWER:
            continue
        long = LOWER in tokens.shapes[first : mention.last] and mention.last - first > 2
        long = long or mention.kind == "Organisation"
        if (long or tokens.folds[mention.first] not in plain) and in_quotes(tokens, mention):
            continue
        if known := known_as(tokens, marked, first, mention.last, language):
            marked.mentions[place] = known
            continue
        if _says_which(tokens, marked, mention, first):
            continue
        body = mention.kind == "Organisation" and first in heads
        if body or (mention.kind in ("Project", "Name") and first - mention.first == 1):
            forms = [form.split(None, first - mention.first) for form in (mention.name, *mention.also)]
            mention.also = tuple(f[-1] for f in forms) if body else (*mention.also, mention.name)
            mention.first, mention.name = first, mention.also[0] if body else tokens.surface(first, mention.last)
            mention.kind = "Organisation" if body or first in heads else mention.kind


def _says_which(tokens: Tokens, marked: Marked, mention: Mention, first: int) -> bool:
    """Whether one word behind a noun for several projects, which no other name is joined to, only says which projects
    or whose are meant: a heading "Strumenti e Progetti Conclusi", "Inicjatywy KRF"."""
    several = any(c.first == mention.first and c.last == first for c in marked.cues_of("nouns", "project_plural"))
    if not several or mention.last - first > 1 or tokens.shapes[first] not in (CAPITAL, UPPER):
        return False
    at = mention.last + (mention.last in marked.words_of("words", "and"))
    joined = at > mention.last or (at < marked.sentence.last and "," in tokens.gap(at))
    return not (joined and at < marked.sentence.last and tokens.shapes[at] != LOWER)


def clip_nouns(tokens: Tokens, marked: Marked, language: Language) -> None:
    """Cut the project nouns off the names of unknown class and of projects in a sentence, in place."""
    nouns = {c.first: c.last for c in marked.cues_of("nouns", "project")}
    if not nouns:
        return
    shown = set() if language.lexicon.capitalised_nouns else _shown(tokens, marked)
    small = marked.words_of("words", "articles") | marked.words_of("words", "of")
    for mention in marked.mentions:
        if mention.entry is not None or mention.kind not in ("Name", "Project") or mention.last - mention.first < 2:
            continue
        if _owner_of_quoted(tokens, marked, mention, nouns):
            continue
        span = _in_capitals(tokens, mention, nouns, small)
        span = span or _behind(tokens, mention, nouns, shown)
        span = span or _before(tokens, mention, nouns)
        if span is not None and any(c.isalpha() for c in tokens.surface(*span)):
            mention.also = (*mention.also, mention.name)
            mention.first, mention.last = span
            mention.kind, mention.name = "Project", tokens.surface(*span)
            mention.defined, mention.sure = True, True


def _owner_of_quoted(tokens: Tokens, marked: Marked, mention: Mention, nouns: dict[int, int]) -> bool:
    """Whether a quotation follows a compound with a project noun ("the KRF-project “Lantern”"): it is the name; what
    stands before the noun is made a name of its own, in place."""
    last = mention.last - 1
    if nouns.get(last) != mention.last or tokens.gap(last) != "-":
        return False
    if not any(m.first == mention.last and m.kind in ("Project", "Quote") for m in marked.mentions):
        return False
    mention.kind, mention.last, mention.name = "Name", last, tokens.surface(mention.first, last)
    mention.defined, mention.sure = False, False
    return True


def _shown(tokens: Tokens, marked: Marked) -> set[int]:
    """The words whose capital shows that they are names: inside the sentence, or nowhere in the document without it."""
    inside = range(marked.sentence.first, marked.sentence.last)
    found = {i for i in inside if tokens.shapes[i] == CAPITAL}
    told = {i for m in marked.concepts for i in range(m.first, m.last)}
    return {i for i in found if i > min(inside) or not (tokens.in_small_letters(tokens.folds[i]) or i in told)}


def _in_capitals(
    tokens: Tokens, mention: Mention, nouns: dict[int, int], small: frozenset[int]
) -> tuple[int, int] | None:
    """What follows the one noun in a row of capitals, if an article or "of" stands before the noun."""
    inside = [i for i in nouns if mention.first < i and nouns[i] < mention.last]
    head = [tokens.word(i) for i in range(mention.first, max(inside, default=mention.first))]
    loud = all(word.isupper() for word in head) and any(len(word) > 1 for word in head)  # not “L’initiative …”
    return (nouns[inside[0]], mention.last) if len(inside) == 1 and inside[0] - 1 in small and loud else None


def _behind(tokens: Tokens, mention: Mention, nouns: dict[int, int], shown: set[int]) -> tuple[int, int] | None:
    """What stands before a noun that a hyphen joins to the name: an acronym, more than one word, or (`shown`) one with
    a capital in a language whose common compounds have neither hyphen nor capital."""
    last = mention.last - 1
    if nouns.get(last) != mention.last or tokens.gap(last) != "-" or tokens.shapes[last - 1] == LOWER:
        return None
    telling = last - mention.first > 1 or tokens.shapes[mention.first] in (UPPER, MIXED)
    telling = telling or mention.first in shown
    return (mention.first, last) if telling else None


def _before(tokens: Tokens, mention: Mention, nouns: dict[int, int]) -> tuple[int, int] | None:
    """What follows a noun with a capital at the head of the name: an acronym, or capitalised words only; a quoted name
    that goes on in lower case is left whole (“Initiative ABC for newcomers”) and gets its rest as a further form."""
    first = nouns.get(mention.first, mention.last)
    if first >= mention.last or tokens.shapes[mention.first] != CAPITAL or tokens.gap(first).strip():
        return None
    rest = tokens.shapes[first : mention.last]
    if len(rest) > 2 and LOWER in rest and in_quotes(tokens, mention):
        mention.also = (*mention.also, tokens.surface(first, mention.last))
        return None
    telling = rest[0] in (UPPER, MIXED) or (len(rest) > 1 and LOWER not in rest)
    return (first, mention.last) if telling else None


def in_quotes(tokens: Tokens, mention: Mention) -> bool:
    """Whether quotation marks stand right before and behind a name: a rarer project noun at its head ("project
    “Action Lantern”") is a part of it, which "project" itself is not."""
    end = tokens.ends[mention.last - 1]
    behind = tokens.text[end : end + 2].strip()[:1]
    return bool(set(tokens.gap(mention.first)) & _OPENING) and behind in _CLOSING


def take_place(tokens: Tokens, marked: Marked, place: Mention) -> bool:
    """Whether a town's name right behind a project noun is the project's own: it is quoted, or a verb follows ("Projekt
    Lucerna pomáhá …"). If so, the town is removed from the sentence."""
    if place.kind != "Place" or any(c in tokens.gap(place.first) for c in ",:("):
        return False
    verbs = {c.first for c in marked.cues_of("words", "after_title", "copula")}
    told = place.last in verbs and not tokens.gap(place.last).strip()
    if not in_quotes(tokens, place) and not (told and place.last - place.first == 1):
        return False
    marked.mentions = [m for m in marked.mentions if m is not place]
    return True


def clear_guesses(tokens: Tokens, marked: Marked, title: Mention, noun: int, end: int) -> None:
    """Settle what was guessed to be names around a title beside the project noun from word `noun` to `end`."""
    _take_noun(marked, title, end)
    if title.first >= end:
        _drop_told(tokens, marked, title, noun)


def _take_noun(marked: Marked, title: Mention, end: int) -> None:
    """Let a title before a project noun have what was guessed of its end and the noun: “Enter to | Transform
    Project”; a guess from its beginning on is its longer form."""
    guessed = (m for m in marked.mentions if title.first <= m.first < title.last < m.last == end)
    for guess in [m for m in guessed if not m.sure and m.entry is None]:
        marked.mentions.remove(guess)
        if guess.first == title.first:
            title.last, title.name, title.also = end, guess.name, (title.name, *title.also)


def _drop_told(tokens: Tokens, marked: Marked, title: Mention, noun: int) -> None:
    """Remove what was guessed to be a name only for its capitals and ends with the project noun at word `noun`, where
    a quotation behind the noun is the name: "EXTERNAL EVALUATION OF PROJECT | »LIGHT FOR ALL«"."""
    told = (m for m in marked.mentions if m.kind == "Project" and not m.sure and m.first < noun < m.last <= title.first)
    for guess in [m for m in told if tokens.surface(m.first, m.last).isupper()]:
        said = tokens.folds[guess.first : guess.last]
        if all(i < guess.last for i in standing(tokens, said)):
            marked.mentions.remove(guess)


def holds_compound(marked: Marked, mention: Mention) -> bool:
    """Whether a compound with a project noun stands in or at the end of a name ("IOM PROJECT INFORMATION | SHEET"): it
    is called after what tells of a project."""
    compounds = marked.cues_of("nouns", "project_compound")
    return any(mention.first < c.first and c.last <= mention.last for c in compounds)


def drop_compound(marked: Marked, at: int) -> None:
    """Remove the name that begins with a compound such as "Project Management": it is nobody's."""
    begin, dropped = (at, at + 1), ("Name", "Project")
    marked.mentions = [m for m in marked.mentions if m.kind not in dropped or m.entry or m.first not in begin]


def numbered(tokens: Tokens, marked: Marked, at: int) -> bool:
    """Whether nothing but a short word for "number" and a code follows: "Project NR. – 1234567"."""
    short = at < marked.sentence.last and len(tokens.folds[at]) <= 3
    codes = [m for m in marked.mentions if m.kind == "code" and m.last == marked.sentence.last]
    return any(m.first - at == short for m in codes)


def clip_happening(tokens: Tokens, marked: Marked, noun: int) -> Mention | None:
    """The project whose name an event or output has taken in before the project noun at word `noun` ("the Second
    Meeting of the LANTERN | project"); the event is clipped, in place."""
    small, of = marked.words_of("words", "articles"), marked.words_of("words", "of")
    for mention in marked.mentions:
        if mention.kind not in ("Event", "Output") or mention.entry is not None or mention.last != noun:
            continue
        first = max((i + 1 for i in range(mention.first + 1, noun - 1) if i in small), default=mention.first)
        last = first - 1
        while last > mention.first and last in small:
            last -= 1
        if first > mention.first and last in of and last > mention.first and not tokens.gap(noun).strip():
            mention.last, mention.name = last, tokens.surface(mention.first, last)
            return Mention("Project", first, noun, tokens.surface(first, noun), defined=True)
    return None
