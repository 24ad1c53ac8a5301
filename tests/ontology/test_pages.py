"""The pages of the ontology: whole, the same each time, asking the network for nothing; and the redirects to them."""
from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from ontology import schema
from ontology.diagram import diagram
from ontology.namespaces import IG, PREFIXES
from ontology.pages import main, pages
from ontology.publication import whole_ontology
from ontology.redirects import RedirectsError, redirects
from ontology.redirects import main as write_redirects

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.filterwarnings("ignore:Exception ignored in.*pylode")  # it leaves its style sheet open


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return pages()


def test_the_page_tells_of_every_term_and_fetches_nothing(files: dict[str, bytes]) -> None:
    page = files["index.html"].decode("utf-8")
    for name in schema.properties():
        assert f"{IG}{name}" in page
    assert "beneficiary group" in page and "gruppo di beneficiari" in page and "<svg" in page
    assert not re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="https?:', page)


@pytest.mark.parametrize(("name", "form"), [("ontology.ttl", ox.RdfFormat.TURTLE), ("ontology.nt", ox.RdfFormat.N_TRIPLES), ("ontology.rdf", ox.RdfFormat.RDF_XML)])
def test_every_syntax_holds_the_whole_ontology(files: dict[str, bytes], name: str, form: ox.RdfFormat) -> None:
    read = [quad.triple for quad in ox.parse(files[name], format=form)]
    assert len(set(read)) == len(set(whole_ontology())) > 2000


def test_the_context_is_that_of_the_exports(files: dict[str, bytes]) -> None:
    found = json.loads(files["context.jsonld"])["@context"]
    assert found["implementedBy"] == {"@id": "ig:implementedBy", "@type": "@id"}
    assert {prefix: found[prefix] for prefix in PREFIXES} == dict(PREFIXES)
    assert not set(PREFIXES) & set(schema.properties()), "a short name would hide a prefix"


def test_the_picture_shows_every_link_between_its_classes() -> None:
    drawn = ElementTree.fromstring(diagram())
    texts = {t for element in drawn.iter() for t in re.findall(r"\w+", element.text or "")}
    assert {"implementedBy", "originCountry", "hasGrant", "follows", "Project"} <= texts
    assert len([e for e in drawn.iter() if e.tag.endswith("rect")]) == 15


def test_they_are_the_same_each_time(files: dict[str, bytes], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ontology.pages", str(tmp_path / "site")]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": "7"}, cwd=ROOT, capture_output=True)
    assert {path.name: path.read_bytes() for path in (tmp_path / "site").iterdir()} == files


def test_wrong_usage_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main([]) == 2 and "usage" in capsys.readouterr().err
    (tmp_path / "file").write_text("mine")
    assert main([str(tmp_path / "file")]) == 5 and "ontology.pages" in capsys.readouterr().err


REDIRECTS = [
    ("ontology", "text/turtle", "ontology.ttl"), ("ontology", "text/html", "index.html"), ("ontology/0.1.0", "application/rdf+xml", "ontology.rdf"),
    ("context", "application/ld+json", "context.jsonld"), ("", "text/html", ""), ("ontology.nt", "*/*", "ontology.nt"),
]


@pytest.mark.parametrize(("path", "accept", "target"), REDIRECTS)
def test_redirects_lead_to_the_files(files: dict[str, bytes], path: str, accept: str, target: str) -> None:
    """Reads the rules as Apache does: conditions belong to the rule after them; the first that fits decides."""
    conditions: list[str] = []
    for line in (ROOT / "docs" / "w3id" / ".htaccess").read_text("utf-8").splitlines():
        if line.startswith("RewriteCond %{HTTP_ACCEPT}"):
            conditions.append(line.split()[2])
        elif line.startswith("RewriteRule") and " - [E=" not in line:
            _, pattern, to, flags = line.split()
            match = re.search(pattern, path)
            if match and all(re.search(condition, accept) for condition in conditions):
                got = to.removeprefix("%{ENV:PAGES}/").replace("$1", match[1] or "" if match.groups() else "")
                assert got == target and flags == "[R=303,L]" and (not target or target in files)
                return
            conditions = []
    pytest.fail("no rule fits")


HOST = {"pages": "https://kredo.eu/ontology/", "endpoint": "https://kredo.eu/sparql"}


def test_the_folder_for_w3id_leads_to_the_host_that_is_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--pages", HOST["pages"], "--endpoint", HOST["endpoint"], "--maintainer", "Maria Kredo (@mkredo)"]
    assert write_redirects([str(tmp_path / "w3id"), *asked]) == 0 and "pull request" in capsys.readouterr().out
    rules = (tmp_path / "w3id" / ".htaccess").read_text("utf-8")
    assert "[E=PAGES:https://kredo.eu/ontology]" in rules and "[E=DATA:https://kredo.eu/sparql]" in rules
    assert "* Maria Kredo (@mkredo)" in (tmp_path / "w3id" / "README.md").read_text("utf-8")
    assert "{pages}" not in rules and "{endpoint}" not in rules


@pytest.mark.parametrize("pages", ["http://kredo.eu", "https://graph.example.org", "https://localhost/x", "https://kredo.eu/?a=b", "kredo.eu"])
def test_addresses_that_lead_nowhere_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], pages: str) -> None:
    assert write_redirects([str(tmp_path / "w3id"), "--pages", pages, "--endpoint", HOST["endpoint"], "--maintainer", "Maria"]) == 2
    assert pages in capsys.readouterr().err and not (tmp_path / "w3id").exists()


def test_somebody_to_turn_to_is_needed() -> None:
    with pytest.raises(RedirectsError, match="--maintainer"):
        redirects(**HOST, maintainers=[])
