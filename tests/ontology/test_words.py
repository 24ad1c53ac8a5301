"""Words are cut and folded so that spelling variants meet and offsets into the text stay true."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.words import WORD, fold, folded_words

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)

SAME = [
    ("Città", "citta"), ("ÉTRANGER", "etranger"), ("Straße", "strasse"), ("STRASSE", "straße"), ("łódź", "Lodz"),
    ("πρόσφυγας", "ΠΡΟΣΦΥΓΑΣ"), ("Ħal", "hal"), ("inte\u00adgration", "integration"), ("inte\u200bgration", "integration"),
    ("cafe\u0301", "café"), ("žalia", "ZALIA"), ("œuvre", "OEUVRE"), ("İzmir", "izmir"), ("şehir", "SEHIR"),
]
APART = [("Niger", "Nigeria"), ("мир", "міра"), ("χώρα", "χωράφι"), ("Mali", "Malta")]
CUT = [
    ("l'integrazione dell’Unione", ["l", "integrazione", "dell", "unione"]),
    ("third-country nationals", ["third", "country", "nationals"]),
    ("ESF+ und AMIF", ["esf+", "und", "amif"]),
    ("R&D & more", ["r&d", "&", "more"]),
    ("Träger*innen", ["trager", "innen"]),
    ("snake_case", ["snake_case"]),
    ("…—!?", []),
    ("", []),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_spelling_variants_meet(one: str, two: str) -> None:
    assert fold(one) == fold(two)


@pytest.mark.parametrize(("one", "two"), APART)
def test_different_words_stay_apart(one: str, two: str) -> None:
    assert fold(one) != fold(two)


@pytest.mark.parametrize(("text", "words"), CUT)
def test_texts_are_cut_into_words(text: str, words: list[str]) -> None:
    assert folded_words(text) == words


@given(TEXTS)
def test_words_stand_where_their_offsets_say(text: str) -> None:
    previous = 0
    for match in WORD.finditer(text):
        assert previous <= match.start() < match.end() <= len(text)
        assert text[match.start() : match.end()] == match.group()
        assert not match.group()[0].isspace() and not match.group()[-1].isspace()
        previous = match.end()


@given(TEXTS)
def test_a_folded_ascii_word_is_its_lower_case(text: str) -> None:
    for word in text.split():
        if word.isascii():
            assert fold(word) == word.lower()


@given(st.text(alphabet="aàáâäčéèñõøßſłþŻżΆάςДд\u00ad\u0301", max_size=12))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.text(alphabet="abcàéüžςД", min_size=1, max_size=10))
def test_case_does_not_matter(word: str) -> None:
    assert fold(word.upper()) == fold(word) == fold(word.lower())


def test_an_apostrophe_between_cyrillic_letters_is_spelling() -> None:
    assert folded_words("Об'єднання об’єднання обʼєднання") == ["обєднання"] * 3
    assert folded_words("l'aide d’Italia 'Кам'янка'") == ["l", "aide", "d", "italia", "камянка"]
