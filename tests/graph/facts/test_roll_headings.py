"""Headings that are labels: “Partners of the project” and the like, as pages in each language write them."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import blocks, facts

TEXT = {
    "en": "The LANTERN project helps refugees.",
    "it": "Il progetto LANTERN aiuta i rifugiati.",
    "es": "El proyecto LANTERN ayuda a los refugiados.",
    "pt": "O projeto LANTERN ajuda os refugiados.",
    "fr": "Le projet LANTERN aide les réfugiés.",
    "de": "Das Projekt LANTERN unterstützt Flüchtlinge.",
    "nl": "Het project LANTERN helpt vluchtelingen.",
    "sv": "Projektet LANTERN hjälper flyktingar.",
    "fi": "LANTERN-hanke auttaa pakolaisia.",
    "pl": "Projekt LANTERN pomaga uchodźcom.",
    "cs": "Projekt LANTERN pomáhá uprchlíkům.",
    "sl": "Projekt LANTERN pomaga beguncem.",
    "ro": "Proiectul LANTERN ajută refugiații.",
    "el": "Το έργο LANTERN βοηθά πρόσφυγες.",
    "hu": "A LANTERN projekt segíti a menekülteket.",
    "mt": "Il-proġett LANTERN jgħin lir-rifuġjati.",
    "uk": "Проєкт LANTERN допомагає біженцям.",
}
HEADINGS = {
    "hasPartner": {
        "en": "Project partners | Partners of the project | The partners | Partners of the LANTERN project | Our partners | Partnership | Consortium | Partner organisations | Consortium members | Who are the partners",
        "it": "I partner del progetto | Partner di progetto | Il partenariato | Partner | I partner | Partenariato | Soggetti partner | Enti partner | Partner del progetto LANTERN | Rete di partenariato",
        "es": "Socios del proyecto | Entidades socias | Los socios | Socios | Entidades colaboradoras | Organizaciones socias | Consorcio",
        "pt": "Parceiros do projeto | Parceiros | Os parceiros | Entidades parceiras | Parceria | Consórcio",
        "fr": "Les partenaires du projet | Partenaires | Les partenaires | Nos partenaires | Partenariat | Organisations partenaires | Le consortium",
        "de": "Projektpartner | Unsere Partner | Partner im Projekt | Kooperationspartner | Partnerorganisationen | Die Partner | Projektpartner:innen | Projektpartnerinnen und -partner | Konsortium | Partner des Projekts",
        "nl": "Projectpartners | Partners | Partners in het project | Samenwerkingspartners | Onze partners | Partnerorganisaties | Consortium",
        "sv": "Projektpartners | Samarbetspartners | Partner i projektet | Partners | Projektets partner | Medverkande organisationer | Samverkansparter",
        "fi": "Hankkeen kumppanit | Yhteistyökumppanit | Kumppanit | Hankekumppanit | Hankkeen yhteistyökumppanit | Osatoteuttajat",
        "pl": "Partnerzy projektu | Partnerzy | Partner projektu | Nasi partnerzy | Organizacje partnerskie | Konsorcjum | Partnerstwo",
        "cs": "Partneři projektu | Partneři | Partnerské organizace | Naši partneři | Konsorcium",
        "sl": "Partnerji projekta | Projektni partnerji | Partnerji | Partnerji v projektu | Sodelujoči partnerji | Konzorcij",
        "ro": "Partenerii proiectului | Parteneri | Partenerii | Parteneriat | Organizații partenere | Partenerii din proiect",
        "el": "Εταίροι του έργου | Εταίροι | Οι εταίροι | Εταιρικό σχήμα | Συνεργαζόμενοι φορείς | Συνεργάτες",
        "hu": "Projektpartnerek | A projekt partnerei | Partnerek | Partnereink | Konzorciumi partnerek | Együttműködő partnerek",
        "mt": "Is-sħab tal-proġett | Sħab | Is-sħab | Imsieħba | L-imsieħba tal-proġett",
        "uk": "Партнери проєкту | Партнери | Партнери проекту | Наші партнери | Партнерські організації | Консорціум | Організації-партнери",
    },
    "fundedBy": {
        "en": "Funded by | Funders | With the support of | Supported by | Funding | Donors | Financed by | Co-funded by",
        "it": "Finanziatori | Con il contributo di | Con il sostegno di | Finanziato da | Enti finanziatori | Sostenuto da | Cofinanziato da",
        "es": "Financiadores | Financiado por | Con el apoyo de | Financia | Entidades financiadoras | Cofinanciado por",
        "pt": "Financiadores | Financiado por | Com o apoio de | Cofinanciado por | Entidades financiadoras | Financiamento",
        "fr": "Financeurs | Financé par | Avec le soutien de | Bailleurs de fonds | Soutenu par | Nos financeurs | Cofinancé par | Financement",
        "de": "Gefördert durch | Gefördert von | Mit Unterstützung von | Fördergeber | Finanzierung | Förderer | Fördergeberin | Finanziert durch | Unterstützt von",
        "nl": "Gefinancierd door | Financiers | Met steun van | Subsidieverstrekkers | Mede mogelijk gemaakt door | Financiering",
        "sv": "Finansiärer | Finansieras av | Med stöd av | Finansiering | Finansiär",
        "fi": "Rahoittajat | Rahoittaja | Rahoitus | Hankkeen rahoittaja | Rahoittajina",
        "pl": "Finansowanie | Źródła finansowania | Finansowane przez | Dofinansowanie | Grantodawca | Projekt finansowany przez",
        "cs": "Financováno z | Financování | Donoři | Podpořeno z | S podporou | Zdroje financování",
        "sl": "Financerji | Financira | Sofinancira | Financiranje | Sofinancerji | Finančna podpora",
        "ro": "Finanțatori | Finanțat de | Cu sprijinul | Finanțare | Sursa de finanțare | Cofinanțat de",
        "el": "Χρηματοδότηση | Χρηματοδότες | Με τη στήριξη | Με την υποστήριξη | Χρηματοδοτείται από",
        "hu": "Támogatók | Támogató | Finanszírozó | Finanszírozás | A projekt támogatója",
        "mt": "Iffinanzjat minn | Finanzjaturi | Bl-appoġġ ta'",
        "uk": "За підтримки | Фінансування | Донори | Донори проєкту | Джерела фінансування | За фінансової підтримки",
    },
    "implementedBy": {
        "en": "Lead partner | Coordinator | Project coordinator | Lead organisation | Implementing partners | Implemented by | Who runs the project | Implementing agency",
        "it": "Capofila | Ente capofila | Soggetto attuatore | Coordinatore | Ente attuatore | Realizzato da | Ente gestore",
        "es": "Coordinador | Entidad coordinadora | Entidad ejecutora | Coordina | Líder del proyecto | Ejecuta",
        "pt": "Entidade promotora | Coordenador | Coordenação | Promotor | Entidade executora | Entidade coordenadora",
        "fr": "Porteur du projet | Chef de file | Coordinateur | Maître d'ouvrage | Coordination | Mis en œuvre par | Structure porteuse",
        "de": "Projektträger | Träger | Koordination | Projektleitung | Lead Partner | Umsetzung durch | Durchführung",
        "nl": "Uitvoerder | Coördinator | Projectleider | Penvoerder | Uitgevoerd door | Hoofdaanvrager",
        "sv": "Projektägare | Koordinator | Projektledning | Genomförs av | Utförare",
        "fi": "Toteuttaja | Hankkeen toteuttaja | Koordinaattori | Päätoteuttaja | Hallinnoija | Hankkeen toteuttajat",
        "pl": "Lider projektu | Realizator | Beneficjent | Koordynator | Realizator projektu | Lider",
        "cs": "Realizátor | Koordinátor | Realizátor projektu | Nositel projektu | Hlavní partner | Příjemce",
        "sl": "Vodilni partner | Nosilec projekta | Izvajalec | Koordinator | Prijavitelj",
        "ro": "Lider de parteneriat | Coordonator | Beneficiar | Implementat de | Liderul proiectului | Solicitant",
        "el": "Συντονιστής | Επικεφαλής εταίρος | Φορέας υλοποίησης | Συντονιστής εταίρος | Ανάδοχος φορέας | Δικαιούχος",
        "hu": "Vezető partner | Koordinátor | Projektgazda | Megvalósító | Főpályázó",
        "mt": "Koordinatur | Sieħeb ewlieni | Il-koordinatur tal-proġett",
        "uk": "Виконавець | Виконавці проєкту | Координатор | Координатор проєкту | Провідний партнер | Заявник",
    },
}
CASES = [(name, language, heading) for name, rows in HEADINGS.items() for language, row in rows.items() for heading in row.split(" | ")]


def test_all_headings_are_tried() -> None:
    assert len(CASES) == 322 and len(TEXT) == 17


@pytest.mark.parametrize(("name", "language", "heading"), CASES)
def test_the_lines_below_are_its_bodies(name: str, language: str, heading: str) -> None:
    reading = extract(blocks(("title", "LANTERN"), ("prose", TEXT[language]), ("heading3", heading), ("item", "Kredo Foundation"), ("item", "Omnia Association (Malta)"), language=language))
    assert {o for s, _, o in facts(reading, name) if s == "LANTERN"} == {"Kredo Foundation", "Omnia Association"}


@pytest.mark.parametrize(("language", "heading"), [("sl", "Vodja projekta"), ("hu", "Projektvezető"), ("en", "Project manager"), ("en", "Target group"), ("de", "Ansprechpartner")])
def test_the_lines_below_other_labels_are_none(language: str, heading: str) -> None:
    reading = extract(blocks(("title", "LANTERN"), ("prose", TEXT[language]), ("heading3", heading), ("item", "Kredo Foundation"), ("item", "Omnia Association (Malta)"), language=language))
    assert not [f for f in facts(reading) if f[1] in HEADINGS]


def test_what_stands_before_the_country_of_a_line_is_the_body() -> None:
    lines = ["Együtt a városért Kör, Hungary", "KRF – Kredo Refugee Forum, Malta", "OMNIA JUST – SOLUTIONS AND MORE LDA, Portugal", "Lantern, Hamburg, Germany"]
    reading = extract(blocks(("title", "LANTERN"), ("prose", "The LANTERN project helps refugees."), ("heading", "Partners"), *(("heading3", line) for line in lines)))
    found = facts(reading)
    assert {o for _, p, o in found if p == "hasPartner"} >= {"Együtt a városért Kör", "OMNIA JUST – SOLUTIONS AND MORE LDA"}
    assert ("Együtt a városért Kör", "presentIn", "HU") in found and not any(o == "Hamburg, Germany" for _, _, o in found)


@pytest.mark.parametrize(("language", "text", "partners"), [
    ("en", "The Lantern project helps refugees.\n\nThe universities taking part in 2031:\n\n• University of Bari\n• University of Linden\n• Kredo College\n", 3),
    ("en", "The Lantern project helps refugees.\n\nThe following organisations are involved:\n\n• Kredo Foundation\n• Omnia Ltd\n• Lumen\n", 3),
    ("de", "Das Projekt Laterne hilft Geflüchteten.\n\nFolgende Hochschulen nehmen teil:\n\n• Universität Bonn\n• Hochschule Linden\n", 2),
    ("fr", "Le projet Lanterne aide les réfugiés.\n\nLes universités participantes :\n\n• Université de Lyon\n• Université de Nantes\n", 2),
    ("it", "Il progetto Lanterna aiuta i rifugiati.\n\nGli atenei che partecipano nel 2031:\n\n• Università degli Studi di Bari\n• Università degli Studi “G. Dannunzio” Chieti – Pescara\n• Università di Sassari\n", 3)])
def test_a_line_that_says_that_bodies_take_part_heads_a_roll(language: str, text: str, partners: int) -> None:
    found = extract(read_bytes(text.encode(), f"page_{language}.txt", "text/plain"))
    assert len({o for _, _, o in facts(found, "hasPartner")}) == partners


def test_countries_that_take_part_are_no_bodies() -> None:
    text = "The Lantern project helps refugees.\n\nParticipating countries:\n\n• Malta\n• Italy\n"
    found = extract(read_bytes(text.encode(), "page_en.txt", "text/plain"))
    assert not facts(found, "hasPartner") and {o for _, _, o in facts(found, "coversCountry")} == {"MT", "IT"}
