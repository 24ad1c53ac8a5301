"""Base forms of bodies and funds that stand in an oblique case."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text", "predicate", "name"), [
    ("pl", "Projekt LATARNIA jest realizowany w ramach Regionalnego Programu Operacyjnego Krainy Mgły.", "fundedBy", "Regionalny Program Operacyjny Krainy Mgły"),
    ("pl", "Projekt LATARNIA jest współfinansowany ze środków Funduszu Dobrych Dróg.", "fundedBy", "Fundusz Dobrych Dróg"),
    ("pl", "Projekt LATARNIA jest realizowany przez Fundację Edukacyjną.", "implementedBy", "Fundacja Edukacyjna"),
    ("pl", "Projekt LATARNIA jest realizowany we współpracy z Powiatowym Urzędem Pracy.", "hasPartner", "Powiatowy Urząd Pracy"),
    ("pl", "Projekt LATARNIA jest realizowany przez Fundację Polskiej Rady Portów.", "implementedBy", "Fundacja Polskiej Rady Portów"),
    ("hu", "A Lámpás projekt az Országos Kikötői Főigazgatósággal együttműködésben valósul meg.", "hasPartner", "Országos Kikötői Főigazgatóság"),
    ("hu", "A Lámpás projekt a Kredo Egyesülettel együttműködésben valósul meg.", "hasPartner", "Kredo Egyesület"),
    ("hu", "A Lámpás projekt a Kikötői Hivatal Gyermekvédelmi Hatóságával együttműködésben valósul meg.", "hasPartner", "Kikötői Hivatal Gyermekvédelmi Hatósága")])
def test_the_name_is_in_the_base_form(language: str, text: str, predicate: str, name: str) -> None:
    assert name in {o for _, _, o in facts(read(text, language), predicate)}
