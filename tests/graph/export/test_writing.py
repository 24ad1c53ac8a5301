"""Every format is read by a second program, says the same, and is written with the same bytes again."""
from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from graph.export.alignment import aligned
from graph.export.description import LICENCE, dataset_iri, describe
from graph.export.loading import Dataset, ExportError, load
from graph.export.things import edges, nodes, proofs
from graph.export.writing import FILES, Format, Wish, export, export_all, quads_of, triples_of
from graph.terms import node, term
from ontology.namespaces import DCTERMS, EPO, FOAF, ID, ORG, RDF, SKOS, VOID

TYPE = node(RDF + "type")
RAPPER = {Format.TURTLE: "turtle", Format.N_TRIPLES: "ntriples", Format.RDF_XML: "rdfxml", Format.TRIG: "trig", Format.N_QUADS: "nquads"}
SERDI = {Format.TURTLE: "turtle", Format.N_TRIPLES: "ntriples", Format.TRIG: "trig", Format.N_QUADS: "nquads"}
RDFLIB = {Format.TURTLE: "turtle", Format.N_TRIPLES: "nt", Format.RDF_XML: "xml", Format.JSON_LD: "json-ld"}
OXIGRAPH = {Format.TURTLE: ox.RdfFormat.TURTLE, Format.N_TRIPLES: ox.RdfFormat.N_TRIPLES, Format.RDF_XML: ox.RdfFormat.RDF_XML,
            Format.TRIG: ox.RdfFormat.TRIG, Format.N_QUADS: ox.RdfFormat.N_QUADS, Format.JSON_LD: ox.RdfFormat.JSON_LD}
NAMED = {Format.TRIG, Format.N_QUADS}
WISHES = {"plain": Wish(), "all": Wish(evidence=True, align=True)}


def one(dataset: Dataset, form: Format, wish: Wish | None = None) -> bytes:
    (data,) = export(dataset, form, wish).values()
    return data


def expected(dataset: Dataset, form: Format, wish: Wish) -> set[object]:
    if form in NAMED or (form is Format.JSON_LD and wish.evidence):
        return {*quads_of(dataset, wish)}
    return {ox.Quad(t.subject, t.predicate, t.object) for t in triples_of(dataset, wish)}


def triples_in(lines: str) -> set[object]:
    """N-Triples of another program; of N-Quads the triples."""
    return {quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)}


@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("form", OXIGRAPH, ids=lambda f: f.value)
def test_oxigraph_reads_exactly_what_was_meant(dataset: Dataset, form: Format, wish: str) -> None:
    found = set(ox.parse(one(dataset, form, WISHES[wish]), format=OXIGRAPH[form]))
    assert found == expected(dataset, form, WISHES[wish]) and len(found) > 50


@pytest.mark.parametrize("form", RAPPER, ids=lambda f: f.value)
@pytest.mark.parametrize("program", ["rapper", "serdi"])
def test_raptor_and_serd_read_the_same_triples(dataset: Dataset, form: Format, program: str, tmp_path: Path) -> None:
    known = {"rapper": RAPPER, "serdi": SERDI}[program]
    if form not in known:
        assert program == "serdi" and form is Format.RDF_XML
        return
    if shutil.which(program) is None:
        if os.environ.get("CI"):
            pytest.fail(f"{program} is not installed; .ci/run installs it")
        pytest.skip(f"{program} is not installed")
    path = tmp_path / FILES[form][0]
    path.write_bytes(one(dataset, form))
    command = {"rapper": ["rapper", "-q", "-i", known[form], "-o", "ntriples", str(path)],
               "serdi": ["serdi", "-i", known[form], "-o", "ntriples", str(path)]}[program]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    wanted = {quad.triple for quad in expected(dataset, form, Wish())}  # type: ignore[attr-defined]
    assert triples_in(done.stdout) == wanted


