"""The code of a project in the value of a field that says who pays for it."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import facts

CODES = [
    ("pt", "O projeto Arrupe acolhe refugiados.\n\nCo-financiamento: FAMI (Fundo, Asilo, Migração e Integração), Candidatura PT/2018/FAMI/365", "PT/2018/FAMI/365"),
    ("en", "The Bridge project helps refugees.\n\nFunded by: AMIF, grant agreement no. 776124", "776124"),
    ("en", "The Bridge project helps refugees.\n\nCo-funded by: AMIF (Project AMIF-2019-AG-INTE-01)", "AMIF-2019-AG-INTE-01"),
    ("de", "Das Projekt „Brücke“ hilft Geflüchteten.\n\nFörderung: AMIF, Förderkennzeichen AM19-1234", "AM19-1234"),
    ("fr", "Le projet « Pont » aide les réfugiés.\n\nFinancement : FAMI – convention n° 18-FAMI-123", "18-FAMI-123"),
    ("it", "Il progetto “Ponte” aiuta i rifugiati.\n\nFinanziamento: FAMI 2014-2020, PROG-2345", "PROG-2345"),
    ("pl", "Projekt „Most dla wszystkich” pomaga uchodźcom.\n\nFinansowanie: FAMI, umowa nr 31/12-2019/OG-FAMI", "31/12-2019/OG-FAMI"),
    ("nl", "Het project ‘Brug’ helpt vluchtelingen.\n\nFinanciering: AMIF, projectnummer 2021-AMIF-045", "2021-AMIF-045"),
]


@pytest.mark.parametrize(("language", "text", "code"), CODES)
def test_the_code_beside_the_fund_is_the_project_s(language: str, text: str, code: str) -> None:
    assert {o for _, _, o in facts(extract(read_bytes(text.encode(), "page.txt", "text/plain")), "code")} == {code}


@pytest.mark.parametrize("text", [
    "The Bridge project helps refugees.\n\nFunded by: AMIF, call for proposals AMIF-2019-AG-CALL",
    "The Bridge project helps refugees.\n\nFunded by: AMIF, PT/2018/FAMI/365 and PT/2018/FAMI/366",
    "The Bridge project helps refugees.\n\nContact: Kredo Foundation, KR-2019-11-04",
])
def test_a_call_s_code_two_codes_and_other_fields_are_not(text: str) -> None:
    assert not facts(extract(read_bytes(text.encode(), "page.txt", "text/plain")), "code")
