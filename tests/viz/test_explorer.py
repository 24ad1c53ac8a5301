"""The page in a browser, from disk. The fixture refuses requests, and checks that there was none and no complaint."""
from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

Visit = Any

LANTERN = "at=id/project/lantern"


def count(visit: Visit) -> str:
    return str(visit.text("#status"))


def saved(page: Any, button: str) -> str:
    page.click("#save summary")
    with page.expect_download() as started:
        page.click(button)
    return Path(started.value.path()).read_text(encoding="utf-8")


def test_first_sight(visit: Visit) -> None:
    page = visit.open()
    assert count(visit) == "54 facts between 41 things shown"
    assert "54 facts · 41 things · 4 sources · latest source 2024-02-10" in visit.text("#summary")
    assert page.locator("#legend .check").count() == 12
    assert page.evaluate("document.querySelectorAll('#graph canvas').length") == 1
    assert visit.text("#title") == "Harbour </title><script>window.__pwned=0</script>"


@pytest.mark.parametrize(("query", "expected"), [
    ("lant", "Lantern"), ("LANTERNA", "Lantern"), ("KIF", "Kredo Integration Fund"), ("γεφυρα", "Γέφυρα Νέων Φίλων"),
    ("قنديل", "مشروع القنديل"), ("灯笼", "灯笼计划"), ("lodka", "Zürn-Łódka Söderhaus"), ("migranti", "migrant women")])
def test_search_in_any_language(visit: Visit, query: str, expected: str) -> None:
    page = visit.open()
    page.fill("#search", query)
    assert expected in page.locator("#found li").first.inner_text()
    page.keyboard.press("Enter")
    assert visit.text("#panel h2") == expected


def test_search_without_result(visit: Visit) -> None:
    page = visit.open()
    page.fill("#search", "zzzz")
    assert visit.text("#found") == "Nothing matches"


def test_panel_shows_sentences_and_sources(visit: Visit) -> None:
    page = visit.open(LANTERN)
    text = visit.text("#panel")
    assert "Lantern is carried out by the Municipality of Almera." in text
    assert "It helped ████ find a flat." in text
    assert "planned" in text and "certainty 95 %" in text and "2023-04-01" in text and "1,200,000 EUR" in text
    assert page.locator("#panel .denied").inner_text().startswith("The sources deny")
    assert page.locator("#panel .fact.doubtful").count() == 1
    link = page.locator("#panel a[href='https://pages.example/lantern']").first
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert page.locator("#panel blockquote mark").first.inner_text() == "Lantern"
    assert page.locator("#panel .evidence details").count() == 1


def test_hostile_texts_are_texts(visit: Visit) -> None:
    page = visit.open("at=id/project/qandil")
    for text in ("<script>window.__pwned=1</script>", "</script><script>window.__pwned=2</script>",
                 '<img src=x onerror="window.__pwned=3">'):
        assert text in visit.text("#panel")
    visit.open("at=id/project/denglong")
    assert "javascript:window.__pwned=6" in visit.text("#panel")
    assert page.locator("#panel a[href]").count() == 0
    visit.open("view=table")
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator("main img, main iframe, main object, body > script:not([type])").count() == 3


def test_filters_combine_and_count(visit: Visit) -> None:
    page = visit.open()
    page.locator("summary", has_text="Countries").click()
    italy = page.locator(".fold .check", has_text="Italy")
    assert italy.locator(".count").inner_text() == "2"
    italy.click()
    assert count(visit) == "23 facts between 17 things shown"
    page.locator("summary", has_text="Groups served").click()
    assert page.locator(".fold .check", has_text="refugees").locator(".count").inner_text() == "1"
    page.locator(".fold .check", has_text="migrant women").click()
    assert count(visit) == "6 facts between 7 things shown"
    page.click("#reset")
    assert count(visit) == "54 facts between 41 things shown"


@pytest.mark.parametrize(("state", "expected"), [
    ("Country=id/country/IT&Fund=id/fund/kredo&BeneficiaryGroup=scheme/group/refugees",
     "17 facts between 13 things shown"),
    ("Country=id/country/FI&BeneficiaryGroup=scheme/group/teachers", "0 facts between 0 things shown"),
    ("year=2021", "17 facts between 13 things shown"),
    ("source=id/source/" + "d" * 16, "10 facts between 10 things shown"),
    ("certain=95", "46 facts between 34 things shown"),
    ("hubs=0", "38 facts between 30 things shown"),
    ("without=Organisation|Country", "29 facts between 24 things shown"),
    ("unlinked=hasPartner|coversCountry", "39 facts between 31 things shown"),
    ("at=id/project/rowboat&depth=1", "6 facts between 7 things shown"),
    ("path=id/project/lantern|id/project/rowboat", None)])
def test_states_of_the_address(visit: Visit, state: str, expected: str | None) -> None:
    page = visit.open(state)
    shown = count(visit)
    assert expected is None or shown == expected
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    assert count(visit) == shown and page.url == address


