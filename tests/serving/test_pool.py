"""Who is answered when: several queries for one worker, and what waits behind a slow one."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path
from random import Random
from urllib.parse import parse_qsl, quote, urlencode

import pytest

from queries.answering import Request
from queries.confinement import Limits
from queries.worker import cut_message, framed, write_request
from serving.errors import HttpError
from serving.protocol import fields_of
from serving.settings import Settings
from serving.site import Site
from tests.serving.serving_client import BOMB, JSON, Server


def test_a_message_is_cut_off_only_when_it_is_whole() -> None:
    come = bytearray()
    for byte in framed(b"first"):
        assert cut_message(come) is None
        come.append(byte)
    come += framed(b"") + framed(b"second")[:-1]
    assert [cut_message(come) for _ in range(3)] == [b"first", b"", None]
    come += b"d"
    assert cut_message(come) == b"second" and not come


def test_fields_are_read_as_the_library_reads_them() -> None:
    chance = Random(1)
    letters = b"abzAZ09%%%%%20+=&;._-~!$'()*,/:@?\r\n \t_==#\x00"
    for _ in range(20_000):
        encoded = bytes(chance.choice(letters) for _ in range(chance.randrange(14)))
        encoded += quote("".join(chance.choice("aé\n =&%+_\x00日\ud7ff.") for _ in range(4)), safe="").encode()
        try:
            wanted: object = parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", separator="&")
        except ValueError:
            wanted = None
        try:
            found: object = fields_of(encoded)
        except HttpError as error:
            assert error.status == 400
            found = None
        assert found == wanted, encoded


def ask_all(server: Server, queries: list[str]) -> list[tuple[int, float, bytes]]:
    """What each gets and after how long, all asked at once."""
    found: list[tuple[int, float, bytes]] = [(0, 0.0, b"")] * len(queries)

    def ask(at: int) -> None:
        answer = server.ask(queries[at])
        found[at] = answer.status, answer.seconds, answer.body

    threads = [threading.Thread(target=ask, args=(at,)) for at in range(len(queries))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return found


def test_many_at_once_get_each_its_own_answer(server: Server) -> None:
    asked = [f'SELECT ("{number}" AS ?n) WHERE {{}}' for number in range(60)]
    found = ask_all(server, asked)
    assert [status for status, _, _ in found] == [200] * 60
    assert [json.loads(body)["results"]["bindings"][0]["n"]["value"] for _, _, body in found] == list(
        map(str, range(60))
    )


def test_what_waits_behind_a_slow_query_does_not_wait_for_it(server: Server) -> None:
    asked = [BOMB + f" #{number}" for number in range(6)] + [f"ASK {{}} #{number}" for number in range(40)]
    found = ask_all(server, asked)
    slow, quick = found[:6], found[6:]
    assert {status for status, _, _ in slow} <= {504, 507} and all(seconds > 1 for _, seconds, _ in slow)
    assert {status for status, _, _ in quick} == {200}
    assert max(seconds for _, seconds, _ in quick) < min(seconds for _, seconds, _ in slow)


def test_what_waits_behind_a_query_that_breaks_its_worker_is_answered(server: Server) -> None:
    large = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    asked = [large + f" #{number}" for number in range(3)] + [f"ASK {{}} #broken{number}" for number in range(30)]
    found = ask_all(server, asked)
    assert {status for status, _, _ in found[3:]} == {200}
    assert {status for status, _, _ in found[:3]} <= {504, 507}
    assert server.alive()


def test_more_than_can_wait_are_sent_away(own_output: Path, tmp_path: Path) -> None:
    site = Site(Settings(own_output, workers=1, most_workers=1, queue=2, limits=Limits(seconds=1.0)))

    async def ask() -> list[object]:
        await site.open()
        try:
            asks = [site.pool.ask(write_request(Request(BOMB + f" #{number}"))) for number in range(5)]
            return list(await asyncio.gather(*asks, return_exceptions=True))
        finally:
            await site.close()

    found = asyncio.run(ask())
    told = [error.status for error in found if isinstance(error, HttpError)]
    assert told == [503] * len(told) and 2 <= len(told) < 5
    assert [getattr(reply, "kind", "") for reply in found].count("deadline") == 5 - len(told)


@pytest.mark.parametrize("more", ["", "&x=1"])
def test_the_direct_way_answers_as_the_application_does(more: str, server: Server) -> None:
    """A header that only the application takes leads the same request past the direct way."""
    for sparql in (
        "SELECT ?p WHERE { ?p a ig:Project } ORDER BY ?p",
        "ASK {}",
        "SELEKT",
        "SELECT * { SERVICE <http://x> {} }",
    ):
        for accept in (JSON, "text/csv", "image/png"):
            path = "/sparql?" + urlencode({"query": f"{sparql} #{more}{accept}"}) + more
            direct = server.send("GET", path, Accept=accept)
            detour = server.send("GET", path, Accept=accept, Origin=f"http://127.0.0.1:{server.port}")
            assert (direct.status, direct.body) == (detour.status, detour.body), (sparql, accept)
            assert sorted(set(direct.headers.items()) - {("date", direct.headers["date"])}) == sorted(
                set(detour.headers.items()) - {("date", detour.headers["date"])}
            )
