"""Projects that came before the one that a text is about are projects of their own."""
from __future__ import annotations

import pytest

from tests.small_documents import HELPS, facts, read

TOLD = [
    ("en", "It takes up the results of Peer2Class, an Erasmus+ partnership that ran from 2018 to 2020.", "Lantern", "Peer2Class", "2020"),
    ("de", "Es baut auf den Erfahrungen von „Brückenschlag“ (2015–2017) auf.", "Laterne", "Brückenschlag", "2017"),
    ("fr", "Il s'appuie sur les résultats de Passerelle (2015-2018).", "Lanterne", "Passerelle", "2018"),
    ("it", "Nasce dall'esperienza di Ponte, un progetto finanziato dal FAMI che si è concluso nel 2019.", "Lanterna", "Ponte", "2019"),
    ("es", "Da continuidad a Puente, un proyecto financiado por el FSE que terminó en 2019.", "Linterna", "Puente", "2019"),
    ("nl", "Het is het vervolg op Brugslag (2016-2018).", "Lantaarn", "Brugslag", "2018"),
    ("pl", "Nawiązuje do doświadczeń „Mostu” (2016–2018).", "Latarenka", "Mostu", "2018"),
    ("sl", "Nadgrajuje rezultate projekta Most, ki ga je v letih 2016–2018 financiral AMIF.", "Svetilka", "Most", "2018"),
    ("el", "Αποτελεί συνέχεια του «Γέφυρα» (2016-2018), που χρηματοδοτήθηκε από το ΤΑΜΕ.", "Φανάρι", "Γέφυρα", "2018"),
    ("uk", "Він є продовженням «Мосту» (2016–2018), який фінансував ЄС.", "Ліхтар", "Мосту", "2018"),
]


@pytest.mark.parametrize(("language", "text", "project", "before", "end"), TOLD)
def test_a_forerunner_keeps_what_is_told_of_it(language: str, text: str, project: str, before: str, end: str) -> None:
    found = facts(read(HELPS[language] + text, language))
    assert (project, "follows", before) in found and (before, "endDate", end) in found
    assert not any(s == project and p in ("endDate", "startDate", "fundedBy") for s, p, _ in found)


def test_what_goes_on_from_it_is_a_project_too() -> None:
    found = facts(read("LinguaBox Plus takes up where LinguaBox (Erasmus+, 2018–2020) left off. The consortium, headed by the Kredo University, turns to teachers."))
    assert ("LinguaBox Plus", "follows", "LinguaBox") in found and ("LinguaBox Plus", "implementedBy", "Kredo University") in found
    assert ("LinguaBox", "fundedBy", "Erasmus+") in found


@pytest.mark.parametrize("text", [
    "It builds on the Lisbon Strategy, which ran from 2000 to 2010.",
    "It builds on the work of Amina Diallo, who ran a school in 2015.",
    "Following Brexit, a programme of visits ended.",
    "It follows a decision of the council.",
])
def test_treaties_people_and_events_are_no_forerunners(text: str) -> None:
    assert not any(p == "follows" for _, p, _ in facts(read(HELPS["en"] + text)))
