"""Registers whose entries are a name above the same labelled lines; titles that end in a body behind a bar or dash."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read
from tests.small_documents import blocks, facts, names_of

REGISTERS = {
    "en": ("Decisions of May 2024\n\n1. Good neighbours!\nApplicant: Kredo Foundation\nPartners: Omnia Trust\nAmount granted: EUR 64,000\n\n"
           "2. A way in\nApplicant: Lantern Charity\nPartners: Harbour Trust\nAmount granted: EUR 115,000\n\n"
           "Contact\nDecisions unit\n", {("Good neighbours!", "Kredo Foundation"), ("A way in", "Lantern Charity")}),
    "de": ("Bewilligte Vorhaben 2024\n\nLicht an\nTräger: Kredo Stiftung\nFördersumme: 64.000 Euro\n\n"
           "Wege hinaus\nTräger: Omnia Stiftung\nFördersumme: 115.000 Euro\n",
           {("Licht an", "Kredo Stiftung"), ("Wege hinaus", "Omnia Stiftung")}),
}


@pytest.mark.parametrize("language", sorted(REGISTERS))
def test_entries_of_a_register(tmp_path: Path, language: str) -> None:
    text, expected = REGISTERS[language]
    path = tmp_path / f"register_{language}.txt"
    path.write_text(text, "utf-8")
    assert {(s, o) for s, _, o in facts(extract(read(path, path.name)), "implementedBy")} == expected


def test_one_block_of_labels_is_no_register(tmp_path: Path) -> None:
    path = tmp_path / "office.txt"
    path.write_text("Our office\nApplicant: Kredo Foundation\nPartners: Omnia Trust\n\nOpening hours\nMonday to Friday, nine to five.\n", "utf-8")
    assert "Opening hours" not in str(names_of(extract(read(path, path.name))))


@pytest.mark.parametrize(("language", "title", "name"), [
    ("it", "Progetto LUME | Comune di Novara", "LUME"), ("it", "Progetto Lanterna per tutti - Regione Liguria", "Lanterna per tutti"),
    ("en", "LUMEN | Kredo Foundation", "LUMEN"), ("en", "Lantern for All | City of Ghent", "Lantern for All")])
def test_a_body_behind_a_bar_is_no_part_of_the_name(language: str, title: str, name: str) -> None:
    text = {"it": "Il progetto è finanziato dal FAMI. Il progetto aiuta i rifugiati.", "en": "The project is funded by AMIF. The project helps refugees."}[language]
    found = extract(blocks(("title", title), ("prose", text), language=language))
    assert names_of(found) == [[name]]
