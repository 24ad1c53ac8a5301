"""What a build remembers of each reading for the next one."""

import json
from pathlib import Path

from graph.cache import Cache
from graph.output.ledger import Ledger
from graph.output.store import as_json


def test_digests_are_known_again_while_names_and_reading_are_the_same(tmp_path: Path) -> None:
    out = tmp_path / "out"
    Ledger(Cache(out), {"a.txt": "k1", "b.txt": "k2", "c.txt": ""}).keep("names", {"a.txt": "1", "b.txt": "2", "c.txt": "3"})
    again = Ledger(Cache(out), {"a.txt": "k1", "b.txt": "another", "c.txt": "", "d.txt": "k2"})
    assert again.known("names") == {"a.txt": "1", "d.txt": "2"}
    assert again.known("other names") == {}


def test_a_damaged_ledger_is_as_good_as_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "out")
    Ledger(cache, {"a.txt": "k1"}).keep("names", {"a.txt": "1"})
    entries = [path for path in cache.folder.rglob("*") if path.is_file() and path.name != ".gitignore"]
    assert len(entries) == 1
    for damaged in (b"", b"nothing", entries[0].read_bytes()[:-4]):
        entries[0].write_bytes(damaged)
        assert Ledger(Cache(tmp_path / "out"), {"a.txt": "k1"}).known("names") == {}


def test_json_is_indented_as_the_library_does_it() -> None:
    data = {"á": [1, 2.5, None, True, "\u2028\"\\\n\x01"], "b": {"": [], "c": {}, "d": [[], [{}], ("x",)]}, "e": "ж"}
    for some in (data, [], {}, "a", 3, [data, [data]]):
        assert as_json(some) == (json.dumps(some, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
