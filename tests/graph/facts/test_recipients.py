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
