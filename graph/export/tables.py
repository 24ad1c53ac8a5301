"""CSV for spreadsheets (RFC 4180, UTF-8): things, links and sentences, with CSVW metadata.

Texts stand as they are: a program that takes cells beginning with "=" for formulas must be told to import text.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import fields

from graph.export.description import LICENCE, RIGHTS, SUMMARY, TITLE
from graph.export.loading import Dataset
from graph.export.things import Proof, edges, nodes, proofs

_VALUES = (
    *("acronym", "code", "isoCode", "notation", "startDate", "endDate", "date", "deadline", "budget"),
    *("share", "fundingRole", "periodStart", "periodEnd", "website"),
)
METADATA = "csv-metadata.json"


def tables(dataset: Dataset) -> dict[str, bytes]:
    """The files by name: `nodes.csv`, `edges.csv`, `evidence.csv` and their metadata."""
    names = {node.iri: node.label for node in nodes(dataset)}
    content: dict[str, tuple[Sequence[str], Iterable[Sequence[str]]]] = {
        "nodes.csv": (
            ("id", "class", "label", "otherNames", *_VALUES),
            (
                (node.iri, node.kind, node.label, node.other_names, *(node.values.get(key, "") for key in _VALUES))
                for node in nodes(dataset)
            ),
        ),
        "edges.csv": (
            ("subject", "subjectLabel", "property", "object", "objectLabel", "confidence", "statements", "sources"),
            (
                (
                    *(
                        edge.subject,
                        names.get(edge.subject, ""),
                        edge.property,
                        edge.object,
                        names.get(edge.object, ""),
                    ),
                    *(f"{edge.confidence:g}", str(edge.statements), str(edge.sources)),
                )
                for edge in edges(dataset)
            ),
        ),
        "evidence.csv": (
            [field.name for field in fields(Proof)],
            ([getattr(proof, field.name) for field in fields(Proof)] for proof in proofs(dataset)),
        ),
    }
    written = {name: _csv(header, rows) for name, (header, rows) in content.items()}
    return written | {METADATA: _metadata({name: header for name, (header, _) in content.items()})}


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def _metadata(headers: dict[str, Sequence[str]]) -> bytes:
    """CSV on the Web: which tables there are, under which licence."""
    content = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": TITLE,
        "dc:description": SUMMARY,
        "dc:license": {"@id": LICENCE},
        "dc:rights": RIGHTS,
        "tables": [
            {"url": name, "tableSchema": {"columns": [{"name": column, "titles": column} for column in header]}}
            for name, header in sorted(headers.items())
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
