"""Sentences whose facts stand in clauses: “The project that A runs with B is called X”, “…, for which B gave the money”, “In
the project X, A and B join forces”, “With the project X, A and B help …”, “Besides A, which leads X, the partners are B and C”,
in every language that writes so.
"""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

FIRST, SECOND, PAYER = ("kredo", "κρέδο", "кредо"), ("omni", "όμνια", "омні"), ("lumina", "λούμινα", "люміна")
CALLED = [
    ("en", 'The project that Kredo Foundation runs together with Omnia Centre is called Open Doors.'),
    ("de", 'Das Projekt, das der Verein Kredo gemeinsam mit dem Zentrum Omnia durchführt, heißt „Offene Türen“.'),
    ("fr", "Le projet que l'association Kredo mène avec le Centre Omnia s'appelle « Portes ouvertes »."),
    ("es", 'El proyecto que la Asociación Kredo desarrolla junto con el Centro Omnia se llama Puertas Abiertas.'),
    ("pt", 'O projeto que a Associação Kredo desenvolve em conjunto com o Centro Omnia chama-se Portas Abertas.'),
    ("nl", 'Het project dat Stichting Kredo samen met het Centrum Omnia uitvoert, heet Open Deuren.'),
    ("pl", 'Projekt, który Fundacja Kredo prowadzi wspólnie z Centrum Omnia, nazywa się „Otwarte drzwi”.'),
    ("cs", 'Projekt, který Nadace Kredo realizuje společně s Centrem Omnia, se jmenuje Otevřené dveře.'),
    ("sl", 'Projekt, ki ga Fundacija Kredo izvaja skupaj s Centrom Omnia, se imenuje Odprta vrata.'),
    ("sv", 'Projektet som Föreningen Kredo driver tillsammans med Centrum Omnia heter Öppna dörrar.'),
    ("ro", 'Proiectul pe care Asociația Kredo îl derulează împreună cu Centrul Omnia se numește „Uși deschise”.'),
    ("el", 'Το πρόγραμμα που υλοποιεί η οργάνωση Κρέδο μαζί με το Κέντρο Όμνια ονομάζεται «Ανοιχτές Πόρτες».'),
    ("uk", 'Проєкт, який Фонд «Кредо» реалізує разом із Центром «Омнія», називається «Відчинені двері».'),
    ("mt", 'Il-proġett li l-Fondazzjoni Kredo qed tmexxi flimkien maċ-Ċentru Omnia jismu Bibien Miftuħa.'),
    ("it", "Il progetto che l'associazione Kredo porta avanti insieme al Centro Omnia si chiama Porte aperte."),
]
PAID = [
    ("en", 'Kredo Foundation runs the project “Open Doors”, for which Lumina Trust has given the money.'),
    ("de", 'Der Verein Kredo führt das Projekt „Offene Türen“ durch, für das die Stiftung Lumina das Geld gegeben hat.'),
    ("fr", "L'association Kredo mène le projet « Portes ouvertes », pour lequel la Fondation Lumina a donné l'argent."),
    ("it", "L'associazione Kredo realizza il progetto “Porte aperte”, per il quale la Fondazione Lumina ha messo a disposizione i fondi."),
    ("es", 'La Asociación Kredo desarrolla el proyecto «Puertas abiertas», para el que la Fundación Lumina ha puesto el dinero.'),
    ("pt", 'A Associação Kredo desenvolve o projeto «Portas abertas», para o qual a Fundação Lumina deu o dinheiro.'),
    ("nl", 'Stichting Kredo voert het project ‘Open Deuren’ uit, waarvoor de Stichting Lumina het geld gaf.'),
    ("pl", 'Fundacja Kredo realizuje projekt „Otwarte drzwi”, na który pieniądze dała Fundacja Lumina.'),
    ("cs", 'Nadace Kredo realizuje projekt „Otevřené dveře“, na který dala peníze Nadace Lumina.'),
    ("sl", 'Fundacija Kredo izvaja projekt »Odprta vrata«, za katerega je denar dala Fundacija Lumina.'),
    ("sv", 'Föreningen Kredo driver projektet ”Öppna dörrar”, som Stiftelsen Lumina har gett pengar till.'),
    ("fi", 'Kredo ry toteuttaa ”Avoimet ovet” -hanketta, johon Lumina-säätiö on antanut rahat.'),
    ("ro", 'Asociația Kredo implementează proiectul „Uși deschise”, pentru care Fundația Lumina a oferit banii.'),
    ("el", 'Η οργάνωση Κρέδο υλοποιεί το έργο «Ανοιχτές Πόρτες», για το οποίο το Ίδρυμα Λούμινα έδωσε τα χρήματα.'),
    ("hu", 'A Kredo Alapítvány megvalósítja a „Nyitott ajtók” projektet, amelyhez a Lumina Alapítvány adta a pénzt.'),
    ("uk", 'Фонд «Кредо» реалізує проєкт «Відчинені двері», на який гроші дав Фонд «Люміна».'),
    ("mt", 'Il-Fondazzjoni Kredo qed tmexxi l-proġett “Bibien Miftuħa”, li għalih il-Fondazzjoni Lumina tat il-flus.'),
]
TOGETHER = [
    ("fr", "Dans le projet « Portes ouvertes », l'association Kredo, la Ville de Linden et le Centre Omnia unissent leurs forces pour les réfugiés."),
    ("it", "Nel progetto “Porte aperte” l'associazione Kredo, il Comune di Linden e il Centro Omnia uniscono le forze per i rifugiati."),
    ("es", 'En el proyecto «Puertas abiertas» la Asociación Kredo, el Ayuntamiento de Linden y el Centro Omnia unen sus fuerzas por las personas refugiadas.'),
    ("pt", 'No projeto «Portas abertas», a Associação Kredo, o Município de Linden e o Centro Omnia unem esforços pelos refugiados.'),
    ("nl", 'In het project ‘Open Deuren’ slaan Stichting Kredo, de gemeente Linden en het Centrum Omnia de handen ineen voor vluchtelingen.'),
    ("pl", 'W projekcie „Otwarte drzwi” Fundacja Kredo, Gmina Linden i Centrum Omnia łączą siły na rzecz uchodźców.'),
    ("cs", 'V projektu „Otevřené dveře“ spojily síly Nadace Kredo, město Linden a Centrum Omnia.'),
    ("sl", 'V projektu »Odprta vrata« so združili moči Fundacija Kredo, Občina Linden in Center Omnia.'),
    ("sv", 'I projektet ”Öppna dörrar” samarbetar Föreningen Kredo, Lindens kommun och Centrum Omnia för flyktingar.'),
    ("fi", '”Avoimet ovet” -hankkeessa Kredo ry, Lindenin kaupunki ja Omnia-keskus yhdistävät voimansa pakolaisten hyväksi.'),
    ("ro", 'În proiectul „Uși deschise”, Asociația Kredo, Primăria Linden și Centrul Omnia își unesc forțele pentru refugiați.'),
    ("el", 'Στο πρόγραμμα «Ανοιχτές Πόρτες» η οργάνωση Κρέδο, ο Δήμος Λίντεν και το Κέντρο Όμνια ενώνουν τις δυνάμεις τους.'),
    ("hu", 'A „Nyitott ajtók” projektben a Kredo Alapítvány, Linden Város Önkormányzata és az Omnia Központ összefog a menekültekért.'),
    ("uk", 'У проєкті «Відчинені двері» Фонд «Кредо», Громада Ліндена та Центр «Омнія» об’єднують зусилля заради біженців.'),
    ("mt", 'Fil-proġett “Bibien Miftuħa” il-Fondazzjoni Kredo, il-Kunsill Lokali Linden u ċ-Ċentru Omnia jingħaqdu flimkien.'),
    ("en", "In the project “Open Doors” Kredo Foundation, Omnia Centre and the City of Linden join forces for refugees."),
]

