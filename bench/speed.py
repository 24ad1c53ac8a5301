"""How fast texts are read, how soon the program is ready, how much memory it takes, and how the cost grows.

`python -m bench.speed --out bench-out` (or `make bench-speed`) writes `speed.md` and `speed.svg`. Times are seconds of
one processor, not of the clock, so that other work on the machine distorts them less; "kB" is a thousand characters.
Beside each figure stands that of a bare Aho-Corasick scan (the package `ahocorasick-rs`) for the same names in the
same text in the same run: what a search that understands nothing would take. Needs the extra `test`.
"""

from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from bench.curves import curves
from graph.extraction import extract
from graph.marking.compiled import patterns_of
from graph.marking.tokens import tokenise
from graph.model import Block, Document, Span
from graph.reading import ReadingError, read
from ontology.automaton import Automaton
from ontology.kept import SETTING
from ontology.lexicon import load, shapes

LENGTHS = (1, 2, 4, 8)
SHARES = (10, 3, 1)
SMALL = "The Lantern project is co-financed by AMIF. It supports asylum seekers from Mali in Italy and Malta.\n"
#: Runs a command and tells its seconds and memory; a small process of its own, as a child's memory counts its parent's.
WATCH = """import os, sys
process = os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
_, status, used = os.wait4(process, 0)
print()
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))"""
READY = """from graph.marking.language import language
from graph.reading.language import warm_up
language('en')
warm_up()"""

ROOT = Path(__file__).resolve().parents[1]

@dataclass(frozen=True, slots=True)
class Start:
    """One start of a program: seconds of the processor and of the clock, and the most memory (MB) that it took."""

    what: str
    processor: float
    clock: float
    memory: float


def timed(work: Callable[[], object], least: float) -> float:
    """Seconds of the processor for one call: the quickest of several, that take `least` seconds together (two calls
    and more); the call before them, which meets everything for the first time, is not counted."""
    work()
    best, spent, calls = math.inf, 0.0, 0
    while spent < least or calls < 2:
        begin = time.process_time()
        work()
        took = time.process_time() - begin
        best, spent, calls = min(best, took), spent + took, calls + 1
    return max(best, 1e-6)


def documents(texts: Path) -> dict[str, list[Document]]:
    """The readable files of a folder by the language of their text."""
    found: dict[str, list[Document]] = {}
    for path in sorted(texts.iterdir()):
        try:
            document = read(path, path.name)
        except ReadingError:
            continue
        found.setdefault(document.language, []).append(document)
    return dict(sorted(found.items()))


def names_of(language: str) -> list[str]:
    """The names and phrases of a language's vocabulary as plain strings, for a bare scan."""
    return sorted({pattern.casefold() for pattern, _ in patterns_of(load(language)) if not set("*()|_") & set(pattern)})


def bare_scan(names: Sequence[str], text: str) -> Callable[[], object]:
    """A search for names in a text that knows neither words nor endings."""
    search = AhoCorasick(list(names))
    return lambda: search.find_matches_as_indexes(text.casefold(), overlapping=True)


def by_language(found: dict[str, list[Document]], least: float) -> list[list[str]]:
    """Rows: language, kB, kB/s of the extraction, of the bare scan, and how many times that is."""
    rows = []
    for language, some in found.items():
        size = sum(len(document.text) for document in some) / 1000
        ours = size / timed(lambda some=some: [extract(document) for document in some], least)  # type: ignore[misc]
        text = "\n".join(document.text for document in some)
        bare = size / timed(bare_scan(names_of(language), text), least / 4)
        rows.append([language, f"{size:.1f}", f"{ours:.0f}", f"{bare:.0f}", f"{bare / ours:.0f}"])
    return rows


def longer(document: Document, times: int) -> Document:
    """A document whose blocks stand several times, one row after the other."""
    step = len(document.text) + 2
    moved = tuple(_moved(block, step * time_) for time_ in range(times) for block in document.blocks)
    return replace(document, text="\n\n".join([document.text] * times), blocks=moved)


def _moved(block: Block, by: int) -> Block:
    def span(one: Span) -> Span:
        return Span(one.start + by, one.end + by)

    fields = tuple(
        replace(f, value=span(f.value), label_span=span(f.label_span) if f.label_span else None) for f in block.fields
    )
    return replace(block, span=span(block.span), fields=fields)


def by_length(some: Sequence[Document], least: float) -> list[tuple[float, float]]:
    """(kB, seconds) of the extraction of documents once, twice, … as long."""
    points = []
    for times in LENGTHS:
        made = [longer(document, times) for document in some]
        seconds = timed(lambda made=made: [extract(document) for document in made], least)  # type: ignore[misc]
        points.append((sum(len(document.text) for document in made) / 1000, seconds))
    return points


