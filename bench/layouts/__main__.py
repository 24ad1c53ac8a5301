"""`python -m bench.layouts`: core F1 of the annotated texts as they are, and in other layouts.

python -m bench.layouts --step 4                     every fourth text
python -m bench.layouts --only blog,divs --show blog     what the copies in one layout lose
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.layouts.measure import LAYOUTS, Case, Tally, annotated, cases, tallies

ROOT = Path(__file__).resolve().parents[2]


def table(counts: dict[str, tuple[Tally, Tally]]) -> str:
    """A line for each layout, those that lose most first."""
    order = sorted(counts, key=lambda name: (counts[name][1].f1 - counts[name][0].f1, name))
    lines = [f"{'layout':20} texts  core F1          right      wrong"]
    for name in order:
        before, after = counts[name]
        lines.append(
            f"{name:20} {len(after.cases):5}  {before.f1:.3f} → {after.f1:.3f}  {before.found:4} → {after.found:<4}"
            f"{before.wrong:4} → {after.wrong:<4} {(LAYOUTS[name].__doc__ or '').strip()}"
        )
    return "\n".join(lines)


def losses(found: list[Case]) -> str:
    """The documents whose copy lost facts, with these facts."""
    lines: list[str] = []
    for case in found:
        gone = sorted(case.before.found - case.after.found)
        if gone:
            lines.append(f"{case.document} ({case.layout})")
            lines += [f"    lost {subject} {predicate} {value}" for subject, predicate, value in gone]
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What texts lose when only their layout changes.")
    parser.add_argument("--texts", type=Path, default=ROOT / "tests/corpus/tune", help="folder of texts")
    parser.add_argument("--gold", type=Path, default=ROOT / "tests/corpus/gold", help="folder of their annotations")
    parser.add_argument("--step", type=int, default=1, help="take every so manyth text")
    parser.add_argument("--only", default=",".join(LAYOUTS), help="layouts, with commas: " + ", ".join(LAYOUTS))
    parser.add_argument("--show", default="", help="a layout: list what is lost under it")
    parser.add_argument("--keep", type=Path, help="a folder to keep the made files in")
    given = parser.parse_args()
    chosen = given.only.split(",")
    if unknown := [name for name in (*chosen, given.show) if name and name not in LAYOUTS]:
        sys.exit(f"There is no layout {', '.join(unknown)}. There are: {', '.join(LAYOUTS)}.")
    counts = tallies(cases(given.texts, annotated(given.gold, given.texts, given.step), chosen, given.keep))
    print(table(counts))
    if given.show in counts:
        print(losses(counts[given.show][1].cases))


if __name__ == "__main__":
    main()
