"""Titles that name the project which the text never names."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Document, Reading
from graph.reading import read as read_file
from graph.reading import read_bytes
from graph.reading.lines import BULLET
from tests.small_documents import blocks, facts, read


def about_refugees(*parts: tuple[str, str]) -> Document:
    return blocks(*parts, ("prose", "Kredo and Omnia have met often. The project helps refugees. The project began in 2019."))


def test_a_project_spoken_of_twice_and_never_named_has_the_title() -> None:
    assert ("Help on the way home", "targets", "refugees") in facts(extract(about_refugees(("title", "Help on the way home"))))


def test_a_known_body_or_fund_as_a_heading_is_no_project() -> None:
    reading = extract(about_refugees(("title", "Help on the way home"), ("heading2", "Asylum, Migration and Integration Fund")))
    assert {e.names[0].text for e in reading.entities if e.kind == "Project"} == {"Help on the way home"}


def test_a_call_or_an_event_in_the_title_is_no_project() -> None:
    assert not [s for s, p, _ in facts(extract(about_refugees(("title", "Call for proposals on housing")))) if p == "targets" and "Call" not in s]


def test_a_date_with_blanks_is_no_numbered_item() -> None:
    assert not BULLET.match("1. 5. 2015") and BULLET.match("1. May we come in")


def test_headings_of_a_project_sheet_speak_of_the_project_that_the_title_names() -> None:
    sheet = (("heading2", "Project duration"), ("prose", "From 2019 to 2020."), ("heading2", "Funding"), ("prose", "It helps refugees and is funded by the Kredo Foundation."))
    assert ("Help on the way home", "fundedBy", "Kredo Foundation") in facts(extract(blocks(("title", "Help on the way home"), *sheet)))
    assert not facts(extract(blocks(("title", "Help on the way home"), *sheet[2:])), "fundedBy")


def test_a_title_in_capitals_names_what_follows_the_noun() -> None:
    reading = extract(blocks(("title", "LANCEMENT DU PROJET LaNterne"), ("prose", "Ce projet est financé par le FAMI."), language="fr"))
    assert facts(reading, "fundedBy") == {("LaNterne", "fundedBy", "FAMI")}


def test_a_heading_that_names_a_project_beside_its_noun_opens_its_section() -> None:
    reading = extract(blocks(
        ("title", "Two projects"), ("prose", "The LANTERN project began in 2019."), ("heading2", "Project funded by AMIF"),
        ("heading2", "The BEACON project starts again"), ("prose", "The BEACON project helps refugees."), ("heading2", "Project funded by the Kredo Foundation")))
    assert facts(reading, "fundedBy") == {("LANTERN", "fundedBy", "AMIF"), ("BEACON", "fundedBy", "Kredo Foundation")}


def test_a_title_with_commas_behind_a_code_ends_at_its_owner() -> None:
    found = facts(read("O projeto PT/2020/FAMI/517 - Percurso escolar, social e profissional de jovens, da Associação Kredo, tem como objetivo ajudar.", "pt"))
    assert ("Percurso escolar, social e profissional de jovens", "implementedBy", "Associação Kredo") in found


def test_a_sentence_that_stands_twice_is_no_title() -> None:
    line = "Il progetto Lanterna è promosso dal Comune di Siena. "
    found = facts(read(line + "La pagina lo ricorda a tutti. " + line, "it"), "implementedBy")
    assert found == {("Lanterna", "implementedBy", "Comune di Siena")}


def test_a_fund_with_its_acronym_or_a_period_below_the_title_is_no_project() -> None:
    lines = (("title", "Help on the way home"), ("heading2", "The Asylum, Migration and Integration Fund (AMIF)"), ("heading2", "Apr 1, 2016 – Sep 30, 2017"))
    reading = extract(about_refugees(*lines))
    assert {e.names[0].text for e in reading.entities if e.kind == "Project"} == {"Help on the way home"}


def page(folder: Path, text: str) -> Reading:
    file = folder / "page.txt"
    file.write_text(text, "utf-8")
    return extract(read_file(file, file.name))


def test_a_label_that_says_project_and_something_else_gives_no_title(tmp_path: Path) -> None:
    sheet = "Project team: Ann Ferrodo, Bo Vellis\nProject duration: 2019 - 2020\nProject funded by: Kredo Foundation\n"
    reading = page(tmp_path, f"Help on the way home\n\n{sheet}\nThe project helps refugees in the town.\n")
    assert facts(reading, "fundedBy") == {("Help on the way home", "fundedBy", "Kredo Foundation")}


def test_a_heading_below_a_title_that_names_the_project_is_its_section(tmp_path: Path) -> None:
    reading = page(tmp_path, "Help on the way home\n\nProject period: 2019 - 2020\n\nVelma Dorring\n\n"
                             "It began well. The mission of the project is to support refugees from the start.\n")
    assert facts(reading, "targets") == {("Help on the way home", "targets", "refugees")}


@pytest.mark.parametrize(("text", "name"), [
    ("2016 augusztusában indult a Menekültek önálló lakhatásának segítése című program, amelyet a Kredo Alapítvány támogat.", "Menekültek önálló lakhatásának segítése"),
    ("A Kredo Egyesület a Nyitott ajtók! elnevezésű projektjére 25 millió forintot kapott.", "Nyitott ajtók"),
    ("A Kredo Alapítvány Biztos otthon című projektjében menekülteket támogat.", "Biztos otthon"),
    ("A Kredo Egyesület kérelmet nyújtott be, és Védettek otthona című pályázatával 82 millió forintot nyert el.", "Védettek otthona"),
])
def test_a_hungarian_title_before_entitled(text: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, "hu"))} == {name}


@pytest.mark.parametrize(("text", "language", "name"), [
    ("Il progetto Porte accoglienti, finanziato dalla Regione Puglia, sostiene i rifugiati.", "it", "Porte accoglienti"),
    ("El proyecto Puertas acogedoras, financiado por la Fundación Kredo, atiende a refugiados.", "es", "Puertas acogedoras"),
    ("Le projet Portes accueillantes, financé par la Fondation Kredo, aide les réfugiés.", "fr", "Portes accueillantes"),
    ("La rete racconta il progetto Porte accoglienti – Verso nuovi orizzonti. Il progetto è finanziato dalla Fondazione Kredo.", "it",
     "Porte accoglienti – Verso nuovi orizzonti"),
    ("Le projet Portes et ponts : Une ville pour tous, financé par la Fondation Kredo, aide les réfugiés.", "fr",
     "Portes et ponts : Une ville pour tous"),
    ("Il progetto Porte accoglie rifugiati ed è finanziato dalla Fondazione Kredo.", "it", "Porte")])
def test_an_adjective_that_looks_like_a_verb_and_a_subtitle_belong_to_the_title(text: str, language: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "fundedBy")} == {name}


FRONT = {
    "en": ("Together for Tartu", "The aim of the project is to support refugees in civic life. It is run by Kredo Foundation."),
    "de": ("Gemeinsam für Tartu", "Ziel des Projekts ist es, Geflüchtete zu unterstützen. Es wird von der Kredo Stiftung getragen."),
    "it": ("Insieme per Tartu", "L'obiettivo del progetto è sostenere i rifugiati. È finanziato dalla Fondazione Kredo."),
}


@pytest.mark.parametrize("language", sorted(FRONT))
def test_a_title_of_front_matter_is_a_title(language: str) -> None:
    title, text = FRONT[language]
    page = f"---\nlayout: page\ntitle: {title}\nlang: {language}\n---\n\n{text}\n"
    reading = extract(read_bytes(page.encode(), "a.md", "text/markdown"))
    assert [e.names[0].text for e in reading.entities if e.kind == "Project"] == [title]


def test_a_headline_of_front_matter_names_nothing() -> None:
    page = "---\ntitle: Kredo wins a prize\n---\n\nThe aim of the project is to support refugees. The project is run by Kredo Foundation.\n"
    assert not [e for e in extract(read_bytes(page.encode(), "a.md", "text/markdown")).entities if e.kind == "Project"]


def test_links_in_front_matter_are_their_words() -> None:
    page = "---\ntitle: Lantern\nteaser: \"Run by <a href='https://kredo.example'>Kredo Foundation</a>.\"\n---\n\nThe project helps refugees.\n"
    reading = extract(read_bytes(page.encode(), "a.md", "text/markdown"))
    assert "href" not in reading.document.text and "Kredo Foundation" in reading.document.text


@pytest.mark.parametrize(("text", "forms"), [
    ('Project title: Help for people on the way "Follow me"\nLead partner: Kredo Foundation\nBudget: EUR 20,000', {"Follow me", "Help for people on the way"}),
    ("Tytuł projektu: Aktywna integracja cudzoziemców „Razem lepiej”\nLider: Fundacja Kredo\nBudżet: 20 000 PLN\nCel: pomoc dla uchodźców.", {"Razem lepiej", "Aktywna integracja cudzoziemców"})])
def test_a_title_on_a_sheet_that_ends_in_a_quoted_name_goes_by_both(text: str, forms: set[str]) -> None:
    (project,) = [e for e in extract(read_bytes(text.encode(), "a.txt", "text/plain")).entities if e.kind == "Project"]
    assert forms <= {n.text for n in project.names}
