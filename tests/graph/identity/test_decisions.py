"""What people decide holds: both ways, for names, sources and vocabulary entries; what cannot be used is refused."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.identity.decisions import DecisionError, read_decisions
from graph.model import Document, Entity, Name, Reading
from graph.resolution import Resolution, resolve
from ontology.namespaces import ID


def body(source: str, *names: str, kind: str = "Organisation", ref: str | None = None) -> Reading:
    entity = Entity("it", kind, tuple(Name(name, "en") for name in names), ref)
    return Reading(Document(source, "0" * 64, "x", "en", ()), (entity,), ())


def decided(tmp_path: Path, toml: str, *readings: Reading) -> Resolution:
    path = tmp_path / "merges.toml"
    path.write_text(toml, encoding="utf-8")
    return resolve(readings, read_decisions(path))


SAME = '[[same]]\nclass = "Organisation"\nthings = ["Kredo Foundation", "Omnia House @ b.txt"]\nreason = "renamed"\n'


def test_same_joins_what_no_name_joins(tmp_path: Path) -> None:
    readings = [body("a.txt", "KREDO Foundation e.V."), body("b.txt", "Omnia House"), body("c.txt", "Omnia House International")]
    found = decided(tmp_path, SAME, *readings)
    assert found.iri("a.txt", "it") == found.iri("b.txt", "it") != found.iri("c.txt", "it")
    assert [join.ground.name for join in found.joins] == ["decided by a person"]


def test_same_joins_with_an_entry_of_the_vocabulary(tmp_path: Path) -> None:
    toml = '[[same]]\nclass = "Organisation"\nthings = ["id:organisation/iom", "Harbour Bureau"]\n'
    found = decided(tmp_path, toml, body("a.txt", "IOM", ref=ID + "organisation/iom"), body("b.txt", "Harbour Bureau"))
    assert found.iri("b.txt", "it") == ID + "organisation/iom"


def test_different_keeps_apart_what_a_name_would_join(tmp_path: Path) -> None:
    toml = '[[different]]\nclass = "Project"\nthings = ["Lantern Light @ a.txt", "Lantern Light @ b.txt"]\n'
    readings = [body(f"{s}.txt", "Lantern Light", kind="Project") for s in "abc"]
    assert len({resolve(readings).iri(f"{s}.txt", "it") for s in "abc"}) == 1
    found = decided(tmp_path, toml, *readings)
    assert found.iri("a.txt", "it") != found.iri("b.txt", "it")
    assert any("a person has decided" in refusal.why for refusal in found.refusals)


def test_two_entries_of_the_vocabulary_stay_two_whatever_is_decided(tmp_path: Path) -> None:
    toml = '[[same]]\nclass = "Organisation"\nthings = ["id:organisation/iom", "id:organisation/unhcr"]\n'
    found = decided(tmp_path, toml, body("a.txt", "IOM", ref=ID + "organisation/iom"), body("b.txt", "UNHCR", ref=ID + "organisation/unhcr"))
    assert len(found.entities) == 2


def test_a_decision_about_another_class_is_no_matter(tmp_path: Path) -> None:
    assert len(decided(tmp_path, SAME, body("a.txt", "Kredo Foundation", kind="Project"), body("b.txt", "Omnia House", kind="Project")).entities) == 2


@pytest.mark.parametrize(("toml", "message"), [
    ("[[same]\n", "cannot be read as TOML"), ("[[merge]]\n", r"'merge' is not known.*\[\[same\]\]"),
    ('[[same]]\nthings = ["a", "b"]\n', "a decision has a class"), ('[[same]]\nclass = "Project"\nthings = ["a"]\n', "two names or more"),
    ('[[same]]\nclass = "Project"\nthings = ["a", "b"]\nscore = 1\n', "a decision has a class"),
    ('[[same]]\nclass = "Project"\nthings = ["a", "id:project/nowhere"]\n', "no entry of the vocabulary"),
    ('[[same]]\nclass = "Project"\nthings = ["a", "…"]\n', "holds no word")])
def test_a_faulty_file_is_refused(tmp_path: Path, toml: str, message: str) -> None:
    with pytest.raises(DecisionError, match=f"merges.toml.*{message}"):
        decided(tmp_path, toml)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="cannot be read"):
        read_decisions(tmp_path / "none.toml")
