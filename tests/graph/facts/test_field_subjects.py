"""Labelled lines below the entries of a list of projects are about the entry that they stand under."""

from __future__ import annotations

from pathlib import Path

from graph.extraction import extract
from graph.reading import read
from tests.small_documents import facts

LIST = """O aviso aprovou duas candidaturas:

Projeto “Ponte de Luz”, cuja entidade beneficiária é a Associação Farol do Minho.
Custo total elegível: 50.000,00 €
Comparticipação FAMI: 37.500,00 €

Projeto “Mar Aberto”, cuja entidade beneficiária é a Fundação Kredo.
Custo total elegível: 80.000,00 €
Comparticipação FAMI: 60.000,00 €
"""


def test_fields_belong_to_the_project_right_above(tmp_path: Path) -> None:
    path = tmp_path / "list_pt.txt"
    path.write_text(LIST, "utf-8")
    found = facts(extract(read(path, path.name)))
    assert {(s, o) for s, p, o in found if p == "budget"} == {("Ponte de Luz", "50000 EUR"), ("Mar Aberto", "80000 EUR")}
    assert {(s, o) for s, p, o in found if p == "implementedBy"} == {
        ("Ponte de Luz", "Associação Farol do Minho"), ("Mar Aberto", "Fundação Kredo")}


def test_fields_below_text_about_a_body_stay_with_the_page(tmp_path: Path) -> None:
    path = tmp_path / "page_pt.txt"
    text = "Projeto Farol\n\nO projeto Farol ajuda quem chega.\n\nA Fundação Kredo nasceu em 1999.\n\nCusto total elegível: 80.000,00 €\n"
    path.write_text(text, "utf-8")
    assert {(s, o) for s, p, o in facts(extract(read(path, path.name))) if p == "budget"} == {("Farol", "80000 EUR")}
