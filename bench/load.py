"""Many clients at once: `integraph serve` beside the bare `oxigraph serve`, on the same made graph, in one run.

    python -m bench.load --clients 32 --seconds 60

Small queries of five shapes about things drawn at random, each client waiting for its answer before it asks again, in
turns of a few seconds with the one server and the other, so that what else the machine does falls on both. Prints the
number of answers a second, the 50th and 99th percentile of the waiting times and the processor time that the server's
processes took for an answer, in milliseconds, and errors. With --distinct no two queries are alike, so that nothing can
be answered from memory. Needs Linux and the extras `serve` and `test`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from urllib.parse import quote
from urllib.request import urlopen

import uvloop

from bench.made_graph import TRIPLES_OF_A_SOURCE, make
from graph.output.store import staging
from ontology.namespaces import ID, IG, SKOS
from queries.dataset import load_dataset

_TURN = 5.0
_SHAPES = (
    "SELECT ?p ?o WHERE {{ <{project}> ?p ?o }}",
    "SELECT ?b ?l WHERE {{ <{project}> <{ig}implementedBy>|<{ig}hasPartner> ?b . ?b <{skos}prefLabel> ?l }}",
    "SELECT ?c WHERE {{ <{project}> <{ig}fundedBy> ?f ; <{ig}coversCountry> ?c }}",
    "ASK {{ <{project}> <{ig}fundedBy> <https://w3id.org/integraph/id/fund/amif> }}",
    "SELECT ?x ?l WHERE {{ ?x <{ig}follows> <{project}> ; <{skos}prefLabel> ?l }}",
)


@dataclass
class Measured:
    """What came of one server."""

    waits: list[float] = field(default_factory=list)
    errors: int = 0
    seconds: float = 0.0
    processor: float = 0.0

    def line(self, name: str) -> str:
        """The figures as a row."""
        ordered = sorted(self.waits) or [0.0]
        half, most = (ordered[int(len(ordered) * part)] * 1000 for part in (0.5, 0.99))
        each = self.processor * 1000 / max(1, len(self.waits))
        return f"{name:18}{len(self.waits) / self.seconds:10.0f}{half:10.2f}{most:10.2f}{each:10.2f}{self.errors:8}"


class Client(asyncio.Protocol):
    """Asks, waits for the answer, asks again, until the moment `end`."""

    def __init__(self, requests: Iterator[bytes], end: float, measured: Measured) -> None:
        self._requests, self._end, self._measured = requests, end, measured
        self._buffer = b""
        self._began = 0.0
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = transport  # type: ignore[assignment]
        self._ask()

    def data_received(self, data: bytes) -> None:
        """Take a piece of an answer; ask again when it is whole."""
        self._buffer += data
        if not _is_whole(self._buffer):
            return
        self._measured.waits.append(time.perf_counter() - self._began)
        self._measured.errors += not self._buffer.startswith(b"HTTP/1.1 200")
        self._buffer = b""
        self._ask()

    def connection_lost(self, exc: Exception | None) -> None:
        """The server has closed."""
        if not self.done.done():
            self._measured.errors += 1
            self.done.set_result(None)

    def _ask(self) -> None:
        assert self._transport is not None
        self._began = time.perf_counter()
        if self._began < self._end:
            self._transport.write(next(self._requests))
        else:
            self.done.set_result(None)
            self._transport.close()


def _is_whole(answer: bytes) -> bool:
    head, gap, body = answer.partition(b"\r\n\r\n")
    if not gap:
        return False
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return len(body) >= int(line[15:])
    return body.endswith(b"0\r\n\r\n")  # in chunks


def requests_for(path: str, projects: int, seed: int, distinct: bool) -> Iterator[bytes]:
    """Requests without end."""
    chance = Random(seed)  # noqa: S311 - nothing secret
    number = 0
    while True:
        number += 1
        project = f"{ID}project/project-{chance.randrange(projects)}"
        sparql = chance.choice(_SHAPES).format(project=project, ig=IG, skos=SKOS)
        if distinct:
            sparql += f" #{seed}-{number}"
        yield (
            f"GET {path}?query={quote(sparql)} HTTP/1.1\r\nHost: localhost\r\n"
            "Accept: application/sparql-results+json\r\nConnection: keep-alive\r\n\r\n"
        ).encode("ascii")


async def turn(
    port: int, path: str, clients: int, seconds: float, projects: int, seed: int, distinct: bool, found: Measured
) -> None:
    """Let so many clients ask one server for so many seconds."""
    loop = asyncio.get_running_loop()
    began = time.perf_counter()
    made = []
    for number in range(clients):
        asks = requests_for(path, projects, seed * 1000 + number, distinct)
        client = Client(asks, began + seconds, found)
        await loop.create_connection(lambda client=client: client, "127.0.0.1", port)  # type: ignore[misc]
        made.append(client.done)
    await asyncio.gather(*made)
    found.seconds += time.perf_counter() - began


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextmanager
def running(command: list[str], port: int) -> Iterator[int]:
    """A server, once it answers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(1200):
            try:
                with urlopen(f"http://127.0.0.1:{port}/", timeout=5):
                    break
            except OSError:
                time.sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        process.wait(60)


