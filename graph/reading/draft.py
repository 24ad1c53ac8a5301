"""What a format's reader hands over; `graph.reading.read` makes the `Document` of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.model import Block, Node, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with its blocks, and what the file itself says about the document."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    nodes: tuple[Node, ...] = ()

    def completed_by(self, other: Draft) -> Draft:
        """This draft, with what it does not know taken from `other`'s metadata."""
        return replace(
            self,
            title=self.title or other.title,
            published=self.published or other.published,
            url=self.url or other.url,
            publisher=self.publisher or other.publisher,
            language=self.language or other.language,
        )


def one_line(text: str) -> str:
    """`text` with every run of white space made one space."""
    return " ".join(text.split())


def trimmed(text: str, start: int, end: int) -> Span:
    """The span from `start` to `end` without white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def in_order(blocks: list[Block]) -> tuple[Block, ...]:
    """Blocks by place; a record stands before the prose of its own values."""
    return tuple(sorted(blocks, key=lambda block: (block.span.start, -block.span.end, block.kind != "record")))
