"""Where the later literal parts of triggers stand."""

from graph.marking.language import language
from graph.marking.literals import Literals
from graph.marking.tokens import tokenise
from graph.model import Block, Document, Span


def test_places_are_found_in_order_and_within_their_sentence() -> None:
    text = "They pay and they carry it out. It is carried out and it is paid."
    document = Document("a.txt", "0", text, "en", (Block("prose", Span(0, len(text))),))
    tokens = tokenise(document)
    literals = Literals(tokens, language("en"))
    first, second = tokens.sentences
    rows = frozenset({("it",), ("it", "is")})
    assert literals.places(first, rows) == [(5, 6)]
    assert literals.places(second, rows) == [(7, 8), (12, 13)]  # of two rows the shorter stands first in the alphabet
    assert literals.places(first, frozenset({("carried", "out"), ("they", "_", "and")})) == [(0, 3)]
    assert literals.places(first, frozenset({("carried", "out"), ("out", "_")})) == []  # nothing beyond the sentence
    assert literals.places(second, frozenset({("it", "_", "paid")})) == [(12, 15)]
