"""Values that a register numbers: the name is what stands behind the number."""
from __future__ import annotations

from graph.extraction import extract
from graph.model import Block, Document, Field, Reading, Span
from tests.small_documents import facts


def row(**values: str) -> Reading:
    """A record about the document, with a line for each label and value."""
    text, made = "", []
    for label, value in values.items():
        at = len(text) + len(label) + 2
        made.append(Field(label, Span(at, at + len(value)), Span(len(text), len(text) + len(label))))
        text += f"{label}: {value}\n"
    block = Block("record", Span(0, len(text)), fields=tuple(made), about="document")
    return extract(Document("small.txt", "0" * 64, text, "en", (block,)))


def test_the_number_is_no_part_of_a_name_and_a_titles_is_its_code() -> None:
    found = facts(row(title="5000123-Light for newcomers", beneficiary="77-Kredo Foundation", fund="2-ESF", location="EL21-Epirus"))
    name = "Light for newcomers"
    assert {(name, "code", "5000123"), (name, "implementedBy", "Kredo Foundation"), (name, "fundedBy", "ESF"), (name, "takesPlaceIn", "Epirus")} <= found


def test_a_short_number_a_small_letter_or_a_date_stays() -> None:
    found = facts(row(title="24-Hour Light", beneficiary="Kredo Foundation", fund="ESF", start="01-May-2019"))
    assert ("24-Hour Light", "implementedBy", "Kredo Foundation") in found
    assert not [o for _, p, o in found if p == "code"]
