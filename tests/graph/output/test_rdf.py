"""From values to triples: what is asserted, what carries evidence, what stays out."""

from __future__ import annotations

from decimal import Decimal

import pyoxigraph as ox
import pytest

from graph.model import Document, Entity, Name, Reading, Span, Statement, Value
from graph.output.checking import misplaced, quotes_of
from graph.output.rdf import LABELS, to_triples
from graph.output.serialisation import trig, turtle
from graph.output.sheets import Triples
from graph.privacy.masking import MASK
from graph.terms import (
    TermError,
    amount,
    calendar,
    decimal,
    digest,
    literal,
    node,
    plain_number,
    slug,
    source_id,
    source_iri,
    term,
    text,
    thing,
)
from ontology.namespaces import DCTERMS, ID, OA, RDF, SKOS
from tests.conftest import FakeEntity, FakeResolution, fake_extract, fake_resolve

TYPE = node(RDF + "type")


def document(content: str, source: str = "a.txt", **known: str) -> Document:
    return Document(source, digest(source, content), content, "en", (), **known)  # type: ignore[arg-type]


def built(*documents: Document) -> Triples:
    readings = [fake_extract(item) for item in documents]
    return to_triples(readings, fake_resolve(readings))


def fact(triples: Triples, subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> bool:
    return ox.Triple(node(thing("Project", subject)), term(predicate), value) in triples.facts


CONTENT = "Lantern fundedBy Kredo. Lantern began in 2020. Lantern cost 1200 euros. Beacon was not paid by Kredo."


def test_facts_with_their_types_and_names() -> None:
    triples = built(document(CONTENT))
    kredo = node(thing("Organisation", "Kredo"))
    assert fact(triples, "Lantern", "fundedBy", kredo)
    assert fact(triples, "Lantern", "startDate", calendar("2020"))
    assert fact(triples, "Lantern", "budget", node(ID + "amount/1200-EUR"))
    assert ox.Triple(node(ID + "amount/1200-EUR"), term("amount"), decimal("1200")) in triples.facts
    assert ox.Triple(kredo, node(SKOS + "prefLabel"), text("Kredo", "en")) in triples.facts
    assert len(triples.asserted) == 3 and triples.statements == 4


def test_a_negated_statement_is_kept_and_not_asserted() -> None:
    triples = built(document(CONTENT))
    assert not fact(triples, "Beacon", "fundedBy", node(thing("Organisation", "Kredo")))
    assert any(quad.object == text("negated") for quad in triples.quads)


def test_each_asserted_triple_has_a_statement_in_the_same_graph() -> None:
    triples = built(document(CONTENT), document("Beacon hasPartner Casa. Lantern coordinatedBy Casa.", "b.txt"))
    parts: dict[tuple[str, str], dict[str, str]] = {}
    for quad in triples.quads:
        parts.setdefault((str(quad.graph_name), str(quad.subject)), {})[quad.predicate.value] = str(quad.object)
    stated = {
        (graph, values[RDF + "subject"], values[RDF + "predicate"], values[RDF + "object"])
        for (graph, _), values in parts.items()
        if RDF + "subject" in values
    }
    facts = [q for q in triples.quads if ox.Triple(q.subject, q.predicate, q.object) in triples.asserted]
    assert len(facts) == 6
    assert all((str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)) in stated for q in facts)


def test_a_narrower_property_asserts_the_general_one() -> None:
    triples = built(document("Lantern coordinatedBy Casa."))
    casa = node(thing("Organisation", "Casa"))
    assert fact(triples, "Lantern", "coordinatedBy", casa) and fact(triples, "Lantern", "implementedBy", casa)
    assert triples.statements == 2


