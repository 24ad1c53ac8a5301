"""Everything that is measured, side by side in one run: `bench.md`, `bench.svg` and `ratios.json`.

    python -m bench.whole --size 44 --out bench-out          (or `make bench`)

makes a corpus (`bench.corpus`) and measures whole builds beside a pipeline of common parts (`bench.peer`), their score
on the annotated texts, each stage, each language, growth with the number of documents, and writing, loading and asking
beside rdflib. Seconds are of the processor unless it says otherwise, so that other work on the machine distorts them
less; ratios within one run hold best. With Chromium, the page's figures (`bench.page`) come along. Needs the extra
`bench`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox
import rdflib

from bench.corpus import write_corpus
from bench.curves import curves
from bench.made_graph import make
from bench.page import CHROMIUM
from bench.peer import Peer
from bench.speed import Start, by_language, documents, exponent, start, table
from graph.output.rdf import to_triples
from graph.output.serialisation import leaf
from graph.pipeline import Settings, build
from graph.resolution import resolve
from integraph.rules_stats import Score, judge, precision_and_recall, read_gold, score_all
from ontology.namespaces import ID, IG, SKOS
from viz.page import write_page

ROOT = Path(__file__).resolve().parents[1]
QUERY = (
    f"SELECT ?b (COUNT(DISTINCT ?p) AS ?n) WHERE {{ ?p <{IG}implementedBy> ?b ; <{IG}fundedBy> ?f ; "
    f"<{IG}coversCountry> <{ID}country/IT> . ?b <{SKOS}prefLabel> ?l }} GROUP BY ?b ORDER BY DESC(?n) ?b LIMIT 20"
)
Ratios = dict[str, float]


def used() -> float:
    """Seconds of the processor that this process and its children have had."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def taken(work: Callable[[], object]) -> float:
    """Seconds of the processor for a piece of work."""
    begin = used()
    work()
    return max(used() - begin, 1e-6)


def say(what: str) -> None:
    """Tell what begins, for who is waiting."""
    sys.stderr.write(f"{what} …\n")


def whole_builds(folder: Path, size: int, total: int, place: Path) -> tuple[list[list[str]], Ratios]:
    """Our builds and the peer's, each in a process of its own."""
    own = ["build.py", str(folder), "--fresh", "--quiet", "--out"]
    runs = [
        ("integraph, one worker", [*own, str(place / "one"), "--workers", "1"]),
        ("integraph, two workers", [*own, str(place / "two"), "--workers", "2"]),
        ("integraph, two workers, no page", [*own, str(place / "bare"), "--workers", "2", "--no-page"]),
        ("spaCy matcher, rdflib, stock pyvis", ["-m", "bench.peer", str(folder), str(place / "peer")]),
    ]
    found: list[Start] = [start(name, command, str(place / "kept")) for name, command in [runs[0], *runs]][1:]
    rows = [
        [
            s.what,
            f"{s.processor:.1f}",
            f"{s.clock:.1f}",
            f"{size / s.processor:.1f}",
            f"{size / s.clock:.1f}",
            f"{total / 1000 / s.clock:.1f}",
            f"{s.memory:.0f}",
        ]
        for s in found
    ]
    return rows, {"processor time of the peer ÷ ours": found[3].processor / found[0].processor}


def stages(folder: Path, size: int, out: Path) -> list[list[str]]:
    """Seconds of each stage of a build with one worker."""
    marks: list[tuple[str, float]] = []
    build(
        [folder],
        out,
        settings=Settings(workers=1, reuse=False),
        render=lambda stage: write_page(_loaded(stage / "graph.trig"), stage / "graph.html", title="bench"),
        stage=lambda name: marks.append((name, used())),
    )
    ends = [*(at for _, at in marks[1:]), used()]
    return [
        [name, f"{end - at:.2f}", f"{(end - at) / size * 1000:.1f}"]
        for (name, at), end in zip(marks, ends, strict=True)
    ]