WITH = [
    ("en", 'With the project “Open Doors” Kredo Foundation and Omnia Institute help refugees in Linden.'),
    ("de", 'Mit dem Projekt „Offene Türen“ helfen der Verein Kredo und das Institut Omnia Geflüchteten in Linden.'),
    ("fr", "Avec le projet « Portes ouvertes », l'association Kredo et l'Institut Omnia aident les réfugiés à Linden."),
    ("it", "Con il progetto “Porte aperte” l'associazione Kredo e l'Istituto Omnia aiutano i rifugiati."),
    ("es", 'Con el proyecto «Puertas abiertas», la Asociación Kredo y el Instituto Omnia ayudan a personas refugiadas.'),
    ("pt", 'Com o projeto «Portas abertas», a Associação Kredo e o Instituto Omnia ajudam refugiados.'),
    ("nl", 'Met het project ‘Open Deuren’ helpen Stichting Kredo en het Instituut Omnia vluchtelingen.'),
    ("pl", 'Dzięki projektowi „Otwarte drzwi” Fundacja Kredo i Instytut Omnia pomagają uchodźcom.'),
    ("cs", 'Projektem „Otevřené dveře“ pomáhají Nadace Kredo a Institut Omnia uprchlíkům.'),
    ("sl", 'S projektom »Odprta vrata« Fundacija Kredo in Inštitut Omnia pomagata beguncem.'),
    ("sv", 'Med projektet ”Öppna dörrar” hjälper Föreningen Kredo och Institutet Omnia flyktingar.'),
    ("fi", '”Avoimet ovet” -hankkeella Kredo ry ja Omnia-instituutti auttavat pakolaisia.'),
    ("ro", 'Prin proiectul „Uși deschise”, Asociația Kredo și Institutul Omnia îi ajută pe refugiați.'),
    ("el", 'Με το πρόγραμμα «Ανοιχτές Πόρτες» η οργάνωση Κρέδο και το Ινστιτούτο Όμνια βοηθούν πρόσφυγες.'),
    ("hu", 'A „Nyitott ajtók” projekttel a Kredo Alapítvány és az Omnia Intézet menekülteket segít.'),
    ("mt", 'Bil-proġett “Bibien Miftuħa”, il-Fondazzjoni Kredo u l-Istitut Omnia jgħinu lir-refuġjati.'),
]
JOINT = [
    ("en", '“Open Doors” is a joint project of Kredo Foundation and Omnia Institute.'),
    ("de", '„Offene Türen“ ist ein gemeinsames Projekt des Vereins Kredo und des Instituts Omnia.'),
    ("fr", "« Portes ouvertes » est un projet commun de l'association Kredo et de l'Institut Omnia."),
    ("it", "“Porte aperte” è un progetto congiunto dell'associazione Kredo e dell'Istituto Omnia."),
    ("es", '«Puertas abiertas» es un proyecto conjunto de la Asociación Kredo y el Instituto Omnia.'),
    ("pt", '«Portas abertas» é um projeto conjunto da Associação Kredo e do Instituto Omnia.'),
    ("nl", '‘Open Deuren’ is een gezamenlijk project van Stichting Kredo en het Instituut Omnia.'),
    ("pl", '„Otwarte drzwi” to wspólny projekt Fundacji Kredo i Instytutu Omnia.'),
    ("cs", '„Otevřené dveře“ je společný projekt Nadace Kredo a Institutu Omnia.'),
    ("sl", '»Odprta vrata« je skupni projekt Fundacije Kredo in Inštituta Omnia.'),
    ("fi", '”Avoimet ovet” on Kredo ry:n ja Omnia-instituutin yhteinen hanke.'),
    ("ro", '„Uși deschise” este un proiect comun al Asociației Kredo și al Institutului Omnia.'),
    ("el", 'Το «Ανοιχτές Πόρτες» είναι κοινό πρόγραμμα της οργάνωσης Κρέδο και του Ινστιτούτου Όμνια.'),
    ("hu", 'A „Nyitott ajtók” a Kredo Alapítvány és az Omnia Intézet közös projektje.'),
    ("mt", '“Bibien Miftuħa” huwa proġett konġunt tal-Fondazzjoni Kredo u tal-Istitut Omnia.'),
]
BESIDES = [
    ("en", 'Besides Kredo Foundation, which leads the project “Open Doors”, the partners are Omnia Institute and the City of Linden.'),
    ("de", 'Neben dem Verein Kredo, der das Projekt „Offene Türen“ leitet, sind das Institut Omnia und die Stadt Linden Partner.'),
    ("fr", "Outre l'association Kredo, qui dirige le projet « Portes ouvertes », les partenaires sont l'Institut Omnia et la Ville de Linden."),
    ("it", "Oltre all'associazione Kredo, che guida il progetto “Porte aperte”, i partner sono l'Istituto Omnia e il Comune di Linden."),
    ("es", 'Además de la Asociación Kredo, que lidera el proyecto «Puertas abiertas», los socios son el Instituto Omnia y el Ayuntamiento de Linden.'),
    ("pt", 'Além da Associação Kredo, que lidera o projeto «Portas abertas», os parceiros são o Instituto Omnia e o Município de Linden.'),
    ("nl", 'Naast Stichting Kredo, die het project ‘Open Deuren’ leidt, zijn het Instituut Omnia en de gemeente Linden partner.'),
    ("sl", 'Poleg Fundacije Kredo, ki vodi projekt »Odprta vrata«, sta partnerja Inštitut Omnia in Občina Linden.'),
    ("ro", 'Pe lângă Asociația Kredo, care conduce proiectul „Uși deschise”, partenerii sunt Institutul Omnia și Primăria Linden.'),
    ("el", 'Εκτός από την οργάνωση Κρέδο, που συντονίζει το πρόγραμμα «Ανοιχτές Πόρτες», εταίροι είναι το Ινστιτούτο Όμνια και ο Δήμος Λίντεν.'),
    ("mt", 'Minbarra l-Fondazzjoni Kredo, li tmexxi l-proġett “Bibien Miftuħa”, is-sħab huma l-Istitut Omnia u l-Kunsill Lokali Linden.'),
]
CHARGED = [
    ("en", 'Responsible for the project “Open Doors” is Kredo Foundation; Lumina Trust bears the costs.'),
    ("de", 'Verantwortlich für das Projekt „Offene Türen“ ist der Verein Kredo; die Kosten trägt die Stiftung Lumina.'),
    ("it", "Responsabile del progetto “Porte aperte” è l'associazione Kredo; i costi sono a carico della Fondazione Lumina."),
    ("nl", 'Verantwoordelijk voor het project ‘Open Deuren’ is Stichting Kredo; de Stichting Lumina draagt de kosten.'),
    ("pl", 'Za projekt „Otwarte drzwi” odpowiada Fundacja Kredo; koszty pokrywa Fundacja Lumina.'),
    ("cs", 'Za projekt „Otevřené dveře“ odpovídá Nadace Kredo; náklady hradí Nadace Lumina.'),
    ("sl", 'Za projekt »Odprta vrata« je odgovorna Fundacija Kredo; stroške krije Fundacija Lumina.'),
    ("sv", 'Föreningen Kredo ansvarar för projektet ”Öppna dörrar”; Stiftelsen Lumina står för kostnaderna.'),
    ("fi", '”Avoimet ovet” -hankkeesta vastaa Kredo ry; kulut maksaa Lumina-säätiö.'),
    ("ro", 'De proiectul „Uși deschise” răspunde Asociația Kredo; costurile sunt acoperite de Fundația Lumina.'),
    ("el", 'Υπεύθυνη για το πρόγραμμα «Ανοιχτές Πόρτες» είναι η οργάνωση Κρέδο· τα έξοδα καλύπτει το Ίδρυμα Λούμινα.'),
    ("hu", 'A „Nyitott ajtók” projektért a Kredo Alapítvány felel; a költségeket a Lumina Alapítvány állja.'),
    ("uk", 'За проєкт «Відчинені двері» відповідає Фонд «Кредо»; витрати покриває Фонд «Люміна».'),
]


