"""Countries, demonyms and places: the files are sound, and forms in many languages find the right country."""
from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest

from ontology import vocabulary
from ontology.patterns import expand
from ontology.words import WORD, fold

FOLDER = Path(vocabulary.__file__).parent / "authorities"
KINDS = {"region", "city", "district", "island", "river-basin"}
LANGUAGES = set("en it es fr de pt nl el pl ro cs sl sv fi mt hu uk".split())

# language | code=form,form …; a code of "-" says that the form names no country
CASES = """
en|IT=Italy NL=Netherlands,Holland CZ=Czechia MD=Moldova TR=Türkiye,Turkey GB=Britain NE=Niger NG=Nigeria GN=Guinea
en|TD=Chad
en|GQ=Equatorial_Guinea GW=Guinea-Bissau PG=Papua_New_Guinea CD=Democratic_Republic_of_the_Congo SS=South_Sudan SD=Sudan
en|GE=Georgia JO=Jordan ML=Mali TG=Togo MT=Malta AT=Austria AU=Australia SK=Slovakia SI=Slovenia IE=Ireland IS=Iceland
en|IN=India ID=Indonesia XK=Kosovo BA=Bosnia_and_Herzegovina MK=North_Macedonia CI=Ivory_Coast CV=Cape_Verde SY=Syria

en|-=Italian,Italians,Maltese,Austrian,Slovak,Indian,Island,Polish
en|-=Romanian,Nigerien,Guinean,Georgian,Turkish,Roma,Congo,Swiss
it|IT=Italia DE=Germania NL=Paesi_Bassi,Olanda GR=Grecia CY=Cipro HU=Ungheria TR=Turchia LY=Libia CI=Costa_d'Avorio
it|GB=Regno_Unito,Gran_Bretagna US=Stati_Uniti CZ=Repubblica_Ceca,Cechia -=italiano,italiani,Italiana,tedesco,libico,usa
es|DE=Alemania NL=Países_Bajos,Holanda GB=Reino_Unido FR=Francia MA=Marruecos -=alemanes,colombianos,venezolana
fr|DE=Allemagne ES=Espagne NL=Pays-Bas MA=Maroc TD=Tchad DJ=Djibouti GB=Royaume-Uni -=français,espagnole,Réunions
de|IT=Italien,Italiens DE=Deutschland,Deutschlands AT=Österreich,Österreichs CH=Schweiz TR=Türkei IS=Island IE=Irland
de|MD=Moldau,Republik_Moldau GB=Vereinigten_Königreichs US=Vereinigten_Staaten -=italienisch,Italiener,österreichische
pt|DE=Alemanha ES=Espanha NL=Países_Baixos PL=Polónia -=alemão,brasileiras
nl|IT=Italië DE=Duitsland BE=België GB=Verenigd_Koninkrijk -=Italiaans,Duitse,Nederlands
el|IT=Ιταλία,Ιταλίας GR=Ελλάδα,Ελλάδας CY=Κύπρος,Κύπρου DE=Γερμανία,Γερμανίας TR=Τουρκία,Τουρκίας NL=Κάτω_Χώρες,Ολλανδία
el|GB=Ηνωμένου_Βασιλείου US=Ηνωμένων_Πολιτειών MK=Βόρειας_Μακεδονίας -=ιταλική,Ελληνικός,Μακεδονία
pl|IT=Włochy,Włoch,Włoszech,Włochami DE=Niemcy,Niemczech,Niemiec PL=Polska,Polsce,Polskę HU=Węgry,Węgrzech,Węgier
pl|ES=Hiszpania,Hiszpanii,Hiszpanię UA=Ukraina,Ukrainie,Ukrainy,Ukrainą GB=Wielkiej_Brytanii CZ=Czechy,Czechach SY=Syrii
pl|GR=Grecja,Grecji LT=Litwie,Litwy MT=Malta,Malcie NE=Nigru NG=Nigerii BY=Białorusi,Białoruś
pl|-=włoski,polskiego,Ukraińcy
cs|IT=Itálie,Itálii DE=Německo,Německu,Německa AT=Rakousko,Rakousku PL=Polsko,Polsku SK=Slovensko,Slovensku
cs|CZ=Česko,Česku
cs|CZ=České_republice,Česká_republika UA=Ukrajina,Ukrajině,Ukrajiny GR=Řecko,Řecku GB=Velké_Británii -=italský,německých
sk|IT=Taliansko,Taliansku,Talianska DE=Nemecko,Nemecku SK=Slovensko,Slovenska UA=Ukrajine HU=Maďarsko,Maďarsku
sl|IT=Italija,Italije,Italiji,Italijo DE=Nemčija,Nemčiji SI=Slovenija,Sloveniji,Slovenije AT=Avstrija,Avstriji
sv|IT=Italien,Italiens SE=Sverige,Sveriges FI=Finland IS=Island DE=Tyskland,Tysklands -=italienska,svenskar
fi|IT=Italia,Italiassa,Italian FI=Suomi,Suomessa,Suomen SE=Ruotsi,Ruotsissa,Ruotsin IE=Irlannissa IS=Islannin,Islanti
fi|GR=Kreikassa,Kreikan TR=Turkissa DE=Saksassa,Saksan GB=Iso-Britanniassa US=Yhdysvalloissa -=italialainen,suomalaiset
hu|IT=Olaszország,Olaszországban DE=Németországban,Németországból HU=Magyarországon,Magyarországra AT=Ausztriában
hu|UA=Ukrajna,Ukrajnából MT=Máltán,Málta RS=Szerbiában -=olasz,magyarok,máltai,ukrán
ro|IT=Italia,Italiei RO=România,României MD=Republica_Moldova,Republicii_Moldova FR=Franța,Franței IE=Irlanda,Irlandei
ro|GB=Regatul_Unit,Regatului_Unit UA=Ucraina,Ucrainei -=italian,români,romanilor
lt|IT=Italija,Italijos,Italijoje DE=Vokietija,Vokietijos LT=Lietuva,Lietuvoje PL=Lenkijos
lv|IT=Itālija,Itālijas,Itālijā DE=Vācijas LV=Latvija,Latvijā
et|IT=Itaalia,Itaalias,Itaaliast EE=Eesti,Eestis SE=Rootsis DE=Saksamaa,Saksamaal
uk|IT=Італія,Італії DE=Німеччина,Німеччини UA=Україна,України,Україні PL=Польща,Польщі -=український,українці
mt|IT=Italja MT=Malta DE=Ġermanja -=Taljan,Maltin
"""


