"""What a title's form says: a headline reports something and names nothing; a code at its end makes it a project's."""

from __future__ import annotations

import re

from graph.marking.compiled import Cue
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention, mark_names
from graph.marking.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER, Tokens
from graph.model import Document
from graph.projects.subtitles import DASH
from ontology.automaton import Match

_ASIDE = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[,–—|-]|\()\s*")
SMALL = ("articles", "of", "joiners", "and", "locative", "negation")
LONGEST_TITLE = 24
LEAST_LONG = 3
LONGEST = 6  # words of a heading that only says "projects"
LEAST_DESCRIBED, MOST_DESCRIBED = 4, 16  # words of a title that describes its project
OPENING = ("articles", "indefinite", "joiners", "locative")


def reports(tokens: Tokens, marked: Marked) -> bool:
    """Whether a title is a sentence that reports something ("The city opens a desk for newcomers"): a finite verb
    stands behind a word with content, and its object or a complement behind it."""
    if _acts(marked) or ends_in_dash(tokens, marked):
        return True
    sentence = marked.sentence
    small = {i for c in marked.cues_of("words", *SMALL) for i in range(c.first, c.last)}
    before = small | marked.words_of("words", "stop")
    after = {c.first for c in [*marked.cues_of("words", *OPENING), *marked.cues_of("nouns", "project")]}
    for cue in marked.cues_of("words", "after_title", "reporting"):
        at, end = cue.first, cue.last
        cased = cue.payload.category == "reporting" and tokens.shapes[at] == CAPITAL  # "The City Opens a Desk"
        if at <= sentence.first or end >= sentence.last or not (cased or tokens.shapes[at] == LOWER) or at in small:
            continue
        parted = any(tokens.barriers[i] or tokens.gap(i).strip(" ’'") for i in (at, end))
        if parted or at - 1 in before or at in marked.words_of("nouns", "project"):
            continue
        if end in after or tokens.shapes[end] != LOWER or cue.payload.category == "reporting":
            return True
    return _describes(tokens, marked)


def ends_in_dash(tokens: Tokens, marked: Marked) -> bool:
    """Whether a line ends in a dash: what follows goes on with it, as behind the dateline of an agency's news
    ("ROME, 4 May (Kredo Press) -"); no title does."""
    span = marked.sentence.span
    return tokens.text[span.start : span.end].rstrip().endswith((" -", " –", " —", ")-"))


def _describes(tokens: Tokens, marked: Marked) -> bool:
    """Whether a title says that there is a project and not what it is called: "a project for newcomers", with no name
    set off before it."""
    indefinite = marked.words_of("words", "indefinite")
    for cue in marked.cues_of("nouns", "project"):
        led = any(i in indefinite for i in range(max(marked.sentence.first, cue.first - 2), cue.first))
        before = tokens.text[marked.sentence.span.start : tokens.starts[cue.first]]
        if led and not set(before) & set(':–—|,.("“«„') and " - " not in before:
            return True
    return False


def coded(tokens: Tokens, marked: Marked) -> bool:
    """Whether a heading ends with a code in a bracket, as lists of projects have."""
    last, first = marked.sentence.last, marked.sentence.first
    return any(
        m.kind == "code" and m.last == last and m.first > first and "(" in tokens.gap(m.first) for m in marked.mentions
    )


def acronymic(tokens: Tokens, marked: Marked) -> bool:
    """Whether a line is a made word, a dash and more words, as a project's acronym and its long name are."""
    first, last = marked.sentence.first, marked.sentence.last
    made = last - first > LEAST_LONG and tokens.shapes[first] in (UPPER, MIXED)
    return made and DASH.match(tokens.gap(first + 1)) is not None


def _acts(marked: Marked) -> bool:
    """Whether a headline says what a body does ("IOM and Kredo Foundation to support returnees in Mali"): bodies open
    it and a verb follows them."""
    first, last = marked.sentence.first, marked.sentence.last
    joins = {i for c in marked.cues_of("words", "and", "articles") for i in range(c.first, c.last)}
    at = first
    for mention in marked.mentions:
        known = mention.kind == "Organisation" and mention.sure
        if not known or any(i not in joins for i in range(at, mention.first)):
            break
        at = mention.last
    verbs = (*marked.cues_of("words", "after_title", "planned"), *marked.cues_of("contexts", "objective"))
    return first < at < last and any(0 <= c.first - at <= 1 for c in verbs)


def is_local_body(tokens: Tokens, marked: Marked, mention: Mention, language: Language) -> bool:
    """Whether a name begins with a body's head noun or its acronym and ends in a place ("Jobcenter Lucerne")."""
    heads = {c.first for c in marked.cues_of("nouns", "organisation", "sole_organisation")}
    if mention.kind != "Organisation" or mention.first not in heads or mention.last - mention.first < 2:
        return False
    inside = mark_names(tokens, marked, mention, language)
    return any(m.kind == "Place" and m.sure and m.last == mention.last and m.first > mention.first for m in inside)


