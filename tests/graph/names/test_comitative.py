"""Names of bodies do not run across "with" to another body."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import facts, prose


@pytest.mark.parametrize(("language", "text", "body"), [
    ("en", "The LANTERN project is run by Kredo Foundation with Omnia University and the Harbour Institute.", "Kredo Foundation"),
    ("en", "The LANTERN project is run by the Centre for Work with Refugees.", "Centre for Work with Refugees"),
    ("de", "Das Projekt LATERNE wird vom Verein Mut mit Herz durchgeführt.", "Verein Mut mit Herz"),
    ("de", "Das Projekt LATERNE wird von der Kredo Stiftung mit der Universität Omnia durchgeführt.", "Kredo Stiftung"),
    ("it", "Il progetto LANTERNA è realizzato dalla Fondazione Kredo con l'Università Omnia.", "Fondazione Kredo"),
    ("es", "El proyecto FAROL es ejecutado por la Fundación Kredo con la Universidad Omnia.", "Fundación Kredo"),
])
def test_a_name_ends_before_with_and_another_body(language: str, text: str, body: str) -> None:
    assert {o for _, _, o in facts(extract(prose(text, language)), "implementedBy")} == {body}
