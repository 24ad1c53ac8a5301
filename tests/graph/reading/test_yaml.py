"""YAML: files of records and front matter, with every value where it stands in the text."""
from __future__ import annotations

import pytest

from graph.model import Document
from graph.reading import ReadingError, read_bytes


def read(text: str, media_type: str = "application/yaml") -> Document:
    return read_bytes(text.encode(), "a.yml", media_type)


def fields(doc: Document) -> list[tuple[str, str]]:
    return [(f.label, doc.text[f.value.start : f.value.end]) for b in doc.blocks for f in b.fields]


def test_values_keep_their_place_and_their_words() -> None:
    doc = read('title: "Lantern"  # a comment\ncountries: [MT, NO]\nopen: yes\nstart: 2021-01-01\nnone: ~\nabout: >\n  It helps\n  refugees.\n')
    assert fields(doc) == [("title", "Lantern"), ("countries", "MT"), ("countries", "NO"), ("open", "yes"), ("start", "2021-01-01"), ("about", "It helps\n  refugees.")]
    label = doc.blocks[0].fields[1].label_span
    assert label is not None and doc.text[label.start : label.end] == "countries" and doc.title == "Lantern"


@pytest.mark.parametrize("text", [
    "projects:\n  - title: Lantern\n    lead: Kredo\n  - title: Bridge\n    lead: Omnia\n",
    "title: Lantern\nlead: Kredo\n---\ntitle: Bridge\nlead: Omnia\n",
    "p1: {title: Lantern, lead: Kredo, id: 1}\np2: {title: Bridge, lead: Omnia, id: 2}\n",
    "base: &b\n  - {title: Lantern, lead: Kredo}\n  - {title: Bridge, lead: Omnia}\n",
])
def test_a_list_a_register_and_several_documents_are_rows(text: str) -> None:
    doc = read(text)
    assert [b.about for b in doc.blocks if b.kind == "record"] == ["row", "row"]
    assert [pair for pair in fields(doc) if pair[0] != "id"] == [("title", "Lantern"), ("lead", "Kredo"), ("title", "Bridge"), ("lead", "Omnia")]


def test_aliases_and_merged_keys_point_to_where_the_value_stands() -> None:
    doc = read("defaults: &d {fund: AMIF}\nproject:\n  <<: *d\n  title: Lantern\n")
    assert fields(doc) == [("defaults.fund", "AMIF"), ("project.title", "Lantern"), ("project.fund", "AMIF")]
    first, last = doc.blocks[0].fields[0], doc.blocks[0].fields[-1]
    assert first.value == last.value


@pytest.mark.parametrize("text", ["a: [1, 2\n", "a: b: c\n", "[" * 200, "a: *unknown\n", "\n".join(f"x{i}: &x{i} [{', '.join([f'*x{i - 1}'] * 10) if i else 'v'}]" for i in range(12))])
def test_what_is_no_yaml_or_too_much_is_refused(text: str) -> None:
    with pytest.raises(ReadingError, match="well-formed"):
        read(text)


def test_front_matter_may_have_mappings_in_one_line_and_need_not_be_strict() -> None:
    doc = read("---\ntitle: Lantern\npartners:\n  - {name: Omnia, country: Italy}\ndates: {start: 2021, end: 2022}\n---\nWe met in May.\n", "text/markdown")
    assert fields(doc) == [("title", "Lantern"), ("partners.name", "Omnia"), ("partners.country", "Italy"), ("dates.start", "2021"), ("dates.end", "2022")]
    loose = read("---\ntitle: Lantern: a light\nlead: Kredo\n---\nWe met in May.\n", "text/markdown")
    assert fields(loose) == [("title", "Lantern: a light"), ("lead", "Kredo")]
