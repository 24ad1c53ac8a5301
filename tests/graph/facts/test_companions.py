"""Pronouns for the project, and whom a body runs it with."""
from __future__ import annotations

import pytest

from tests.small_documents import HELPS, facts, read

RUNS_IT = [
    ("nl", "Stichting Kredo voert het uit samen met ROC Aventus.", "Stichting Kredo", "ROC Aventus"),
    ("de", "Die Kredo Stiftung führt es gemeinsam mit der Omnia Stiftung durch.", "Kredo Stiftung", "Omnia Stiftung"),
    ("en", "The Kredo Foundation runs it with the Omnia Trust.", "Kredo Foundation", "Omnia Trust"),
    ("fr", "La Fondation Kredo le mène avec la Ville de Brest.", "Fondation Kredo", "Ville de Brest"),
    ("it", "La Fondazione Kredo lo realizza con il Comune di Bari.", "Fondazione Kredo", "Comune di Bari"),
    ("es", "La Fundación Kredo lo desarrolla con el Ayuntamiento de Murcia.", "Fundación Kredo", "Ayuntamiento de Murcia"),
    ("pl", "Fundacja Kredo realizuje go razem z Fundacją Omnia.", "Fundacja Kredo", "Fundacja Omnia"),
    ("cs", "Nadace Kredo ho realizuje spolu s Nadací Omnia.", "Nadace Kredo", "Nadace Omnia"),
    ("sl", "Društvo Kredo ga izvaja skupaj z Mestno občino Koper.", "Društvo Kredo", "Mestno občino Koper"),
    ("ro", "Fundația Kredo îl implementează împreună cu Primăria Iași.", "Fundația Kredo", "Primăria Iași"),
    ("fi", "Kredo ry toteuttaa sen yhdessä Omnia-säätiön kanssa.", "Kredo ry", "Omnia-säätiö"),
    ("uk", "Фонд «Кредо» реалізує його разом із Львівською міською радою.", "Кредо", "Львівська міська рада"),
    ("mt", "Il-Fondazzjoni Kredo tmexxih flimkien mal-Università ta' Malta.", "Fondazzjoni Kredo", "Università ta' Malta"),
]


@pytest.mark.parametrize(("language", "text", "runner", "partner"), RUNS_IT)
def test_a_pronoun_stands_for_the_project(language: str, text: str, runner: str, partner: str) -> None:
    found = {(p, o) for _, p, o in facts(read(HELPS[language] + text, language)) if p in ("implementedBy", "hasPartner")}
    assert {o for p, o in found if p == "implementedBy"} == {runner} and ("hasPartner", partner) in found


WITH = [
    ("en", "The Kredo Foundation runs the Lantern project with Leeds City Council and Omnia Aid.", {"Leeds City Council", "Omnia Aid"}),
    ("en", "The Lantern project is run by the Kredo Foundation with Leeds City Council.", {"Leeds City Council"}),
    ("de", "Die Kredo Stiftung führt das Projekt Laterne mit der Stadt Bonn durch.", {"Stadt Bonn"}),
    ("pt", "A Fundação Kredo desenvolve o projeto Lanterna com a Câmara Municipal de Loures.", {"Câmara Municipal de Loures"}),
    ("sv", "Föreningen Kredo driver projektet Lyktan med Växjö kommun.", {"Växjö kommun"}),
    ("el", "Το σωματείο Κρέντο υλοποιεί το έργο Φανάρι με τον Δήμο Πατρέων.", {"Δήμος Πατρέων"}),
    ("en", "The Kredo Foundation runs the Lantern project with refugees from Caritas Leeds.", set()),
    ("en", "The Kredo Foundation runs the Lantern project with funding from Leeds City Council.", set()),
    ("en", "The Kredo Foundation runs the Lantern project with the European Union.", set()),
    ("en", "The Kredo Foundation does not run the Lantern project with Leeds City Council.", set()),
]


@pytest.mark.parametrize(("language", "text", "partners"), WITH)
def test_with_names_partners_where_somebody_runs_the_project(language: str, text: str, partners: set[str]) -> None:
    found = facts(read(text, language))
    assert {o for _, p, o in found if p == "hasPartner"} == partners
    assert not partners & {o for _, p, o in found if p == "implementedBy"}


def test_an_article_is_no_pronoun() -> None:
    text = "O projeto Lanterna ajuda refugiados. A Fundação Kredo realiza o curso em Loures."
    assert not facts(read(text, "pt"), "implementedBy")


OURS = [
    ("en", "We run the project with the Omnia College (the lessons) and with the Vega Institute.", {"Omnia College", "Vega Institute"}),
    ("de", "Wir führen das Projekt mit dem Institut Omnia und der Stadt Graz durch.", {"Institut Omnia", "Stadt Graz"}),
    ("fr", "Nous menons ce projet avec la Fondation Omnia et la Ville de Brest.", {"Fondation Omnia", "Ville de Brest"}),
    ("it", "Lo realizziamo con la Fondazione Omnia e il Comune di Bari.", {"Fondazione Omnia", "Comune di Bari"}),
    ("es", "Lo desarrollamos con la Fundación Omnia y el Ayuntamiento de Murcia.", {"Fundación Omnia", "Ayuntamiento de Murcia"}),
    ("nl", "Wij voeren het project uit met Aventus Taalcentrum en met Stichting Omnia, die de bedrijven werft.", {"Aventus Taalcentrum", "Stichting Omnia"}),
    ("pl", "Realizujemy go z Fundacją Omnia i Gminą Lublin.", {"Fundacja Omnia", "Gmina Lublin"}),
    ("el", "Το υλοποιούμε με το Ίδρυμα Κρέντο και τον Δήμο Πατρέων.", {"Ίδρυμα Κρέντο", "Δήμος Πατρέων"}),
    ("sv", "Vi driver projektet med Stiftelsen Omnia och Lunds universitet.", {"Stiftelsen Omnia", "Lunds universitet"}),
    ("en", "We discussed the project with the Omnia College.", set()),
    ("en", "We do not run the project with the Omnia College.", set()),
]


@pytest.mark.parametrize(("language", "text", "partners"), OURS)
def test_whom_we_run_it_with(language: str, text: str, partners: set[str]) -> None:
    assert {o for _, p, o in facts(read(HELPS[language] + text, language)) if p == "hasPartner"} == partners


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The LUMEN programme helps refugees at the premises of the Omnia Foundation, with whom we deliver the programme."),
    ("it", "Il progetto LUMEN aiuta i rifugiati nella sede della Fondazione Omnia, con cui realizziamo il progetto."),
    ("es", "El proyecto LUMEN atiende a refugiados en la sede de la Fundación Omnia, con la que llevamos a cabo el proyecto."),
    ("fr", "Le projet LUMEN aide les réfugiés dans les locaux de la Fondation Omnia, avec qui nous menons le projet."),
])
def test_with_whom_we_run_it(language: str, text: str) -> None:
    assert [o.split()[-1] in ("Foundation", "Omnia") for s, _, o in facts(read(text, language), "hasPartner")] == [True]


def test_a_pleasure_is_no_partner() -> None:
    text = "The LUMEN project helps refugees. We met the Omnia Foundation, with great pleasure, and we run the project."
    assert not facts(read(text, "en"), "hasPartner")
