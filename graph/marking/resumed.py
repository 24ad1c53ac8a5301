"""Lists that go on behind words about their first element: the preposition that led to it stands again behind "and"
("co-financed by the AMIF through the national programme of Bulgaria, and by the Kredo Foundation")."""

from __future__ import annotations

from collections.abc import Callable

from graph.marking.lines import closers, told
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens

LONGEST = 20  # words between two such elements
LONGEST_SMALL = 6  # letters of a preposition
ALIKE = 2  # letters that forms of one preposition share ("dal … e dalla", "du … et de l'")
BODIES = ("Organisation", "Name")
SAID = frozenset(".:;?!")


def resumed(
    tokens: Tokens, marked: Marked, pool: list[Mention], last: Mention, fits: Callable[[Mention], bool]
) -> int | None:
    """The place in a pool of the mention with which its list, read up to `last`, goes on: what led to the first leads
    to it behind "and", and no body stands between. None if there is none."""
    ands, small = marked.words_of("words", "and"), marked.words_of("words", "stop", "articles")
    led = _led(tokens, marked, pool[0].first)
    if led < marked.sentence.first or tokens.shapes[led] != LOWER:
        return None
    for place, mention in enumerate(pool):
        if mention.first <= last.last or not (fits(mention) or mention.kind in BODIES):
            continue
        again = _led(tokens, marked, mention.first)
        between = tokens.text[tokens.ends[last.last - 1] : tokens.starts[mention.first]]
        near = mention.first - last.last <= LONGEST and not SAID.intersection(between)
        joined = again in small and again - 1 in ands and again > last.last and _alike(tokens, led, again)
        joined = joined and again - 2 not in closers(tokens, marked) | told(marked)  # "by A financed | and by B led"
        return place if near and joined and fits(mention) else None
    return None


def _alike(tokens: Tokens, led: int, again: int) -> bool:
    """Whether two words are forms of one preposition."""
    one, other = tokens.folds[led], tokens.folds[again]
    return one == other or (min(len(one), len(other)) > ALIKE and one[:ALIKE] == other[:ALIKE])


def _led(tokens: Tokens, marked: Marked, at: int) -> int:
    """The preposition before an element: the word before its article, or an article that holds one ("dal", "vom")."""
    articles, ands = marked.words_of("words", "articles"), marked.words_of("words", "and")
    at -= 1
    small = marked.words_of("words", "stop") - ands
    return at - 1 if at in articles and at - 1 in small and len(tokens.folds[at - 1]) <= LONGEST_SMALL else at
