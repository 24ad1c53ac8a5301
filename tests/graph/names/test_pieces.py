"""The names in the value of a field, end to end: where one ends and the next begins."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.model import Reading
from graph.reading import read_bytes
from tests.small_documents import facts


def page(text: str) -> Reading:
    """What the engine takes from a page in Markdown."""
    return extract(read_bytes(text.encode(), "page.md", "text/markdown"))


@pytest.mark.parametrize(("language", "value", "bodies"), [
    ("it", "Kredo, Omnia e Nuova Terra", {"Kredo", "Omnia", "Nuova Terra"}),
    ("it", "Comune di Lucerno e Fondazione Kredo", {"Comune di Lucerno", "Fondazione Kredo"}),
    ("fr", "KRF, OMNIA et la société civile", {"KRF", "OMNIA"}),
    ("en", "Kredo Foundation, Research and Action, and Omnia", {"Kredo Foundation", "Research and Action", "Omnia"}),
    ("en", "Ministry of Labour and Social Affairs", {"Ministry of Labour and Social Affairs"}),
    ("en", "Research and Action", {"Research and Action"}),
    ("en", "MapBox and Code for Boston", {"MapBox", "Code for Boston"}),
    ("en", "Kredo Foundation, Inc., Omnia, Ltd, Lumen", {"Kredo Foundation, Inc", "Omnia, Ltd", "Lumen"}),
    ("en", "MapBox and the Kredo Foundation", {"MapBox", "Kredo Foundation"}),
    ("de", "Kredo Stiftung und Verein Omnia", {"Kredo Stiftung", "Verein Omnia"}),
    ("en", "KRF - Kredo Refugee Foundation", {"Kredo Refugee Foundation"}),
])
def test_partners_of_a_field(language: str, value: str, bodies: set[str]) -> None:
    label = {"it": "Partner", "fr": "Partenaires", "en": "Partners", "de": "Partner"}[language]
    text = {
        "it": "Il progetto aiuta i rifugiati nella vita di ogni giorno.", "fr": "Le projet aide les réfugiés dans la vie de tous les jours.",
        "en": "The project helps refugees in their everyday life.", "de": "Das Projekt hilft Flüchtlingen in ihrem Alltag.",
    }[language]
    noun = {"it": "Progetto", "fr": "Projet", "en": "Project", "de": "Projekt"}[language]
    assert {o for _, _, o in facts(page(f"# {noun} LANTERN\n\n{label}: {value}\n\n{text}\n"), "hasPartner")} == bodies


def test_a_dash_between_a_known_body_and_another_parts_them() -> None:
    reading = page("# Project LANTERN\n\nFunded by: European Union – Ministry of Harbours\n")
    assert {o for _, _, o in facts(reading, "fundedBy")} == {"European Union", "Ministry of Harbours"}


def test_an_acronym_and_its_long_form_are_one_body() -> None:
    reading = page("# Project LANTERN\n\nPartners: IOM - International Organization for Migration\n")
    assert len(facts(reading, "hasPartner")) == 1


def test_behind_a_known_fund_and_its_acronym_and_begins_another_body() -> None:
    reading = page("# Projekt LATERNE\n\nFörderung: Asyl-, Migrations- und Integrationsfonds (AMIF) und Land Hafenau\n\nDas Projekt hilft Menschen auf der Flucht.\n")
    assert {o for _, _, o in facts(reading, "fundedBy")} == {"Asyl-, Migrations- und Integrationsfonds", "Land Hafenau"}


def test_a_town_and_a_country_in_one_bracket() -> None:
    text = "# Project LANTERN\n\nThe project helps refugees every day.\n\nLead partner: KREDO-X (Rome, Italy)\nPartners: SOZE (Dunkerque, France), Omnia Kft. (Budapest, Hungary)\n"
    found = facts(page(text))
    assert {("LANTERN", "implementedBy", "KREDO-X"), ("LANTERN", "hasPartner", "SOZE"), ("SOZE", "presentIn", "FR")} <= found


def test_a_list_is_no_ministry() -> None:
    text = "# Projekt „Latarnia”\n\nPartnerami projektu są Stowarzyszenie Lepszy Dom, Wschodni Bank Chleba oraz Fundacja Kredo.\n"
    found = {o for _, _, o in facts(page(text), "hasPartner")}
    assert {"Stowarzyszenie Lepszy Dom", "Wschodni Bank Chleba", "Fundacja Kredo"} <= found


def test_a_country_leads_its_bodies() -> None:
    text = "# Project LANTERN\n\nThe project helps refugees.\n\nPartners: Malta - Kredo Foundation, Omnia Ltd; Italy - Ministry of Harbours\n"
    found = facts(page(text))
    assert {o for _, p, o in found if p == "hasPartner"} == {"Kredo Foundation", "Omnia Ltd", "Ministry of Harbours"}
    assert {("Omnia Ltd", "presentIn", "MT"), ("Ministry of Harbours", "presentIn", "IT"), ("LANTERN", "coversCountry", "MT")} <= found
