"""Base forms of the names of bodies: "Turun kaupungin" is "Turun kaupunki", "dem Diakonischen Werk" the
"Diakonisches Werk".

How head nouns and the adjectives before them change, the lexicon's `[names]` says; see docs/knowledge-files.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from ontology.lexicon import Declension
from ontology.words import fold


def base_form(words: Sequence[str], heads: Sequence[int], rules: Declension) -> tuple[str, ...]:
    """The words of a name with its head noun and the adjectives before it in their base form.

    `heads` are the places that the words of the head noun take ("Urzędem Miasta"): the first of them that the rules
    know is changed. Words that no rule touches come back as they are.
    """
    found = list(words)
    head = next((i for i in heads if _replaced(words[i], rules.heads) != words[i]), heads[-1])
    found[head] = _replaced(words[head], rules.heads)
    ending = next((end for end, nouns in rules.agree.items() if _ends(found[head], nouns)), None)
    if ending is None:
        return tuple(found)
    for index in range(head):
        for old in rules.endings:
            stem = found[index].removesuffix(old)
            if stem != found[index] and _ends(stem, rules.adjectives):
                found[index] = stem + ending
                break
    return tuple(found)


def _replaced(word: str, pairs: dict[str, str]) -> str:
    """A word with the longest ending of the table replaced; the beginning keeps its letters."""
    folded = fold(word)
    if len(folded) != len(word):
        return word
    for old in sorted(pairs, key=len, reverse=True):
        if folded.endswith(fold(old)):
            kept = word[: len(word) - len(old)]
            new = pairs[old]
            return kept + new if kept or not word[:1].isupper() else new[:1].upper() + new[1:]
    return word


def _ends(word: str, endings: Sequence[str]) -> bool:
    return any(fold(word).endswith(fold(ending)) for ending in endings)