def named(objects: set[str], forms: tuple[str, ...]) -> bool:
    return any(form in body.casefold() for body in objects for form in forms)


def objects(text: str, language: str, predicate: str) -> set[str]:
    return {o for _, _, o in facts(read(text, language), predicate)}


@pytest.mark.parametrize(("language", "text"), CALLED)
def test_the_project_that_somebody_runs_is_called(language: str, text: str) -> None:
    runs, joins = objects(text, language, "implementedBy"), objects(text, language, "hasPartner")
    assert named(runs, FIRST) and named(joins, SECOND) and len(runs) == len(joins) == 1


@pytest.mark.parametrize(("language", "text"), PAID)
def test_for_which_somebody_gave_the_money(language: str, text: str) -> None:
    runs, pays = objects(text, language, "implementedBy"), objects(text, language, "fundedBy")
    assert named(runs, FIRST) and named(pays, PAYER) and len(runs) == len(pays) == 1


@pytest.mark.parametrize(("language", "text"), TOGETHER)
def test_who_joins_forces_takes_part(language: str, text: str) -> None:
    joins = objects(text, language, "hasPartner")
    assert named(joins, FIRST) and named(joins, SECOND) and len(joins) == 3


@pytest.mark.parametrize(("language", "text"), [*WITH, *JOINT])
def test_who_helps_with_a_project_or_whose_common_project_it_is_runs_it(language: str, text: str) -> None:
    runs = objects(text, language, "implementedBy")
    assert named(runs, FIRST) and named(runs, SECOND) and len(runs) == 2


