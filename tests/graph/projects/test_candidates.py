"""Names that nobody calls a project, and that are one by what is said of them."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read as read_file
from tests.small_documents import blocks, facts, read


@pytest.mark.parametrize(("text", "fact"), [
    ("LANTERN is a mentoring scheme run by the Kredo Foundation. LANTERN started in 2019.", ("LANTERN", "implementedBy", "Kredo Foundation")),
    ("Lantern Light, a new project in two towns, was funded by AMIF. Lantern Light began in 2019.", ("Lantern Light", "fundedBy", "AMIF")),
    ("“Open Doors” is a project that helps refugees. “Open Doors” is funded by AMIF.", ("Open Doors", "fundedBy", "AMIF"))])
def test_what_is_said_of_a_name_makes_it_a_project(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(read(text))


def test_a_heading_helps() -> None:
    reading = extract(blocks(("title", "Lantern Light"), ("prose", "Lantern Light is funded by AMIF and started in 2019.")))
    assert ("Lantern Light", "fundedBy", "AMIF") in facts(reading)


@pytest.mark.parametrize("text", [
    "KREDO leads the LANTERN project. KREDO funds the BEACON project. KREDO started in 1990.",
    "The Kredo Foundation was funded by AMIF. The Kredo Foundation started in 1990.",
    "AMIF started in 2014. AMIF is implemented by the Kredo Foundation."])
def test_those_who_act_are_no_projects(text: str) -> None:
    reading = read(text)
    assert {e.names[0].text for e in reading.entities if e.kind == "Project"} <= {"LANTERN", "BEACON"}


@pytest.mark.parametrize(("language", "text"), [
    ("sv", "Företag som Brohem ser värdet av att möta nya grannar. Hos Brohem under sommaren var det fullt. Brohem i samarbete med Kredo-stiftelsen gör mer. Alla tycker om Brohem."),
    ("en", "Firms like ZORVAN see the worth of meeting refugees. At ZORVAN under the summer sun all was quiet. Everyone likes ZORVAN. ZORVAN grows.")])
def test_a_preposition_without_what_it_asks_for_says_nothing(language: str, text: str) -> None:
    assert not [e for e in read(text, language).entities if e.kind == "Project"]


def test_coming_back_often_is_not_enough() -> None:
    assert not [e for e in read("We met Zebra. Then Zebra left. We saw Zebra. In the end Zebra won.").entities if e.kind == "Project"]


def test_who_runs_a_named_project_is_a_body() -> None:
    text = "Zorvan Ipplo runs the LANTERN project on the ground. The project manager at Zorvan Ipplo opened the doors."
    reading = read(text, "en")
    kinds = {name.text: entity.kind for entity in reading.entities for name in entity.names}
    assert kinds.get("LANTERN") == "Project"
    assert kinds.get("Zorvan Ipplo") == "Organisation"


def test_what_is_called_the_project_may_support_others() -> None:
    found = facts(read("Das Projekt Laterne unterstützt die Integration von Flüchtlingen.", "de"), "targets")
    assert {o for _, _, o in found} == {"refugees"}


def test_a_quoted_sentence_before_the_programme_is_no_name() -> None:
    text = "“Lantern is an old word for light”. The programme is funded by AMIF."
    assert not [e for e in read(text).entities if e.kind == "Project" and "old word" in e.names[0].text]


def test_a_title_in_sentence_case_that_is_a_project_of_a_known_body() -> None:
    text = "Säker väg hem är IOM:s projekt för flyktingar. Säker väg hem finansieras av Kredo-stiftelsen."
    assert {s for s, p, _ in facts(read(text, "sv")) if p == "fundedBy"} == {"Säker väg hem"}


def test_what_stands_before_a_colon_is_no_project_if_one_is_named_behind_it() -> None:
    reading = extract(blocks(
        ("title", "Vallée de Zorvan : le projet Erasmus+ LANTERNE sélectionné"),
        ("prose", "Le projet sera coordonné par la Fondation Kredo."), ("prose", "La Vallée de Zorvan reste belle."), language="fr"))
    assert ("LANTERNE", "implementedBy", "Fondation Kredo") in facts(reading)
    assert {e.names[0].text for e in reading.entities if e.kind == "Project"} == {"LANTERNE"}


def test_a_partner_of_the_project_is_no_project() -> None:
    reading = read("Le projet LANTERNE aide les réfugiés. ZORVAN, membre des partenaires du projet, ouvre ses portes.", "fr")
    assert {e.names[0].text for e in reading.entities if e.kind == "Project"} == {"LANTERNE"}


def test_a_dateline_is_no_title() -> None:
    reading = extract(blocks(
        ("heading3", "ROMA, 4 Mag. (KREDO PRESS) -"), ("prose", "Il progetto LANTERNA, finanziato dal FAMI, aiuta i rifugiati."),
        ("prose", "Il progetto termina nel 2026."), language="it"))
    assert {e.names[0].text for e in reading.entities if e.kind == "Project"} == {"LANTERNA"}


def test_a_title_that_says_about_us_may_name_the_project() -> None:
    reading = extract(blocks(
        ("title", "Chi siamo – Progetto LANTERNA"), ("prose", "Il progetto, finanziato dal Ministero dell’Interno nell’ambito del programma FAMI, aiuta i migranti."), language="it"))
    assert {("LANTERNA", "fundedBy", "Ministero dell’Interno"), ("LANTERNA", "fundedBy", "programma FAMI")} <= facts(reading)


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The partners are the Kredo Foundation, the Omnia Association and Zorvan Ipplo. The project helps refugees."),
    ("pl", "Partnerami są: Fundacja Kredo, Stowarzyszenie Omnia oraz Zorvan Ipplo. Projekt wspiera uchodźców."),
    ("ro", "Asociația Kredo împreună cu ZORVAN (Spania) derulează în perioada 1 iunie 2022 – 30 iunie 2023 proiectul „Felinar aprins”. ZORVAN a venit.")])
def test_the_last_partner_is_no_project(language: str, text: str) -> None:
    assert not {e.names[0].text for e in read(text, language).entities if e.kind == "Project"} & {"Zorvan Ipplo", "ZORVAN"}


def test_an_acronym_that_only_comes_back_is_no_project() -> None:
    text = "The project trains staff. We saw QRT in May. Later we left QRT for good. People from QRT like QRT a lot."
    assert not [e for e in read(text).entities if e.kind == "Project"]


def test_an_item_that_is_a_sentence_ends_its_title_at_the_verb() -> None:
    document = blocks(("prose", "Urad sodeluje pri treh projektih:"), ("item", "Projekt Pomoč pri nastanitvi izvaja Društvo Kredo, ki nudi pomoč beguncem."),
                      ("item", "Projekt Pot domov vodi Zavod Omnia."), language="sl")
    assert {o for _, p, o in facts(extract(document)) if p == "implementedBy"} == {"Društvo Kredo", "Zavod Omnia"}


def test_what_a_noun_calls_a_body_is_no_project() -> None:
    text = ("O projeto ajuda quem regressa. Uma diretora da organização comunitária Asas de Luz explicou o projeto. O projeto dura seis meses.")
    assert not any(s == "Asas de Luz" for s, _, _ in facts(read(text, "pt")))
    text = ("El proyecto busca reducir la trata de personas. El equipo se ha reunido con la Red de organizaciones contra la trata y la explotación (NARVAL). "
            "El proyecto dura tres años.")
    assert not any(s == "NARVAL" for s, _, _ in facts(read(text, "es")))


@pytest.mark.parametrize(("language", "text", "names"), [
    ("es", "La ciudad ha diseñado un proyecto \"que se acomode a la realidad de los refugiados\". El proyecto ayuda a familias. El proyecto dura un año.", set()),
    ("pt", "Projecto PT/2017/FAMI/261 – “Abrir a Porta: Apoio aos Refugiados” começou em 2017.", {"Abrir a Porta: Apoio aos Refugiados"}),
    ("es", "La caja impulsa el Programa de Ayudas a Proyectos de Iniciativas Sociales.", set()),
])
def test_speech_and_programmes_that_pay_name_no_project(language: str, text: str, names: set[str]) -> None:
    found = {n.text for e in read(text, language).entities if e.kind == "Project" for n in e.names[:1]}
    assert {n for n in found if n != "Programa de Ayudas"} == names


@pytest.mark.parametrize(("language", "text"), [
    ("ro", "Fundația Kredo derulează proiectul „Farul”, cod SMIS 308812, cofinanțat din Fondul Social European Plus."),
    ("pl", "Fundacja Kredo realizuje projekt „Latarnia”, numer FEX 308812, finansowany z Europejskiego Funduszu Społecznego Plus.")])
def test_the_label_of_a_number_is_no_project(language: str, text: str) -> None:
    reading = read(text, language)
    assert len({s for s, _, _ in facts(reading, "fundedBy")}) == 1
    assert len([e for e in reading.entities if e.kind == "Project"]) == 1


def test_a_title_in_a_field_may_ask(tmp_path: Path) -> None:
    page = tmp_path / "page.csv"
    page.write_text("Project title,Funded by\nWhere do we sleep tonight?,AMIF\nOpen Kitchens,AMIF\n", "utf-8")
    assert {s for s, _, _ in facts(extract(read_file(page, page.name)), "fundedBy")} == {"Where do we sleep tonight?", "Open Kitchens"}


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The LANTERN project works in Malta, complementary to the project “Harbour Light”. It supports refugees."),
    ("de", "Das Projekt LATERNE unterstützt Flüchtlinge in Malta, ergänzend zum Projekt „Hafenlicht“."),
    ("fr", "Le projet LANTERNE, complémentaire du projet « Lumière du port », soutient les réfugiés à Malte."),
    ("el", "Το έργο ΦΑΝΑΡΙ λειτουργεί συμπληρωματικά με το έργο «Φως στο λιμάνι» και στηρίζει πρόσφυγες στη Μάλτα.")])
def test_a_project_that_another_complements_is_not_what_the_page_tells_of(language: str, text: str) -> None:
    assert len({s for s, p, _ in facts(read(text, language)) if p in ("targets", "coversCountry")}) == 1
