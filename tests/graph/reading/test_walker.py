"""The guess of a language, with all bytes of a text looked at together."""

import pytest
from py3langid.langid import visit_counts

from graph.reading.language import _identifier, readable_languages
from graph.reading.walker import Walker

TEXTS = [
    "", " ", "a", "ab", "Das Projekt unterstützt Familien, die neu angekommen sind.", "ŘEHOŘ ŽIJE V BRNĚ A UČÍ SE ČESKY.",
    "Το έργο υποστηρίζει πρόσφυγες στην Αθήνα και στη Θεσσαλονίκη.", "Il-proġett jgħin lir-refuġjati f’Malta.",
    "1234 5678 —— 90", "e\u0301cole, école, E\u0301COLE", "the the the the " * 40, "😀 \ud800 ok", "Проєкт допомагає родинам.",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_the_guess_is_that_of_the_identifier(text: str) -> None:
    identifier = _identifier(readable_languages())
    assert Walker(identifier).guess(text) == identifier.classify(text)[0]


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_rows_of_bytes_are_found_in_the_same_order(text: str) -> None:
    identifier = _identifier(readable_languages())
    data = text.encode("utf-8", "surrogatepass")
    moves, rows, output = identifier.tk_nextmove, identifier._rowbase, identifier.tk_output
    state, found = 0, []
    for byte in data:
        state = moves[rows[state] + byte]
        found += [output[state]] if output[state] >= 0 else []
    assert Walker(identifier).features(data) == found
    assert (visit_counts(moves, rows, output, data) or {}).keys() == dict.fromkeys(found).keys()
