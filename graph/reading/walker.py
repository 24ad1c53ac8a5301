"""The guess of a language identifier of py3langid, with all bytes of a text looked at together.

The identifier's model is a deterministic automaton over bytes that finds short rows of them (Aho and Corasick 1975).
Where it stands after a byte follows from the few bytes before: from the longest row that ends there and begins one
of the model. So all places of a text can take their next step at once, first those of rows of one byte, then of two,
and so on, while a longer row leads further than a shorter one. The result is that of `LanguageIdentifier.classify`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any


class Walker:
    """Guesses the language of texts by the model of one identifier."""

    def __init__(self, identifier: Any) -> None:
        import numpy

        self._numpy = numpy
        self._identifier = identifier
        self._moves = numpy.frombuffer(identifier.tk_nextmove, identifier.tk_nextmove.typecode)
        self._rows = numpy.frombuffer(identifier.tk_row, identifier.tk_row.typecode).astype(numpy.intp) << 8
        self._output = numpy.array(identifier.tk_output, numpy.intp)

    def guess(self, text: str) -> str:
        """The most likely language of a text; the first that the model knows for one that tells nothing."""
        numpy, known = self._numpy, self._identifier
        text = unicodedata.normalize("NFC", text.lower() if text.isupper() else text)
        features = Counter(self.features(text.encode("utf-8", "surrogatepass")))
        if not features:
            return str(known.nb_classes[0])
        rows = numpy.fromiter(features.keys(), numpy.intp, len(features))
        counts = numpy.fromiter(features.values(), numpy.float32, len(features))
        scores = numpy.log1p(counts) @ known.nb_ptc[rows] + known.nb_pc
        return str(known.nb_classes[int(scores.argmax())])

    def features(self, data: bytes) -> list[int]:
        """The rows of bytes of the model that end at each place, in order."""
        numpy, moves, rows = self._numpy, self._moves, self._rows
        read = numpy.frombuffer(data, numpy.uint8).astype(numpy.intp)
        state = moves[rows[0] + read].astype(numpy.intp)  # after a row of one byte
        at = numpy.flatnonzero(state)
        while at.size:
            if at[-1] + 1 == read.size:
                at = at[:-1]
            following = moves[rows[state[at]] + read[at + 1]]
            at = at + 1
            longer = following != state[at]
            at = at[longer]
            state[at] = following[longer]
        found = self._output[state]
        return list(found[found >= 0].tolist())
