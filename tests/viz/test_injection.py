"""Every text of a dataset, with a payload behind it: nothing runs, nothing is asked for, all of it is text."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, Quad, Store

from viz.page import write_page

STRING = "http://www.w3.org/2001/XMLSchema#string"
PAYLOADS = [
    "<script>window.__pwned=1</script>",
    "</script><script>window.__pwned=1</script><!--",
    "<img src=x onerror=window.__pwned=1>",
    "\"'><svg onload=window.__pwned=1>",
    "javascript:window.__pwned=1//http://x.example",
    "{{7*7}}${window.__pwned=1}<%= 1 %>{% raw %}",
    "\u2028\u2029]]>--!><iframe srcdoc='<script>parent.__pwned=1</script>'>",
    "<a href='https://tracker.example/x'><style>@import 'https://tracker.example/y';</style><link rel=stylesheet href=//tracker.example/z>",
]


def poisoned(store: Store, payload: str) -> Store:
    """The dataset with the payload behind each of its texts."""
    made = Store()
    for quad in store:
        value = quad.object
        if isinstance(value, Literal) and (value.language or value.datatype.value == STRING):
            text = value.value + payload
            value = Literal(text, language=value.language) if value.language else Literal(text)
        made.add(Quad(quad.subject, quad.predicate, value, quad.graph_name))
    return made


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_text_with_every_payload(payload: str, store: Store, visit: Any, tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    write_page(poisoned(store, payload), path, title="T" + payload)
    visit.address = path.as_uri()
    for state in ("at=id/project/lantern", "view=table", "view=timeline", "view=map", "view=communities"):
        page = visit.open(state)
        assert page.evaluate("[...document.querySelectorAll('#panel iframe, main script, main style, main link, main img')].length") == 0
        assert page.locator("a[href^='javascript']").count() == 0
    page = visit.open("at=id/project/lantern")
    assert payload[:12] in visit.text("#panel") and payload[:12] in visit.text("#title")
    page.fill("#search", "lantern")
    assert page.locator("#found li").count() > 0
