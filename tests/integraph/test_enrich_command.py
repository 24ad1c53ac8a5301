"""`integraph enrich` against a real SPARQL server on this machine; and an endpoint that is busy, slow, or wanders off."""
from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from graph.output.store import check
from graph.pipeline import Settings, build
from graph.resolution import resolve
from integraph.cli import app
from ontology.namespaces import FOAF, ID, SCHEMA, SKOS
from queries.enrichment import AUTHORITIES, known_elsewhere
from queries.patience import TRIES, Clock, PatientEngine
from queries.runner import QueryError, Table
from tests.serving.stores import oxigraph
from tests.small_documents import prose

WD = "http://www.wikidata.org/"
UNHCR = ID + "organisation/unhcr"
DATA = f"""<{WD}entity/Q132551> <http://www.w3.org/2000/01/rdf-schema#label> "UNHCR"@en ; <{WD}prop/direct/P856> <https://www.unhcr.org/> ;
  <{WD}prop/direct/P571> "1950-12-14T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> ; <{WD}prop/direct/P999> "not asked for" .
<{WD}entity/Q1> <http://www.w3.org/2000/01/rdf-schema#label> "universe"@en .
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from graph.extraction import extract

    folder = tmp_path_factory.mktemp("enriched")
    (folder / "a.txt").write_text("The Lantern project is implemented by UNHCR in Malta.\n")
    assert extract(prose("The Lantern project is implemented by UNHCR.")).statements
    build([folder / "a.txt"], folder / "out", settings=Settings(workers=1), extract=extract, resolve=resolve)
    return folder / "out"


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["enrich", *map(str, arguments)])


def test_a_real_endpoint_is_asked_and_its_answer_kept_apart(out: Path, tmp_path: Path) -> None:
    before = {name: (out / name).read_bytes() for name in ("graph.ttl", "graph.trig")}
    with oxigraph(tmp_path / "store") as store:
        import urllib.request

        request = urllib.request.Request(store.graphs + "?default", DATA.encode(), {"Content-Type": "text/turtle"}, method="PUT")
        urllib.request.urlopen(request, timeout=30).close()
        done = run(out, "--endpoint", store.query, "--retrieved", "2026-11-21")
    assert done.exit_code == 0, done.output
    assert {name: (out / name).read_bytes() for name in before} == before and check(out) == []
    quads = list(ox.parse(path=str(out / "enrichment.trig"), format=ox.RdfFormat.TRIG))
    assert {quad.graph_name.value for quad in quads} == {ID + "graph/enrichment/wikidata"}  # type: ignore[union-attr]
    told = {(q.subject.value, q.predicate.value, q.object.value) for q in quads}  # type: ignore[union-attr]
    assert (UNHCR, SKOS + "exactMatch", WD + "entity/Q132551") in told
    assert (WD + "entity/Q132551", FOAF + "homepage", "https://www.unhcr.org/") in told
    assert (WD + "entity/Q132551", SCHEMA + "foundingDate", "1950-12-14T00:00:00Z") in told
    assert not any(s.rsplit("/", 1)[-1] == "Q1" or o == "not asked for" for s, _, o in told)
    assert any(p.endswith("license") for _, p, _ in told) and any(o == "2026-11-21" for _, _, o in told)


def test_only_identifiers_of_the_vocabulary_are_sent() -> None:
    found = known_elsewhere([UNHCR, ID + "project/lantern", ID + "organisation/unknown"], AUTHORITIES["wikidata"])
    assert found == {UNHCR: (WD + "entity/Q132551",)}
    eu = known_elsewhere([ID + "country/MT"], AUTHORITIES["eu"])
    assert eu == {ID + "country/MT": ("http://publications.europa.eu/resource/authority/country/MLT",)}


class Moody(BaseHTTPRequestHandler):
    """Busy as often as `refusals` says, then answers; /away sends elsewhere; /huge is huge."""

    refusals: ClassVar[list[dict[str, str]]]
    seen: ClassVar[list[str]]

    def do_GET(self) -> None:
        self.seen.append(self.headers["User-Agent"])
        if self.path.startswith("/away"):
            return self.reply(302, b"", {"Location": "http://localhost:1/sparql"})
        if self.path.startswith("/huge"):
            return self.reply(200, b" " * 100_000)
        if self.refusals:
            return self.reply(429, b"slow down", self.refusals.pop(0))
        return self.reply(200, b'{"head":{"vars":["thing"]},"results":{"bindings":[]}}')

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def reply(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


@pytest.fixture
def moody() -> Iterator[tuple[str, type[Moody]]]:
    class Own(Moody):
        refusals: ClassVar[list[dict[str, str]]] = []
        seen: ClassVar[list[str]] = []

    server = ThreadingHTTPServer(("127.0.0.1", 0), Own)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", Own
    server.shutdown()
    server.server_close()
    thread.join(10)


class Watch:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.time, self.slept = 0.0, []  # type: ignore[var-annotated]

    def clock(self) -> Clock:
        def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            self.time += seconds
        return Clock(lambda: self.time, sleep)


ASK = "SELECT ?thing WHERE { ?thing ?p ?o }"


def test_a_busy_endpoint_is_asked_again_as_it_wishes(moody: tuple[str, type[Moody]]) -> None:
    url, server = moody
    server.refusals = [{"Retry-After": "7"}, {}, {"Retry-After": "soon"}]
    watch = Watch()
    assert isinstance(PatientEngine(url + "/sparql", clock=watch.clock()).query(ASK, {}), Table)
    assert watch.slept == [7.0, 2.0, 4.0] and len(server.seen) == 4
    assert all(agent.startswith("integraph") for agent in server.seen)


def test_patience_ends(moody: tuple[str, type[Moody]]) -> None:
    url, server = moody
    server.refusals = [{} for _ in range(20)]
    with pytest.raises(QueryError, match=f"stayed busy \\({TRIES} tries\\)"):
        PatientEngine(url, clock=Watch().clock()).query(ASK, {})
    server.refusals = [{"Retry-After": "3600"}]
    watch = Watch()
    with pytest.raises(QueryError, match="Try again later"):
        PatientEngine(url, deadline=30, clock=watch.clock()).query(ASK, {})
    assert watch.slept == []


@pytest.mark.parametrize(("path", "message"), [("/away", "not followed"), ("/huge", "larger than")])
def test_no_other_host_and_no_endless_answer(moody: tuple[str, type[Moody]], path: str, message: str, out: Path) -> None:
    done = run(out, "--endpoint", moody[0] + path, "--max-bytes", 50_000)
    assert done.exit_code == 2 and message in done.stderr and "Traceback" not in done.output


@pytest.mark.parametrize(("arguments", "message"), [
    (["--endpoint", "file:///etc/hostname"], "not the address"), (["--retrieved", "yesterday"], "isoformat"), (["--endpoint", "http://127.0.0.1:9/"], "cannot be reached")])
def test_wrong_usage_is_told(out: Path, arguments: list[str], message: str) -> None:
    done = run(out, *arguments)
    assert done.exit_code == 2 and message in done.stderr


def test_a_folder_without_a_build_is_told(tmp_path: Path) -> None:
    assert run(tmp_path).exit_code == 2
