"""The questions that come with integraph: SPARQL files whose `#+` header says what they ask, in plain words.

The header is a small part of YAML: nested `key: value` lines (two spaces a level) and `[a, b]` lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal

Apply = Literal["query", "rows"]
Tree = dict[str, "Tree | str"]

ENTITY_CLASSES: dict[str, str] = {
    "organisation": "Organisation",
    "project": "Project",
    "fund": "Fund",
    "call": "Call",
    "country": "Country",
    "place": "Place",
    "group": "BeneficiaryGroup",
    "theme": "Theme",
    "activity": "ActivityType",
    "event": "Event",
    "output": "Output",
    "policy": "Policy",
    "person": "Person",
}
"""Parameter types that mean "a thing of this class", with the local name of the class."""

OTHER_TYPES = frozenset({"entity", "property", "year"})


class CatalogueError(ValueError):
    """A question's file is not as it should be, or there is no such question."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be asked about.

    `types` says what kind of thing the value is. With `apply` = "query" the value is bound to the variable `column`
    before the query runs; with "rows" it selects among the rows of the answer, which is what a variable that stands
    only in an OPTIONAL part needs.
    """

    name: str
    types: tuple[str, ...]
    text: str
    example: str
    required: bool = False
    default: str | None = None
    apply: Apply = "query"
    column: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what it asks in each language, its parameters, its columns, and the SPARQL that answers it."""

    name: str
    sparql: str
    question: tuple[tuple[str, str], ...] = ()
    rank: int = 0
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()

    def text(self, language: str = "en") -> str:
        """The question in this language, else in English, else its name."""
        texts = dict(self.question)
        return texts.get(language) or texts.get("en") or self.name

    def parameter(self, name: str) -> Parameter:
        """The parameter of this name; a `CatalogueError` that lists the others if there is none."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(p.name for p in self.parameters) or "none"
        raise CatalogueError(f"The question '{self.name}' has no parameter '{name}'. It has: {known}.")


def read_question(name: str, sparql: str) -> Question:
    """Read a query with its header. A query without one is a question without parameters."""
    tree = _header(name, sparql)
    asked = _map(tree.get("question"))
    rank = _word(tree.get("rank")) or "0"
    if not rank.isdecimal():
        raise CatalogueError(f"{name}: 'rank' must be a number, not '{rank}'.")
    return Question(
        name=name,
        sparql=sparql,
        question=tuple((language, _word(text)) for language, text in asked.items()),
        rank=int(rank),
        tags=_items(_word(tree.get("tags"))),
        parameters=tuple(_parameter(name, key, _map(value)) for key, value in _map(tree.get("parameters")).items()),
        columns=tuple((column, _word(text)) for column, text in _map(tree.get("columns")).items()),
    )


def read_question_file(path: Path) -> Question:
    """Read a question from a file of one's own."""
    try:
        return read_question(path.stem, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"Cannot read the query file {path}: {error}. Give a UTF-8 text file.") from error


@cache
def list_questions() -> tuple[Question, ...]:
    """All questions that come with integraph, by rank and name."""
    folder = resources.files("queries")
    questions = [
        read_question(entry.name.removesuffix(".rq"), entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(".rq")
    ]
    return tuple(sorted(questions, key=lambda q: (q.rank, q.name)))


def get_question(name: str) -> Question:
    """The question of this name; a `CatalogueError` with near names if there is none."""
    from rapidfuzz import process

    questions = {question.name: question for question in list_questions()}
    if name in questions:
        return questions[name]
    near = [found for found, _, _ in process.extract(name, sorted(questions), limit=3, score_cutoff=50)]
    hint = f" Did you mean: {', '.join(near)}?" if near else ""
    raise CatalogueError(f"There is no question '{name}'.{hint} 'integraph query' lists them all.")


def _parameter(question: str, name: str, tree: Tree) -> Parameter:
    types = _items(_word(tree.get("type")))
    apply = _word(tree.get("apply")) or "query"
    wrong = [kind for kind in types if kind not in ENTITY_CLASSES and kind not in OTHER_TYPES]
    if not types or wrong:
        known = ", ".join([*ENTITY_CLASSES, *sorted(OTHER_TYPES)])
        raise CatalogueError(f"{question}: parameter '{name}' needs a type out of: {known}.")
    if apply not in ("query", "rows"):
        raise CatalogueError(f"{question}: parameter '{name}': 'apply' is 'query' or 'rows', not '{apply}'.")
    return Parameter(
        name=name,
        types=types,
        text=_word(tree.get("text")),
        example=_word(tree.get("example")),
        required=_word(tree.get("required")) == "true",
        default=_word(tree.get("default")) or None,
        apply="rows" if apply == "rows" else "query",
        column=_word(tree.get("column")) or name,
    )


def _header(name: str, sparql: str) -> Tree:
    root: Tree = {}
    stack: list[Tree] = [root]
    for number, line in enumerate(sparql.splitlines(), start=1):
        if not line.startswith("#+"):
            continue
        body = line[2:].removeprefix(" ").rstrip()
        if not body.strip():
            continue
        depth, rest = divmod(len(body) - len(body.lstrip(" ")), 2)
        key, colon, value = body.strip().partition(":")
        if rest or depth >= len(stack) or not colon or (value and not value.startswith(" ")):
            raise CatalogueError(
                f"{name}, line {number}: not a header line: {body.strip()!r}. Write 'key: value', "
                "two spaces deeper for what belongs to the key above."
            )
        del stack[depth + 1 :]
        if value.strip():
            stack[depth][key] = value.strip()
        else:
            branch: Tree = {}
            stack[depth][key] = branch
            stack.append(branch)
    return root


def _map(value: Tree | str | None) -> Tree:
    return value if isinstance(value, dict) else {}


def _word(value: Tree | str | None) -> str:
    return value if isinstance(value, str) else ""


def _items(value: str) -> tuple[str, ...]:
    if value.startswith("[") and value.endswith("]"):
        value = value[1:-1]
    return tuple(item.strip() for item in value.split(",") if item.strip())
