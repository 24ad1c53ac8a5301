"""Headlines that report something, and what opens a page, name no project; who gets a sum or speaks is none either."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.model import Reading
from tests.small_documents import blocks, facts, read


def _projects(reading: Reading) -> set[str]:
    return {e.names[0].text for e in reading.entities if e.kind == "Project"}


@pytest.mark.parametrize(("language", "headline", "text"), [
    ("de", "Kirchen in Lindenau erhalten neue Stelle für Neuankömmlinge", "Das Projekt LATERNE unterstützt Flüchtlinge. Das Projekt LATERNE wird vom AMIF gefördert."),
    ("de", "Späte Anerkennung eines Integrationsprojekts der Kredo-Stiftung", "Der Bund hat 50'000 Franken an das Projekt LATERNE bewilligt. Das Projekt hilft Flüchtlingen."),
    ("nl", "Gemeente Meerdorp lanceert nieuwe aanpak voor nieuwkomers", "Het project LANTAARN helpt vluchtelingen. Het project LANTAARN wordt gefinancierd door AMIF."),
    ("sv", "Sjöby kommun startar ny satsning", "Projektet LYKTAN hjälper flyktingar. Projektet LYKTAN finansieras av AMIF."),
    ("fi", "Järvelän kaupunki käynnisti uuden toiminnan", "LYHTY-hanke auttaa pakolaisia. LYHTY-hanketta rahoittaa AMIF.")])
def test_a_reporting_headline_names_no_project(language: str, headline: str, text: str) -> None:
    assert {p.casefold() for p in _projects(extract(blocks(("title", headline), ("prose", text), language=language)))} <= {
        "laterne", "lantaarn", "lyktan", "lyhty"}


def test_an_acronym_that_ends_like_a_head_noun_is_a_project() -> None:
    reading = read("Das Projekt KURAT hilft Flüchtlingen. Die Kredo-Stiftung hat 9.000 Euro an das Projekt KURAT bewilligt.", "de")
    assert ("KURAT", "fundedBy", "Kredo-Stiftung") in facts(reading)


def test_a_persons_party_is_no_project() -> None:
    reading = read("Das Projekt wird vom AMIF finanziert. Ministerin Anna Berger (XYD) wird eine der Wohnungen besuchen.", "de")
    assert not _projects(reading)


def test_a_quoted_foundation_before_initiatives_is_no_project() -> None:
    reading = read("Einen Preis lobt die Stiftung „MitHerz“ für Initiativen aus, die geflüchteten Kindern helfen.", "de")
    assert "MitHerz" not in _projects(reading)


def test_a_body_that_has_started_a_project_is_none() -> None:
    reading = read("Järvelän kaupunki on käynnistänyt uuden hankkeen pakolaisille. LYHTY-hanke auttaa pakolaisia.", "fi")
    assert _projects(reading) == {"LYHTY"}


@pytest.mark.parametrize(("language", "text"), [
    ("de", "Die Kredo-Stiftung hat ein neues Projekt für Flüchtlinge gestartet. Das Projekt LATERNE hilft Flüchtlingen."),
    ("nl", "De Kredo Stichting is een nieuw project voor vluchtelingen gestart. Het project LATERNE helpt vluchtelingen.")])
def test_who_has_started_a_project_runs_it(language: str, text: str) -> None:
    assert {p for p, name, _ in facts(read(text, language)) if name == "implementedBy"} == {"LATERNE"}


def test_who_gets_a_sum_for_a_project_in_a_list_is_none() -> None:
    reading = extract(blocks(
        ("prose", "Avustusta saivat seuraavat hankkeet:"),
        ("item", "Kredo Network Association (KRNA ry) 15 000 euroa LYHTY-hankkeeseen. Hankkeen kohderyhmänä ovat pakolaiset."),
        ("item", "Kotilan kulttuurinen yhdistys ry 18 000 euroa MAJAKKA-hankkeeseen. Hanke auttaa pakolaisia."), language="fi"))
    assert _projects(reading) == {"LYHTY", "MAJAKKA"}
