"""Lists in which the same labels come back for each project."""
from __future__ import annotations

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import facts

ROWS = [
    ("AB-1", "Settle in Town", "Kredo Foundation", "Omnia Institute", "Courses for refugees in three towns.", "1 934 000 €"),
    ("AB-2", "Open Doors", "Vega Centre", "–", "Advice for employers in all counties, and a guide for them.", "688 450 €"),
    ("AB-3", "Language Bridge", "Narva Museum Foundation", "Kredo Foundation; Alba School", "Practice in museums.", "213 900 €"),
]
LABELS = ("Project number", "Title", "Beneficiary", "Project partners", "Purpose and activities", "Total cost")


def listed(rows: list[tuple[str, ...]], labels: tuple[str, ...] = LABELS) -> set[tuple[str, str, str]]:
    sheets = "\n\n".join("\n".join(f"{label}\n{value}" for label, value in zip(labels, row, strict=True)) for row in rows)
    text = f"Projects supported by the Asylum, Migration and Integration Fund\n\nThe projects below are funded by AMIF.\n\n{sheets}\n\nMore information\n\nAnna Borg\n"
    return facts(extract(read_bytes(text.encode(), "list.txt", "text/plain")))


def test_each_project_gets_its_own() -> None:
    found = listed(ROWS)
    for _, title, runner, _, _, cost in ROWS:
        assert (title, "implementedBy", runner) in found
        assert (title, "budget", f"{cost.removesuffix(' €').replace(' ', '')} EUR") in found or any(s == title and p == "budget" for s, p, _ in found)
    assert {o for s, p, o in found if s == "Language Bridge" and p == "hasPartner"} == {"Kredo Foundation", "Alba School"}
    assert not any(s == "Open Doors" and p == "hasPartner" for s, p, _ in found)


def test_who_pays_for_the_list_pays_for_each() -> None:
    found = listed(ROWS)
    assert {s for s, p, o in found if p == "fundedBy" and o in ("AMIF", "Asylum, Migration and Integration Fund")} == {row[1] for row in ROWS}


def test_one_sheet_is_no_list() -> None:
    found = listed(ROWS[:1])
    assert {o for s, p, o in found if p == "implementedBy"} <= {"Kredo Foundation"}


def test_labels_without_a_title_make_no_projects() -> None:
    labels = ("Room", "Day", "Teacher", "Seats", "Notes", "Fee")
    assert not any(p == "implementedBy" for _, p, _ in listed(ROWS, labels))
