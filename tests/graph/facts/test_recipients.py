"""Who receives money for a project runs it."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

GETS = [
    ("en", "The Kredo Foundation received a grant of 50,000 euros from AMIF for the Lantern project."),
    ("en", "The Kredo Foundation has been awarded €50,000 by the Omnia Fund for its Lantern project."),
    ("es", "La Fundación Kredo recibió 50.000 euros de la Junta de Andalucía para su proyecto «Linterna»."),
    ("pt", "A Fundação Kredo recebeu um apoio de 50 mil euros do FAMI para o projeto “Lanterna”."),
    ("nl", "Stichting Kredo kreeg 50.000 euro subsidie van het AMIF voor het project Lantaarn."),
    ("pl", "Fundacja Kredo dostała 50 tys. euro z FAMI na realizację projektu „Latarnia”."),
    ("cs", "Nadace Kredo získala dotaci z AMIF na projekt „Lucerna“."),
    ("sl", "Fundacija Kredo je od AMIF prejela 50.000 evrov za projekt „Svetilka“."),
    ("fi", "Kredo-säätiö sai AMIF-rahastolta 50 000 euroa Lyhty-hankkeeseen."),
    ("fr", "La Fondation Kredo a reçu 50 000 euros de la Ville de Lyon pour son projet « Lanterne »."),
    ("it", "La Fondazione Kredo ha ricevuto 50mila euro dal Comune di Bari per il progetto «Lanterna»."),
    ("de", "Die Kredo Stiftung hat 50.000 Euro für das Projekt „Laterne“ erhalten."),
    ("el", "Το Ίδρυμα Κρέντο έλαβε χρηματοδότηση από το AMIF για το έργο «Φανάρι»."),
]
NOT = [
    ("en", "The Lantern project helps refugees. The Kredo Foundation received a prize for its hall."),
    ("en", "The Lantern project helps refugees. The Kredo Foundation sent 50,000 euros for the project."),
    ("de", "Die Kredo Stiftung hat 50.000 Euro für das Projekt „Laterne“ gespendet."),
    ("nl", "Stichting Kredo heeft 50.000 euro geschonken voor het project Lantaarn."),
    ("it", "Il progetto Lanterna aiuta i rifugiati. Dalla Fondazione Kredo ha ricevuto 50mila euro per il progetto."),
]


@pytest.mark.parametrize(("language", "text"), GETS)
def test_who_receives_money_for_a_project_runs_it(language: str, text: str) -> None:
    found = {o for _, _, o in facts(read(text, language), "implementedBy")}
    assert len(found) == 1 and any(form in body for body in found for form in ("Kredo", "Κρέντο"))


@pytest.mark.parametrize(("language", "text"), NOT)
def test_who_gives_or_receives_something_else_does_not(language: str, text: str) -> None:
    assert not facts(read(text, language), "implementedBy")


BOTH = [  # who receives and who gives, in one sentence
    ("en", 'Kredo Foundation receives money from Lumina Trust for the project “Lantern”.'),
    ("en", 'For the project “Lantern” Kredo Foundation received a grant from Lumina Trust.'),
    ("en", 'With a grant from Lumina Trust, Kredo Foundation runs the project “Lantern”.'),
    ("de", 'Der Verein Kredo erhält für das Projekt „Lantern“ Mittel der Stiftung Lumina.'),
    ("de", 'Für das Projekt „Lantern“ erhält der Verein Kredo Mittel der Stiftung Lumina.'),
    ("de", 'Mit Mitteln der Stiftung Lumina führt der Verein Kredo das Projekt „Lantern“ durch.'),
    ("fr", "L'association Kredo reçoit une subvention de la Fondation Lumina pour le projet « Lantern »."),
    ("fr", "Pour le projet « Lantern », l'association Kredo a reçu une subvention de la Fondation Lumina."),
    ("fr", "Grâce à une subvention de la Fondation Lumina, l'association Kredo mène le projet « Lantern »."),
    ("it", "L'associazione Kredo ha ricevuto un contributo della Fondazione Lumina per il progetto “Lantern”."),
    ("it", "Per il progetto “Lantern” l'associazione Kredo ha ricevuto un contributo dalla Fondazione Lumina."),
    ("it", "Grazie a un contributo della Fondazione Lumina, l'associazione Kredo realizza il progetto “Lantern”."),
    ("es", 'La Asociación Kredo recibe una subvención de la Fundación Lumina para el proyecto «Lantern».'),
    ("es", 'Para el proyecto «Lantern», la Asociación Kredo ha recibido una ayuda de la Fundación Lumina.'),
    ("es", 'Gracias a una ayuda de la Fundación Lumina, la Asociación Kredo desarrolla el proyecto «Lantern».'),
    ("pt", 'A Associação Kredo recebeu um apoio da Fundação Lumina para o projeto «Lantern».'),
    ("pt", 'Para o projeto «Lantern», a Associação Kredo recebeu um financiamento da Fundação Lumina.'),
    ("pt", 'Com o apoio financeiro da Fundação Lumina, a Associação Kredo desenvolve o projeto «Lantern».'),
    ("nl", 'Stichting Kredo ontvangt een subsidie van de Stichting Lumina voor het project ‘Lantern’.'),
    ("nl", 'Voor het project ‘Lantern’ kreeg Stichting Kredo een subsidie van de Stichting Lumina.'),
    ("nl", 'Met een subsidie van de Stichting Lumina voert Stichting Kredo het project ‘Lantern’ uit.'),
    ("pl", 'Fundacja Kredo otrzymała dotację od Fundacji Lumina na projekt „Lantern”.'),
    ("pl", 'Na projekt „Lantern” Fundacja Kredo otrzymała dofinansowanie z Fundacji Lumina.'),
    ("pl", 'Dzięki dotacji Fundacji Lumina Fundacja Kredo realizuje projekt „Lantern”.'),
    ("cs", 'Nadace Kredo získala na projekt „Lantern“ dotaci od Nadace Lumina.'),
    ("cs", 'Na projekt „Lantern“ získala Nadace Kredo grant od Nadace Lumina.'),
    ("cs", 'Díky dotaci Nadace Lumina realizuje Nadace Kredo projekt „Lantern“.'),
    ("sl", 'Fundacija Kredo je za projekt »Lantern« prejela sredstva Fundacije Lumina.'),
    ("sl", 'Za projekt »Lantern« je Fundacija Kredo prejela sredstva od Fundacije Lumina.'),
    ("sl", 'S sredstvi Fundacije Lumina Fundacija Kredo izvaja projekt »Lantern«.'),
    ("sv", 'Föreningen Kredo har fått bidrag från Stiftelsen Lumina till projektet ”Lantern”.'),
    ("sv", 'Till projektet ”Lantern” har Föreningen Kredo fått medel från Stiftelsen Lumina.'),
    ("sv", 'Med stöd från Stiftelsen Lumina driver Föreningen Kredo projektet ”Lantern”.'),
    ("fi", 'Kredo ry sai Lumina-säätiöltä avustuksen ”Lantern”-hankkeeseen.'),
    ("fi", '”Lantern”-hankkeeseen Kredo ry sai rahoitusta Lumina-säätiöltä.'),
    ("fi", 'Lumina-säätiön avustuksella Kredo ry toteuttaa ”Lantern”-hanketta.'),
    ("ro", 'Asociația Kredo a primit o finanțare de la Fundația Lumina pentru proiectul „Lantern”.'),
    ("ro", 'Pentru proiectul „Lantern”, Asociația Kredo a primit un grant de la Fundația Lumina.'),
    ("ro", 'Cu sprijinul financiar al Fundației Lumina, Asociația Kredo implementează proiectul „Lantern”.'),
    ("el", 'Η οργάνωση Κρέδο έλαβε επιχορήγηση από το Ίδρυμα Λούμινα για το πρόγραμμα «Lantern».'),
    ("el", 'Για το πρόγραμμα «Lantern» η οργάνωση Κρέδο έλαβε χρηματοδότηση από το Ίδρυμα Λούμινα.'),
    ("el", 'Με επιχορήγηση του Ιδρύματος Λούμινα, η οργάνωση Κρέδο υλοποιεί το έργο «Lantern».'),
    ("hu", 'A „Lantern” projektre a Kredo Alapítvány támogatást kapott a Lumina Alapítványtól.'),
    ("hu", 'A Lumina Alapítvány támogatásával a Kredo Alapítvány megvalósítja a „Lantern” projektet.'),
    ("uk", 'Фонд «Кредо» отримав грант від Фонду «Люміна» на проєкт «Lantern».'),
    ("uk", 'На проєкт «Lantern» Фонд «Кредо» отримав кошти від Фонду «Люміна».'),
    ("mt", 'Il-Fondazzjoni Kredo rċeviet għotja mill-Fondazzjoni Lumina għall-proġett “Lantern”.'),
    ("mt", 'Għall-proġett “Lantern” il-Fondazzjoni Kredo rċeviet fondi mill-Fondazzjoni Lumina.'),
    ("mt", "B'għotja mill-Fondazzjoni Lumina, il-Fondazzjoni Kredo qed tmexxi l-proġett “Lantern”."),
]


@pytest.mark.parametrize(("language", "text"), BOTH)
def test_who_receives_runs_it_and_who_gives_pays(language: str, text: str) -> None:
    document = read(text, language)
    runs = {o.casefold() for _, _, o in facts(document, "implementedBy")}
    pays = {o.casefold() for _, _, o in facts(document, "fundedBy")}
    assert len(runs) == 1 and any(form in body for body in runs for form in ("kredo", "κρέδο", "кредо"))
    assert len(pays) == 1 and any(form in body for body in pays for form in ("lumina", "λούμινα", "люміна"))


def test_every_language_has_such_sentences() -> None:
    assert len(BOTH) >= 45 and len({language for language, _ in BOTH}) == 17


def test_the_project_that_receives_is_not_run_by_who_stands_beside() -> None:
    text = "Le projet « Lantern », porté par l'association Kredo avec le Centre Omnia, a reçu une subvention de la Fondation Lumina."
    assert not any("Omnia" in body for _, _, body in facts(read(text, "fr"), "implementedBy"))
