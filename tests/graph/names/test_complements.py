"""Genitives in small letters go on with a body's name behind its head noun; verbs, small words and other cases end it."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("text", "body"), [
    ("Проєкт ЛІХТАР фінансує Міністерство освіти і науки Литви.", "Міністерство освіти і науки Литви"),
    ("Проєкт ЛІХТАР фінансує Департамент соціальної політики, сім'ї та молоді.", "Департамент соціальної політики, сім'ї та молоді"),
    ("Проєкт ЛІХТАР фінансує Центр підтримки родин.", "Центр підтримки родин"),
    ("Кошицький інститут громад фінансує проєкт ЛІХТАР.", "Кошицький інститут громад"),
    ("Проєкт ЛІХТАР фінансується Полтавською міською радою.", "Полтавська міська рада"),
    ("Проєкт ЛІХТАР фінансує Асоціація Кредо та допомагає родинам.", "Асоціація Кредо"),
    ("Проєкт ЛІХТАР фінансує Рада Омнія сьогодні вранці.", "Рада Омнія"),
])
def test_how_far_the_name_goes(text: str, body: str) -> None:
    assert {o for _, _, o in facts(read(text, "uk"), "fundedBy")} == {body}


OTHERS = [
    ("cs", "Projekt Lucernička realizuje Odbor azylové a migrační politiky Ministerstva vnitra.", "Odbor azylové a migrační politiky Ministerstva vnitra"),
    ("cs", "Projekt Lucernička realizuje Centrum integrace cizinců.", "Centrum integrace cizinců"),
    ("cs", "Projekt Lucernička realizuje Spolek Kredo a pomáhá rodinám.", "Spolek Kredo"),
    ("pl", "Projekt Latarenka realizuje Wydział edukacji i spraw społecznych Urzędu Miasta Lublin.",
     "Wydział edukacji i spraw społecznych Urzędu Miasta Lublin"),
    ("pl", "Projekt Latarenka realizuje Stowarzyszenie kobiet ukraińskich.", "Stowarzyszenie kobiet ukraińskich"),
    ("sl", "Projekt Svetilka izvaja Društvo prijateljev mladine.", "Društvo prijateljev mladine"),
    ("sl", "Projekt Svetilka izvaja Zveza društev upokojencev Slovenije.", "Zveza društev upokojencev Slovenije"),
    ("uk", "Проєкт Ліхтар реалізує Департамент освіти Харківської міської ради.", "Департамент освіти Харківської міської ради"),
]
VERBS = [
    ("pl", "Projekt Latarenka pomaga uchodźcom. Stowarzyszenie pomaga także rodzinom."), ("pl", "Projekt Latarenka pomaga uchodźcom. Fundacja prowadzi szkołę."),
    ("cs", "Projekt Lucernička pomáhá uprchlíkům. Nadace pomohla rodinám."), ("sl", "Projekt Svetilka pomaga beguncem. Društvo pomaga družinam."),
]


@pytest.mark.parametrize(("language", "text", "body"), OTHERS)
def test_genitives_of_other_languages(language: str, text: str, body: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "implementedBy")} == {body}


@pytest.mark.parametrize(("language", "text"), VERBS)
def test_a_verb_is_no_genitive(language: str, text: str) -> None:
    assert not [e.names for e in read(text, language).entities if e.kind == "Organisation"]


@pytest.mark.parametrize(("language", "text", "bodies"), [
    ("uk", "Проєкт «Ліхтар» реалізують Фонд «Кредо» та Спілка «Омнія».", {"Кредо", "Омнія"}),
    ("pl", "Partnerami projektu „Latarnia” są Związek „Kredo” i Rada „Omnia”.", {"Kredo", "Omnia"}),
])
def test_a_head_noun_before_a_quoted_name_parts_no_list(language: str, text: str, bodies: set[str]) -> None:
    assert {o for _, p, o in facts(read(text, language)) if p in ("implementedBy", "hasPartner")} == bodies


def test_a_negation_that_reaches_over_the_trigger_negates_it() -> None:
    found = read("Проєкт «Ліхтар» не фінансується за кошти Асоціації Кредо.", "uk").statements
    assert {s.modality for s in found if s.predicate == "fundedBy"} == {"negated"}
