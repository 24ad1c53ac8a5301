"""Values that name who carries out a project and with whom."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

SHARED = [
    ("en", "Project title: Bridge for newcomers\n\nImplemented by: Kredo Foundation (together with Omnia Institute and Harbour Trust)\n\nAim: help for refugees\n", 2),
    ("de", "Projekttitel: Brücke für Geflüchtete\n\nTräger: Verein Kredo in Kooperation mit dem Institut Omnia\n\nZiel: Hilfe für Geflüchtete\n", 1),
    ("fr", "Titre du projet : Pont pour tous\n\nPorteur : association Kredo, en partenariat avec le Centre Omnia\n\nObjectif : aider les réfugiés\n", 1),
    ("it", "Titolo del progetto: Un ponte per tutti\n\nEnte attuatore: Associazione Kredo in collaborazione con Cooperativa Omnia\n\nObiettivo: aiutare i rifugiati\n", 1),
    ("es", "Título del proyecto: Un puente para todos\n\nEntidad ejecutora: Asociación Kredo en colaboración con el Instituto Omnia\n\nObjetivo: ayudar a personas refugiadas\n", 1),
    ("pt", "Título do projeto: Uma ponte para todos\n\nEntidade promotora: Associação Kredo em parceria com o Instituto Omnia\n\nObjetivo: ajudar refugiados\n", 1),
    ("nl", "Projecttitel: Een brug voor iedereen\n\nUitvoerder: Stichting Kredo in samenwerking met Instituut Omnia\n\nDoel: vluchtelingen helpen\n", 1),
    ("pl", "Tytuł projektu: Most dla wszystkich\n\nRealizator: Fundacja Kredo we współpracy z Instytutem Omnia\n\nCel: pomoc uchodźcom\n", 1),
    ("cs", "Název projektu: Cesta pro cizince v Brně\n\nRealizátor: Nadace Kredo spolu s Institutem Omnia a Nadací Vera\n\nCíl projektu: Pomáháme uprchlíkům.\n", 2),
    ("sl", "Naziv projekta: Most za vse\n\nIzvajalec: Fundacija Kredo v sodelovanju z Inštitutom Omnia\n\nCilj projekta: pomoč beguncem\n", 1),
    ("sv", "Projektnamn: En bro för alla\n\nProjektägare: Föreningen Kredo i samarbete med Institutet Omnia\n\nMål: hjälpa flyktingar\n", 1),
    ("ro", "Titlul proiectului: O punte pentru toți\n\nImplementat de: Asociația Kredo în parteneriat cu Institutul Omnia\n\nScop: sprijinirea refugiaților\n", 1),
    ("el", "Τίτλος έργου: Γέφυρα για όλους\n\nΦορέας υλοποίησης: Σύλλογος Κρέδο σε συνεργασία με το Ινστιτούτο Όμνια\n\nΣτόχος: βοήθεια σε πρόσφυγες\n", 1),
    ("uk", "Назва проєкту: Міст для всіх\n\nВиконавець: Громадська організація «Кредо» спільно з Інститутом «Омнія»\n\nМета: допомога біженцям\n", 1),
]


@pytest.mark.parametrize(("language", "text", "partners"), SHARED)
def test_with_whom_is_a_value_of_its_own(language: str, text: str, partners: int) -> None:
    document = read(text, language)
    assert len({o for _, _, o in facts(document, "implementedBy")}) == 1
    assert len({o for _, _, o in facts(document, "hasPartner")}) == partners


def test_a_value_that_only_says_with_whom_stays_whole() -> None:
    text = "Project title: Bridge for newcomers\n\nImplemented by: In cooperation with Kredo Foundation\n\nAim: help for refugees\n"
    assert not facts(read(text, "en"), "hasPartner")


def test_cases_ran() -> None:
    assert len(SHARED) == len({language for language, _, _ in SHARED}) == 14
