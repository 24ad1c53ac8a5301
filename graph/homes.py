"""Where a project works, told by who runs it: a body that bears a town's or a region's name is at home there.

"The municipality of Xtown runs LANTERN" gives the country of Xtown, if the document says of no other country that the
project covers it. Bodies named after a country are left out: a ministry of one country may work in another.
"""

from __future__ import annotations

from graph.confidence import confidence
from graph.mentions import Marked
from graph.stage import Stage
from graph.things import Thing

RULE = "home.coversCountry"
RUNNING = frozenset({"implementedBy", "hasPartner"})


class Homes(Stage):
    """Adds the countries of the bodies that run a project of which no country is stated."""

    def collect(self, marked: list[Marked]) -> None:
        """Add the statements for all projects."""
        placed = {s.subject for s in self._collector if s.predicate == "coversCountry"}
        run: dict[str, list[str]] = {}
        for statement in self._collector:
            if statement.predicate in RUNNING and statement.subject not in placed and statement.modality != "negated":
                run.setdefault(str(statement.object), []).append(statement.subject)
        projects = {t.key: t for t in self._linker.register.things("Project")}
        for sentence in marked:
            for mention in sentence.mentions:
                if mention.kind != "Organisation" or not mention.name:
                    continue
                keys = run.get(self._linker.thing_of(mention).key, ())
                country = self._linker.lookup.home(sentence, mention) if keys else None
                for key in keys:
                    if country is not None and key in projects:
                        self._add(projects[key], country, sentence)

    def _add(self, project: Thing, country: Thing, marked: Marked) -> None:
        self._collector.add(
            project, "coversCountry", country, (marked.sentence.span,), RULE, confidence(RULE, "section")
        )
