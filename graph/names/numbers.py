"""Numbers of bodies in registers, as texts give them beside their names: PICs of the EU and identifiers of IATI.

A number stands behind the name, in a bracket or after a mark, in a column of its own, or in an attribute of an IATI
file. One that breaks its register's rule for check digits is none; one that two bodies are given in a row is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import Tokens
from graph.model import Block, Document, Span
from ontology.identifiers import IATI_ORGANISATION, PIC, body_number

_PIC = rf"PIC(?![a-z])[^\d\n(),;]{{0,16}}(?P<pic>{PIC.pattern})(?!\d)"
_IATI = rf"(?<![\w-])(?P<iati>{IATI_ORGANISATION.pattern})(?![\w-])"
_BEHIND = re.compile(rf"\s*(?:[(\[][^()\[\]\n]{{0,60}}?|[,;:–—-]\s*)?(?:{_PIC}|{_IATI})")
_CUES = re.compile(r"PIC|[A-Z]{2}-[A-Z]{2}")
_COLUMN = re.compile(r"(?:.*\W)?(?:PIC|IATI)(?:\W.*)?")
_REFERENCE = re.compile(r".*/participating-org\[\d+\]/@ref")


class Things(Protocol):
    """Knows the thing that a mention stands for."""

    def thing_of(self, mention: Mention) -> Thing:
        """The thing of a mention."""
        ...


def take_numbers(document: Document, tokens: Tokens, marked: list[Marked], things: Things) -> None:
    """Give the bodies of a document the numbers that stand beside their names."""
    if not _CUES.search(document.text) and not document.nodes:
        return
    bodies = [
        (Span(tokens.starts[m.first], tokens.ends[m.last - 1]), thing)
        for sentence in marked
        for m in sentence.mentions
        if m.name and m.kind in ("Organisation", "Name") and (thing := things.thing_of(m)).kind == "Organisation"
    ]
    for body, number in (*_behind(document, bodies), *_in_rows(document, bodies), *_referred(document, bodies)):
        if number and number not in body.numbers:
            body.numbers.append(number)


def _behind(document: Document, bodies: list[tuple[Span, Thing]]) -> Iterator[tuple[Thing, str]]:
    """Numbers right behind names; a name that holds its own bracket ends before it."""
    for span, body in bodies:
        if found := _BEHIND.match(document.text, span.end):
            yield body, body_number(found["pic"] or found["iati"])


def _in_rows(document: Document, bodies: list[tuple[Span, Thing]]) -> Iterator[tuple[Thing, str]]:
    """Numbers in a column of their own, of rows with one body."""
    for block in document.blocks:
        numbers = _column(document, block)
        inside = [body for span, body in bodies if block.span.start <= span.start and span.end <= block.span.end]
        if len(numbers) == 1 and len({body.key for body in inside}) == 1:
            yield inside[0], numbers[0]


def _column(document: Document, block: Block) -> list[str]:
    """The numbers in the fields of a record that a label says are such."""
    values = (document.text[f.value.start : f.value.end].strip() for f in block.fields if _COLUMN.fullmatch(f.label))
    return [number for value in values if (number := body_number(value))]


def _referred(document: Document, bodies: list[tuple[Span, Thing]]) -> Iterator[tuple[Thing, str]]:
    """Numbers in the attributes of organisations of an IATI file."""
    references = {node.span: node.text for node in document.nodes if _REFERENCE.fullmatch(node.path)}
    for span, body in bodies:
        if span in references:
            yield body, body_number(references[span])
