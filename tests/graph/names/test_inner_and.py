"""Bodies whose names hold "and", where the list around shows that it joins no two bodies."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("text", "language", "partners"), [
    ("The LUMEN project is run by Kredo Trust in partnership with Jobsplus, the Light and Dignity Foundation and the University of Malta.", "en", {"Jobsplus", "Light and Dignity Foundation", "University of Malta"}),
    ("El proyecto LUMEN lo realiza la Fundación Kredo en colaboración con la Fundación Luz y Vida y la Universidad de Malta.", "es", {"Fundación Luz y Vida", "Universidad de Malta"}),
    ("Le projet LUMEN est mené par la Fondation Kredo en partenariat avec la Fondation Lumière et Vie et l'Université de Malte.", "fr", {"Fondation Lumière et Vie", "Université de Malte"}),
    ("Das Projekt LUMEN wird von der Kredo Stiftung in Kooperation mit der Stiftung Licht und Leben und der Universität Malta durchgeführt.", "de", {"Stiftung Licht und Leben", "Universität Malta"}),
    ("O projeto LUMEN é executado pela Fundação Kredo em parceria com a Fundação Luz e Vida e a Universidade de Malta.", "pt", {"Fundação Luz e Vida", "Universidade de Malta"}),
    ("Proiectul LUMEN este implementat de Fundația Kredo în parteneriat cu Fundația Lumină și Viață și Universitatea din Cluj.", "ro", {"Fundația Lumină și Viață", "Universitatea din Cluj"}),
    ("Projektet LUMEN drivs av Stiftelsen Kredo i samverkan med Stiftelsen Ljus och Liv och Uppsala universitet.", "sv", {"Stiftelsen Ljus och Liv", "Uppsala universitet"}),
    ("Il progetto LUMEN è realizzato dalla Fondazione Kredo in collaborazione con la Cooperativa Terra e Cielo, il Comune di Bari e l'Associazione Pane e Rose.", "it", {"Cooperativa Terra e Cielo", "Comune di Bari", "Associazione Pane e Rose"}),
    ("Il-proġett LUMEN se jitmexxa mill-Fondazzjoni Kredo, b'sħubija ma' Jobsplus, il-Fondazzjoni Dawl u Dinjità u l-Università ta' Malta.", "mt", {"Jobsplus", "Fondazzjoni Dawl u Dinjità", "l-Università ta' Malta"})])
def test_a_list_that_goes_on_shows_it(text: str, language: str, partners: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, language), "hasPartner")} == partners


@pytest.mark.parametrize(("text", "language", "partners"), [
    ("Il progetto LUMEN è realizzato dalla Fondazione Kredo in collaborazione con la Fondazione Omnia e Jobsplus.", "it", {"Fondazione Omnia", "Jobsplus"}),
    ("Il progetto LUMEN è realizzato dalla Fondazione Kredo in collaborazione con il Comune di Bari e Caritas e l'Università di Malta.", "it", {"Comune di Bari", "Caritas", "Università di Malta"})])
def test_two_bodies_stay_two(text: str, language: str, partners: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, language), "hasPartner")} == partners