def prepare(folder: Path, triples: int) -> None:
    """The same data for both: an output folder for ours, a loaded store for the other."""
    with staging(folder / "out") as stage:
        stage.write("graph.trig", "".join(make(triples)).encode("utf-8"))
        stage.publish()
    merged = load_dataset([str(folder / "out" / "graph.trig")])
    (folder / "merged.nq").write_bytes(merged.dump(format=_quads()) or b"")
    program = shutil.which("oxigraph") or str(Path(sys.executable).with_name("oxigraph"))
    load = [program, "load", "--location", str(folder / "store"), "--file", str(folder / "merged.nq")]
    subprocess.run(load, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _quads() -> object:
    import pyoxigraph

    return pyoxigraph.RdfFormat.N_QUADS


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=60.0, help="for each server")
    parser.add_argument("--triples", type=int, default=200_000)
    parser.add_argument("--distinct", action="store_true", help="no two queries alike")
    given = parser.parse_args()
    ours, theirs = free_port(), free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, given.triples)
        program = shutil.which("oxigraph") or str(Path(sys.executable).with_name("oxigraph"))
        serve = [sys.executable, "-m", "integraph", "serve", str(folder / "out"), "--port", str(ours), "--quiet"]
        bare = [program, "serve-read-only", "--location", str(folder / "store"), "--bind", f"127.0.0.1:{theirs}"]
        with running(serve, ours) as one, running(bare, theirs) as two:
            servers = (("integraph serve", ours, "/sparql", one), ("oxigraph serve", theirs, "/query", two))
            report(servers, given.clients, given.seconds, given.triples // TRIPLES_OF_A_SOURCE, given.distinct)


def processor_seconds(process: int) -> float:
    """What a process and all that it has started have taken so far, also those that have ended and been waited for."""
    taken = 0.0
    with contextlib.suppress(OSError):  # it has just ended, and whoever waited for it counts it
        parts = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        taken = sum(map(int, parts[11:15])) / 100
    for task in Path("/proc").glob(f"{process}/task/*/children"):
        with contextlib.suppress(OSError):
            taken += sum(processor_seconds(int(child)) for child in task.read_text().split())
    return taken


def report(
    servers: tuple[tuple[str, int, str, int], ...], clients: int, seconds: float, projects: int, distinct: bool
) -> None:
    """Ask in turns, and print what came of it."""
    found = {name: Measured() for name, *_ in servers}
    for number in range(max(1, int(seconds / _TURN))):
        for name, port, path, process in servers:
            before = processor_seconds(process)
            uvloop.run(turn(port, path, clients, min(_TURN, seconds), projects, number, distinct, found[name]))
            found[name].processor += processor_seconds(process) - before
    print(f"{clients} clients, {seconds:g} s each, in turns of {_TURN:g} s")
    print(f"{'':18}{'answers/s':>10}{'p50 ms':>10}{'p99 ms':>10}{'cpu ms':>10}{'errors':>8}")
    for name, measured in found.items():
        print(measured.line(name))
    rates = [len(m.waits) / m.seconds for m in found.values()]
    print(f"oxigraph answers {rates[1] / rates[0]:.2f} times as many")


if __name__ == "__main__":
    main()
