"""The shapes: a sound graph passes, and each rule refuses a graph that breaks just that rule."""
from __future__ import annotations

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SH

from graph.output.validation import ValidationError, Violation, shapes, validate
from ontology.namespaces import PREFIXES

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
DIGEST = "0123456789abcdef" * 4
SOUND = f"""
<urn:p> a ig:Project ; skos:prefLabel "Lantern"@en ; skos:altLabel "The Lantern"@en ; skos:hiddenLabel "Lanterns"@en ; ig:acronym "LANT" ;
    ig:implementedBy <urn:o> ; ig:fundedBy <urn:f> ; ig:coversCountry <urn:it> ; ig:targets <urn:g> ;
    ig:addresses <urn:t> ; ig:hasActivityType <urn:a> ; ig:startDate "2020-05"^^xsd:gYearMonth ;
    ig:endDate "2022"^^xsd:gYear ; ig:budget <urn:m> ; ig:hasGrant <urn:grant>, <urn:grant2> ; ig:originCountry <urn:sy> ;
    ig:takesPlaceIn <urn:graz> ; ig:hasOutput <urn:out> ; ig:hasEvent <urn:e> ; ig:alignedWith <urn:plan> ; ig:code "LAN-1" .
<urn:c> a ig:Call ; skos:prefLabel "Open call"@en ; ig:underFund <urn:f> ; ig:deadline "2021-02-28"^^xsd:date .
<urn:e> a ig:Event ; skos:prefLabel "Closing day"@en ; ig:date "2022-04-01"^^xsd:date .
<urn:sy> a ig:Country ; skos:prefLabel "Syria"@en ; ig:isoCode "SY" .
<urn:graz> a ig:Place ; skos:prefLabel "Graz"@de ; ig:inCountry <urn:it> .
<urn:out> a ig:Output ; skos:prefLabel "Guide to Lantern"@en .
<urn:plan> a ig:Policy ; skos:prefLabel "Lantern Plan"@en .
<urn:person> a ig:Person ; skos:prefLabel "Kim Lark"@en ; ig:hasRole <urn:o> .
<urn:o> a ig:Organisation ; skos:prefLabel "Kredo Foundation"@en, "Fondazione Kredo"@it .
<urn:f> a ig:Fund ; skos:prefLabel "Kredo Fund"@en .
<urn:it> a ig:Country ; skos:prefLabel "Italy"@en ; ig:isoCode "IT" .
<urn:g> a ig:BeneficiaryGroup ; skos:prefLabel "refugees"@en ; skos:notation "refugees" .
<urn:t> a ig:Theme ; skos:prefLabel "housing"@en ; skos:notation "housing" .
<urn:a> a ig:ActivityType ; skos:prefLabel "training"@en ; skos:notation "training" .
<urn:grant2> a ig:Grant ; ig:grantor <urn:o> ; ig:recipient <urn:o> ; ig:grantAmount <urn:m2> ; ig:share 0.25 .
<urn:m2> a ig:Amount ; ig:amount 300000.0 ; ig:currency "EUR" .
<urn:m> a ig:Amount ; ig:amount 1200000.0 ; ig:currency "EUR" .
<urn:grant> a ig:Grant ; ig:grantor <urn:f> ; ig:share 0.75 ; ig:fundingRole "eu" ;
    ig:periodStart "2020"^^xsd:gYear ; ig:periodEnd "2021"^^xsd:gYear .
<urn:src> a ig:Source ; ig:digest "{DIGEST}" ; dcterms:identifier "folder/page.txt" .
<urn:s> a ig:Statement ; rdf:subject <urn:p> ; rdf:predicate ig:fundedBy ; rdf:object <urn:f> ; dcterms:source <urn:src> ;
    ig:rule "en.fundedBy.passive" ; ig:ruleVersion "1" ; ig:confidence 0.95 ; ig:modality "asserted" ;
    dcterms:language "en" ; oa:hasSelector <urn:q> .
<urn:q> a oa:TextQuoteSelector, oa:TextPositionSelector ; oa:exact "Lantern was paid by Kredo." ;
    oa:start 0 ; oa:end 26 .
"""
BROKEN = [
    # rule, what to replace in the sound graph, by what
    ("hasPrefLabel", 'skos:prefLabel "Kredo Fund"@en', 'skos:altLabel "Kredo Fund"@en'),
    ("hasPrefLabel", '"Kredo Fund"@en', '"  "@en'),
    ("hasPrefLabel", '"Kredo Foundation"@en', '"Kredo Foundation"@en, "Kredo"@en'),
    ("altLabel", '"The Lantern"@en', '""@en'),
    ("hiddenLabel", '"Lanterns"@en', '"Lantern"@en'),
    ("acronym", '"LANT"', '" LANT"'),
    ("notation", 'skos:notation "housing"', 'skos:notation "Housing and homes"'),
    ("notation", ' ; skos:notation "training"', ""),
    ("subject", "rdf:subject <urn:p> ; ", ""),
    ("predicate", "rdf:predicate ig:fundedBy", "rdf:predicate <http://example.org/pays>"),
    ("object", "rdf:object <urn:f> ; ", ""),
    ("source", "dcterms:source <urn:src> ;", ""),
    ("selector", " ; oa:hasSelector <urn:q> .", " ."),
    ("rule", 'ig:rule "en.fundedBy.passive" ; ', ""),
    ("ruleVersion", 'ig:ruleVersion "1" ; ', ""),
    ("confidence", "ig:confidence 0.95", "ig:confidence 1.5"),
    ("confidence", "ig:confidence 0.95", 'ig:confidence "high"'),
    ("modality", '"asserted"', '"perhaps"'),
    ("language", 'dcterms:language "en"', 'dcterms:language "English"'),
    ("exact", 'oa:exact "Lantern was paid by Kredo." ;', ""),
    ("start", "oa:start 0", "oa:start -1"),
    ("start", "oa:start 0", "oa:start 30"),
    ("path", "oa:TextQuoteSelector, oa:TextPositionSelector", "oa:TextQuoteSelector, oa:XPathSelector"),
    ("end", " ;\n    oa:start 0 ; oa:end 26 .", " ; oa:start 0 ."),
    ("digest", DIGEST, "0123"),
    ("identifier", ' ; dcterms:identifier "folder/page.txt"', ""),
    ("startDate", '"2020-05"^^xsd:gYearMonth', '"May 2020"'),
    ("startDate", '"2020-05"^^xsd:gYearMonth', '"2020-13"^^xsd:gYearMonth'),
    ("endDate", '"2022"^^xsd:gYear', '"0022"^^xsd:gYear'),
    ("date", '"2022-04-01"^^xsd:date', '"2022-02-30"^^xsd:date'),
    ("deadline", '"2021-02-28"^^xsd:date', '"2021-02-28"'),
    ("sum", "ig:amount 1200000.0", "ig:amount -5.0"),
    ("sum", "ig:amount 1200000.0 ; ", ""),
    ("currency", 'ig:currency "EUR"', 'ig:currency "euro"'),
    ("Grant", "ig:share 0.75 ; ", ""),
    ("Giver", 'a ig:Grant ; ig:grantor <urn:f> ; ig:share 0.75 ; ig:fundingRole "eu"', "a ig:Grant ; ig:share 0.75"),
    ("grantor", "a ig:Grant ; ig:grantor <urn:f>", "a ig:Grant ; ig:grantor <urn:f>, <urn:o>"),
    ("oneShare", "ig:share 0.75", "ig:share 0.75, 0.7"),
    ("onePeriodStart", 'ig:periodStart "2020"^^xsd:gYear', 'ig:periodStart "2020"^^xsd:gYear, "2019"^^xsd:gYear'),
    ("onePeriodEnd", 'ig:periodEnd "2021"^^xsd:gYear', 'ig:periodEnd "2021"^^xsd:gYear, "2022"^^xsd:gYear'),
    ("periodStart", 'ig:periodStart "2020"^^xsd:gYear', 'ig:periodStart "soon"'),
    ("periodEnd", 'ig:periodEnd "2021"^^xsd:gYear', 'ig:periodEnd "2021"^^xsd:string'),
    ("share", "ig:share 0.75", "ig:share 75.0"),
    ("fundingRole", '"eu"', '"Brussels"'),
    ("isoCode", 'ig:isoCode "IT"', 'ig:isoCode "ITA"'),
    ("Covers", "ig:coversCountry <urn:it>", "ig:coversCountry <urn:o>"),
    ("Body", "ig:implementedBy <urn:o>", "ig:implementedBy <urn:f>"),
    ("Payer", "ig:fundedBy <urn:f>", "ig:fundedBy <urn:it>"),
    ("Parent", "ig:underFund <urn:f>", "ig:underFund <urn:o>"),
    ("Served", "ig:targets <urn:g>", "ig:targets <urn:o>"),
    ("Subject", "ig:addresses <urn:t>", "ig:addresses <urn:g>"),
    ("Kind", "ig:hasActivityType <urn:a>", "ig:hasActivityType <urn:t>"),
    ("Origin", "ig:originCountry <urn:sy>", "ig:originCountry <urn:o>"),
    ("Site", "ig:takesPlaceIn <urn:graz>", "ig:takesPlaceIn <urn:it>"),
    ("Product", "ig:hasOutput <urn:out>", "ig:hasOutput <urn:plan>"),
    ("Occasion", "ig:hasEvent <urn:e>", "ig:hasEvent <urn:out>"),
    ("Plan", "ig:alignedWith <urn:plan>", "ig:alignedWith <urn:o>"),
    ("Sum", "ig:grantAmount <urn:m2>", "ig:grantAmount <urn:o>"),
    ("Contribution", "ig:hasGrant <urn:grant>", "ig:hasGrant <urn:m>"),
    ("Recipient", "ig:recipient <urn:o>", "ig:recipient <urn:g>"),
    ("Scheme", 'a ig:Call ; skos:prefLabel "Open call"@en', 'a ig:Event ; skos:prefLabel "Open call"@en'),
    ("Costed", "<urn:p> a ig:Project", "<urn:p> a ig:Event"),
    ("Paid", "<urn:p> a ig:Project", "<urn:p> a ig:Call"),
    ("Registered", "<urn:p> a ig:Project", "<urn:p> a ig:Event"),
    ("Open", "<urn:c> a ig:Call", "<urn:c> a ig:Fund"),
    ("Public", "<urn:person> a ig:Person", "<urn:person> a ig:Policy"),
    ("Post", "ig:hasRole <urn:o>", "ig:hasRole <urn:f>"),
    ("Coded", "<urn:sy> a ig:Country", "<urn:sy> a ig:Place"),
    ("OneKind", "<urn:f> a ig:Fund", "<urn:f> a ig:Fund, ig:Organisation"),
    ("ClosedAmount", 'ig:amount 300000.0 ;', 'ig:amount 300000.0 ; ig:website "x" ;'),
    ("ClosedGrant", "ig:recipient <urn:o> ;", 'ig:recipient <urn:o> ; skos:note "x" ;'),
    ("ClosedQuote", "oa:start 0", 'oa:prefix "Yesterday" ; oa:start 0'),
    ("ClosedStatement", 'ig:modality "asserted" ;', 'ig:modality "asserted" ; skos:note "x" ;'),
    ("Shares", "ig:share 0.25", "ig:share 0.35"),
    ("Rest", "ig:share 0.25", "ig:share 0.2"),
    ("Reckoned", "ig:amount 300000.0", "ig:amount 200000.0"),
    ("Parts", "ig:amount 300000.0", "ig:amount 1300000.0"),
    ("Whole", "ig:fundedBy <urn:f> ;", "ig:fundedBy <urn:o> ;"),
    ("Doer", "<urn:p> a ig:Project", "<urn:p> a ig:Organisation"),
]
HOLDERS = {"prefixes", "Named", "Concept", "Statement", "Quote", "Position", "Path", "Source", "Dated", "calendar", "Amount", "Country"}
"""Shapes that only gather others, each of which has its own case."""