@pytest.mark.parametrize(("language", "text"), BESIDES)
def test_who_leads_is_told_in_passing(language: str, text: str) -> None:
    runs, joins = objects(text, language, "implementedBy"), objects(text, language, "hasPartner")
    assert named(runs, FIRST) and named(joins, SECOND) and (len(runs), len(joins)) == (1, 2)


@pytest.mark.parametrize(("language", "text"), CHARGED)
def test_who_is_responsible_and_who_bears_the_costs(language: str, text: str) -> None:
    runs, pays = objects(text, language, "implementedBy"), objects(text, language, "fundedBy")
    assert named(runs, FIRST) and named(pays, PAYER) and len(runs) == len(pays) == 1


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The project that helps a group which is called Open Doors runs in Linden."),
    ("de", "Das Projekt, das dem Verein Kredo gehört, endet im Mai. Der Verein heißt Offene Türen."),
])
def test_what_something_else_is_called_is_no_project(language: str, text: str) -> None:
    assert not {s for s, _, _ in facts(read(text, language), "implementedBy")}


def test_every_language_has_such_sentences() -> None:
    assert len({row[0] for row in PAID}) == 17
    assert len({row[0] for row in TOGETHER}) == 16 and len({row[0] for row in CALLED}) == 15


BORN = [
    ("en", "The Lantern project works with families born in Syria, in Iraq and in Sudan. It runs in Malta."),
    ("fr", "Le projet « Lanterne » aide à Lyon des femmes nées en Algérie, en Angola ou en Turquie."),
    ("it", "Il progetto “Lanterna” aiuta a Bari giovani nati in Siria, in Iraq e in Somalia."),
]


