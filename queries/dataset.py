"""Open what a build has written, for asking questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

DATASET_FILE = "graph.trig"
#: The measures of `integraph analyse`, in a graph of their own.
ANALYSIS_FILE = "analysis.trig"

_MERGE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?source { ?s ?p ?o } }"


class DatasetError(ValueError):
    """There is no dataset where one was looked for, or it cannot be read."""


def find_dataset(path: Path) -> Path:
    """The dataset file of an output folder (or the file itself, if that is what the path names)."""
    file = path / DATASET_FILE if path.is_dir() else path
    if not file.is_file():
        raise DatasetError(
            f"There is no dataset at {path}: {file.name} is not there. Build one with "
            f"'integraph build PATH --out {path}', or name another folder with --out."
        )
    return file


def open_dataset(path: str | Path, *, merged: bool = False, analysis: bool = True) -> ox.Store:
    """Load `graph.trig` of an output folder into a store in memory.

    Each source is a named graph. Ask such a store with the union of all graphs as the default graph; in that union a
    fact that two sources state comes twice. With `merged`, the default graph holds each fact once, so that plain
    counting is right. The measures of the network come along where the folder has them, unless `analysis` is false.
    """
    file = find_dataset(Path(path))
    measures = file.with_name(ANALYSIS_FILE)
    files = [file, measures] if analysis and file != Path(path) and measures.is_file() else [file]
    return load_dataset([str(each) for each in files], merged=merged)


def load_dataset(files: Sequence[str], *, merged: bool = True) -> ox.Store:
    """Load TriG files into a store in memory, as `open_dataset` does."""
    store = ox.Store()
    for file in files:
        try:
            store.bulk_load(path=file, format=ox.RdfFormat.TRIG)
        except (SyntaxError, ValueError, OSError) as error:
            raise DatasetError(f"Cannot read the dataset {file}: {error}. Build it again.") from error
    if merged:
        store.update(_MERGE)
    return store
