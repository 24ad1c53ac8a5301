"""Fields: the label says the property, the value is read by its type; each has label and value as its evidence."""
from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from graph.extraction import extract
from graph.model import Block, Document, Field, Reading, Span
from graph.reading import read as read_file
from tests.small_documents import facts


def record(*fields: tuple[str, str], language: str = "en", about: Literal["document", "row"] = "document") -> Reading:
    """What is read from `Label: value` lines."""
    text, found = "", []
    for label, value in fields:
        at = len(text)
        text += f"{label}: {value}\n"
        start = at + len(label) + 2
        found.append(Field(label, Span(start, start + len(value)), Span(at, at + len(label))))
    return extract(Document("r.txt", "0" * 64, text, language, (Block("record", Span(0, len(text) - 1), fields=tuple(found), about=about),)))


FIELDS = [
    ("en", "Funded by", "AMIF; Kredo Foundation", "fundedBy", {"AMIF", "Kredo Foundation"}),
    ("en", "Funded by", "XM-DAC-41121; Kredo Foundation", "fundedBy", {"United Nations High Commissioner for Refugees", "Kredo Foundation"}),
    ("en", "Lead partner", "Omnia Federation", "implementedBy", {"Omnia Federation"}),
    ("en", "Partners", "City of Graz, University of Malta", "hasPartner", {"City of Graz", "University of Malta"}),
    ("en", "partners", "City of Graz • Kredo Foundation", "hasPartner", {"City of Graz", "Kredo Foundation"}),
    ("en", "Countries", "Austria, IT, Bosnia and Herzegovina", "coversCountry", {"AT", "IT", "BA"}),
    ("en", "Countries", "EL, UK", "coversCountry", {"GR", "GB"}),
    ("en", "Duration", "May 2019 – June 2021", "startDate", {"2019-05"}), ("en", "Duration", "May 2019 – June 2021", "endDate", {"2021-06"}),
    ("en", "Start date", "2019", "startDate", {"2019"}), ("en", "Budget", "1.200.000", "budget", {"1200000"}),
    ("en", "Target group", "refugees and asylum seekers", "targets", {"refugees", "asylum-seekers"}),
    ("en", "Website", "www.lantern.example", "website", {"www.lantern.example"}), ("en", "Project number", "AMIF-2019-0042", "code", {"AMIF-2019-0042"}),
    ("fr", "Partenaires", "Ville de Mons, Croix-Rouge de Belgique, asbl Kredo", "hasPartner", {"Ville de Mons", "Croix-Rouge de Belgique", "Kredo"}),
    ("it", "Istituzioni partner", "Museo Omnia, associazione Kredo, “Voci” Festival", "hasPartner", {"Museo Omnia", "Kredo", "“Voci” Festival"}),
    ("fr", "Partenaires", "En collaboration avec Fedasil et les initiatives locales d’accueil (ILA)", "hasPartner", {"Fedasil"}),
    ("fr", "Partenaires", "France (ville de Mons), Allemagne, Belgique, Grèce", "coversCountry", {"DE", "BE", "GR"}),
    ("de", "Laufzeit", "01.05.2019 – 30.06.2021", "endDate", {"2021-06-30"}), ("de", "Fördersumme", "2,5 Mio. €", "budget", {"2500000 EUR"}),
    ("de", "Träger", "Kredo-Stiftung", "implementedBy", {"Kredo-Stiftung"}), ("it", "Capofila", "Fondazione Kredo", "implementedBy", {"Fondazione Kredo"}),
    ("it", "Importo", "€ 350.000,00", "budget", {"350000 EUR"}),
]


@pytest.mark.parametrize(("language", "label", "value", "predicate", "objects"), FIELDS)
def test_a_field_says_its_property(language: str, label: str, value: str, predicate: str, objects: set[str]) -> None:
    title = {"en": "Title", "de": "Titel", "it": "Titolo", "fr": "Titre"}[language]
    more = [("ID", "LANT-2019")] if predicate != "code" else []
    reading = record((title, "LANTERN"), *more, (label, value), language=language)
    assert facts(reading, predicate) == {("LANTERN", predicate, o) for o in objects}


@pytest.mark.parametrize("fields", [(("Phone", "12345"), ("Funded by", "AMIF")), (("Title", "Contact"), ("Phone", "12345"))])
def test_without_a_project_a_field_says_nothing(fields: tuple[tuple[str, str], ...]) -> None:
    assert record(*fields).statements == ()


@pytest.mark.parametrize(("label", "value"), [
    ("Funded by", "n/a"), ("Countries", "various"), ("Start date", "soon"), ("Budget", "to be decided"), ("Budget", "50,000 to 200,000 euros"), ("Budget", "50,000 – 200,000 euros"), ("Website", "none"), ("Shoe size", "AMIF")])
def test_a_value_that_cannot_be_read_says_nothing(label: str, value: str) -> None:
    assert not [s for s in record(("Title", "LANTERN"), ("Code", "X-1234"), (label, value)).statements if s.predicate != "code"]


def test_label_and_value_are_the_evidence() -> None:
    reading = record(("Title", "LANTERN"), ("Funded by", "AMIF"))
    [statement] = [s for s in reading.statements if s.predicate == "fundedBy"]
    assert [reading.document.text[e.start : e.end] for e in statement.evidence] == ["AMIF", "Funded by"]
    assert statement.rule == "field.fundedBy"


def test_the_beneficiary_of_a_funding_record_is_the_implementer() -> None:
    reading = record(("Project", "LANTERN"), ("Beneficiary", "Kredo Foundation"), ("Start", "2019"), about="row")
    assert ("LANTERN", "implementedBy", "Kredo Foundation") in facts(reading) and not facts(reading, "targets")


def test_rows_keep_their_facts_apart() -> None:
    text = "LANTERN AMIF BEACON Kredo Foundation"
    at = text.index
    rows = [(Span(at("LANTERN"), at(" AMIF")), Span(at("AMIF"), at(" BEACON"))), (Span(at("BEACON"), at(" Kredo")), Span(at("Kredo"), len(text)))]
    made = tuple(Block("record", Span(a.start, b.end), fields=(Field("Project title", a), Field("Funded by", b)), about="row") for a, b in rows)
    reading = extract(Document("t.csv", "0" * 64, text, "en", made))
    assert facts(reading, "fundedBy") == {("LANTERN", "fundedBy", "AMIF"), ("BEACON", "fundedBy", "Kredo Foundation")}


def test_each_titled_record_of_a_page_has_the_fields_below_it(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Projects that were chosen\n\nProject Name: LANTERN – Light for all\nApplicant: Kredo Foundation\n\nLANTERN is the first of all lights in town, and it is open to anyone who wishes to come by on a long winter evening.\n\n"
                    "Project Name: HARBOUR – A safe place\nApplicant: Omnia Foundation\n\nHARBOUR takes people who wait for their papers on boats, and it is open to anyone who wishes to come on a summer day.\n", "utf-8")
    found = facts(extract(read_file(page, page.name)), "implementedBy")
    assert found == {("LANTERN – Light for all", "implementedBy", "Kredo Foundation"), ("HARBOUR – A safe place", "implementedBy", "Omnia Foundation")}
