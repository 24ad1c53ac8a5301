"""Who belongs to a consortium, and who leads it."""
from __future__ import annotations

import pytest

from tests.small_documents import HELPS, facts, read

BELONG = [
    ("en", "The consortium is led by Kredo University and brings together Omnia Foundation, Vega Institute and the City of Graz.", {"Omnia Foundation", "Vega Institute", "City of Graz"}),
    ("en", "The partnership consists of the following partners: Omnia Aid, Vega Institute and the City of Graz.", {"Omnia Aid", "Vega Institute", "City of Graz"}),
    ("en", "Other members of the consortium are Vega Institute and the University of Graz.", {"Vega Institute", "University of Graz"}),
    ("de", "Weitere Mitglieder des Konsortiums sind die Stiftung Kredo und der Verein Omnia.", {"Stiftung Kredo", "Verein Omnia"}),
    ("fr", "Le consortium est coordonné par l'Université de Lille et réunit la Fondation Kredo et la Ville de Lyon.", {"Fondation Kredo", "Ville de Lyon"}),
    ("it", "Il consorzio, guidato dalla Fondazione Kredo, comprende l'Associazione Omnia e il Comune di Bari.", {"Associazione Omnia", "Comune di Bari"}),
    ("es", "El consorcio está formado por la Asociación Omnia y el Ayuntamiento de Murcia.", {"Asociación Omnia", "Ayuntamiento de Murcia"}),
    ("pt", "O consórcio é liderado pela Fundação Kredo e reúne a Associação Omnia e o Município de Braga.", {"Associação Omnia", "Município de Braga"}),
    ("nl", "Leden van het consortium zijn Stichting Omnia en de Universiteit Gent.", {"Stichting Omnia", "Universiteit Gent"}),
    ("pl", "Członkami konsorcjum są Stowarzyszenie Omnia i Gmina Lublin.", {"Stowarzyszenie Omnia", "Gmina Lublin"}),
    ("cs", "Konsorcium vede Nadace Kredo a dále zahrnuje Spolek Omnia a Masarykovu univerzitu.", {"Spolek Omnia"}),
    ("sl", "Konzorcij sestavljata Fundacija Kredo in Mestna občina Koper. Člani konzorcija so Društvo Omnia in Mestna občina Celje.", {"Društvo Omnia", "Mestna občina Celje"}),
    ("sv", "Stiftelsen Kredo leder ett konsortium som består av Föreningen Omnia och Lunds universitet.", {"Föreningen Omnia", "Lunds universitet"}),
    ("fi", "Konsortion muut jäsenet ovat Omnia-säätiö ja Turun kaupunki.", {"Omnia-säätiö", "Turun kaupunki"}),
    ("el", "Η κοινοπραξία αποτελείται από τον Δήμο Πατρέων και το Πανεπιστήμιο Κρήτης.", {"Δήμος Πατρέων", "Πανεπιστήμιο Κρήτης"}),
    ("ro", "Din consorțiu fac parte și Asociația Omnia și Primăria Iași.", {"Asociația Omnia", "Primăria Iași"}),
    ("hu", "A konzorcium további tagjai az Omnia Egyesület és a Szegedi Tudományegyetem.", {"Omnia Egyesület", "Szegedi Tudományegyetem"}),
    ("uk", "Членами консорціуму є Львівська міська рада та Університет Омнія.", {"Львівська міська рада", "Університет Омнія"}),
    ("mt", "Il-konsorzju jinkludi l-Fondazzjoni Omnia u l-Università ta' Malta.", {"Fondazzjoni Omnia"}),
]
SILENT = [
    ("en", "The consortium met at the Kredo Foundation."),
    ("en", "The consortium does not include the Kredo Foundation."),
    ("en", "In partnership with schools, teachers included pupils."),
    ("de", "Das Konsortium traf die Kredo Stiftung."),
]


@pytest.mark.parametrize(("language", "text", "partners"), BELONG)
def test_members_of_a_consortium_are_partners(language: str, text: str, partners: set[str]) -> None:
    found = facts(read(HELPS[language] + text, language))
    assert {o for _, p, o in found if p == "hasPartner"} >= partners
    assert not partners & {o for _, p, o in found if p == "implementedBy"}


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_a_consortium_that_does_something_else_has_no_members_told(language: str, text: str) -> None:
    assert not facts(read(HELPS[language] + text, language), "hasPartner")


def test_all_members_run_a_project_that_a_consortium_runs_without_a_leader() -> None:
    text = "Projekt Svetilka izvaja konzorcij, ki ga sestavljajo Fundacija Kredo, Društvo Omnia in Mestna občina Koper."
    found = facts(read(text, "sl"))
    assert {o for _, p, o in found if p == "implementedBy"} == {"Fundacija Kredo", "Društvo Omnia", "Mestna občina Koper"}
    assert not [o for _, p, o in found if p == "hasPartner"]


def test_members_are_read_in_every_language() -> None:
    assert len({language for language, _, _ in BELONG}) == len(HELPS) == 17
