"""Questions as labels ("Who pays for it?"), and lines under a label that join several bodies."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts

ASKED = [
    ("en", "The Lantern project helps refugees.", "Who runs it?", "The Kredo Foundation, founded in Malta.", "Who pays for it?", "The Omnia Foundation and the City of Leeds."),
    ("it", "Il progetto Lanterna aiuta i rifugiati.", "Chi lo realizza?", "La Fondazione Kredo, nata a Malta.", "Chi lo finanzia?", "La Fondazione Omnia e la Regione Lombardia."),
    ("fr", "Le projet Lanterne aide les réfugiés.", "Qui porte le projet ?", "La Fondation Kredo, née à Malte.", "Qui finance ?", "La Fondation Omnia et la Région Bretagne."),
    ("es", "El proyecto Linterna ayuda a refugiados.", "¿Quién lo organiza?", "La Fundación Kredo, nacida en Malta.", "¿De dónde viene el dinero?", "La Fundación Omnia y la Junta de Andalucía."),
    ("pt", "O projeto Lanterna ajuda refugiados.", "Quem organiza?", "A Fundação Kredo, nascida em Malta.", "De onde vem o dinheiro?", "A Fundação Omnia e o Município de Faro."),
    ("de", "Das Projekt Laterne hilft Geflüchteten.", "Wer führt das Projekt durch?", "Die Kredo-Stiftung aus Kiel.", "Wer zahlt?", "Die Omnia-Stiftung und die Stadt Lübeck."),
    ("nl", "Het project Lantaarn helpt vluchtelingen.", "Wie voert het project uit?", "De Kredo Stichting uit Breda.", "Wie betaalt dit?", "De Omnia Stichting en de Gemeente Breda."),
    ("pl", "Projekt Latarnia pomaga uchodźcom.", "Kto realizuje projekt?", "Fundacja Kredo z Gdańska.", "Kto finansuje projekt?", "Fundacja Omnia i Miasto Gdańsk."),
    ("uk", "Проєкт «Ліхтар» допомагає біженцям.", "Хто реалізує проєкт?", "Фонд Kredo з Полтави.", "Хто фінансує проєкт?", "Фонд Omnia та Полтавська міська рада."),
]


@pytest.mark.parametrize(("lang", "first", "runs", "runner", "pays", "payers"), ASKED)
def test_the_answer_to_who_runs_it_and_who_pays(lang: str, first: str, runs: str, runner: str, pays: str, payers: str) -> None:
    reading = extract(blocks(("title", "FAQ"), ("prose", first), ("heading2", runs), ("prose", runner), ("heading2", pays), ("prose", payers), language=lang))
    run = [o for _, _, o in facts(reading, "implementedBy")]
    assert len(run) == 1
    assert "Kredo" in run[0]
    paid = [o for _, _, o in facts(reading, "fundedBy")]
    assert len(paid) == 2
    assert any("Omnia" in o for o in paid)


def test_an_answer_behind_its_question_on_one_line() -> None:
    reading = extract(blocks(("title", "FAQ"), ("prose", "Il progetto Lanterna aiuta i rifugiati."), ("prose", "Chi paga? La Fondazione Omnia e la Regione Lombardia. Chi viene? Anche la Fondazione Kredo."), language="it"))
    assert {o for _, _, o in facts(reading, "fundedBy")} == {"Fondazione Omnia", "Regione Lombardia"}
    assert not facts(reading, "implementedBy")


def test_a_question_of_another_sort_is_no_label() -> None:
    reading = extract(blocks(("title", "FAQ"), ("prose", "The Lantern project helps refugees."), ("heading2", "Who visited it?"), ("prose", "The Omnia Foundation and the City of Leeds.")))
    assert not facts(reading, "fundedBy")
    assert not facts(reading, "implementedBy")


def test_what_else_an_answer_says_is_kept() -> None:
    reading = extract(blocks(("title", "FAQ"), ("prose", "Il progetto Lanterna aiuta i rifugiati."), ("heading2", "Chi lo realizza?"), ("prose", "La Fondazione Kredo, in collaborazione con il Comune di Pavia."), language="it"))
    assert {o for _, _, o in facts(reading, "hasPartner")} == {"Comune di Pavia"}


@pytest.mark.parametrize(("lang", "first", "label", "line", "number"), [
    ("fr", "Le projet Lanterne aide les réfugiés.", "Financement", "La Fondation Omnia, la Région Bretagne et la Fondation Marée.", 3),
    ("de", "Das Projekt Laterne hilft Geflüchteten.", "Förderung", "Die Stiftung Omnia, das Land Hessen und die Marée-Stiftung.", 3),
    ("en", "The Lantern project helps refugees.", "Donors", "The Omnia Foundation and the City of Leeds", 2),
    ("es", "El proyecto Linterna ayuda a refugiados.", "Financiación", "La Fundación Omnia, que nació en Vigo, agradeció a la Fundación Kredo su visita.", 1),
])
def test_bodies_joined_on_one_line_under_a_label(lang: str, first: str, label: str, line: str, number: int) -> None:
    reading = extract(blocks(("title", "X"), ("prose", first), ("heading2", label), ("prose", line), language=lang))
    assert len(facts(reading, "fundedBy")) == number
