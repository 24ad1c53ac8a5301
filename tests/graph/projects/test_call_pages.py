"""Pages about a call whose title does not say so."""
from __future__ import annotations

from graph.extraction import extract
from tests.small_documents import blocks, facts

LINES = (
    ("title", "Search for grants"), ("heading", "Call key data"), ("heading", "Light and shelter in small towns"), ("heading", "Funding programme"),
    ("heading", "Asylum, Migration and Integration Fund"), ("heading", "Deadline"), ("prose", "16.05.2023 17:00"), ("heading", "Call budget"),
    ("prose", "€ 800,000"), ("prose", "The deadline for this call has passed. This call helps towns to include migrants."),
)


def test_the_title_above_the_labels_is_the_call() -> None:
    name = "Light and shelter in small towns"
    found = facts(extract(blocks(*LINES)))
    assert {(name, "deadline", "2023-05-16"), (name, "budget", "800000 EUR"), (name, "underFund", "amif")} <= {
        (s, p, "amif" if p == "underFund" else o) for s, p, o in found}
    assert not any(p == "fundedBy" for _, p, _ in found)


def test_a_project_s_page_with_a_deadline_is_none() -> None:
    lines = [*LINES[:-1], ("prose", "The project helps towns to include migrants. This project was chosen in this call.")]
    assert not any(e.kind == "Call" for e in extract(blocks(*lines)).entities if e.names and "Light" in e.names[0].text)


def test_a_strand_of_a_fund_is_no_title() -> None:
    lines = (("title", "Erasmus+ Sport Small Collaborative Partnerships"), ("heading", "Lights on the field"), ("prose", "The project is run by the Kredo Foundation."))
    assert {s for s, _, _ in facts(extract(blocks(*lines)), "implementedBy")} == {"Lights on the field"}