@pytest.mark.parametrize("form", RDFLIB, ids=lambda f: f.value)
def test_rdflib_reads_as_many_triples(dataset: Dataset, form: Format) -> None:
    found = rdflib.Graph().parse(data=one(dataset, form).decode(), format=RDFLIB[form])
    assert len(found) == len(triples_of(dataset, Wish()))
    labels = {str(o) for o in found.objects(rdflib.URIRef(ID + "project/lantern"), rdflib.SKOS.prefLabel)}
    assert labels == {"Lantern"}


@pytest.mark.parametrize("form", [Format.GRAPHML, Format.GEXF], ids=lambda f: f.value)
def test_networkx_reads_the_network(dataset: Dataset, form: Format) -> None:
    data = io.BytesIO(one(dataset, form))
    found = nx.read_graphml(data, force_multigraph=True) if form is Format.GRAPHML else nx.read_gexf(data, version="1.2draft")
    assert set(found) == {thing.iri for thing in nodes(dataset)}
    assert found.number_of_edges() == len(edges(dataset)) == 5
    assert found.nodes[ID + "project/lantern"]["class"] == "Project"
    assert found.nodes[ID + "project/lantern"]["budget"] == "1200 EUR"
    house = next(name for name in found if "kredo-house" in name)
    (link,) = found.get_edge_data(ID + "project/lantern", house).values() if found.is_multigraph() else [found.get_edge_data(ID + "project/lantern", house)]
    assert (link["property"], link["sources"], link["confidence"]) == ("fundedBy", 2, 0.9)
    assert found.nodes[house]["label"] == 'Kredo "House" & <Sons>'


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_tables_hold_every_thing_link_and_sentence(dataset: Dataset) -> None:
    files = export(dataset, Format.CSV)
    assert list(files) == ["nodes.csv", "edges.csv", "evidence.csv", "csv-metadata.json"]
    assert [row["id"] for row in rows(files["nodes.csv"])] == [thing.iri for thing in nodes(dataset)]
    assert [(row["subject"], row["property"], row["object"]) for row in rows(files["edges.csv"])] == [
        (edge.subject, edge.property, edge.object) for edge in edges(dataset)]
    assert [row["quote"] for row in rows(files["evidence.csv"])] == [proof.quote for proof in proofs(dataset)]
    assert {row["modality"] for row in rows(files["evidence.csv"])} == {"asserted", "negated"}
    metadata = json.loads(files["csv-metadata.json"])
    for table in metadata["tables"]:
        header = next(csv.reader(io.StringIO(files[table["url"]].decode("utf-8"))))
        assert header == [column["name"] for column in table["tableSchema"]["columns"]]
    assert metadata["dc:license"]["@id"] == LICENCE


@pytest.mark.parametrize("form", list(Format), ids=lambda f: f.value)
def test_every_format_tells_its_licence(dataset: Dataset, form: Format) -> None:
    assert any(LICENCE.encode() in data for data in export(dataset, form).values())


def test_no_format_lets_out_a_private_name_or_a_denied_fact(dataset: Dataset) -> None:
    files = export_all(dataset, Wish(evidence=True, align=True))
    assert len(files) == 14
    for name, data in files.items():
        assert b"Jane" not in data and b"Roe" not in data, name
    denied = ox.Triple(node(ID + "project/beacon"), term("fundedBy"), node(ID + "organisation/kredo"))
    assert denied not in triples_of(dataset, Wish(evidence=True)) and ID + "organisation/kredo" not in {e.object for e in edges(dataset)}


