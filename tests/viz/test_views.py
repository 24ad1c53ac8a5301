"""The views beside network and table: communities, map, timeline; in a browser, from disk."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from ontology.namespaces import DCTERMS, ID, IG, OA, RDF, SKOS, XSD
from viz.page import render_page

Visit = Any
VIEWS = ("communities", "map", "timeline")


@pytest.mark.parametrize("view", VIEWS)
def test_view_has_a_drawing_and_a_table(visit: Visit, view: str) -> None:
    page = visit.open(f"view={view}")
    assert page.is_visible("#chart") and not page.is_visible("#graph") and not page.is_visible("#table")
    assert page.locator("#chart svg").count() >= 1
    assert page.locator("#chart table tbody tr").count() >= 2
    assert page.get_attribute(f"#as-{view}", "aria-pressed") == "true"
    page.click("#as-graph")
    assert page.is_visible("#graph") and not page.is_visible("#chart")


def test_map_counts_projects_and_opens_sentences(visit: Visit) -> None:
    page = visit.open("view=map")
    rows = [row.split("\t")[:3] for row in page.locator("#chart tbody tr").all_inner_texts()]
    assert ["Italy", "2"] in [row[:2] for row in rows]
    page.locator("#chart .choice", has_text="Italy").click()
    assert visit.text("#panel h2") == "Italy"
    assert "blockquote" in page.locator("#panel").inner_html()
    page.locator("#chart tbody tr", has_text="Italy").locator("button", has_text="show in the network").click()
    assert visit.text("#status") == "23 facts between 17 things shown"


def test_map_by_keyboard(visit: Visit) -> None:
    page = visit.open("view=map")
    page.locator("#chart .choice", has_text="Italy").focus()
    page.keyboard.press("Enter")
    assert visit.text("#panel h2") == "Italy"
    assert (page.evaluate("document.activeElement.getAttribute('aria-label')") or "").startswith("Italy")


def test_map_follows_the_filters(visit: Visit) -> None:
    page = visit.open("view=map&Country=id/country/FI")
    assert page.locator("#chart tbody th").all_inner_texts() == ["Finland"]
    page = visit.open("view=map&without=Country")
    assert "No country" in visit.text("#chart")


def test_timeline_shows_what_has_dates_in_order(visit: Visit) -> None:
    page = visit.open("view=timeline")
    dates = page.locator("#chart tbody tr td:last-child .said:first-child").all_inner_texts()
    years = [int(next(word for word in text.split() if word[:4].isdigit())[:4]) for text in dates]
    assert years == sorted(years) and len(years) >= 2
    page.locator("#chart tbody th button").first.click()
    assert page.locator("#panel blockquote").count() >= 1
    visit.open("view=timeline&unlinked=startDate|endDate|date|deadline")
    assert visit.text("#chart") == "Nothing of what is shown has a date."


def test_a_community_unfolds(visit: Visit) -> None:
    page = visit.open("view=communities")
    name = page.locator("#chart tbody th button").first.inner_text()
    page.locator("#chart tbody th button").first.click()
    assert page.is_visible("#graph") and name in visit.text("#chips") and "community=" in page.url
    shown = visit.text("#status")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    assert visit.text("#status") == shown
    page.click("#reset")
    assert visit.text("#status") == "54 facts between 41 things shown"


def test_panel_says_where_a_thing_stands(visit: Visit) -> None:
    page = visit.open("at=id/project/lantern")
    assert "by the ways that lead through it" in visit.text("#panel .standing")
    page.locator("#panel .standing button").click()
    assert "community=" in page.url


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [360, 1600])
def test_views_fit_the_screen_and_speak_the_language(visit: Visit, view: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 780})
    page = visit.open(f"view={view}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for code, word in (("it", "Cronologia"), ("fr", "Chronologie"), ("es", "Cronología")):
        page.select_option("#ui-language", code)
        assert visit.text("#as-timeline") == word


def test_map_data() -> None:
    data = json.loads(files("viz").joinpath("map.json").read_text("utf-8"))
    width, height = data["size"]
    europe = set("AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split())
    beyond = set("AL BA ME MK RS XK UA MD TR BY MA DZ TN LY EG SY LB JO IQ IR AF ML NE SD TD".split())
    assert europe | beyond <= set(data["countries"])
    for path, x, y in data["countries"].values():
        assert path.startswith("M") and path.endswith("Z")
        assert 0 <= x <= width and 0 <= y <= height


def large_store(count: int) -> Store:
    """`count` projects, each with a body of its own and one that ten share."""
    store, graph = Store(), NamedNode(ID + "source/" + "a" * 16)
    texts = [Quad(graph, NamedNode(RDF + "type"), NamedNode(IG + "Source"), graph)]

    def thing(kind: str, name: str) -> NamedNode:
        node = NamedNode(f"{ID}{kind.lower()}/{name}")
        texts.append(Quad(node, NamedNode(RDF + "type"), NamedNode(IG + kind), graph))
        texts.append(Quad(node, NamedNode(SKOS + "prefLabel"), Literal(f"{kind} {name}"), graph))
        return node

    def fact(number: int, subject: NamedNode, predicate: str, value: NamedNode) -> None:
        one = NamedNode(f"{ID}statement/{number}")
        mark = NamedNode(f"{ID}statement/{number}/selector/0")
        for p, o in (("type", NamedNode(IG + "Statement")), ("subject", subject), ("predicate", NamedNode(IG + predicate)), ("object", value)):
            texts.append(Quad(one, NamedNode(RDF + p), o, graph))
        texts.append(Quad(one, NamedNode(DCTERMS + "source"), graph, graph))
        texts.append(Quad(one, NamedNode(OA + "hasSelector"), mark, graph))
        texts.append(Quad(one, NamedNode(IG + "confidence"), Literal("0.9", datatype=NamedNode(XSD + "decimal")), graph))
        texts.append(Quad(mark, NamedNode(OA + "exact"), Literal(f"Sentence {number}."), graph))

    for i in range(count):
        project = thing("Project", f"p{i}")
        fact(2 * i, project, "implementedBy", thing("Organisation", f"own{i}"))
        fact(2 * i + 1, project, "hasPartner", thing("Organisation", f"shared{i // 10}"))
    store.extend(texts)
    return store


def test_a_large_network_opens_on_its_communities(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_text(render_page(large_store(800), title="Large"), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri() + "#ui=en")
    page.wait_for_selector("html[data-ready]", timeout=30_000)
    assert page.is_visible("#chart") and page.locator("#chart .choice").count() == 80
    page.locator("#chart tbody th button").first.click()
    assert "21 things shown" in page.inner_text("#status")
    page.click("#as-graph")
    page.click("#reset")
    assert "1,680 things shown" in page.inner_text("#status")
    page.close()
