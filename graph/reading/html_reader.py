"""HTML to a draft: the visible text, one line a block, with menus, footers and cookie notices kept but marked.

An event parser (from the standard library) reads it, because it has no depth or size at which it silently stops.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from graph.model import Block, Span
from graph.reading import metadata
from graph.reading.draft import Draft, in_order, one_line
from graph.reading.html_tables import html_table
from graph.reading.html_walk import Piece, Walk
from graph.reading.lines import Line, looks_like_heading
from graph.reading.structure import blocks_of_units
from graph.reading.text_reader import dateline, title_in, with_title
from graph.reading.units import Unit, UnitKind, units_of

_ENOUGH = 200
_BOLD_LEVEL = 4
_SHORTEST = 30  # letters of a line that may go on in the next
_LEAST_LINKS, _LONGEST_LINK = 3, 60


def read_html(text: str) -> Draft:
    """The draft of an HTML document."""
    walk = _walked(text, by_class=True)
    main = sum(piece.end - piece.start for piece in walk.pieces if piece.scope == "main")
    total = sum(piece.end - piece.start for piece in walk.pieces)
    if main < _ENOUGH and total > 2 * main:
        walk = _walked(text, by_class=False)
    shown = "".join(walk.parts)
    blocks = _with_title(shown, _blocks(shown, walk))
    known = metadata.from_pairs([*walk.meta, ("title", _page_title(walk, title_in(shown, blocks)))])
    draft = Draft(shown, in_order(blocks), published=dateline(shown, blocks))
    return replace(known, text=shown, blocks=draft.blocks).completed_by(draft)


def _walked(text: str, *, by_class: bool) -> Walk:
    walk = Walk(by_class=by_class)
    walk.feed(text)
    walk.close()
    walk.finish()
    return walk


def _page_title(walk: Walk, heading: str | None) -> str:
    """The main heading, else the page's title without the name of the site."""
    if heading:
        return heading
    title = one_line(walk.title)
    for sign in (" | ", " – ", " — ", " - ", " :: "):
        if sign in title:
            return title.split(sign)[0]
    return title


def _with_title(shown: str, blocks: list[Block]) -> list[Block]:
    """The blocks with the first top heading made the title; in a page without headings, one that looks like it."""
    top = min((b.level for b in blocks if b.kind == "heading"), default=0)
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.level == top and top <= 2:
            return [*blocks[:index], replace(block, kind="title"), *blocks[index + 1 :]]
    return with_title(shown, blocks)


def _blocks(shown: str, walk: Walk) -> list[Block]:
    """Blocks of the pieces: tables by themselves, all else as units."""
    unfolded = [inner for piece in walk.pieces for inner in piece.unfolded()]
    _mark_link_lists(unfolded)
    blocks: list[Block] = []
    for is_table, pieces in groupby(unfolded, key=lambda piece: piece.kind == "table"):
        if is_table:
            blocks += [block for piece in pieces for block in _table(shown, piece)]
        else:
            blocks += blocks_of_units(shown, _units(shown, list(pieces)))
    return blocks


def _units(shown: str, pieces: Sequence[Piece]) -> list[Unit]:
    """What the elements say of themselves stays; lines that are only text are cut as a plain text's are."""
    lines: list[Line] = []
    known: dict[int, Unit] = {}
    for piece in pieces:
        if piece.apart:
            lines.append(Line(piece.start, ""))
        lines.append(Line(piece.start, shown[piece.start : piece.end]))
        unit = _unit(shown, piece)
        if unit.kind != "text" or piece.label:
            known[piece.start] = unit
    return units_of(shown, lines, known, _SHORTEST)


def _unit(shown: str, piece: Piece) -> Unit:
    kinds: dict[str, UnitKind] = {"navigation": "navigation", "boilerplate": "furniture"}
    own: dict[str, UnitKind] = {"heading": "heading", "item": "bullet", "code": "code"}
    text = shown[piece.start : piece.end]
    kind = kinds.get(piece.scope) or own.get(piece.kind, "text")
    if kind == "text" and piece.bold and looks_like_heading(text):
        return Unit("heading", piece.start, piece.end, text, _BOLD_LEVEL, piece.apart)
    return Unit(kind, piece.start, piece.end, text, piece.level, piece.apart)


def _table(shown: str, piece: Piece) -> list[Block]:
    """A table of data as records, with the tables that stand in its cells."""
    if piece.scope != "main":
        return [Block("navigation" if piece.scope == "navigation" else "boilerplate", Span(piece.start, piece.end))]
    return html_table(shown, piece.rows)


def _mark_link_lists(pieces: list[Piece]) -> None:
    """Three and more short lines in a row that are only links are a menu, but for list items in the main part."""
    run: list[Piece] = []
    for piece in [*pieces, None]:
        menu_like = piece is not None and (piece.kind == "text" or (piece.kind == "item" and not piece.inside))
        if piece is not None and menu_like and piece.linked and piece.end - piece.start < _LONGEST_LINK:
            run.append(piece)
            continue
        if len(run) >= _LEAST_LINKS:
            for entry in run:
                entry.scope = "navigation"
        run = []
