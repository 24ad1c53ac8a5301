"""Titles and headings as names of projects."""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER, Tokens
from graph.marking.value_patterns import CODE
from ontology.words import folded_words

_NUMBERING = re.compile(
    r"^\s*(?:\d{1,2}[-./]\d{1,2}[-./]\d{4}\s*[:–|]\s*|"
    r"\d{1,2}(?:\.\d{1,2})+[.)]?\s+|\d{1,2}[.)](?:\s+|(?=[^\W\d_]{3}))|[IVX]{1,4}[.)]\s+|[-–•*#]+\s*)"
)
_SPLIT = re.compile(r"\s+[–—|-]\s+|:\s+|\s*[–—]\s*|(?<=[a-zà-ÿ0-9])\.(?=[A-ZÀ-Ý])")
_CODE_BEHIND = re.compile(rf"(.*\S)\s*\((?:{CODE.pattern})\)?")
_QUOTED_BEHIND = re.compile(r"([^“”„«»\":]{3,60}):\s*[“„«\"»]\s*([^“”„«»\"]{3,200}?)\s*[”»“\"«″.]*\s*")
LONGEST_COMPOUND, LONGEST_HEADING = 6, 20
LONGEST_LABEL = 4
_QUOTED_BEFORE = re.compile(
    r"[“„«\"»‘‚']([^“”„«»\"‘’‚]{3,80})[”“»\"«’']\s*(?:[–—|]|:(?=\s)|-(?=\s))\s*([^“”„«»\"]{3,})"
)
_QUOTED_END = re.compile(r"((?:[^\s“”„«»\"]+\s+){3,})[“„«»\"]([^“”„«»\"]{3,80})[”“»«\"]")  # "Help on the way “Name”"
_PERIOD = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-z])")
_SHORT_FORM = re.compile(r"([^()\[\]]{9,}\S)\s+[(\[]([A-Z][A-Z0-9+-]{2,14})[)\]]")
_LONG_FORM = re.compile(r"([A-Z][\w+-]*[A-Z][\w+-]*)\s+(?:\(([^()]{9,})\)|[“„«\"]([^“”„«»\"]{9,})[”“»\"]?)")
ADDRESS = re.compile(r"https?://|\bwww\.")
DASHES = frozenset({"–", "—", "-", "|"})
BEFORE_CALL = DASHES | {":"}
LONGEST_CALL = 4  # words from "a" to the project noun, both counted
LONGEST_FORM = 8  # words of a first sentence that stands for a title of two


def strip_numbering(text: str) -> str:
    """A heading without its number or bullet."""
    return _NUMBERING.sub("", text).strip()


def past_numbering(tokens: Tokens, first: int, last: int) -> int:
    """The first word of a heading behind its number, which a mark or a second number shows to be one."""
    start = tokens.starts[first]
    text = tokens.text[start : tokens.ends[last - 1]]
    cut = start + len(text) - len(_NUMBERING.sub("", text).lstrip())
    return next((i for i in range(first, last) if tokens.starts[i] >= cut), first)


def _closed(title: str) -> str:
    """A title with the quotation mark that closes one inside, if it was stripped from the end."""
    pairs = [("«", "»")]
    if "„" not in title or "“" not in title:
        pairs.append(("„" if "„" in title else "“", "”"))
    if title.count('"') % 2:
        return f'{title}"'
    lost = [closing for opening, closing in pairs if opening in title and title.rfind(closing) <= title.rfind(opening)]
    return title + lost[0] if lost else title


def split_title(title: str) -> tuple[str, tuple[str, ...]]:
    """A title and its further forms: "ABC – Long name" gives the whole, and "ABC" and "Long name" as forms.

    Only a short first part is a form of its own. "Long name (ABC)", "ABC (Long name)" and "First sentence. Second
    sentence" give the whole and both parts, too.
    """
    if quoted := _QUOTED_BEFORE.fullmatch(" ".join(title.split())):
        name, rest = quoted[1].strip(" .,"), quoted[2].strip(" .,;:–-")
        return f"{name} – {rest}", (name, rest)
    title = _closed(" ".join(title.split()).strip(" .,;:–-\"'“”«»„‘’‚"))
    parts, sentences = _SPLIT.split(title, maxsplit=1), _PERIOD.split(title, maxsplit=1)
    if len(sentences) == 2 and 2 <= len(sentences[0].split()) <= LONGEST_FORM and len(sentences[0]) < len(parts[0]):
        return title, (sentences[0].strip(" ,"), sentences[1].strip())
    if len(parts) == 2 and parts[0] and parts[1] and len(parts[0].split()) <= 6:
        return title, (parts[0].strip(), parts[1].strip())
    if short := _SHORT_FORM.fullmatch(title):
        return title, (short[1], short[2])
    if long := _LONG_FORM.fullmatch(title):
        return title, (long[1], long[2] or long[3])
    return title, ()