@pytest.mark.parametrize(("language", "text"), BORN)
def test_where_people_were_born_is_no_place_of_work(language: str, text: str) -> None:
    assert len(objects(text, language, "coversCountry")) == 1


HEADED = [
    ("en", 'The Bridge project helps refugees. At the head of the partnership is Kredo Foundation.'),
    ("de", 'Das Projekt „Brücke“ hilft Geflüchteten. An der Spitze der Partnerschaft steht die Stiftung Kredo.'),
    ("fr", 'Le projet « Pont » aide les réfugiés. À la tête du partenariat se trouve la Fondation Kredo.'),
    ("es", 'El proyecto «Puente» ayuda a refugiados. Al frente del consorcio está la Fundación Kredo.'),
    ("it", "Il progetto “Ponte” aiuta i rifugiati. Alla guida del partenariato c'è la Fondazione Kredo."),
    ("pt", 'O projeto «Ponte» apoia migrantes. À frente da parceria está a Fundação Kredo.'),
    ("nl", 'Het project ‘Brug’ helpt vluchtelingen. Aan het hoofd van het partnerschap staat Stichting Kredo.'),
    ("pl", 'Projekt „Most dla wszystkich” pomaga uchodźcom. Na czele partnerstwa stoi Fundacja Kredo.'),
    ("cs", 'Projekt „Cesta domů“ pomáhá uprchlíkům. V čele partnerství stojí Nadace Kredo.'),
    ("sl", 'Projekt »Most« pomaga beguncem. Na čelu partnerstva je Fundacija Kredo.'),
    ("sv", 'Projektet ”Bron” hjälper flyktingar. I spetsen för partnerskapet står Stiftelsen Kredo.'),
    ("fi", '”Silta”-hanke auttaa pakolaisia. Kumppanuutta johtaa Kredo-säätiö.'),
    ("ro", 'Proiectul „Puntea” ajută refugiații. În fruntea parteneriatului se află Fundația Kredo.'),
    ("el", 'Το πρόγραμμα «Γέφυρα» βοηθά πρόσφυγες. Επικεφαλής της σύμπραξης είναι το Ίδρυμα Κρέδο.'),
    ("hu", 'A „Híd” projekt menekülteket segít. A partnerség élén a Kredo Alapítvány áll.'),
    ("uk", 'Проєкт «Міст» допомагає біженцям. На чолі партнерства стоїть Фонд «Кредо».'),
    ("mt", 'Il-proġett “Pont” jgħin lir-refuġjati. Fit-tmexxija tas-sħubija hemm il-Fondazzjoni Kredo.'),
]
REST = [
    ("en", 'The Bridge project helps refugees. Half of the money comes from Lumina Trust, the rest from Vera Foundation.'),
    ("de", 'Das Projekt „Brücke“ hilft Geflüchteten. Die Hälfte des Geldes kommt von der Stiftung Lumina, der Rest von der Stiftung Vera.'),
    ("fr", "Le projet « Pont » aide les réfugiés. La moitié de l'argent vient de la Fondation Lumina, le reste de la Fondation Vera."),
    ("it", 'Il progetto “Ponte” aiuta i rifugiati. Metà dei fondi arriva dalla Fondazione Lumina, il resto dalla Fondazione Vera.'),
    ("es", 'El proyecto «Puente» ayuda a refugiados. La mitad del dinero viene de la Fundación Lumina y el resto de la Fundación Vera.'),
    ("pt", 'O projeto «Ponte» apoia refugiados. Metade do dinheiro vem da Fundação Lumina e o resto da Fundação Vera.'),
    ("nl", 'Het project ‘Brug’ helpt vluchtelingen. De helft van het geld kwam van de Stichting Lumina, de rest van de Stichting Vera.'),
    ("pl", 'Projekt „Most dla wszystkich” pomaga uchodźcom. Połowa pieniędzy pochodzi od Fundacji Lumina, reszta od Fundacji Vera.'),
    ("cs", 'Projekt „Cesta domů“ pomáhá uprchlíkům. Polovina peněz pochází od Nadace Lumina, zbytek od Nadace Vera.'),
    ("sl", 'Projekt »Most« pomaga beguncem. Polovica denarja prihaja od Fundacije Lumina, preostanek od Fundacije Vera.'),
    ("sv", 'Projektet ”Bron” hjälper flyktingar. Hälften av pengarna kommer från Stiftelsen Lumina, resten från Stiftelsen Vera.'),
    ("ro", 'Proiectul „Puntea” ajută refugiații. Jumătate din bani vin de la Fundația Lumina, restul de la Fundația Vera.'),
    ("el", 'Το πρόγραμμα «Γέφυρα» βοηθά πρόσφυγες. Τα μισά χρήματα προέρχονται από το Ίδρυμα Λούμινα, τα υπόλοιπα από το Ίδρυμα Βέρα.'),
    ("mt", 'Il-proġett “Pont” jgħin lir-refuġjati. Nofs il-flus ġejjin mill-Fondazzjoni Lumina u l-bqija mill-Fondazzjoni Vera.'),
]


