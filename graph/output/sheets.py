"""What a build says: a sheet of lines for each graph, and what all of them share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was kept out of the graph, and why; it holds no text of the source."""

    source: str
    what: str
    why: str


@dataclass(slots=True)
class Sheet:
    """What one graph holds, as lines of N-Triples without their dots, each once.

    `facts` are the lines that the merged graph shares, `asserted` those of them that a statement asserts, `used` the
    IRIs of what needs a label.
    """

    graph: str
    lines: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    asserted: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    refusals: list[Refusal] = field(default_factory=list)
    statements: int = 0


@dataclass
class Triples:
    """What a build asserts, as lines by graph, merged, and the `background` of the vocabulary entries used."""

    sheets: list[Sheet] = field(default_factory=list)
    fact_lines: set[str] = field(default_factory=set)
    background_lines: set[str] = field(default_factory=set)
    asserted_lines: set[str] = field(default_factory=set)
    refusals: list[Refusal] = field(default_factory=list)
    labelled: set[str] = field(default_factory=set)
    statements: int = 0

    @property
    def quads(self) -> set[ox.Quad]:
        """All quads of all graphs."""
        rows = (f"{line} <{sheet.graph}> ." for sheet in self.sheets for line in sheet.lines)
        return set(ox.parse("\n".join(rows), format=ox.RdfFormat.N_QUADS))

    @property
    def facts(self) -> set[ox.Triple]:
        """The merged facts."""
        return _read(self.fact_lines)

    @property
    def asserted(self) -> set[ox.Triple]:
        """The facts that some statement asserts."""
        return _read(self.asserted_lines)

    def take(self, sheet: Sheet, *, whole: bool = True) -> None:
        """Take in what a source says; not `whole`: all but its own lines."""
        if whole:
            self.sheets.append(sheet)
        self.fact_lines |= sheet.facts
        self.asserted_lines |= sheet.asserted
        self.refusals += sheet.refusals
        self.statements += sheet.statements


def _read(lines: Iterable[str]) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(" .\n".join([*lines, ""]), format=ox.RdfFormat.N_TRIPLES)}
