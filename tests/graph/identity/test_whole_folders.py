"""What many texts speak of under many names is one node: the big organisation, the big fund, the project of several pages."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read
from graph.resolution import resolve
from ontology.words import folded_words

ROOT = Path(__file__).parents[3]
FOLDERS = [folder for folder in (ROOT / "texts", ROOT.parent / "shared" / "bench" / "docs") if folder.is_dir()]
NAMES = {
    "organisation/iom": ("IOM", "OIM", "International Organization for Migration", "International Organisation for Migration",
                         "Organizzazione internazionale per le migrazioni", "Internationale Organisation für Migration",
                         "Organisation internationale pour les migrations", "Organización Internacional para las Migraciones"),
    "fund/amif": ("AMIF", "FAMI", "Asylum, Migration and Integration Fund",
                  "Asylum, Migration and Integration Fund of the European Union", "Fondo asilo, migrazione e integrazione",
                  "Asyl-, Migrations- und Integrationsfonds", "Fonds asile, migration et intégration"),
    "project/admin4all": ("ADMin4ALL",),
}


@lru_cache(maxsize=4)
def named(folder: Path) -> dict[str, set[tuple[str, str]]]:
    """The things of a folder's texts under each of their folded names, each with its class."""
    readings = [extract(read(path, path.name)) for path in sorted(folder.iterdir()) if path.is_file()]
    resolution = resolve(readings)
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for reading in readings:
        for entity in reading.entities:
            for name in (*(name.text for name in entity.names), *entity.acronyms):
                iri = resolution.iri(reading.document.source, entity.key)
                found[" ".join(folded_words(name))].add((entity.kind, iri.rpartition("/id/")[2]))
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("thing", NAMES)
def test_it_is_one_node(folder: Path, thing: str) -> None:
    nodes = [named(folder)[key] for name in NAMES[thing] if (key := " ".join(folded_words(name))) in named(folder)]
    assert nodes, f"no text of {folder.name} names {thing}"
    [node] = {node for found in nodes for _, node in found}
    assert node.startswith(thing)
