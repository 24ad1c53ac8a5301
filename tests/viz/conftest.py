"""The invented dataset of the explorer's tests, its page, and a browser to open it in."""
from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store

from queries.dataset import open_dataset
from viz.page import write_page

DATA = Path(__file__).parent / "data"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="session")
def store() -> Store:
    """The dataset."""
    return open_dataset(DATA / "harbour.trig")


@pytest.fixture(scope="session")
def page_file(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset's explorer, with a hostile title."""
    path = tmp_path_factory.mktemp("viz") / "graph.html"
    write_page(store, path, title='Harbour </title><script>window.__pwned=0</script>')
    return path


@dataclass
class Visit:
    """An open page, and what it asked for and complained of."""

    page: Any
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, state: str = "") -> Any:
        """Open the page at a state given as in its address."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}#ui=en{'&' + state if state else ''}")
        self.page.wait_for_selector("html[data-ready]", timeout=20_000)
        return self.page

    def text(self, selector: str) -> str:
        """The text of an element."""
        return str(self.page.inner_text(selector))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; without it the tests are skipped, except where CI says that it must be there."""
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{CHROMIUM} is missing; install the package chromium")
        pytest.skip("no chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Any, page_file: Path) -> Iterator[Visit]:
    """The page in a fresh context. Every request but that for the file itself is counted and refused."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB", accept_downloads=True)
    made = Visit(context.new_page(), page_file.as_uri())

    def gate(route: Any) -> None:
        if route.request.url.split("#")[0] == made.address:
            route.continue_()
        else:
            made.requests.append(route.request.url)
            route.abort()

    context.route("**/*", gate)
    made.page.on("console", lambda m: made.complaints.extend([m.text] if m.type in ("error", "warning") else []))
    made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
    yield made
    assert made.requests == []
    assert made.complaints == []
    assert made.page.evaluate("window.__pwned") is None
    context.close()
