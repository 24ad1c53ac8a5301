"""Chunks that begin with a bare project noun, in languages that write nouns with a capital: "Projekt Leuchtturm"."""

from __future__ import annotations

from collections.abc import Set

from graph.marking.mentions import Mention
from graph.marking.tokens import LOWER, Tokens
from graph.names.flags import Flags


def behind_project_noun(tokens: Tokens, flags: Flags, first: int, last: int, nouns: Set[str]) -> Mention | None:
    """The project that a chunk names behind a bare project noun (of `nouns`, folded), whatever its name is made of
    ("Projekt Netzwerk für Ankommende", "Projekt Sprachtreff"); None for other chunks, after "a" ("ein Projekt
    Lindens"), and where a legal form shows a body."""
    bare = (first, "Project") in flags.heads.get(first, ()) and tokens.folds[first] in nouns
    if not bare or last - first < 2 or first - 1 in flags.indefinite or tokens.shapes[first + 1] == LOWER:
        return None
    if any(first < i < last for i in flags.legal):
        return None
    name = tokens.surface(first + 1, last)
    if any(tokens.shapes[i] == LOWER for i in range(first + 2, last)):
        return Mention("Project", first + 1, last, name, defined=True)
    also = () if tokens.folds[first].endswith("s") else (tokens.surface(first, last),)
    return Mention("Project", first, last, name, also=also, sure=False, defined=True)


def in_compound(tokens: Tokens, flags: Flags, known: Mention) -> bool:
    """Whether a fund or the Union is the first part of a compound with a project noun ("AMIF-Projekt LATERNE")."""
    at = known.last
    if (known.kind != "Fund" and known.name != "EU") or at >= len(tokens.shapes) or tokens.gap(at) != "-":
        return False
    return any(kind == "Project" for _, kind in flags.heads.get(at, ()))
