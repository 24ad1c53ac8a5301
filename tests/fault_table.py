"""Makes the table of measured fault cases in `docs/faults.md`: `python -m tests.fault_table` (some two minutes).

Each case is a build of its own process, with one good file beside the bad one: what became of both, how long it took, and the
most memory that any of its processes held.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from graph.pipeline import Settings, build
from graph.workers import Limits
from tests.conftest import fake_resolve
from tests.graph import test_faults as faults
from tests.graph.made_files import pdf_bomb

PAGE = Path(__file__).resolve().parent.parent / "docs" / "faults.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
MOST_MEMORY = 1_000_000_000
SECONDS = 4.0
BAD_WORDS = ("crash", "vanish", "hang", "swell", "explode")


def cases() -> dict[str, tuple[str, bytes]]:
    """File name → (what must become of it, its bytes)."""
    found = {name: ("failed", data) for name, (data, _) in faults.FAILING.items()}
    found |= {name: ("read", data) for name, (data, _) in faults.READ.items()}
    found["bomb.pdf"] = ("failed", pdf_bomb(300))
    found["huge.html"] = ("failed", b"<p>" + b"light " * (51_000_000 // 6))
    return found | {f"{word}.txt": ("failed", f"Please {word}.\n".encode()) for word in BAD_WORDS}


def measure(name: str) -> dict[str, Any]:
    """One case in this process."""
    expected, data = cases()[name]
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place, "in"), Path(place, "out")
        folder.mkdir()
        (folder / "good.txt").write_bytes(faults.GOOD)
        (folder / name).write_bytes(data)
        started = time.monotonic()
        result = build(
            [folder],
            out,
            settings=Settings(workers=1, limits=Limits(seconds=SECONDS)),
            extract=faults.misbehaving,
            resolve=fake_resolve,
            validate=lambda data: [],
        )
        seconds = time.monotonic() - started
    fates = {outcome.source: outcome for outcome in result.outcomes}
    held = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * 1024
    fate = fates[name]
    kept = fate.status == expected and fates["good.txt"].status == "read" and held <= MOST_MEMORY
    return {"status": fate.status, "cause": fate.cause or "", "held": held, "seconds": seconds, "passed": kept}


def table(rows: dict[str, dict[str, Any]]) -> str:
    """The table, and what it adds up to."""
    passed = sum(row["passed"] for row in rows.values())
    worst = max(row["held"] for row in rows.values())
    late = max(row["seconds"] for row in rows.values() if "deadline" in row["cause"]) - SECONDS
    lines = [
        f"{passed} of {len(rows)} cases pass. The most memory that any process held is {worst / 1e6:.0f} MB. With a deadline of "
        f"{SECONDS:.0f} seconds, the slowest build that ran into it, its good file and all, was over {late:.1f} seconds after it.",
        "",
        "| file | it is | cause given | most memory (MB) | seconds | |",
        "|---|---|---|---|---|---|",
    ]
    for name, row in sorted(rows.items()):
        cause = row["cause"].split("\n")[0][:60].replace("|", "/")
        lines.append(
            f"| `{name}` | {row['status']} | {cause} | {row['held'] / 1e6:.0f} | {row['seconds']:.1f} "
            f"| {'pass' if row['passed'] else '**fail**'} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure every case, each in a process of its own, and put the table into its page."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
        return
    rows = {}
    for name in cases():
        command = [sys.executable, "-m", "tests.fault_table", name]
        run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
        rows[name] = json.loads(run.stdout.splitlines()[-1])
    head, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, tail = rest.partition(END)
    PAGE.write_text(f"{head}{BEGIN}\n{table(rows)}\n{END}{tail}", "utf-8")


if __name__ == "__main__":
    main()
