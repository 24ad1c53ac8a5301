"""From where the people come whom a project serves: "refugees from Syria", said right beside the group.

What may stand between the group and the country is data (`ontology/origins.toml`). Nothing is concluded from a country
that stands further away, and nothing of groups that may simply live in the country that is named.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from graph.facts.confidence import confidence
from graph.facts.discourse import Focus
from graph.facts.stage import Stage
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from ontology.automaton import Automaton

RULE = "group.originCountry"
_STRENGTHS = frozenset({"named", "pointed", "passage", "section"})
_MOST_BETWEEN = 6
_AND = "and"


@lru_cache(maxsize=1)
def _groups() -> frozenset[str]:
    return frozenset(_table()["groups"])


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads((files("ontology") / "origins.toml").read_text("utf-8"))


@lru_cache(maxsize=32)
def _between(language: str) -> Automaton[str]:
    """What may stand between group and country in a language."""
    found: Automaton[str] = Automaton()
    for pattern in _table()["between"].get(language, ()):
        found.add(pattern, "from")
    return found


class Origins(Stage):
    """Adds the countries of origin of the groups that a project is said to serve."""

    def collect(self, marked: list[Marked]) -> None:
        """Add the statements for all sentences."""
        for sentence, focus in zip(marked, self._foci, strict=True):
            if focus.project is None or focus.strength not in _STRENGTHS or focus.profile:
                continue
            for group in sentence.concepts:
                if group.kind == "BeneficiaryGroup" and group.entry and group.entry.notation in _groups():
                    self._group(sentence, focus, group)

    def _group(self, marked: Marked, focus: Focus, group: Mention) -> None:
        """The countries right after a group that the sentence says a project serves."""
        served = self._served_by(marked, group)
        if served is None:
            return
        previous: Mention | None = None
        for mention in marked.mentions:
            if mention.kind != "Country" or mention.first <= group.first:
                continue
            fits = self._listed(marked, previous, mention) if previous else self._from(group, mention)
            if not fits:
                break
            previous = mention
            sure = confidence(RULE, focus.strength)
            self._collector.add(
                served, "originCountry", self._linker.thing_of(mention), (marked.sentence.span,), RULE, sure
            )

    def _served_by(self, marked: Marked, group: Mention) -> Thing | None:
        """The project of which this sentence says that it serves the group; None for none, or several."""
        key = self._linker.thing_of(group).key
        subjects = {
            statement.subject
            for statement in self._collector
            if statement.predicate == "targets"
            and statement.object == key
            and statement.evidence[0] == marked.sentence.span
            and statement.modality != "negated"
        }
        if len(subjects) != 1:
            return None
        wanted = next(iter(subjects))
        return next((thing for thing in self._linker.register.things("Project") if thing.key == wanted), None)

    def _from(self, group: Mention, country: Mention) -> bool:
        """Whether nothing but words for "from" stands between a group and a country.

        The group's own name may end with the country ("refugees from Ukraine" under temporary protection).
        """
        last = country.first
        found = _between(self._document.language).find(self._tokens.folds, group.first, last)
        if last < group.last:
            return any(match.last == last for match in found)
        first = group.last
        if not 0 < last - first <= _MOST_BETWEEN or any(self._tokens.barriers[first + 1 : last + 1]):
            return False
        return any(match.first == first and match.last == last for match in found)

    def _listed(self, marked: Marked, one: Mention, two: Mention) -> bool:
        """Whether two countries stand in one list: a comma, or a word for "and" between them."""
        between = self._tokens.text[self._tokens.ends[one.last - 1] : self._tokens.starts[two.first]].strip()
        joined = any(c.first == one.last and c.last == two.first for c in marked.cues_of("words", _AND))
        return joined or between in (",", "/")
