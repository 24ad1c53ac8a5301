"""The ontology: every term is labelled, placed and aligned, and says the same to reasoners as to the extraction."""
from __future__ import annotations

from importlib.resources import files

import pytest
from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, OWL, VANN

from ontology.namespaces import IG, ONTOLOGY, PREFIXES, SCHEMA, expand, shorten

CLASSES = """Organisation Project Fund Call Country Place BeneficiaryGroup Theme ActivityType Event Output Policy Person
Statement Source Amount Grant""".split()
LINKS = """implementedBy coordinatedBy hasPartner fundedBy coFundedBy coversCountry targets addresses hasActivityType
takesPlaceIn partOf follows hasOutput hasEvent alignedWith managedBy underFund presentIn unitOf cooperatesWith hasRole
budget""".split()
VALUES = """code startDate endDate date deadline website amount currency isoCode digest rule ruleVersion confidence
modality redacted""".split()
NOTES = "acronym pattern ambiguous attach subjectClass objectClass".split()
CONTRACT = {
    "implementedBy": ("Project", "Organisation"), "hasPartner": ("Project", "Organisation"),
    "fundedBy": ("Event Project", "Fund Organisation"), "coversCountry": ("Event Project", "Country"),
    "targets": ("Project", "BeneficiaryGroup"), "addresses": ("Project", "Theme"),
    "hasActivityType": ("Project", "ActivityType"), "takesPlaceIn": ("Event Project", "Place"),
    "partOf": ("Project", "Project"), "follows": ("Project", "Project"), "hasOutput": ("Project", "Output"),
    "hasEvent": ("Project", "Event"), "alignedWith": ("Project", "Policy"),
    "managedBy": ("Call Fund", "Organisation"), "underFund": ("Call Fund", "Fund"),
    "presentIn": ("Organisation", "Country"), "unitOf": ("Organisation", "Organisation"),
    "cooperatesWith": ("Organisation", "Organisation"), "hasRole": ("Person", "Organisation Project"),
    "budget": ("Call Project", "Amount"),
}
DATES = {"startDate", "endDate", "date", "deadline"}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=(files("ontology") / "integraph.ttl").read_text("utf-8"), format="turtle")


def terms(graph: Graph) -> list[URIRef]:
    return sorted({s for s in graph.subjects() if isinstance(s, URIRef) and str(s).startswith(IG)})


def local(values: object) -> list[str]:
    return sorted(str(v).removeprefix(IG) for v in values)  # type: ignore[attr-defined]


def test_every_term_is_labelled_and_explained_in_english_and_italian(ontology: Graph) -> None:
    found = terms(ontology)
    assert len(found) == 93
    for term in found:
        for predicate in (RDFS.label, RDFS.comment):
            languages = sorted(getattr(o, "language", "") for o in ontology.objects(term, predicate))
            assert languages == ["en", "it"], f"{term} {predicate}"
        assert (term, RDFS.isDefinedBy, URIRef(ONTOLOGY)) in ontology
        assert ontology.value(term, RDF.type) is not None


@pytest.mark.parametrize("name, kind", [
    *((name, OWL.Class) for name in CLASSES), *((name, OWL.ObjectProperty) for name in LINKS),
    *((name, OWL.DatatypeProperty) for name in VALUES), *((name, OWL.AnnotationProperty) for name in NOTES),
])
def test_term_of_the_contract_exists(ontology: Graph, name: str, kind: URIRef) -> None:
    assert (URIRef(IG + name), RDF.type, kind) in ontology


def test_the_contract_has_all_its_terms() -> None:
    assert (len(CLASSES), len(LINKS), len(VALUES), len(NOTES), len(CONTRACT)) == (17, 22, 15, 6, 20)


@pytest.mark.parametrize("name", CONTRACT)
def test_subject_and_object_classes_follow_the_contract(ontology: Graph, name: str) -> None:
    prop = URIRef(IG + name)
    subjects = local(ontology.objects(prop, URIRef(IG + "subjectClass")))
    objects = local(ontology.objects(prop, URIRef(IG + "objectClass")))
    assert (" ".join(subjects), " ".join(objects)) == CONTRACT[name]


def members(graph: Graph, node: URIRef) -> list[str]:
    union = graph.value(node, OWL.unionOf)
    return local(Collection(graph, union)) if union is not None else local([node])


def test_axioms_and_extraction_read_the_same(ontology: Graph) -> None:
    checked = 0
    for prop in terms(ontology):
        subjects = local(ontology.objects(prop, URIRef(IG + "subjectClass")))
        if not subjects:
            continue
        domain, range_ = ontology.value(prop, RDFS.domain), ontology.value(prop, RDFS.range)
        assert isinstance(domain, URIRef) and isinstance(range_, URIRef)
        assert members(ontology, domain) == subjects, prop
        assert members(ontology, range_) == local(ontology.objects(prop, URIRef(IG + "objectClass"))), prop
        checked += 1
    assert checked == 48


def test_a_sub_property_allows_no_more_than_its_parent(ontology: Graph) -> None:
    pairs = [(s, o) for s, o in ontology.subject_objects(RDFS.subPropertyOf) if str(o).startswith(IG)]
    assert len(pairs) == 2
    for child, parent in pairs:
        for name in ("subjectClass", "objectClass"):
            allowed = set(ontology.objects(parent, URIRef(IG + name)))
            assert set(ontology.objects(child, URIRef(IG + name))) <= allowed


def test_inverses_are_for_reading_only(ontology: Graph) -> None:
    inverses = list(ontology.subject_objects(OWL.inverseOf))
    assert len(inverses) == 13
    for inverse, prop in inverses:
        assert ontology.value(inverse, URIRef(IG + "subjectClass")) is None
        assert ontology.value(inverse, RDFS.domain) == ontology.value(prop, RDFS.range)
        assert ontology.value(inverse, RDFS.range) == ontology.value(prop, RDFS.domain)


def test_header_says_version_licence_and_prefix(ontology: Graph) -> None:
    node = URIRef(ONTOLOGY)
    for predicate in (OWL.versionIRI, DCTERMS.license, DCTERMS.creator, DCTERMS.issued,
                      VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri):
        assert ontology.value(node, predicate) is not None, predicate
    assert str(ontology.value(node, VANN.preferredNamespaceUri)) == IG


def test_projects_and_funds_are_not_organisations_by_way_of_schema_org(ontology: Graph) -> None:
    for parent in ("Project", "FundingScheme"):
        assert not list(ontology.subjects(RDFS.subClassOf, URIRef(SCHEMA + parent)))


def test_prefixed_names_expand_and_shorten() -> None:
    assert expand("ig:Project") == IG + "Project"
    assert shorten("https://w3id.org/integraph/scheme/group/refugees") == "group:refugees"
    assert shorten("https://example.org/x") == "https://example.org/x"
    assert list(PREFIXES) == sorted(PREFIXES)
    for wrong in ("nope:Project", "Project"):
        with pytest.raises(KeyError, match="no prefix"):
            expand(wrong)
