"""A build brought into real stores: whole, once, and on from where it stopped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from integraph.cli import app
from ontology.namespaces import ID
from serving.push.content import LEDGER, STAGING, Content, PushError, make_content, read_content
from serving.push.remote import Credentials, Remote
from serving.push.transfer import Pushed, chunks, push
from tests.serving.conftest import SAMPLE, publish
from tests.serving.stores import Store, oxigraph, proxy, virtuoso

OTHER = "<http://other.example/graph>"


def quiet(name: str, number: int, total: int) -> None:
    assert name and 1 <= number <= total


@pytest.fixture(scope="module")
def contents(published: Path) -> tuple[Content, ...]:
    found = read_content(published)
    assert len(found) > 5 and any(content.graph == ID + "graph/labels" for content in found)
    return found


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Store]:
    with oxigraph(tmp_path / "store") as found:
        yield found


def remotes(store: Store, **options: object) -> dict[str, Remote]:
    made = {"update": Remote(query=store.query, update=store.update, **options)}  # type: ignore[arg-type]
    if store.graphs:
        made["both"] = Remote(query=store.query, update=store.update, graphs=store.graphs, **options)  # type: ignore[arg-type]
        made["graphs"] = Remote(graphs=store.graphs, **options)  # type: ignore[arg-type]
    return made


def held(store: Store) -> set[tuple[str, str]]:
    """All that a store holds, but for the ledger: (graph, triple)."""
    rows = Remote(query=store.query).select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
    found = set()
    for graph in sorted(row["g"] for row in rows):
        if graph != LEDGER and graph.startswith((ID, "http://other")):
            found |= {(graph, line) for line in triples(store, graph)}
    return found


def triples(store: Store, graph: str) -> set[str]:
    import urllib.parse
    import urllib.request

    query = urllib.parse.urlencode({"query": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"})
    request = urllib.request.Request(f"{store.query}?{query}", headers={"Accept": "application/n-triples"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return {f"{quad.triple} ." for quad in ox.parse(answer.read(), format=ox.RdfFormat.N_TRIPLES)}


def wanted(contents: tuple[Content, ...]) -> set[tuple[str, str]]:
    return {(content.graph, line) for content in contents for line in content.lines}


@pytest.mark.parametrize("way", ["update", "both", "graphs"])
def test_all_there_and_a_second_time_nothing(way: str, real: Store, contents: tuple[Content, ...]) -> None:
    store = remotes(real)[way]
    first = push(store, contents, quiet)
    assert first == Pushed(len(contents), 0, len(contents), 0, 0)
    assert held(real) == wanted(contents)
    assert push(store, contents, quiet) == Pushed(0, 0, 0, len(contents), 0)
    assert held(real) == wanted(contents)


@pytest.mark.parametrize("way", ["update", "both", "graphs"])
def test_only_what_has_changed_moves(way: str, real: Store, contents: tuple[Content, ...]) -> None:
    store = remotes(real)[way]
    remotes(real)["update"].update(f"INSERT DATA {{ GRAPH {OTHER} {{ <http://e/s> <http://e/p> 'theirs' }} }}")
    push(store, contents, quiet)
    changed = make_content(contents[0].graph, set(contents[0].lines[1:]) | {'<http://e/a> <http://e/b> "ünïcode \\" \\\\ 🙂"@en .'})
    newer = (changed, *contents[2:])
    assert push(store, newer, quiet, dry=True) == Pushed(1, 0, 1, len(contents) - 2, 1)
    assert held(real) >= wanted(contents)
    assert push(store, newer, quiet) == Pushed(1, 0, 1, len(contents) - 2, 1)
    assert held(real) == wanted(newer) | {(OTHER.strip("<>"), '<http://e/s> <http://e/p> "theirs" .')}


def test_a_push_that_breaks_off_goes_on(real: Store, contents: tuple[Content, ...]) -> None:
    """Wherever it breaks off: nothing is lost, nothing sent twice, and until the end the old content stands."""
    base = f"http://{urlsplit(real.query).netloc}"
    with proxy(base) as between:
        through = Remote(query=between.url + "/query", update=between.url + "/update", wait=lambda _: None)
        count = [0]

        def dying(method: str, path: str, body: bytes) -> str | None:
            count[0] += path == "/update"
            return "break" if count[0] > 8 else None

        between.judge = dying
        with pytest.raises(PushError, match="Push again"):
            push(through, contents, quiet)
        assert not {graph for graph, _ in held(real) if not graph.startswith(STAGING)}
        between.judge = lambda *_: None
        second = push(through, contents, quiet)
    assert second.waiting >= 1 and second.sent + second.waiting == len(contents)
    assert held(real) == wanted(contents)


def test_an_answer_lost_in_the_swap_does_no_harm(real: Store, contents: tuple[Content, ...]) -> None:
    with proxy(f"http://{urlsplit(real.query).netloc}") as between:
        through = Remote(query=between.url + "/query", update=between.url + "/update", wait=lambda _: None)
        between.judge = lambda method, path, body: "break after" if b"MOVE" in body else None
        with pytest.raises(PushError, match="cannot be reached"):
            push(through, contents, quiet)
        between.judge = lambda *_: None
        assert push(through, contents, quiet).unchanged == len(contents)
    assert held(real) == wanted(contents)


def test_what_did_not_arrive_whole_is_not_put_in_place(real: Store, contents: tuple[Content, ...]) -> None:
    old = (make_content(contents[0].graph, {"<http://e/old> <http://e/p> <http://e/o> ."}),)
    direct = remotes(real)["update"]
    push(direct, old, quiet)
    with proxy(f"http://{urlsplit(real.query).netloc}") as between:
        through = Remote(query=between.url + "/query", update=between.url + "/update", wait=lambda _: None)
        between.judge = lambda method, path, body: (204, {}) if body.startswith(b"INSERT DATA") and b"id/staging" in body else None
        with pytest.raises(PushError, match="0 of its"):
            push(through, contents[:1], quiet)
    assert {line for graph, line in held(real) if graph == contents[0].graph} == set(old[0].lines)


def test_passing_faults_are_waited_out(real: Store, contents: tuple[Content, ...]) -> None:
    waits: list[float] = []
    with proxy(f"http://{urlsplit(real.query).netloc}") as between:
        failures = iter([(503, {}), "break", (429, {})])
        between.judge = lambda *_: next(failures, None)
        through = Remote(query=between.url + "/query", update=between.url + "/update", wait=waits.append)
        assert push(through, contents[:1], quiet).placed == 1
    assert waits == [1.0, 2.0, 4.0]


def test_credentials_go_nowhere_else(real: Store, contents: tuple[Content, ...]) -> None:
    with proxy(f"http://{urlsplit(real.query).netloc}") as between, proxy("") as elsewhere:
        between.judge = lambda *_: (307, {"Location": f"{elsewhere.url}/update"})
        through = Remote(
            query=between.url + "/query", update=between.url + "/update", credentials=Credentials("me", "secret"), wait=lambda _: None
        )
        with pytest.raises(PushError, match="not followed"):
            push(through, contents[:1], quiet)
        assert elsewhere.seen == []
        assert [headers["Authorization"] for _, _, headers, _ in between.seen] == ["Basic bWU6c2VjcmV0"]


def test_digest_authentication(real: Store, contents: tuple[Content, ...]) -> None:
    asked = {"WWW-Authenticate": 'Digest realm="store", nonce="abc", qop="auth", algorithm=MD5'}
    with proxy(f"http://{urlsplit(real.query).netloc}") as between:

        def guard(*_: object) -> tuple[int, dict[str, str]] | None:
            said = between.seen[-1][2].get("Authorization", "")
            return None if said.startswith("Digest ") and 'username="me"' in said else (401, asked)

        between.judge = guard
        through = Remote(query=between.url + "/query", update=between.url + "/update", credentials=Credentials("me", "secret"))
        assert push(through, contents[:1], quiet).placed == 1
        assert not any("secret" in str(request) for request in between.seen)


@pytest.mark.parametrize(
    ("address", "credentials", "said"),
    [
        ("ftp://host/x", Credentials(), "not the address"),
        ("host", Credentials(), "not the address"),
        ("http://me:pw@host/x", Credentials(), "no password"),
        ("http://host.example/x", Credentials("me", "pw"), "plain http"),
        ("http://host.example/x", Credentials(token="t"), "plain http"),
    ],
)
def test_addresses_that_are_not_taken(address: str, credentials: Credentials, said: str) -> None:
    with pytest.raises(PushError, match=said):
        Remote(update=address, credentials=credentials)


def test_credentials_come_from_the_environment() -> None:
    found = Credentials.of({"INTEGRAPH_PUSH_TOKEN": "t", "INTEGRAPH_PUSH_USER": "u", "PATH": "x"})
    assert (found.header(), bool(found), bool(Credentials.of({}))) == ("Bearer t", True, False)


def test_lines_are_sent_in_pieces() -> None:
    lines = tuple(f"<http://e/{n:05}> <http://e/p> \"{'x' * 90}\" ." for n in range(20_000))
    pieces = list(chunks(lines))
    assert len(pieces) > 3 and all(len(piece) < 500_000 for piece in pieces)
    assert "".join(pieces) == "".join(f"{line}\n" for line in lines)
    assert list(chunks(())) == []


def test_virtuoso_takes_it_too(tmp_path: Path, contents: tuple[Content, ...]) -> None:
    """A store with a dialect of its own."""
    assert shutil.which("virtuoso-t"), "install virtuoso-opensource-7-bin"
    with virtuoso(tmp_path / "virtuoso") as store:
        remote = remotes(store)["update"]
        assert push(remote, contents, quiet).placed == len(contents)
        assert push(remote, contents, quiet) == Pushed(0, 0, 0, len(contents), 0)
        changed = make_content(contents[0].graph, set(contents[0].lines[1:]))
        assert push(remote, (changed, *contents[2:]), quiet) == Pushed(1, 0, 1, len(contents) - 2, 1)
        for content in (changed, *contents[2:]):
            rows = remote.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{content.graph}> {{ ?s ?p ?o }} }}")
            assert int(rows[0]["n"]) == len(content.lines)
        assert remote.select(f"SELECT ?s WHERE {{ GRAPH <{contents[1].graph}> {{ ?s ?p ?o }} }}") == []


def test_the_command(real: Store, published: Path) -> None:
    run = CliRunner()
    options = ["push", str(published), "--query", real.query, "--update", real.update, "--graph-store", real.graphs]
    dry = run.invoke(app, [*options, "--dry-run"])
    assert dry.exit_code == 0 and "nothing was changed" in dry.output
    assert held(real) == set()
    first = run.invoke(app, options)
    assert first.exit_code == 0 and "put in place" in first.stdout
    assert held(real) == wanted(read_content(published))
    assert run.invoke(app, ["push", str(published)]).exit_code == 2
    assert run.invoke(app, ["push", str(published / "none"), "--graph-store", real.graphs]).exit_code == 2
    gone = run.invoke(app, ["push", str(published), "--graph-store", "http://user:x@127.0.0.1:1/"])
    assert gone.exit_code == 2


def test_a_new_build_is_pushed(real: Store, own_output: Path) -> None:
    store = remotes(real)["both"]
    push(store, read_content(own_output), quiet)
    more = SAMPLE.read_bytes() + f"<{ID}source/new> {{ <http://e/a> <http://e/b> <http://e/c> }}\n".encode()
    publish(own_output, more)
    assert push(store, read_content(own_output), quiet).placed == 1
    assert held(real) == wanted(read_content(own_output))
