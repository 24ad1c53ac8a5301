"""Words that name nobody in particular: no bodies, no projects."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, names_of, read


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The Lantern project was set up by Refugees and is funded by AMIF."),
    ("en", "The project Lantern helps refugees. **NGOs and Charities**: they run the project Lantern, too."),
    ("it", "Il progetto Lanterna aiuta i rifugiati. È frutto di un accordo tra **Governo**, **Caritas Italiana** e **Tavola Valdese**."),
    ("pl", "Projekt Latarnia pomaga uchodźcom. Inicjatywy KRF, poza formacją, realizowane są w 4 obszarach."),
    ("ro", "Proiectul Lanterna ajută refugiații. MILOS V., președintele senatului Republicii Cehe: „Este bine”."),
    ("cs", "Komu je projekt určen? Projekt Majáček pomáhá uprchlíkům.")])
def test_they_are_neither_projects_nor_bodies(language: str, text: str) -> None:
    reading = read(text, language)
    assert len(names_of(reading)) == 1
    assert not {"Refugees", "Charities", "Governo"} & {o for _, _, o in facts(reading)}


@pytest.mark.parametrize(("language", "text", "name"), [
    ("cs", "Do projektu Firmy vítají jsou zapojeni: Nadace Kredo a Spolek Omnia.", "Firmy vítají"),
    ("en", "The project Women lead, funded by AMIF, helps refugees.", "Women lead")])
def test_a_group_may_begin_a_title(language: str, text: str, name: str) -> None:
    assert [names[0] for names in names_of(read(text, language))] == [name]
