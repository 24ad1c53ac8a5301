"""Names of bodies in the value of a field or on a line of a list: where one ends, its forms, and its country."""

from __future__ import annotations

import re
from collections.abc import Collection

from graph.marking.mentions import Marked, Mention

_SEPARATORS = re.compile(r"\s*(?:[;\n•|]|\s/\s)\s*")
_COMMAS = re.compile(r"\s*,\s*(?:and\s+)?")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_BEFORE_COUNTRY = re.compile(r"(.+?)\s*[(,–—-]\s*(?:\w{1,4}\s)?")
LONGEST_BODY = 16


def pieces(text: str, marked: Marked, articles: Collection[str]) -> list[str]:
    """The names in a value: cut at strong separators, and at commas outside brackets where every piece could be a
    name of its own."""
    found = []
    where = {" ".join(m.name.split()): m.kind for m in marked.mentions if m.kind in ("Place", "Country")}
    for part in _SEPARATORS.split(text):
        commas: list[str] = []
        for piece in (_without_article(p, articles) for p in _split_outside(part) if p):
            kind = where.get(piece.strip(" ."))
            if kind and commas:
                commas[-1] += f", {piece}" if kind == "Country" else ""
            else:
                commas.append(piece)
        names = [" ".join(m.name.split()) for m in marked.mentions if "," in m.name]
        if (
            ("," in part and commas)
            and all(c[:1].isupper() or _SLUG.fullmatch(c) for c in commas)
            and not any(n in part for n in names)
        ):
            found += commas
        else:
            found.append(part)
    return [p.strip(" .,-–:'\"[]") for p in found if p.strip(" .,-–:'\"[]")]


def _split_outside(part: str) -> list[str]:
    """A value cut at the commas that stand in no bracket."""
    cuts, last = [], 0
    for match in _COMMAS.finditer(part):
        before = part[: match.start()]
        if before.count("(") <= before.count(")"):
            cuts.append(part[last : match.start()])
            last = match.end()
    return [*cuts, part[last:]]


def _without_article(piece: str, articles: Collection[str]) -> str:
    first, _, rest = piece.partition(" ")
    return rest if rest[:1].isupper() and first.lower() in articles else piece


def country_of(piece: str, marked: Marked) -> tuple[str, Mention | None]:
    """A body's name and the country that follows it: "Kredo Foundation (Italy)", "Kredo Foundation, Italy"."""
    bare = piece.rstrip(" .)")
    for mention in marked.mentions:
        if mention.kind == "Country" and bare.endswith(mention.name) and len(bare) > len(mention.name):
            head = _BEFORE_COUNTRY.fullmatch(bare[: -len(mention.name)])
            if head:
                return head[1].strip(), mention
    return piece, None


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
