"""Names that head a section and come back in the text."""
from __future__ import annotations

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import blocks, facts

COURSE = "First Words, First Steps is a free course for refugee parents. First Words, First Steps is funded by the Kredo Foundation and run by the City of Graz."


def test_a_comma_is_part_of_a_heading_that_comes_back() -> None:
    found = facts(extract(blocks(("title", "First Words, First Steps"), ("prose", COURSE))))
    assert ("First Words, First Steps", "fundedBy", "Kredo Foundation") in found


def test_small_words_are_part_of_it() -> None:
    text = "Now in its third year, Lámh le Lámh pairs newly arrived families with volunteers. Lámh le Lámh is funded by the Kredo Foundation."
    found = facts(extract(blocks(("title", "Harbour Centre"), ("heading2", "3.2 Lámh le Lámh"), ("prose", text))))
    assert ("Lámh le Lámh", "fundedBy", "Kredo Foundation") in found


def test_general_headings_and_other_capitals_are_no_names() -> None:
    text = "Our Partners and friends met. The project Lantern helps refugees. Key Facts are below, key facts are above."
    found = facts(extract(blocks(("title", "Lantern"), ("heading2", "Key Facts"), ("prose", text))))
    assert {s for s, _, _ in found} <= {"Lantern"}


def test_numbered_headings_of_wrapped_text_open_sections() -> None:
    text = (
        "Harbour Centre\nAnnual Report 2023\n\n3.1 Casework\nOur drop-in on the quay remained the front door of the whole\norganisation. Many people came through it over the year, most of\n"
        "them living in the centres in Cork and Kerry, and many came back.\n3.2 Open Table\nOpen Table is funded by the Kredo Foundation and it pairs newly\narrived families with a volunteer household in the same parish.\n"
        "Volunteers of Open Table follow an induction of six full weeks.\n3.3 Employment: WorkReady South\nIn January we joined in WorkReady South, the programme led by\nMunster Skills Network which assists refugees into their first job.\n"
        "The programme is co-funded by the Government of Ireland, which is\nthe largest of the donors that this organisation has ever had yet.\n")
    found = facts(extract(read_bytes(text.encode(), "report.txt", "text/plain")))
    assert ("Open Table", "fundedBy", "Kredo Foundation") in found
    assert any(p == "implementedBy" and o == "Munster Skills Network" and "WorkReady South" in s for s, p, o in found)
    assert not any("Annual Report" in s for s, _, _ in found)
