"""Bodies that share a head noun in the plural; quotations behind halls and abbreviated head nouns."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text", "bodies"), [
    ("it", "Il progetto LANTERNA è finanziato dai ministeri del Lavoro e dell'Interno.", {"Ministero del Lavoro", "Ministero dell'Interno"}),
    ("es", "El proyecto LINTERNA está financiado por los ministerios de Pesca y de Vivienda.", {"Ministerio de Pesca", "Ministerio de Vivienda"}),
    ("pt", "O projeto LANTERNA é financiado pelas Câmaras Municipais de Alvor e de Brejo.", {"Câmara municipal de Alvor", "Câmara municipal de Brejo"}),
    ("fr", "Le projet LANTERNE est financé par les fondations Kredo et Omnia.", {"Fondation Kredo", "Fondation Omnia"}),
])
def test_a_plural_head_noun_makes_a_body_of_each_name(language: str, text: str, bodies: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, language), "fundedBy")} >= bodies


def test_one_name_behind_a_plural_makes_no_bodies() -> None:
    assert not {o for _, _, o in facts(read("Il progetto LANTERNA è finanziato dai ministeri di Kredopoli.", "it")) if o.startswith("Ministero")}


def test_a_hall_s_name_is_no_project() -> None:
    text = "L'incontro è nella sala “Pia Zeni” della Fondazione Kredo. Il progetto LANTERNA aiuta i rifugiati."
    assert {s for s, _, _ in facts(read(text, "it"))} == {"LANTERNA"}


def test_an_abbreviated_head_noun_makes_a_body_of_a_quotation() -> None:
    text = "Il progetto LANTERNA è realizzato dalla Coop. “Porto Nuovo”."
    assert any("Porto Nuovo" in o for _, p, o in facts(read(text, "it")) if p == "implementedBy")


def test_a_mayor_is_no_body() -> None:
    text = "Il progetto LANTERNA è promosso dal Comune di Kredo. C'era il Sindaco del Comune di Omnia."
    assert not facts(read(text, "it"), "unitOf")


def test_a_body_spelt_like_a_role_without_its_accent_is_a_body() -> None:
    text = "O projeto LANTERNA é financiado pela Secretaria de Estado da Pesca."
    assert {o for _, _, o in facts(read(text, "pt"), "fundedBy")} == {"Secretaria de Estado da Pesca"}


def test_a_list_goes_on_behind_a_unit_of_a_body_and_behind_bodies_in_general() -> None:
    text = "Il progetto LANTERNA si basa sulla collaborazione del Ministero della Pesca – Direzione Generale Porti, le cinque Regioni, l'Ispettorato Kredo e la Fondazione Omnia."
    partners = {o for _, _, o in facts(read(text, "it"), "hasPartner")}
    assert {"Ministero della Pesca", "Fondazione Omnia"} <= partners


def test_a_body_is_also_called_without_its_legal_form() -> None:
    reading = read("Il progetto LANTERNA è realizzato da Kredo cooperativa sociale.", "it")
    assert any({"Kredo cooperativa sociale", "Kredo"} <= {n.text for n in e.names} for e in reading.entities)


def test_a_name_over_a_small_word_is_one_where_it_stands_twice() -> None:
    text = "El proyecto LINTERNA es implementado por Ayuda en Marcha. Con Ayuda en Marcha trabaja la Fundación Kredo."
    assert {o for _, _, o in facts(read(text, "es"), "implementedBy")} == {"Ayuda en Marcha"}


def test_one_word_in_lower_case_may_end_a_body_s_name() -> None:
    text = "Il progetto LANTERNA è realizzato dall'associazione Porte aperte."
    assert any("Porte aperte" in o for _, _, o in facts(read(text, "it"), "implementedBy"))
    verb = "Il progetto LANTERNA è realizzato dall'associazione Kredo, che aiuta."
    assert {o for _, _, o in facts(read(verb, "it"), "implementedBy")} == {"Kredo"}


def test_countries_in_brackets_stand_between_the_names() -> None:
    reading = read("Il progetto LANTERNA coinvolge i Comuni di Pisa (Italia), Ninove (Belgio) e Bebra (Germania).", "it")
    assert {o for _, _, o in facts(reading, "hasPartner")} == {"Comune di Pisa", "Comune di Ninove", "Comune di Bebra"}
    assert {o for _, _, o in facts(reading, "coversCountry")} == {"IT", "BE", "DE"}


@pytest.mark.parametrize(("language", "text", "partners"), [
    ("sv", "Projektet Lyktan drivs av Stiftelsen Kredo i samverkan med fem av länets kommuner – Sala, Köping och Norberg.", {"Sala", "Köping", "Norberg"}),
    ("it", "Il progetto Lanterna è gestito dalla Fondazione Kredo insieme a tre Comuni: Sala, Fano e Norberg.", {"Sala", "Fano", "Norberg"}),
    ("pl", "Projekt Latarnia realizuje Fundacja Kredo we współpracy z trzema gminami: Sala, Koping i Norberg.", {"Sala", "Koping", "Norberg"}),
    ("de", "Das Projekt Laterne wird von der Kredo Stiftung gemeinsam mit drei Kommunen (Bonn, Köln, Hürth) durchgeführt.", {"Bonn", "Köln", "Hürth"}),
    ("cs", "Projekt Lucerna realizuje Nadace Kredo ve spolupráci s městy Brno, Ostrava a Plzeň.", {"Město Brno", "Město Ostrava", "Město Plzeň"})])
def test_a_plural_announces_its_bodies(language: str, text: str, partners: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, language), "hasPartner")} == partners