def test_path_goes_past_hubs(visit: Visit) -> None:
    page = visit.open("at=id/project/lantern")
    page.locator("button", has_text="Connect with").click()
    page.keyboard.type("Rowboat II")
    page.keyboard.press("Enter")
    assert "Connections between Lantern and Rowboat II" in visit.text("#chips")
    page.click("#as-table")
    assert "Brisk Association" in visit.text("#table") and "Italy" not in visit.text("#table tbody th")


def test_click_on_a_node_and_on_a_link(visit: Visit) -> None:
    page = visit.open("path=id/project/lantern|id/organisation/almera")
    box = page.locator("#graph").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(*middle)
    page.wait_for_selector("#panel blockquote")
    assert visit.text("#panel h2") == "Connection"
    said = page.locator("#panel blockquote").all_inner_texts()
    assert said == ["Lantern is carried out by the Municipality of Almera."]
    assert "link=" in page.url


def test_table_is_the_twin(visit: Visit) -> None:
    page = visit.open("view=table")
    assert page.locator("#table tbody tr").count() == 54
    assert page.locator("#table th[scope=col]").count() == 7
    page.locator("#table thead button", has_text="Certainty").click()
    assert "50 %" in page.locator("#table tbody tr").first.inner_text()
    page.locator("#table tbody tr", has_text="Closing Day").locator("th button").click()
    assert visit.text("#panel h2") == "Lantern"


def test_csv_is_what_is_shown(visit: Visit) -> None:
    rows = list(csv.DictReader(io.StringIO(saved(visit.open(), "#save-csv").removeprefix("\ufeff"))))
    assert len(rows) == 55
    lantern = [row for row in rows if row["subject"] == "Lantern" and row["relation"] == "fundedBy"]
    assert [row["sentence"] for row in lantern][1] == "The KIF supports Lantern and Rowboat."
    assert [row["object"] for row in rows if "HYPERLINK" in row["object"]] == ["'=HYPERLINK(\"x\")"]


def test_turtle_is_what_is_shown(visit: Visit, store: Store) -> None:
    made = Store()
    made.load(saved(visit.open("view=table"), "#save-turtle").encode(), format=RdfFormat.TURTLE)
    ask = "PREFIX ig: <https://w3id.org/integraph/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
    triples = ask + ("SELECT DISTINCT ?s ?p ?o WHERE "
                     "{ ?x a ig:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o }")
    names = ask + "SELECT DISTINCT ?s ?l WHERE { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?l }"
    for query, size in ((triples, 54), (names, 54)):
        mine = {str(row) for row in made.query(query)}  # type: ignore[union-attr]
        assert mine == {str(row) for row in store.query(query, use_default_graph_as_union=True)}  # type: ignore[union-attr]
        assert len(mine) == size


def test_svg_and_png(visit: Visit) -> None:
    page = visit.open()
    assert saved(page, "#save-svg").count("<text ") == 41
    page.click("#save summary")
    with page.expect_download() as started:
        page.click("#save-png")
    assert Path(started.value.path()).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("width", [1280, 820, 390])
def test_interface_and_names_change_language(width: int, visit: Visit) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    page = visit.open(LANTERN)
    for code, word in (("it", "Fonti"), ("fr", "Sources"), ("es", "Fuentes"), ("en", "Sources")):
        page.select_option("#ui-language", code)
        assert word in str(page.text_content("#filters"))
        assert page.get_attribute("html", "lang") == code
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.select_option("#label-language", "it")
    assert visit.text("#panel h2") == "Lanterna"


def test_keyboard(visit: Visit) -> None:
    page = visit.open()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    assert page.is_visible("#table") and not page.is_visible("#graph")
    page.keyboard.press("t")
    page.focus("#graph")
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    assert "eye=" in page.url
    page.keyboard.press("0")
    assert "eye=" not in page.url


def test_light_and_dark(visit: Visit) -> None:
    page = visit.open("theme=dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != dark


@pytest.mark.parametrize("width", [360, 900, 1600])
def test_fits_the_screen(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 780})
    page = visit.open(LANTERN)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.is_visible("#panel h2")
    if width < 860:
        page.click("#menu")
        assert page.is_visible("#legend")
        page.keyboard.press("Escape")
        assert not page.is_visible("#legend")


def test_first_picture_comes_before_the_rest_and_is_where_the_rest_will_be(visit: Visit) -> None:
    page = visit.page
    page.add_init_script("""window.requestAnimationFrame = () => 0; window.setTimeout = (run) => { window.goOn = run; return 0; };""")
    page.goto(visit.address)
    assert page.evaluate("document.documentElement.dataset.first") == "true"
    assert page.evaluate("document.documentElement.dataset.ready") is None
    sketch = page.evaluate("""() => { const c = document.getElementById("first-picture"), d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
      let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n / (d.length / 4); }""")
    assert sketch > 0.02
    page.evaluate("window.goOn()")
    assert page.evaluate("document.documentElement.dataset.ready") == "true"
    assert page.locator("#first-picture").count() == 0 and page.locator("#graph canvas").count() == 1
