"""Projects without a name go by the headline, and by the words that introduce them."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.model import Reading
from graph.reading import read_bytes
from tests.small_documents import blocks, facts


def page(text: str, language: str) -> Reading:
    """A page of a title and paragraphs."""
    title, *paragraphs = text.strip().split("\n\n")
    return extract(blocks(("title", title), *(("prose", p) for p in paragraphs), language=language))


def project_names(text: str, language: str) -> list[list[str]]:
    return [[n.text for n in e.names] for e in page(text, language).entities if e.kind == "Project"]


NEWS = {
    "en": (
        "Harbour town opens its doors to newcomers\n\n"
        "The Kredo Foundation has announced the launch of a two-year, 2 million Euro project with funding from the Brightwater Trust.\n\n"
        "The project will help refugees to find work.\n",
        "two-year, 2 million Euro project",
    ),
    "es": (
        "El puerto abre sus puertas a los recién llegados\n\n"
        "La Fundación Kredo presentó ayer un proyecto de acompañamiento laboral para personas refugiadas, financiado por la Fundación Aguaclara.\n\n"
        "El proyecto tendrá una duración de dos años.\n",
        "proyecto de acompañamiento laboral para personas refugiadas",
    ),
    "it": (
        "Il porto apre le porte ai nuovi arrivati\n\n"
        "Al via il progetto di accompagnamento al lavoro per rifugiati, che la Fondazione Kredo realizza in città.\n\n"
        "L'iniziativa è finanziata dalla Fondazione Acquachiara.\n",
        "progetto di accompagnamento al lavoro per rifugiati",
    ),
    "sv": (
        "Hamnstaden öppnar dörrarna för nyanlända\n\n"
        "Kredostiftelsen har fått pengar till ett tvåårigt projekt för nyanlända kvinnor.\n\n"
        "Projektet finansieras av Klarvattenstiftelsen.\n",
        "tvåårigt projekt för nyanlända kvinnor",
    ),
}


@pytest.mark.parametrize("language", sorted(NEWS))
def test_the_headline_and_the_words_that_introduce_it(language: str) -> None:
    text, described = NEWS[language]
    (names,) = project_names(text, language)
    assert {text.splitlines()[0], described} <= set(names)


def test_the_words_come_first_if_they_say_enough() -> None:
    assert project_names(NEWS["it"][0], "it")[0][0] == NEWS["it"][1]
    assert project_names(NEWS["en"][0], "en")[0][0] == NEWS["en"][0].splitlines()[0]


@pytest.mark.parametrize("language", sorted(NEWS))
def test_what_is_said_of_the_project_is_said_of_it(language: str) -> None:
    text, _ = NEWS[language]
    assert {s for s, p, _ in facts(page(text, language)) if p == "fundedBy"} == {project_names(text, language)[0][0]}


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Harbour town opens its doors\n\nThe Kredo Foundation was founded in 1990. It runs many projects for refugees.\n"),
    ("en", "Harbour town opens its doors\n\nThe LANTERN project began in May. It is a project for refugees. The project is funded by the Brightwater Trust.\n"),
    ("it", "Il porto apre le porte\n\nLa Fondazione Kredo lavora da anni con i rifugiati e sostiene molti progetti.\n"),
])
def test_no_headline_for_no_project_or_a_named_one(language: str, text: str) -> None:
    assert [names for names in project_names(text, language) if text.splitlines()[0] in names] == []


@pytest.mark.parametrize(("language", "text", "name"), [
    ("pt", "“A Kredo - Associação, com o projecto “Nós e os Outros”, irá trabalhar com refugiados”, explica a associação.", "Nós e os Outros"),
    ("pt", "\"A Kredo - Associação, com o projecto \"Nós e os Outros\", irá trabalhar com refugiados\", explica a associação.", "Nós e os Outros"),
    ("en", "The minister announced a project co-financed by the Asylum, Migration and Integration Fund (AMIF), entitled ‘Meeting, Sharing, Growing’.", "Meeting, Sharing, Growing"),
])
def test_quoted_names_inside_quoted_words_and_behind_the_funder(language: str, text: str, name: str) -> None:
    assert [names[0] for names in project_names(text, language)] == [name]


DESCRIBED = {
    "en": ("Language project for refugees in Athens", "The Kredo Foundation offers courses in two camps."),
    "de": ("Integrationsprojekt für geflüchtete Frauen in Kassel", "Die Kredo-Stiftung bietet Kurse und Beratung an."),
    "fr": ("Projet d’accompagnement des réfugiés à Lyon", "La Fondation Kredo propose des cours de français."),
    "it": ("Progetto di accoglienza per minori stranieri non accompagnati", "La cooperativa Omnia gestisce due case."),
    "pl": ("Projekt integracji cudzoziemców w Gdyni", "Fundacja Kredo oferuje kursy języka polskiego."),
}


@pytest.mark.parametrize("language", sorted(DESCRIBED))
def test_a_title_that_describes_its_project(language: str) -> None:
    title, text = DESCRIBED[language]
    reading = page(f"{title}\n\n{text}\n", language)
    assert project_names(f"{title}\n\n{text}\n", language)[0][0] == title and any(p == "targets" for _, p, _ in facts(reading))


def test_a_title_among_the_front_matter_describes_it_too() -> None:
    text = "---\ntitle: Language project for refugees in Athens\n---\n\nEclipse Trust supports refugees in many ways.\n"
    reading = extract(read_bytes(text.encode(), "a.md", "text/markdown"))
    assert ("coversCountry", "GR") in {(p, o) for _, p, o in facts(reading)}


@pytest.mark.parametrize("title", [
    "New project helps refugees in Berlin", "Projects for refugees in Italy", "EU project for refugees meets in Rome",
    "Call for projects for refugees in Italy", "A desk for refugees in Berlin",
])
def test_titles_that_report_or_speak_of_several_describe_none(title: str) -> None:
    assert project_names(f"{title}\n\nThe city of Berlin opened a desk.\n", "en") == []


ASSIGNED = (
    "Uppdrag till Kredostiftelsen att lotsa nyanlända i hamnen\n\n"
    "Regeringen ger Kredostiftelsen i uppdrag att lotsa nyanlända till arbete. Stiftelsen ska samverka med bland andra Omniastiftelsen.\n\n"
    "{told} Kostnaden för uppdraget uppgår till 200 000 kronor.\n"
)


def test_an_assignment_by_a_government_goes_by_its_headline() -> None:
    told = "Resultatet av uppdraget ska visas i maj. Vid genomförandet av uppdraget hörs fler."
    (project,) = project_names(ASSIGNED.format(told=told), "sv")
    name = "Uppdrag till Kredostiftelsen att lotsa nyanlända i hamnen"
    assert project[0] == name
    found = facts(page(ASSIGNED.format(told=told), "sv"))
    assert {(name, "implementedBy", "Kredostiftelsen"), (name, "hasPartner", "Omniastiftelsen"), (name, "budget", "200000 SEK")} <= found


def test_an_assignment_of_which_nothing_is_reported_is_no_project() -> None:
    assert not project_names("Bli lots i hamnen\n\nI uppdraget ingår att möta nyanlända.\n\nUppdraget passar alla.\n", "sv")


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("cs", "Projekt města Omnia na podporu cizinců", "Realizátorem projektu je Nadace Kredo. Projekt skončí v květnu."),
        ("pl", "Projekt dla uchodźców w Opolu", "Realizatorem projektu jest Fundacja Kredo. Projekt trwa do maja."),
    ],
)
def test_a_bare_noun_that_opens_a_describing_title_points_to_nothing(language: str, title: str, text: str) -> None:
    assert [names[0] for names in project_names(f"{title}\n\n{text}\n", language)] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Acronym: LANTERN\nCoordinator: Kredo Foundation\nFunded by: AMIF\nTarget group: refugees\n",
        "Akronim: LANTERN\nKoordynator: Fundacja Kredo\nDofinansowanie: AMIF\nGrupa docelowa: uchodźcy\n",
        "Скорочена назва: LANTERN\nКоординатор: Фонд «Кредо»\nДонор: AMIF\nЦільова група: біженці\n",
    ],
)
def test_the_acronym_of_a_record_without_a_title_names_it(text: str) -> None:
    reading = extract(read_bytes(text.encode(), "a.txt", "text/plain"))
    assert [e.names[0].text for e in reading.entities if e.kind == "Project"] == ["LANTERN"]


@pytest.mark.parametrize(("language", "title", "text", "name"), [
    ("nl", "Samen na 18", "Jongeren verliezen op hun achttiende hun begeleiding. Samen na 18 helpt jonge vluchtelingen aan een kamer. Medefinancier: Stichting Kredo. De Stichting Omnia voert het uit.", "Samen na 18"),
    ("es", "Volver con buen pie", "La Fundación Kredo presentó ayer los resultados de Volver con Buen Pie, que ofrece crédito a personas refugiadas. Lo financia la Fundación Omnia.", "Volver con buen pie"),
])
def test_a_title_that_comes_again_names_what_the_text_tells_of(language: str, title: str, text: str, name: str) -> None:
    found = extract(blocks(("title", title), ("prose", text), language=language))
    assert [e.names[0].text for e in found.entities if e.kind == "Project"] == [name]


@pytest.mark.parametrize("title", ["Harbour House Association", "Guide for helpers", "Refugees in Malta"])
def test_a_title_that_names_another_thing_names_no_project(title: str) -> None:
    text = f"{title} was in the news again. It helps refugees in Malta. The Kredo Foundation pays for it."
    assert not [e for e in extract(blocks(("title", title), ("prose", text))).entities if e.kind == "Project"]
