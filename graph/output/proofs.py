"""The places that a statement rests on, with what they say, as they are published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Reading, Span, Statement
from graph.privacy.masking import Mask
from graph.terms import TermError

_NUMBER = "/@ref"  # a number beside a name proves nothing that the name does not


@dataclass(frozen=True, slots=True)
class Proof:
    """A quote and where it stands: `path` is an XPath into the source's XML; without one, offsets into its text."""

    quote: str
    masked: bool
    start: int = 0
    end: int = 0
    path: str = ""

    @property
    def place(self) -> str:
        """The place by itself."""
        return self.path or f"{self.start}-{self.end}"


def proofs_of(reading: Reading, statement: Statement, mask: Mask) -> list[Proof]:
    """The proofs of a statement, the most important first: of an XML source its elements, else stretches of the text.

    Raises `TermError` for evidence that lies outside the text, and where there is none.
    """
    length = len(reading.document.text)
    for span in statement.evidence:
        if not 0 <= span.start < span.end <= length:
            raise TermError(f"its evidence {span.start}:{span.end} lies outside the text of {length} characters")
    found = [proof for span in statement.evidence for proof in _elements(reading, span, mask)]
    found = found or [_stretch(reading, span, mask) for span in statement.evidence]
    if not found:
        raise TermError("it has no evidence")
    return list(dict.fromkeys(found))


def _stretch(reading: Reading, span: Span, mask: Mask) -> Proof:
    quote = mask.quote(reading, span)
    return Proof(quote, quote != reading.document.text[span.start : span.end], span.start, span.end)


def _elements(reading: Reading, span: Span, mask: Mask) -> Iterator[Proof]:
    """The elements and attributes that a stretch of the text was made of; of a long text the sentence is the quote."""
    document = reading.document
    nodes = [n for n in document.nodes if n.span.start <= span.start and span.end <= n.span.end]
    telling = [node for node in nodes if not node.path.endswith(_NUMBER)]
    for node in telling or nodes:
        said, quote = " ".join(document.text[span.start : span.end].split()), mask.quote(reading, span)
        if span == node.span or said not in node.text:
            said, quote = node.text, mask.hide(node.text, document.source)
        quote = " ".join(quote.split())
        yield Proof(quote, quote != said, path=node.path)
