"""What nobody sees is no part of a text: soft hyphens, zero-width spaces, marks of direction, entities left in."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.reading import read
from graph.reading.decoding import without_invisible

PAGES = {
    "a.txt": "Flücht\u00adlinge lernen\u200b in Wei\u00ad\nmar &quot;Deutsch&quot; &amp; mehr.",
    "a.html": "<html><body><p>Flücht&shy;linge lernen&#8203; in Wei&shy;mar &quot;Deutsch&quot; &amp; mehr.</p></body></html>",
}


def test_a_word_cut_by_a_soft_hyphen_is_whole() -> None:
    assert without_invisible("Flücht\u00adlinge, Migra\u00ad\ntion \u200eAMIF\u2060") == "Flüchtlinge, Migration AMIF"


@pytest.mark.parametrize("name", sorted(PAGES))
def test_pages_are_read_without_them(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(PAGES[name], encoding="utf-8")
    assert read(tmp_path / name, name).text.strip() == 'Flüchtlinge lernen in Weimar "Deutsch" & mehr.'
