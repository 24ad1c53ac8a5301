"""What several rooms' tests of builds ask."""

from __future__ import annotations

import pytest

from graph.model import Reading
from graph.output.rdf import Writer


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources whose graphs a build has made."""
    seen: list[str] = []
    real = Writer.sheet

    def sheet(self: Writer, reading: Reading) -> object:
        seen.append(reading.document.source)
        return real(self, reading)

    monkeypatch.setattr(Writer, "sheet", sheet)
    return seen
