"""Addresses and numbers by which a person can be reached: private, unless they are plainly a body's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Reading, Span
from graph.privacy.spelling import folded_name, words_of
from ontology.people import mailboxes

_MAIL = re.compile(r"[^\s<>()\[\],;:\"'“”«»/@]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w+])\+\d(?:[ ()/.\u00a0-]{0,3}\d){7,14}(?!\d)")


def contacts(reading: Reading) -> Iterator[Span]:
    """The e-mail addresses and the telephone numbers (those with a country's prefix) that may be a person's.

    An address is a body's if the part before the `@` is a common mailbox ("info") or a word of the name of something
    that the document speaks of.
    """
    text = reading.document.text
    if "@" in text:
        bodies = {
            word
            for entity in reading.entities
            if entity.kind != "Person"
            for name in (*(name.text for name in entity.names), *entity.acronyms)
            for word in folded_name(name)
        }
        for match in _MAIL.finditer(text):
            local = [word.text for word in words_of(match.group().rpartition("@")[0])]
            if not all(word in mailboxes() or word in bodies or word.isdigit() for word in local):
                yield Span(*match.span())
    if "+" in text:
        yield from (Span(*match.span()) for match in _PHONE.finditer(text))
