"""What a few more files cost a corpus that has been built: seconds of the first build, the second, and a whole rebuild.

`python -m bench.incremental --size 1000 --more 10 --out bench-out` makes documents (`bench/corpus.py`), builds them,
adds some more, builds again, and then builds the same files without anything kept. `incremental.md` has the seconds,
by the clock and of the processors (of the build itself and of its workers), and whether the second build and the
rebuild are the same, byte for byte; if not, the exit code is 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import copies
from graph.pipeline import Settings, build

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Timed:
    """What a build took: seconds by the clock, of the processors in its own process and in its workers; how many files
    it used, and how many statements there are."""

    seconds: float
    own: float
    workers: float
    used: int
    statements: int

    @property
    def row(self) -> str:
        """The end of its row in the table."""
        return f"{self.seconds:.1f} | {self.own:.1f} | {self.workers:.1f} | {self.statements} |"


def write(documents: Sequence[tuple[str, str]], folder: Path) -> int:
    """Write documents, a hundred to a folder; gives their bytes."""
    total = 0
    for name, text in documents:
        path = folder / name[:3] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        total += len(text.encode("utf-8"))
    return total


def timed(folder: Path, out: Path, workers: int, *, reuse: bool = True) -> Timed:
    """A build, and what it took."""
    begin, before = time.perf_counter(), os.times()
    result = build([folder], out, settings=Settings(workers=workers, reuse=reuse))
    seconds, after = time.perf_counter() - begin, os.times()
    own = after.user + after.system - before.user - before.system
    others = after.children_user + after.children_system - before.children_user - before.children_system
    used = sum(outcome.status == "read" for outcome in result.outcomes)
    sys.stderr.write(f"{out.name}: {seconds:.1f} s, {used} files\n")
    return Timed(seconds, own, others, used, result.counts.statements)


def digest(out: Path) -> str:
    """One digest of all files of an output, by name."""
    whole = hashlib.sha256()
    for path in sorted(path for path in out.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(out).as_posix()} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def main() -> int:
    """Measure, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--more", type=int, default=10)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("bench-out"))
    parser.add_argument("--texts", type=Path, default=ROOT / "tests/corpus/tune")
    parser.add_argument("--gold", type=Path, default=ROOT / "tests/corpus/gold")
    given = parser.parse_args()
    place = given.out / "incremental"
    shutil.rmtree(place, ignore_errors=True)
    made = [(name, text) for name, text, _ in copies(given.size + given.more, given.texts, given.gold)]
    size = write(made[: given.size], place / "docs")
    first = timed(place / "docs", place / "kept", given.workers)
    size += write(made[given.size :], place / "docs")
    second = timed(place / "docs", place / "kept", given.workers)
    whole = timed(place / "docs", place / "whole", given.workers, reuse=False)
    same = digest(place / "kept") == digest(place / "whole")
    lines = [
        f"{given.size} made documents, then {given.more} more, {size / 1e6:.1f} MB in all; "
        f"{given.workers or len(os.sched_getaffinity(0))} workers.",
        "",
        "| build | files read anew | seconds | processor seconds, its own | of its workers | statements |",
        "|---|---:|---:|---:|---:|---:|",
        f"| first, of {first.used} files | {first.used} | {first.row}",
        f"| second, of {second.used} files | {second.used - first.used} | {second.row}",
        f"| the same without what was kept | {whole.used} | {whole.row}",
        "",
        f"The second and the third are {'the same' if same else 'NOT the same'}, byte for byte.",
    ]
    (given.out / "incremental.md").write_text("\n".join(lines) + "\n", "utf-8")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
