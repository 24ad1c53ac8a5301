"""Tables without frames in running text: rows that bars, tabs or semicolons part, below a row that names the columns."""
from __future__ import annotations

import pytest

from graph.reading import read_bytes

ROWS = (("Applicant", "Project", "Grant"), ("Kredo Association", "Open Doors", "12,000 EUR"), ("Omnia Institute", "Lantern", "9,500 EUR"))


def records(text: str) -> list[list[tuple[str, str]]]:
    document = read_bytes(text.encode(), "a.txt", "text/plain")
    return [
        [(f.label, document.text[f.value.start : f.value.end]) for f in block.fields]
        for block in document.blocks if block.about == "row"
    ]


@pytest.mark.parametrize("sign", [" | ", "\t", "; "])
@pytest.mark.parametrize("above", ["Grants of the Kredo Foundation\n\n", "The jury met in May. It chose two projects.\n"])
def test_rows_are_records(sign: str, above: str) -> None:
    text = above + "\n".join(sign.join(row) for row in ROWS) + "\n\nThe next call opens in June.\n"
    assert records(text) == [list(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "Kredo | News\n\nHome | About us | Contact\n\nThe Lantern project began in 2020.\n",
        "Home | About us | Contact\nHome | About us | Contact\n\nThe Lantern project began in 2020.\n",
        "We came; we saw; we stayed\nThey left; nobody wrote; all was quiet\nYears passed; letters came; doors opened\n",
        "The report ends here.\n\nPage 1 | 2020 | Kredo\nPage 2 | 2020 | Kredo\n",
        "Home | About | Projects | Contact\nNews | Press | Jobs | Imprint\nEN | DE | FR | IT\n\nThe rest is to follow.\n",
        "Home | About | Contact\nCall us | Write to us | +39 06 1234\n\nThe rest is to follow.\n",
        "Results.\n\nLantern | 2019 | Ghent\nHarbour | 2020 | Malta\nOrchard | 2021 | Lahti\n",
        "One row | of four | cells\nAnother | of | four | cells 4\n",
    ],
)
def test_menus_and_sentences_are_no_tables(text: str) -> None:
    assert records(text) == []


def test_other_alphabets_have_tables_too() -> None:
    text = "Результати.\n\n№ | Організація | Назва | Сума, грн\n1 | ГО «Кредо» | Маяк | 85 000\n2 | ГО «Омнія» | Порт | 60 000\n"
    assert [[label for label, _ in row] for row in records(text)] == [["№", "Організація", "Назва", "Сума, грн"]] * 2
