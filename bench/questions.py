"""How long each question takes, on a build and on a made graph, beside rdflib on the same work in the same run.

    python -m bench.questions out                       on a build
    python -m bench.questions --triples 1000000         on a made graph
    python -m bench.questions out --rdflib              with rdflib beside it (slow)

Each time is the median of the runs in milliseconds of processor time, so that what else the machine does counts little,
of our own engine as `integraph query` uses it: the answer as values, each fact once. rdflib has a deadline for each
question; what takes longer is given as more than that.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pyoxigraph as ox

from bench.made_graph import make
from ontology.namespaces import IG, RDF
from queries.catalogue import ENTITY_CLASSES, Question, list_questions
from queries.dataset import find_dataset, load_dataset
from queries.runner import Engine, RdflibEngine, StoreEngine, ask
from queries.terms import Term

_RUNS = 5


def values_for(question: Question, store: ox.Store) -> dict[str, Term]:
    """For each parameter that must be given, the first thing of its kind with the most facts about it."""
    found: dict[str, Term] = {}
    for parameter in question.parameters:
        if parameter.required:
            kind = IG + ENTITY_CLASSES.get(parameter.types[0], "Project")
            sparql = (
                f"SELECT ?s WHERE {{ ?s <{RDF}type> <{kind}> . {{ ?s ?p ?o }} UNION {{ ?o ?p ?s }} }} "
                "GROUP BY ?s ORDER BY DESC(COUNT(*)) ?s LIMIT 1"
            )
            rows = store.query(sparql)
            assert isinstance(rows, ox.QuerySolutions)
            found[parameter.name] = next(rows)["s"]
    return found


def milliseconds(engine: Engine, question: Question, values: dict[str, Term], runs: int = _RUNS) -> float:
    """The median processor time of so many runs."""
    times = []
    for _ in range(runs):
        began = time.process_time()
        ask(engine, question, values)
        times.append((time.process_time() - began) * 1000)
    return statistics.median(times)


def rdflib_times(file: str, chosen: list[tuple[str, dict[str, str]]], pipe: Connection) -> None:
    """In a process of its own: load, say so, then say each time as it comes."""
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(file, format="trig")
    engine = RdflibEngine(dataset)
    questions = {question.name: question for question in list_questions()}
    pipe.send(None)
    for name, values in chosen:
        terms: dict[str, Term] = {key: ox.NamedNode(value) for key, value in values.items()}
        pipe.send((name, milliseconds(engine, questions[name], terms, 1)))


def with_rdflib(file: str, chosen: list[tuple[str, dict[str, str]]], deadline: float) -> dict[str, float]:
    """Times of rdflib; a question that takes longer than the deadline is left out, and the rest goes on."""
    times: dict[str, float] = {}
    left = list(chosen)
    while left:
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.Process(target=rdflib_times, args=(file, left, theirs), daemon=True)
        process.start()
        if ours.poll(600):
            ours.recv()
        while left and ours.poll(deadline):
            name, taken = ours.recv()
            times[name] = taken
            left.pop(0)
        if left:
            left.pop(0)
        process.kill()
        process.join()
    return times


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", nargs="?", type=Path, help="an output folder")
    parser.add_argument("--triples", type=int, default=1_000_000, help="size of the made graph")
    parser.add_argument("--rdflib", action="store_true", help="rdflib beside it")
    parser.add_argument("--deadline", type=float, default=30.0, help="seconds that rdflib may take for a question")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = find_dataset(given.out) if given.out else Path(folder) / "made.trig"
        if not given.out:
            file.write_text("".join(make(given.triples)), "utf-8")
        report(str(file), rdflib=given.rdflib, deadline=given.deadline)


def report(file: str, *, rdflib: bool, deadline: float) -> None:
    """Print how long each question takes on a file."""
    began = time.perf_counter()
    quads = load_dataset([file], merged=False)
    store = load_dataset([file])
    print(f"{len(quads)} triples in named graphs, loaded twice in {time.perf_counter() - began:.1f} s")
    engine = StoreEngine(store, union=False)
    chosen = [(question, values_for(question, store)) for question in list_questions()]
    ours = {question.name: milliseconds(engine, question, values) for question, values in chosen}
    plain = [(q.name, {key: term.value for key, term in values.items()}) for q, values in chosen]
    theirs = with_rdflib(file, plain, deadline) if rdflib else {}
    print(f"{'question':28}{'ours ms':>10}{'rdflib ms':>12}{'ratio':>8}")
    for name, taken in ours.items():
        line = f"{name:28}{taken:10.1f}"
        if name in theirs:
            line += f"{theirs[name]:12.0f}{theirs[name] / taken:8.0f}"
        elif rdflib:
            line += f"{'>' + format(deadline * 1000, '.0f'):>12}{'>' + format(deadline * 1000 / taken, '.0f'):>8}"
        print(line)
    print(f"slowest {max(ours.values()):.1f} ms, all together {sum(ours.values()):.0f} ms")


if __name__ == "__main__":
    main()
