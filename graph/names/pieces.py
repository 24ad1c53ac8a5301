"""Names of bodies in the value of a field or on a line of a list: where one ends, its forms, and its country."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graph.marking.found import Found
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import DOTTED

_SEPARATORS = re.compile(r"\s*(?:[;\n•|]|\s/\s)\s*")
_COMMAS = re.compile(r"\s*,\s*")
_DASH = re.compile(r"\s+([–—-])\s+")
_LED = re.compile(r"([^:–—-]{3,40}?)(?:\s+[–—-]\s+|:\s+)([^\W\d_].+)")
_HIDDEN = "X\0{}\0"  # stands for a name that holds a comma
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_BEFORE_COUNTRY = re.compile(r"(.+?)\s*[(,–—-]\s*(?:\w{1,4}\s)?")
_RATE_BEFORE = re.compile(r"^\d{1,3}(?:[.,]\d{1,3})?\s?%\)?[\s:–—-]*")
_RATE_BEHIND = re.compile(r"[\s:–—=(-]*(?<![\d.,])\d{1,3}(?:[.,]\d{1,3})?\s?%\)?$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_JOINT = re.compile(r"^[\s:–—)-]+")
LONGEST_BODY = 16
LONGEST_NOUN = 24  # letters of a body's noun before its name


@dataclass(frozen=True)
class SmallWords:
    """A language's articles, words for "and" and legal forms, in lower case, forms without points."""

    articles: frozenset[str]
    ands: tuple[str, ...]
    forms: frozenset[str] = frozenset()

    @classmethod
    def of(cls, words: Mapping[str, Collection[str]]) -> SmallWords:
        """Those of a lexicon's words; of several that fit, the longest counts."""
        ands = sorted(words.get("and", ()), key=lambda word: (-len(word), word))
        forms = frozenset(_unpointed(form) for form in words.get("legal_forms", ()))
        return cls(frozenset(words.get("articles", ())), tuple(ands), forms)


def pieces(text: str, marked: Marked, small: SmallWords) -> list[str]:
    """The names in a value: cut at strong separators, at a dash between two bodies, at commas outside brackets where
    every piece could be a name of its own, and at the "and" before the last."""
    found: list[str] = []
    where = {" ".join(m.name.split()): m.kind for m in marked.mentions if m.kind in ("Place", "Country")}
    bodies = [" ".join(m.name.split()) for m in marked.mentions if m.kind == "Organisation" and m.sure]
    names = sorted({" ".join(m.name.split()) for m in marked.mentions if "," in m.name and m.kind != "money"})
    for whole in (half for value in _split_outside(text, _SEPARATORS) for half in _at_dash(value, marked)):
        part, country = _led_by_country(whole, where)
        for number, name in enumerate(names):  # "Asylum, Migration and Integration Fund" is one
            part = part.replace(name, _HIDDEN.format(number))
        at = len(found)
        commas: list[str] = []
        for piece in (_bare(p, small) for p in _split_outside(part, _COMMAS) if p):
            kind = where.get(piece.strip(" ."))
            row = kind == "Country" and bool(commas) and _of_country(commas[-1], where)
            if commas and _unpointed(piece) in small.forms:
                commas[-1] += f", {piece}"  # "Omnia, Ltd"
            elif kind and commas and not row:
                commas[-1] += f", {piece}" if kind == "Country" else ""
            else:
                commas.append(piece)
        if ("," in part and commas) and all(_begins_name(c, bodies) for c in commas):
            *commas, end = [_shown(piece, names) for piece in commas]
            several = bool(commas) and not any(name in end for name in names)
            found += [*commas, *_at_and(end, marked, small, several)]
        else:
            found += _at_and(_shown(part, names), marked, small, several=False)
        if country:
            found[at:] = [f"{_stripped(name)} ({country})" for name in found[at:]]
    return [stripped for p in found if (stripped := _stripped(p))]


def _shown(piece: str, names: Sequence[str]) -> str:
    """A piece with the names that hold a comma in their places again."""
    for number, name in enumerate(names):
        piece = piece.replace(_HIDDEN.format(number), name)
    return piece


def _unpointed(form: str) -> str:
    """A legal form in lower case without points and blanks: "I. P." and "i.p." are one."""
    return form.replace(".", "").replace(" ", "").lower()


def _of_country(piece: str, where: Mapping[str, str]) -> bool:
    """Whether a piece is a country, begins with one before a bracket or ends with one: the next in a row of countries
    is not its own ("France (Kredo), Germany, Malta")."""
    ends = (piece.split(" (")[0], piece.rsplit(", ", maxsplit=1)[-1])
    return any(where.get(end.strip(" .")) == "Country" for end in ends)


def _begins_name(piece: str, bodies: Sequence[str]) -> bool:
    """Whether a piece between commas may be a name of its own: a capital or a quotation mark and a capital begin it, or
    a body's noun in lower case does ("asbl Kredo", "associazione Omnia")."""
    if piece.lstrip("“”„«»\"'‘ ")[:1].isupper() or _SLUG.fullmatch(piece):
        return True
    led = (piece[: piece.index(body)] for body in bodies if body in piece)
    return any(len(before) <= LONGEST_NOUN and before == before.lower() for before in led)


def _led_by_country(part: str, where: Mapping[str, str]) -> tuple[str, str]:
    """The bodies of a part of a list that its country leads ("Malta - Kredo Foundation, Omnia Ltd"), and the country;
    "" where none does."""
    match = _LED.fullmatch(part)
    led = match is not None and where.get(match[1].strip()) == "Country" and match[2].strip() not in where
    return (match[2], match[1].strip()) if led and match is not None else (part, "")