def growth(sizes: Sequence[int], place: Path) -> list[tuple[int, float, float]]:
    """(documents, seconds, MB) of builds without a page."""
    points = []
    for size in sizes:
        folder = place / f"grown-{size}"
        write_corpus(size, folder, ROOT / "tests/corpus/tune", ROOT / "tests/corpus/gold")
        command = ["build.py", str(folder / "docs"), "--out", str(place / "grown"), "--fresh", "--quiet", "--no-page"]
        found = start(str(size), [*command, "--workers", "1"], str(place / "kept"))
        points.append((size, found.processor, found.memory))
    return points


def scores() -> tuple[list[list[str]], Ratios]:
    """Precision and recall on the annotated texts, ours and the peer's, by the same measure."""
    texts, golds = ROOT / "tests/corpus/tune", read_gold(ROOT / "tests/corpus/gold")
    ours = precision_and_recall([score for _, score in score_all(texts, golds)])
    peer = Peer()
    alone: list[Score] = []
    told: list[Score] = []
    for gold in golds:
        if (texts / gold["doc"]).is_file():
            text = (texts / gold["doc"]).read_text("utf-8")
            names = [name for e in gold["entities"].values() if e["type"] == "Project" for name in e["names"][:1]]
            for project, judged in (("", alone), ("".join(names[:1]), told)):
                reading = peer.read(text, gold["doc"], gold["lang"], project)
                judged.append(judge(gold, to_triples([reading], resolve([reading]))))
    theirs = precision_and_recall(told)
    found = [("integraph", ours), ("peer", precision_and_recall(alone)), ("peer, told the project's name", theirs)]
    rows = [[name, *(f"{part:.3f}" for part in (*both, _f1(*both)))] for name, both in found]
    return rows, {"F1 of ours ÷ the peer's": _f1(*ours) / max(_f1(*theirs), 1e-6)}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(precision + recall, 1e-6)


def stores(triples: int, place: Path) -> tuple[list[list[str]], Ratios]:
    """Writing, loading and asking a made graph: ours (by pyoxigraph) beside rdflib."""
    file = place / "made.trig"
    file.write_text("".join(make(triples)), "utf-8")
    quads = list(ox.parse(path=str(file), format=ox.RdfFormat.TRIG))
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        graphs.setdefault(str(quad.graph_name)[1:-1], []).append(str(quad.triple))
    theirs = rdflib.Dataset(default_union=True)
    loaded = taken(lambda: theirs.parse(file, format="trig"))
    store = ox.Store()
    rows = [
        ("load", taken(lambda: store.bulk_load(path=str(file), format=ox.RdfFormat.TRIG)), loaded),
        (
            "write, read back and compare (rdflib: write)",
            taken(lambda: [leaf(graph, lines) for graph, lines in graphs.items()]),
            taken(lambda: theirs.serialize(format="trig")),
        ),
        (
            "ask",
            taken(lambda: list(store.query(QUERY, use_default_graph_as_union=True))),  # type: ignore[arg-type]
            taken(lambda: list(theirs.query(QUERY))),
        ),
    ]
    shown = [[name, f"{a:.3f}", f"{b:.3f}", f"{b / a:.1f}"] for name, a, b in rows]
    return shown, {f"rdflib ÷ ours: {name.split(',')[0]}": b / a for name, a, b in rows}


def _loaded(file: Path) -> ox.Store:
    store = ox.Store()
    store.bulk_load(path=str(file), format=ox.RdfFormat.TRIG)
    return store


def machine() -> str:
    """The machine and the versions that the figures are of."""
    model = next(
        (line.split(":", 1)[1].strip() for line in _lines(Path("/proc/cpuinfo")) if line.startswith("model name")),
        platform.processor(),
    )
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    return (
        f"{model}, {len(os.sched_getaffinity(0))} processors, {platform.system()} {platform.release()}, Python "
        f"{platform.python_version()}, pyoxigraph {ox.__version__}, rdflib {rdflib.__version__}; load {busy}."
    )


