"""Whether quotes from XML sources stand where their XPath says: the paths are followed in the sources again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from graph.privacy.spelling import words_of
from graph.privacy.withholding import MASK
from graph.reading import ReadingError, contents
from graph.reading.packages import open_package, read_member
from graph.reading.xml_tree import Element as Tree
from graph.reading.xml_tree import XmlError, parse_xml, text_at

_SHOWN = 50


class Element(NamedTuple):
    """A quote that has an XPath, and the name of its source."""

    source: str
    path: str
    quote: str
    redacted: bool


def misquoted(elements: Iterable[Element], sources: Path) -> list[str]:
    """A line for each quote that is not at its place in the source, up to fifty.

    `sources` is the folder that was built from (or the file itself). A source that is not there is a problem too.
    """
    wrong: list[str] = []
    trees: dict[str, Tree | str] = {}
    for element in sorted(elements):
        if element.source not in trees:
            trees[element.source] = _tree(sources, element.source)
        tree = trees[element.source]
        if isinstance(tree, str):
            wrong.append(f"source {element.source}: {tree}")
        elif not _fits(text_at(tree, element.path), element.quote, element.redacted):
            wrong.append(f"source {element.source}: its quote is not at {element.path}. Build it again.")
    return list(dict.fromkeys(wrong))[:_SHOWN]


def _tree(sources: Path, name: str) -> Tree | str:
    """The XML of a source; or what is wrong with it."""
    outer, _, member = name.partition("!/")
    path = sources if sources.is_file() else sources / outer
    if MASK in name:
        return "its name is masked, so that its file cannot be found; name the file itself with --sources."
    try:
        data = contents(path)
        return parse_xml(read_member(open_package(data, path), member, name) if member else data)
    except (ReadingError, XmlError, OSError, KeyError) as error:
        return f"it cannot be read again ({error})."


def _fits(said: str | None, quote: str, redacted: bool) -> bool:
    """Whether a quote is (part of) what stands at its place; of a masked one, whether all that is left of it is."""
    if said is None:
        return False
    if not redacted:
        return quote in said
    at = 0
    for part in quote.split(MASK):
        at = said.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return bool(words_of(said))
