"""Base forms of the names of bodies: "Turun kaupungin" is "Turun kaupunki", "dem Diakonischen Werk" the
"Diakonisches Werk".

How head nouns and the adjectives before them change, the lexicon's `[names]` says; see docs/knowledge-files.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.marking.mentions import Mention
from graph.marking.tokens import Tokens
from graph.names.flags import Flags
from ontology.lexicon import Declension
from ontology.words import fold


def rename(tokens: Tokens, flags: Flags, mention: Mention, border: int, rules: Declension) -> None:
    """Give a body's mention its name in the base form, in place; the form as written becomes a further one. The head
    noun stands before `border`, or last where names begin with a genitive."""
    row = range(mention.first, border)
    last = next((i for i in reversed(row) if i in flags.heads), row[-1])
    begin = min((first for first, _ in flags.heads.get(last, ()) if first >= mention.first), default=last)
    heads = [mention.last - 1] if rules.genitive else list(range(begin, last + 1))
    words = [tokens.word(i) for i in range(mention.first, mention.last)]
    based = base_form(words, [i - mention.first for i in heads], rules)
    if list(based) != words:
        pieces = [tokens.gap(i) for i in range(mention.first + 1, mention.last)]
        mention.also = (*mention.also, mention.name)
        point = "." if mention.name.endswith(".") else ""
        mention.name = " ".join("".join(w + g for w, g in zip(based, [*pieces, point], strict=True)).split())


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
