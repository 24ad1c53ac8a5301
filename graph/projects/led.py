"""Bodies beside the projects that a list names: "Kredo Ltd, Light for all, 70 000 €", "Light for all, Kredo Ltd"."""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Tokens

SEPARATORS = (",", ":", "–", "—", "-", ";", "|")


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
