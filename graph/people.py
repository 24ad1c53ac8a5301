"""People: who must stay unnamed.

A person is named in the output only in a public role that the text states beside the name. All other personal names are private. Given names
come from `ontology/authorities/given-names.txt`.
"""
from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from graph.mentions import Marked, Mention
from graph.tokens import Tokens
from ontology.words import fold


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Folded given names."""
    file = files("ontology") / "authorities" / "given-names.txt"
    if not file.is_file():
        return frozenset()
    return frozenset(fold(line.strip()) for line in file.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#"))


def role_beside(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether the text gives a public role right beside a personal name ("…, project manager at …", "Minister …")."""
    if marked.has("words", "person"):
        return False
    for cue in marked.cues_of("nouns", "roles"):
        if 0 <= cue.first - mention.last <= 3 or 0 <= mention.first - cue.last <= 1:
            return True
    return False
