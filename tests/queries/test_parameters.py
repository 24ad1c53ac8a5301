"""What people write for a country, a body or a group, and what it stands for."""
from __future__ import annotations

import pytest

from ontology.namespaces import shorten
from queries.catalogue import Parameter
from queries.parameters import ParameterError, Resolver, fold
from queries.runner import Engine

FOUND = [
    ("country", "IT", "id:country/IT"),
    ("country", "it", "id:country/IT"),
    ("country", "Italy", "id:country/IT"),
    ("country", "ITALIEN", "id:country/IT"),
    ("country", " Italia ", "id:country/IT"),
    ("country", "id:country/IT", "id:country/IT"),
    ("country", "country/IT", "id:country/IT"),
    ("country", "https://w3id.org/integraph/id/country/IT", "id:country/IT"),
    ("country", "<https://w3id.org/integraph/id/country/IT>", "id:country/IT"),
    ("country", "Ελλάδα", "id:country/GR"),
    ("country", "ελλαδα", "id:country/GR"),
    ("organisation", "CA", "id:organisation/casa-aperta"),
    ("organisation", "casa aperta", "id:organisation/casa-aperta"),
    ("organisation", "ΔΦ", "id:organisation/δίκτυο-φιλοξενίας"),
    ("organisation", "north quay e. v.", "id:organisation/north-quay"),
    ("organisation", "North-Quay e.V", "id:organisation/north-quay"),
    ("organisation", "Dom Powitań", "id:organisation/welcome-house-3f2a"),
    ("organisation", "dom powitan", "id:organisation/welcome-house-3f2a"),
    ("organisation", "organisation/welcome-house", "id:organisation/welcome-house"),
    ("fund", "AMIF", "id:fund/amif"),
    ("fund", "fami", "id:fund/amif"),
    ("fund", "ESF+", "id:fund/esf-plus"),
    ("fund", "http://www.wikidata.org/entity/Q0000001", "id:fund/amif"),
    ("group", "unaccompanied-minors", "group:unaccompanied-minors"),
    ("group", "Unaccompanied Minors", "group:unaccompanied-minors"),
    ("group", "minori non accompagnati", "group:unaccompanied-minors"),
    ("group", "group:refugees", "group:refugees"),
    ("group", "group/refugees", "group:refugees"),
    ("project", "Lantern – Light for Newcomers", "id:project/lantern"),
    ("project", "جسر الأمل", "id:project/جسر-الأمل"),
    ("project", "weave woven knit", "id:project/weave"),
    ("entity", "quayside forum 2021", "id:event/quayside-forum-2021"),
    ("property", "fundedBy", "ig:fundedBy"),
    ("property", "skos:prefLabel", "skos:prefLabel"),
    ("property", "https://w3id.org/integraph/ontology#targets", "ig:targets"),
    ("year", "2021", "2021"),
]
TOLD = [
    ("organisation", "Welcome House", r"may mean 2 things: .*/welcome-house>; .*/welcome-house-3f2a>"),
    ("organisation", "Casa Aperto", r"no organisation of that name. Near: Casa Aperta <"),
    ("country", "Itali", r"no country of that name. Near: Ital(ia|y) <"),
    ("country", "Atlantis", r"no country of that name"),
    ("country", "AMIF", r"no country of that name"),
    ("fund", "Kredo Foundation", r"no fund of that name"),
    ("project", "Lantrn", r"Near: Lantern <"),
    ("project", "!!!", r"no project of that name"),
    ("project", 'x" } SERVICE <http://127.0.0.1:9/> { ', r"no project of that name"),
    ("project", "   ", r"is empty. Give a value, such as: this"),
    ("year", "21", r"is not a year. Write four digits"),
    ("year", "٢٠٢١", r"is not a year"),
    ("property", "funded by> x", r"is not a property"),
]


def parameter(kind: str) -> Parameter:
    return Parameter(name=kind, types=(kind,), text="", example="this")


@pytest.fixture(scope="module")
def resolver(engine: Engine) -> Resolver:
    return Resolver(engine)


def test_counts() -> None:
    assert (len(FOUND), len(TOLD)) == (36, 13)


@pytest.mark.parametrize(("kind", "value", "expected"), FOUND)
def test_found(resolver: Resolver, kind: str, value: str, expected: str) -> None:
    assert shorten(resolver.resolve(parameter(kind), value).value) == expected


@pytest.mark.parametrize(("kind", "value", "message"), TOLD)
def test_told(resolver: Resolver, kind: str, value: str, message: str) -> None:
    with pytest.raises(ParameterError, match=message):
        resolver.resolve(parameter(kind), value)


def test_the_same_on_every_engine(engines: dict[str, Engine]) -> None:
    values = {name: Resolver(engine).resolve(parameter("organisation"), "ca") for name, engine in engines.items()}
    assert len(set(values.values())) == 1


def test_fold() -> None:
    assert fold("  Città-di “Łódź”: L'Étoile_2 ") == "citta di łodz l etoile 2"
    assert fold("ΕΛΛΆΔΑ") == fold("Ελλάδα")
