"""From what a question asks for (`queries.understanding`) to the SPARQL that answers it.

A question meant as a whole is one of the catalogue, with the named things as its parameters. Any other is put together
from the parts that it names: the project in the middle, a line for each thing that is named, a line for what is asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from ontology.namespaces import IG
from queries.catalogue import CatalogueError, Question, get_question
from queries.understanding import TAKES_PART, Understanding

_HEAD = f"PREFIX ig: <{IG}>\nPREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
_ROLES = {"": "ig:implementedBy|ig:hasPartner|ig:fundedBy", TAKES_PART: "ig:implementedBy|ig:hasPartner"}

#: How a named thing narrows the projects; `{role}` is the property of a named body.
_NARROWED = {
    "country": "?project ig:coversCountry ?country .",
    "place": "?project ig:takesPlaceIn ?place .",
    "group": "?project ig:targets ?served . ?served skos:broader* ?group .",
    "theme": "?project ig:addresses ?about . ?about skos:broader* ?theme .",
    "activity": "?project ig:hasActivityType ?done . ?done skos:broader* ?activity .",
    "fund": "?project ig:fundedBy ?payer . ?payer ig:underFund* ?fund .",
    "organisation": "?project {role} ?member . ?member ig:unitOf* ?organisation .",
    "event": "?project ig:hasEvent ?event .",
    "output": "?project ig:hasOutput ?output .",
    "policy": "?project ig:alignedWith ?policy .",
    "call": "?project ig:fundedBy ?paying . ?call ig:underFund ?paying .",
    "project": "",
}
#: What is asked for: the variables to show, and the line that finds them.
_WANTED = {
    "project": ("", ""),
    "body": ("?body ?role", "VALUES ?role {{ {roles} }} ?project ?role ?body ."),
    "fund": ("?funder", "?project ig:fundedBy ?funder ."),
    "country": ("?where", "?project ig:coversCountry ?where ."),
    "place": ("?where", "?project ig:takesPlaceIn ?where ."),
    "where": ("?where", "?project ig:coversCountry|ig:takesPlaceIn ?where ."),
    "group": ("?people", "?project ig:targets ?people ."),
    "theme": ("?topic", "?project ig:addresses ?topic ."),
    "activity": ("?doing", "?project ig:hasActivityType ?doing ."),
    "event": ("?what", "?project ig:hasEvent ?what ."),
    "output": ("?what", "?project ig:hasOutput ?what ."),
    "when": (
        "?start ?end",
        "OPTIONAL { ?project ig:startDate ?start } OPTIONAL { ?project ig:endDate ?end } "
        "FILTER(BOUND(?start) || BOUND(?end))",
    ),
    "amount": (
        "?amount ?currency",
        "?project ig:budget ?money . ?money ig:amount ?amount . OPTIONAL { ?money ig:currency ?currency }",
    ),
}


def compose(understood: Understanding) -> tuple[Question, dict[str, str]]:
    """The question of the catalogue, or one made for this, and the values of its parameters.

    Raises CatalogueError where the named things do not fit the question.
    """
    if understood.question:
        return _whole(understood)
    if not understood.wanted and not understood.things:
        raise CatalogueError("nothing is asked for")
    lines = ["  ?project a ig:Project ."]
    shown = []
    for kind, things in understood.things.items():
        values = " ".join(f"<{thing.iri}>" for thing in things)
        lines.append(f"  VALUES ?{kind} {{ {values} }}")
        roles = {understood.ties.get(thing.iri, "") for thing in things}
        role = _path(roles.pop() if len(roles) == 1 else "")
        if line := _NARROWED[kind].format(role=role):
            lines.append(f"  {line}")
        if kind != "project":
            shown.append(f"?{kind}")
    wanted = understood.wanted or "project"
    variables, line = _WANTED[wanted]
    if line:
        roles_asked = _path(understood.role).replace("|", " ")
        lines.append("  " + (line.format(roles=roles_asked) if wanted == "body" else line))
        if wanted == "body" and "organisation" in understood.things:
            lines.append("  FILTER(?body != ?organisation && ?body != ?member)")
    lines += _years(understood)
    columns = " ".join([*([variables] if variables else []), "?project", *shown])
    body = "\n".join(lines)
    order = " ".join(word for word in columns.split() if word.startswith("?"))
    return Question("asked", f"{_HEAD}SELECT DISTINCT {columns}\nWHERE {{\n{body}\n}}\nORDER BY {order}\n"), {}


def _path(role: str) -> str:
    """The properties that a role stands for."""
    return _ROLES.get(role) or f"ig:{role}"


def _years(understood: Understanding) -> list[str]:
    """A project is of a year if it began by its end and did not end before it."""
    if not understood.years:
        return []
    first, last = min(understood.years), max(understood.years)
    return [
        "  OPTIONAL { ?project ig:startDate ?began } OPTIONAL { ?project ig:endDate ?ended }",
        "  FILTER(BOUND(?began) || BOUND(?ended))",
        f'  FILTER(!BOUND(?began) || SUBSTR(STR(?began), 1, 4) <= "{last}")',
        f'  FILTER(!BOUND(?ended) || SUBSTR(STR(?ended), 1, 4) >= "{first}")',
    ]


def _whole(understood: Understanding) -> tuple[Question, dict[str, str]]:
    question = get_question(understood.question)
    values: dict[str, str] = {}
    for kind, things in understood.things.items():
        for thing in things:
            fits = [p for p in question.parameters if p.name not in values and {kind, "entity"} & set(p.types)]
            if not fits:
                raise CatalogueError(f"{question.name}: {thing.text}")
            values[fits[0].name] = thing.iri
    for year in understood.years[:1]:
        if any(p.name == "year" for p in question.parameters):
            values["year"] = year
    missing = [p.name for p in question.parameters if p.required and p.name not in values]
    if missing:
        raise CatalogueError(f"{question.name}: {', '.join(missing)}")
    return question, values


def in_words(understood: Understanding, say: Mapping[str, str]) -> list[str]:
    """What was understood, in lines for people."""
    asked = understood.question or understood.wanted or "project"
    role = f" ({understood.role})" if understood.role else ""
    lines = [f"{say['asked']}: {asked}{role}"]
    for kind, things in understood.things.items():
        named = say["or"].join(
            thing.text + (f" ({tie})" if (tie := understood.ties.get(thing.iri)) else "") for thing in things
        )
        lines.append(f"{say['where']}: {kind} = {named}")
    if understood.years:
        lines.append(f"{say['where']}: {' – '.join(sorted({min(understood.years), max(understood.years)}))}")
    return lines