@pytest.mark.parametrize(("language", "text"), HEADED)
def test_who_stands_at_the_head_of_a_partnership_runs_it(language: str, text: str) -> None:
    runs = objects(text, language, "implementedBy")
    assert named(runs, FIRST) and len(runs) == 1


@pytest.mark.parametrize(("language", "text"), REST)
def test_the_rest_of_the_money_comes_from_another(language: str, text: str) -> None:
    pays = objects(text, language, "fundedBy")
    assert named(pays, PAYER) and named(pays, ("vera", "βέρα")) and len(pays) == 2


def test_heads_and_payers_in_all_languages() -> None:
    assert len({row[0] for row in HEADED}) == 17 and len({row[0] for row in REST}) == 14


ALONGSIDE = [
    ("en", 'The Bridge project helps refugees. Vera Foundation, Omnia Institute and Harbour Trust work with Kredo Centre on the project.'),
    ("de", 'Das Projekt „Brücke“ hilft Geflüchteten. Das Institut Omnia und die Stiftung Vera arbeiten im Projekt mit dem Verein Kredo zusammen.'),
    ("fr", "Le projet « Pont » aide les réfugiés. La Fondation Vera et l'Institut Omnia travaillent avec l'association Kredo sur ce projet."),
    ("it", "Il progetto “Ponte” aiuta i rifugiati. La Fondazione Vera e l'Istituto Omnia collaborano con l'associazione Kredo al progetto."),
    ("es", 'El proyecto «Puente» ayuda a refugiados. La Fundación Vera y el Instituto Omnia colaboran con la Asociación Kredo en el proyecto.'),
    ("pt", 'O projeto «Ponte» apoia refugiados. A Fundação Vera e o Instituto Omnia colaboram com a Associação Kredo no projeto.'),
    ("nl", 'Het project ‘Brug’ helpt vluchtelingen. De Stichting Vera en het Instituut Omnia werken in het project samen met Stichting Kredo.'),
    ("pl", 'Projekt „Most dla wszystkich” pomaga uchodźcom. Fundacja Vera i Instytut Omnia współpracują z Fundacją Kredo w projekcie.'),
    ("cs", 'Projekt „Cesta domů“ pomáhá uprchlíkům. Nadace Vera a Institut Omnia spolupracují s Nadací Kredo na projektu.'),
    ("sl", 'Projekt »Most« pomaga beguncem. Fundacija Vera in Inštitut Omnia sodelujeta s Fundacijo Kredo pri projektu.'),
    ("sv", 'Projektet ”Bron” hjälper flyktingar. Stiftelsen Vera och Institutet Omnia samarbetar med Föreningen Kredo i projektet.'),
    ("ro", 'Proiectul „Puntea” ajută refugiații. Fundația Vera și Institutul Omnia colaborează cu Asociația Kredo în cadrul proiectului.'),
    ("el", 'Το πρόγραμμα «Γέφυρα» βοηθά πρόσφυγες. Το Ίδρυμα Βέρα και το Ινστιτούτο Όμνια συνεργάζονται με τον Σύλλογο Κρέδο στο πρόγραμμα.'),
    ("hu", 'A „Híd” projekt menekülteket segít. A Vera Alapítvány és az Omnia Intézet együttműködik a Kredo Egyesülettel a projektben.'),
    ("uk", 'Проєкт «Міст» допомагає біженцям. Фонд «Віра» та Інститут «Омнія» співпрацюють з Центром «Кредо» у проєкті.'),
    ("mt", 'Il-proġett “Pont” jgħin lir-refuġjati. Il-Fondazzjoni Vera u l-Istitut Omnia jaħdmu mal-Għaqda Kredo fuq il-proġett.'),
]


