"""In which country does a project work whose countries nobody names?

A page for readers at home rarely names the country: the places, the bodies and the language say it. For a project
without a country of work the surest of these counts: a place in the project's own name; the country of those who carry
it out, by a place or country in their names; the country that the document speaks of most.
"""

from __future__ import annotations

from collections import Counter

from graph.facts.confidence import confidence
from graph.facts.stage import Stage
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.model import Span

NAME, BODY, ONLY = "home.name", "home.body", "home.document"
#: So often must the document speak of a country, of places or of bodies in it: one where its language is at home, or
#: another.
AT_HOME, ABROAD = 2, 4
#: Facts that only projects have, and not their parts, courses or topics.
TELLING = frozenset({"implementedBy", "hasPartner", "fundedBy", "code", "budget", "startDate", "endDate", "website"})
#: Bodies in these roles are at home where the project works, if a town or region gives them their name; those named
#: after a country may work in another.
RUNNING = frozenset({"implementedBy", "hasPartner"})
BACKGROUND = frozenset({"navigation", "boilerplate"})


class HomeCountry(Stage):
    """Adds the country of work of projects for which none is stated."""

    def collect(self, marked: list[Marked]) -> None:
        """Add coversCountry for the projects of the document that have facts but no country."""
        stated = {s.subject for s in self._collector if s.predicate == "coversCountry"}
        subjects = {s.subject for s in self._collector}
        lone = [t for t in self._linker.register.things("Project") if t.key in subjects - stated]
        if not lone:
            return
        votes, first = self._votes(marked)
        main = self._main(votes)
        told = {s.subject for s in self._collector if s.predicate in TELLING}
        for project in lone:
            found = self._own(marked, project, votes)
            if found is None and main and project.key in told:
                found = (ONLY, main, first[main])
            country = self._linker.lookup.country(found[1]) if found else None
            if found and country is not None:
                self._collector.add(
                    project, "coversCountry", country, (found[2],), found[0], confidence(found[0], "page")
                )

    def _own(self, marked: list[Marked], project: Thing, votes: Counter[str]) -> tuple[str, str, Span] | None:
        """The one country that the project's own name holds, or the names of those who carry it out."""
        run = {
            str(s.object): s.evidence[0]
            for s in self._collector
            if s.subject == project.key and s.predicate in RUNNING and s.modality != "negated"
        }
        found: dict[tuple[str, str], Span] = {}
        for sentence in marked:
            for mention in sentence.mentions:
                if mention.kind not in ("Project", "Organisation") or not mention.name:
                    continue
                thing = self._linker.thing_of(mention)
                if thing is project and (code := self._inside(sentence, mention)):
                    found.setdefault((NAME, code), sentence.sentence.span)
                elif thing.key in run and (home := self._linker.lookup.home(sentence, mention)) and home.entry:
                    found.setdefault((BODY, home.entry.country), run[thing.key])
        for rule in (NAME, BODY):
            codes = [
                code
                for name, code in found
                if name == rule and (votes[code] or code in self._linker.lookup.home_countries)
            ]
            if len(codes) == 1:
                return rule, codes[0], found[rule, codes[0]]
        return None

    def _votes(self, marked: list[Marked]) -> tuple[Counter[str], dict[str, Span]]:
        """How often the document speaks of each country, its places and bodies there; and the first sentence each."""
        votes: Counter[str] = Counter()
        first: dict[str, Span] = {}
        for sentence in marked:
            if self._document.blocks[sentence.sentence.block].kind in BACKGROUND:
                continue
            if sentence.has("words", "person"):
                continue
            for mention in sentence.mentions:
                if code := self._code(sentence, mention):
                    votes[code] += 1
                    first.setdefault(code, sentence.sentence.span)
        return votes, first

    def _main(self, votes: Counter[str]) -> str:
        """The country of which at least two thirds of it speak."""
        code, count = max(votes.items(), key=lambda vote: (vote[1], vote[0]), default=("", 0))
        least = AT_HOME if code in self._linker.lookup.home_countries else ABROAD
        return code if count >= least and count * 3 >= sum(votes.values()) * 2 else ""

    def _code(self, marked: Marked, mention: Mention) -> str:
        """The country that a mention speaks of, if it is a country, a place, or a body with one in its name."""
        if mention.kind == "Organisation" and mention.name:
            return self._inside(marked, mention)
        if mention.kind not in ("Country", "Place") or mention.entry is None or not mention.sure:
            return ""
        return "" if self._linker.is_origin(marked, mention) else mention.entry.country

    def _inside(self, marked: Marked, mention: Mention) -> str:
        """The country of the sure place or country that a name holds after its first word."""
        country = self._linker.lookup.country_in(marked, mention, 1, sure=True)
        return country.entry.country if country is not None and country.entry is not None else ""
