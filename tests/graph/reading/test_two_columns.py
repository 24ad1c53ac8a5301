"""Lines of two cells parted by a bar or a tab, as project sheets have them."""
from __future__ import annotations

import pytest

from graph.reading.text_reader import read_text

SHEET = ("Designação do projeto", "Casa do Vento"), ("Código", "FAMI-00512300"), ("Entidade beneficiária", "Fundação Kredo"), ("Data de início", "01-04-2024")


@pytest.mark.parametrize("sign", [" | ", "\t"])
def test_at_least_three_lines_of_two_cells_are_a_record(sign: str) -> None:
    text = "Ficha de projeto\n\n" + "\n".join(label + sign + value for label, value in SHEET) + "\n"
    draft = read_text(text)
    fields = {(f.label, text[f.value.start : f.value.end]) for b in draft.blocks for f in b.fields}
    cells = {text[c.span.start : c.span.end] for b in draft.blocks for c in getattr(b, "cells", ())}
    assert set(SHEET) <= fields or {value for _, value in SHEET} <= cells | {v for _, v in fields}


def test_one_line_with_a_bar_is_a_title() -> None:
    draft = read_text("Casa do Vento | Fundação Kredo\n\nO projeto ajuda refugiados.\n")
    assert not [f for b in draft.blocks for f in b.fields]
