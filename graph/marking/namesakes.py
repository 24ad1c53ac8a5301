"""Places of one name: which of them a document means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens


def settle_places(tokens: Tokens, marked: list[Marked], home: Sequence[str]) -> None:
    """Of places that share a name, take the one in a country that the document speaks of most, else in one where its
    language is at home."""
    votes = Counter(
        m.entry.country
        for s in marked
        for m in s.mentions
        if m.entry is not None and m.kind in ("Country", "Place") and not m.rivals and not m.entry.ambiguous
    )
    for sentence in marked:
        _beside_countries(tokens, sentence)
        for mention in sentence.mentions:
            if mention.rivals and mention.entry is not None:
                found = (mention.entry, *mention.rivals)
                best = max(found, key=lambda e: (votes[e.country], e.country in home, not e.ambiguous))
                mention.kind, mention.entry, mention.sure = best.kind, best, not best.ambiguous
                if best.kind == "Place" and votes and not votes[best.country]:  # none of them where the text is
                    mention.entry, mention.defined = None, True
    top = max(votes.values(), default=0)
    for sentence in marked:
        for mention in sentence.mentions:
            if (
                mention.kind == "Place"
                and mention.entry is not None
                and top >= 4
                and votes[mention.entry.country] * 4 <= top
            ):
                mention.entry, mention.defined, mention.sure = None, True, True


def _beside_countries(tokens: Tokens, marked: Marked) -> None:
    """A country right after a place ("Hillford (Ireland)") says which place of the name is meant."""
    for place, country in pairwise(marked.mentions):
        if (place.kind, country.kind) != ("Place", "Country") or country.first != place.last or not country.entry:
            continue
        if place.entry is None or tokens.gap(country.first).strip() not in ("(", ","):
            continue
        same = [e for e in (place.entry, *place.rivals) if e.country == country.entry.country]
        place.entry, place.rivals, place.sure, place.defined = same[0] if same else None, (), True, True
