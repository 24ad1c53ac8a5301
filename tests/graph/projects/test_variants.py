"""One project under a shorter and a longer name is one thing; parts of a programme are not."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, names_of


@pytest.mark.parametrize(("language", "title", "text", "short", "long"), [
    ("it", "Progetto L.U.M.E.", "Il progetto “L.U.M.E. – Lavoro, Unione e Mestieri” è promosso dal Comune di Novara.",
     "L.U.M.E.", "L.U.M.E. – Lavoro, Unione e Mestieri"),
    ("en", "LIGHT FOR NEWCOMERS AND NEIGHBOURS [LUMEN]", "The LUMEN project is run by the Kredo Foundation.",
     "LUMEN", "LIGHT FOR NEWCOMERS AND NEIGHBOURS"),
    ("en", "Skills for Harbour Towns project", "The project Skills for Harbour Towns is run by the Kredo Foundation. The SHT project is funded by AMIF.",
     "SHT", "Skills for Harbour Towns"),
    ("ro", "Proiectul LUMO Rețea regională de sprijin", "Proiectul „Rețea regională de sprijin LUMO” este implementat de Fundația Kredo.",
     "LUMO Rețea regională de sprijin", "Rețea regională de sprijin LUMO")])
def test_two_names_of_one_project(language: str, title: str, text: str, short: str, long: str) -> None:
    found = names_of(extract(blocks(("title", title), ("prose", text), language=language)))
    assert len(found) == 1, found
    assert {short, long} <= {*found[0]}


def test_what_shares_a_programmes_name_stays_apart() -> None:
    text = ("The project “Lumen – Welcome at school” is run by the Kredo Foundation. The project “Lumen – Work for all” is run by "
            "the Omnia Foundation. The Lumen project is funded by AMIF.")
    assert len(names_of(extract(blocks(("title", "News"), ("prose", text))))) == 3


def test_a_word_inside_a_name_is_no_variant() -> None:
    text = "The project “Open Lumen for all – Welcome” is run by the Kredo Foundation. The project “Lumen” is funded by AMIF."
    assert len(names_of(extract(blocks(("title", "News"), ("prose", text))))) == 2
