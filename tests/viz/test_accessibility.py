"""Each view in light and dark, by the rules of WCAG 2.1 A and AA as axe-core checks them: no finding."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

Visit = Any
AXE = Path(str(files("axe_playwright_python") / "axe.min.js"))
VIEWS = ("graph", "communities", "map", "timeline", "table")
RUN = """async () => {
  const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
  return found.violations.map((one) => one.id + ': ' + one.nodes.slice(0, 4).map((node) => node.target.join(' ') + ' ' + node.failureSummary).join(' | '));
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_findings(visit: Visit, view: str, theme: str) -> None:
    page = visit.open(f"view={view}&theme={theme}&at=id/project/lantern")
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RUN) == []


def test_no_findings_on_a_phone(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 740})
    page = visit.open()
    page.click("#menu")
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RUN) == []


def test_a_planted_fault_is_found(visit: Visit) -> None:
    page = visit.open()
    page.evaluate("document.getElementById('status').append(document.createElement('button'))")
    page.evaluate(AXE.read_text("utf-8"))
    assert any(found.startswith("button-name") for found in page.evaluate(RUN))