def names(found: list[Violation]) -> set[str]:
    return {violation.shape.rsplit("/", 1)[-1] for violation in found}


def test_a_sound_graph_passes() -> None:
    assert validate(HEAD + SOUND) == []
    assert validate((HEAD + SOUND).encode()) == []
    assert validate(Graph().parse(data=HEAD + SOUND, format="turtle")) == []


@pytest.mark.parametrize("rule, old, new", BROKEN)
def test_rule_refuses_a_broken_graph(rule: str, old: str, new: str) -> None:
    assert SOUND.count(old) >= 1
    found = validate(HEAD + SOUND.replace(old, new, 1))
    assert rule in names(found)
    assert all(violation.message and violation.focus.startswith("urn:") for violation in found)


def test_every_shape_has_a_case() -> None:
    assert len(BROKEN) == 79
    ours = "https://w3id.org/integraph/shape/"
    stated = {str(s).removeprefix(ours) for s in shapes().subjects() if str(s).startswith(ours)}
    assert stated - HOLDERS == {rule for rule, _, _ in BROKEN}
    assert stated >= HOLDERS


def test_every_rule_has_a_message() -> None:
    rules = {s for s in shapes().subjects(SH.path) if isinstance(s, URIRef)}
    nodes = {s for s in shapes().subjects(RDF.type, SH.NodeShape) if isinstance(s, URIRef)}
    rules |= {s for s in nodes if not list(shapes().objects(s, SH.property)) and not list(shapes().objects(s, SH.sparql))}
    silent = sorted(str(s) for s in rules if not str(s).endswith("/calendar") and shapes().value(s, SH.message) is None)
    assert silent == []


