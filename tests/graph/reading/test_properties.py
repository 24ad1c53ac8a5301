"""What holds for every text that can be read, however strange."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Block, Document, Span
from graph.reading import FORMATS, ReadingError, read_bytes

PIECES = st.sampled_from(
    [
        "---\n",
        "title: A\n",
        "- one\n",
        "• two\n",
        "| a | b |\n",
        "|---|---|\n",
        "# H\n",
        "**B**\n",
        "Lead: Casa\n",
        "Label:\n",
        "\n",
        "\n\n",
        "a,b,c\n",
        "1\n",
        " " * 30 + "\n",
        "1 Note\n",
        "```\n",
        "The house is open. It is old.\n",
        "and goes on\n",
        "A / B / C\n",
        "<p>x</p>",
        "<table><tr><td>",
        "</td></tr>",
        "<li>",
        "</nav>",
        "<dt>",
        '"q',
        '{"a": [1, "b"]}',
        "é",
        "\u200b",
        "\ud7ff",
        "ﬁ",
        "\U0001f600",
        "مشروع\n",
        "key: >-\n",
        "  x: |\n",
        "\t",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=200))


def inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def check(document: Document) -> None:
    size = len(document.text)
    outer: list[Block] = []
    last = Span(0, 0)
    for block in document.blocks:
        assert 0 <= block.span.start < block.span.end <= size
        assert block.span.start >= last.start, "blocks are in order"
        assert (block.kind == "record") == (block.about is not None) == bool(block.fields)
        for field in block.fields:
            assert inside(field.value, block.span) and field.value.start < field.value.end
            assert field.label_span is None or field.label_span.end <= size
        if block.kind == "record":
            outer.append(block)
        elif block.kind != "title":
            holders = [record for record in outer if record.span.end > block.span.start]
            assert all(inside(block.span, record.span) for record in holders), (
                "only a record's own prose lies in a record"
            )
            assert block.span.start >= last.end or holders
        last = Span(block.span.start, max(last.end, block.span.end))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(sorted(set(FORMATS.values()))))
def test_spans_lie_inside_the_text_and_blocks_in_order(text: str, media_type: str) -> None:
    try:
        document = read_bytes(text.encode("utf-8", "surrogatepass"), "x", media_type)
    except ReadingError:
        return
    check(document)
    assert document == read_bytes(text.encode("utf-8", "surrogatepass"), "x", media_type)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(sorted(set(FORMATS.values()))))
def test_any_bytes_are_read_or_refused_in_words(data: bytes, media_type: str) -> None:
    try:
        check(read_bytes(data, "x", media_type))
    except ReadingError as error:
        assert error.cause and error.remedy