def test_quotes_are_the_text_at_their_place(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    doc = document("Zuerst: Ünïcode 😀 und mehr. Lantern fundedBy Kredo.")
    (folder / f"{source_id(doc.source, doc.digest)}.txt").write_text(doc.text, "utf-8")
    quotes = list(quotes_of(trig(built(doc).quads)))
    assert [quote.exact for quote in quotes] == ["Lantern fundedBy Kredo."]
    assert misplaced(quotes, folder) == []
    (folder / f"{source_id(doc.source, doc.digest)}.txt").write_text("x" + doc.text, "utf-8")
    assert len(misplaced(quotes, folder)) == 1


def test_private_names_are_masked_and_never_become_things() -> None:
    one = document(
        "He is secret:Jon Smolny. Lantern fundedBy Jon Smolny. With Jon Smolny, Lantern hasPartner Casa.",
        title="Jon Smolny at home",
    )
    two = document(
        "Beacon hasPartner Friends of JON SMOLNY. Beacon hasPartner Casa.",
        "jon-smolny.txt",
        url="https://example.org/jon-smolny",
    )
    triples = built(one, two)
    everything = trig(triples.quads).decode() + turtle(triples.facts).decode()
    assert "smolny" not in everything.casefold()
    assert len(triples.refusals) == 2
    assert any(quad.predicate.value == DCTERMS + "title" and MASK in str(quad.object) for quad in triples.quads)


def test_a_masked_quote_says_so() -> None:
    doc = document("Lantern fundedBy Kredo.")
    reading = Reading(
        doc,
        (Entity("p", "Project", (Name("Lantern"),)), Entity("o", "Organisation", (Name("Kredo"),))),
        (Statement("p", "fundedBy", "o", (Span(0, 23), Span(8, 16)), "r", 1.0),),
        private=(Span(0, 7),),
    )
    entities = (
        FakeEntity(thing("Project", "p"), "Project", (Name("P"),)),
        FakeEntity(thing("Organisation", "o"), "Organisation", (Name("Kredo"),)),
    )

    class Resolved(FakeResolution):
        def iri(self, source: str, key: str) -> str:
            return thing({"p": "Project", "o": "Organisation"}[key], key)

    local = Reading(
        doc, (Entity("p", "Project", (Name("P"),)), reading.entities[1]), reading.statements, reading.private
    )
    found = list(quotes_of(trig(to_triples([local], Resolved(entities)).quads)))
    assert [(q.exact, q.start, q.end, q.redacted) for q in found] == [
        (f"{MASK} fundedBy Kredo.", 0, 23, True),
        ("fundedBy", 8, 16, False),
    ]


@pytest.mark.parametrize("span", [Span(-1, 3), Span(3, 3), Span(5, 4), Span(0, 999)])
def test_evidence_outside_the_text_is_refused(span: Span) -> None:
    doc = document("Lantern fundedBy Kredo.")
    reading = fake_extract(doc)
    bad = Reading(
        doc, reading.entities, (Statement("Project/Lantern", "fundedBy", "Organisation/Kredo", (span,), "r", 1.0),)
    )
    triples = to_triples([bad], fake_resolve([bad]))
    assert not triples.asserted and "lies outside" in triples.refusals[0].why


def test_the_same_bytes_whatever_the_order() -> None:
    one, two = document(CONTENT), document("Beacon hasPartner Casa.", "b.txt")
    first, second = built(one, two), built(two, one)
    assert trig(first.quads) == trig(sorted(second.quads, key=str, reverse=True))
    assert turtle(first.facts) == turtle(second.facts)


def test_labels_stand_in_their_own_graph() -> None:
    triples = built(document(CONTENT))
    assert {quad.graph_name for quad in triples.quads if quad.predicate.value == SKOS + "prefLabel"} == {LABELS}


def test_a_source_describes_itself() -> None:
    doc = document(CONTENT, title="T", published="2020-05", url="https://example.org/a", publisher="Kredo")
    graph = source_iri(doc.source, doc.digest)
    found = {quad.predicate.value: quad.object for quad in built(doc).quads if quad.subject == graph}
    assert found[DCTERMS + "issued"] == calendar("2020-05") and found[DCTERMS + "identifier"] == text("a.txt")
    assert len(found) == 9


def test_selectors_of_both_kinds() -> None:
    objects = {
        quad.object.value
        for quad in built(document(CONTENT)).quads
        if quad.predicate == TYPE and quad.object.value.startswith(OA)
    }
    assert objects == {OA + "TextQuoteSelector", OA + "TextPositionSelector"}


GOOD_SLUGS = {
    "Lantern – Light!": "lantern-light",
    "ＡＤ４": "ad4",
    "محمد علي": "محمد-علي",
    "李伟": "李伟",
    "Città & Paesi": "città-paesi",
    "हिन्दी": "हिन्दी",
}


@pytest.mark.parametrize("name", GOOD_SLUGS)
def test_slugs_keep_every_script(name: str) -> None:
    assert slug(name) == GOOD_SLUGS[name]
    assert node(thing("Project", name))


def test_slugs_of_nothing_and_of_too_much_still_differ() -> None:
    assert slug("!!!") != slug("???") and len(slug("a" * 500)) < 100 and slug("a" * 500) != slug("a" * 501)


@pytest.mark.parametrize("value", ["2020-13", "2020-02-30", "20", "next year", "2020-1-1", ""])
def test_dates_that_are_none(value: str) -> None:
    with pytest.raises(TermError):
        calendar(value)


@pytest.mark.parametrize(
    ("value", "form"), [("1200000.00", "1200000"), ("0.50", "0.5"), ("1E+3", "1000"), ("007", "7"), ("100", "100")]
)
def test_numbers_are_plain(value: str, form: str) -> None:
    assert plain_number(value) == form and Decimal(form) == Decimal(value)


@pytest.mark.parametrize("iri", ["https://a b", "no scheme", "https://x\n", 'https://x"y', "https://x<y"])
def test_the_gate_refuses_illegal_iris(iri: str) -> None:
    with pytest.raises(TermError, match="not a legal IRI"):
        node(iri)


def test_the_gate_refuses_illegal_literals_and_amounts() -> None:
    for bad in (
        lambda: text("a\ud800"),
        lambda: text("a", "en us"),
        lambda: amount(Value("money", "12", "euro")),
        lambda: amount(Value("money", "NaN", "EUR")),
        lambda: literal(Value("money", "1", "EUR")),
        lambda: literal(Value("url", "a b")),
    ):
        with pytest.raises(TermError):
            bad()
