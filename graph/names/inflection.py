"""Base forms of the names of bodies: "Turun kaupungin" is "Turun kaupunki", "dem Diakonischen Werk" the
"Diakonisches Werk".

How head nouns and the adjectives before them change, the lexicon's `[names]` says; see docs/knowledge-files.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.marking.mentions import Mention
from graph.marking.tokens import LOWER, Tokens
from graph.names.flags import Flags
from ontology.lexicon import Declension
from ontology.words import fold


def rename(tokens: Tokens, flags: Flags, mention: Mention, border: int, rules: Declension) -> None:
    """Give a body's mention its name in the base form, in place; the form as written becomes a further one. The head
    noun stands before `border`, or last where names begin with a genitive."""
    row = range(mention.first, border)
    nouns = [i for i in row if i in flags.heads]
    last = next((i for i in nouns if _replaced(tokens.word(i), rules.heads) != tokens.word(i)), (nouns or row)[-1])
    begin = min((first for first, _ in flags.heads.get(last, ()) if first >= mention.first), default=last)
    behind = mention.last if mention.kind == "Fund" else _closing(tokens, mention, last + 1)
    heads = [mention.last - 1] if rules.genitive else list(range(begin, last + 1))
    words = [tokens.word(i) for i in range(mention.first, mention.last)]
    based = base_form(words, [i - mention.first for i in heads], rules, behind - mention.first)
    if list(based) != words:
        pieces = [tokens.gap(i) for i in range(mention.first + 1, mention.last)]
        mention.also = (*mention.also, mention.name)
        point = "." if mention.name.endswith(".") and not based[-1].endswith(".") else ""
        mention.name = " ".join("".join(w + g for w, g in zip(based, [*pieces, point], strict=True)).split())


def by_known(tokens: Tokens, mention: Mention, body: Mention | None, language: str) -> bool:
    """Name a body that begins with a known one by that one's label, in place ("Deutschen Roten Kreuz | Kreisverband
    Lindau" is "Deutsches Rotes Kreuz Kreisverband Lindau"); whether that was possible: the label has the same
    words in another case."""
    if body is None or body.entry is None or not mention.first == body.first < body.last < mention.last:
        return False
    label, surface = body.entry.label(language), tokens.surface(body.first, body.last)
    pairs = list(zip(label.split(), surface.split(), strict=False))
    alike = len(pairs) == len(label.split()) == len(surface.split()) > 1 and all(a[:3] == b[:3] for a, b in pairs)
    if not alike or not mention.name.startswith(surface):
        return False
    if label != surface:
        mention.also = (*mention.also, mention.name)
        mention.name = label + mention.name.removeprefix(surface)
    return True


def _closing(tokens: Tokens, mention: Mention, at: int) -> int:
    """Where the adjectives behind a body's head noun must end to be its own: before a small word or with the name
    ("Uniwersytetu Warszawskiego"); an adjective before a further noun may be that one's."""
    end = at
    while end < mention.last and tokens.shapes[end] != LOWER:
        end += 1
    return end if end == at + 1 else at


def base_form(words: Sequence[str], heads: Sequence[int], rules: Declension, until: int = 0) -> tuple[str, ...]:
    """The words of a name with its head noun, the adjectives before it and those right behind it up to word `until`
    in their base form.

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
        found[index] = _agreeing(found[index], ending, rules) or found[index]
    for index in range(head + 1, until) if found[head] != words[head] else ():
        if (adjective := _agreeing(found[index], ending, rules)) is None:
            break
        found[index] = adjective
    return tuple(found)


def _agreeing(word: str, ending: str, rules: Declension) -> str | None:
    """An adjective in an oblique case with the ending of the base form, as the language spells it; None for another
    word."""
    for old in rules.endings:
        stem = word.removesuffix(old)
        if stem != word and _ends(stem, rules.adjectives):
            whole = stem + ending
            return next((whole.removesuffix(k) + v for k, v in rules.spelling.items() if whole.endswith(k)), whole)
    return None


def _replaced(word: str, pairs: dict[str, str]) -> str:
    """A word with the first fitting ending of the table replaced; the beginning keeps its letters."""
    folded = fold(word)
    if len(folded) != len(word):
        return word
    for old, new in pairs.items():
        if folded.endswith(fold(old)):
            kept = word[: len(word) - len(old)]
            return kept + new if kept or not word[:1].isupper() else new[:1].upper() + new[1:]
    return word


def _ends(word: str, endings: Sequence[str]) -> bool:
    return any(fold(word).endswith(fold(ending)) for ending in endings)