def test_the_same_build_gives_the_same_bytes(out: Path, dataset: Dataset) -> None:
    script = ("import sys,hashlib;from pathlib import Path;from graph.export.loading import load;"
              "from graph.export.writing import Wish,export_all;"
              "print({n:hashlib.sha256(d).hexdigest() for n,d in export_all(load(Path(sys.argv[1])),Wish(True,True)).items()})")
    seen = set()
    for seed in ("1", "2"):
        done = subprocess.run([sys.executable, "-c", script, str(out)], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        seen.add(done.stdout)
    assert len(seen) == 1 and "graph.gexf" in seen.pop()



def test_the_description_counts_what_is_there(dataset: Dataset) -> None:
    found = describe(dataset.facts, dataset.quads)
    me = dataset_iri(dataset.facts)
    about = {t.predicate.value: t.object for t in found if t.subject == me}
    assert about[DCTERMS + "license"] == node(LICENCE)
    assert about[VOID + "triples"].value == str(len(dataset.facts))
    assert len([t for t in found if t.subject == me and t.predicate.value == DCTERMS + "source"]) == 3
    parts = {t.object: t.subject for t in found if t.predicate.value == VOID + "class"}
    assert ox.Triple(parts[term("Project")], node(VOID + "entities"), ox.Literal("2", datatype=node("http://www.w3.org/2001/XMLSchema#integer"))) in found
    assert all(isinstance(t.subject, ox.NamedNode) and not isinstance(t.object, ox.BlankNode) for t in found)
    assert dataset_iri(reversed(dataset.facts)) == me != dataset_iri(dataset.facts[1:])


def test_alignment_says_the_same_in_other_words(dataset: Dataset) -> None:
    beacon = node(ID + "project/beacon")
    found = set(aligned(dataset.facts))
    assert ox.Triple(beacon, TYPE, node(FOAF + "Project")) in found
    assert {t.subject for t in found if t.object == node(ORG + "Organization")} == {
        t.subject for t in dataset.facts if t.predicate == TYPE and t.object == term("Organisation")}
    assert not found & set(dataset.facts)
    euro = node("http://publications.europa.eu/resource/authority/currency/EUR")
    sums = {t.subject for t in dataset.facts if t.predicate == term("currency") and t.object == ox.Literal("EUR")}
    assert sums and {t.subject for t in found if t.object == euro and t.predicate == node(EPO + "hasCurrency")} == sums
    same = ox.Triple(beacon, node(SKOS + "exactMatch"), node("https://example.org/beacon"))
    stranger = ox.Triple(node(ID + "project/unseen"), node(SKOS + "exactMatch"), node("https://example.org/x"))
    assert same in aligned(dataset.facts, [same, stranger]) and stranger not in aligned(dataset.facts, [same, stranger])


def test_a_folder_that_is_no_finished_build_is_refused(tmp_path: Path, out: Path) -> None:
    with pytest.raises(ExportError, match=r"manifest\.json is missing.*integraph build"):
        load(tmp_path)
    copy = tmp_path / "copy"
    shutil.copytree(out, copy)
    (copy / "graph.ttl").write_bytes(b"")
    with pytest.raises(ExportError, match="not as it was built"):
        load(copy)


def test_a_character_that_xml_forbids_is_refused_by_rdf_xml_and_replaced_in_networks(dataset: Dataset) -> None:
    odd = ox.Triple(node(ID + "project/odd"), node(SKOS + "prefLabel"), ox.Literal("a\x01b"))
    more = Dataset((*dataset.facts, odd, ox.Triple(odd.subject, TYPE, term("Project"))), dataset.quads, ())
    with pytest.raises(ExportError, match="XML"):
        export(more, Format.RDF_XML)
    found = nx.read_graphml(io.BytesIO(one(more, Format.GRAPHML)), force_multigraph=True)
    assert found.nodes[ID + "project/odd"]["label"] == "a\ufffdb"
    assert odd in {q.triple for q in ox.parse(one(more, Format.TURTLE), format=ox.RdfFormat.TURTLE)}


def test_files_bear_the_names_of_their_syntaxes() -> None:
    names = {name for name, _ in FILES.values()}
    assert names == {"graph.ttl", "graph.trig", "graph.nt", "graph.nq", "graph.jsonld", "graph.rdf", "graph.graphml", "graph.gexf", "nanopublications.trig"}