def test_violations_come_sorted_and_readable() -> None:
    broken = SOUND.replace('ig:isoCode "IT"', 'ig:isoCode "ITA"').replace('"asserted"', '"perhaps"')
    found = validate(HEAD + broken)
    assert found == sorted(found) and found == validate(HEAD + broken)
    assert str(found[0]) == "urn:it ig:isoCode: A country has one two-letter code in capitals. (found 'ITA')"


def test_totals_say_by_how_much_and_only_warn() -> None:
    found = validate(HEAD + SOUND.replace("ig:share 0.25", "ig:share 0.35").replace("ig:amount 300000.0", "ig:amount 1300000.0"))
    assert {v.severity for v in found} == {"Warning"}
    assert sorted(v.message for v in found) == [
        "The amount of a grant differs from its share of the budget by 880000.000.",
        "The grants exceed the budget by 100000.0.",
        "The shares of the funders add up to more than the whole, by 0.10."]
    short = validate(HEAD + SOUND.replace("ig:share 0.25", "ig:share 0.15"))
    assert "The shares of all funders that are named fall short of the whole by 0.10." in {v.message for v in short}


def test_money_of_the_union_that_is_told_twice_counts_once() -> None:
    union = '<urn:union> a ig:Organisation ; skos:prefLabel "Union"@en .\n'
    twice = '<urn:grant3> a ig:Grant ; ig:grantor <urn:union> ; ig:share 0.75 ; ig:fundingRole "%s" .\n'
    graph = HEAD + SOUND.replace("ig:hasGrant <urn:grant>", "ig:hasGrant <urn:grant3>, <urn:grant>") + union
    assert validate(graph + twice % "eu") == []
    assert [v.message for v in validate(graph + twice % "other")] == [
        "The shares of the funders add up to more than the whole, by 0.75."]


def test_unreadable_turtle_is_said_so() -> None:
    with pytest.raises(ValidationError, match="not valid Turtle"):
        validate("<urn:p> a ig:Project")
