"""Who must stay unnamed in this build, and under which names its sources are published."""

from __future__ import annotations

import json

from graph.index.documents import Documents
from graph.index.tables import Tables
from graph.privacy.masking import Mask, told_apart

_MASK = "mask"


def settle(documents: Documents) -> Mask:
    """The mask of all documents, by their public names; what follows from another mask, or another name, is to be made
    anew."""
    tables = documents.tables
    names, public = _private(tables)
    mask = Mask.of_names(names, public)
    if tables.meta(_MASK) != mask.everywhere.told:
        tables.note(_MASK, mask.everywhere.told)
        documents.all_anew()
    fresh = [(number, source) for number, source in tables.among(documents.fresh, _FRESH)]
    rows = [(mask.source_name(source), number) for number, source in fresh]
    tables.tell("UPDATE documents SET masked = ? WHERE id = ?", rows)
    _publish_names(documents)
    told = dict(tables.ask("SELECT source, told FROM documents WHERE names != '[]'"))
    return mask.renamed({told[source]: found for source, found in names.items()})


_FRESH = "SELECT id, source FROM documents JOIN wanted USING (id) ORDER BY source"
_TWINS = """
SELECT source, masked FROM documents
WHERE masked IN (SELECT masked FROM documents GROUP BY masked HAVING COUNT(*) > 1)
"""


def _private(tables: Tables) -> tuple[dict[str, tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """The private names by source, and the names of people in public roles."""
    asked = tables.ask("SELECT source, names FROM documents WHERE names != '[]' ORDER BY source")
    names = {source: tuple(json.loads(found)) for source, found in asked}
    rows = tables.ask("SELECT DISTINCT people FROM documents WHERE people != '[]'")
    return names, frozenset(tuple(person) for (people,) in rows for person in json.loads(people))


def _publish_names(documents: Documents) -> None:
    """Give each source the name that it is published under; one whose name has changed is made anew."""
    tables = documents.tables
    twins = dict(tables.ask(_TWINS))
    told = told_apart(twins)
    changed = [
        (number, told.get(source, masked))
        for number, source, masked, before in tables.ask("SELECT id, source, masked, told FROM documents")
        if told.get(source, masked) != before
    ]
    tables.tell("UPDATE documents SET told = ? WHERE id = ?", [(name, number) for number, name in changed])
    documents.fresh.update(number for number, _ in changed)
    query = "SELECT signature FROM nodes JOIN wanted ON document = wanted.id"
    documents.loose.update(row[0] for row in tables.among(documents.fresh, query))
