"""Pronouns in the project's place of a trigger: "{o} runs {s}" also says "{o} runs it".

A lexicon lists three kinds in `[words]`: `pronouns` stand where the project's name would ("toteuttaa sen"),
`inner_pronouns` only where a part of the verb follows ("voert het uit"), `clitics` before the verb ("lo realizza"), and
with the body behind it, unless they stand in the name's place, too ("lo ejecutan A y B").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ontology.words import fold

SUBJECT, OBJECT = "{s}", "{o}"


def with_pronouns(row: tuple[str, ...], words: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """A trigger's row of elements, and the same with each of the lexicon's pronouns for the project that the passage is
    about; a row that does not begin with who acts, or names no project behind a verb, comes alone."""
    yield row
    if row[0] != OBJECT or row.count(SUBJECT) != 1 or row.index(SUBJECT) < 2:
        return
    at = row.index(SUBJECT)
    last = at == len(row) - 1
    for pronoun in words.get("pronouns", ()) + (() if last else words.get("inner_pronouns", ())):
        yield (*row[:at], fold(pronoun), *row[at + 1 :])
    for clitic in words.get("clitics", ()) if last else ():
        yield (row[0], fold(clitic), *row[1:at])
        if clitic not in words.get("pronouns", ()):
            yield (fold(clitic), *row[1:at], OBJECT)