def _cases() -> list[tuple[str, str, str]]:
    found = []
    for line in CASES.strip().splitlines():
        language, _, rest = line.partition("|")
        for pair in rest.split():
            code, _, forms = pair.partition("=")
            found += [(language, form.replace("_", " "), code) for form in forms.split(",")]
    return found


@lru_cache(maxsize=1)
def _known() -> dict[str, dict[tuple[str, ...], set[str]]]:
    """Rows of elements by language."""
    known: dict[str, dict[tuple[str, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
    for code, entry in vocabulary.countries().items():
        for text, language in entry.labels:
            known[language][_words(text)].add(code)
        for text, language in entry.patterns:
            for row in expand(text):
                known[language][row].add(code)
    return known


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(match.group()) for match in WORD.finditer(text))


def _accepts(row: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return len(row) == len(words) and all(
        word.startswith(element[:-1]) if element.endswith("*") else word == element
        for element, word in zip(row, words, strict=True))


def _codes(language: str, form: str) -> set[str]:
    words = _words(form)
    return {code for row, codes in _known()[language].items() if _accepts(row, words) for code in codes}


def _rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _sure(name: str) -> set[str]:
    """The countries of the places that a name stands for without more ado."""
    found = set()
    for row in _rows("places.tsv")[1:]:
        if not row[4] and _words(name) in map(_words, [row[0], *row[3].split("|")]):
            found.add(row[1])
    return found


def test_there_are_many_cases() -> None:
    assert len(_cases()) >= 200


@pytest.mark.parametrize(("language", "form", "code"), _cases())
def test_form_names_country(language: str, form: str, code: str) -> None:
    assert _codes(language, form) == (set() if code == "-" else {code})


def test_every_country_is_there_once() -> None:
    countries = vocabulary.countries()
    assert len(countries) == 250
    assert all(re.fullmatch("[A-Z]{2}", code) for code in countries)


def test_demonyms_are_well_formed() -> None:
    header, *rows = _rows("demonyms.tsv")
    assert header == ["lang", "pattern", "code", "kind"]
    assert rows == sorted(rows, key=lambda row: (row[0], row[2], row[3], row[1]))
    assert {row[0] for row in rows} == LANGUAGES
    for _, pattern, code, kind in rows:
        assert expand(pattern) and code in vocabulary.countries() and kind in {"adjective", "people"}


def test_no_demonym_is_a_country() -> None:
    _, *rows = _rows("demonyms.tsv")
    wrong = [(language, " ".join(row)) for language, pattern, _, _ in rows for row in expand(pattern)
             if not row[-1].endswith("*") and row in _known()[language]]
    assert wrong == []


def test_places_are_well_formed_and_sorted() -> None:
    header, *rows = _rows("places.tsv")
    assert header == ["name", "country", "kind", "names", "ambiguous", "care"]
    keys = []
    for row in rows:
        assert len(row) == 6, row
        assert row[1] in vocabulary.countries() and row[2] in KINDS and row[4] in {"", "!"}, row
        names = [row[0], *filter(None, row[3].split("|"))]
        assert all(len(name) > 1 and "@" not in name and "!" not in name for name in names), row
        keys.append(" ".join(_words(row[0])))
    pairs = [(row[0], row[1]) for row in rows]
    assert len(set(pairs)) == len(pairs)
    assert keys == sorted(keys)
    assert len(rows) > 5000
    assert (FOLDER / "places.tsv").stat().st_size < 700_000


@pytest.mark.parametrize(("name", "code"), [
    ("Milano", "IT"), ("Mailand", "IT"), ("Praha", "CZ"), ("Prague", "CZ"), ("Praze", "CZ"), ("Lampedusa", "IT"),
    ("Λέσβος", "GR"), ("Lombardia", "IT"), ("Kyiv", "UA"), ("Київ", "UA"), ("Agadez", "NE"), ("Dadaab", "KE"),
    ("Bihać", "BA"), ("Bayern", "DE"),
    ("Αθήνα", "GR"), ("Warszawie", "PL"), ("Northern Ireland", "GB"), ("Ceuta", "ES"), ("Calais", "FR"),
    ("Tripoli", "LY"),
])
def test_name_is_a_sure_place(name: str, code: str) -> None:
    assert _sure(name) == {code}


@pytest.mark.parametrize("name", ["Nice", "Split", "Most", "Bar", "Bath", "Reading", "Essen", "Roma", "Sofia", "Nancy"])
def test_everyday_word_is_no_sure_place(name: str) -> None:
    assert _sure(name) == set()