def is_located_body(tokens: Tokens, marked: Marked) -> bool:
    """Whether a line is a body's name and its country, with nothing else but a bracket: "Kredo Trust (KT) – Malta"."""
    body, country = (marked.mentions[0], marked.mentions[-1]) if len(marked.mentions) > 1 else (None, None)
    if body is None or country is None or country.kind != "Country" or country.last < marked.sentence.last:
        return False
    between = tokens.text[tokens.ends[body.last - 1] : tokens.starts[country.first]]
    sure = body.kind == "Organisation" and body.sure and body.defined and body.first == marked.sentence.first
    return sure and bool(_ASIDE.fullmatch(between))


def kind_of(document: Document, marked: Marked, language: Language) -> str:
    """The kind of a line's block: `title`, too, for the title in a document's front matter; `record` for every other
    field."""
    field, at = marked.sentence.field, marked.sentence.block
    if field is None:
        return document.blocks[at].kind
    front = at == 0 and document.blocks[at].about == "document"
    return "title" if front and language.fields.property_of(field.label) == "title" else "record"


def lone_titles(document: Document, tokens: Tokens, language: Language, marked: list[Marked]) -> frozenset[str]:
    """The folded words that alone are the title of a document, but for general ones ("Projects", "Home")."""
    lone = (m for m in marked if m.sentence.last - m.sentence.first == 1 and not m.cues and not m.concepts)
    return frozenset(tokens.folds[m.sentence.first] for m in lone if kind_of(document, m, language) == "title")


def tells(tokens: Tokens, marked: Marked) -> bool:
    """Whether a title reports something or is a mere label: it names no project."""
    told = reports(tokens, marked) or lone_word(tokens, marked)
    return told or _opens_with_fund(marked) or _speaks_of_us(tokens, marked)


def _speaks_of_us(tokens: Tokens, marked: Marked) -> bool:
    """Whether a title opens with "our" and says what that is: "Our ambition is threefold"."""
    opens = marked.sentence.first in marked.words_of("words", "we")
    return opens and any(tokens.shapes[i] == LOWER for i in marked.words_of("words", "copula"))


def _opens_with_fund(marked: Marked) -> bool:
    """Whether a title opens with a word for a fund and goes on: it speaks of funding, as a kicker before a headline
    does ("Funding programme: money for volunteers")."""
    first, last = marked.sentence.first, marked.sentence.last
    return any(c.first == first and c.last < last for c in marked.cues_of("nouns", "fund"))


def is_sentence(tokens: Tokens, marked: Marked) -> bool:
    """Whether a line is too long for a title and ends with a full stop."""
    first, last = marked.sentence.first, marked.sentence.last
    end = tokens.text[marked.sentence.span.start : marked.sentence.span.end].rstrip()[-1:]
    return last - first > LONGEST_TITLE and end in ".!?"


def labelled_by(tokens: Tokens, language: Language, marked: Marked) -> bool:
    """Whether a line is a label other than a title's, such as "Aim": what follows is its value."""
    text = tokens.text[marked.sentence.span.start : marked.sentence.span.end]
    return marked.sentence.field is None and language.fields.property_of(text.strip(": ")) not in (None, "title")


def named_in_text(document: Document, marked: list[Marked]) -> bool:
    """Whether a sentence of the text names a project for sure: a heading below it is a section of that project's."""
    prose = [s for s in marked if document.blocks[s.sentence.block].kind == "prose"]
    return any(m.kind == "Project" and m.name and m.defined and m.sure for s in prose for m in s.mentions)


def lone_word(tokens: Tokens, marked: Marked) -> bool:
    """Whether a title is one plain word that stands nowhere else with a capital ("Local"): a label, no name."""
    first, last = marked.sentence.first, marked.sentence.last
    if last - first != 1 or tokens.shapes[first] != CAPITAL:
        return False
    same = (i for i, word in enumerate(tokens.folds) if word == tokens.folds[first] and i != first)
    return not any(tokens.shapes[i] != LOWER for i in same)


def says_projects(tokens: Tokens, marked: Marked) -> bool:
    """Whether a heading says no more than "Projects" or "Projects under way in 2023"; "Project details" is a label, and
    below "About the project" stand parts of one."""
    first, last = marked.sentence.first, marked.sentence.last
    several = any(c.first == first for c in marked.cues_of("nouns", "project_plural"))
    if not several and any((c.first, c.last) == (first, last) for c in marked.cues_of("nouns", "project_compound")):
        return False
    if any(c.first == first for c in marked.cues_of("words", "about")):
        return False
    if marked.cues_of("nouns", "project") and last - first <= 2 + len(marked.cues_of("words", "articles", "we")):
        return True
    return _is_list(tokens, marked, set())


