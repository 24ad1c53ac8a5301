"""Menus go, but the line that says whose site it is stays."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import facts

PAGE = """Skip to content
Harbour Welcome Network
Home
About us
Our services
Volunteer
News
DONATE

Kettle On

Kettle On is a project for refugee women who have a cup of tea with us every Tuesday. We began the project with four women in 2018, and we run it in the hall.

The Kettle On project is supported by the Kredo Trust.

You might also like
> Meet our new trustees
> Annual review
Harbour Welcome Network is a charity registered in England and Wales (no. 1170000).
Privacy | Safeguarding | Website by Two Rivers Digital
"""


def runners(text: str) -> set[str]:
    return {o for s, p, o in facts(extract(read_bytes(text.encode(), "page.txt", "text/plain"))) if p == "implementedBy"}


def test_the_site_s_name_at_head_and_foot_says_who_we_are() -> None:
    assert runners(PAGE) == {"Harbour Welcome Network"}


@pytest.mark.parametrize("text", [
    PAGE.replace("Harbour Welcome Network is a charity", "It is a charity"),
    PAGE.replace("Harbour Welcome Network\nHome", "Welcome\nHome"),
])
def test_a_name_in_one_place_says_nothing(text: str) -> None:
    assert not runners(text)
