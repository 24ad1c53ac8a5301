"""Plain text and Markdown: each kind of block, on invented samples."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from graph.model import Block, Document
from graph.reading import read_bytes


def document(text: str, kind: str = "text/plain") -> Document:
    return read_bytes(text.encode("utf-8"), "sample.txt", kind)


def shown(doc: Document, *kinds: str) -> list[str]:
    return [" ".join(doc.text[b.span.start : b.span.end].split()) for b in doc.blocks if b.kind in kinds]


def fields(doc: Document) -> list[tuple[str, str]]:
    return [(f.label, doc.text[f.value.start : f.value.end]) for b in doc.blocks for f in b.fields]


def records(doc: Document) -> list[Block]:
    return [b for b in doc.blocks if b.kind == "record"]


LONG = "The project helps people who have just arrived to find a home, a school and work in the city. It runs until spring."


def test_front_matter_keeps_every_value_in_its_place() -> None:
    doc = document(
        "---\ntitle: 'Lantern: a light'\ndate: 2021-03-04\nlang: en\npartners:\n  - Casa Aperta\n  - \"Open House\"\n"
        "lead: {x}\nfund:\n  name: AMIF\n  share: 75 %  # of all\ntags: [one, 'two']\nempty:\nsummary: >-\n"
        "  The project helps people who have just arrived\n  to find a home in the city.\n\n  It also trains their teachers, and it lasts.\n---\n\n"
        "Body text stands here and is long enough to be a paragraph.\n"
    )
    assert fields(doc)[:9] == [
        ("title", "Lantern: a light"),
        ("date", "2021-03-04"),
        ("lang", "en"),
        ("partners", "Casa Aperta"),
        ("partners", "Open House"),
        ("lead", "{x}"),
        ("fund.name", "AMIF"),
        ("fund.share", "75 %"),
        ("tags", "one"),
    ]
    assert (doc.title, doc.published, doc.language) == ("Lantern: a light", "2021-03-04", "en")
    assert [b.about for b in records(doc)] == ["document"]
    assert shown(doc, "prose") == [
        "The project helps people who have just arrived to find a home in the city.",
        "It also trains their teachers, and it lasts.",
        "Body text stands here and is long enough to be a paragraph.",
    ]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    doc = document("---\nThis is a paragraph between two rules, and nothing else.\n---\nAnd this one follows it.\n")
    assert not records(doc)


def test_a_dump_of_keys_with_prose_over_blank_lines() -> None:
    doc = document(
        f"project_id: X-12\ntitle: Beacon\nsummary: {LONG}\n\n{LONG}\n\nMore about it.\nfunder: Kredo Foundation\nbudget: 1000\n\n"
        "A paragraph after the dump that belongs to the page itself.\n"
    )
    assert [label for label, _ in fields(doc)] == ["project_id", "title", "summary", "funder", "budget"]
    assert fields(doc)[2][1].endswith("More about it.")
    assert doc.title == "Beacon"
    assert shown(doc, "prose")[-1] == "A paragraph after the dump that belongs to the page itself."


@dataclass(frozen=True)
class Labelled:
    text: str
    fields: list[tuple[str, str]]


LABELLED = [
    Labelled(f"{LONG}\nFunded by: Kredo Foundation\n{LONG}\n", [("Funded by", "Kredo Foundation")]),
    Labelled(f"{LONG}\n\nCapofila:\nComune di Fiorita\n\n{LONG}\n", [("Capofila", "Comune di Fiorita")]),
    Labelled(
        f"{LONG}\n\n**Partners:**\n- Casa Aperta\n- Open House\n\n{LONG}\n",
        [("Partners", "Casa Aperta"), ("Partners", "Open House")],
    ),
    Labelled(f"{LONG}\n\n**Financeur :** Kredo\n\n{LONG}\n", [("Financeur", "Kredo")]),
    Labelled(
        f"{LONG}\n\n- Lead: Casa Aperta\n- Fund: AMIF\n- Period: 2020-2021\n\n{LONG}\n",
        [("Lead", "Casa Aperta"), ("Fund", "AMIF"), ("Period", "2020-2021")],
    ),
    Labelled(f"Meet us at 10:30 in the hall of the town.\n{LONG}\n", []),
    Labelled(f"See https://example.org/a for more of this.\n{LONG}\n", []),
    Labelled(f"The following activities were carried out within the project:\n- A\n- B\n{LONG}\n", []),
]


@pytest.mark.parametrize("case", LABELLED, ids=range(len(LABELLED)))
def test_labelled_lines(case: Labelled) -> None:
    assert fields(document(case.text)) == case.fields


def test_labelled_cases_are_all_there() -> None:
    assert len(LABELLED) == 8


def test_three_labelled_lines_in_a_row_are_one_record() -> None:
    doc = document(f"{LONG}\n\nLead: Casa Aperta\nFund: AMIF\nBudget: 12 000 EUR\n\n{LONG}\n")
    assert [len(b.fields) for b in records(doc)] == [3]


def test_a_long_value_is_prose_as_well() -> None:
    doc = document(f"{LONG}\n\nObjective: {LONG}\n")
    assert fields(doc) == [("Objective", LONG)]
    assert shown(doc, "prose") == [LONG, LONG]


def test_headings_of_every_sort() -> None:
    doc = document(
        f"# Lantern\n\n{LONG}\n\n## Who pays ##\n\n{LONG}\n\n**Where it works**\n{LONG}\n\nOur partners\n============\n{LONG}\n\n"
        f"2.1. What comes next\n\n{LONG}\n\nTHE END OF IT\n\n{LONG}\n\nA quiet line\n\n{LONG}\n"
    )
    assert shown(doc, "title") == ["Lantern"] and doc.title == "Lantern"
    assert shown(doc, "heading") == [
        "Who pays",
        "Where it works",
        "Our partners",
        "2.1. What comes next",
        "THE END OF IT",
        "A quiet line",
    ]
    assert len(shown(doc, "prose")) == 7


def test_a_lead_paragraph_in_bold_print_is_no_heading() -> None:
    lead = "Since last spring the harbour has worked with the Kredo Foundation. The foundation has made an app for newcomers."
    for mark in ("**", "__"):
        doc = document(f"# Lantern\n\n{mark}{lead}{mark}\n\n{LONG}\n\n{mark}Nobody is left behind.{mark}\n\n{LONG}\n")
        assert [t.strip("*_") for t in shown(doc, "prose")] == [lead, LONG, LONG]
        assert shown(doc, "heading") == ["Nobody is left behind."]


def test_headings_may_cling_to_their_signs_but_a_tag_is_none() -> None:
    doc = document(f"# Lantern\n\n{LONG}\n\n##Who pays\n\n{LONG}\n\n####Aims\n\n{LONG}\n\n#newcomers #harbour\n")
    assert shown(doc, "heading") == ["Who pays", "Aims"]


def test_front_matter_that_is_never_closed() -> None:
    doc = document(f"---\ntitle: Lantern\npartner: Kredo Foundation\ntext: >-\n  {LONG}\n")
    assert fields(doc)[:2] == [("title", "Lantern"), ("partner", "Kredo Foundation")]
    assert LONG in shown(doc, "prose")
    assert not records(document(f"---\n\nLantern has begun. {LONG}\n"))


def test_a_heading_with_a_colon_is_a_heading() -> None:
    doc = document(f"Autumn Conference in Fiorita (II): Families and their Children\n{LONG}\n")
    assert doc.title == "Autumn Conference in Fiorita (II): Families and their Children"
    assert not records(doc)


def test_wrapped_lines_are_one_paragraph_and_page_furniture_is_none() -> None:
    page = "\n".join(
        [
            "The Lantern project began with a question that nobody in the",
            "town could answer, and so the council asked the people who",
            "had come there from other countries what they needed most.",
            "",
            "{page} | Yearly Review 2030",
            "",
            "They said that it was a place to meet. The council found a",
            "house for them near the river, and paid for its repair in the",
            "first year of the project, together with Kredo Foundation.",
            "",
        ]
    )
    doc = document("Yearly Review 2030\n\n" + "\n".join(page.format(page=n) for n in (2, 3, 4)))
    assert doc.title == "Yearly Review 2030"
    assert len(shown(doc, "prose")) == 6
    assert len(shown(doc, "boilerplate")) == 3


@pytest.mark.parametrize("number", ["2 / 3", "Page 2/3", "sida 2 (3)", "- 2 -"])
def test_which_page_it_is_stands_apart(number: str) -> None:
    assert shown(document(f"{LONG}\n\n{number}\n\n{LONG}\n"), "boilerplate") == [number]


def test_a_number_below_its_label_is_a_value() -> None:
    assert not shown(document(f"{LONG}\n\nPart:\n1/2\n\n{LONG}\n"), "boilerplate")


def test_footnotes_stand_apart() -> None:
    doc = document(
        f"{LONG}\n\n{' ' * 40}\n1 As the council defines the word in its plan.\nIt is a long note.\n\n{LONG}\n".replace(
            "\n\n" + LONG, "\n7\n" + LONG
        )
    )
    assert shown(doc, "boilerplate")[0].startswith("1 As the council defines")
    assert len(shown(doc, "prose")) == 2


def test_lines_of_a_scraped_page_are_paragraphs_and_inline_breaks_are_none() -> None:
    doc = document(f"{LONG}\n{LONG}\nThe house was paid for by the\nKredo Foundation\n, and by the town.\n{LONG}\n")
    assert shown(doc, "prose") == [
        LONG,
        LONG,
        "The house was paid for by the Kredo Foundation , and by the town.",
        LONG,
    ]


def test_menus_and_their_glued_teasers() -> None:
    doc = document(
        "-\nAbout us\nAbout usThe Kredo Foundation has worked in the town since 1999 and employs ten people.\nTeam\nTeam\nContact\nContact\n-\n"
        f"- News\n- Events\n- Take part\nA house by the river\n{LONG}\n"
    )
    assert shown(doc, "prose") == [
        "The Kredo Foundation has worked in the town since 1999 and employs ten people.",
        LONG,
    ]
    assert shown(doc, "title") == ["A house by the river"]
    assert "Take part" in " ".join(shown(doc, "navigation"))


def test_breadcrumbs_and_pictures_are_navigation() -> None:
    doc = document(f"Home / Our work / Lantern\n\nLantern\n\n{LONG}\n\n![A house](a.png)\n")
    assert shown(doc, "navigation") == ["Home / Our work / Lantern", "![A house](a.png)"]


def test_numbered_lines_in_a_row_are_a_list() -> None:
    text = "Intro to the list of those who work here.\n\n  1. Kredo House leading\n  2. The long name of a body that nobody would ever take for a heading at all\n  3. Omnia House\n"
    assert shown(document(text), "heading") == []


def test_bullets_of_every_sort() -> None:
    marks = ["•", "-", "*", "\uf0b7", "–", "1.", "2)", "a)"]
    doc = document(
        LONG + "\n\n" + "\n".join(f"{mark} teaches the people of the town what they want to know;" for mark in marks)
    )
    assert shown(doc, "item") == ["teaches the people of the town what they want to know;"] * len(marks)


def test_a_pipe_table_is_a_record_a_row() -> None:
    doc = document(f"{LONG}\n\n| Project | Lead |\n|---|:--|\n| Lantern | Casa Aperta |\n| Beacon | |\n\n{LONG}\n")
    assert fields(doc) == [("Project", "Lantern"), ("Lead", "Casa Aperta"), ("Project", "Beacon")]
    assert [b.about for b in records(doc)] == ["row", "row"]


def test_markup_in_text_leaves_offsets_alone() -> None:
    text = (
        f"---\ntitle: T\n---\n<h2>Who pays</h2>\n<p>{LONG}</p><ul><li>one thing</li><li>another <b>thing</b></li></ul>"
    )
    doc = document(text)
    assert len(doc.text) == len(text)
    assert shown(doc, "heading") == ["Who pays"] and shown(doc, "item") == ["one thing", "another thing"]


@pytest.mark.parametrize(("text", "words"), [
    ("The [Lantern](https://lantern.example/a_(b)) project of [Kredo](https://k.example 'Kredo').", "The Lantern project of Kredo."),
    ("Run by [Kredo][1] in Malta[^2].\n\n[1]: https://kredo.example\n", "Run by Kredo in Malta."),
    ("A list [of things] (with a bracket) and [another] one.", "A list [of things] (with a bracket) and [another] one."),
])
def test_of_links_the_words_stay(text: str, words: str) -> None:
    assert shown(document(text), "prose") == [words]


def test_a_byline_gives_the_date() -> None:
    doc = document(f"4 May 2015\n\nby the press office\n\nA house by the river\n\n{LONG}\n")
    assert (doc.published, doc.title) == ("2015-05-04", "A house by the river")


def test_code_and_comments_are_set_aside() -> None:
    doc = document(f"{LONG}\n\n```\nlead: nobody\n```\n\n<!-- lead: nobody -->\n{LONG}\n")
    assert not fields(doc) and len(shown(doc, "prose")) == 2


def test_a_number_below_a_label_is_its_value_and_no_page_number() -> None:
    doc = document("Lantern\n\nLead:\nCity of Goldau\nPeople reached:\n200\nPeriod:\n2019-01-15 - 2021-11-30\nGoal:\n2\nStatus:\nclosed\n")
    assert fields(doc) == [
        ("Lead", "City of Goldau"), ("People reached", "200"), ("Period", "2019-01-15 - 2021-11-30"), ("Goal", "2"), ("Status", "closed"),
    ]


def test_lines_below_a_label_are_each_a_value_of_it() -> None:
    doc = document(f"Lantern\n\n{LONG}\n\nPartners:\nCity of Goldau\nOpen House\n\nAbout us\n{LONG}\n")
    assert fields(doc) == [("Partners", "City of Goldau"), ("Partners", "Open House")]


def test_a_line_that_heads_the_text_below_is_no_value_of_the_label_above() -> None:
    doc = document(f"Lantern\n\n{LONG}\n\nPartners:\nCity of Goldau\nOpen House\nAbout us\n{LONG}\n")
    assert fields(doc) == [("Partners", "City of Goldau"), ("Partners", "Open House")]
    assert "About us" in shown(doc, "heading")


def test_a_label_is_no_value_of_the_label_above_it() -> None:
    doc = document("Lantern\n\nRemarks:\nLead:\nCity of Goldau\n")
    assert ("Lead", "City of Goldau") in fields(doc) and "Remarks" not in {label for label, _ in fields(doc)}


@pytest.mark.parametrize("line", ["18. maja 2017 se je začel projekt.", "1. června 2021 začal projekt pro cizince."])
def test_a_day_of_a_month_is_no_number_of_a_list(line: str) -> None:
    assert [b.kind for b in document(f"{LONG}\n\n{line}\n").blocks][-1] == "prose"


def test_a_row_of_short_words_set_wide_apart_is_a_menu() -> None:
    text = "Home  Wie wij zijn  Projecten  Partners  Word vrijwilliger\n\nHet project LANTAARN helpt gezinnen.\n"
    kinds = [block.kind for block in document(text).blocks]
    assert kinds[0] == "navigation"
    assert kinds[-1] == "prose"


def test_arrows_mark_items() -> None:
    text = "Wie betaalt\n\n» Gemeente Gouda\n» Kredo Fonds\n→ Stichting Omnia\n"
    assert [block.kind for block in document(text).blocks][1:] == ["item"] * 3


def test_a_backslash_that_breaks_a_line_of_markdown_is_no_text() -> None:
    document = read_bytes(b"# Open Doors\n\nAcronym: LANTERN\\\nFunding: AMIF \\\nCountry: Malta\n", "a.md", "text/markdown")
    values = [document.text[f.value.start : f.value.end] for block in document.blocks for f in block.fields]
    assert values == ["LANTERN", "AMIF", "Malta"]