def by_rules(language: str, some: Sequence[Document], least: float) -> list[tuple[float, float, int, float]]:
    """(patterns, seconds of our scan, its matches, seconds of the bare scan) with a tenth, a third and all patterns."""
    texts = [(tokenise(document), document.text) for document in some]
    patterns = [(pattern, i) for i, (pattern, _) in enumerate(patterns_of(load(language)))]
    anchors = [(anchor, -i) for i, (anchor, _) in enumerate(shapes(load(language)), 1) if anchor]
    names = names_of(language)
    text = "\n".join(text for _, text in texts)
    points = []
    for share in SHARES:
        automaton: Automaton[int] = Automaton()
        for pattern, number in patterns[::share]:
            automaton.add(pattern, number)
        for anchor, number in anchors[::share]:
            automaton.add_row(anchor, number)

        def scan(automaton: Automaton[int] = automaton) -> int:
            return sum(
                len(automaton.find(words.folds, sentence.first, sentence.last, words.barriers))
                for words, _ in texts
                for sentence in words.sentences
            )

        size = float(len(patterns[::share]) + len(anchors[::share]))
        points.append((size, timed(scan, least), scan(), timed(bare_scan(names[::share], text), least / 4)))
    return points


def start(what: str, command: Sequence[str], kept: str) -> Start:
    """Run a command of the program with a folder for compiled knowledge ("off": none), and see what it takes.

    Python may keep its bytecode, as it does where the program is installed."""
    environment = {**os.environ, SETTING: kept}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-S", "-c", WATCH, sys.executable, *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    took = time.perf_counter() - begin
    if done.returncode:
        raise RuntimeError(f"{what}: {' '.join(command)} failed; run it alone to see why\n{done.stderr[-1000:]}")
    processor, most = map(float, done.stdout.splitlines()[-1].split())
    return Start(what, processor, took, most / (1_000_000 if sys.platform == "darwin" else 1_000))


def starts() -> list[Start]:
    """Starts with nothing kept but Python's bytecode, and with what an earlier start kept."""
    with tempfile.TemporaryDirectory() as folder:
        kept, small, out = (Path(folder) / name for name in ("kept", "small.txt", "out"))
        small.write_text(SMALL, "utf-8")
        build = ["build.py", str(small), "--out", str(out), "--fresh", "--quiet", "--workers", "1"]
        start("for the bytecode", build, "off")
        return [
            start("ready to read English, nothing kept", ["-c", READY], str(kept)),
            start("ready to read English", ["-c", READY], str(kept)),
            start("`build.py` of one small file, nothing kept", build, "off"),
            start("`build.py` of one small file", build, str(kept)),
        ]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, figures to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """How cost grows with size between the first point and the last: 1 in proportion, 0 not at all."""
    (size, cost), (last_size, last_cost) = points[0], points[-1]
    return math.log(last_cost / cost) / math.log(last_size / size)


def measure(texts: Path, languages: Sequence[str], least: float) -> tuple[str, str]:
    """The report in Markdown, and its curves as SVG."""
    found = {language: some for language, some in documents(texts).items() if language in languages or not languages}
    main = "en" if "en" in found else next(iter(found))
    lengths = by_length(found[main], least)
    rules = by_rules(main, found[main], least)
    ours, plain = [(n, cost) for n, cost, _, _ in rules], [(n, cost) for n, _, _, cost in rules]
    begun = [[s.what, f"{s.processor:.2f}", f"{s.clock:.2f}", f"{s.memory:.0f}"] for s in starts()]
    parts = [
        "# Speed\n\nSeconds of one processor unless it says otherwise; kB are thousands of characters.\n",
        "\n## Extraction\n\n",
        table(["language", "kB", "kB/s", "bare scan kB/s", "times"], by_language(found, least)),
        "\n## Start\n\n",
        table(["", "processor s", "clock s", "memory MB"], begun),
        f"\n## Growth with the length of a text ({main})\n\n",
        table(["kB", "s", "kB/s"], [[f"{n:.0f}", f"{cost:.3f}", f"{n / cost:.0f}"] for n, cost in lengths]),
        f"\nCost grows with length to the power of {exponent(lengths):.2f}.\n",
        f"\n## Growth of the scan with the number of patterns ({main})\n\n",
        table(
            ["patterns", "s", "matches", "bare scan s"],
            [[f"{n:.0f}", f"{cost:.4f}", str(matches), f"{bare:.4f}"] for n, cost, matches, bare in rules],
        ),
        f"\nCost grows with patterns to the power of {exponent(ours):.2f} (bare scan: {exponent(plain):.2f}).\n",
    ]
    picture = curves(
        [
            ("extraction: seconds by kB of text", [("ours", lengths)]),
            ("scan: seconds by number of patterns", [("ours", ours), ("bare scan", plain)]),
        ]
    )
    return "".join(parts), picture


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write the report."""
    parser = argparse.ArgumentParser(description="How fast texts are read, and how the cost grows.")
    parser.add_argument("--out", type=Path, default=Path("bench-out"), help="folder for speed.md and speed.svg")
    parser.add_argument("--texts", type=Path, default=ROOT / "tests/corpus/tune", help="folder of texts")
    parser.add_argument("--languages", nargs="*", default=[], help="only these (default: all that the texts have)")
    parser.add_argument("--seconds", type=float, default=1.0, help="least time for each figure")
    given = parser.parse_args(arguments)
    report, picture = measure(given.texts, given.languages, given.seconds)
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "speed.md").write_text(report, "utf-8")
    (given.out / "speed.svg").write_text(picture, "utf-8")
    sys.stdout.write(report)


if __name__ == "__main__":
    main()
