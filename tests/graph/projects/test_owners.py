"""What is quoted behind the owner of a project is the project's name, also behind an article and the owner's acronym."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import facts, prose

CASES = [
    ("en", "The project of the Kredo Foundation (KRF) “Lantern” supports refugees.", "Lantern"),
    ("it", "Il progetto dell'Organizzazione Internazionale per le Migrazioni (OIM) “Lanterna” sostiene i rifugiati.", "Lanterna"),
    ("fr", "Le projet de l'Organisation internationale pour les migrations (OIM) « Lanterne » soutient les réfugiés.", "Lanterne"),
    ("de", "Das Projekt der Kredo-Stiftung (KRS) „Laterne“ unterstützt Flüchtlinge.", "Laterne"),
    ("pt", "O projeto da Organização Internacional para as Migrações (OIM) «Lanterna» apoia refugiados.", "Lanterna"),
    ("pl", "Projekt Międzynarodowej Organizacji do Spraw Migracji (IOM) „Latarnia” wspiera uchodźców.", "Latarnia"),
    ("cs", "Projekt Mezinárodní organizace pro migraci (IOM) „Maják“ podporuje uprchlíky.", "Maják"),
    ("ro", "Proiectul Organizației Internaționale pentru Migrație (OIM) „Lanterna” sprijină refugiații.", "Lanterna"),
    ("el", "Το πρόγραμμα του Διεθνούς Οργανισμού Μετανάστευσης (ΔΟΜ) «Φανάρι» στηρίζει τους πρόσφυγες.", "Φανάρι"),
]


@pytest.mark.parametrize(("language", "text", "name"), CASES)
def test_the_quotation_is_the_project_of_its_owner(language: str, text: str, name: str) -> None:
    found = extract(prose(text, language=language))
    assert {s for s, _, _ in facts(found)} == {name}
    assert len(facts(found, "implementedBy")) == 1


def test_an_acronym_may_part_a_body_from_a_quotation_before_the_noun() -> None:
    found = facts(extract(prose("A Kredo Alapítvány (KRA) „Lámpás” projektje menekülteket támogat.", language="hu")))
    assert {s for s, _, _ in found} == {"Lámpás"}


@pytest.mark.parametrize("text", [
    "The project of the Kredo Foundation (KRF) supports refugees; they say “Thank you”.",
    "The Kredo Foundation (KRF) “Lantern” supports refugees."])
def test_other_quotations_name_no_project(text: str) -> None:
    assert not {s for s, _, _ in facts(extract(prose(text))) if s in ("Thank you",)}
