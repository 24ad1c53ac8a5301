"""Lists of grants with a project, a body and a sum on each line."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

LISTS = [
    ("en", "The Lumina Fund supports three projects in 2024.\n\nGrants went to\n\n  • Open Doors: Kredo Foundation, £45,000\n  • Stepping Stones project: Harbour Trust, £60,000\n  • Second Home: Omnia Institute, £83,000\n"),
    ("de", "Die Stiftung Lumina fördert 2024 drei Projekte.\n\nGefördert werden\n\n  • Offene Türen: Verein Kredo, 45.000 Euro\n  • Projekt Zweite Heimat: Caritasverband Linden e.V., 60.000 Euro\n  • Brücken bauen: Institut Omnia, 83.000 Euro\n"),
    ("fr", "La Fondation Lumina finance trois projets en 2024.\n\nProjets retenus\n\n  • Portes ouvertes : association Kredo, 45 000 euros\n  • Un pas de plus : Centre Omnia, 60 000 euros\n  • Chez nous : Secours Linden, 83 000 euros\n"),
    ("sv", "Stiftelsen Lumina ger stöd till tre projekt.\n\nBeviljade projekt\n\n• Öppna dörrar, Föreningen Kredo, 450 000 kr\n• Nya vägar, Lindens kommun, 600 000 kr\n• Hemma här, Centrum Omnia, 830 000 kr\n"),
    ("pl", "Fundacja Lumina dofinansowała trzy projekty.\n\nLista projektów\n\n1. „Otwarte drzwi” – Fundacja Kredo – 45 000 zł\n2. „Drugi dom” – Stowarzyszenie Omnia – 60 000 zł\n3. „Razem” – Caritas Linden – 83 000 zł\n"),
    ("it", "La Fondazione Lumina sostiene tre progetti.\n\nI progetti finanziati\n\n- Porte aperte, Associazione Kredo, 45.000 euro\n- Seconda casa, Cooperativa Omnia, 60.000 euro\n- Insieme, Comune di Linden, 83.000 euro\n"),
    ("nl", "Stichting Lumina steunt drie projecten.\n\nToegekende projecten:\n\n- Open Deuren (Stichting Kredo): € 45.000\n- Tweede Thuis (Vereniging Omnia): € 60.000\n- Samen (gemeente Linden): € 83.000\n"),
    ("cs", "Nadace Lumina podpořila tři projekty.\n\nPodpořené projekty:\n\n- Otevřené dveře (Nadace Kredo), 45 000 Kč\n- Druhý domov (Spolek Omnia), 60 000 Kč\n- Společně (Charita Linden), 83 000 Kč\n"),
    ("es", "La Fundación Lumina financia tres proyectos:\n\n1. Asociación Kredo: proyecto «Puertas abiertas», 45.000 €.\n2. Cáritas Linden: proyecto «Segunda casa», 60.000 €.\n3. Instituto Omnia: proyecto «Juntos», 83.000 €.\n"),
    ("pt", "A Fundação Lumina apoiou três projetos:\n\n• 45.000 € – Associação Kredo – Portas Abertas\n• 60.000 € – Cáritas de Linden – Segunda Casa\n• 83.000 € – Instituto Omnia – Juntos\n"),
    ("ro", "Fundația Lumina a finanțat trei proiecte:\n\n- „Uși deschise”, Asociația Kredo – 45.000 lei\n- „A doua casă”, Fundația Omnia – 60.000 lei\n- „Împreună”, Primăria Linden – 83.000 lei\n"),
    ("hu", "A Lumina Alapítvány három projektet támogat:\n\n• Nyitott ajtók – Kredo Alapítvány – 4 500 000 Ft\n• Második otthon – Omnia Egyesület – 6 000 000 Ft\n• Együtt – Linden Város Önkormányzata – 8 300 000 Ft\n"),
    ("el", "Το Ίδρυμα Λούμινα χρηματοδοτεί τρία έργα:\n\n• Ανοιχτές Πόρτες – Σύλλογος Κρέδο – 45.000 €\n• Δεύτερο Σπίτι – Κέντρο Όμνια – 60.000 €\n• Μαζί – Δήμος Λίντεν – 83.000 €\n"),
    ("uk", "Фонд «Люміна» фінансує три проєкти:\n\n• «Відчинені двері» – Громадська організація «Кредо» – 450 000 грн\n• «Другий дім» – Благодійний фонд «Омнія» – 600 000 грн\n• «Разом» – Громада Ліндена – 830 000 грн\n"),
    ("fi", "Lumina-säätiö rahoittaa kolmea hanketta, yhteensä 188 000 eurolla.\n\nRahoituksen saivat\n\n  • Silta – vapaaehtoistukea nuorille -hanke: Kredon ryhmäkoti ry, 45 000 euroa\n  • Salon mentoriverkosto -hanke: Omnian setlementti ry, 60 000 euroa\n  • Tuu mukaan! -hanke: Lindenin seurakunta, 83 000 euroa\n"),
]
QUOTED = [
    ("de", "Die Stiftung Lumina fördert 2024 drei Projekte:\n\n• „Offene Türen“, Verein Kredo, Linden\n• „Zweite Heimat“, Caritasverband Linden e.V.\n• „Brücken bauen“, Institut Omnia\n"),
    ("fr", "La Fondation Lumina finance trois projets.\n\nLes lauréats :\n\n- Association Kredo : « Portes ouvertes »\n- Centre Omnia : « Un pas de plus »\n- Secours Linden : « Chez nous »\n"),
]
NONE = [
    ("en", "The Lantern project has three partners, and each has its part of the budget.\n\n- Kredo Foundation – Italy – 45 000 €\n- Omnia Institute – France – 60 000 €\n- Harbour Trust – Malta – 83 000 €\n"),
    ("en", "The Lantern project costs 188,000 euros.\n\n- Staff: 45 000 €\n- Rent: 60 000 €\n- Travel: 83 000 €\n"),
    ("en", "The Lantern project began in 2020. It helped refugees in Linden.\nIts books are for all.\nThey can be bought here.\nRead them.\nPublications\n\n- “Bread and Stories”, Kredo Foundation\n- “Second Shelf”, Omnia Institute\n- “Keys”, Harbour Trust\n"),
]


@pytest.mark.parametrize(("language", "text"), [*LISTS, *QUOTED])
def test_each_line_is_a_project_with_its_body_and_its_payer(language: str, text: str) -> None:
    document = read(text, language)
    runs, pays = facts(document, "implementedBy"), facts(document, "fundedBy")
    assert len(runs) == 3 and len({s for s, _, _ in runs}) == len({o for _, _, o in runs}) == 3
    assert len(pays) == 3 and len({o for _, _, o in pays}) == 1


@pytest.mark.parametrize(("language", "text"), LISTS)
def test_each_sum_is_its_project_s(language: str, text: str) -> None:
    assert len(facts(read(text, language), "budget")) == 3


@pytest.mark.parametrize(("language", "text"), NONE)
def test_shares_costs_and_books_are_no_list_of_projects(language: str, text: str) -> None:
    document = read(text, language)
    assert len({s for p in ("implementedBy", "budget") for s, _, _ in facts(document, p)}) <= 1


def test_all_languages_but_two_have_a_list() -> None:
    assert len(LISTS) == 15 and len({language for language, _ in LISTS}) == 15
