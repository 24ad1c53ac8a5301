"""Keys that a site's software writes into a page's front matter say nothing of its project."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read
from tests.small_documents import facts

PAGE = """---
title: {title}
wp_id: 20417
original_url: "https://www.kredo.example/?p=20417"
---

{text}
"""


@pytest.mark.parametrize(("title", "text"), [
    ("Il progetto LANTERNA", "Il progetto LANTERNA aiuta i rifugiati in Italia."),
    ("The LANTERN project", "The LANTERN project helps refugees in Malta."),
    ("Le projet LANTERNE", "Le projet LANTERNE aide les réfugiés en France."),
])
def test_numbers_and_addresses_of_posts(tmp_path: Path, title: str, text: str) -> None:
    path = tmp_path / "page.md"
    path.write_text(PAGE.format(title=title, text=text), "utf-8")
    found = facts(extract(read(path, path.name)))
    assert {p for _, p, _ in found} & {"targets", "code", "website"} == {"targets"}
