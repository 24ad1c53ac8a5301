"""The house keeps its order: imports point down, files and functions stay small, nothing reaches for the clock or for chance."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.syntax import ROOMS, ROOT, TREES

MAY_IMPORT = {
    "ontology": set(),
    "graph": {"ontology"},
    "queries": {"ontology"},
    "viz": {"ontology", "queries"},
    "serving": {"ontology", "graph", "queries"},
    "integraph": {"ontology", "graph", "queries", "viz", "serving"},
}
MAX_FILE, MAX_FUNCTION = 300, 40
CHANCE = {"random", "secrets", "uuid", "datetime.now", "date.today", "time.time"}
FILES = sorted(TREES)


def imports_of(path: Path) -> set[str]:
    """The names of the packages at the top that a file imports."""
    found: set[str] = set()
    for statement in ast.walk(TREES[path]):
        if isinstance(statement, ast.Import):
            found |= {name.name.split(".")[0] for name in statement.names}
        elif isinstance(statement, ast.ImportFrom):
            found.add(
                (statement.module or "").split(".")[0] if statement.level == 0 else path.relative_to(ROOT).parts[0]
            )
    return found


def test_all_rooms_are_looked_at() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in FILES} == set(ROOMS)
    assert len(FILES) >= 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_point_down(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    upward = (imports_of(path) & (set(ROOMS) | {"tests", "build"})) - MAY_IMPORT[room] - {room}
    assert not upward, f"{path.relative_to(ROOT)} imports {sorted(upward)}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_and_functions_are_small(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= MAX_FILE, f"{path.relative_to(ROOT)} is too long"
    for part in ast.walk(TREES[path]):
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (part.end_lineno or part.lineno) - part.lineno + 1
            assert size <= MAX_FUNCTION, f"{path.relative_to(ROOT)}: {part.name} has {size} lines"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_depends_on_chance_or_the_clock(path: Path) -> None:
    tree = TREES[path]
    used = {ast.unparse(part) for part in ast.walk(tree) if isinstance(part, ast.Attribute)} | imports_of(path)
    assert not used & CHANCE
    assert path.name not in ("util.py", "utils.py", "helpers.py", "common.py", "misc.py")


def test_rdf_is_made_in_one_place() -> None:
    """In the graph room only a few modules know of RDF at all."""
    knowing = {
        path.name
        for path in FILES
        if path.relative_to(ROOT).parts[0] == "graph"
        and path.parent.name != "export"
        and imports_of(path) & {"rdflib", "pyoxigraph"}
    }
    assert knowing <= {
        "rdf.py",
        "terms.py",
        "labels.py",
        "serialisation.py",
        "checking.py",
        "sheets.py",
        "validation.py",
    }
