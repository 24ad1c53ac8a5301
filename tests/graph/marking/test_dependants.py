"""Children that say which grown-ups are meant are no group of their own."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

PARENTS = [
    ("en", "The Lantern project helps refugee women with young children."), ("de", "Das Projekt Laterne hilft geflüchteten Frauen mit Kindern."),
    ("fr", "Le projet Lanterne aide les femmes réfugiées avec enfants."), ("it", "Il progetto Lanterna aiuta le donne rifugiate con figli minori."),
    ("nl", "Het project Lantaarn helpt vluchtelingen met kinderen."), ("uk", "Проєкт «Ліхтар» допомагає біженцям з дітьми."),
]


@pytest.mark.parametrize(("language", "text"), PARENTS)
def test_children_whom_grown_ups_have(language: str, text: str) -> None:
    assert not [o for _, _, o in facts(read(text, language), "targets") if "children" in o]


def test_children_who_are_helped_themselves() -> None:
    for text in ("The Lantern project works with children and refugees.", "The Lantern project helps refugees and children."):
        assert [o for _, _, o in facts(read(text, "en"), "targets") if "children" in o], text
