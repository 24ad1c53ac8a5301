"""Whether a run is as good as the last kept one: `python -m bench.gate bench-out/ratios.json bench/kept.json`.

Both files name ratios of which more is better. Fails (exit code 1) where one has fallen by more than the margin, or is
missing. `--keep` makes the new run the kept one.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

MARGIN = 0.35


def worse(new: Mapping[str, float], kept: Mapping[str, float], margin: float = MARGIN) -> list[str]:
    """A line for each ratio that has fallen by more than the margin (a share of the kept one), or is gone."""
    found = []
    for name, value in sorted(kept.items()):
        if name not in new:
            found.append(f"{name}: no longer measured (was {value:.2f})")
        elif new[name] < value * (1 - margin):
            found.append(f"{name}: {new[name]:.2f}, was {value:.2f}")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, and say what is worse."""
    parser = argparse.ArgumentParser(description="Whether a run is as good as the last kept one.")
    parser.add_argument("new", type=Path)
    parser.add_argument("kept", type=Path)
    parser.add_argument("--margin", type=float, default=MARGIN, help="the share by which a ratio may fall")
    parser.add_argument("--keep", action="store_true", help="make this run the kept one")
    given = parser.parse_args(arguments)
    if given.keep:
        shutil.copyfile(given.new, given.kept)
        return 0
    found = worse(json.loads(given.new.read_text("utf-8")), json.loads(given.kept.read_text("utf-8")), given.margin)
    for line in found:
        sys.stderr.write(f"worse than the last kept run: {line}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
