"""Lines in capitals are read as they would be written otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extraction import extract
from graph.marking.language import language
from graph.marking.natural_case import with_natural_case
from graph.model import Span
from graph.reading import read
from tests.small_documents import blocks, prose

BODY = {
    "en": "The Harvest Table project is run by the Kredo Foundation in Malta. It serves refugees.",
    "it": "Il progetto Porte Aperte è gestito dalla Fondazione Kredo a Malta e accoglie i rifugiati.",
    "de": "Das Projekt Offene Türen wird von der Kredo Stiftung in Malta getragen.",
    "fi": "Avoimet ovet -hanketta toteuttaa Kredo-säätiö Maltalla.",
}
CASES = [
    ("en", "THE HARVEST TABLE PROJECT STARTS IN MALTA", "The Harvest Table project starts in Malta"),
    ("en", "MERIDIAN OPEN UNIVERSITY", "Meridian Open University"),
    ("it", "AL VIA IL PROGETTO PORTE APERTE DELLA FONDAZIONE KREDO", "Al via il progetto Porte Aperte della Fondazione Kredo"),
    ("de", "NEUES ANGEBOT: DAS PROJEKT OFFENE TÜREN", "Neues Angebot: das Projekt Offene Türen"),
    ("fi", "AVOIMET OVET -HANKETTA TOTEUTETAAN", "Avoimet ovet -hanketta toteutetaan"),
]
KEPT = [
    ("en", "AMIF/2031-LX-04/7 HOME/2031/AMIF"),
    ("en", "HARVEST TABLE"),
    ("en", "The HARVEST TABLE PROJECT begins"),
]
ANY = st.lists(st.text(alphabet="AbCdEÉßŞİΣς -:\n1", max_size=30), min_size=1, max_size=6)


@pytest.mark.parametrize(("lang", "loud", "natural"), CASES)
def test_a_line_in_capitals_is_read_in_natural_case(lang: str, loud: str, natural: str) -> None:
    found = with_natural_case(blocks(("heading", loud), ("prose", BODY[lang] * 2), language=lang), language(lang))
    assert found.text.split("\n")[0] == natural


@pytest.mark.parametrize(("lang", "line"), KEPT)
def test_codes_short_lines_and_lines_with_small_letters_stay(lang: str, line: str) -> None:
    found = with_natural_case(blocks(("heading", line), ("prose", BODY[lang] * 2), language=lang), language(lang))
    assert found.text.split("\n")[0] == line


def test_a_text_that_shouts_throughout_stays() -> None:
    loud = prose(BODY["it"].upper(), "it")
    assert with_natural_case(loud, language("it")) is loud


def test_blocks_that_share_a_line(tmp_path: Path) -> None:
    text = f"NUOVO PROGETTO: PORTE APERTE DELLA FONDAZIONE KREDO\n\n- CORSI DI LINGUA PER RIFUGIATI - SPORTELLO\n\n{BODY['it'] * 4}\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    document = read(tmp_path / "a.txt", "a.txt")
    twice = replace(document, blocks=(*document.blocks, *(replace(b, span=Span(b.span.start + 3, b.span.end)) for b in document.blocks)))
    natural = with_natural_case(twice, language("it")).text
    assert natural.casefold() == document.text.casefold()
    assert natural != document.text


@given(ANY)
def test_nothing_but_case_changes(lines: list[str]) -> None:
    text = "\n\n".join([*lines, BODY["en"]])
    found = with_natural_case(prose(text), language("en"))
    assert len(found.text) == len(text)
    assert found.text.casefold() == text.casefold() or found.text.upper() == text.upper()


def test_evidence_is_quoted_as_it_stands() -> None:
    title = ("heading", "IL PROGETTO PORTE APERTE È FINANZIATO DAL FAMI")
    reading = extract(blocks(title, ("prose", BODY["it"]), language="it"))
    assert reading.document.text.startswith("IL PROGETTO PORTE APERTE")
    names = {name.text for entity in reading.entities if entity.kind == "Project" for name in entity.names}
    assert names == {"Porte Aperte"}

