"""Whether an acronym stands for a long name."""

from __future__ import annotations

from ontology.words import folded_words


def spells(short: str, long: str) -> bool:
    """Whether the acronym's letters occur in order in the long name, the first as the first (Schwartz and Hearst,
    2003)."""
    letters = [c for c in "".join(folded_words(short)) if c.isalpha()]
    text = " ".join(folded_words(long))
    if not letters or not any(word.startswith(letters[0]) for word in text.split()):
        return False
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if at == 0:
            return False
    return True
