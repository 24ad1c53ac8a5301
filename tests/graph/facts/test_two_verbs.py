"""Sentences with two verbs behind their agents: "by A financed and by B led"."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

A, B = "Stichting Omnia", "Stichting Kredo"


@pytest.mark.parametrize("text", [
    "Het project Lantaarn wordt door Stichting Omnia gefinancierd en door Stichting Kredo geleid.",
    "Het project Lantaarn wordt door Stichting Kredo geleid en door Stichting Omnia gefinancierd.",
])
def test_each_agent_has_its_own_verb(text: str) -> None:
    found = facts(read(text, "nl"))
    assert {("Lantaarn", "fundedBy", A), ("Lantaarn", "implementedBy", B)} <= found
    assert not {("Lantaarn", "implementedBy", A), ("Lantaarn", "fundedBy", B)} & found


@pytest.mark.parametrize(("text", "property", "bodies"), [
    ("Das Projekt Laterne wird von der Stiftung Omnia gefördert und vom Verein Kredo durchgeführt.", "implementedBy", {"Verein Kredo"}),
    ("Das Projekt Laterne wird von der Stiftung Omnia gefördert und durchgeführt.", "implementedBy", {"Stiftung Omnia"}),
    ("Das Projekt Laterne wird von der Stiftung Omnia und vom Verein Kredo durchgeführt.", "implementedBy", {"Stiftung Omnia", "Verein Kredo"}),
])
def test_a_verb_belongs_to_those_before_it(text: str, property: str, bodies: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, "de"), property)} == bodies


@pytest.mark.parametrize("name", ["Open Doors", "OPENDOORS"])
def test_what_is_both_paid_for_and_run_is_a_project(name: str) -> None:
    found = facts(read(f"{name} is funded by the Omnia Trust and run by the Kredo Foundation."))
    assert {(name, "fundedBy", "Omnia Trust"), (name, "implementedBy", "Kredo Foundation")} <= found


def test_what_is_only_paid_for_may_be_a_body() -> None:
    assert not facts(read("Open Doors is funded by the Omnia Trust. It is a shop."), "fundedBy")


@pytest.mark.parametrize(("language", "text", "payer"), [
    ("es", "La Asociación Kredo ha obtenido una subvención de la Fundación Omnia para su proyecto Linterna.", "Fundación Omnia"),
    ("fr", "L'association Kredo a obtenu une subvention de la Fondation Omnia pour son projet Lanterne.", "Fondation Omnia"),
    ("pt", "A Associação Kredo obteve um financiamento da Fundação Omnia para o seu projeto Lanterna.", "Fundação Omnia"),
    ("it", "La cooperativa Kredo ha vinto un bando del Comune di Omnia con il progetto Lanterna.", "Comune di Omnia"),
    ("sv", "Föreningen Kredo har fått stöd från Stiftelsen Omnia för projektet Lyktan.", "Stiftelsen Omnia"),
])
def test_who_gives_the_grant_does_not_run_the_project(language: str, text: str, payer: str) -> None:
    found = {(p, o) for _, p, o in facts(read(text, language))}
    assert ("fundedBy", payer) in found and ("implementedBy", payer) not in found


def test_who_pays_and_runs_does_both() -> None:
    found = {(p, o) for _, p, o in facts(read("The Lantern project is financed by the Kredo Foundation, which also runs the project."))}
    assert ("fundedBy", "Kredo Foundation") in found


@pytest.mark.parametrize(("language", "text"), [
    ("de", "Der Verein Kredo hat das Projekt Neue Wege gestartet, gefördert vom AMIF."),
    ("de", "Der Verein Kredo hat das Projekt „Neue Wege“ gestartet, das vom AMIF gefördert wird."),
    ("en", "The Kredo Foundation has launched the Lantern project, funded by AMIF."),
    ("nl", "Stichting Kredo heeft het project Lantaarn opgezet, gefinancierd door het AMIF."),
    ("nl", "Stichting Kredo is gestart met het project Lantaarn, gefinancierd door het AMIF."),
])
def test_an_auxiliary_has_one_verb(language: str, text: str) -> None:
    """What is said behind the verb has another agent: who has started a project does not fund it."""
    found = facts(read(text, language))
    assert {o for _, p, o in found if p == "fundedBy"} == {"AMIF"}
    assert len({o for _, p, o in found if p == "implementedBy"}) == 1


def test_the_company_between_auxiliary_and_verb_does_nothing() -> None:
    found = facts(read("Der Verein Kredo hat mit der Stadt Bonn das Projekt Neue Wege entwickelt.", "de"), "implementedBy")
    assert found == {("Neue Wege", "implementedBy", "Verein Kredo")}
