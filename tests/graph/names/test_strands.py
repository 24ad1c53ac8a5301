"""Strands of known funds beside a noun for programmes, and projects behind a fund's name."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("text", "language"), [
    ("El proyecto LINTERNA forma parte del programa Erasmus+ Capacity Building for Higher Education.", "es"),
    ("Il progetto LANTERNA rientra nel programma Erasmus+ Sport e sostiene i rifugiati.", "it"),
    ("O projeto LANTERNA insere-se no programa Erasmus+ Parcerias Estratégicas e apoia refugiados.", "pt"),
    ("The LANTERN project is part of the Erasmus+ Strategic Partnerships programme.", "en")])
def test_a_strand_beside_the_noun_is_the_fund_and_no_project(text: str, language: str) -> None:
    reading = read(text, language)
    assert {o for _, _, o in facts(reading, "fundedBy")} == {"Erasmus+"}
    assert len([e for e in reading.entities if e.kind == "Project"]) == 1


@pytest.mark.parametrize(("text", "language", "name"), [
    ("Il progetto FAMI Passi nuovi, realizzato da Omnia Onlus, sostiene i rifugiati.", "it", "Passi nuovi"),
    ("Le projet FAMI Pas nouveaux est porté par l'association Omnia.", "fr", "Pas nouveaux"),
    ("El proyecto FAMI Nuevos Pasos está coordinado por la Asociación Omnia.", "es", "Nuevos Pasos"),
    ("O projeto FAMI Novos Passos é promovido pela Associação Omnia.", "pt", "Novos Passos")])
def test_a_fund_before_a_projects_name_is_no_part_of_it(text: str, language: str, name: str) -> None:
    reading = read(text, language)
    project, = [e for e in reading.entities if e.kind == "Project"]
    assert project.names[0].text == name
    assert {o for _, _, o in facts(reading, "fundedBy")} == {"FAMI"} and facts(reading, "implementedBy")
    assert not facts(reading, "managedBy")


def test_a_fund_and_a_country_name_no_project() -> None:
    assert not [e for e in read("Il progetto FAMI Italia è realizzato da Omnia Onlus.", "it").entities if e.kind == "Project"]


@pytest.mark.parametrize(("text", "language", "fund"), [
    ("Il progetto LANTERNA è finanziato a valere sull'OS 2 – Migrazione legale – Misura di attuazione 2.d del FAMI.", "it", "FAMI"),
    ("Le projet LANTERNE est soutenu par l'Axe 3 du Fonds social européen.", "fr", "Fonds social européen"),
    ("The LANTERN project is co-funded by Priority Axis 9 of the European Social Fund.", "en", "European Social Fund"),
    ("Il progetto LANTERNA è cofinanziato dall'Unione europea (FEI, Azione 9 / Annualità 2013).", "it", "FEI")])
def test_a_part_of_a_fund_is_no_body(text: str, language: str, fund: str) -> None:
    """The fund pays, and none of its objectives, axes, measures or years."""
    found = {o for _, _, o in facts(read(text, language), "fundedBy")}
    assert fund in found and found <= {fund, "Unione europea"}


@pytest.mark.parametrize(("text", "language"), [
    ("Projektet LYKTA får 300 000 kronor från utgiftsområde 8 Lanternor.", "sv"),
    ("The LANTERN project is co-funded by priority 3 Lanterns.", "en"),
    ("El proyecto LINTERNA está financiado por la medida 2 Linternas.", "es")])
def test_the_title_of_a_numbered_part_is_no_body(text: str, language: str) -> None:
    assert not facts(read(text, language), "fundedBy")
    body = text.replace("utgiftsområde 8 ", "").replace("priority 3 ", "").replace("la medida 2 ", "")
    assert len(facts(read(body, language), "fundedBy")) == 1
