"""The questions as data say exactly what the files say."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from queries import executables
from queries.executables import FILE, QUERY, form_of
from queries.runner import Engine, Table

FOLDER = Path(executables.__file__).parent


def test_the_file_is_as_it_would_be_written() -> None:
    """If this fails: python -m queries.executables > queries/executables.ttl"""
    assert (FOLDER / FILE).read_bytes() == executables.executables()


def test_every_file_is_there_and_equal(engine: Engine) -> None:
    graph = rdflib.Graph().parse(FOLDER / FILE)
    files = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.rq")}
    found = {str(s).removeprefix(QUERY): str(text) for s, text in graph.subject_objects(SH.select)}
    assert found == files and len(files) >= 18
    typed = set(graph.subjects(RDF.type, SH.SPARQLSelectExecutable))
    assert typed == set(graph.subjects(RDF.type, SH.SPARQLExecutable)) == set(graph.subjects(SH.select))
    prefixes = {
        str(graph.value(item, SH.prefix)): str(graph.value(item, SH.namespace)) for item in graph.objects(None, SH.declare)
    }
    for text in found.values():
        head = "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in sorted(prefixes.items()))
        assert isinstance(engine.query(head + text, {}), Table)


@pytest.mark.parametrize(
    ("sparql", "form"),
    [("# ASK\nselect * {}", "SELECT"), ("PREFIX x: <y>\nCONSTRUCT WHERE {}", "CONSTRUCT"), ("ASK {}", "ASK")],
)
def test_form(sparql: str, form: str) -> None:
    assert form_of(sparql) == form


def test_no_form() -> None:
    with pytest.raises(ValueError, match="no query"):
        form_of("DESCRIBE <x>")
