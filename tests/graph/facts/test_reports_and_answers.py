"""What a body's own report says of its sections; answers to questions; where rolls end; leads in apposition."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import HELPS, blocks, facts, read


def report(title: str, second: str) -> set[tuple[str, str, str]]:
    return facts(extract(blocks(
        ("title", title), ("heading2", "3. OUR PROJECTS"),
        ("heading3", "Open Table"), ("prose", "The Open Table project is funded by the Kredo Foundation."), ("heading3", "WorkReady"), ("prose", second))))


def test_what_heads_a_section_of_an_annual_report_is_its_bodys() -> None:
    found = report("Harbour Association | Annual Report 2023", "The WorkReady project is run by the Munster Institute and helps refugees.")
    assert ("Open Table", "implementedBy", "Harbour Association") in found
    assert {o for s, p, o in found if s == "WorkReady" and p == "implementedBy"} == {"Munster Institute"}


def test_other_pages_say_nothing_of_the_kind() -> None:
    found = report("Harbour Association | Projects", "The WorkReady project is run by the Munster Institute and helps refugees.")
    assert not any(p == "implementedBy" and o == "Harbour Association" for _, p, o in found)


def test_the_first_sentence_answers() -> None:
    found = facts(extract(blocks(
        ("title", "Lantern"), ("prose", "The Lantern project helps refugees."), ("heading2", "Who runs the project?"),
        ("prose", "The Kredo Foundation. The Omnia Institute, the Vega Agency and the Alba Council sit on a board but do nothing."))))
    assert {o for _, p, o in found if p == "implementedBy"} == {"Kredo Foundation"}


def test_a_roll_ends_at_the_next_section() -> None:
    found = facts(extract(blocks(
        ("title", "Lantern"), ("prose", "The Lantern project helps refugees."), ("heading2", "PARTNERS"),
        ("heading3", "Kredo Foundation, Austria"), ("heading3", "Omnia Institute, Greece"), ("heading2", "ADVISORY BOARD"), ("prose", "It meets once a year."))))
    assert {o for _, p, o in found if p == "hasPartner"} == {"Kredo Foundation", "Omnia Institute"}


LEADS = [
    ("de", "Der Lead-Partner, die Stiftung Kredo, führt die Bücher.", "Stiftung Kredo"), ("nl", "De penvoerder, Stichting Kredo, houdt de boeken bij.", "Stichting Kredo"),
    ("cs", "Hlavní partner, Nadace Kredo, vede účetnictví.", "Nadace Kredo"), ("sv", "Projektägaren, Stiftelsen Kredo, sköter räkenskaperna.", "Stiftelsen Kredo"),
    ("fi", "Hankkeen koordinaattori, Kredo-säätiö, hoitaa kirjanpidon.", "Kredo-säätiö"), ("uk", "Головний партнер, Фундація Кредо, веде облік.", "Фундація Кредо"),
    ("en", "The day-to-day running has been assigned to the Kredo Foundation.", "Kredo Foundation"),
]


@pytest.mark.parametrize(("language", "text", "lead"), LEADS)
def test_a_lead_in_apposition_runs_it(language: str, text: str, lead: str) -> None:
    assert {o for _, p, o in facts(read(HELPS[language] + text, language)) if p == "implementedBy"} == {lead}


@pytest.mark.parametrize(("text", "partners", "leads"), [
    ("A consortium with Kredo International as lead applicant and the Omnia Institute as co-applicant carries it out.", {"Omnia Institute"}, {"Kredo International"}),
])
def test_applicants(text: str, partners: set[str], leads: set[str]) -> None:
    found = facts(read(HELPS["en"] + text))
    assert partners <= {o for _, p, o in found if p == "hasPartner"}


PAYS = [
    ("en", "The initiative, for which the Japanese Government is providing 2.3 million US dollars, runs until 2026.", "Japanese Government"),
    ("fr", "La Fondation Kredo complète le budget.", "Fondation Kredo"),
]


@pytest.mark.parametrize(("language", "text", "payer"), PAYS)
def test_who_completes_the_budget_pays(language: str, text: str, payer: str) -> None:
    assert payer in {o for _, p, o in facts(read(HELPS[language] + text, language)) if p == "fundedBy"}


GROUPS = [
    ("it", "richiedenti e titolari di protezione internazionale"), ("es", "solicitantes y beneficiarios de protección internacional"),
    ("pt", "requerentes e beneficiários de proteção internacional"), ("fr", "demandeurs et bénéficiaires d'une protection internationale"),
    ("en", "applicants for and beneficiaries of international protection"), ("el", "αιτούντες και δικαιούχους διεθνούς προστασίας"),
]
SERVES = {"it": "Il progetto Lanterna aiuta", "es": "El proyecto Linterna ayuda a", "pt": "O projeto Lanterna ajuda", "fr": "Le projet Lanterne aide les", "en": "The Lantern project helps", "el": "Το έργο Φανάρι βοηθά"}


@pytest.mark.parametrize(("language", "group"), GROUPS)
def test_one_row_of_words_names_two_groups(language: str, group: str) -> None:
    found = {o for _, p, o in facts(read(f"{SERVES[language]} {group}.", language)) if p == "targets"}
    assert found == {"asylum-seekers", "international-protection"}


HOUSES = [
    ("pt", "O projeto SEMEAR REDES ajuda refugiados.", "SEMEAR REDES"), ("it", "Il progetto Fare Rete aiuta i rifugiati.", "Fare Rete"),
    ("fr", "Le projet Réseau Solidaire aide les réfugiés.", "Réseau Solidaire"), ("en", "The Speak Up! project helps refugees.", "Speak Up"),
    ("it", "Il progetto RE.CU. – Reti di Cura per la salute aiuta i rifugiati.", "RE.CU"), ("it", "Spice Up!, il partenariato Erasmus+ di cui siamo parte, aiuta i rifugiati. Spice Up! prova corsi.", "Spice Up"),
]


@pytest.mark.parametrize(("language", "text", "name"), HOUSES)
def test_names_with_networks_marks_and_dots(language: str, text: str, name: str) -> None:
    assert (name, "targets", "refugees") in facts(read(text, language))
