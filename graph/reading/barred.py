"""Tables whose cells are parted by bars, with no bars at the edges and no line of dashes, as plain text has them:

```
No. | Applicant | Title | Sum
1 | Kredo Foundation | Lantern | 48,300
2 | Omnia Association | Harbour | 22,000
```
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.lines import Line

LEAST_CELLS, LEAST_ROWS, LONGEST_LABEL = 3, 2, 5


def barred_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines of such tables start: one of short labels, then rows of as many cells with a number in each."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        if end:
            found.update(line.start for line in lines[at:end])
        at = end or at + 1
    return frozenset(found)


def _end(lines: Sequence[Line], at: int) -> int:
    """The number of the line behind the table that a line heads; 0 if it heads none."""
    labels = _cells(lines[at])
    short = all(label and len(label.split()) <= LONGEST_LABEL and not label[-1].isdigit() for label in labels)
    if len(labels) < LEAST_CELLS or not short or any(map(_is_number, labels)):
        return 0
    end = at + 1
    while end < len(lines) and len(cells := _cells(lines[end])) == len(labels) and any(map(_is_number, cells)):
        end += 1
    return end if end - at > LEAST_ROWS else 0


def _cells(line: Line) -> list[str]:
    """The cells of a line; none if a bar opens or ends it, or it has none."""
    cells = [cell.strip() for cell in line.text.split("|")]
    return cells if len(cells) >= LEAST_CELLS and cells[0] and cells[-1] else []


def _is_number(cell: str) -> bool:
    """Whether a cell holds a number or a sum: "3", "48 300 zł"."""
    return cell[:1].isdigit() or cell[-1:].isdigit()