@pytest.mark.parametrize(("language", "text"), ALONGSIDE)
def test_who_works_with_another_on_the_project_takes_part(language: str, text: str) -> None:
    joins = objects(text, language, "hasPartner")
    assert named(joins, FIRST) and named(joins, SECOND) and named(joins, ("vera", "βέρα", "віра"))


@pytest.mark.parametrize("text", [
    "The Bridge project is run by Vera Foundation. Vera Foundation and Omnia Institute work with Kredo Centre on the project.",
    "The Bridge project helps refugees. Vera Foundation and Omnia Institute work with Kredo Centre in Linden.",
])
def test_who_runs_it_or_works_on_something_else_is_no_partner(text: str) -> None:
    assert not named(objects(text, "en", "hasPartner"), ("vera",))


def test_all_languages_but_one_say_so() -> None:
    assert len({row[0] for row in ALONGSIDE}) == 16


def test_who_runs_it_takes_part_as_such() -> None:
    text = "Kredo Foundation runs the Lantern project. In the Lantern project, Kredo Foundation and Omnia Institute join forces."
    assert objects(text, "en", "hasPartner") == {"Omnia Institute"}


@pytest.mark.parametrize("text", [
    "Together with the Lantern project, Kredo Foundation organised a festival.",
    "Kredo Foundation helped with the Lantern project.",
    "In cooperation with the Lantern project, Kredo Foundation opened a school.",
])
def test_who_does_something_beside_a_project_does_not_run_it(text: str) -> None:
    assert not objects(text, "en", "implementedBy")


