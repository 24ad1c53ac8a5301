"""Networks of any size for benchmarks: the same number gives the same network, without chance."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from ontology.namespaces import DCTERMS, ID, IG, OA, RDF, SKOS, XSD

#: Of a hundred things so many are of a class; projects link to all others.
SHARES = {"Organisation": 45, "Fund": 3, "Place": 12, "Event": 5, "Output": 5}
COUNTRIES = "IT GR ES FR DE AT PL RO MT CY BE NL SE FI PT SI".split()
GROUPS = "refugees migrants asylum-seekers migrant-women unaccompanied-minors".split()
LINKS = {
    "Organisation": "hasPartner",
    "Fund": "fundedBy",
    "Place": "takesPlaceIn",
    "Event": "hasEvent",
    "Output": "hasOutput",
}


def made_network(size: int, folder: Path) -> None:
    """Write `graph.trig` with about `size` things and three facts a project for each of its kinds of links."""
    folder.mkdir(parents=True, exist_ok=True)
    maker = _Maker()
    pools = {
        kind: [maker.thing(kind, f"{kind.lower()}-{i}") for i in range(max(1, size * share // 100))]
        for kind, share in SHARES.items()
    }
    countries = [maker.thing("Country", code) for code in COUNTRIES]
    groups = [maker.thing("BeneficiaryGroup", name) for name in GROUPS]
    projects = max(1, size - sum(map(len, pools.values())) - len(countries) - len(groups))
    for number in range(projects):
        project = maker.thing("Project", f"project-{number}")
        lead = maker.pick(pools["Organisation"], number, "lead")
        maker.fact(project, "implementedBy", lead)
        for kind, predicate in LINKS.items():
            for k in range(3 if kind == "Organisation" else 1):
                maker.fact(project, predicate, maker.pick(pools[kind], number, f"{kind}{k}"))
        maker.fact(project, "coversCountry", maker.pick(countries, number, "country"))
        maker.fact(project, "targets", maker.pick(groups, number, "group"))
    (folder / "graph.trig").write_bytes(serialize(maker.quads, format=RdfFormat.TRIG) or b"")


class _Maker:
    """Collects the quads of one source."""

    def __init__(self) -> None:
        self.source = NamedNode(ID + "source/" + "a" * 16)
        self.quads: list[Quad] = []
        self.facts = 0
        self.add(self.source, RDF + "type", NamedNode(IG + "Source"))
        self.add(self.source, DCTERMS + "title", Literal("A made source"))

    def add(self, subject: NamedNode, predicate: str, value: NamedNode | Literal) -> None:
        """One quad."""
        self.quads.append(Quad(subject, NamedNode(predicate), value, self.source))

    def thing(self, kind: str, name: str) -> NamedNode:
        """A thing with its class and name."""
        node = NamedNode(f"{ID}{kind.lower()}/{name}")
        self.add(node, RDF + "type", NamedNode(IG + kind))
        self.add(node, SKOS + "prefLabel", Literal(name.replace("-", " ").title()))
        return node

    def pick(self, pool: list[NamedNode], number: int, salt: str) -> NamedNode:
        """One of the pool; low numbers are picked more often, as a few bodies are in many projects."""
        part = int.from_bytes(sha256(f"{number} {salt}".encode()).digest()[:6], "big") / 2**48
        near = (
            int(part * part * part * len(pool))
            if salt == "lead"
            else (number // 12 * 7 + int(part * part * 40)) % len(pool)
        )
        return pool[near]

    def fact(self, subject: NamedNode, predicate: str, value: NamedNode) -> None:
        """A fact with its statement and sentence."""
        one, mark = NamedNode(f"{ID}statement/{self.facts}"), NamedNode(f"{ID}statement/{self.facts}/selector/0")
        self.add(subject, IG + predicate, value)
        self.add(one, RDF + "type", NamedNode(IG + "Statement"))
        self.add(one, RDF + "subject", subject)
        self.add(one, RDF + "predicate", NamedNode(IG + predicate))
        self.add(one, RDF + "object", value)
        self.add(one, DCTERMS + "source", self.source)
        self.add(one, OA + "hasSelector", mark)
        self.add(one, IG + "confidence", Literal("0.90", datatype=NamedNode(XSD + "decimal")))
        self.add(one, IG + "rule", Literal("en.made"))
        self.add(mark, OA + "exact", Literal(f"This is sentence number {self.facts} of a made source."))
        self.facts += 1
