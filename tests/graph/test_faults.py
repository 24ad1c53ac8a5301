"""What goes wrong with other people's files: each is named in the report, set aside, and the rest is built."""

from __future__ import annotations

import json
import os
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from graph.model import Document, Reading
from graph.output.checking import check_output
from graph.pipeline import Settings, build
from graph.workers import Limits, Pool, Task
from tests.conftest import fake_extract
from tests.graph.made_files import archive, docx, overlapping, paragraph, pdf, pdf_bomb

GOOD = b"Lantern fundedBy Kredo.\n"
MIB = 1 << 20
NESTED = b"<html><body>" + b"<div>" * 300 + GOOD + b"</div>" * 300 + b"</body></html>"
ENTITY_BOMB = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><iati-activities><iati-activity><title>&j;</title></iati-activity></iati-activities>"
)
EXTERNAL = b'<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:%d/x">]><iati-activities>&x;</iati-activities>'

FAILING: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.md": (b" \n\t\n", "empty"),
    "binary.html": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "binary"),
    "executable.txt": (b"\x7fELF\x02\x01\x01" + bytes(400), "binary"),
    "entities.xml": (ENTITY_BOMB, "entities"),
    "external.xml": (EXTERNAL % 9, "entities"),
    "truncated.pdf": (pdf([[(10, 700, "Lantern")]])[:700], "cut off"),
    "encrypted.pdf": (pdf([[(10, 700, "Lantern")]], encrypt=True), "encrypted"),
    "scanned.pdf": (pdf([[], []]), "pictures without text"),
    "looped.pdf": (pdf([[(10, 700, "Lantern fundedBy Kredo.")]], loop=True), "damaged"),
    "renamed.docx": (b"\xd0\xcf\x11\xe0" + bytes(4000), "old Word"),
    "bomb.docx": (docx(paragraph("a" * 40 * MIB)), "fold"),
    "truncated.docx": (docx(paragraph("Lantern"))[:-30], "damaged"),
    "overlap.zip": (overlapping(), "overlap"),
    "truncated.zip": (archive({"a.txt": GOOD})[:60], "damaged"),
    "broken.json": (b'{"title": ', "well-formed"),
    "deep.json": (b"[" * 200_000, "well-formed"),
}
READ: dict[str, tuple[bytes, str]] = {
    "nested.html": (NESTED, "Lantern fundedBy Kredo."),
    "long-node.html": (b"<p>" + b"light " * (11 * MIB // 6) + b"</p><p>" + GOOD + b"</p>", "Lantern fundedBy Kredo."),
    "attributes.html": (
        b"<p " + b" ".join(b'a%d="x"' % n for n in range(200_000)) + b">" + GOOD,
        "Lantern fundedBy Kredo.",
    ),
    "cp1252.txt": ("Muñoz said “quotes” – Lantern fundedBy Kredo.".encode("cp1252"), "Muñoz said “quotes” –"),
    "wrong.html": ('<meta charset="iso-8859-1"><p>Muñoz said “quotes”.</p>'.encode(), "Muñoz said “quotes”."),
    "wrong-too.html": ('<meta charset="utf-8"><p>Muñoz said “quotes”.</p>'.encode("cp1252"), "Muñoz said “quotes”."),
    "utf16.txt": ("Muñoz: Lantern fundedBy Kredo.".encode("utf-16-le"), "Muñoz: Lantern fundedBy Kredo."),
    "utf16-be.txt": ("Muñoz: Lantern fundedBy Kredo.".encode("utf-16-be"), "Muñoz: Lantern fundedBy Kredo."),
    "mixed.txt": ("Muñoz, Łódź and ".encode() + b"\x93quotes\x94 in Mu\xf1oz", "Łódź and “quotes” in Muñoz"),
    "nul.txt": (b"A\x00 b\x07c\x1b[1m Lantern\x00 fundedBy Kredo.", "Lantern  fundedBy Kredo."),
}


def run(
    tmp_path: Path, fakes: dict[str, Any], files: dict[str, bytes], **settings: Any
) -> tuple[dict[str, Any], float]:
    """A build of these files and a good one: each file's entry in the report, and how long it took."""
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    (folder / "good.txt").write_bytes(GOOD)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    started = time.monotonic()
    build([folder], tmp_path / "out", settings=Settings(**settings), **fakes)
    taken = time.monotonic() - started
    assert check_output(tmp_path / "out").problems == ()
    entries = {
        entry["source"]: entry for entry in json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["files"]
    }
    assert entries["good.txt"]["status"] == "read" and entries["good.txt"]["statements"] == 1, entries["good.txt"]
    return entries, taken


def text_of(tmp_path: Path, entry: dict[str, Any]) -> str:
    return (tmp_path / "out" / "texts" / f"{entry['id']}.txt").read_bytes().decode("utf-8")


def test_files_that_cannot_be_read(tmp_path: Path, fakes: dict[str, Any]) -> None:
    entries, _ = run(tmp_path, fakes, {name: data for name, (data, _) in FAILING.items()})
    for name, (_, cause) in FAILING.items():
        assert entries[name]["status"] == "failed" and cause in entries[name]["cause"], entries[name]
        assert entries[name]["remedy"]


def test_files_that_are_odd_but_readable(tmp_path: Path, fakes: dict[str, Any]) -> None:
    entries, _ = run(tmp_path, fakes, {name: data for name, (data, _) in READ.items()})
    for name, (_, shown) in READ.items():
        assert entries[name]["status"] == "read", entries[name]
        assert shown in text_of(tmp_path, entries[name]), name
    assert "mixed" in entries["mixed.txt"]["notes"][0]


def test_a_page_beyond_the_limit(tmp_path: Path, fakes: dict[str, Any]) -> None:
    entries, _ = run(tmp_path, fakes, {"huge.html": b"<p>" + b"light " * (51_000_000 // 6)})
    assert "limit" in entries["huge.html"]["cause"]


def test_an_external_entity_is_not_fetched(tmp_path: Path, fakes: dict[str, Any]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        entries, _ = run(tmp_path, fakes, {"a.xml": EXTERNAL % server.getsockname()[1]})
        assert entries["a.xml"]["status"] == "failed"
        with pytest.raises(TimeoutError):
            server.accept()


def test_bad_members_of_archives(tmp_path: Path, fakes: dict[str, Any]) -> None:
    data = archive(
        {
            "../slip.txt": GOOD,
            "/root.txt": GOOD,
            "link.txt": b"/etc/passwd",
            "inner.zip": archive({"a.txt": GOOD}),
            "ok.txt": GOOD,
        },
        links=["link.txt"],
    )
    entries, _ = run(tmp_path, fakes, {"a.zip": data})
    causes = {name: entry.get("cause", "") for name, entry in entries.items()}
    assert "outside" in causes["a.zip!/../slip.txt"] and "outside" in causes["a.zip!//root.txt"]
    assert "link" in causes["a.zip!/link.txt"] and "archives inside" in causes["a.zip!/inner.zip"]
    assert entries["a.zip!/ok.txt"]["status"] == "read" and not (tmp_path / "slip.txt").exists()


def test_things_that_are_no_files(tmp_path: Path, fakes: dict[str, Any]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "around").symlink_to(folder)
    entries, taken = run(tmp_path, fakes, {"~$lock.docx": b"user"})
    assert {name: entries[name]["status"] for name in ("pipe.txt", "loop.txt", "gone.txt", "around")} == dict.fromkeys(
        ("pipe.txt", "loop.txt", "gone.txt", "around"), "failed"
    )
    assert entries["~$lock.docx"]["status"] == "skipped" and taken < 20


def test_a_file_that_may_not_be_read(tmp_path: Path, fakes: dict[str, Any]) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may read everything")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "secret.txt").write_bytes(GOOD)
    (tmp_path / "in" / "secret.txt").chmod(0)
    entries, _ = run(tmp_path, fakes, {})
    assert "could not be opened" in entries["secret.txt"]["cause"]


def test_hostile_file_names(tmp_path: Path, fakes: dict[str, Any]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    names = [
        b"new\nline.txt",
        b"<script>alert(1)<%2fscript>.txt",
        b"bad\xff\xfe.txt",
        "rtl\u202egpj.txt".encode(),
        b"q\"u'o.txt",
    ]
    for name in names:
        (folder / os.fsdecode(name)).write_bytes(b"Lantern fundedBy " + b"Kredo.\n")
    entries, _ = run(tmp_path, fakes, {})
    read = {name for name, entry in entries.items() if entry["status"] == "read"}
    assert {"new%0Aline.txt", "bad%FF%FE.txt", "rtl%E2%80%AEgpj.txt", "q\"u'o.txt"} <= read and len(read) == 6


def test_one_content_two_sources(tmp_path: Path, fakes: dict[str, Any]) -> None:
    entries, _ = run(tmp_path, fakes, {"a.txt": GOOD, "b.txt": GOOD})
    assert entries["a.txt"]["id"] != entries["b.txt"]["id"]
    trig = (tmp_path / "out" / "graph.trig").read_text("utf-8")
    assert trig.count("oa:exact") == 3


def test_a_word_bomb_in_a_page_stays_within_its_memory(tmp_path: Path, fakes: dict[str, Any]) -> None:
    entries, taken = run(tmp_path, fakes, {"bomb.pdf": pdf_bomb(300)}, limits=Limits(seconds=8, memory=400_000_000))
    assert entries["bomb.pdf"]["status"] == "failed", entries
    assert any(word in entries["bomb.pdf"]["cause"] for word in ("deadline", "memory", "crashed")) and taken < 20


def test_deadlines_are_kept_within_a_second() -> None:
    with Pool(_sleep, size=2, limits=Limits(seconds=1)) as pool:
        started = time.monotonic()
        outcomes = sorted(pool.run([Task(0, 30), Task(1, 0), Task(2, 0)]), key=lambda outcome: outcome.number)
        assert time.monotonic() - started < 2
    assert [outcome.failure for outcome in outcomes] == ["deadline", "", ""]


def test_what_is_done_meanwhile_is_done_once_and_before_the_first_outcome() -> None:
    done: list[str] = []
    with Pool(_sleep, size=2) as pool:
        told = [list(done) for _ in pool.run([Task(number, 0) for number in range(5)], lambda: done.append("done"))]
    assert told == [["done"]] * 5


def _sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def misbehaving(document: Document) -> Reading:
    """Extraction that crashes, hangs, swells or raises as the text asks."""
    text = document.text
    if "crash" in text:
        os.abort()
    if "vanish" in text:
        os._exit(0)
    if "hang" in text:
        import re

        re.match(r"(a+)+$", "a" * 60 + "b")
    if "swell" in text:
        _ = bytearray(4_000_000_000)
    return fake_extract(document)


@pytest.mark.parametrize("workers", [1, 3])
def test_extraction_that_misbehaves_costs_one_file(tmp_path: Path, fakes: dict[str, Any], workers: int) -> None:
    files = {
        f"{word}.txt": f"Please {word}. Lantern fundedBy Kredo.\n".encode()
        for word in ("crash", "vanish", "hang", "swell", "explode")
    }
    fakes = fakes | {"extract": misbehaving}
    more = {f"fine{n}.txt": GOOD for n in range(5)}
    entries, taken = run(tmp_path, fakes, {**files, **more}, workers=workers, limits=Limits(seconds=2))
    causes = {name: entries[name]["cause"] for name in files}
    assert "crashed (signal SIGABRT)" in causes["crash.txt"] and "crashed (exit code 0)" in causes["vanish.txt"]
    assert "deadline of 2 seconds" in causes["hang.txt"] and "memory" in causes["swell.txt"]
    assert "RuntimeError" in causes["explode.txt"] and all(entries[name]["status"] == "read" for name in more)
    assert taken < 60


def test_the_number_of_workers_changes_nothing(tmp_path: Path, fakes: dict[str, Any]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.txt").write_text(
            f"Project{number} fundedBy Kredo. Project{number} began in 20{number:02}.\n"
        )
    (folder / "empty.txt").write_bytes(b"")
    manifests = set()
    for workers in (1, 2, 5):
        build([folder], tmp_path / f"out{workers}", settings=Settings(workers=workers), **fakes)
        manifests.add((tmp_path / f"out{workers}" / "manifest.json").read_bytes())
    assert len(manifests) == 1


def test_workers_that_are_started_afresh_do_the_same(
    tmp_path: Path, fakes: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows and macOS start workers anew (`spawn`) where Linux copies the process."""
    files = {"hang.txt": b"Please hang.", "crash.txt": b"Please crash.", "empty.txt": b"", "more.txt": GOOD}
    fakes = fakes | {"extract": misbehaving}
    limits = Limits(seconds=6)
    (tmp_path / "forked").mkdir()
    (tmp_path / "spawned").mkdir()
    forked, _ = run(tmp_path / "forked", fakes, files, workers=2, limits=limits)
    monkeypatch.setattr("graph.workers._METHOD", "spawn")
    spawned, _ = run(tmp_path / "spawned", fakes, files, workers=2, limits=limits)
    assert spawned == forked and len(spawned) == 5
    trees = [(tmp_path / name / "out" / "manifest.json").read_bytes() for name in ("forked", "spawned")]
    assert trees[0] == trees[1]
