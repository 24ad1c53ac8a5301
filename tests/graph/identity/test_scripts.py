"""Names in Greek and Cyrillic letters beside the same names in Latin ones."""

from __future__ import annotations

import pytest

from graph.identity.forms import form_of
from graph.identity.scripts import form_in_latin, in_latin


@pytest.mark.parametrize(
    ("word", "language", "latin"),
    [
        ("Світанок", "uk", "svitanok"),
        ("Їжак", "uk", "yizhak"),
        ("Згоряни", "uk", "zghoriany"),
        ("Щастя", "uk", "shchastia"),
        ("Зора", "bg", "zora"),
        ("Щастие", "bg", "shtastie"),
        ("Άνοιξη", "el", "anoixi"),
        ("Ευτυχία", "el", "evtychia"),
        ("Lantern", "uk", ""),
        ("Світанок", "el", ""),  # letters that the language has not
        ("Світанок", "en", ""),
    ],
)
def test_letters_have_their_values(word: str, language: str, latin: str) -> None:
    assert in_latin(word, language) == latin


def test_a_bodys_own_words_are_written_in_latin_letters() -> None:
    form = form_in_latin(form_of("Благодійний фонд «Нова Зоря»", "uk"))
    assert form is not None
    assert (form.head, form.own) == ("foundation", ("nova", "zoria"))
    assert form_in_latin(form_of("Nova Zoria Foundation", "en")) is None
