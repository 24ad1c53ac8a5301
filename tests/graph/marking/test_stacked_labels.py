"""Cards whose labels stand right above their values, as plain text keeps them."""

from __future__ import annotations

from pathlib import Path

from graph.extraction import extract
from graph.reading import read
from tests.small_documents import facts

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
