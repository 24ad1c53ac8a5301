"""Projects called as another thing is, and headings that begin with a known name."""

from __future__ import annotations

import re

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts, prose

SAME = [
    ("en", "The report “Open Doors”, edited by Omnia, was written within the project of the same name, funded by AMIF."),
    ("de", "Der Film „Offene Türen“ entstand im gleichnamigen Projekt der Kredo Stiftung, das vom AMIF gefördert wird."),
    ("it", "La guida “Porte aperte” è stata realizzata nell'ambito dell'omonimo progetto, finanziato dal FAMI."),
    ("fr", "Le guide « Portes ouvertes » a été réalisé dans le cadre du projet du même nom, financé par le FAMI."),
    ("es", "La guía «Puertas abiertas» se elaboró en el marco del proyecto del mismo nombre, financiado por el FAMI."),
    ("pt", "O guia «Portas abertas» foi feito no âmbito do projeto com o mesmo nome, financiado pelo FAMI."),
    ("nl", "De gids ‘Open deuren’ kwam tot stand in het gelijknamige project, dat door AMIF wordt gefinancierd."),
    ("pl", "Poradnik „Otwarte drzwi” powstał w ramach projektu o tej samej nazwie, finansowanego z FAMI."),
    ("cs", "Příručka „Otevřené dveře“ vznikla v rámci stejnojmenného projektu, který financuje AMIF."),
    ("sl", "Priročnik »Odprta vrata« je nastal v okviru istoimenskega projekta, ki ga financira AMIF."),
    ("ro", "Ghidul „Uși deschise” a fost realizat în cadrul proiectului cu același nume, finanțat din FAMI."),
    ("hu", "A „Nyitott ajtók” kiadvány az azonos című projekt keretében készült, amelyet a MMIA finanszírozott."),
    ("sv", "Filmen ”Öppna dörrar” gjordes i projektet med samma namn, som finansieras av AMIF."),
    ("fi", "Opas ”Avoimet ovet” syntyi samannimisessä hankkeessa, jota rahoittaa AMIF."),
    ("el", "Ο οδηγός «Ανοιχτές πόρτες» γράφτηκε στο πλαίσιο του ομώνυμου έργου, που χρηματοδοτείται από το ΤΑΜΕ."),
    ("uk", "Посібник «Відкриті двері» створено в межах однойменного проєкту за фінансової підтримки УВКБ ООН."),
]


@pytest.mark.parametrize(("lang", "text"), SAME, ids=[lang for lang, _ in SAME])
def test_the_project_of_the_same_name(lang: str, text: str) -> None:
    name = re.split("[“”„«»‘’]", text)[1].strip()
    found = extract(prose(text, lang))
    assert [e.names[0].text for e in found.entities if e.kind == "Project"] == [name]
    assert any(p == "fundedBy" for _, p, _ in facts(found))


@pytest.mark.parametrize("text", [
    "The street of the same name leads to the project office, funded by AMIF.",
    "Omnia and the association of the same name met. The project is funded by AMIF.",
])
def test_no_quoted_name_no_project(text: str) -> None:
    assert not [e for e in extract(prose(text)).entities if e.kind == "Project"]


def test_a_heading_that_begins_with_the_name_and_goes_on() -> None:
    text = "“Lantern - Light for Refugees” began in 2019. The project is run by the Kredo Foundation."
    read = extract(blocks(
        ("title", "“The work goes on”"), ("heading", "Lantern - Light for Refugees: club and town take stock"),
        ("heading", "“The work goes on”"), ("prose", text),
    ))
    assert ("Lantern - Light for Refugees", "implementedBy", "Kredo Foundation") in facts(read)
    assert {e.names[0].text for e in read.entities if e.kind == "Project"} == {"Lantern - Light for Refugees"}


@pytest.mark.parametrize(("lang", "text", "name"), [
    ("nl", "Op 9 mei begon in Utrecht het project NABIJwerk. Het project helpt vluchtelingen.", "NABIJwerk"),
    ("de", "Am 9. Mai begann in Weimar das Projekt NAHwerk. Das Projekt hilft Geflüchteten.", "NAHwerk"),
])
def test_a_made_word_that_ends_like_a_body(lang: str, text: str, name: str) -> None:
    assert [e.names[0].text for e in extract(prose(text, lang)).entities if e.kind == "Project"] == [name]


def test_a_working_group_is_no_project() -> None:
    text = (
        "Prefectura a organizat o întâlnire online a Grupului de Lucru în cadrul proiectului „Porți deschise”, finanțat din FAMI. "
        "Grupul de Lucru sprijină migranții. Proiectul ajută migranții."
    )
    assert [e.names[0].text for e in extract(prose(text, "ro")).entities if e.kind == "Project"] == ["Porți deschise"]
