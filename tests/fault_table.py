"""Makes the table of measured fault cases in `docs/faults.md`: `python -m tests.fault_table` (a minute or two; Linux).

Each case is a build of its own, in a process copied from one that has everything loaded, with one good file beside the
bad one and a short deadline of its own: what became of both, how far over its deadline it went, and the most memory that
any of its processes held.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from graph.pipeline import Settings, build
from graph.privacy.people import ready
from graph.reading.language import warm_up
from graph.workers import Limits
from tests.conftest import fake_resolve
from tests.graph import test_faults as faults
from tests.graph.made_files import pdf_bomb

PAGE = Path(__file__).resolve().parent.parent / "docs" / "faults.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
MOST_MEMORY = 1_000_000_000
LATE = 1.0
#: Deadlines in seconds: of what never ends by itself, of what is huge and must be read all the same, of everything else.
ENDLESS, HUGE, USUAL = 2.0, 60.0, 20.0
#: How long the build of one case may take before it is ended from outside, and counts as lost.
PATIENCE = 100.0
BAD_WORDS = ("crash", "vanish", "hang", "swell", "explode")


@dataclass(frozen=True)
class Case:
    """A bad file: what must become of it (and a word of the cause), its bytes and its deadline."""

    expected: str
    data: bytes
    cause: str = ""
    deadline: float = USUAL


@dataclass(frozen=True)
class Measured:
    """What became of a case: seconds until it was settled, bytes that its largest process held."""

    status: str
    cause: str
    good: str
    seconds: float
    held: int


def cases() -> dict[str, Case]:
    """File name → case."""
    found = {name: Case("failed", data, cause) for name, (data, cause) in faults.FAILING.items()}
    found |= {
        name: Case("read", data, "", HUGE if len(data) > 10 * faults.MIB else USUAL)
        for name, (data, _) in faults.READ.items()
    }
    found["bomb.pdf"] = Case("failed", pdf_bomb(300), "", ENDLESS)
    found["huge.html"] = Case("failed", b"<p>" + b"light " * (51_000_000 // 6), "limit")
    causes = dict(zip(BAD_WORDS, ("SIGABRT", "crashed", "deadline", "memory", "RuntimeError"), strict=True))
    for word, cause in causes.items():
        found[f"{word}.txt"] = Case("failed", f"Please {word}.\n".encode(), cause, ENDLESS)
    return found


def measure(name: str, case: Case, answer: Connection) -> None:
    """One case in this process; what was measured goes into the pipe."""
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place, "in"), Path(place, "out")
        folder.mkdir()
        (folder / "good.txt").write_bytes(faults.GOOD)
        (folder / name).write_bytes(case.data)
        started = last = time.monotonic()

        def settled(*_: object) -> None:
            nonlocal last
            last = time.monotonic()

        result = build(
            [folder],
            out,
            settings=Settings(workers=1, limits=Limits(seconds=case.deadline)),
            extract=faults.misbehaving,
            resolve=fake_resolve,
            validate=lambda data: [],
            progress=settled,
        )
    fates = {outcome.source: outcome for outcome in result.outcomes}
    held = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * 1024
    fate = fates.get(name)
    answer.send(
        Measured(
            fate.status if fate else "lost",
            (fate.cause if fate else None) or "",
            fates["good.txt"].status,
            last - started,
            held,
        )
    )


def apart(name: str, case: Case) -> Measured:
    """The case measured in a copy of this process, which is ended if it takes too long."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=measure, args=(name, case, theirs))
    process.start()
    theirs.close()
    try:
        if not ours.poll(PATIENCE):
            process.kill()
            return Measured("lost", f"the build did not end within {PATIENCE:g} seconds", "lost", PATIENCE, 0)
        found: Measured = ours.recv()
        return found
    except EOFError:
        return Measured("lost", "the build itself died", "lost", 0.0, 0)
    finally:
        process.join()
        ours.close()


def over(case: Case, found: Measured) -> float:
    """Seconds beyond the deadline."""
    return max(0.0, found.seconds - case.deadline)


def passes(case: Case, found: Measured) -> bool:
    """Whether the file met its fate in time and in its memory, and the good file beside it was read."""
    fate = found.status == case.expected and case.cause in found.cause and found.good == "read"
    return fate and found.held <= MOST_MEMORY and over(case, found) <= LATE


def table(rows: dict[str, tuple[Case, Measured]]) -> str:
    """The table, and what it adds up to."""
    passed = sum(passes(case, found) for case, found in rows.values())
    worst = max(found.held for _, found in rows.values())
    stopped = [over(case, found) for case, found in rows.values() if "deadline" in found.cause]
    lines = [
        f"{passed} of {len(rows)} cases pass. The most memory that any process held is {worst / 1e6:.0f} MB (limit: "
        f"{MOST_MEMORY / 1e6:.0f} MB). {len(stopped)} cases ran into their deadline; the slowest was stopped, with the good "
        f"file beside it read, {max(stopped, default=0.0):.2f} seconds after it (limit: {LATE:g}).",
        "",
        "| file | expected | got | cause given | deadline (s) | taken (s) | over (s) | most memory (MB) | |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, (case, found) in sorted(rows.items()):
        cause = found.cause.split("\n")[0][:60].replace("|", "/").strip()
        late = f"{over(case, found):.2f}"
        lines.append(
            f"| `{name}` | {case.expected} | {found.status} | {cause} | {case.deadline:g} | {found.seconds:.1f} | {late} "
            f"| {found.held / 1e6:.0f} | {'pass' if passes(case, found) else '**fail**'} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure every case, one after the other, and put the table into its page; with names, print those alone."""
    warm_up()
    ready("en")
    chosen = {name: case for name, case in cases().items() if name in sys.argv[1:] or not sys.argv[1:]}
    rows = {}
    for name, case in chosen.items():
        rows[name] = (case, apart(name, case))
        sys.stderr.write(f"{name}: {rows[name][1]}\n")
    if sys.argv[1:]:
        sys.stdout.write(table(rows) + "\n")
        return
    head, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, tail = rest.partition(END)
    PAGE.write_text(f"{head}{BEGIN}\n{table(rows)}\n{END}{tail}", "utf-8")


if __name__ == "__main__":
    main()
