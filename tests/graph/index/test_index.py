"""Whatever is added, changed and taken away, and in whatever order: the output is that of a first build."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from graph.identity.decisions import read_decisions
from graph.identity.profiles import labelled, profiles_of_reading
from graph.identity.signatures import at, profile_of, signatures_of
from graph.model import Document, Entity, Name, Reading
from graph.output.checking import check_output
from graph.output.labels import Resolved
from graph.pipeline import Settings, build
from graph.reading import read_bytes
from graph.resolution import resolve
from ontology.namespaces import ID
from tests.conftest import fake_extract
from tests.graph.test_incremental import make, tree

KNOWN = {"IOM": f"{ID}organisation/iom", "OIM": f"{ID}organisation/iom", "UNHCR": f"{ID}organisation/unhcr"}
BODIES = (
    "IOM",
    "OIM",
    "UNHCR",
    "International Organization for Migration",
    "Kredo Foundation",
    "Fondazione Kredo",
    "Ministry of the Interior of Malta",
    "Ministry of the Interior",
    "Jon Smolny",
    "Casa Aperta",
)
PROJECTS = ("Lantern", "Beacon", "LANTERN2", "Harbour", "Bridge")
SETTINGS = Settings(workers=1)


def extract(document: Document) -> Reading:
    """Facts by simple marks; some bodies are those of the vocabulary, and some projects have a second name."""
    reading = fake_extract(document)
    return replace(reading, entities=tuple(_known(entity) for entity in reading.entities))


def _known(entity: Entity) -> Entity:
    name = entity.names[0].text
    if entity.kind == "Project" and name == "Lantern":
        return replace(entity, names=(*entity.names, Name("Lantern of Graz", "de")))
    return replace(entity, ref=KNOWN.get(name)) if entity.kind == "Organisation" else entity


@pytest.fixture(autouse=True)
def simple(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.pipeline._own_extract", lambda: (extract, lambda code: None))
    monkeypatch.setattr("graph.ingestion.guarded", lambda reading: reading)
    monkeypatch.setattr("graph.ingestion._prepare", lambda own, kind: None)  # each build has workers of its own


def lot(*seed: object) -> Iterator[int]:
    """Numbers that look drawn by lot, always the same for the same seed."""
    number = 0
    while True:
        yield from sha256(f"{seed} {number}".encode()).digest()
        number += 1


def text(draw: Iterator[int]) -> str:
    """A text with a few facts, now and then a private name."""
    lines = [
        f"{PROJECTS[next(draw) % len(PROJECTS)]} {('fundedBy', 'hasPartner', 'implementedBy')[next(draw) % 3]} "
        f"{BODIES[next(draw) % len(BODIES)]}.\n"
        for _ in range(1 + next(draw) % 4)
    ]
    if next(draw) % 8 == 0:
        lines.append("It was told by secret:Jon Smolny.\n")
    if next(draw) % 3 == 0:
        lines.append(f"{PROJECTS[next(draw) % len(PROJECTS)]} cost {next(draw)} euros.\n")
    return "".join(lines)


def edited(files: dict[str, str], draw: Iterator[int]) -> dict[str, str]:
    """The same files, some added, some changed, some gone; never none."""
    found = dict(files)
    for _ in range(1 + next(draw) % 3):
        name = f"{next(draw) % 12:02}.txt"
        if next(draw) % 3 == 0 and len(found) > 1:
            found.pop(name, None)
        else:
            found[name] = text(draw)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_output_is_that_of_a_first_build(tmp_path: Path, seed: int) -> None:
    draw = lot("edits", seed)
    files = {f"{number:02}.txt": text(draw) for number in range(6)}
    for _ in range(7):
        folder = make(tmp_path / "in", files)
        build([folder], tmp_path / "out", settings=SETTINGS, validate=lambda data: [])
        fresh = Settings(workers=1, reuse=False)
        build([folder], tmp_path / "whole", settings=fresh, validate=lambda data: [])
        assert tree(tmp_path / "out") == tree(tmp_path / "whole"), files
        files = edited(files, draw)
    assert check_output(tmp_path / "out").problems == ()


@pytest.mark.parametrize("seed", range(3))
def test_identities_are_those_of_a_resolution_of_everything_at_once(tmp_path: Path, seed: int) -> None:
    """One that is asked for all readings, and whose identities are taken as they are."""

    def at_once(readings: Sequence[Reading]) -> Resolved:
        return resolve(readings)

    draw = lot("identities", seed)
    folder = make(tmp_path / "in", {f"{number:02}.txt": text(draw) for number in range(14)})
    build([folder], tmp_path / "own", settings=SETTINGS, validate=lambda data: [])
    build([folder], tmp_path / "given", settings=SETTINGS, validate=lambda data: [], resolve=at_once)
    for name in ("graph.trig", "graph.ttl", "vocabulary.ttl", "report.json"):
        assert (tmp_path / "own" / name).read_bytes() == (tmp_path / "given" / name).read_bytes(), name


def test_decisions_are_heeded_and_their_change_is_seen(tmp_path: Path) -> None:
    texts = {"a.txt": "Lantern fundedBy Casa Aperta.\n", "b.txt": "Beacon fundedBy Kredo Foundation.\n"}
    folder = make(tmp_path / "in", texts)
    merges = tmp_path / "merges.toml"
    merges.write_text('[[same]]\nclass = "Organisation"\nthings = ["Casa Aperta @ a.txt", "Kredo Foundation"]\n')
    for decisions in (None, read_decisions(merges), None):
        build([folder], tmp_path / "out", settings=SETTINGS, decisions=decisions, validate=lambda data: [])
        facts = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
        assert ("organisation:kredo-foundation" in facts) is (decisions is None)


def test_signatures_hold_all_that_resolution_looks_at() -> None:
    line = "Lantern fundedBy Kredo Foundation. Lantern hasPartner IOM. Lantern hasPartner Ministry of the Interior of Malta."
    reading = extract(read_bytes(line.encode(), "a.txt", "text/plain"))
    profiles = profiles_of_reading(reading)
    again = [at(("a.txt", key), profile_of(told)) for key, told in signatures_of(reading)]
    assert len(again) == 4 and {profile.ref for profile in again} >= {KNOWN["IOM"]}
    plain = [replace(profile, entity=replace(profile.entity, key="")) for profile in profiles]
    assert again == plain and labelled({p.node: p for p in again}) == labelled({p.node: p for p in plain})


def test_a_new_text_that_renames_a_thing_has_the_others_written_again(tmp_path: Path, written: list[str]) -> None:
    texts = {"a.txt": "Lantern fundedBy Kredo Foundation.\n", "b.txt": "Beacon fundedBy Casa Aperta.\n"}
    run(make(tmp_path / "in", texts), tmp_path / "out")
    written.clear()
    texts |= dict.fromkeys(("c.txt", "d.txt"), "Harbour fundedBy Fondazione Kredo.\n")
    run(make(tmp_path / "in", texts), tmp_path / "out")
    assert written == ["a.txt", "c.txt", "d.txt"]


def run(folder: Path, out: Path) -> None:
    build([folder], out, settings=SETTINGS, validate=lambda data: [])


TEXTS = {"a.txt": "Lantern fundedBy IOM.\n", "b.txt": "Beacon fundedBy Kredo Foundation.\n"}


def test_unchanged_readings_stay_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make(tmp_path / "in", TEXTS)
    run(folder, tmp_path / "out")
    seen: list[str] = []
    monkeypatch.setattr("graph.settling.unpacked", lambda data: seen.append("packed"))
    before = tree(tmp_path / "out")
    run(folder, tmp_path / "out")
    assert seen == [] and tree(tmp_path / "out") == before


@pytest.mark.parametrize("name", ["graph.trig", "resolution.json", "manifest.json"])
def test_an_old_output_that_was_tampered_with_is_not_copied_from(tmp_path: Path, name: str) -> None:
    run(make(tmp_path / "in", TEXTS), tmp_path / "out")
    good = tree(tmp_path / "out")
    (tmp_path / "out" / name).write_bytes(b"{}" if name == "manifest.json" else good[name].replace(b"a", b"b"))
    run(tmp_path / "in", tmp_path / "out")
    assert tree(tmp_path / "out") == good


def test_a_text_that_was_tampered_with_is_written_again(tmp_path: Path) -> None:
    run(make(tmp_path / "in", TEXTS), tmp_path / "out")
    good = tree(tmp_path / "out")
    next((tmp_path / "out" / "texts").glob("*.txt")).write_text("other")
    run(tmp_path / "in", tmp_path / "out")
    assert tree(tmp_path / "out") == good


@pytest.mark.parametrize("damage", [b"", b"nothing", None])
def test_a_damaged_index_is_as_good_as_none(tmp_path: Path, damage: bytes | None) -> None:
    run(make(tmp_path / "in", TEXTS), tmp_path / "out")
    good = tree(tmp_path / "out")
    index = tmp_path / ".out.cache" / "index.sqlite"
    whole = index.read_bytes()
    index.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    run(tmp_path / "in", tmp_path / "out")
    assert tree(tmp_path / "out") == good
    with sqlite3.connect(index) as found:
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_reading_that_is_gone_is_read_again_when_it_is_needed(tmp_path: Path) -> None:
    run(make(tmp_path / "in", TEXTS), tmp_path / "out")
    for kept in (tmp_path / ".out.cache").rglob("*"):
        if kept.is_file() and len(kept.name) == 64:
            kept.unlink()
    folder = make(tmp_path / "in", {**TEXTS, "c.txt": "It was told by secret:Jon Smolny. Harbour fundedBy IOM.\n"})
    run(folder, tmp_path / "out")  # another private name: all graphs are made again
    build([folder], tmp_path / "whole", settings=Settings(workers=1, reuse=False), validate=lambda data: [])
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


def test_a_build_that_stops_at_a_gate_leaves_the_index_of_the_old_output(tmp_path: Path) -> None:
    folder = make(tmp_path / "in", TEXTS)
    run(folder, tmp_path / "out")
    make(folder, {**TEXTS, "c.txt": "Harbour fundedBy Casa Aperta.\n"})
    with pytest.raises(Exception, match="rule"):
        build([folder], tmp_path / "out", settings=SETTINGS, validate=lambda data: ["broken"])
    run(folder, tmp_path / "out")
    build([folder], tmp_path / "whole", settings=Settings(workers=1, reuse=False), validate=lambda data: [])
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")
