"""The source of a page: components and program around what it shows."""

from __future__ import annotations

import pytest

from graph.reading import read_bytes
from graph.reading.components import source_as_html

PAGE = """
import { Check } from './icons';
export default function Page() {
  return (
    <Layout className="wide" onOpen={() => { open({ now: true }) }}>
      <PageHeader>Projects</PageHeader>
      <Article
        // isWide
        title="How Lantern began"
        hasSlider
      >
        <p className="">The <b>Lantern project</b> helps refugees{" "}
          in Graz.</p>
        <ul>
          <li className="flex"><Check size={4} /> <strong>funder:</strong> Kredo Foundation{" "}</li>
          <li className="flex" onClick={() => go('/x')}><strong>period:</strong> 2021 – 2023</li>
        </ul>
        {/* <Old>Harbour</Old> */}
        {children}
      </Article>
    </Layout>
  );
}
"""


def test_a_page_is_read_as_it_is_shown() -> None:
    document = read_bytes(PAGE.encode(), "page.txt", "text/plain")
    shown = [" ".join(document.text[b.span.start : b.span.end].split()) for b in document.blocks]
    fields = {f.label: document.text[f.value.start : f.value.end] for b in document.blocks for f in b.fields}
    assert "The Lantern project helps refugees in Graz." in shown
    assert "How Lantern began" in shown
    assert fields == {"funder": "Kredo Foundation", "period": "2021 – 2023"}
    for hidden in ("import", "Check", "className", "isWide", "Harbour", "children", "return", "onClick", "go("):
        assert hidden not in document.text


@pytest.mark.parametrize("text", [
    "The Lantern project helps refugees {in Graz}. If 3 < 4 and 5 > 4, so be it.",
    "# Lantern\n\n<p>The project <b>helps</b> refugees.</p>\n<ul><li>in Graz</li></ul>\n",
    "List<String> x = y; the className=x",
])
def test_other_texts_are_left_alone(text: str) -> None:
    assert source_as_html(text) is None
