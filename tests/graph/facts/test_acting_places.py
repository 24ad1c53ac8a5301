"""States that pay for projects."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("lang", "text", "payers"), [
    ("en", "The LANTERN project is funded by the Kingdom of the Netherlands and implemented by the Kredo Foundation.", {"Kingdom of the Netherlands"}),
    ("en", "The LANTERN project is funded by Norway, Malta and the Kredo Foundation.", {"Norway", "Malta", "Kredo Foundation"}),
    ("de", "Das Projekt LATERNE wird von der Bundesrepublik Deutschland und dem Königreich Norwegen finanziert.", {"Bundesrepublik Deutschland", "Königreich Norwegen"}),
    ("fr", "Le projet Lanterne est financé par le Royaume des Pays-Bas et mis en œuvre par la Fondation Kredo.", {"Royaume des Pays-Bas"}),
    ("pl", "Projekt LATARNIA jest finansowany przez Norwegię.", {"Norwegia"}),
])
def test_a_country_behind_who_pays_is_a_state(lang: str, text: str, payers: set[str]) -> None:
    found = facts(read(text, lang))
    assert {o for _, p, o in found if p == "fundedBy"} == payers
    assert not any(p == "coversCountry" for _, p, _ in found)


@pytest.mark.parametrize(("text", "payers"), [
    ("The LANTERN project is financed by Malta's Ministry of Harbours.", {"Ministry of Harbours"}),
    ("The LANTERN project is funded by Norway through the EEA Grants.", {"EEA Grants"}),
    ("The LANTERN project is financed by Malta-based companies.", set()),
])
def test_a_country_that_says_whose_a_payer_is_is_none(text: str, payers: set[str]) -> None:
    assert {o for _, _, o in facts(read(text), "fundedBy")} == payers
