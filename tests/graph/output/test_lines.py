"""Lines of N-Triples: what they speak of, and graphs written one by one as the whole would be."""

from __future__ import annotations

import pyoxigraph as ox

from graph.output.lines import spoken
from graph.output.serialisation import head, leaf, rewritten, telling, trig, turtle, turtle_of
from ontology.namespaces import ID, IG, RDF, SKOS, XSD

P, LABEL = f"<{ID}project/a>", f"<{SKOS}prefLabel>"


def test_what_lines_speak_of() -> None:
    value = 'a "quoted"\ttext with <https://example.org/no> and ž\\u0041'
    lines = f"{P} {LABEL} {ox.Literal(value)} .\n{P} <{IG}startDate> \"2020\"^^<{XSD}gYear> .\n"
    told = spoken(lines)
    assert told.values == {value, "2020"}
    assert told.iris == {f"{ID}project/a", f"{SKOS}prefLabel", f"{IG}startDate", f"{XSD}gYear"}
    assert told.spaces == {f"{ID}project/", SKOS, IG, XSD}


def test_the_namespaces_of_literals_without_a_datatype() -> None:
    assert XSD in spoken(f'{P} {LABEL} "a" .\n').spaces and RDF not in spoken(f'{P} {LABEL} "a" .\n').spaces
    assert RDF in spoken(f'{P} {LABEL} "a"@en\n').spaces and XSD not in spoken(f'{P} {LABEL} "a"@en\n').spaces


def graphs() -> dict[str, list[str]]:
    return {
        f"{ID}source/1": [f'{P} {LABEL} "a\\n<b>"@en', f"{P} <{IG}follows> <{ID}project/b/c>"],
        f"{ID}graph/labels": [f'{P} {LABEL} "b"', f"{P} <{IG}website> <https://schema.org/far/away>"],
        f"{ID}source/0": [f"<{ID}thing> <{RDF}type> <{IG}Project>", f"<https://schema.org/x> <{RDF}type> <{IG}Project>"],
    }


def whole(chosen: dict[str, list[str]]) -> bytes:
    leaves = [leaf(graph, lines)[0] for graph, lines in sorted(chosen.items())]
    start, prefixes = head(frozenset().union(*(page.spaces for page in leaves)))
    return start + b"".join(rewritten(page, prefixes) for page in leaves)


def test_graphs_written_one_by_one_are_the_whole() -> None:
    for left_out in (None, *graphs()):
        chosen = {graph: lines for graph, lines in graphs().items() if graph != left_out}
        rows = "".join(f"{line} <{graph}> .\n" for graph, lines in chosen.items() for line in lines)
        assert whole(chosen) == trig(ox.parse(rows, format=ox.RdfFormat.N_QUADS))


def test_turtle_of_lines_is_that_of_triples() -> None:
    lines = [line for some in graphs().values() for line in some]
    triples = [quad.triple for quad in ox.parse("".join(f"{line} .\n" for line in lines), format=ox.RdfFormat.N_TRIPLES)]
    assert turtle_of(lines) == turtle(triples) and turtle_of([]) == turtle([]) == b""


def test_what_namespaces_tell_of_prefixes_is_all_that_counts() -> None:
    spaces = {f"{ID}project/", f"{ID}statement/1/", f"{ID}statement/2/", SKOS, "https://example.org/a/"}
    told = telling(spaces)
    assert told == {f"{ID}project/", f"{ID}statement//", f"{ID}/", SKOS}
    assert head(told) == head(spaces) and telling(told) == told
    assert telling({ID, *spaces}) == (told | {ID}) - {f"{ID}/"}
