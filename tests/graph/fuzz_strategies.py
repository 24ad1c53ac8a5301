"""Files of every format as strategies of Hypothesis: well-formed ones of odd content and shape, with the words that they hold."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from hypothesis import strategies as st

from graph.reading import FORMATS
from tests.graph.made_files import ACTIVITY, archive, docx, paragraph, pdf, pdf_of, ruled_table, table

DOCX = FORMATS[".docx"]
#: A file of each format, to be damaged.
SEEDS = {
    "application/xml": ACTIVITY.encode(),
    DOCX: docx(paragraph("Lantern", "Titel") + table([["Project", "Country"], ["Lantern", "Malta"]])),
    "application/json": b'{"title": "Lantern", "funders": ["Kredo", {"name": "AMIF"}], "budget": 12.5}',
    "text/html": b"<html lang=en><body><h1>Lantern</h1><table><tr><td>Funded by<td>Kredo</table><p>Text &amp; more",
    "text/csv": b'project;funder\nLantern;Kredo\nBeacon;"A;B"\n',
    "text/markdown": b"---\ntitle: Lantern\n---\n# Lantern\n\nFunded by: Kredo\n\n* one\n* two\n",
    "application/pdf": pdf_of([ruled_table([["Project", "Country"], ["Lantern", "Malta"]], 700)], title="Lantern"),
}
ANY = st.text(st.characters(codec="utf-8"), max_size=40)
WORDS = st.lists(
    st.sampled_from(
        "Lantern Kredo Muñoz Łódź Αθήνα مشروع 12,5 2020-05 EUR AMIF - : | ; & < “x” a\u0301 🌍 \u200b".split()
    ),
    max_size=6,
).map(" ".join)
TEXT = st.one_of(WORDS, ANY)


def words(text: str) -> list[str]:
    """The plain words of a text, which no reader may lose."""
    return re.findall(r"[A-Za-z]{2,}", html.unescape(text))


def damaged(data: st.DataObject, kind: str) -> bytes:
    """A file of this format with a few bytes changed, left out or doubled."""
    content = bytearray(SEEDS[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        action = data.draw(st.sampled_from(["flip", "cut", "double", "end"]))
        if action == "flip":
            content[at] = data.draw(st.integers(0, 255))
        elif action == "cut" and len(content) > 20:
            del content[at : at + 7]
        elif action == "double":
            content[at:at] = content[max(0, at - 9) : at]
        elif len(content) > 40:
            del content[max(20, at) :]
    return bytes(content)


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = "p div h1 h2 ul ol li dl dt dd table tr td th nav footer header main article span b a br script style pre"
    attributes = st.sampled_from(
        ["", ' class="menu"', " id=x", ' lang="it"', " hidden", ' a="<"', ' href="//x.example"']
    )
    return st.tuples(st.sampled_from(tags.split()), attributes, st.lists(inner, max_size=4), st.booleans()).map(
        lambda part: f"<{part[0]}{part[1]}>{' '.join(part[2])}" + (f"</{part[0]}>" if part[3] else "")
    )


HTML = st.recursive(TEXT, _element, max_leaves=25).map(lambda page: f"<body>{page}".encode("utf-8", "replace"))
LINES = ["---", "title: A", "- one", "• two", "| a | b |", "|---|---|", "# H", "**B**", "Lead: Casa", "Label:", "", "  ",
         "1 Note", "```", "The house is open. It is old.", "and goes on", "A / B / C", "key: >-", "  x: |", "===", "> q"]  # fmt: skip
MARKDOWN = st.lists(st.one_of(st.sampled_from(LINES), TEXT), max_size=25).map("\n".join)
_CELLS = st.lists(st.lists(TEXT, max_size=5), max_size=6)
CSV = st.tuples(_CELLS, st.sampled_from(",;\t|"), st.booleans()).map(
    lambda made: "\n".join(
        made[1].join('"' + cell.replace('"', '""') + '"' if made[2] else cell for cell in row) for row in made[0]
    )
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXT, inner, max_size=4)),
    max_leaves=15,
)


def strings(value: Any) -> list[str]:
    """All strings that are values somewhere in data."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in strings(inner)]
    return [value] if isinstance(value, str) else []


def as_json(value: Any) -> bytes:
    """Data as JSON."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _printable(text: str) -> str:
    return "".join(char for char in text if char.isprintable()).replace("&", "&amp;").replace("<", "&lt;")


_SAFE = TEXT.map(_printable)
_GRID = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(_SAFE, min_size=width, max_size=width), min_size=1, max_size=4)
)
_PARTS = st.one_of(
    _SAFE.map(paragraph),
    _SAFE.map(lambda text: paragraph(text, "berschrift1")),
    _SAFE.map(lambda text: paragraph(text, "Liste")),
    _GRID.map(table),
    st.sampled_from(
        ["<w:p/>", "<w:tbl/>", "<w:sectPr/>", "<w:tbl><w:tr/></w:tbl>", "<w:p><w:r><w:tab/><w:br/></w:r></w:p>"]
    ),
)
OFFICE = st.lists(_PARTS, max_size=8).map("".join)
_LATIN = st.text(st.sampled_from("abc ÄñÀé.,:•-12%()\\ “–"), max_size=30)
_LINES = st.lists(st.tuples(st.integers(4, 30), st.integers(20, 830), _LATIN), max_size=12)
_TABLE = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(_LATIN, min_size=width, max_size=width), min_size=1, max_size=5)
)
_DRAWN = st.tuples(_TABLE, st.integers(300, 830), st.booleans(), st.integers(5, 140)).map(
    lambda made: ruled_table(made[0], made[1], lines=made[2], width=made[3])
)
PRINTED = st.one_of(
    st.lists(_LINES, min_size=1, max_size=4).map(pdf), st.lists(_DRAWN, min_size=1, max_size=4).map(pdf_of)
)
PACKED = st.dictionaries(st.text(min_size=1, max_size=12), st.binary(max_size=30), max_size=4).map(archive)
