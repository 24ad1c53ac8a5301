"""Headings of parts of a page or plan, boxes of facts, and names in sentence case that a sentence opens with."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Reading
from graph.reading import read
from tests.small_documents import facts
from tests.small_documents import read as read_text

BOXES = [
    ("Brückenbau im Quartier", "Das Projekt hilft Geflüchteten in der Stadt. Das Projekt bietet Kurse.", "Projektdaten", "Leadpartner: Kredo Stiftung\nLaufzeit: März 2025 – Februar 2028\nFördergeber: AMIF"),
    ("Building Bridges in Town", "The project helps refugees in the city. The project offers courses.", "Key facts", "Lead partner: Kredo Foundation\nDuration: March 2025 – February 2028\nDonor: AMIF"),
    ("Building Bridges in Town", "The project helps refugees in the city. The project offers courses.", "WP1 Coordination", "Lead partner: Kredo Foundation\nDuration: March 2025 – February 2028\nDonor: AMIF"),
    ("Ponti in città", "Il progetto aiuta i rifugiati della città. Il progetto offre corsi.", "Scheda tecnica", "Capofila: Fondazione Kredo\nDurata: marzo 2025 – febbraio 2028\nFinanziamento: FAMI"),
    ("Puentes en la ciudad", "El proyecto ayuda a los refugiados de la ciudad. El proyecto ofrece cursos.", "Datos básicos", "Coordinador: Fundación Kredo\nDuración: marzo 2025 – febrero 2028\nFinanciación: FAMI"),
    ("Des ponts dans la ville", "Le projet aide les réfugiés de la ville. Le projet propose des cours.", "Repères", "Chef de file : Fondation Kredo\nDurée : mars 2025 – février 2028\nFinancement : FAMI"),
    ("Bruggen in de stad", "Het project helpt vluchtelingen in de stad. Het project biedt cursussen.", "Projectgegevens", "Penvoerder: Stichting Kredo\nLooptijd: maart 2025 – februari 2028\nFinanciering: AMIF"),
    ("Broar i staden", "Projektet hjälper flyktingar i staden. Projektet erbjuder kurser.", "Projektuppgifter", "Projektägare: Stiftelsen Kredo\nProjekttid: mars 2025 – februari 2028\nFinansiering: AMIF"),
    ("Siltoja kaupungissa", "Hanke auttaa pakolaisia kaupungissa. Hanke tarjoaa kursseja.", "Perustiedot", "Koordinaattori: Kredo-säätiö\nKesto: maaliskuu 2025 – helmikuu 2028\nRahoitus: AMIF"),
]


def page(folder: Path, text: str) -> Reading:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return extract(read(folder / "a.txt", "a.txt"))


@pytest.mark.parametrize(("title", "text", "box", "labels"), BOXES)
def test_the_heading_of_a_box_names_no_project(tmp_path: Path, title: str, text: str, box: str, labels: str) -> None:
    found = facts(page(tmp_path, f"{title}\n\n{text}\n\n{box}\n{labels}\n"), "implementedBy")
    assert {s for s, _, _ in found} == {title} and found


def test_a_section_about_a_project_is_none(tmp_path: Path) -> None:
    text = "New Roots Leeds\n\nAbout New Roots\nNew Roots Leeds is a programme for refugees. It is run by Kredo Aid. New Roots helps newcomers.\n"
    assert {s for s, p, _ in facts(page(tmp_path, text)) if p == "implementedBy"} == {"New Roots Leeds"}


@pytest.mark.parametrize(("language", "text", "name", "body"), [
    ("en", "Kitchen without borders is a project by Leeds City Council that helps refugees.", "Kitchen without borders", "Leeds City Council"),
    ("nl", "Samen op Stap is een project van Stad Lokeren. Het project helpt nieuwkomers.", "Samen op Stap", "Stad Lokeren"),
    ("fr", "Un pas vers l'emploi est un projet de la Ville de Lyon. Le projet aide les réfugiés.", "Un pas vers l'emploi", "Ville de Lyon"),
    ("it", "Porte aperte in città è un progetto del Comune di Bari. Il progetto aiuta i rifugiati.", "Porte aperte in città", "Comune di Bari"),
    ("pl", "Razem w klasie to projekt Fundacji Kredo. Projekt pomaga uchodźcom.", "Razem w klasie", "Fundacja Kredo"),
    ("cs", "Spolu ve škole je projekt Nadace Kredo. Projekt pomáhá uprchlíkům.", "Spolu ve škole", "Nadace Kredo"),
    ("el", "Γλώσσα και Γειτονιά είναι ένα έργο του Δήμου Πατρέων. Το έργο βοηθά πρόσφυγες.", "Γλώσσα και Γειτονιά", "Δήμος Πατρέων"),
])
def test_a_name_in_sentence_case_is_a_project_where_it_is_somebody_s(language: str, text: str, name: str, body: str) -> None:
    assert (name, "implementedBy", body) in facts(read_text(text, language))


def test_in_a_town_nothing_is_called_so() -> None:
    assert not facts(read_text("In Leeds is a project of the Kredo Foundation.", "en"), "implementedBy")


def test_who_runs_a_programme_is_no_programme(tmp_path: Path) -> None:
    text = "Linterna\n\nEl proyecto Linterna ayuda a refugiados. Lo financia el FAMI.\n\nContacto\nResponsable del programa: Marta Escartín\n"
    assert {s for s, _, _ in facts(page(tmp_path, text))} == {"Linterna"}


def test_the_bodies_of_a_section_about_partners_are_partners(tmp_path: Path) -> None:
    text = (
        "New Roots Leeds\n\nNew Roots Leeds is a programme for refugees. It is run by Kredo Aid.\n\nOur partners\n"
        "Leeds College runs the English classes. Omnia Advice Leeds gives advice on housing. The Vega Forum, a local charity, trains volunteers.\n"
    )
    partners = {o for _, p, o in facts(page(tmp_path, text)) if p == "hasPartner"}
    assert partners == {"Leeds College", "Omnia Advice Leeds", "Vega Forum"}


def test_funders_beside_a_fund_whose_name_holds_commas(tmp_path: Path) -> None:
    text = "Lanterne\n\nLe projet Lanterne aide les réfugiés.\n\nPériode : 2022 – 2025\nFinanceurs : Fonds Asile, Migration et Intégration (FAMI), Préfecture de la Loire, Ville de Nantes\n"
    found = {o for _, p, o in facts(page(tmp_path, text)) if p == "fundedBy"}
    assert {"Préfecture de la Loire", "Ville de Nantes"} < found and len(found) == 3


@pytest.mark.parametrize("text", [
    "Kredo Foundation                    Annual report 2029\n\nThe Lantern project helps refugees. We run the Lantern project in three towns.\n",
    "Lantern\n\nThe Lantern project helps refugees. In the Lantern project we train 40 women.\n\n© Kredo Foundation 2030\n",
    "Lantern\n\nThe Lantern project helps refugees. In the Lantern project we train 40 women.\n\nKredo Foundation, 5 Mill Lane, Leeds\n",
])
def test_who_says_we_runs_the_project(tmp_path: Path, text: str) -> None:
    assert "Kredo Foundation" in {o for _, p, o in facts(page(tmp_path, text)) if p == "implementedBy"}
