"""Lines with a colon that are a title, not a label and its value."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.marking.language import language
from graph.marking.titled_lines import with_titled_lines
from graph.model import Document
from graph.reading.text_reader import read_text
from tests.small_documents import facts


def page(text: str, code: str = "en") -> Document:
    draft = read_text(text)
    return Document("small.txt", "0" * 64, text, code, draft.blocks, title=draft.title)


@pytest.mark.parametrize(("code", "text", "name"), [
    ("en", "Archive: Running\n\nOpen Harbour: Light and shelter for newcomers\n\nThis project helps refugees in Malta.\n\nDonor: Kredo Foundation", "Open Harbour"),
    ("it", "Archivio: Attivi\n\nPorto aperto: Luce e riparo per nuovi vicini\n\nIl progetto aiuta i rifugiati a Malta.\n\nFinanziatore: Fondazione Kredo", "Porto aperto"),
])
def test_a_line_above_a_sentence_about_the_project_is_its_title(code: str, text: str, name: str) -> None:
    found = {s for s, p, o in facts(extract(page(text, code))) if p == "fundedBy"}
    assert len(found) == 1 and next(iter(found)).startswith(name)


@pytest.mark.parametrize("text", [
    "Call 2: Light and shelter for newcomers\n\nThis project helps refugees in Malta.",
    "Lot 2: Light and shelter for newcomers\n\nThis project helps refugees in Malta.",
    "Partners: Light and Shelter Foundation, Kredo Foundation\n\nThis project helps refugees in Malta.",
    "Remark: light and shelter for newcomers.\n\nThis project helps refugees in Malta.",
    "Open Harbour: Light and shelter for newcomers\n\nOur town has many newcomers.",
])
def test_a_label_a_part_s_number_and_a_sentence_are_none(text: str) -> None:
    document = page("Welcome\n\n" + text)
    assert with_titled_lines(document, language("en")) is document


def test_a_made_word_before_the_colon_opens_a_page() -> None:
    text = "LANTERN: Light and shelter at the harbour\n\nDuration: 2019-2021\nFunded by: Kredo Foundation\nCountries: Malta, Italy"
    found = facts(extract(page(text)))
    assert {(p, o) for s, p, o in found if s.startswith("LANTERN")} >= {("fundedBy", "Kredo Foundation"), ("coversCountry", "MT"), ("startDate", "2019")}


@pytest.mark.parametrize(("code", "text", "name"), [
    ("en", "Project LTN:\nLight is everywhere\n\nNewcomers are many. The project helps refugees in Malta.", "Light is everywhere"),
    ("fr", "Document\n\nIntitulé Référence: T05-AB-CD-04\nLumière pour la gestion des villes\net des villages au Mali\n\nCoût total estimé: 3 300 000 EUR",
     "Lumière pour la gestion des villes et des villages au Mali"),
    ("en", "Document\n\nTitle/Reference: T05-AB-CD-04\nLight for newcomers in towns\nand villages of Mali\n\nTotal cost: EUR 3 300 000", "Light for newcomers in towns and villages of Mali"),
])
def test_the_title_behind_a_made_word_or_below_a_code(code: str, text: str, name: str) -> None:
    found = facts(extract(page(text, code)))
    assert found and all(s.endswith(name) for s, _, _ in found)