def _stripped(piece: str) -> str:
    """A name without the marks around it; the last point of an abbreviation in points stays."""
    found = piece.strip(" .,-–:'\"[]")
    return f"{found}." if DOTTED.search(found) and f"{found}." in piece else found


def _at_dash(part: str, marked: Marked) -> list[str]:
    """A value cut at a dash between a long known name and a further body ("European Union – Ministry of Labour"), but
    not between an acronym and what it stands for."""
    left, dash, right = (" ".join(p.split()) for p in (*_DASH.split(part, maxsplit=1), "", "")[:3])
    bodies = {" ".join(m.name.split()): m for m in marked.mentions if m.kind in ("Organisation", "Fund")}
    known = bodies.get(left)
    long = dash and known is not None and known.entry is not None and " " in left
    return [left, right] if long and any(right.startswith(name) for name in bodies) else [part]


def _at_and(piece: str, marked: Marked, small: SmallWords, several: bool) -> list[str]:
    """A value cut at the "and" before its last name, unless a name runs across it; in a list of `several` names what
    follows may be any name, else each side must begin as a name that grammar found, or the first be a known one. What
    follows in lower
    case, as "and civil society" does, is left out."""
    bodies = [m for m in marked.mentions if m.kind in ("Organisation", "Fund") and m.sure]
    joined = {" ".join(m.name.split()): m.entry for m in bodies}
    names = tuple(" ".join(m.name.split()) for m in marked.mentions if m.kind in ("Organisation", "Fund", "Name"))
    inner = [(m.start(), m.end()) for name in joined for m in re.finditer(re.escape(name), piece)]
    for match in (m for word in small.ands for m in re.finditer(re.escape(f" {word} "), piece)):
        left, right = piece[: match.start()], piece[match.end() :]
        bare = _bare(right, small)
        across = any(start < match.start() < end for start, end in inner)
        if across or not left[:1].isupper() or left.count("(") > left.count(")"):
            continue
        first, last = (re.sub(r"\s*\([^()]*\)$", "", side) for side in (left, bare))  # "Omnia (OMN) and Kredo (KR)"
        known = joined.get(first) is not None and " " in bare
        apart = first in names and last.startswith(names)
        if bare[:1].isupper() and (several or known or apart):
            return [left, *_at_and(bare, marked, small, several)]
        plain = _BRACKETS.sub("", right)
        if not bare[:1].isupper() and right.split(" ")[0].lower() in small.articles and plain == plain.lower():
            return [left]
    return [piece]


def _split_outside(part: str, marks: re.Pattern[str]) -> list[str]:
    """A value cut at the marks that stand in no bracket (of one line)."""
    cuts, last = [], 0
    for match in marks.finditer(part):
        before = part[part.rfind("\n", 0, match.start()) + 1 : match.start()]
        if before.count("(") <= before.count(")"):
            cuts.append(part[last : match.start()])
            last = match.end()
    return [*cuts, part[last:]]


def _bare(piece: str, small: SmallWords) -> str:
    """A piece without the "and" and the article that it begins with."""
    for word in small.ands:
        if piece.lower().startswith(f"{word} ") and piece[:1].islower():
            piece = piece[len(word) :].lstrip()
            break
    first, _, rest = piece.partition(" ")
    return rest if rest[:1].isupper() and first.lower() in small.articles else piece


def without_sums(piece: str, sums: Sequence[Found]) -> str:
    """A funder's name without the rate or the sum that stands before or behind it ("75 % Kredo Foundation", "Kredo
    Foundation (40,000 euros)"); `sums` are the amounts of money in the piece."""
    for found in sums:
        if not piece[: found.start].strip(" ("):
            return _JOINT.sub("", piece[found.end :]).strip()
        if not piece[found.end :].strip(" )."):
            return piece[: found.start].rstrip(" :–—-(=")
    return _RATE_BEHIND.sub("", _RATE_BEFORE.sub("", piece))


def country_of(piece: str, marked: Marked) -> tuple[str, Mention | None]:
    """A body's name and the country that follows it: "Kredo Foundation (Italy)", "Kredo Foundation, Italy"."""
    bare = piece.rstrip(" .)")
    for mention in marked.mentions:
        if mention.kind == "Country" and bare.endswith(mention.name) and len(bare) > len(mention.name):
            head = _BEFORE_COUNTRY.fullmatch(bare[: -len(mention.name)])
            if head:
                return _without_town(head[1].strip()), mention
    return piece, None


def _without_town(body: str) -> str:
    """A body's name without the bracket that its country was cut from ("Kredo (Rome", of "(Rome, Italy)")."""
    return body[: body.rindex("(")].strip() if body.count("(") == body.count(")") + 1 and body[0] != "(" else body


def is_body(piece: str) -> bool:
    """Whether a piece can be the name of a body: not too long, with a capital, no year, address or link."""
    words = piece.split()
    return (
        0 < len(words) <= LONGEST_BODY
        and (any(w[0].isupper() for w in words) or _SLUG.fullmatch(piece) is not None)
        and not re.search(r"\d{4}|https?:|@", piece)
    )


def forms_of(piece: str) -> tuple[str, ...]:
    """Further forms of a name: without its bracket, a short bracket by itself, a slug with spaces."""
    bracket = re.fullmatch(r"(.+?)\s*\(([^()]{2,40})\)", piece)
    if bracket:
        return (
            (bracket[1], bracket[2])
            if len(bracket[2]) <= 12 and bracket[2].upper() != bracket[2].lower()
            else (bracket[1],)
        )
    return (piece.replace("-", " "),) if _SLUG.fullmatch(piece) else ()
