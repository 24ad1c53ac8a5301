"""HermiT finds the ontology consistent and every class satisfiable, and sees what must not be."""
from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ontology.namespaces import IG, RDF
from ontology.reasoning import for_description_logic


def line(subject: str, predicate: str, value: str) -> bytes:
    return f"<urn:{subject}> <{RDF + 'type' if predicate == 'a' else IG + predicate}> <{IG + value if predicate == 'a' else 'urn:' + value}> .\n".encode()


def reason(folder: Path, more: bytes = b"") -> tuple[bool, list[object], int]:
    """Whether HermiT finds ontology and data consistent, which classes can have no member, and how many classes there are."""
    if shutil.which("java") is None:
        if os.environ.get("CI"):
            pytest.fail("java is not installed; .ci/run installs it")
        pytest.skip("java is not installed")
    import owlready2

    file = folder / "ontology.nt"
    file.write_bytes(for_description_logic() + more)
    world = owlready2.World()
    try:
        ontology = world.get_ontology(file.as_uri()).load()
        classes = len([c for c in world.classes() if str(c.iri).startswith(IG)])
        with ontology:
            owlready2.sync_reasoner_hermit(world, debug=0)
        return True, list(world.inconsistent_classes()), classes
    except owlready2.OwlReadyInconsistentOntologyError:
        return False, [], 0
    finally:
        world.close()


def test_it_is_consistent_and_every_class_may_have_members(tmp_path: Path) -> None:
    consistent, empty, classes = reason(tmp_path)
    assert consistent and empty == [] and classes == 23


@pytest.mark.parametrize("data", [
    line("x", "a", "Person") + line("x", "a", "Organisation"),
    line("p", "fundedBy", "f") + line("f", "a", "Fund") + line("p", "implementedBy", "f"),
    line("x", "inCountry", "y") + line("y", "inCountry", "z"),
], ids=["a person is no body", "a fund carries nothing out", "no place is a country"])
def test_what_must_not_be_is_inconsistent(tmp_path: Path, data: bytes) -> None:
    assert reason(tmp_path, data)[0] is False


def test_what_may_be_is_consistent(tmp_path: Path) -> None:
    data = line("p", "fundedBy", "o") + line("o", "a", "Organisation") + line("p", "originCountry", "c") + line("p", "coversCountry", "c")
    assert reason(tmp_path, data)[0] is True