def title_mention(tokens: Tokens, marked: Marked, nouns: Set[str]) -> Mention | None:
    """The whole of a heading or title as a project's name; `nouns` are folded project nouns, which begin no name."""
    sentence = marked.sentence
    first = sentence.first
    text = tokens.text[sentence.span.start : sentence.span.end]
    code = CODE.match(text.strip()) or re.match(r"\s*([A-Z]{1,6}\s\d{4}[-/]\d{1,4})(?=\s)", text)
    bare = strip_numbering(text[code.end() :] if code else text)
    while first < sentence.last and (
        tokens.shapes[first] == NUMBER or tokens.starts[first] < sentence.span.start + (code.end() if code else 0)
    ):
        first += 1
    if first + 1 < sentence.last and tokens.folds[first] in nouns and tokens.shapes[first + 1] != LOWER:
        first += 1
        bare = tokens.text[tokens.starts[first] : sentence.span.end]
    if (asked := past_question(tokens, marked, first, nouns)) > first:
        first, bare = asked, tokens.text[tokens.starts[asked] : sentence.span.end] if asked < sentence.last else ""
    if (told := past_label(tokens, marked, first, nouns)) > first:
        first, bare = told, tokens.text[tokens.starts[told] : sentence.span.end]
    if first >= sentence.last or sentence.last - first > 30 or ADDRESS.search(bare):
        return None
    if described := before_description(tokens, marked, first):
        name, whole = tokens.surface(first, described), " ".join(bare.split())
        return Mention("Project", first, described, name, also=(whole,), defined=True)
    if (owner := before_owner(tokens, marked, first)) < sentence.last and len(bare) > len(tokens.surface(first, owner)):
        bare = tokens.surface(first, owner)
    shorter, last = _before_period(tokens, marked, bare), sentence.last
    if shorter != bare:  # the period keeps its place beside the name
        last = next(m.first for m in marked.mentions if m.kind == "period" and m.last == last)
    name, also = split_title(_quoted_behind(bare, nouns) or shorter)
    if not also and sentence.field is not None and (called := _QUOTED_END.fullmatch(name)):
        also = (called[2].strip(" .,"), called[1].strip(" .,;:–-"))
    if behind := _CODE_BEHIND.fullmatch(name):
        name, also = split_title(behind[1])
        also = (*also, bare.strip())
    forms = (*also, f"{code.group().strip()} {name}") if code else also
    return Mention("Project", first, last, name, also=forms, defined=True)


def past_question(tokens: Tokens, marked: Marked, first: int, nouns: Set[str]) -> int:
    """The word behind "What is" and the like at the head of a heading without a question mark, and behind an article
    and a project noun there, if a name may begin with it; else the first word."""
    at = max((c.last for c in marked.cues_of("words", "asks") if c.first == first), default=first)
    small = marked.words_of("words", "articles")
    while first < at < marked.sentence.last and (at in small or tokens.folds[at] in nouns):
        at += 1
    return at if at < marked.sentence.last and tokens.shapes[at] != LOWER else first


def past_label(tokens: Tokens, marked: Marked, first: int, nouns: Set[str]) -> int:
    """The word behind "Finished project:" and the like at the head of a heading: a project noun among words of the
    language, none of which stands out by capitals; else the first word."""
    last = min(marked.sentence.last, first + LONGEST_LABEL + 1)
    at = next((i for i in range(first + 1, last) if tokens.gap(i).strip() == ":"), first)
    known = {i for c in marked.cues for i in range(c.first, c.last)}
    loud = {tokens.shapes[i] == UPPER for i in range(first, at)}
    label = at - first > 1 and len(loud) == 1 and known.issuperset(range(first, at)) and tokens.shapes[at] != LOWER
    return at if label and nouns & {tokens.folds[first], tokens.folds[at - 1]} else first


def before_description(tokens: Tokens, marked: Marked, first: int) -> int | None:
    """Where the name ends in a title that calls it a project behind a colon or dash: "Lantern: a project for women"."""
    at = next((i for i in range(first + 1, marked.sentence.last) if tokens.gap(i).strip() in BEFORE_CALL), first)
    nouns = {c.first for c in marked.cues_of("nouns", "project")}
    called = called_from(tokens, marked, at) and nouns & {*range(at + 1, at + LONGEST_CALL)}
    return at if at > first and called else None


