"""Sentences that say all at once, with funds, dates and places between the noun and the verb, in every language."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

ALL = [
    ("en", "LUMEN is a two-year AMIF project for refugees in Italy, run by the Kredo Foundation with the Omnia Association."),
    ("es", "LUMEN es un proyecto FAMI de dos años para personas refugiadas, ejecutado por la Fundación Kredo con la Asociación Omnia."),
    ("pt", "LUMEN é um projeto FAMI de dois anos para refugiados em Itália, executado pela Fundação Kredo com a Associação Omnia."),
    ("de", "LUMEN ist ein zweijähriges AMIF-Projekt für Geflüchtete in Italien, das die Kredo Stiftung mit dem Verein Omnia durchführt."),
    ("nl", "LUMEN is een tweejarig AMIF-project voor vluchtelingen in Italië, uitgevoerd door Stichting Kredo met Vereniging Omnia."),
    ("pl", "LUMEN to dwuletni projekt FAMI dla uchodźców we Włoszech, realizowany przez Fundację Kredo ze Stowarzyszeniem Omnia."),
    ("cs", "LUMEN je dvouletý projekt AMIF pro uprchlíky v Itálii, který realizuje Nadace Kredo se Spolkem Omnia."),
    ("sl", "LUMEN je dveletni projekt AMIF za begunce v Italiji, ki ga izvaja Zavod Kredo z Društvom Omnia."),
    ("sv", "LUMEN är ett tvåårigt AMIF-projekt för flyktingar i Italien som drivs av Stiftelsen Kredo tillsammans med Föreningen Omnia."),
    ("fi", "LUMEN on kaksivuotinen AMIF-hanke pakolaisille, jonka toteuttaa Kredo-säätiö yhdessä Omnia-yhdistyksen kanssa."),
    ("ro", "LUMEN este un proiect FAMI de doi ani pentru refugiați, implementat de Fundația Kredo împreună cu Asociația Omnia."),
    ("uk", "LUMEN — дворічний проєкт AMIF для біженців в Італії, який реалізує Фонд «Кредо» разом з Асоціацією «Омнія»."),
    ("mt", "LUMEN huwa proġett tal-AMIF ta' sentejn għar-refuġjati f'Malta, immexxi mill-Fondazzjoni Kredo flimkien mal-Assoċjazzjoni Omnia."),
]
PAID_AND_RUN = [
    ("it", "Il progetto LUMEN, avviato nel 2022 e cofinanziato dal FAMI, è gestito dalla Fondazione Kredo a Malta."),
    ("fr", "Le projet LUMEN, lancé en 2022 et cofinancé par le FAMI, est porté par la Fondation Kredo à Malte."),
    ("nl", "Het project LUMEN, dat in 2022 begon en door AMIF wordt medegefinancierd, wordt uitgevoerd door Stichting Kredo."),
    ("pl", "Projekt LUMEN, który rozpoczął się w 2022 roku i jest współfinansowany z FAMI, prowadzi Fundacja Kredo."),
    ("cs", "Projekt LUMEN, který začal v roce 2022 a je spolufinancován z AMIF, realizuje v Itálii Nadace Kredo."),
    ("sl", "Projekt LUMEN, ki se je začel leta 2022 in ga sofinancira AMIF, izvaja v Italiji Zavod Kredo."),
    ("hu", "A LUMEN projektet, amely 2022-ben indult és amelyet az AMIF társfinanszíroz, a Kredo Alapítvány valósítja meg."),
    ("el", "Το έργο LUMEN, που ξεκίνησε το 2022 και συγχρηματοδοτείται από το ΤΑΜΕ, υλοποιείται από το Ίδρυμα Κρέντο."),
    ("uk", "Проєкт LUMEN, який розпочався у 2022 році та співфінансується AMIF, реалізує в Італії Фонд «Кредо»."),
]
OURS = [
    ("ro", "Proiectul nostru LUMEN ajută refugiații."), ("el", "Το έργο μας LUMEN βοηθά πρόσφυγες."), ("fi", "LUMEN-hankkeemme auttaa pakolaisia."),
    ("mt", "Il-proġett tagħna LUMEN jgħin lir-refuġjati."), ("it", "Il progetto nostro LUMEN aiuta i rifugiati."),
]
KREDO = ("Kredo", "Κρέντο", "Кредо")


def told(language: str, text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for subject, name, value in facts(read(text, language)):
        if subject == "LUMEN":
            found.setdefault(name, set()).add(value)
    return found


@pytest.mark.parametrize(("language", "text"), ALL)
def test_one_sentence_says_all(language: str, text: str) -> None:
    found = told(language, text)
    assert {"implementedBy", "hasPartner", "fundedBy", "targets"} <= found.keys()
    (runner,) = found["implementedBy"]
    assert any(k in runner for k in KREDO)
    assert "hasPartner" in found and all("Omni" in o or "Омнія" in o for o in found["hasPartner"])


@pytest.mark.parametrize(("language", "text"), PAID_AND_RUN)
def test_who_pays_in_a_clause_does_not_hide_who_runs(language: str, text: str) -> None:
    found = told(language, text)
    (runner,) = found["implementedBy"]
    assert any(k in runner for k in KREDO)
    assert len(found["fundedBy"]) == 1


@pytest.mark.parametrize(("language", "text"), OURS)
def test_our_project_is_named_behind_the_possessive(language: str, text: str) -> None:
    assert told(language, text)["targets"] == {"refugees"}


@pytest.mark.parametrize(("language", "text"), [("ro", "Proiectul lui Ion Popescu ajută refugiații."), ("el", "Το έργο του Γιάννη Παππά βοηθά πρόσφυγες.")])
def test_a_genitive_before_a_person_is_no_possessive(language: str, text: str) -> None:
    assert not [e for e in read(text, language).entities if e.kind == "Project"]


@pytest.mark.parametrize(("language", "text", "name"), [
    ("de", "Das hat mit „Teigwerk“ zu tun. So heißt das Angebot, das der Diakonieverband Murrtal durchführt. Mit im Boot sind der Kreis Aue und die Volkshochschule Aue.", "Teigwerk"),
    ("nl", "Taalmaat is partner in het project, dat de naam Eerste Werkdag heeft gekregen en vluchtelingen helpt.", "Eerste Werkdag"),
    ("en", "Under Home by Spring, launched in May 2023 with a grant of USD 4.2 million, we repair empty buildings for refugees.", "Home by Spring"),
    ("es", "En el marco de Nuevos Caminos, iniciado en 2020, atendemos a refugiados en Quito.", "Nuevos Caminos"),
    ("en", "VOICE-IN (Voices of Newcomers, 2022–2024) is an Erasmus+ project for refugees coordinated by Kredo Foundation.", "VOICE-IN")])
def test_a_name_told_around_a_corner_is_the_project(language: str, text: str, name: str) -> None:
    assert {e.names[0].text for e in read(text, language).entities if e.kind == "Project"} == {name}


def test_bodies_that_hail_from_towns_are_one_list() -> None:
    text = "V projektu LUMEN so sodelovali še Volkshochschule Südkärnten iz Celovca, zadruga La Finestra Aperta iz Vidma in Univerza na Primorskem."
    assert told("sl", text)["hasPartner"] == {"Volkshochschule Südkärnten", "La Finestra Aperta", "Univerza na Primorskem"}


def test_a_sentence_with_countries_in_brackets_is_no_roll() -> None:
    text = "Das Projekt LUMEN führt die Kredo Stiftung mit der Volkshochschule Wien (Österreich), der Genossenschaft La Finestra aus Udine (Italien) und der Universität Koper durch."
    assert told("de", text)["hasPartner"] == {"Volkshochschule Wien", "Genossenschaft La Finestra", "Universität Koper"}
