"""Names that words for naming give to a project, wherever the sentence has the noun for it."""
from __future__ import annotations

import re

import pytest

from tests.small_documents import read

LIGHTS = re.compile(r"L[aáiy](?:n|m|mp|nt|k|t|at)\w+|Svetilka|Φανάρι|LANTERNE")

NAMED = [
    ("en", "It is called Lantern and is a project of the Kredo Foundation for refugees."),
    ("en", "Called Lantern, the project is funded by the Omnia Foundation."),
    ("it", "Battezzato Lanterna, il progetto è finanziato dalla Fondazione Omnia."),
    ("it", "Si chiama Lanterna ed è il nuovo progetto della Fondazione Kredo per i rifugiati."),
    ("es", "Se llama Linterna y es el nuevo proyecto de la Fundación Kredo para refugiados."),
    ("pt", "Chama-se Lanterna e é um projeto da Fundação Kredo para refugiados."),
    ("fr", "Baptisé LANTERNE, le projet est financé par la Fondation Omnia."),
    ("fr", "Il s'appelle Lanterne et c'est un projet de la Fondation Kredo."),
    ("ro", "Noul proiect al Fundației Kredo poartă numele Lanterna. Proiectul este finanțat de Fundația Omnia."),
    ("de", "Es heißt Laterne und ist ein neues Projekt der Stiftung Kredo."),
    ("de", "Das neue Projekt der Stiftung Kredo trägt den Namen Laterne."),
    ("nl", "Het heet Lantaarn en is een nieuw project van Stichting Kredo."),
    ("sv", "Det heter Lyktan och är ett nytt projekt av Stiftelsen Kredo."),
    ("pl", "Nosi nazwę Latarnia i jest nowym projektem Fundacji Kredo."),
    ("sl", "Imenuje se Svetilka in je nov projekt Fundacije Kredo."),
    ("el", "Ονομάζεται Φανάρι και είναι το νέο έργο του Ιδρύματος Κρέντο."),
    ("nl", "Lantaarn heet het nieuwe project van Stichting Kredo. Het project wordt betaald door Stichting Omnia."),
    ("cs", "Pod názvem Lampička spouští Nadace Kredo nový projekt. Projekt financuje Nadace Omnia."),
    ("hu", "Lámpás néven indít új projektet a Kredo Alapítvány. A projektet az Omnia Alapítvány finanszírozza."),
]
OTHERS = [
    ("en", "It is called Kredo House and the association runs a project there. The project is funded by AMIF."),
    ("en", "Under the title Open Letters, the project published a book. The Lantern project is funded by AMIF."),
    ("de", "Der Verein heißt Hafen und leitet ein Projekt. Das Projekt wird vom AMIF gefördert."),
    ("de", "Sie heißt Amina und leitet ein Projekt. Das Projekt wird vom AMIF gefördert."),
    ("it", "Si chiama Amina e dirige un progetto per i rifugiati. Il progetto è finanziato dal FAMI."),
    ("es", "La asociación se llama Puerto y dirige un proyecto. El proyecto está financiado por el FAMI."),
]


def projects(text: str, language: str) -> set[str]:
    return {e.names[0].text for e in read(text, language).entities if e.kind == "Project"}


@pytest.mark.parametrize(("language", "text"), NAMED)
def test_a_project_is_called_so(language: str, text: str) -> None:
    assert projects(text, language) == {LIGHTS.search(text)[0]}


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_what_else_is_called_so_is_no_project(language: str, text: str) -> None:
    assert projects(text, language) <= {"Lantern"}


def test_a_title_right_behind_the_noun_is_left_to_its_own_rule() -> None:
    text = "This site is part of the project entitled *Sharing a Library: Shelves and Voices*, run by the Kredo Foundation."
    assert projects(text, "en") == {"Sharing a Library: Shelves and Voices"}