def before_colon(tokens: Tokens, marked: Marked, same: Callable[[str], bool]) -> Mention | None:
    """The name of several words that a heading begins with and then speaks of: "Lantern for all: the club takes stock";
    `same` says whether it is a known one."""
    first, last = marked.sentence.first, marked.sentence.last
    at = next((i for i in range(first + 2, last) if tokens.gap(i).strip() == ":"), None)
    if at is None or tokens.gap(at) != ": " or not same(name := tokens.surface(first, at)):
        return None
    return Mention("Project", first, at, name, defined=True)


def called_from(tokens: Tokens, marked: Marked, at: int) -> bool:
    """Whether a colon or dash and "a" stand at a word: "Lantern: | a project for women"."""
    return tokens.gap(at).strip() in BEFORE_CALL and at in marked.words_of("words", "indefinite")


def _quoted_behind(title: str, nouns: Set[str]) -> str | None:
    """What a heading quotes behind a colon, if a project noun stands before it: "Launch of a project: “Lantern”"."""
    found = _QUOTED_BEHIND.fullmatch(title)
    head = folded_words(found[1]) if found else []
    return found[2] if found and any(word in nouns for word in head) else None


def before_owner(tokens: Tokens, marked: Marked, first: int) -> int:
    """Where a title that begins at a word ends: before a dash or bar and the body that ends the line ("Lantern | Kredo
    Foundation", "Lanterna per tutti – Comune di Novara"), else with the line."""
    end = marked.sentence.last
    at = next((i for i in range(end - 1, first, -1) if tokens.gap(i).strip() in DASHES), end)
    heads = {c.first for c in marked.cues_of("nouns", "organisation", "lowercase_organisation", "sole_organisation")}
    for mention in marked.mentions:
        body = mention.kind == "Organisation" and mention.sure and mention.first == at
        if mention.last == end and mention.first >= at and (body or (at in heads and mention.kind == "Place")):
            return at
    named = any(m.first == at and m.last == end and m.kind == "Name" for m in marked.mentions)
    return at if at in heads and named else end


def _before_period(tokens: Tokens, marked: Marked, title: str) -> str:
    """A title without the bracket at its end that holds nothing but a period: "Help on arrival (May 2011 – 2012)"."""
    ends = [m for m in marked.mentions if m.kind == "period" and m.last == marked.sentence.last]
    if not ends or "(" not in tokens.gap(ends[0].first) or title.count("(") == 0 or title.rstrip()[-1:] != ")":
        return title
    return title[: title.rindex("(")]


def ends_in_compound(tokens: Tokens, marked: Marked) -> bool:
    """Whether a short heading is a name that a project noun clings to with a hyphen ("LANTERN-hanke", "Koti ja
    työ-hanke"); not where a known fund or body stands before the hyphen, for then the noun is meant."""
    sentence = marked.sentence
    nouns = [c for c in marked.cues_of("nouns", "project") if c.last == sentence.last]
    at = sentence.last - 1
    if not nouns or at <= sentence.first or tokens.gap(at).strip() != "-" or at - sentence.first > LONGEST_HEADING:
        return False
    plural = any(c.last == sentence.last for c in marked.cues_of("nouns", "project_plural"))
    if plural or at - 1 in marked.words_of("words", "articles"):
        return False
    if any(m.entry is not None and m.last == at for m in marked.mentions):
        return False
    if tokens.shapes[at - 1] in (UPPER, MIXED) or (tokens.shapes[at - 1] == CAPITAL and "(" in tokens.gap(at - 1)):
        return True
    if at - sentence.first > LONGEST_COMPOUND:
        return False
    if any(m.kind == "Project" and m.defined and m.first == sentence.first and m.last > at for m in marked.mentions):
        return True
    small = {c.first for c in marked.cues_of("words", "articles", "stop", "indefinite", "copula")}
    lower = at - 1 > sentence.first and tokens.shapes[at - 1] == LOWER and tokens.shapes[sentence.first] != LOWER
    return lower and not any(i in small for i in range(sentence.first, at))


def alike(one: str, two: str) -> bool:
    """Whether two long names, in normal form, share most of their words."""
    a, b = set(one.split()), set(two.split())
    return min(len(a), len(b)) >= 4 and len(a & b) >= 0.7 * len(a | b)


def short_form(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """The last word of a longer name as a name of its own, if capitals inside mark it as a made one ("Partnerships for
    Schools InHERE")."""
    made = last - first > 1 and tokens.shapes[last - 1] == MIXED and sum(map(str.isupper, tokens.word(last - 1))) >= 3
    return (tokens.word(last - 1),) if made else ()


def closes(tokens: Tokens, at: int) -> bool:
    """Whether a quotation mark closes right before a position."""
    end = tokens.ends[at - 1]
    return tokens.text[end : end + 1] in set("’”»\"'")


def without_article(name: str, articles: Set[str]) -> str:
    """A name as the uses of it are counted: folded, without an article at its head."""
    words = folded_words(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] in articles else words)
