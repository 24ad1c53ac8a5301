"""Who takes part in a project: "A, B and C take part in the Lantern project", "It brings together A, B and C", "Am
Projekt Laterne sind A und B beteiligt".

No frame's trigger is needed: a list of bodies, a word for taking part or bringing together, and the project, named or
pointed to, stand side by side in any order that the word allows. Which words say so is the lexicon's (`[words]
participating`, `taking_part`, `gathers`).
"""

from __future__ import annotations

from itertools import pairwise, permutations

from graph.facts.stage import BESIDE, BodyStage, frame_of, is_body
from graph.marking.coordination import Coordination
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import LOWER
from ontology.lexicon import Frame

RULE, RUNS = "participants.hasPartner", "implementedBy"
_LEAST = 2  # bodies that a project brings together
_OPENING = 2  # words before the verb of a sentence whose subject is a pronoun for the project
_SHORT = 3  # letters of a small word that no list holds ("si", "se")
_SMALL = ("articles", "of", "stop", "locative", "copula", "passive", "pointing", "bodies")
_TAKES = ("participating", "taking_part")
_SILENT = ("negation", "similar", "person", "planned")
Stretch = tuple[int, int]


class Participants(BodyStage):
    """Adds the partners; what says who runs and who pays must have been added before."""

    def collect(self, marked: list[Marked], language: Language) -> None:
        """Add the statements for all sentences."""
        frame = frame_of(language, "hasPartner")
        for index, sentence in enumerate(marked):
            focus, span = self._foci[index], sentence.sentence.span
            silent = sentence.has("words", *_SILENT) or not sentence.has("words", *_TAKES, "gathers")
            project = focus.pointed or focus.project
            if frame is None or project is None or project.kind != "Project" or silent or sentence.sentence.field:
                continue
            others = self._parts(project, span) | self._collector.objects(
                project, RUNS
            )  # who runs it takes part as such
            for row in self._told(sentence, self._rows(sentence, language, frame), project):
                self._give(project, "hasPartner", row, span, RULE, focus, others)

    def _rows(self, marked: Marked, language: Language, frame: Frame) -> list[list[Mention]]:
        """The lists of bodies of a sentence."""
        lists = Coordination(self._tokens, language)
        pool = [m for m in marked.mentions if m.kind not in ("Quote", "date", "period")]
        rows: list[list[Mention]] = []
        while pool:
            fits = is_body(pool[0])
            row = lists.rightward(marked, pool, frame, self._fits) if fits else pool[:1]
            rows += [row] if fits else []
            pool = [m for m in pool if m.first >= row[-1].last]
        return rows

    def _told(self, marked: Marked, rows: list[list[Mention]], project: Thing) -> list[list[Mention]]:
        """The lists of which a word says that they take part in the project, or that it brings them together."""
        small = self._small(marked)
        places = self._places(marked, project)
        verbs = [(c.first, c.last) for c in marked.cues_of("words", *_TAKES)]
        unite = [(c.first, c.last) for c in marked.cues_of("words", "gathers")]
        found = []
        for row in rows:
            bodies = (row[0].first, row[-1].last)
            orders = [order for v in verbs for p in places for order in permutations((bodies, v, p))]
            takes = any(self._beside(o, small) and (o[0] != bodies or self._leads(marked, row[0])) for o in orders)
            takes = takes or any(self._fronted(marked, o, small) for o in orders if o[0] != bodies and o[1] == bodies)
            takes = takes or (len(row) >= _LEAST and self._alongside(marked, row, rows, verbs, places, project))
            many = len(row) >= _LEAST and any(self._united(marked, v, bodies, places, small) for v in unite)
            found += [row] if takes or many else []
        return found

    def _leads(self, marked: Marked, body: Mention) -> bool:
        """Whether a body opens its clause, and is not whose or where other people are ("pupils of X take part in")."""
        nouns = marked.words_of("nouns", "lowercase_organisation") | marked.words_of("words", "articles")
        at = body.first
        while at - 1 in nouns and not self._tokens.gap(at).strip("'’ "):
            at -= 1
        parted = at == marked.sentence.first or "," in self._tokens.gap(at)
        return parted or at - 1 in marked.words_of("words", "and") or self._tokens.shapes[at - 1] != LOWER

    def _alongside(
        self,
        marked: Marked,
        row: list[Mention],
        rows: list[list[Mention]],
        verbs: list[Stretch],
        places: list[Stretch],
        project: Thing,
    ) -> bool:
        """Whether several bodies work with another one on the project, and none of them is known to run it: "A and B
        work | with Kredo | on the project"."""
        runs = self._collector.objects(project, RUNS)
        if any(self._linker.thing_of(m).key in runs for m in row) or not self._leads(marked, row[0]):
            return False
        small = self._small(marked)
        led = small | marked.words_of("words", "comitative")
        bodies = (row[0].first, row[-1].last)
        found = ((v, (r[0].first, r[-1].last), p) for v in verbs for r in rows for p in places if r is not row)
        return any(
            self._beside((bodies, verb), small)
            and self._beside((verb, others), led)
            and self._beside((others, p), small)
            for verb, others, p in found
        )

    def _fronted(self, marked: Marked, order: tuple[Stretch, ...], small: set[int]) -> bool:
        """Whether the project opens the sentence, and a comma parts it from the bodies: "In the project X, | A and B
        join forces"."""
        place, bodies, verb = order
        opens = set(range(marked.sentence.first, place[0])) <= small and place[1] <= bodies[0]
        comma = [i for i in range(place[1], bodies[0] + 1) if self._tokens.gap(i).strip(BESIDE)]
        parted = [self._tokens.gap(i).strip(BESIDE) for i in comma] == [","]
        return opens and parted and small.issuperset(range(place[1], bodies[0])) and self._beside((bodies, verb), small)

    def _united(self, marked: Marked, verb: Stretch, row: Stretch, places: list[Stretch], small: set[int]) -> bool:
        """Whether the project, or a pronoun for it that opens the sentence, brings a list of bodies together."""
        if not self._beside((verb, row), small):
            return False
        opens = 0 < verb[0] - marked.sentence.first <= _OPENING
        pronoun = opens and marked.sentence.first in marked.words_of("words", "pronouns")
        return pronoun or any(self._beside((place, verb), small) for place in places)

    def _places(self, marked: Marked, project: Thing) -> list[Stretch]:
        """Where the project is named or pointed to, with the noun for projects beside it."""
        named = [m for m in marked.mentions if m.kind == "Project" and m.name and self._linker.thing_of(m) is project]
        nouns = marked.words_of("nouns", "project")
        places = [(c.first, c.last) for c in marked.cues_of("nouns", "coreference")]
        for mention in named:
            first, last = mention.first, mention.last
            while first - 1 in nouns and first - 1 >= marked.sentence.first:
                first -= 1
            while last in nouns:
                last += 1
            places.append((first, last))
        return places

    def _small(self, marked: Marked) -> set[int]:
        """The words that may stand between: small ones, and nouns for bodies in general."""
        nouns = marked.words_of("nouns", "lowercase_organisation")
        listed = nouns | marked.words_of("words", *_SMALL)
        tokens, sentence = self._tokens, marked.sentence
        words = range(sentence.first, sentence.last)
        short = {i for i in words if tokens.shapes[i] == LOWER and len(tokens.folds[i]) <= _SHORT}
        return (short | listed) - marked.words_of("words", "and")

    def _beside(self, row: tuple[Stretch, ...], small: set[int]) -> bool:
        """Whether stretches of words stand one behind the other, with nothing but small words between."""
        for one, two in pairwise(row):
            words = range(one[1], two[0])
            marks = "".join(self._tokens.gap(i) for i in (*words, two[0])) if one[1] <= two[0] else "."
            if marks.strip(BESIDE) or not small.issuperset(words):
                return False
        return True