def _lines(path: Path) -> Iterator[str]:
    yield from path.read_text("utf-8", "replace").splitlines() if path.is_file() else ()


def pages(out: Path) -> str:
    """The page's figures, where there is a browser."""
    if not Path(CHROMIUM).is_file():
        return "No Chromium here: not measured.\n"
    command = [sys.executable, "-m", "bench.page", "--sizes", "200", "1000", "--patience", "30", "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return (out / "page.md").read_text("utf-8") if done.returncode == 0 else f"Failed:\n{done.stderr[-400:]}\n"


def measure(size: int, triples: int, place: Path) -> tuple[str, str, Ratios]:
    """The report, its picture and the ratios."""
    total = write_corpus(size, place / "corpus", ROOT / "tests/corpus/tune", ROOT / "tests/corpus/gold")
    begun = time.perf_counter()
    say("whole builds")
    builds, ratios = whole_builds(place / "corpus/docs", size, total, place)
    say("score")
    scored, more = scores()
    say("graphs")
    stored, most = stores(triples, place)
    say("languages")
    spoken = by_language(documents(ROOT / "tests/corpus/tune"), 0.2)
    say("growth")
    grown = growth((size // 4, size // 2, size), place)
    ratios |= more | most
    say("stages")
    staged = stages(place / "corpus/docs", size, place / "staged")
    say("page")
    ratios["growth with documents (1: in proportion or less)"] = 1 / max(exponent([p[:2] for p in grown]), 1.0)
    parts = [
        f"# Benchmark\n\n{machine()}\n\n{size} made documents, {total / 1e6:.2f} MB; {triples} made triples.\n",
        "\n## Whole builds\n\n",
        table(["", "processor s", "clock s", "documents/processor s", "documents/s", "kB/s", "memory MB"], builds),
        "\n## Score on the annotated texts\n\n",
        table(["", "precision", "recall", "F1"], scored),
        "\n## Stages of a build, one worker\n\n",
        table(["stage", "s", "ms a document"], staged),
        "\n## Extraction by language\n\n",
        table(["language", "kB", "kB/s", "bare scan kB/s", "times"], spoken),
        "\n## Graphs, beside rdflib\n\n",
        table(["", "ours s", "rdflib s", "times"], stored),
        "\n## Growth, one worker, without a page\n\n",
        table(["documents", "s", "MB"], [[str(n), f"{s:.1f}", f"{m:.0f}"] for n, s, m in grown]),
        f"\n## Page\n\n{pages(place)}",
        "\n## Ratios\n\n",
        table(["", "ratio"], [[name, f"{value:.2f}"] for name, value in ratios.items()]),
        f"\nMeasured in {time.perf_counter() - begun:.0f} s.\n",
    ]
    picture = curves(
        [
            ("build: processor seconds by documents", [("ours", [(n, s) for n, s, _ in grown])]),
            ("build: memory (MB) by documents", [("ours", [(n, m) for n, _, m in grown])]),
        ]
    )
    return "".join(parts), picture, ratios


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write the report."""
    parser = argparse.ArgumentParser(description="Everything that is measured, side by side.")
    parser.add_argument("--size", type=int, default=44, help="documents")
    parser.add_argument("--triples", type=int, default=30_000, help="triples of the made graph")
    parser.add_argument("--out", type=Path, default=Path("bench-out"))
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        report, picture, ratios = measure(given.size, given.triples, Path(place))
    (given.out / "bench.md").write_text(report, "utf-8")
    (given.out / "bench.svg").write_text(picture, "utf-8")
    (given.out / "ratios.json").write_text(json.dumps(ratios, indent=1, ensure_ascii=False) + "\n", "utf-8")
    sys.stdout.write(report)


if __name__ == "__main__":
    main()
