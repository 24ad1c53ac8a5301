"""Cards whose labels stand right above their values, as plain text keeps them."""

from __future__ import annotations

from pathlib import Path

from graph.extraction import extract
from graph.marking.language import language
from graph.marking.stacked_labels import with_stacked_labels
from graph.reading import read
from tests.small_documents import blocks, facts

CARD = """Projeto cofinanciado

Designação do projeto
Porto Aberto – Incluir a Diversidade

Código do projeto
POISE-03-4639-FSE-000987

Região de intervenção
Norte

Entidade beneficiária
Associação Farol do Minho

Data de aprovação
12-03-2019

Data de início
01-04-2019

Data de conclusão
31-03-2021

Custo total elegível
123.456,78 EUR

Apoio financeiro da União Europeia
FSE – 104.938,26 EUR
"""


def _facts(text: str, path: Path) -> set[tuple[str, str]]:
    path.write_text(text, "utf-8")
    return {(p, o) for _, p, o in facts(extract(read(path, path.name)))}


def test_labels_above_their_values_are_fields(tmp_path: Path) -> None:
    found = _facts(CARD, tmp_path / "card_pt.txt")
    assert {("code", "POISE-03-4639-FSE-000987"), ("implementedBy", "Associação Farol do Minho"), ("startDate", "2019-04-01"),
            ("endDate", "2021-03-31"), ("takesPlaceIn", "Norte")} <= found
    assert ("startDate", "2019-03-12") not in found


def test_a_heading_of_two_lines_is_no_card(tmp_path: Path) -> None:
    page = "Projeto Farol\n\nParceiros\nReunião em Faro\n\nO projeto Farol ajuda quem chega.\n\n12-03-2019\n\nContinua em maio."
    assert not any(p in ("hasPartner", "startDate") for p, _ in _facts(page, tmp_path / "page_pt.txt"))


def _stacked(*parts: tuple[str, str], lang: str = "en") -> list[tuple[str, str]]:
    document = with_stacked_labels(blocks(*parts, language=lang), language(lang))
    return [(f.label, document.text[f.value.start:f.value.end]) for b in document.blocks for f in b.fields]


def test_two_labels_of_a_sheet_are_enough() -> None:
    found = _stacked(("title", "Lantern"), ("heading", "Coordinator"), ("heading", "Kredo Foundation"), ("heading", "DONOR"), ("prose", "Omnia Fund"))
    assert found == [("Coordinator", "Kredo Foundation"), ("DONOR", "Omnia Fund")]


def test_a_period_below_its_label_leaves_no_doubt() -> None:
    assert _stacked(("heading", "Project duration:"), ("heading", "1.1.2016–31.12.2018"), ("prose", "It is over.")) == [("Project duration", "1.1.2016–31.12.2018")]
    assert not _stacked(("heading", "Project duration"), ("prose", "Long ago"), ("prose", "It is over."))


def test_names_that_text_follows_are_left_to_those_who_read_rolls() -> None:
    assert not _stacked(("heading", "Coordinator"), ("prose", "Kredo Foundation"), ("prose", "It was founded in May."), ("heading", "Partners"),
                        ("prose", "Omnia – Malta"), ("prose", "MENETEK – Italy"))


def test_a_sentence_below_a_label_is_no_value() -> None:
    found = _stacked(("heading", "Funding"), ("prose", "The Omnia Fund and the Kredo Foundation, which is in Malta, pay for it."), ("heading", "Target group"),
                     ("prose", "Refugees"), ("heading", "Budget"), ("prose", "20 000 €"))
    assert found == [("Target group", "Refugees"), ("Budget", "20 000 €")]


def test_the_items_of_a_list_are_values_too() -> None:
    found = _stacked(("heading", "Countries"), ("item", "Malta"), ("item", "Italy"), ("heading", "Start date"), ("prose", "May 2019"))
    assert found == [("Countries", "Malta"), ("Countries", "Italy"), ("Start date", "May 2019")]


def test_below_a_numbered_title_a_form_goes_on_with_labels() -> None:
    sheet = (("heading", "Donor"), ("prose", "Omnia Fund"), ("heading", "Budget"), ("prose", "20 000 €"), ("heading", "Country"), ("prose", "Malta"))
    assert ("Title", "Harbour lights") in _stacked(("heading", "Title"), ("prose", "Harbour lights"), *sheet)
    assert not [label for label, _ in _stacked(("heading", "1. Title"), ("prose", "Register of the action"), ("prose", "Act 7"), *sheet) if "Title" in label]
