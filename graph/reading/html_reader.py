"""HTML to a draft: the visible text, one line a block, with menus, footers and cookie notices kept but marked.

An event parser (from the standard library) reads it, because it has no depth or size at which it silently stops.
"""

from __future__ import annotations

from dataclasses import replace

from graph.model import Block, Span
from graph.reading import metadata
from graph.reading.draft import Draft, in_order, one_line
from graph.reading.html_tables import html_table
from graph.reading.html_walk import Piece, Walk
from graph.reading.structure import blocks_of_units
from graph.reading.text_reader import dateline, title_in
from graph.reading.units import Unit, UnitKind

_ENOUGH = 200


def read_html(text: str) -> Draft:
    """The draft of an HTML document."""
    walk = _walked(text, by_class=True)
    main = sum(piece.end - piece.start for piece in walk.pieces if piece.scope == "main")
    total = sum(piece.end - piece.start for piece in walk.pieces)
    if main < _ENOUGH and total > 2 * main:
        walk = _walked(text, by_class=False)
    shown = "".join(walk.parts)
    blocks = _with_title(_blocks(shown, walk))
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


def _with_title(blocks: list[Block]) -> list[Block]:
    """The blocks with the first top heading made the title."""
    top = min((b.level for b in blocks if b.kind == "heading"), default=0)
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.level == top and top <= 2:
            return [*blocks[:index], replace(block, kind="title"), *blocks[index + 1 :]]
    return blocks


def _blocks(shown: str, walk: Walk) -> list[Block]:
    """Blocks of the pieces: tables by themselves, all else as units."""
    _mark_link_lists(walk.pieces)
    blocks: list[Block] = []
    units: list[Unit] = []
    for piece in walk.pieces:
        if piece.kind != "table":
            units.append(_unit(shown, piece))
            continue
        blocks.extend(blocks_of_units(shown, units))
        units = []
        blocks.extend(_table(shown, piece))
    blocks.extend(blocks_of_units(shown, units))
    return blocks


def _unit(shown: str, piece: Piece) -> Unit:
    kinds: dict[str, UnitKind] = {"navigation": "navigation", "boilerplate": "furniture"}
    own: dict[str, UnitKind] = {"heading": "heading", "item": "bullet", "code": "code"}
    kind = kinds.get(piece.scope) or own.get(piece.kind, "text")
    return Unit(kind, piece.start, piece.end, shown[piece.start : piece.end], piece.level, True)


def _table(shown: str, piece: Piece) -> list[Block]:
    """A data table as records; a table that only lays out the page as paragraphs."""
    if piece.scope != "main":
        return [Block("navigation" if piece.scope == "navigation" else "boilerplate", Span(piece.start, piece.end))]
    rows = [[cell for cell in row if cell.end > cell.start] for row in piece.rows]
    if max((len(row) for row in rows), default=0) <= 1:
        cells = [cell for row in rows for cell in row]
        return blocks_of_units(
            shown, [Unit("text", cell.start, cell.end, shown[cell.start : cell.end], 0, True) for cell in cells]
        )
    return html_table(shown, piece.rows)


def _mark_link_lists(pieces: list[Piece]) -> None:
    """Three and more list items in a row that are nothing but links are a menu, unless they stand in the main part."""
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if (
            piece is not None
            and piece.kind == "item"
            and piece.linked
            and not piece.inside
            and piece.end - piece.start < 60
        ):
            run.append(piece)
            continue
        if len(run) >= 3:
            for entry in run:
                entry.scope = "navigation"
        run = []
