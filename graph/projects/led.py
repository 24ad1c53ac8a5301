"""Bodies that stand beside the projects that they run: "Kredo Ltd, Light for all, 70 000 €" or "Light for all, Kredo
Ltd" in a list, “Latarnia” Fundacji Kredo."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import MIXED, UPPER, Tokens
from ontology.vocabulary import ID

UNION = ID + "organisation/european-union"
SEPARATORS = (",", ":", "–", "—", "-", ";", "|")


def is_union(mention: Mention) -> bool:
    """Whether a name is the European Union's."""
    return mention.entry is not None and mention.entry.iri == UNION


def led_from(tokens: Tokens, marked: Marked) -> int:
    """Where the project's name begins in an item: behind a sure body at its head and a comma, colon or dash, else at
    the first word."""
    body = next((m for m in marked.mentions if m.first == marked.sentence.first), None)
    if body is None or body.kind != "Organisation" or not body.sure or body.last >= marked.sentence.last:
        return marked.sentence.first
    gap = tokens.gap(body.last)
    return body.last if gap.strip() in SEPARATORS and gap != "-" else marked.sentence.first


def is_incorporated_item(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether a body with a legal form stands behind a comma, as an entry of its own."""
    legal = any(mention.first < c.first and c.last == mention.last for c in marked.cues_of("words", "legal_forms"))
    return mention.kind == "Organisation" and legal and tokens.gap(mention.first).strip() in SEPARATORS


def owners_in_item(tokens: Tokens, marked: Marked) -> Iterator[tuple[Mention, Mention]]:
    """The project and the body of an item that is nothing but their names, with a comma, colon or dash between."""
    named = [m for m in marked.mentions if m.kind in ("Project", "Organisation") and m.name and m.sure]
    if len(named) != 2 or named[0].kind == named[1].kind or named[0].first != marked.sentence.first:
        return
    one, two = named
    gap = tokens.gap(two.first)
    if one.last == two.first and gap.strip() in SEPARATORS and gap != "-":
        yield (one, two) if one.kind == "Project" else (two, one)


def owners_in_compounds(tokens: Tokens, marked: Marked) -> Iterator[tuple[Mention, Mention]]:
    """Projects named behind a compound of a body and a project noun ("the KRF-project “Lantern”"), with the body; a
    body that the vocabulary holds may only pay, and is left out."""
    nouns = {c.last - 1 for c in marked.cues_of("nouns", "project")}
    for body in marked.mentions:
        made = tokens.shapes[body.first] in (UPPER, MIXED)  # no plain noun: "das Mentoring-Programm „Laterne“"
        unknown = body.entry is None and (body.kind == "Organisation" or (body.kind == "Name" and made))
        if not unknown or body.last not in nouns or tokens.gap(body.last) != "-":
            continue
        for project in marked.mentions:
            if project.kind == "Project" and project.name and project.first == body.last + 1:
                yield project, body


def owners_by_case(tokens: Tokens, marked: Marked) -> Iterator[tuple[Mention, Mention]]:
    """Projects with the body that stands right behind their name, in another case than its base form: in languages
    that say "of" so ("„Latarnia” Fundacji Kredo")."""
    for project, body in pairwise(marked.mentions):
        named = project.kind == "Project" and project.name and body.kind == "Organisation" and body.entry is None
        if not named or body.first != project.last or tokens.gap(body.first).strip(" ”“»\"’'"):
            continue
        written = tokens.surface(body.first, body.last)
        if written in body.also and written != body.name:
            yield project, body


def owners_before_nouns(tokens: Tokens, marked: Marked) -> Iterator[tuple[Mention, Mention]]:
    """Projects named behind a project noun that a body stands right before ("the Kredo Foundation project “Lantern”"),
    with the body; the European Union only pays for what is called its project."""
    nouns = {c.first: c.last for c in marked.cues_of("nouns", "project")}
    for body in marked.mentions:
        end = nouns.get(body.last)
        runs = body.kind == "Organisation" and body.sure and not is_union(body)
        if end is None or not runs or tokens.gap(body.last).strip():
            continue
        for project in marked.mentions:
            if project.kind == "Project" and project.name and project.first == end and "," not in tokens.gap(end):
                yield project, body