def lists_projects(tokens: Tokens, marked: Marked) -> bool:
    """Whether a heading ends in "projects", also with one plain word behind ("Projets européens"), or says whose, where
    and when they are: "EU-funded projects in Malta"."""
    last, several = marked.sentence.last, {c.last for c in marked.cues_of("nouns", "project_plural")}
    plain = tokens.shapes[last - 1] in (LOWER, CAPITAL) and not tokens.gap(last - 1).strip()
    nouns = {c.last for c in marked.cues_of("nouns", "project")}
    if last in several or (plain and last - 1 in several & nouns):
        return True
    known = {i for m in marked.mentions if m.entry is not None for i in range(m.first, m.last)}
    return bool(known) and _is_list(tokens, marked, known)


def _is_list(tokens: Tokens, marked: Marked, known: set[int]) -> bool:
    """Whether a short heading has a word for projects and no other capital than at its head and in what is known."""
    first, last = marked.sentence.first, marked.sentence.last
    many = {c.first for c in marked.cues_of("nouns", "project_plural")}
    rest = (i for i in range(first, last) if i not in many | known and tokens.shapes[i] not in (LOWER, NUMBER))
    return bool(many) and last - first - len(known) <= LONGEST and all(i == first for i in rest)


def introduces(marked: Marked, mention: Mention) -> bool:
    """Whether a project is named for sure behind a name: "Northern Region: the LANTERN project has begun"."""
    behind = (m for m in marked.mentions if m.first > mention.last)
    return any(m.kind == "Project" and m.name and m.defined and m.sure for m in behind)


def cut_after(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether a name ends a title, or a colon, dash or bar stands behind it."""
    return mention.last >= marked.sentence.last or any(c in tokens.gap(mention.last) for c in ":–—|-")


def told_of(tokens: Tokens, marked: Marked, project: Mention) -> bool:
    """Whether a heading tells of an event of a project that it names in quotation marks behind a project noun ("Press
    release – Launch of the project “Lantern”"): the project's name is what is quoted."""
    quoted = tokens.gap(project.first).strip()[-1:] in tuple("“„«»\"'‘’”")
    nouns = (*marked.cues_of("nouns", "project"), *marked.cues_of("nouns", "coreference"))
    noun = next((c for c in nouns if c.last == project.first), None)
    events = marked.cues_of("nouns", "event", "gathering")
    return quoted and noun is not None and any(c.first < noun.first for c in events)


def level_of(document: Document, tokens: Tokens, marked: Marked) -> int:
    """A heading's level, 0 for other lines; a number such as "4.1" stands a level below "4"."""
    block = document.blocks[marked.sentence.block]
    if block.kind != "heading" or not block.level:
        return 0
    number = re.match(r"\s*\d+((?:\.\d+)*)", tokens.text[block.span.start : block.span.end])
    return block.level * 4 + (number[1].count(".") if number else 0)


def holds_verb(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether a finite verb stands inside a name, as in headlines in title case: "IOM Launches New | Project"."""
    verbs = (c.first for c in marked.cues_of("words", "after_title", "reporting"))
    return any(mention.first < i < mention.last and tokens.shapes[i] != LOWER for i in verbs)


def describes(tokens: Tokens, marked: Marked) -> bool:
    """Whether a title says by a project noun what it names, for whom or where: "Mentoring project for refugee women in
    Ghent", "Integrationsprojekt für Frauen"."""
    first, last = marked.sentence.first, marked.sentence.last
    if not LEAST_DESCRIBED <= last - first <= MOST_DESCRIBED or marked.has("nouns", "project_plural", "call", "event"):
        return False
    behind = {c.first for c in marked.cues_of("words", "joiners", "of", "locative", "aims")}
    named = any(c.first == first or c.last in behind for c in marked.cues_of("nouns", "project"))
    served = any(m.kind == "BeneficiaryGroup" for m in marked.concepts)
    return named and (served or any(m.kind in ("Place", "Country") for m in marked.mentions))


def is_label(tokens: Tokens, language: Language, marked: Marked, text: str) -> bool:
    """Whether a heading is a field's label; the project noun that ends a name makes none ("Lantern project")."""
    first, last = marked.sentence.first, marked.sentence.last
    named = any(m.kind == "Project" and m.defined and m.name for m in marked.mentions)
    nouns = (c.first for c in marked.cues_of("nouns", "project") if c.last == last and c.first > first and not named)
    noun = next(nouns, last)
    return language.fields.property_of(tokens.surface(first, noun) if noun < last else text) is not None


def pointers(tokens: Tokens, marked: Marked) -> list[Match[Cue]]:
    """The words of a title that point to a project ("the project"); the bare noun that opens one that describes its
    project points to none: "Projekt města na podporu cizinců"."""
    lone = (marked.sentence.first, marked.sentence.first + 1) if describes(tokens, marked) else None
    return [c for c in marked.cues_of("nouns", "coreference") if (c.first, c.last) != lone]
