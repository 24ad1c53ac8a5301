"""Lines that announce a list: "the project" alone says nothing of what follows, and long lines in small letters name no body."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.marking.announced import announced
from graph.marking.language import language
from graph.reading import read_bytes
from tests.small_documents import facts


@pytest.mark.parametrize(("code", "line", "name"), [
    ("en", "The project is funded by", "fundedBy"), ("de", "Das Projekt wird gefördert von", "fundedBy"),
    ("mt", "X’ried jagħmel il-proġett", None), ("en", "What we wanted of the project", None),
])
def test_what_a_line_announces(code: str, line: str, name: str | None) -> None:
    assert announced(language(code), line) == name


def test_what_a_project_is_to_do_pays_for_nothing() -> None:
    text = (
        "Il-proġett LEI jgħin lill-migranti f'Malta.\n\nX’ried jagħmel il-proġett:\n\n"
        "  • Jgħin biex l-istrateġija nazzjonali dwar l-integrazzjoni titwettaq fil-prattika.\n"
        "  • Iqis kif inhuma s-servizzi pubbliċi għall-migranti u jagħti rakkomandazzjonijiet.\n"
    )
    assert not facts(extract(read_bytes(text.encode(), "page.txt", "text/plain")), "fundedBy")


def test_bodies_below_such_a_line_pay() -> None:
    text = "The Lantern project helps refugees.\n\nThe project is funded by:\n\n  • Kredo Foundation\n  • Omnia Institute\n"
    assert len(facts(extract(read_bytes(text.encode(), "page.txt", "text/plain")), "fundedBy")) == 2