LED = [
    ("en", '“Open Doors” is a project led by Kredo Foundation with Omnia Institute and the City of Linden as partners, financed by Lumina Trust until 2026.'),
    ("fr", "« Portes ouvertes » est un projet piloté par l'association Kredo avec l'Institut Omnia et la Ville de Linden comme partenaires, financé par la Fondation Lumina jusqu'en 2026."),
    ("it", "“Porte aperte” è un progetto guidato dall'associazione Kredo con l'Istituto Omnia e il Comune di Linden come partner, finanziato dalla Fondazione Lumina fino al 2026."),
    ("es", '«Puertas abiertas» es un proyecto liderado por la Asociación Kredo, con el Instituto Omnia y el Ayuntamiento de Linden como socios, financiado por la Fundación Lumina hasta 2026.'),
    ("pt", '«Portas abertas» é um projeto liderado pela Associação Kredo, tendo como parceiros o Instituto Omnia e o Município de Linden, financiado pela Fundação Lumina até 2026.'),
    ("sl", '»Odprta vrata« je projekt pod vodstvom Fundacije Kredo, partnerja sta Inštitut Omnia in Občina Linden, do leta 2026 pa ga financira Fundacija Lumina.'),
    ("sv", '”Öppna dörrar” är ett projekt som leds av Föreningen Kredo med Institutet Omnia och Lindens kommun som partner och finansieras av Stiftelsen Lumina till 2026.'),
    ("ro", '„Uși deschise” este un proiect coordonat de Asociația Kredo, având ca parteneri Institutul Omnia și Primăria Linden, finanțat de Fundația Lumina până în 2026.'),
    ("el", 'Το «Ανοιχτές Πόρτες» είναι έργο με επικεφαλής την οργάνωση Κρέδο και εταίρους το Ινστιτούτο Όμνια και τον Δήμο Λίντεν, που χρηματοδοτείται από το Ίδρυμα Λούμινα έως το 2026.'),
    ("cs", '„Otevřené dveře“ je projekt pod vedením Nadace Kredo, jehož partnery jsou Institut Omnia a město Linden a který do roku 2026 financuje Nadace Lumina.'),
]


@pytest.mark.parametrize(("language", "text"), LED)
def test_who_leads_who_joins_and_who_pays_in_one_sentence(language: str, text: str) -> None:
    runs, joins, pays = (objects(text, language, name) for name in ("implementedBy", "hasPartner", "fundedBy"))
    assert named(runs, FIRST) and named(joins, SECOND) and named(pays, PAYER)
    assert (len(runs), len(joins), len(pays)) == (1, 2, 1)


def test_who_carries_out_a_part_as_partner_is_one() -> None:
    text = "The Lantern project helps refugees. Its second part is carried out by Omnia Institute, as implementing partner of Kredo."
    assert named(objects(text, "en", "hasPartner"), SECOND)


def test_a_clause_behind_a_list_is_no_part_of_it() -> None:
    text = "„Offene Türen“ ist ein Projekt unter der Leitung des Vereins Kredo mit den Partnern Institut Omnia und Stadt Linden, das die Stiftung Lumina finanziert."
    assert objects(text, "de", "fundedBy") == {"Stiftung Lumina"}
    assert objects(text, "de", "hasPartner") == {"Institut Omnia", "Stadt Linden"}
