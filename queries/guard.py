"""What a query may not do here: reach out of the dataset.

The SPARQL engines follow SERVICE, FROM and LOAD to any address, without asking and without a time limit. A question is
about the graph at hand, so queries with those words are refused before an engine sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import pyoxigraph as ox

from queries.terms import Term


class RefusedQueryError(ValueError):
    """The query asks for something that is not done here; the message says what and why."""


MAX_LENGTH = 200_000
MAX_DEPTH = 100

_NAME = r"[^\W\d]"
_LOCAL = r"(?:\w|[-:]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?#@%])"
_TOKEN = re.compile(
    r"(?P<comment>\#[^\n\r]*)"
    r'|(?P<string>"""(?:(?:"|"")?(?:[^"\\]|\\.))*"""'
    r"|'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*')"
    r'|(?P<iri><[^<>"{}|^`\x00-\x20]*>)'
    r"|(?P<variable>[?$]\w+)"
    rf"|(?P<name>(?:{_NAME}(?:(?:\w|[-.])*(?:\w|-))?)?:(?:{_LOCAL}(?:(?:{_LOCAL}|\.)*{_LOCAL})?)?)"
    r"|(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)"
    r"|(?P<word>\w+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_OUTWARD = re.compile(r"service|load|from", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SIGNS = re.compile(r"(?:[!+\-]\s*){100}")
_UPDATE = frozenset(("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"))
_ASKING = frozenset(("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"))
_TELLING = ("service", "load", "from", *sorted(word.lower() for word in _UPDATE), "\\")
"""Without any of these, wherever it stands, a text in ASCII holds no word that is refused, however it is spelt."""
_FEW_SIGNS = 100


def check_query(sparql: str) -> None:
    """Raise `RefusedQueryError` unless the query stays within the dataset and only reads."""
    if len(sparql) > MAX_LENGTH:
        raise RefusedQueryError(f"This query is {len(sparql)} characters long; at most {MAX_LENGTH} are taken.")
    if _is_plain(sparql):
        return
    tokens = [(kind, token) for kind, token, _ in _tokens(sparql)]
    code = "".join(token for kind, token in tokens if kind != "comment")
    if _SIGNS.search(code) or _depth(tokens) > MAX_DEPTH:
        raise RefusedQueryError(
            f"This query nests operators or brackets more than {MAX_DEPTH} levels deep. Write it flatter."
        )
    _check_words(tokens)
    if "\\" in sparql:
        _check_words([(kind, token) for kind, token, _ in _tokens(_ESCAPE.sub(_decode, sparql))])


def bind_values(sparql: str, values: Mapping[str, Sequence[Term]]) -> str:
    """The query with a VALUES block for each variable at the start of its outermost group.

    For engines that take no bound terms (remote endpoints). The terms write themselves, so nothing in them can end
    the block.
    """
    if not values:
        return sparql
    blocks = "".join(
        f" VALUES ?{name} {{ {' '.join(_written(term) for term in terms)} }}" for name, terms in sorted(values.items())
    )
    for kind, text, start in _tokens(sparql):
        if kind == "word" and text.upper() == "CONSTRUCT":
            raise RefusedQueryError("A CONSTRUCT query takes no parameters here. Write the values into the query.")
        if kind == "other" and text == "{":
            return sparql[: start + 1] + blocks + sparql[start + 1 :]
    raise RefusedQueryError("This query has no { … } part to which a parameter could apply.")


def _is_plain(sparql: str) -> bool:
    """Whether a look at its letters shows that a query is harmless: it holds none of the words, and too few brackets
    and signs to nest deep. What this does not show may be harmless still.
    """
    if not sparql.isascii() or sum(map(sparql.count, "([{")) > MAX_DEPTH or sum(map(sparql.count, "!+-")) >= _FEW_SIGNS:
        return False
    folded = sparql.lower()
    return not any(word in folded for word in _TELLING)


def _check_words(tokens: Sequence[tuple[str, str]]) -> None:
    residue = []
    first = ""
    for kind, token in tokens:
        residue.append(token if kind in ("word", "other") else " ")
        if kind == "word" and not first and token.upper() in _UPDATE | _ASKING:
            first = token.upper()
    found = _OUTWARD.search("".join(residue))
    if found:
        word = found.group().upper()
        raise RefusedQueryError(
            f"{word} is refused: a query reads this dataset only and reaches no other address or "
            f"file. Take the {word} part out."
        )
    if first in _UPDATE:
        raise RefusedQueryError(
            f"{first} is refused: a query reads and changes nothing. Build again to change the graph."
        )


def _depth(tokens: Sequence[tuple[str, str]]) -> int:
    depth = deepest = 0
    for kind, sign in tokens:
        if kind == "other" and sign in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif kind == "other" and sign in ")]}":
            depth -= 1
    return deepest


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    for match in _TOKEN.finditer(text):
        yield match.lastgroup or "other", match.group(), match.start()


def _decode(match: re.Match[str]) -> str:
    code = int(match.group(1) or match.group(2), 16)
    return chr(code) if code <= 0x10FFFF else match.group()


def _written(term: Term) -> str:
    if isinstance(term, ox.BlankNode):
        raise RefusedQueryError("A blank node cannot be a parameter: it has no name outside its own dataset.")
    return str(term)
