"""Of whom a participle behind a fund's name speaks: of the project that is the fund's, or of the fund."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("text", "language", "body"), [
    ("VOICE-IN è un progetto Erasmus+ coordinato dalla Fondazione Kredo.", "it", "Fondazione Kredo"),
    ("VOICE-IN es un proyecto FAMI ejecutado por la Fundación Kredo.", "es", "Fundación Kredo"),
    ("VOICE-IN est un projet Erasmus+ coordonné par la Fondation Kredo.", "fr", "Fondation Kredo"),
    ("VOICE-IN é um projeto Erasmus+ coordenado pela Fundação Kredo.", "pt", "Fundação Kredo"),
    ("VOICE-IN to projekt Erasmus+ koordynowany przez Fundację Kredo.", "pl", "Fundacja Kredo"),
    ("Το VOICE-IN είναι ένα έργο Erasmus+ που συντονίζει το Ίδρυμα Κρέντο.", "el", "Ίδρυμα Κρέντο"),
    ("VOICE-IN ist ein Erasmus+-Projekt, das die Kredo Stiftung koordiniert.", "de", "Kredo Stiftung"),
    ("VOICE-IN is an AMIF project led by the Kredo Foundation.", "en", "Kredo Foundation")])
def test_a_project_of_a_fund_is_what_is_run(text: str, language: str, body: str) -> None:
    assert {(s, o) for s, _, o in facts(read(text, language), "implementedBy")} == {("VOICE-IN", body)}


@pytest.mark.parametrize(("text", "language"), [
    ("VOICE-IN è un progetto per rifugiati finanziato dal programma FAMI gestito dal Ministero dell'Interno.", "it"),
    ("El proyecto VOICE-IN está financiado por el programa FAMI gestionado por el Ministerio de Inclusión.", "es"),
    ("The VOICE-IN project is funded by the AMIF 2021–2027 managed by the Kredo Foundation.", "en")])
def test_a_fund_is_managed(text: str, language: str) -> None:
    assert not facts(read(text, language), "implementedBy")
