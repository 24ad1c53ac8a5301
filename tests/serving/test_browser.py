"""The pages in a real browser: they work, load nothing from elsewhere, and break no rule of their own policy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.serving.serving_client import Server


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 1300, "height": 900})
        browser.close()


@pytest.fixture
def page(browser_page: Page, server: Server) -> Iterator[Page]:
    """A page that fails the test if it complains or asks for anything from elsewhere."""
    wrong: list[str] = []

    def told(message: object) -> None:
        if getattr(message, "type", "error") in ("error", "warning"):
            wrong.append(str(getattr(message, "text", message)))

    def asked(request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith((f"http://127.0.0.1:{server.port}/", "data:", "blob:")):
            wrong.append(url)

    browser_page.on("console", told)
    browser_page.on("pageerror", told)
    browser_page.on("request", asked)
    yield browser_page
    for event, handler in (("console", told), ("pageerror", told), ("request", asked)):
        browser_page.remove_listener(event, handler)
    assert wrong == []


def test_the_editor_asks_and_shows(page: Page, server: Server) -> None:
    page.goto(f"http://127.0.0.1:{server.port}/editor?question=where-active-and-based")
    page.locator(".yasqe_queryButton:visible").click()
    page.wait_for_selector(".yasr:visible table.dataTable tbody tr")
    links = page.eval_on_selector_all(
        ".yasr table.dataTable a.iri", "found => found.map(a => decodeURI(a.getAttribute('href')))"
    )
    assert any(not str(link).isascii() for link in links), "names in other scripts come through"
    page.locator(".yasr:visible table.dataTable a.iri").first.hover()
    local = page.locator(".yasr:visible table.dataTable a.iri").first.get_attribute("href")
    assert local is not None and local.startswith(("/id/", "/scheme/"))
    assert server.send("GET", local, Accept="text/html").status == 200


def test_the_editor_completes_from_the_dataset(page: Page, server: Server) -> None:
    page.goto(f"http://127.0.0.1:{server.port}/editor")
    page.wait_for_function("window.integraphEditor")
    page.evaluate(
        """() => { const yasqe = window.integraphEditor.getTab().getYasqe();
        yasqe.setValue('PREFIX ig: <https://w3id.org/integraph/ontology#>\\nSELECT * WHERE { ?s a ig:P }');
        yasqe.focus(); yasqe.setCursor({line: 1, ch: 26}); yasqe.autocomplete(); }"""
    )
    page.wait_for_selector(".CodeMirror-hints li")
    hints = page.locator(".CodeMirror-hints").inner_text().split()
    assert "ig:Project" in hints and all(hint.startswith("ig:") for hint in hints)


def test_every_question_is_at_hand(page: Page, server: Server) -> None:
    page.goto(f"http://127.0.0.1:{server.port}/editor")
    page.wait_for_selector("#questions button")
    assert page.locator("#questions button").count() >= 18
    page.locator("#questions button").first.click()
    assert "ig:Project" in page.evaluate("window.integraphEditor.getTab().getQuery()")


def test_the_explorer_runs_under_the_server(page: Page, server: Server) -> None:
    page.goto(f"http://127.0.0.1:{server.port}/explorer")
    page.wait_for_selector("canvas")


@pytest.mark.parametrize("path", ["/", "/id/project/lantern"])
def test_pages_of_ours(path: str, page: Page, server: Server) -> None:
    page.goto(f"http://127.0.0.1:{server.port}{path}")
    assert page.locator("h1").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.set_viewport_size({"width": 1300, "height": 900})
