"""Names taken apart: kind, topic, country, place, phase and own words, in many languages."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.forms import form_of, project_form
from graph.identity.offices import office_of, units
from ontology.namespaces import ID

IOM = ID + "organisation/iom"
MINISTRIES = [("Ministero dell'Interno", "it"), ("Ministry of the Interior", "en"), ("Bundesministerium für Inneres", "de"), ("Innenministerium", "de"),
              ("Sisäministeriö", "fi"), ("Ministerstvo vnitra", "cs"), ("Ministerul Afacerilor Interne", "ro"), ("Belügyminisztérium", "hu")]


@pytest.mark.parametrize(("name", "language"), MINISTRIES)
def test_a_ministry_is_one_in_every_language(name: str, language: str) -> None:
    form = form_of(name, language)
    assert (form.head, form.topics, form.own) == ("ministry", ("interior",), ())


@pytest.mark.parametrize(("name", "language", "country"), [
    ("Italian Red Cross", "en", "IT"), ("Croce Rossa Italiana", "it", "IT"), ("Österreichisches Rotes Kreuz", "de", "AT"), ("Ministry of Labour of Serbia", "en", "RS")])
def test_the_country_in_a_name_is_found(name: str, language: str, country: str) -> None:
    assert form_of(name, language).countries == (country,)


@pytest.mark.parametrize(("name", "language", "own"), [
    ("Ponte Chiaro - Società Cooperativa Sociale Onlus", "it", ("chiaro", "ponte")), ("Helle Brücke e.V.", "de", ("brucke", "helle")),
    ("Kredo Sp. z o.o.", "pl", ("kredo",)), ("GmbH", "de", ("gmbh",)), ("Casa SA", "es", ("casa",))])
def test_legal_forms_say_nothing(name: str, language: str, own: tuple[str, ...]) -> None:
    assert form_of(name, language).own == own


@pytest.mark.parametrize(("name", "phase"), [
    ("LANTERN II", "2"), ("LANTERN phase 2", "2"), ("Progetto Lanterna – fase seconda", "2"), ("LANTERN 2.0", "2"), ("LANTERN, second phase", "2"),
    ("LANTERN", ""), ("I LANTERN", ""), ("Verona L2", ""), ("Plan 2020", ""), ("24", "")])
def test_phases_and_editions(name: str, phase: str) -> None:
    assert project_form(name, "it").phase == phase == form_of(name, "it").phase


def test_nouns_for_projects_say_nothing() -> None:
    assert {project_form(n, lang).plain for n, lang in [("Progetto LANTERN", "it"), ("the LANTERN project", "en"), ("le projet LANTERN", "fr")]} == {("lantern",)}
    assert project_form("Programa", "es").plain == ("programa",)


@pytest.mark.parametrize(("name", "country", "city"), [
    ("IOM Malta", "MT", ""), ("OIM Italia", "IT", ""), ("Missione OIM di Roma", "IT", ""), ("IOM Country Office in Athens", "GR", ""), ("IOM Milano", "IT", "milano"),
    ("UNHCR Italia", "IT", "")])
def test_country_offices(name: str, country: str, city: str) -> None:
    office = office_of(name)
    assert office is not None and (office.country, office.city) == (country, city)
    assert office.entry == ("" if city else units().get((office.parent, country), ""))


@pytest.mark.parametrize("name", ["IOM", "Malta", "IOM Italy Migration and Health Unit", "iom malta house", "IOM Niger Nigeria", "Eom Malta", ""])
def test_what_is_no_country_office(name: str) -> None:
    assert office_of(name) is None


@given(st.text(max_size=40), st.sampled_from(["", "en", "it", "pl", "el"]))
def test_any_text_has_a_form(text: str, language: str) -> None:
    for form in (form_of(text, language), project_form(text, language)):
        assert form.is_distinctive in (True, False)
        assert list(form.own) == sorted(set(form.own))
