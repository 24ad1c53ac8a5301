"""Lines that hold values or names and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from graph.marking.appearance import standing
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import MIXED, NUMBER, UPPER, Tokens
from ontology.words import fold

VALUES = frozenset({"date", "period", "money", "Person"})
LEAST_QUESTION = 2
FEW = 3  # words before a date that only say what it is of
VERBS = ("after_title", "completed", "assembles")
SMALL = ("stop", "articles", "of", "joiners", "locative", "aims", "we", "comitative")
READ = frozenset({"Fund", "Country", "Place", "Organisation", "period", "date"})


def nothing_but(tokens: Tokens, marked: Marked) -> list[Mention]:
    """The mentions of a sentence if they are all there is to it, save for articles, "and" and bare
    numbers (a fund's years); else none."""
    inside = {i for m in marked.mentions for i in range(m.first, m.last)}
    small = {i for c in marked.cues_of("words", "articles", "and") for i in range(c.first, c.last)}
    words = range(marked.sentence.first, marked.sentence.last)
    rest = [i for i in words if i not in inside and i not in small and tokens.shapes[i] != NUMBER]
    known = all(m.kind in READ and (m.sure or m.entry is not None) for m in marked.mentions)
    return marked.mentions if known and not rest else []


def spans_time(tokens: Tokens, marked: Marked) -> bool:
    """Whether a sentence is a period and nothing else."""
    found = nothing_but(tokens, marked)
    return len(found) == 1 and found[0].kind == "period"


def names_nothing_new(tokens: Tokens, marked: Marked) -> bool:
    """Whether a sentence is nothing but values, people's names, and vocabulary entries with their acronyms ("The
    Asylum, Migration and Integration Fund (AMIF)", "1 May 2020 – 2 June 2021"), or a few words and a day ("Date of
    adoption 15/12/2016"), or begins as a question ("Who is behind it"): no project is called so."""
    if _ends_in_day(tokens, marked) or _opens_with_date(tokens, marked) or _is_strand(tokens, marked):
        return True
    if _asks(tokens, marked):
        return True
    known = [m for m in marked.mentions if m.kind in VALUES or (m.entry is not None and m.kind in READ)]
    short = {fold(form) for m in known for form in (*m.also, *(m.entry.acronyms if m.entry else ()))}
    inside = {i for m in known for i in range(m.first, m.last)}
    inside |= {i for c in marked.cues_of("words", "articles", "and") for i in range(c.first, c.last)}
    words = range(marked.sentence.first, marked.sentence.last)
    rest = [i for i in words if i not in inside and tokens.folds[i] not in short and tokens.shapes[i] != NUMBER]
    return bool(known) and not rest


def _asks(tokens: Tokens, marked: Marked) -> bool:
    """Whether a sentence of several words begins with a question word, does not ask what something is, is no field's
    value and stands nowhere else in the text."""
    first, last = marked.sentence.first, marked.sentence.last
    if marked.sentence.field is not None or last - first < LEAST_QUESTION:
        return False
    if first not in marked.words_of("words", "interrogatives") or any(
        c.first == first for c in marked.cues_of("words", "asks")
    ):
        return False
    return all(i == first for i in standing(tokens, tokens.folds[first:last]))


def _ends_in_day(tokens: Tokens, marked: Marked) -> bool:
    """Whether a sentence is a few words before a date that is exact to the day."""
    last, first = marked.sentence.last, marked.sentence.first
    days = [m for m in marked.mentions if m.kind == "date" and m.last == last and m.value and len(m.value.text) == 10]
    return bool(days) and 0 < days[0].first - first <= FEW


def _opens_with_date(tokens: Tokens, marked: Marked) -> bool:
    """Whether a sentence is a date, exact to the month or day, before a few words without a made word among them: "15
    January 2021 Press releases"."""
    first, last = marked.sentence.first, marked.sentence.last
    dates = [m for m in marked.mentions if m.kind == "date" and m.first == first and m.value and "-" in m.value.text]
    rest = range(dates[0].last, last) if dates else range(0)
    return 0 < len(rest) <= FEW and not {UPPER, MIXED} & {tokens.shapes[i] for i in rest}


def _is_strand(tokens: Tokens, marked: Marked) -> bool:
    """Whether a sentence begins with a known fund and ends in a word for a strand of it, with no made word between."""
    last, first = marked.sentence.last, marked.sentence.first
    ends = any(c.last == last for c in marked.cues_of("nouns", "programme"))
    fund = next((m for m in marked.mentions if m.kind == "Fund" and m.entry is not None and m.first == first), None)
    return ends and fund is not None and not {UPPER, MIXED} & {*tokens.shapes[fund.last : last]}


def dotted(tokens: Tokens, at: int) -> bool:
    """Whether the last dot of an acronym such as "A.B.C." stands before a word."""
    letters = at > 2 and all(len(tokens.folds[i]) == 1 for i in range(at - 3, at))
    return letters and tokens.gap(at - 1) == tokens.gap(at - 2) == "."


def told(marked: Marked) -> frozenset[int]:
    """The words of a sentence that verbs take up, as far as the lexicon lists them."""
    return marked.words_of("words", *VERBS) | marked.words_of("contexts", "objective")


def spoken(marked: Marked, stretches: Iterable[tuple[int, int]]) -> bool:
    """Whether stretches of words have more than small words and nouns for projects: "runs", not "for its project"."""
    small = marked.words_of("words", *SMALL)
    small |= marked.words_of("nouns", "project") | marked.words_of("nouns", "coreference")
    return any(i not in small for first, last in stretches for i in range(first, last))


def closers(tokens: Tokens, marked: Marked) -> set[int]:
    """The words of a sentence that end a trigger behind its object: "by A | financed and by B led"."""
    parts = {part for a in marked.anchors for part in a.payload.after if isinstance(part, frozenset)}
    words = {row[0] for part in parts for row in part if len(row) == 1}
    return {i for i in range(marked.sentence.first, marked.sentence.last) if tokens.folds[i] in words}


def where(tokens: Tokens, marked: Marked, first: int, last: int) -> set[int]:
    """The first words of countries and towns right behind a locative and near word `first` ("A in Poland and B"), none
    if a comma before "and" ends the clause there ("run by A in Poland, and B visited it")."""
    local, ands = marked.words_of("words", "strict_locative"), marked.words_of("words", "and")
    if any("," in tokens.gap(i) for i in ands if first < i < last):
        return set()
    cues = {c.first: c.last for c in marked.cues_of("words", "and")}
    if cues.get(cues.get(last - 1, 0)):
        return set()  # "in Malta and along with B"
    named = (m for m in marked.mentions if m.kind in ("Country", "Place") and 1 <= m.first - first <= 3)
    return {m.first for m in named if m.last <= last and m.first - 1 in local}


def another_clause(tokens: Tokens, marked: Marked, first: int, last: int) -> bool:
    """Whether a verb and then a comma stand between two words: what follows is said of something else."""
    verbs = {c.first for c in marked.cues_of("words", "copula", "completed", "after_title")} | closers(tokens, marked)
    begun = next((i for i in range(first, last) if i in verbs), last)
    return any("," in tokens.gap(i) for i in range(begun + 1, last + 1))


def landed(marked: Marked, pool: list[Mention], at: int) -> bool:
    """Whether the first mention behind a word says only where something is: "realizuje | v Itálii Nadace Kredo"."""
    first = pool[0] if len(pool) > 1 and pool[0].first == at + 1 and pool[0].last == at + 2 else None
    return first is not None and first.kind == "Country" and at in marked.words_of("words", "strict_locative")


def of_call(marked: Marked, mention: Mention) -> bool:
    """Whether a name only says whose call for proposals is meant: "an appel à projets | du KRF"."""
    at = mention.first - 1
    return at in marked.words_of("words", "of") and any(c.last == at for c in marked.cues_of("nouns", "call"))


def of_sum(marked: Marked, mention: Mention) -> bool:
    """Whether a body stands behind a sum with nothing but small words between: "5,000 euros from the | City of X"."""
    small = marked.words_of("words", "of") | marked.words_of("words", "articles") | marked.words_of("words", "origin")
    sums = [m.last for m in marked.mentions if m.kind == "money" and m.last < mention.first]
    return bool(sums) and all(i in small for i in range(sums[-1], mention.first))
