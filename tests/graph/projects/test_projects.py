"""Projects by the nouns beside their names, by titles and headings."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extraction import extract
from graph.projects.titles import split_title, strip_numbering
from tests.small_documents import blocks, facts, read

NAMED = [
    ("The LANTERN project is funded by AMIF.", "en", "LANTERN"), ("The project LANTERN is funded by AMIF.", "en", "LANTERN"),
    ("The “Lantern” project is funded by AMIF.", "en", "Lantern"), ("The project “Lantern for all” is funded by AMIF.", "en", "Lantern for all"),
    ("The EU project eLantern is funded by AMIF.", "en", "eLantern"), ("The LANTERN (Light for newcomers) project is funded by AMIF.", "en", "LANTERN"),
    ("Il progetto “Lanterna” è finanziato dal FAMI.", "it", "Lanterna"), ("Il progetto Lanterna è finanziato dal FAMI.", "it", "Lanterna"),
    ("Projekt Latarnia jest finansowany z FAMI.", "pl", "Latarnia"), ("Projekt »Svetilka« je financiran iz sklada AMIF.", "sl", "Svetilka"),
    ("Projekt ,,Latarnia'' jest finansowany z FAMI.", "pl", "Latarnia"), ("A Kredo Egyesület „Lámpás” című programját az AMIF finanszírozza.", "hu", "Lámpás"),
    ("Asociația Kredo anunță lansarea proiectului:” MICUL FAR to HOME”. Proiectul este finanțat prin AMIF.", "ro", "MICUL FAR to HOME"),
    ("Das Projekt „Laterne“ wird vom AMIF gefördert.", "de", "Laterne"), ("Le projet LANTERNE est financé par le FAMI.", "fr", "LANTERNE"),
]


@pytest.mark.parametrize(("text", "language", "name"), NAMED)
def test_a_noun_beside_a_name_makes_a_project(text: str, language: str, name: str) -> None:
    assert name in {s for s, _, _ in facts(read(text, language), "fundedBy")}


@pytest.mark.parametrize("text", [
    "The project is funded by AMIF.", "The pilot project is funded by AMIF.", "This Project is funded by AMIF.", "Every Project is funded by AMIF."])
def test_without_a_name_there_is_no_project(text: str) -> None:
    assert read(text).statements == ()


def test_an_article_and_a_noun_around_one_word_make_a_project() -> None:
    assert facts(read("The Lantern project is funded by AMIF."), "fundedBy") == {("Lantern", "fundedBy", "AMIF")}


def test_a_heading_that_the_text_calls_the_project() -> None:
    reading = extract(blocks(("title", "Light for newcomers"), ("prose", "The project is funded by AMIF and helps refugees.")))
    assert ("Light for newcomers", "fundedBy", "AMIF") in facts(reading)


@pytest.mark.parametrize("title", [
    "Contact", "About us", "Who can apply?", "Our projects"])
def test_a_general_heading_names_no_project(title: str) -> None:
    reading = extract(blocks(("title", title), ("prose", "The project is funded by AMIF.")))
    assert title not in {s for s, _, _ in facts(reading)}


@pytest.mark.parametrize(("title", "forms"), [
    ("LANTERN – Light for newcomers", ("LANTERN", "Light for newcomers")), ("LANTERN: Light for newcomers", ("LANTERN", "Light for newcomers")),
    ("LANTERN | Kredo", ("LANTERN", "Kredo")), ("Light for newcomers", ()), ("“Lantern”", ()),
    ("A very long first part of many words - second", ())])
def test_titles_are_split_at_dashes_and_colons(title: str, forms: tuple[str, ...]) -> None:
    assert split_title(title)[1] == forms


@pytest.mark.parametrize(("text", "bare"), [
    ("1.2 LANTERN", "LANTERN"), ("3. LANTERN", "LANTERN"), ("IV. LANTERN", "LANTERN"), ("– LANTERN", "LANTERN"), ("2020 vision", "2020 vision"), ("11-12-2018: LANTERN", "LANTERN"), ("LANTERN", "LANTERN")])
def test_numbering_is_no_part_of_a_heading(text: str, bare: str) -> None:
    assert strip_numbering(text) == bare


@given(st.text(max_size=40))
def test_the_forms_of_a_title_are_parts_of_it(title: str) -> None:
    whole, forms = split_title(title)
    assert all(form and form in whole for form in forms)
    assert " ".join(whole.split()) == whole


SENTENCE_CASE = [
    ("El proyecto Tejiendo vecindad en los barrios del puerto, financiado por la Fundación Kredo, acaba de empezar.", "es", "Tejiendo vecindad en los barrios del puerto"),
    ("Il progetto Percorsi di autonomia per giovani rifugiati mira a creare lavoro ed è finanziato dalla Fondazione Kredo.", "it", "Percorsi di autonomia per giovani rifugiati"),
    ("Le projet Apprendre autrement dans les quartiers du port est financé par la Fondation Kredo.", "fr", "Apprendre autrement dans les quartiers du port"),
    ("O projeto Caminhos solidários da cidade velha é financiado pela Fundação Kredo.", "pt", "Caminhos solidários da cidade velha"),
    ("Projekt Silniejsi razem finansowany przez Fundację Kredo wspiera uchodźców.", "pl", "Silniejsi razem"),
    ("Projekt Mosty między kulturami jest finansowany przez Fundację Kredo.", "pl", "Mosty między kulturami"),
    ("Projekt Dveře dokořán je financován Nadací Kredo.", "cs", "Dveře dokořán"),
    ("Díky projektu Olomouc pro všechny vzniklo centrum. Projekt Olomouc pro všechny je financován Nadací Kredo.", "cs", "Olomouc pro všechny"),
    ("Projekt Mostovi med kulturami financira Fundacija Kredo.", "sl", "Mostovi med kulturami"),
    ("Proiectul Uși deschise este finanțat de Fundația Kredo.", "ro", "Uși deschise"),
    ("Το έργο Ανοιχτές πόρτες χρηματοδοτείται από το Ίδρυμα Κρέντο.", "el", "Ανοιχτές πόρτες"),
]


@pytest.mark.parametrize(("text", "language", "name"), SENTENCE_CASE)
def test_a_title_in_sentence_case_ends_at_a_comma_or_a_verb(text: str, language: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "fundedBy")} == {name}


@pytest.mark.parametrize(("text", "language"), [
    ("Il progetto Lanterna accompagna giovani donne del quartiere ed è finanziato dalla Fondazione Kredo.", "it"),
    ("El proyecto Linterna ofrece clases gratuitas y está financiado por la Fundación Kredo.", "es"),
    ("Le projet Lanterne propose des cours gratuits et est financé par la Fondation Kredo.", "fr"),
    ("Projekt Lucerna úspěšně pomáhá ženám a je financován Nadací Kredo.", "cs"),
    ("Projekt Latarnia aktywnie wspiera kobiety i jest finansowany przez Fundację Kredo.", "pl"),
    ("Proiectul Lanterna sprijină femeile din oraș și este finanțat de Fundația Kredo.", "ro"),
    ("Το έργο Φάρος στηρίζει γυναίκες και χρηματοδοτείται από το Ίδρυμα Κρέντο.", "el")])
def test_a_verb_after_a_name_is_no_part_of_it(text: str, language: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "fundedBy")} <= {"Lanterna", "Linterna", "Lanterne", "Lucerna", "Latarnia", "Φάρος"}


def test_listed_quotations_are_all_projects() -> None:
    text = "I progetti «Porto aperto» e «Voci di quartiere» sono finanziati dalla Fondazione Kredo."
    found = facts(read(text, "it"), "fundedBy")
    assert found == {(name, "fundedBy", "Fondazione Kredo") for name in ("Porto aperto", "Voci di quartiere")}


def test_an_acronym_of_initials_ends_no_sentence() -> None:
    text = "Il progetto R.E.M.I. – Reti e Mestieri è finanziato dalla Fondazione Kredo."
    assert any(o == "Fondazione Kredo" for _, _, o in facts(read(text, "it"), "fundedBy"))


def test_a_label_word_before_a_head_noun_is_no_part_of_the_name() -> None:
    found = facts(read("Il progetto Lanterna, con Capofila Fondazione Kredo, aiuta chi arriva.", "it"), "implementedBy")
    assert found == {("Lanterna", "implementedBy", "Fondazione Kredo")}


def test_a_section_of_a_project_page_is_no_project() -> None:
    reading = extract(blocks(
        ("title", "LANTERN IV"), ("prose", "The LANTERN IV project is led by the Kredo Foundation."),
        ("heading2", "Counselling and return"), ("prose", "This project helps refugees in Malta."), language="en"))
    assert facts(reading, "coversCountry") == {("LANTERN IV", "coversCountry", "MT")}


def test_a_title_and_its_subtitle_are_one_project() -> None:
    reading = extract(blocks(
        ("title", "LANTERN IV"), ("heading2", "Light for people who return"),
        ("prose", "The Kredo Foundation leads the project “LANTERN IV – Light for people who return”."),
        ("prose", "The project helps refugees."), language="en"))
    assert len({e.key for e in reading.entities if e.kind == "Project"}) == 1


TRAILING = [
    ("Uusi koti, uusi alku -hanketta rahoittaa Kredo ry.", "Uusi koti, uusi alku"),
    ("Kultalan kaupungin Naapurin ovi auki -hanketta rahoittaa Kredo ry.", "Naapurin ovi auki"),
    ("Turussa toimii Naapurin ovi auki -hanke, jota rahoittaa Kredo ry.", "Naapurin ovi auki"),
    ("Omnia ry:n Polku työhön (120 000 €) –hankkeen rahoittaa Kredo ry.", "Polku työhön"),
]


@pytest.mark.parametrize(("text", "name"), TRAILING)
def test_a_title_before_a_noun_that_clings_to_it(text: str, name: str) -> None:
    assert name in {n.text for e in read(text, "fi").entities if e.kind == "Project" for n in e.names}


def test_the_body_before_a_clinging_title_runs_the_project() -> None:
    found = facts(read("Omnia ry:n Polku työhön -hanke tukee pakolaisia.", "fi"), "implementedBy")
    assert found == {("Polku työhön", "implementedBy", "Omnia ry")}


@pytest.mark.parametrize(("text", "language"), [
    ("Het AMIF-project Nieuwe Start helpt vluchtelingen.", "nl"), ("Das AMIF-Projekt LATERNE hilft Geflüchteten.", "de"),
    ("AMIF-projektet LYKTA stöttar nyanlända.", "sv")])
def test_a_fund_in_a_compound_with_the_noun_pays(text: str, language: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "fundedBy")} == {"AMIF"}


def test_a_first_word_that_is_common_goes_on() -> None:
    found = facts(read("Projektet Barn i centrum stöttar barn och finansieras av AMIF.", "sv"), "fundedBy")
    assert found == {("Barn i centrum", "fundedBy", "AMIF")}
    found = facts(read("Projektet LYKTA i staden stöttar barn och finansieras av AMIF.", "sv"), "fundedBy")
    assert found == {("LYKTA", "fundedBy", "AMIF")}


def test_a_participle_before_the_project_names_none() -> None:
    text = "Das Projekt LATERNE hilft Geflüchteten. Getragen wird das Projekt von der Reformierten Kirche Goldau."
    [(project, _, body)] = facts(read(text, "de"), "implementedBy")
    assert project.endswith("LATERNE") and body == "Reformierte Kirche Goldau"


def test_a_heading_above_all_projects_names_none() -> None:
    reading = extract(blocks(
        ("heading1", "Pågående nationella projekt"), ("heading2", "Ljus i Guldstad"),
        ("prose", "Syftet med projektet är att stötta asylsökande."), language="sv"))
    assert {s for s, _, _ in facts(reading, "targets")} == {"Ljus i Guldstad"}


@pytest.mark.parametrize(("text", "name"), [
    ("The Kredo Foundation is the coordinating partner in LAN-TERN, which helps refugees. The project is funded by AMIF.", "LAN-TERN"),
    ("The Regional Welcome Evaluation Mechanism (RWEM) is a six-years long transnational project funded by AMIF.", "Regional Welcome Evaluation Mechanism (RWEM)")])
def test_what_a_body_leads_and_what_is_called_a_project(text: str, name: str) -> None:
    assert (name, "fundedBy", "AMIF") in facts(read(text))


@pytest.mark.parametrize("heading", ["Help is at the heart of the European Project", "Project NR. – 101139440"])
def test_no_name_is_made_of_an_adjective_or_a_number(heading: str) -> None:
    reading = extract(blocks(("heading3", heading), ("prose", "LANTERN is a 24-month project that helps refugees.")))
    assert {e.names[0].text for e in reading.entities if e.kind == "Project"} == {"LANTERN"}


def test_a_short_form_in_a_bracket_is_a_form_of_a_title() -> None:
    assert split_title("Welcome to our town (WELTO)") == ("Welcome to our town (WELTO)", ("Welcome to our town", "WELTO"))
    assert split_title("Welcome to our town (Italy)") == ("Welcome to our town (Italy)", ())
