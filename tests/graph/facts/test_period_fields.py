"""A single date in a period field is the beginning or the end, as the words beside it say."""
from __future__ import annotations

import pytest

from graph.facts.period_fields import dates_of
from graph.marking.language import language

CASES = [
    ("en", "36 months (starting January 2020)", {"startDate": "2020-01"}), ("en", "since 2019", {"startDate": "2019"}),
    ("en", "until 31 May 2021", {"endDate": "2021-05-31"}), ("en", "May 2019", {}), ("en", "24 months", {}),
    ("it", "36 mesi a partire dal 1° gennaio 2020", {"startDate": "2020-01-01"}), ("it", "fino al 31 maggio 2021", {"endDate": "2021-05-31"}),
    ("fr", "36 mois à compter du 1er janvier 2020", {"startDate": "2020-01-01"}), ("fr", "jusqu'au 31 mai 2021", {"endDate": "2021-05-31"}),
    ("de", "36 Monate ab 1. Januar 2020", {"startDate": "2020-01-01"}), ("de", "bis Mai 2021", {"endDate": "2021-05"}),
    ("pl", "36 miesięcy (od 1 lutego 2024)", {"startDate": "2024-02-01"}), ("es", "24 meses, enero de 2020", {"startDate": "2020-01"}),
    ("it", "dal maggio 2019 al giugno 2021", {"startDate": "2019-05", "endDate": "2021-06"}),
]


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_which_end_a_date_is(code: str, text: str, expected: dict[str, str]) -> None:
    """ "From", "until" and the length of the whole tell; a date alone tells nothing."""
    known = language(code)
    assert {prop: value.text for prop, value in dates_of("period", text, known.values, known.lexicon)} == expected
