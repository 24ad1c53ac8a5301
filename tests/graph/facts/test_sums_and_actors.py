"""Amounts right behind a funder, funds that a code names, and groups that only act."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text"), [
    ("it", "Il progetto LANTERNA è finanziato dalla Fondazione Kredo per 40.000 euro."),
    ("es", "El proyecto LINTERNA está financiado por la Fundación Kredo con 40.000 euros."),
    ("en", "The LANTERN project is funded by the Kredo Foundation with EUR 40,000."),
])
def test_an_amount_right_behind_a_funder_is_the_budget(language: str, text: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "budget")} == {"40000 EUR"}


def test_an_amount_further_on_or_one_of_two_is_not() -> None:
    assert not facts(read("The LANTERN project is funded by the Kredo Foundation, and a picture was sold for EUR 40,000.", "en"), "budget")


def test_a_code_names_the_fund_that_the_document_names() -> None:
    text = "O projeto PT/2022/FAMI/501 - Radar, da Fundação Kredo, tem como objetivo ajudar refugiados."
    fund = "O Fundo para o Asilo, a Migração e a Integração (FAMI) aprovou candidaturas. "
    assert any(p == "fundedBy" for _, p, _ in facts(read(fund + text, "pt")))
    assert not any(p == "fundedBy" for _, p, _ in facts(read(text.replace("FAMI", "XYZ"), "pt")))


def test_who_is_only_mentioned_further_on_is_not_served() -> None:
    near = "Il progetto LANTERNA sostiene gli insegnanti."
    far = "Il progetto LANTERNA sostiene con pazienza chi cerca lavoro vero presso insegnanti."
    assert {o for _, _, o in facts(read(near, "it"), "targets")} == {"teachers"}
    assert not facts(read(far, "it"), "targets")


def test_who_is_introduced_as_a_partner_does_not_run_the_project() -> None:
    text = "O projeto LANTERNA foi executado pela nossa associação em parceria com a Fundação Kredo."
    assert not facts(read(text, "pt"), "implementedBy")
    assert facts(read(text, "pt"), "hasPartner") == {("LANTERNA", "hasPartner", "Fundação Kredo")}


def test_paid_by_a_fund_and_run_by_a_body() -> None:
    text = "LANTERNA é um projeto de formação, financiado pelo FAMI e coordenado pela Universidade Kredo."
    assert {o for _, _, o in facts(read(text, "pt"), "implementedBy")} == {"Universidade Kredo"}
