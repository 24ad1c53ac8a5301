"""Names of bodies that go on in lower case, and names that "and", "&" or a dash runs through."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text", "bodies"), [
    ("sl", "Projekt »Svetilka« izvajata Krasnova ljudska univerza in Omnijski razvojni center Lumen.",
     {"Krasnova ljudska univerza", "Omnijski razvojni center Lumen"}),
    ("cs", "Projekt „Maják” realizuje Omnijské etnografické muzeum.", {"Omnijské etnografické muzeum"}),
    ("sl", "Krasnovska ljudska univerza izvaja projekt »Svetilka«.", {"Krasnovska ljudska univerza"}),
])
def test_an_adjective_and_a_head_noun_in_lower_case(language: str, text: str, bodies: set[str]) -> None:
    assert {o for _, p, o in facts(read(text, language)) if p == "implementedBy"} == bodies


@pytest.mark.parametrize(("language", "text"), [
    ("sl", "Humanitarne organizacije izvajajo projekt »Svetilka«."),
    ("cs", "Omnijské organizace realizují projekt „Maják”."),
])
def test_a_plural_at_the_head_of_a_sentence_is_no_name(language: str, text: str) -> None:
    assert not [f for f in facts(read(text, language)) if f[1] == "implementedBy"]


@pytest.mark.parametrize(("language", "text", "bodies"), [
    ("ro", "Proiectul FELINAR este finanțat de Agenția Krasnovă pentru Dezvoltare și Cooperare (AKDC) și de Fundația pentru Tineri și Kredo.",
     {"Agenția Krasnovă pentru Dezvoltare și Cooperare", "Fundația pentru Tineri", "Kredo"}),
    ("en", "The LANTERN project is funded by the Centre for Refugees and Migrants.", {"Centre for Refugees and Migrants"}),
    ("en", "The LANTERN project is funded by the Kredo & Omnia Trust.", {"Kredo & Omnia Trust"}),
    ("en", "The LANTERN project is funded by KRF & OMT.", {"KRF", "OMT"}),
])
def test_and_inside_a_name(language: str, text: str, bodies: set[str]) -> None:
    assert {o for _, p, o in facts(read(text, language)) if p == "fundedBy"} == bodies


@pytest.mark.parametrize(("text", "bodies"), [
    ("The LANTERN project is run by the Kredo Foundation in Malta, Omnia Trust in Spain and Lumen Institute in Poland.",
     {"Kredo Foundation", "Omnia Trust", "Lumen Institute"}),
    ("The LANTERN project is run by the Kredo Foundation in Malta, and the Omnia Trust visited it.", {"Kredo Foundation"}),
])
def test_a_list_goes_on_behind_the_country_of_a_body(text: str, bodies: set[str]) -> None:
    assert {o for _, p, o in facts(read(text)) if p == "implementedBy"} == bodies
