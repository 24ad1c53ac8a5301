"""Files that are written of the index by hand are what the usual writers would make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.index.files import write_private
from graph.index.tables import Tables, dumped
from graph.output.store import PRIVATE, staging


@pytest.mark.parametrize("spans", [{}, {"b1": [[3, 12]], "a2": [[0, 5], [7, 9]]}])
def test_where_private_names_stand_is_json_with_a_number_to_a_line(tmp_path: Path, spans: dict[str, object]) -> None:
    tables = Tables(None, "")
    for number, (sid, found) in enumerate([*spans.items(), ("c3", [])]):
        query = "INSERT INTO documents (source, sid, private) VALUES (?, ?, ?)"
        tables.ask(query, (f"{number}.txt", sid, dumped(found)))
    with staging(tmp_path / "out") as stage:
        write_private(tables, stage)
        told = (stage.folder / PRIVATE).read_text("ascii")
    assert told == json.dumps(spans, indent=0, sort_keys=True) + "\n"
