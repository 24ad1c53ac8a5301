"""Which format a client gets."""

from __future__ import annotations

import pytest

from serving.negotiation import choose, parse_accept

OFFERED = ("text/html", "text/turtle", "application/ld+json")


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        (None, "text/html"),
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle ; Q=1", "text/turtle"),
        ("application/*", "application/ld+json"),
        ("text/*;q=0.5, text/turtle;q=0.6", "text/turtle"),
        ("text/*, text/html;q=0", "text/turtle"),
        ("*/*;q=0.1, application/ld+json;q=0.2", "application/ld+json"),
        ("application/json", "application/ld+json"),
        ("text/html;q=0.5, application/json;q=0.9", "application/ld+json"),
        ("image/png", ""),
        ("text/turtle;q=0", ""),
        ("text/turtle;q=nan, text/html;q=inf", "text/html"),
        ("text/turtle;q=-1", ""),
        (";;;,,,=q", ""),
    ],
)
def test_choose(header: str | None, chosen: str) -> None:
    assert choose(header, OFFERED, {"application/json": "application/ld+json"}) == chosen


def test_long_headers_are_cut_short() -> None:
    assert len(parse_accept("a/b," * 100_000)) == 64
