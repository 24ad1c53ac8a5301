"""What a sentence says of a name against its being a project's."""
from __future__ import annotations

import pytest

from tests.small_documents import HELPS, facts, read

RUNS = [  # a body whose name says nothing, between "which" and "runs"
    ("en", "KREVIA is a Greek non-governmental organisation based in Athens. The project “Beacon”, which KREVIA has been implementing since October 2023 in partnership with the Kredo Foundation, helps refugees.", "Beacon"),
    ("de", "KREVIA ist eine griechische Nichtregierungsorganisation mit Sitz in Athen. Das Projekt „Leuchte“, das KREVIA seit Oktober 2023 in Partnerschaft mit der Stiftung Kredo durchführt, hilft Geflüchteten.", "Leuchte"),
    ("fr", "KREVIA est une organisation non gouvernementale grecque basée à Athènes. Le projet « Phare », que KREVIA met en œuvre depuis octobre 2023 en partenariat avec la Fondation Kredo, aide les réfugiés.", "Phare"),
    ("it", "KREVIA è un'organizzazione non governativa greca con sede ad Atene. Il progetto \"Faro\", che KREVIA realizza da ottobre 2023 in partenariato con la Fondazione Kredo, aiuta i rifugiati.", "Faro"),
    ("es", "KREVIA es una organización no gubernamental griega con sede en Atenas. El proyecto «Faro», que KREVIA ejecuta desde octubre de 2023 en asociación con la Fundación Kredo, ayuda a refugiados.", "Faro"),
    ("pl", "KREVIA to grecka organizacja pozarządowa z siedzibą w Atenach. Projekt „Latarnia”, który KREVIA realizuje od października 2023 r. w partnerstwie z Fundacją Kredo, pomaga uchodźcom.", "Latarnia"),
    ("cs", "KREVIA je řecká nevládní organizace se sídlem v Athénách. Projekt „Maják“, který KREVIA realizuje od října 2023 ve spolupráci s Nadací Kredo, pomáhá uprchlíkům.", "Maják"),
    ("sv", "KREVIA är en grekisk ideell organisation med säte i Aten. Projektet ”Fyren”, som KREVIA driver sedan oktober 2023 i samarbete med Stiftelsen Kredo, hjälper flyktingar.", "Fyren"),
    ("fi", "KREVIA on kreikkalainen kansalaisjärjestö, jonka kotipaikka on Ateena. Hanke ”Majakka”, jota KREVIA toteuttaa lokakuusta 2023 yhteistyössä Kredo-säätiön kanssa, auttaa pakolaisia.", "Majakka"),
    ("ro", "KREVIA este o organizație neguvernamentală din Grecia cu sediul la Atena. Proiectul „Farul”, pe care KREVIA îl implementează din octombrie 2023 în parteneriat cu Fundația Kredo, ajută refugiații.", "Farul"),
]


@pytest.mark.parametrize(("language", "text", "project"), RUNS)
def test_a_name_between_which_and_runs_is_a_body(language: str, text: str, project: str) -> None:
    found = facts(read(text, language))
    assert (project, "implementedBy", "KREVIA") in found and not any(s == "KREVIA" and p != "presentIn" for s, p, _ in found)


@pytest.mark.parametrize(("text", "name"), [
    ("The fourth partner is Pädagogische Werkstatt, which has run classes for refugees since 2012.", "Pädagogische Werkstatt"),
    ("Daarom gaat in oktober Taalmaat van start, een traject voor vluchtelingen. Taalmaat wordt gefinancierd door het AMIF.", ""),
])
def test_a_partner_is_no_project(text: str, name: str) -> None:
    language = "en" if name else "nl"
    found = facts(read((HELPS["en"] if name else "") + text, language))
    assert not any(s == name for s, _, _ in found)
    assert name or ("Taalmaat", "fundedBy", "AMIF") in found


@pytest.mark.parametrize("text", [
    "LANTERN is a project of a charity and helps refugees. It is funded by AMIF.",
    "LANTERN is a network of schools that helps refugees. The LANTERN project is funded by AMIF.",
])
def test_a_project_of_a_charity_is_a_project(text: str) -> None:
    assert ("LANTERN", "fundedBy", "AMIF") in facts(read(text))
