"""Plain text and Markdown: front matter or a key-value dump, then a table or running text."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Block, Span
from graph.reading import delimited, metadata
from graph.reading.draft import Draft, in_order, one_line
from graph.reading.dump import key_value_dump
from graph.reading.front_matter import front_matter
from graph.reading.line_ends import rejoined
from graph.reading.markup import blanked, without_bars, without_links, without_tags
from graph.reading.structure import blocks_of
from graph.reading.tables import table_blocks


def read_text(text: str) -> Draft:
    """The draft of a plain text or Markdown document."""
    text = rejoined(without_bars(text))
    head = front_matter(text)
    if head is None:
        text = without_links(without_tags(text))
        head = key_value_dump(text)
    else:
        text = blanked(text[: head.end]) + without_links(without_tags(text[head.end :]))
        head = front_matter(text) or head
    start = head.end if head else 0
    body = Span(start, len(text))
    rows = delimited.sniff(text, body, sure=False)
    blocks = table_blocks(text, rows, header=True) if rows else blocks_of(text, body)
    known = metadata.from_fields(text, head.fields) if head else Draft("", ())
    if known.title is None:
        blocks = with_title(text, blocks)
    draft = Draft(
        text,
        in_order([*(head.blocks if head else ()), *blocks]),
        title=title_in(text, blocks),
        published=dateline(text, blocks),
    )
    return replace(known, text=text, blocks=draft.blocks).completed_by(draft)


def read_delimited(text: str) -> Draft:
    """The draft of a comma- or tab-separated file; one that is no table is read as text."""
    region = Span(0, len(text))
    rows = delimited.sniff(text, region, sure=True)
    if rows is None:
        return read_text(text)
    width = len(rows[0].cells)
    blocks = table_blocks(text, rows, header=None if width == 2 else True)
    return Draft(text, in_order(blocks))


def with_title(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks with the first heading made the title, if no prose stands before it but a menu's."""
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            return [*blocks[:index], replace(block, kind="title"), *blocks[index + 1 :]]
        teaser = (
            index > 0
            and block.kind == "prose"
            and blocks[index - 1].kind == "navigation"
            and blocks[index - 1].span.end == block.span.start
        )
        if block.kind not in ("navigation", "boilerplate") and not teaser:
            break
    return blocks


def title_in(text: str, blocks: list[Block]) -> str | None:
    """The text of the title block."""
    return next((one_line(text[b.span.start : b.span.end]) for b in blocks if b.kind == "title"), None)


def dateline(text: str, blocks: list[Block]) -> str | None:
    """The date of a byline among the first blocks."""
    for block in blocks[:6]:
        if block.kind == "boilerplate" and (found := metadata.iso_date(text[block.span.start : block.span.end])):
            return found
    return None
