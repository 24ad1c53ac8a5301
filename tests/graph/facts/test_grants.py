"""What one funder gives: said of it in one sentence or record, and never the whole cost."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.codec import dumps, loads, reading_from_json, reading_to_json
from graph.extraction import extract
from graph.model import Grant, Reading
from graph.output.rdf import to_triples
from graph.reading import read
from graph.resolution import resolve
from ontology.namespaces import IG

SENTENCES = [
    ("en", "LANTERN helps refugees. The LANTERN project is co-financed by AMIF with EUR 1.2 million.", {("AMIF", "1200000 EUR", "")}),
    ("en", "The LANTERN project has a total budget of EUR 1,200,000 and is co-funded by AMIF (75 %).", {("AMIF", "", "0.75")}),
    (
        "en",
        "The LANTERN project is funded by AMIF (EUR 900,000) and the Kredo Foundation (EUR 300,000).",
        {("AMIF", "900000 EUR", ""), ("Kredo Foundation", "300000 EUR", "")},
    ),
    ("en", "The LANTERN project is co-funded by AMIF at a rate of 75 percent of the eligible costs.", {("AMIF", "", "0.75")}),
    ("en", "The LANTERN project, with a total budget of EUR 500,000, is funded by AMIF.", set()),
    ("en", "The LANTERN project is funded by AMIF, and 75 % of the participants found a job.", set()),
    ("en", "The LANTERN project is funded by AMIF and the Kredo Foundation with EUR 300,000.", set()),
    ("it", "Il progetto LANTERNA è cofinanziato dal FAMI al 75% dei costi ammissibili.", {("FAMI", "", "0.75")}),
    ("de", "Das Projekt LATERNE wird zu 75 Prozent vom AMIF kofinanziert.", {("AMIF", "", "0.75")}),
    ("fr", "Le projet LANTERNE est cofinancé par le FAMI à hauteur de 62,5 % des coûts.", {("FAMI", "", "0.625")}),
    ("es", "El proyecto LINTERNA está financiado por el FAMI con una subvención de 300.000 euros.", {("FAMI", "300000 EUR", "")}),
    ("pl", "Projekt LATARNIA jest współfinansowany z FAMI w wysokości 75% kosztów.", {("FAMI", "", "0.75")}),
]


def reading_of(folder: Path, text: str, name: str = "page.md") -> Reading:
    path = folder / name
    path.write_text(text, "utf-8")
    return extract(read(path, path.name))


def grants(reading: Reading) -> set[tuple[str, str, str]]:
    names = {entity.key: entity.names[0].text for entity in reading.entities}
    return {
        (names[s.object.funder], f"{s.object.text} {s.object.currency or ''}".strip(), s.object.share)
        for s in reading.statements
        if isinstance(s.object, Grant)
    }


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES, ids=range(len(SENTENCES)))
def test_sentence(tmp_path: Path, language: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    reading = reading_of(tmp_path, f"---\nlanguage: {language}\n---\n# {text.split()[2].rstrip(',')}\n\n{text}\n")
    assert reading.document.language == language
    assert grants(reading) == expected


def test_record_with_one_funder_and_with_the_part_of_the_union(tmp_path: Path) -> None:
    register = (
        "Grant ref;Grantee;Project;Grant amount;Total cost;Funder;EU co-financing rate\n"
        "A/17/01;Harbour Lights Association;Second Home;120000 EUR;200000 EUR;Kredo Foundation;\n"
        "A/17/02;Sliema Community Centre;Near Table;80000 EUR;100000 EUR;;80\n"
    )
    reading = reading_of(tmp_path, register, "register.csv")
    assert grants(reading) == {("Kredo Foundation", "120000 EUR", ""), ("European Union", "", "0.8")}


def test_node_says_who_gives_how_much_each_with_its_sentence_and_is_one_for_two_sources(tmp_path: Path) -> None:
    said = "# LANTERN\n\nThe LANTERN project is funded by the Kredo Foundation (EUR 300,000)."
    readings = [reading_of(tmp_path, said, "one.md"), reading_of(tmp_path, said + "\n\nMore text.", "two.md")]
    triples = to_triples(readings, resolve(readings))
    grant = {t.object for t in triples.facts if t.predicate.value == IG + "hasGrant"}
    assert len(grant) == 1
    (node,) = grant
    own = {t.predicate.value.removeprefix(IG): t.object for t in triples.facts if t.subject == node}
    assert {"grantor", "grantAmount"} < set(own) and "share" not in own
    proven = {(q.subject, q.object) for q in triples.quads if q.predicate.value.endswith("#predicate")}
    for name in ("hasGrant", "grantor", "grantAmount"):
        assert sum(term == ox.NamedNode(IG + name) for _, term in proven) == 2


def test_node_says_side_recipient_and_period_and_a_side_alone_has_no_funder(tmp_path: Path) -> None:
    text = "The Kredo Foundation received EUR 300,000 for 2019-2021 from AMIF for the LANTERN project. Own contribution: EUR 20,000."
    readings = [reading_of(tmp_path, f"# LANTERN\n\nThe LANTERN project helps refugees in Malta. {text}")]
    triples = to_triples(readings, resolve(readings))
    nodes = {t.object for t in triples.facts if t.predicate.value == IG + "hasGrant"}
    own = {frozenset((t.predicate.value.removeprefix(IG), str(t.object)) for t in triples.facts
                     if t.subject == node and t.predicate.value.startswith(IG)) for node in nodes}
    amount = "<https://w3id.org/integraph/id/amount/{}-EUR>"
    body = next(str(t.subject) for t in triples.facts if getattr(t.object, "value", "") == "Kredo Foundation")
    year = '"{}"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    assert own == {
        frozenset({("grantor", "<https://w3id.org/integraph/id/fund/amif>"), ("fundingRole", '"eu"'), ("recipient", body),
                   ("grantAmount", amount.format(300000)), ("periodStart", year.format(2019)), ("periodEnd", year.format(2021))}),
        frozenset({("fundingRole", '"own"'), ("grantAmount", amount.format(20000))})}
    proven = {q.object for q in triples.quads if q.predicate.value.endswith("#predicate")}
    assert {ox.NamedNode(IG + name) for name in ("fundingRole", "recipient", "periodStart", "periodEnd")} < proven


def test_a_reading_with_grants_comes_back_from_a_worker_as_it_was(tmp_path: Path) -> None:
    text = "AMIF supports the LANTERN project with EUR 300,000 from 2019 to 2021. EU contribution: 75 %."
    reading = reading_of(tmp_path, f"# LANTERN\n\nThe LANTERN project is in Malta. {text}")
    assert len(grants(reading)) == 2 and reading_from_json(loads(dumps(reading_to_json(reading)))) == reading
