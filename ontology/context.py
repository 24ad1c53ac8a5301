"""The JSON-LD context: short names for the terms, so that an export reads like plain JSON.

Every property of the ontology goes by its local name. A property whose objects are things takes their IRIs as strings,
one with a single datatype takes plain values; labels are language maps.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ontology import schema
from ontology.namespaces import PREFIXES, SKOS, shorten

_DATATYPES = frozenset({"string", "date", "gYear", "gYearMonth", "decimal", "boolean", "integer", "anyURI"})
LANGUAGE_MAPS = {SKOS + "prefLabel": "prefLabel", SKOS + "altLabel": "altLabel"}
"""The properties whose values stand in a map by language, with their short names."""


@lru_cache(maxsize=1)
def terms() -> dict[str, Any]:
    """The definition of each short name, in alphabetical order."""
    found: dict[str, Any] = {"notation": "skos:notation"}
    for iri, name in LANGUAGE_MAPS.items():
        found[name] = {"@id": shorten(iri), "@container": "@language"}
    for name, prop in schema.properties().items():
        kind = coercion(prop)
        found[name] = {"@id": f"ig:{name}", "@type": kind} if kind else f"ig:{name}"
    return dict(sorted(found.items()))


def coercion(prop: schema.Property) -> str:
    """What the values of a property are: "@id" for things, a datatype, or "" where it must be said of each."""
    if not prop.objects & _DATATYPES:
        return "@id"
    if len(prop.objects) == 1 and "string" not in prop.objects:
        return f"xsd:{min(prop.objects)}"
    return ""


@lru_cache(maxsize=1)
def context() -> dict[str, Any]:
    """The content of "@context": the prefixes of all that is read or written, then the terms."""
    return {"@version": 1.1, **PREFIXES, **terms()}
