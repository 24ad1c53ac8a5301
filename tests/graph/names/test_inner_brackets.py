"""Names of bodies go on behind a bracket with their acronym, and known bodies have branches behind names of several
words."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text", "body"), [
    ("de", "Das Projekt LATERNE wird von der Volkshochschule (VHS) Lindau durchgeführt.", "Volkshochschule Lindau"),
    ("de", "Träger des Projekts LATERNE ist die Evangelische Bildungsstätte (EBS) Omnia e.V.", "Evangelische Bildungsstätte Omnia e.V"),
    ("de", "Das Projekt LATERNE wird vom Deutschen Roten Kreuz (DRK) Kreisverband Musterstadt e.V. durchgeführt.",
     "Deutsches Rotes Kreuz Kreisverband Musterstadt e.V"),
    ("de", "Das Projekt LATERNE wird von der Agentur für Arbeit Trier getragen.", "Agentur für Arbeit Trier"),
    ("it", "Il progetto LANTERNA è gestito dal Centro per l'Accoglienza dei Giovani (CAG) di Parma.", "Centro per l'Accoglienza dei Giovani di Parma"),
    ("fr", "Le projet LANTERNE est porté par le Centre communal d'action sociale (CCAS) de Grenoble.",
     "Centre communal d'action sociale de Grenoble"),
    ("en", "The LANTERN project is implemented by World Harbour International (WHI) Kenya.", "World Harbour International Kenya"),
    ("es", "El proyecto LINTERNA es ejecutado por la Asociación de Ayuda Mutua (AAM) de Murcia.", "Asociación de Ayuda Mutua de Murcia"),
])
def test_a_name_goes_on_behind_its_acronym(language: str, text: str, body: str) -> None:
    assert {o.rstrip(".") for _, _, o in facts(read(text, language), "implementedBy")} == {body}


@pytest.mark.parametrize(("language", "text", "body"), [
    ("de", "Das Projekt LATERNE wird von der Kredo-Stiftung (KRS) Frauen aus Lindau angeboten und von ihr koordiniert.", "Kredo-Stiftung"),
    ("en", "The LANTERN project is led by the Refugee Support Council (RSC) in Leeds.", "Refugee Support Council"),
])
def test_what_is_no_part_of_it_stays_outside(language: str, text: str, body: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "implementedBy")} <= {body}


@pytest.mark.parametrize(("language", "text", "body"), [
    ("it", "Il progetto LANTERNA è promosso dal Coordinamento nazionale comunità solidali (CNCS).", "Coordinamento nazionale comunità solidali"),
    ("fr", "Le projet LANTERNE est mis en œuvre par l'Association des femmes du port (AFP).", "Association des femmes du port"),
])
def test_an_acronym_behind_a_concept_may_be_the_bodys(language: str, text: str, body: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "implementedBy")} == {body}


def test_the_acronym_is_a_form_of_the_name() -> None:
    text = "Das Projekt LATERNE wird von der Volkshochschule (VHS) Lindau geleitet. Die VHS Lindau kooperiert mit dem Verein Omnia."
    assert {o for _, _, o in facts(read(text, "de"), "implementedBy")} == {"Volkshochschule Lindau"}


@pytest.mark.parametrize(("language", "text", "body"), [
    ("de", "Das Projekt LATERNE wird vom Evangelischen Jugend- und Fürsorgewerk durchgeführt.", "Evangelisches Jugend- und Fürsorgewerk"),
    ("de", "Das Projekt LATERNE wird vom Fachdienst Migration und Integration des Diakonischen Werkes initiiert.",
     "Fachdienst Migration und Integration"),
    ("de", "Das Projekt LATERNE führt die Kommunale Arbeitsförderung Lindau durch.", "Kommunale Arbeitsförderung Lindau"),
    ("fi", "LYHTY-hanke, jota koordinoi Kredo ry, alkoi vuonna 2020.", "Kredo ry"),
    ("nl", "Het Kredo Fonds heeft een bedrag van € 55.000 toegekend aan Stichting Omnia voor het project LANTAARN.", "Stichting Omnia"),
])
def test_who_carries_a_project_out(language: str, text: str, body: str) -> None:
    assert body in {o.rstrip(".") for _, _, o in facts(read(text, language), "implementedBy")}
