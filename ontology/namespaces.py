"""The names of things: namespaces, prefixes, and how an IRI is made or shortened. Needs no RDF library.

The namespaces are plain strings: `IG + "Project"` is the IRI of a class, whichever library then reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ONTOLOGY: Final = "https://w3id.org/integraph/ontology"
IG: Final = ONTOLOGY + "#"
ID: Final = "https://w3id.org/integraph/id/"
SCHEME: Final = "https://w3id.org/integraph/scheme/"
GROUP: Final = SCHEME + "group/"
THEME: Final = SCHEME + "theme/"
ACTIVITY: Final = SCHEME + "activity/"

CPOV: Final = "http://data.europa.eu/m8g/"
DCAT: Final = "http://www.w3.org/ns/dcat#"
DCTERMS: Final = "http://purl.org/dc/terms/"
DINGO: Final = "https://w3id.org/dingo#"
EPO: Final = "http://data.europa.eu/a4g/ontology#"
EURIO: Final = "http://data.europa.eu/s66#"
EUROVOC: Final = "http://eurovoc.europa.eu/"
FABIO: Final = "http://purl.org/spar/fabio/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
FRAPO: Final = "http://purl.org/cerif/frapo/"
ITSRDF: Final = "http://www.w3.org/2005/11/its/rdf#"
NP: Final = "http://www.nanopub.org/nschema#"
OA: Final = "http://www.w3.org/ns/oa#"
ORG: Final = "http://www.w3.org/ns/org#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
PROV: Final = "http://www.w3.org/ns/prov#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA: Final = "https://schema.org/"
SHACL: Final = "http://www.w3.org/ns/shacl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
VANN: Final = "http://purl.org/vocab/vann/"
VOID: Final = "http://rdfs.org/ns/void#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "activity": ACTIVITY,
        "cpov": CPOV,
        "dcat": DCAT,
        "dcterms": DCTERMS,
        "dg": DINGO,
        "epo": EPO,
        "eurio": EURIO,
        "eurovoc": EUROVOC,
        "fabio": FABIO,
        "foaf": FOAF,
        "frapo": FRAPO,
        "group": GROUP,
        "id": ID,
        "ig": IG,
        "itsrdf": ITSRDF,
        "np": NP,
        "oa": OA,
        "org": ORG,
        "owl": OWL,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "sh": SHACL,
        "skos": SKOS,
        "theme": THEME,
        "vann": VANN,
        "void": VOID,
        "xsd": XSD,
    }
)
"""Every prefix that the project's files use, in alphabetical order."""

SCHEMES: Final[Mapping[str, str]] = MappingProxyType(
    {"BeneficiaryGroup": GROUP, "Theme": THEME, "ActivityType": ACTIVITY}
)
"""The namespace of the concepts of each concept class."""


def expand(name: str) -> str:
    """The IRI of a prefixed name: `ig:Project` becomes `https://w3id.org/integraph/ontology#Project`.

    Raises KeyError for a prefix that PREFIXES does not hold.
    """
    prefix, colon, local = name.partition(":")
    if not colon or prefix not in PREFIXES:
        raise KeyError(f"no prefix {prefix!r} in {name!r}; known are {', '.join(PREFIXES)}")
    return PREFIXES[prefix] + local


def shorten(iri: str) -> str:
    """The prefixed name of an IRI, by the longest namespace that fits; the IRI itself where none does."""
    fitting = [(len(namespace), prefix) for prefix, namespace in PREFIXES.items() if iri.startswith(namespace)]
    if not fitting:
        return iri
    size, prefix = max(fitting)
    return f"{prefix}:{iri[size:]}"
