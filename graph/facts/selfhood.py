"""Who says "we"? The body whose page it is, where the document names it, and what follows for the projects it speaks
of.

A project that the page speaks of as "ours" ("we organised …", "our project") and of which it names no one else as
implementer, or that "we run", is run by that body; so is one that heads a section of that body's annual report.
"""

from __future__ import annotations

from collections import Counter

from graph.facts.confidence import confidence
from graph.facts.gifts import Gifts
from graph.facts.stage import Stage
from graph.marking.appearance import standing
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import NUMBER
from graph.model import Span

RULE, REPORT, GRANTS, LISTED = "self.implementedBy", "report.implementedBy", "self.fundedBy", "field.implementedBy"
LEAST_GRANTS = 2
SHORT = 12  # words of a line that says what kind of report it is
FIRST_BLOCKS, LAST_BLOCKS, WIDE = 3, 2, 3  # blocks at a page's head and end, blanks that part its columns
ACCOUNTS = frozenset({"iban", "bic", "swift"})
CLOSE = frozenset({"named", "pointed", "passage", "section", "page"})


class Selfhood(Stage):
    """Finds the body that says "we" and adds what follows."""

    def collect(self, marked: list[Marked]) -> None:
        """Add implementedBy for the projects that are spoken of as "ours"."""
        speaker = self._speaker(marked)
        if speaker is None:
            return
        run = {s.subject for s in self._collector if s.predicate == "implementedBy"}
        for index, sentence in enumerate(marked):
            project = self._foci[index].project
            if (
                project is None
                or (project.key in run and not sentence.has("words", "we_run"))
                or self._foci[index].strength not in CLOSE
                or not sentence.has("words", "we")
            ):
                continue
            if (
                sentence.sentence.field is not None
                or self._document.blocks[sentence.sentence.block].kind in ("navigation", "boilerplate")
                or self._quoted(sentence)
            ):
                continue
            run.add(project.key)
            self._run(project, speaker, sentence.sentence.span, RULE, self._foci[index].strength)
        self._report(marked, speaker, run)
        self._grants(marked, speaker)

    def _grants(self, marked: list[Marked], speaker: tuple[Mention, Span]) -> None:
        """Who says "we gave grants to …" and lists projects of others, each with its sum, pays for those."""
        gifts, body = Gifts(self._tokens, self._document.language), self._linker.thing_of(speaker[0], "Organisation")
        ours = (m for m in marked if m.has("words", "we") and m.sentence.field is None and not self._quoted(m))
        given = next((m for m in ours if any(c.payload == "given" for c in gifts.cues(m))), None)
        told = list(self._collector)
        sums = {s.subject for s in told if s.predicate == "budget"}
        payers = {(s.subject, s.object) for s in told if s.predicate == "fundedBy"}
        others = {s.subject for s in told if s.rule == LISTED and s.subject in sums and s.object != body.key}
        others_pay = any(project in others and payer != body.key for project, payer in payers)
        if given is None or len(others) < LEAST_GRANTS or others_pay:
            return
        things = {t.key: t for t in self._linker.register.things() if t.key in others}
        for key in sorted(k for k in others if (k, body.key) not in payers):
            evidence = (given.sentence.span, speaker[1])
            self._collector.add(things[key], "fundedBy", body, evidence, GRANTS, confidence(GRANTS, "section"))

    def _run(self, project: Thing, speaker: tuple[Mention, Span], said: Span, rule: str, strength: str) -> None:
        """Say of a project that the speaker runs it."""
        here, where = speaker
        body = self._linker.thing_of(here, "Organisation")
        self._collector.add(project, "implementedBy", body, (said, where), rule, confidence(rule, strength))

    def _report(self, marked: list[Marked], speaker: tuple[Mention, Span], run: set[str]) -> None:
        """What heads a section of a body's own annual report is that body's, if the section names no one else."""
        heads = ("title", "heading", "boilerplate", "prose")
        short = (m for m in marked if self._document.blocks[m.sentence.block].kind in heads)
        if not any(m.has("contexts", "reports") and m.sentence.last - m.sentence.first <= SHORT for m in short):
            return
        for index, project in sorted(self._linker.heads.items()):
            section = self._document.blocks[marked[index].sentence.block].kind == "heading"
            if section and project.kind == "Project" and project.key not in run:
                run.add(project.key)
                self._run(project, speaker, marked[index].sentence.span, REPORT, "section")

    def _quoted(self, marked: Marked) -> bool:
        """Whether "we" stands in somebody's quoted words, and not only a name in the sentence is quoted."""
        tokens, span = self._tokens, marked.sentence.span
        cuts = (tokens.starts[cue.first] for cue in marked.cues_of("words", "we"))
        return all(_within_quotes(tokens.text[span.start : at], tokens.text[at : span.end]) for at in cuts)

    def _owner(self, marked: list[Marked]) -> tuple[Mention, Span] | None:
        """The body behind the sign for copyright ("© Kredo Foundation 2030"), or at the head of an address at the end
        ("Kredo Foundation, 5 Mill Lane")."""
        last = marked[-1].sentence.block if marked else 0
        for sentence in reversed(marked):
            for mention in sentence.mentions:
                sign = "©" in self._tokens.gap(mention.first)
                sent = last - sentence.sentence.block < LAST_BLOCKS and self._addressed(sentence, mention)
                if self._is_body(mention) and (sign or sent):
                    return mention, sentence.sentence.span
        return None

    def _addressed(self, marked: Marked, mention: Mention) -> bool:
        """Whether a body's name opens a line that goes on with a mark and holds a number: an address."""
        tokens, sentence = self._tokens, marked.sentence
        if mention.kind != "Organisation" or mention.first != sentence.first or mention.last >= sentence.last:
            return False
        parted = set(tokens.gap(mention.last)) & set(",–—-|\n")
        numbers = [i for i in range(mention.last, sentence.last) if tokens.shapes[i] == NUMBER]
        account = any(fold in ACCOUNTS for fold in tokens.folds[mention.last : sentence.last])
        return bool(parted and numbers) and not account

    def _speaker(self, marked: list[Marked]) -> tuple[Mention, Span] | None:
        """The body of the title's end, of the first lines, or that which is named most beside "we"."""
        near: Counter[str] = Counter()
        found: dict[str, tuple[Mention, Span]] = {}
        for sentence in marked:
            kind = self._document.blocks[sentence.sentence.block].kind
            for mention in sentence.mentions:
                if not self._is_body(mention):
                    continue
                whole = mention.last - mention.first >= sentence.sentence.last - sentence.sentence.first - 1
                ends = kind == "title" and mention.last == sentence.sentence.last and self._apart(mention)
                asks = mention.kind == "Name" and (self._asks(sentence) or sentence.has("words", "we"))
                alone = whole and sentence.sentence.field is None and not asks and self._stands_again(mention)
                heads = sentence.sentence.field is None and self._heads(sentence, mention)
                if (ends and not asks) or ((alone or heads) and sentence.sentence.block < FIRST_BLOCKS):
                    return mention, sentence.sentence.span
                if sentence.has("words", "we") and self._beside(sentence, mention):
                    near[mention.name] += 1
                    found.setdefault(mention.name, (mention, sentence.sentence.span))
        ranked = near.most_common(2)
        if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return self._owner(marked)
        return found[ranked[0][0]]

    def _stands_again(self, mention: Mention) -> bool:
        """Whether a name of unknown class is no mere heading: the text holds it twice."""
        row = self._tokens.folds[mention.first : mention.last]
        return mention.kind != "Name" or len(list(standing(self._tokens, row))) > 1

    def _heads(self, marked: Marked, mention: Mention) -> bool:
        """Whether a name opens a line and a bar or a wide gap follows it: a page's head ("X | Newsletter 17")."""
        opens = mention.kind == "Organisation" and mention.first == marked.sentence.first
        if not opens or mention.last >= marked.sentence.last:
            return False
        gap = self._tokens.gap(mention.last)
        return "|" in gap or (gap.isspace() and ("\n" in gap or len(gap) >= WIDE))

    def _apart(self, mention: Mention) -> bool:
        """Whether a name at a title's end is a body's, or a mark sets it off: the site's name behind a dash."""
        return mention.kind == "Organisation" or bool(set(self._tokens.gap(mention.first)) & set("-–—|:•·»"))

    def _asks(self, marked: Marked) -> bool:
        """Whether a line asks or calls ("What's new?"): its words are nobody's name."""
        text = self._tokens.text[marked.sentence.span.start : marked.sentence.span.end]
        return text.rstrip().endswith(("?", "!", ";"))

    def _is_body(self, mention: Mention) -> bool:
        return (mention.kind == "Organisation" and mention.sure) or (
            mention.kind == "Name" and not self._linker.is_personal(mention)
        )

    def _beside(self, marked: Marked, mention: Mention) -> bool:
        """Whether "we" stands next to a name: "At X, we …", "we at X"."""
        return any(
            0 <= c.first - mention.last <= 1 or 0 <= mention.first - c.last <= 1 for c in marked.cues_of("words", "we")
        )


def _within_quotes(before: str, after: str) -> bool:
    """Whether a quotation is open between two parts of a sentence, or was opened before it."""
    opened = sum(before.count(mark) for mark in "“„«") > sum(before.count(mark) for mark in "”»")
    closed = sum(after.count(mark) for mark in "”»") > sum(after.count(mark) for mark in "„«")
    closed = closed and after.count("“") < after.count("”") + after.count("»")
    return opened or closed or before.count('"') % 2 == 1
