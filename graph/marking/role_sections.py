"""Records below a heading that is a role's label: "Lead partner" / "Name: Kredo Foundation" / "Country: Malta".

Project databases give each body a section with labels of its own. A reader, which knows no labels, takes the name for
a title and the country for the project's. Such fields become those of an item with the heading for its key ("Lead
partner.Name"), as front matter and JSON have them, and are read like these (`graph.facts.nested`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.marking.labels import says_project
from graph.marking.language import NAMED_BODIES, Language
from graph.model import Block, Document

HEADINGS = frozenset({"heading", "title", "prose", "item"})
LONGEST, LEAST_FIT = 6, 0.5  # words of a heading; the share of a label's words that say "name"
_NUMBER = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4})[.)]?\s+|\s+\d{1,2}$")


def with_role_sections(document: Document, language: Language) -> Document:
    """The document with such fields as those of items; the same document if it has none."""
    blocks: list[Block] = []
    role = ""
    for block in document.blocks:
        named = _is_record(block) and any(_names(language, field.label) for field in block.fields)
        if role and named and not any(says_project(language, field.label) for field in block.fields):
            block = replace(block, fields=tuple(replace(f, label=_key(language, role, f.label)) for f in block.fields))
        elif block.kind in HEADINGS:
            role = _role(document, language, block)
        elif not _is_record(block):
            role = ""
        blocks.append(block)
    return document if tuple(blocks) == document.blocks else replace(document, blocks=tuple(blocks))


def _is_record(block: Block) -> bool:
    return block.kind == "record" and block.about == "document"


def _names(language: Language, label: str) -> bool:
    """Whether a label may be that of a body's name: "Name", "Official name", "Organisation"."""
    fit, name = language.fields.fit(label), language.fields.property_of(label)
    return (name == "title" and fit >= LEAST_FIT) or (name in NAMED_BODIES and fit == 1)


def _key(language: Language, role: str, label: str) -> str:
    """A label as a key of an item; that of a name is the word for "name" alone ("Applicant.name")."""
    words = label.split() if _names(language, label) else []
    plain = (w for w in words if language.fields.fit(w) == 1 and language.fields.property_of(w) == "title")
    return f"{role}.{next(plain, label)}"


def _role(document: Document, language: Language, block: Block) -> str:
    """The role that a heading is the label of, without its number; "" for others."""
    text = _NUMBER.sub("", document.text[block.span.start : block.span.end].strip(" \n*_:#")).strip()
    if not text or "\n" in text or "." in text or len(text.split()) > LONGEST or language.fields.fit(text) < 1:
        return ""
    return text if language.fields.property_of(text) in NAMED_BODIES else ""
