"""The call for proposals that a page is about, and every later "the call"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.marking.labels import SHEET
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention, insert
from graph.marking.scanned import Scanned
from graph.marking.things import Thing
from graph.marking.tokens import LOWER, Tokens
from graph.model import Document
from graph.projects.finding import ProjectFinder
from graph.projects.titles import split_title, title_mention
from ontology.words import folded_words

FIRST, OPENING, LEAST_TITLE = 12, 4, 3


class Calls(Scanned):
    """Finds the call of one document."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        language: Language,
        marked: list[Marked],
        finder: ProjectFinder,
        thing_of: Callable[[Mention], Thing],
        labels: Mapping[int, str],
    ) -> None:
        super().__init__(document, tokens, language, marked)
        self._finder = finder
        self._thing_of = thing_of
        self._labels = labels

    def titled(self) -> Thing | None:
        """The call that the title, an early heading or a line like a title names."""
        for _, marked in self.first_lines(FIRST):
            if not self._is_title(marked) or not marked.cues_of("nouns", "call"):
                continue
            span = marked.sentence.span
            text = self._tokens.text[span.start : span.end]
            if self._language.fields.property_of(text) or text.rstrip().endswith("?"):  # "What is this call about?"
                continue
            quoted = [m for m in marked.mentions if m.kind == "Call" and m.defined and m.last - m.first > 1]
            mention = title_mention(self._tokens, marked, self._finder.nouns)
            if len(quoted) == 1 and self._in_quotes(quoted[0]):
                return self._thing_of(quoted[0])
            if mention is not None:
                mention.kind = "Call"
                self._name(marked, mention)
                marked.mentions = [mention, *(m for m in marked.mentions if m.kind == "Fund" and m.entry is not None)]
                return self._thing_of(mention)
        return None

    def _name(self, marked: Marked, mention: Mention) -> None:
        """Call it by what stands before a colon that nothing but the word for calls follows ("Lantern 2026: call for
        proposals"), in place."""
        for cue in marked.cues_of("nouns", "call"):
            told = cue.first > mention.first and cue.last == marked.sentence.last
            if told and ":" in self._tokens.gap(cue.first):
                mention.also = (*mention.also, mention.name)
                mention.name = self._tokens.surface(mention.first, cue.first)

    def is_subject(self) -> bool:
        """Whether the page is about a call: it has a deadline, speaks of "this call", and of "the project" no more."""
        named = {self._language.fields.property_of(f.label) for b in self._document.blocks for f in b.fields}
        if "deadline" not in named and "deadline" not in self._labels.values():
            return False
        calls = sum(self._speaks_of_call(marked) for marked in self._marked)
        return calls > sum(marked.has("nouns", "coreference") for marked in self._marked)

    def _speaks_of_call(self, marked: Marked) -> bool:
        """Whether a sentence says "the call", "the current call" or "this fund"."""
        articles = marked.words_of("words", "articles")
        cues = marked.cues_of("nouns", "call", "fund")
        return any(c.first - 1 in articles or c.first - 2 in articles for c in cues)

    def described(self, generic: Callable[[Marked], bool]) -> Thing | None:
        """The call that a page is about without saying so in its title: the heading next above the first of its labels,
        or the first of a row of headings there; `generic` tells headings that name nothing."""
        found: Marked | None = None
        for index in range(self._first_label() - 1 if self.is_subject() else -1, -1, -1):
            marked = self._marked[index]
            kind = self._document.blocks[marked.sentence.block].kind
            long = marked.sentence.last - marked.sentence.first >= LEAST_TITLE
            if kind in ("title", "heading") and marked.sentence.field is None and long and not generic(marked):
                found = marked
            elif found is not None:
                break
        mention = title_mention(self._tokens, found, self._finder.nouns) if found is not None else None
        if found is None or mention is None:
            return None
        mention.kind = "Call"
        funds = [m for m in found.mentions if m.kind == "Fund" and m.entry is not None]
        found.mentions = sorted([mention, *funds], key=lambda m: (m.first, -m.last))
        return self._thing_of(mention)

    def _first_label(self) -> int:
        """The number of the first line that is a label of the page's sheet, or the value of one."""
        for index, marked in enumerate(self._marked):
            field = marked.sentence.field
            name = self._language.fields.property_of(field.label) if field is not None else self._labels.get(index)
            if name in SHEET | {"deadline"}:
                return index
        return len(self._marked)

    def named(self) -> Thing | None:
        """The only call that the text names, if it is one."""
        found = [m for s in self._marked for m in s.mentions if m.kind == "Call" and m.defined]
        return self._thing_of(found[0]) if found and len({m.name for m in found}) == 1 else None

    def absorb(self, call: Thing) -> None:
        """Make mentions of the call of what looks like a project and is a part of the call's title ("Call 2 – Arriving
        well")."""
        parts = [folded_words(part) for part in (call.label(), *split_title(call.label())[1])]
        for mention in (m for marked in self._marked for m in marked.mentions):
            words = folded_words(mention.name)
            part = words in parts or (len(words) >= LEAST_TITLE and any(p[: len(words)] == words for p in parts))
            if mention.kind == "Project" and mention.defined and part:
                mention.kind, mention.also, mention.name = "Call", (mention.name,), call.label()

    def point(self, call: Thing) -> None:
        """Make mentions of the call of "the call", "this open call"."""
        for marked in self._marked:
            articles = {c.last for c in marked.cues_of("words", "articles")}
            for cue in sorted(marked.cues_of("nouns", "call"), key=lambda c: c.first - c.last):
                described = cue.first - 1 in articles and self._tokens.shapes[cue.first - 1] == LOWER
                if cue.last - cue.first > 1 or cue.first in articles or described:
                    insert(marked, Mention("Call", cue.first, cue.last, call.label(), defined=True))

    def _in_quotes(self, mention: Mention) -> bool:
        return any(c in self._tokens.gap(mention.first) for c in "\"“„«'‘")

    def _is_title(self, marked: Marked) -> bool:
        kind, field, sentence = (
            self._document.blocks[marked.sentence.block].kind,
            marked.sentence.field,
            marked.sentence,
        )
        if field is not None:
            return self._language.fields.property_of(field.label) == "title"
        if kind in ("title", "heading"):
            return True
        early = any(c.first - sentence.first < OPENING for c in marked.cues_of("nouns", "call"))
        text = self._tokens.text
        told = text[sentence.span.start : sentence.span.end]
        if kind == "record":  # "Lantern 2026: call for proposals", above the call's labels
            around = text[: sentence.span.start].rsplit("\n", 1)[-1] + text[sentence.span.end :].split("\n", 1)[0]
            early = early or any(":" in self._tokens.gap(c.first) for c in marked.cues_of("nouns", "call"))
            alone = ":" in told and not around.strip()
        else:
            block = self._document.blocks[sentence.block].span
            alone = kind == "prose" and len(told) >= len(text[block.start : block.end].strip())
        opens = any(c.first == sentence.first and c.last < sentence.last for c in marked.cues_of("nouns", "call"))
        cased = opens or self._tokens.shapes[sentence.first] != LOWER
        return early and alone and told.rstrip()[-1:] not in ".:;?!" and cased
