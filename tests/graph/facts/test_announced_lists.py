"""Lists below a line that announces them: "The consortium brings together the following partners:", "It is aimed at:"."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read
from tests.small_documents import facts

TEXTS = {
    "en": ("The LANTERN project helps refugees.", "leader", "France", "Belgium"),
    "de": ("Das Projekt LANTERN hilft Geflüchteten.", "Koordinator", "Frankreich", "Belgien"),
    "fr": ("Le projet LANTERN aide les réfugiés.", "coordinateur", "France", "Belgique"),
    "es": ("El proyecto LANTERN ayuda a los refugiados.", "coordinador", "Francia", "Bélgica"),
    "it": ("Il progetto LANTERN aiuta i rifugiati.", "capofila", "Francia", "Belgio"),
    "pl": ("Projekt LANTERN pomaga uchodźcom.", "lider projektu", "Francja", "Belgia"),
    "cs": ("Projekt LANTERN pomáhá uprchlíkům.", "koordinátor", "Francie", "Belgie"),
    "ro": ("Proiectul LANTERN ajută refugiații.", "coordonator", "Franța", "Belgia"),
    "sv": ("Projektet LANTERN hjälper flyktingar.", "koordinator", "Frankrike", "Belgien"),
    "nl": ("Het project LANTERN helpt vluchtelingen.", "coördinator", "Frankrijk", "België"),
}
LINES = [
    ("en", "The project consortium includes the following partners:"), ("en", "Partners in the LANTERN consortium:"),
    ("de", "Dem Konsortium gehören folgende Partner an:"), ("de", "Partner im Konsortium LANTERN:"),
    ("fr", "Le consortium réunit les partenaires suivants :"), ("fr", "Partenaires du consortium LANTERN :"),
    ("es", "Forman el consorcio los siguientes socios:"), ("es", "Socios del consorcio LANTERN:"),
    ("it", "I partner del consorzio LANTERN sono:"), ("pl", "Konsorcjum projektowe obejmuje następujących partnerów:"),
    ("pl", "Partnerzy w Konsorcjum LANTERN:"), ("cs", "Konsorcium projektu tvoří tito partneři:"),
    ("ro", "Consorțiul proiectului include următorii parteneri:"), ("sv", "I konsortiet ingår följande partner:"),
    ("nl", "Partners in het consortium LANTERN:"),
]
FOUND = {("implementedBy", "University of Weimar"), ("hasPartner", "Kredo Foundation"), ("hasPartner", "Migration Policy Group")}


def bodies(folder: Path, text: str) -> set[tuple[str, str]]:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    found = facts(extract(read(folder / "a.txt", "a.txt")))
    return {(p, o) for _, p, o in found if p in ("hasPartner", "implementedBy")}


@pytest.mark.parametrize(("lang", "line"), LINES)
@pytest.mark.parametrize("numbered", [False, True])
def test_partners_below_a_line_that_announces_them(lang: str, line: str, numbered: bool, tmp_path: Path) -> None:
    text, leads, one, two = TEXTS[lang]
    rows = [f"• University of Weimar, {leads} ({one}),", f"• Kredo Foundation ({two}),", "• Migration Policy Group."]
    if numbered:
        rows = [f"1. University of Weimar ({one}) – {leads}", f"2. Kredo Foundation ({two})", "3. Migration Policy Group"]
    assert bodies(tmp_path, "\n".join([text, "", line, "", *rows, ""])) >= FOUND


@pytest.mark.parametrize("line", ["The partners will do the following:", "What our partners expect of the project:"])
def test_what_partners_do_names_none(line: str, tmp_path: Path) -> None:
    rows = ["- organise courses for refugees in three towns", "- open a desk at the harbour", "- write a guide"]
    assert not bodies(tmp_path, "\n".join(["The LANTERN project helps refugees.", "", line, "", *rows, ""]))


def test_organisations_that_take_part(tmp_path: Path) -> None:
    text = "The LANTERN project helps refugees.\n\nThe following organisations take part in the project:\n\n- Kredo Foundation (Malta)\n- Omnia Trust (Italy)\n"
    assert bodies(tmp_path, text) == {("hasPartner", "Kredo Foundation"), ("hasPartner", "Omnia Trust")}


CLAUSES = [
    ("targets", "The LANTERN project began in 2019.", "The project is aimed at:", ["refugees", "asylum seekers"]),
    ("targets", "Das Projekt LANTERN begann 2019.", "Das Projekt richtet sich an:", ["Flüchtlinge", "Asylsuchende"]),
    ("targets", "Il progetto LANTERN è iniziato nel 2019.", "Il progetto si rivolge a:", ["rifugiati", "richiedenti asilo"]),
    ("targets", "Le projet LANTERN a commencé en 2019.", "Le projet s’adresse aux :", ["réfugiés", "demandeurs d’asile"]),
    ("targets", "El proyecto LANTERN comenzó en 2019.", "El proyecto está dirigido a:", ["refugiados", "solicitantes de asilo"]),
    ("targets", "Projekt LANTERN rozpoczął się w 2019 roku.", "Projekt jest skierowany do:", ["uchodźców", "osób ubiegających się o azyl"]),
    ("implementedBy", "Il progetto LANTERN è iniziato nel 2019.", "Il progetto è realizzato da:", ["Kredo Foundation", "Omnia Trust"]),
    ("implementedBy", "Das Projekt LANTERN begann 2019.", "Das Projekt wird durchgeführt von:", ["Kredo Stiftung", "Omnia Trust"]),
    ("fundedBy", "Le projet LANTERN a commencé en 2019.", "Le projet est cofinancé par :", ["AMIF", "Kredo Foundation"]),
    ("coversCountry", "Projekt LANTERN rozpoczął się w 2019 roku.", "Projekt jest realizowany w następujących krajach:", ["Francja", "Malta"]),
]


@pytest.mark.parametrize(("name", "text", "line", "items"), CLAUSES)
def test_a_clause_that_its_list_completes(name: str, text: str, line: str, items: list[str], tmp_path: Path) -> None:
    rows = "".join(f"• {item}\n" for item in items)
    (tmp_path / "a.txt").write_text(f"{text}\n\n{line}\n\n{rows}", encoding="utf-8")
    found = facts(extract(read(tmp_path / "a.txt", "a.txt")), name)
    assert len({o for _, _, o in found}) == len(items)


COUNTRIES = [
    ("en", "The LANTERN project helps refugees.", "The LANTERN project is implemented in the following countries:"),
    ("es", "El proyecto LANTERN ayuda a los refugiados.", "El proyecto LANTERN se desarrolla en los siguientes países:"),
    ("fr", "Le projet LANTERN aide les réfugiés.", "Le projet LANTERN est mis en œuvre dans les pays suivants :"),
    ("it", "Il progetto LANTERN aiuta i rifugiati.", "Il progetto LANTERN si svolge nei seguenti Paesi:"),
    ("de", "Das Projekt LANTERN hilft Geflüchteten.", "Das Projekt LANTERN wird in folgenden Ländern umgesetzt:"),
    ("cs", "Projekt LANTERN pomáhá uprchlíkům.", "Projekt LANTERN probíhá nyní v těchto zemích:"),
]


@pytest.mark.parametrize("sign", ["- ", "• ", ""])
@pytest.mark.parametrize(("lang", "text", "line"), COUNTRIES)
def test_countries_below_a_whole_sentence(lang: str, text: str, line: str, sign: str, tmp_path: Path) -> None:
    rows = "".join(f"{sign}{name}\n" for name in ("Mali", "Angola", "Kosovo"))
    (tmp_path / "a.txt").write_text(f"# LANTERN\n\n{text}\n\n{line}\n{rows}", encoding="utf-8")
    assert len(facts(extract(read(tmp_path / "a.txt", "a.txt")), "coversCountry")) == 3, lang


def test_what_a_project_offers_is_below(tmp_path: Path) -> None:
    text = "# Brücken\n\nDas Projekt „Brücken“ wird vom Caritasverband Trier getragen.\n\nDas Projekt bietet:\n\n- Sprachkurse für Frauen\n- Beratung\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert len(facts(extract(read(tmp_path / "a.txt", "a.txt")), "hasActivityType")) == 2


def test_sentences_below_a_clause_name_no_body(tmp_path: Path) -> None:
    text = "# Lantern\n\nThe Lantern project is run by volunteers. The project is led by:\n\n- 412 people who came in 2019 and stayed\n- what they learnt. It was much.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert not facts(extract(read(tmp_path / "a.txt", "a.txt")), "implementedBy")
