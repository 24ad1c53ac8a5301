"""Tables whose cells are parted by bars without edges or a line of dashes."""

from __future__ import annotations

import pytest

from graph.model import Document
from graph.reading import read_bytes

TABLES = {
    "pl": "Lp. | Oferent | Tytuł zadania | Kwota\n1 | Fundacja Kredo | Latarnia | 48 300 zł\n2 | Omnia | Port | 22 000 zł",
    "uk": "№ | Організація | Назва | Сума, грн\n1 | ГО «Кредо» | Маяк | 85 000\n2 | ГО «Омнія» | Порт | 60 000",
    "en": "Applicant | Title | Sum\nKredo Foundation | Lantern | 48,300 EUR\nOmnia | Harbour | 22,000",
}
OTHERS = (
    "Home | About | Projects | Contact\nNews | Press | Jobs | Imprint\nEN | DE | FR | IT",
    "Home | About | Contact\nCall us | Write to us | +39 06 1234",
    "Lantern | 2019 | Ghent\nHarbour | 2020 | Malta\nOrchard | 2021 | Lahti",
)


def read(text: str) -> Document:
    return read_bytes(f"Results of the call.\n\n{text}\n\nThe rest is to follow.\n".encode(), "a.txt", "text/plain")


@pytest.mark.parametrize("language", TABLES)
def test_each_row_is_a_record(language: str) -> None:
    document, rows = read(TABLES[language]), TABLES[language].splitlines()
    found = [b for b in document.blocks if b.kind == "record"]
    assert [document.text[b.span.start : b.span.end] for b in found] == rows[1:]
    assert [f.label for f in found[0].fields] == [label.strip() for label in rows[0].split("|")]


@pytest.mark.parametrize("text", OTHERS)
def test_menus_and_rows_without_labels_are_no_tables(text: str) -> None:
    assert not [b for b in read(text).blocks if b.kind == "record"]
