"""What reads like a project's heading or row and is none: reports, vacancies, timetables, questions, parts of a page."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import blocks, facts

TELLS = {
    "en": "The project helps refugees. It is funded by the Kredo Foundation and the project ends in 2026.",
    "de": "Das Projekt hilft Geflüchteten. Es wird von der Stiftung Kredo finanziert, das Projekt endet 2026.",
    "fr": "Le projet aide les réfugiés. Il est financé par la Fondation Kredo ; le projet finit en 2026.",
    "it": "Il progetto aiuta i rifugiati. È finanziato dalla Fondazione Kredo; il progetto finisce nel 2026.",
    "es": "El proyecto ayuda a refugiados. Está financiado por la Fundación Kredo; el proyecto acaba en 2026.",
    "nl": "Het project helpt vluchtelingen. Het wordt gefinancierd door Stichting Kredo; het project eindigt in 2026.",
    "el": "Το έργο βοηθά πρόσφυγες. Χρηματοδοτείται από το Ίδρυμα Κρέντο. Το έργο λήγει το 2026.",
    "sv": "Projektet hjälper flyktingar. Det finansieras av Stiftelsen Kredo; projektet slutar 2026.",
}
HEADINGS = [
    ("en", "Annual Report and Financial Statements 2023"), ("en", "Job vacancy: social worker"),
    ("de", "Jahresbericht 2023"), ("de", "Stellenausschreibung Sozialarbeit"), ("fr", "Rapport d'activité 2023"), ("fr", "Offre d'emploi à Brest"),
    ("it", "Relazione annuale 2023"), ("it", "Offerta di lavoro a Bari"), ("es", "Memoria anual 2023"), ("es", "Oferta de empleo en Murcia"),
    ("nl", "Jaarverslag 2023"), ("nl", "Vacature: maatschappelijk werker"), ("el", "Ανακοίνωση πρόσληψης κοινωνικού λειτουργού"), ("sv", "Verksamhetsberättelse 2023"), ("sv", "Ledig tjänst som lots"),
]


@pytest.mark.parametrize(("language", "heading"), HEADINGS)
def test_reports_and_vacancies_name_no_project(language: str, heading: str) -> None:
    found = facts(extract(blocks(("title", heading), ("prose", TELLS[language]), language=language)))
    assert not any(heading.split()[0] in subject for subject, _, _ in found)


@pytest.mark.parametrize("heading", ["Final report of the Lantern project", "Newsletter of the Lantern project"])
def test_a_project_in_such_a_heading_is_one(heading: str) -> None:
    found = facts(extract(blocks(("title", heading), ("prose", "The project is funded by the Kredo Foundation."))))
    assert ("Lantern", "fundedBy", "Kredo Foundation") in found


def test_a_timetable_lists_no_projects() -> None:
    text = "Il progetto Lanterna aiuta i rifugiati.\n\nModulo | Titolo | Data | Sede\n1 | Quadro normativo | 14/02/2025 | Taranto\n2 | Trauma migratorio | 28/02/2025 | Brindisi\n"
    assert {s for s, _, _ in facts(extract(read_bytes(text.encode(), "a.txt", "text/plain")))} <= {"Lanterna"}


def test_parts_below_about_the_project_are_none() -> None:
    found = facts(extract(blocks(
        ("title", "Lantern"), ("heading2", "ABOUT THE PROJECT"), ("prose", "The Lantern project is funded by the Kredo Foundation and the project helps refugees."),
        ("heading3", "Our ambition is threefold"), ("prose", "The model is being piloted in Malmö and the project trains teachers."))))
    assert {s for s, _, _ in found} == {"Lantern"}


def test_a_key_action_is_a_fund_and_no_project() -> None:
    found = facts(extract(blocks(("prose", "The Lantern project helps refugees. It is funded by Erasmus+ (action KA220-SCH, partnerships)."))))
    assert {s for s, _, _ in found} == {"Lantern"}


def test_the_name_that_opens_a_headline_is_one() -> None:
    found = facts(extract(blocks(
        ("title", "„Sprungtuch“ spannt sich jetzt auch über Hettstedt"), ("prose", "Hinter dem Angebot steht die Stiftung Kredo. Geflüchtete Mütter lernen dort Deutsch. Das Angebot wird vom Land gefördert."), language="de")))
    assert ("Sprungtuch", "implementedBy", "Stiftung Kredo") in found


def test_speech_that_opens_a_headline_is_none() -> None:
    found = facts(extract(blocks(
        ("title", "„Wir brauchen Räume“, sagt die Stiftung"), ("prose", "Hinter dem Angebot steht die Stiftung Kredo. Geflüchtete Mütter lernen dort Deutsch."), language="de")))
    assert not any("Wir brauchen" in s for s, _, _ in found)


@pytest.mark.parametrize(("language", "heading", "text", "name"), [
    ("sv", "Frågor och svar om Rätt spår", "Rätt spår är ett treårigt projekt som hjälper flyktingar. Rätt spår drivs av Stiftelsen Kredo.", "Rätt spår"),
    ("en", "Questions and answers about Open Table", "Open Table is a project that helps refugees. Open Table is run by the Kredo Foundation.", "Open Table"),
    ("de", "Fragen und Antworten zu Offene Tafel", "Offene Tafel ist ein Projekt, das Geflüchteten hilft. Offene Tafel wird von der Stiftung Kredo durchgeführt.", "Offene Tafel"),
])
def test_questions_about_a_project_are_not_it(language: str, heading: str, text: str, name: str) -> None:
    found = facts(extract(blocks(("title", heading), ("prose", text), language=language)))
    assert {s for s, p, _ in found if p == "implementedBy"} == {name}
