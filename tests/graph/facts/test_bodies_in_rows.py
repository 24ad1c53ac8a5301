"""Bodies of one row, each with its own part: towns, legal forms, partners behind leaders, who is served behind who serves."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text", "runs", "joins"), [
    ("en", "The Lantern project is led by the Kredo Foundation in partnership with the City of Porto, Omnia Ltd and Lumen Trust.", {"Kredo Foundation"}, {"City of Porto", "Omnia Ltd", "Lumen Trust"}),
    ("de", "Im Projekt Laterne arbeiten die Kredo Stiftung, die Stadt Bonn und Omnia e.V. zusammen.", {"Kredo Stiftung", "Stadt Bonn", "Omnia e.V."}, set()),
    ("it", "Al via il progetto \"Lanterna\": capofila la Fondazione Kredo, partner Omnia Srl e Fondazione Lumen.", {"Fondazione Kredo"}, {"Omnia Srl", "Fondazione Lumen"}),
    ("de", "Mit dem Projekt „Laterne“ unterstützt die Kredo Stiftung Geflüchtete in Bonn.", {"Kredo Stiftung"}, set()),
    ("en", "Within the Lantern project, Kredo Foundation supports refugees.", {"Kredo Foundation"}, set()),
    ("pl", "W ramach projektu „Latarnia” Fundacja Kredo wspiera uchodźców.", {"Fundacja Kredo"}, set()),
    ("it", "Nell'ambito del progetto Lanterna, la Fondazione Kredo aiuta i rifugiati.", {"Fondazione Kredo"}, set()),
    ("de", "Tunesische Migranten, die heimkehren, werden durch das Programm „Laterne“ unterstützt.", set(), set()),
])
def test_each_body_has_its_own_part(language: str, text: str, runs: set[str], joins: set[str]) -> None:
    found = read(text, language)
    assert {o for _, _, o in facts(found, "implementedBy")} == runs
    assert {o for _, _, o in facts(found, "hasPartner")} == joins


@pytest.mark.parametrize(("language", "text", "payer"), [
    ("de", "Die Stadt Bonn startet „Laterne“, ein Angebot für Geflüchtete, gefördert vom Omnia-Verein.", "Omnia-Verein"),
    ("es", "La Fundación Kredo recibió 50.000 euros de la Junta de Omnia para su proyecto «Linterna».", "Junta de Omnia")])
def test_who_starts_or_receives_does_not_pay_and_who_pays_does_not_run(language: str, text: str, payer: str) -> None:
    found = read(text, language)
    assert {o for _, _, o in facts(found, "fundedBy")} == {payer}
    assert payer not in {o for _, _, o in facts(found, "implementedBy")}
