"""Facts from XML rest on its elements: an XPath in place of offsets, which anyone's XPath finds, and which is checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from graph.output.checking import check_output
from graph.pipeline import Settings, build
from graph.reading import read_bytes
from graph.reading.xml_tree import parse_xml, paths_of, text_at
from ontology.namespaces import IG, OA, RDF
from tests.graph.made_files import ACTIVITY

Built = tuple[Path, Path]
PARENT = """ <iati-activity xml:lang="en"><iati-identifier>XX-KREDO-1</iati-identifier>
 <title><narrative>Beacon programme for newcomers</narrative></title></iati-activity>
</iati-activities>"""
TWO = ACTIVITY.replace("</iati-activities>", PARENT)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("xml")
    (folder / "in").mkdir()
    (folder / "in" / "a.xml").write_text(TWO, "utf-8")
    result = build([folder / "in"], folder / "out", settings=Settings(workers=1, reuse=False))
    assert result.failed == ()
    return folder / "in", folder / "out"


def evidence(out: Path) -> dict[str, set[tuple[str, str]]]:
    """The (path, quote) pairs of each property's statements."""
    about: dict[str, dict[str, list[str]]] = {}
    for quad in ox.parse((out / "graph.trig").read_bytes(), format=ox.RdfFormat.TRIG):
        value: Any = quad.object
        about.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(value.value)
    found: dict[str, set[tuple[str, str]]] = {}
    for values in about.values():
        if RDF + "predicate" in values:
            places = [about[iri] for iri in values[OA + "hasSelector"]]
            assert all(OA + "start" not in place for place in places)
            name = values[RDF + "predicate"][0].removeprefix(IG)
            found.setdefault(name, set()).update((p[RDF + "value"][0], p[OA + "exact"][0]) for p in places)
    return found


def test_codes_and_elements_are_the_evidence(built: Built) -> None:
    found = evidence(built[1])
    activity = "/iati-activities/iati-activity[1]"
    assert (f"{activity}/participating-org[1]/@role", "1") in found["fundedBy"]
    assert (f"{activity}/participating-org[3]/narrative[1]", "Casa Aperta Association") in found["implementedBy"]
    assert {
        (f"{activity}/recipient-country[1]/@code", "IT"),
        (f"{activity}/recipient-country[1]/@percentage", "60"),
    } <= found["coversCountry"]
    assert (f"{activity}/activity-date[2]/@iso-date", "2020-02-01") in found["startDate"]
    assert (f"{activity}/activity-date[3]/@iso-date", "2022-01-31") in found["endDate"]
    assert {quote for _, quote in found["budget"]} == {"120000", "80000.50"}
    assert (f"{activity}/iati-identifier[1]", "XX-KREDO-17") in found["code"]
    assert {
        (f"{activity}/related-activity[1]/@type", "1"),
        (f"{activity}/related-activity[1]/@ref", "XX-KREDO-1"),
    } == found["partOf"]
    assert any("description[1]/narrative[1]" in path and "refugees" in quote for path, quote in found["targets"])


def test_the_paths_are_plain_xpath(built: Built) -> None:
    tree = ElementTree.fromstring(TWO.encode())
    pairs = set().union(*evidence(built[1]).values())
    assert len(pairs) >= 12
    for path, quote in sorted(pairs):
        steps, _, attribute = path.removeprefix("/iati-activities/").partition("/@")
        element = tree.find(steps)
        assert element is not None, path
        assert quote in " ".join(((element.get(attribute) if attribute else element.text) or "").split()), path


def test_check_follows_the_paths(built: Built, tmp_path: Path) -> None:
    folder, out = built
    found = check_output(out, sources=folder)
    assert found.problems == () and found.elements > 12
    assert check_output(out).problems == () and check_output(out).elements == 0
    (tmp_path / "a.xml").write_text(TWO.replace('code="IT"', 'code="FR"'), "utf-8")
    assert any("recipient-country[1]/@code" in line for line in check_output(out, sources=tmp_path).problems)
    assert any("cannot be read again" in line for line in check_output(out, sources=tmp_path / "nowhere").problems)


def test_names_of_people_are_hidden_in_elements(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    told = "The project is implemented by the Kredo Foundation with Jon Smolny, 17, a refugee from Syria, in Malta."
    text = ACTIVITY.replace("Language courses and mentoring for refugees and asylum seekers.", told)
    (tmp_path / "in" / "a.xml").write_text(text, "utf-8")
    build([tmp_path / "in"], tmp_path / "out", settings=Settings(workers=1, reuse=False))
    trig = (tmp_path / "out" / "graph.trig").read_text("utf-8")
    assert "█████, 17, a refugee" in trig and "smolny" not in trig.casefold()
    assert check_output(tmp_path / "out", sources=tmp_path / "in").problems == ()


def test_paths_of_a_tree() -> None:
    root = parse_xml(b"<a><b x='1 '/><c/><b>two <d>three</d></b></a>")
    paths = paths_of(root)
    assert [paths[id(element)] for element in root.walk()] == ["/a", "/a/b[1]", "/a/c[1]", "/a/b[2]", "/a/b[2]/d[1]"]
    assert text_at(root, "/a/b[1]/@x") == "1" and text_at(root, "/a/b[2]/d[1]") == "three"
    for wrong in ("", "a", "/z", "/a/b[3]", "/a/b[0]", "/a/b", "/a/b[1]/@y", "//b", "/a/b[1]/text()"):
        assert text_at(root, wrong) is None


def test_other_formats_keep_their_offsets() -> None:
    assert read_bytes(json.dumps({"title": "Lantern"}).encode(), "a.json", "application/json").nodes == ()
