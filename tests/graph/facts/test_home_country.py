"""The country of work of projects for which no text names one."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read

RUN = "The LANTERN project is carried out by the Kredo Foundation and funded by AMIF.\n\n"
CASES = [
    (RUN + "The Municipality of Dublin welcomed it. So did the Municipality of Galway.", {("IE", "home.document")}),
    (RUN + "The Municipality of Ljubljana welcomed it. So did the Municipality of Maribor.", set()),
    ("Il progetto LANTERNA è realizzato dal Comune di Ravenna ed è finanziato dal FAMI.", {("IT", "home.body")}),
    (RUN + "The Municipality of Ljubljana welcomed it. So did the Municipality of Graz.", set()),
    (RUN, set()),
    (
        RUN.replace(".", ". It works in Greece.", 1) + "The Municipality of Ljubljana welcomed it, the University of Maribor too.",
        {("GR", "")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=range(len(CASES)))
def test_country(tmp_path: Path, text: str, expected: set[tuple[str, str]]) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    reading = extract(read(path, path.name))
    code = {entity.key: (entity.ref or "").rpartition("/")[2] for entity in reading.entities}
    found = {
        (code[str(s.object)], s.rule if s.rule.startswith("home.") else "")
        for s in reading.statements
        if s.predicate == "coversCountry"
    }
    assert found == expected
    for statement in reading.statements:
        assert reading.document.text[statement.evidence[0].start : statement.evidence[0].end].strip()
