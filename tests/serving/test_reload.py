"""A new build takes the place of the old output as a whole, while people ask."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from tests.serving.conftest import SAMPLE, publish
from tests.serving.serving_client import BOMB, Server, running

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?p a ig:Project }"
MORE = "<http://e/g> {{ <http://e/{0}> a <https://w3id.org/integraph/ontology#Project> }}\n"


def wait_for(server: Server, key: str, value: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while str(server.send("GET", "/health").json()[key]) != value:
        assert time.monotonic() < end, server.log.read_text()
        time.sleep(0.1)


def counted(server: Server) -> int:
    return int(server.ask(COUNT).rows()[0]["n"]["value"])


def test_a_new_build_is_taken_up_under_load(own_output: Path, tmp_path: Path) -> None:
    seen: set[int] = set()
    wrong: list[str] = []
    stop = threading.Event()
    with running(own_output, tmp_path / "log") as server:
        before = counted(server)

        def keep_asking() -> None:
            while not stop.is_set():
                answer = server.ask(COUNT)
                if answer.status == 200:
                    seen.add(int(answer.rows()[0]["n"]["value"]))
                else:
                    wrong.append(answer.text)

        threads = [threading.Thread(target=keep_asking) for _ in range(3)]
        slow = threading.Thread(target=server.post, args=(BOMB,))
        for thread in [*threads, slow]:
            thread.start()
        version = server.send("GET", "/health").json()["version"]
        publish(own_output, SAMPLE.read_bytes() + "".join(MORE.format(n) for n in range(50)).encode())
        end = time.monotonic() + 30
        while counted(server) == before and time.monotonic() < end:
            time.sleep(0.1)
        stop.set()
        for thread in [*threads, slow]:
            thread.join()
        assert counted(server) == before + 50
        assert server.send("GET", "/health").json()["version"] != version
    assert (wrong, seen) == ([], {before, before + 50})


def test_a_broken_output_does_not_take_the_place_of_a_good_one(own_output: Path, tmp_path: Path) -> None:
    with running(own_output, tmp_path / "log") as server:
        before = counted(server)
        good = (own_output / "manifest.json").read_bytes()
        (own_output / "manifest.json").write_text('{"files": {}}')
        wait_for(server, "status", "stale")
        assert counted(server) == before
        (own_output / "manifest.json").unlink()
        wait_for(server, "status", "stale")
        (own_output / "manifest.json").write_bytes(good)
        wait_for(server, "status", "ok")
        changed = (own_output / "graph.trig").read_bytes() + b"\n"
        (own_output / "graph.trig").write_bytes(changed)
        (own_output / "manifest.json").write_bytes(good + b" ")
        wait_for(server, "status", "stale")
        assert "is not as it was built" in server.log.read_text()
        assert counted(server) == before


def test_nothing_is_left_running(own_output: Path, tmp_path: Path) -> None:
    """Not after an orderly end, and not after the server was killed."""
    for kill in (False, True):
        with running(own_output, tmp_path / f"log{kill}") as server:
            family = family_of(server.process.pid)
            assert len(family) >= 5  # who holds the dataset, and four workers
            if kill:
                server.process.kill()
                server.process.wait()
        end = time.monotonic() + 10
        while any(alive(process) for process in family):
            assert time.monotonic() < end
            time.sleep(0.1)


def family_of(process: int) -> list[int]:
    """All processes that this one has started, and they."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += [int(child), *family_of(int(child))]
    return found


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
