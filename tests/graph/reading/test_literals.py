"""Data as programs write them down."""

from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading import read_bytes
from graph.reading.literals import literal_data

SCRIPT = """
// what the page shows
import { Card } from './card';
export const projects: Project[] = [
  {
    title: 'Lantern',
    funder: "Kredo Foundation", /* since spring */
    'partners': ['Verein Nordlicht', `Arci Lume`],
    start: new Date('2021-03-01'),
    year: 2021, active: true,
    about: 'It doesn\\'t end ' +
      'here\\u2026',
  },
];
"""
ARRAY = """
  [
    "title" => "Lantern", // first
    'partners' => [
      ['name' => 'Nordlicht', 'country' => 'Malta'],
      array('name' => 'Lume', 'country' => 'Italy'),
    ],
    "funder" => 'Kredo ' . 'Foundation',
  ],
"""


def test_a_script_tells_what_its_objects_hold() -> None:
    assert literal_data(SCRIPT) == [
        {
            "title": "Lantern",
            "funder": "Kredo Foundation",
            "partners": ["Verein Nordlicht", "Arci Lume"],
            "start": "2021-03-01",
            "year": "2021",
            "about": "It doesn't end here…",
        }
    ]


def test_arrows_and_brackets_make_objects_too() -> None:
    assert literal_data(ARRAY) == [
        {
            "title": "Lantern",
            "partners": [{"name": "Nordlicht", "country": "Malta"}, {"name": "Lume", "country": "Italy"}],
            "funder": "Kredo Foundation",
        }
    ]


def test_a_piece_that_begins_and_ends_within_objects_is_read() -> None:
    piece = """
        funder: 'Kredo Foundation', place: 'Valletta', title: 'Lantern' }
      ] },
      { name: 'others', projects: [ { title: 'Harbour', funder: 'Aurora Fund', place: 'Graz',
    """
    first, second = literal_data(piece) or []
    assert first == {"funder": "Kredo Foundation", "place": "Valletta", "title": "Lantern"}
    assert second["projects"] == [{"title": "Harbour", "funder": "Aurora Fund", "place": "Graz"}]


@pytest.mark.parametrize(
    "text",
    [
        "Lantern: a project for refugees [2021], run by Verein Nordlicht {see below}.",
        'Title: "Lantern"\nFunder: "Kredo"\nPartner: "Nordlicht"\n',
        "const sum = (a, b) => { return a + b; };\nconsole.log(sum(1, 2), 'three', \"four\");",
        "[Lantern](https://lantern.example): 'we meet', \"we talk\"\n",
        "{% for post in posts %} {{ post.title }} {% endfor %} Lantern: 'Nordlicht'",
        "[" * 60 + "a: 'b', c: 'd', e: 'f'" + "]" * 60,
    ],
)
def test_what_is_no_data_stays_text(text: str) -> None:
    assert literal_data(text) is None


def test_each_entry_of_a_group_is_a_record() -> None:
    about = (
        "The project helps refugees in the first months after they came, with advice, visits and a mentor each. " * 2
    )
    entry = "{{ title: '{}', funder: '{}', description: '{}' }}"
    rows = ", ".join(entry.format(*row, about) for row in (("Lantern", "Kredo Foundation"), ("Harbour", "Aurora Fund")))
    document = read_bytes(f"const all = [{{ name: 'Single', projects: [{rows}] }}];".encode(), "x.txt", "text/plain")
    reading = extract(document)
    names = {entity.key: entity.names[0].text for entity in reading.entities if entity.names}
    told = {(names[s.subject], s.predicate, names.get(str(s.object))) for s in reading.statements}
    assert ("Lantern", "fundedBy", "Kredo Foundation") in told
    assert ("Harbour", "fundedBy", "Aurora Fund") in told
    assert ("Lantern", "fundedBy", "Aurora Fund") not in told
