"""Every later use of a name once defined: each form of a named thing is found wherever its words stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.marking.mentions import NAMED_KINDS, Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, MIXED, UPPER, Tokens
from ontology.naming import naming, stem
from ontology.words import fold, folded_words

LEAST_STEM = 5
LONG_NAME = 3  # words of a project's name that stands wherever its words do


class LaterUses:
    """Finds the later uses of the names of one document; mentions change in place."""

    def __init__(self, tokens: Tokens, marked: list[Marked], language: str) -> None:
        self._tokens = tokens
        self._marked = marked
        self._endings = naming().endings.get(language, frozenset())

    def find(self) -> None:
        """Find each form that was defined once; long names of projects go first, lest a cut one be taken for
        defined."""
        self._spread(lambda m: m.kind == "Project" and m.last - m.first >= LONG_NAME)
        self._spread(lambda m: m.kind in NAMED_KINDS - {"Person"})
        if self._endings:
            self._inflected()

    def _inflected(self) -> None:
        """Find one-word names of projects in other cases ("Valotaloa" of "Valotalo"), where nothing else is named."""
        names: dict[str, Mention] = {}
        for marked in self._marked:
            for mention in marked.mentions:
                word = fold(mention.name)
                if mention.kind == "Project" and mention.defined and len(word) > LEAST_STEM and word.isalpha():
                    names.setdefault(word, mention)
                    names.setdefault(stem(word, self._endings, LEAST_STEM), mention)
        for marked in self._marked if names else ():
            taken = {i for m in marked.mentions for i in range(m.first, m.last)}
            for at in range(marked.sentence.first, marked.sentence.last):
                if at in taken or self._tokens.shapes[at] not in (CAPITAL, UPPER, MIXED):
                    continue
                if (known := self._in_case(names, self._tokens.folds[at])) is not None:
                    later = Mention("Project", at, at + 1, known.name, defined=True, also=known.also)
                    marked.mentions = sorted([*marked.mentions, later], key=lambda m: m.first)

    def _in_case(self, names: dict[str, Mention], word: str) -> Mention | None:
        """The name that a word is with one of the language's endings."""
        cut = (len(word) - len(e) for e in sorted(self._endings) if word.endswith(e))
        return next((names[word[:n]] for n in sorted(cut, reverse=True) if n >= LEAST_STEM and word[:n] in names), None)

    def _spread(self, fits: Callable[[Mention], bool]) -> None:
        """Find the forms of the defined mentions that fit."""
        forms = _Forms()
        for marked in self._marked:
            for mention in marked.mentions:
                if mention.defined and mention.entry is None and fits(mention):
                    for form in (mention.name, *mention.also):
                        forms.add(mention, form)
        shapes = self._tokens.shapes
        for marked in self._marked if forms.rows else ():
            sentence = marked.sentence
            for first, last, kind, name in list(forms.within(self._tokens.folds, sentence.first, sentence.last)):
                if shapes[first] == LOWER or (
                    last - first == 1 and shapes[first] not in (UPPER, MIXED) and first == sentence.first
                ):
                    continue
                if any(m.first <= first and last <= m.last and m.defined and m.kind == kind for m in marked.mentions):
                    continue
                surface = self._tokens.surface(first, last)
                _replace(marked, Mention(kind, first, last, surface, defined=True, also=(name,)))


class _Forms:
    """Forms of names as rows of folded words, by their first word, longest first."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[list[str], str, str]]] = {}
        self._known: set[tuple[str, str]] = set()

    def add(self, mention: Mention, form: str) -> None:
        """Add a form of a mention's name, unless it is too short to mean one thing."""
        words = folded_words(form)
        short = len(words) == 1 and (len(words[0]) < 3 or words[0].isdigit() or not any(c.isupper() for c in form))
        if not words or short:
            return
        if (
            len(words) == 1
            and form != mention.name
            and not any(c.isupper() for c in form[1:])
            and mention.kind != "Project"
        ):
            return
        if (mention.kind, form) not in self._known:
            self._known.add((mention.kind, form))
            same = self.rows.setdefault(words[0], [])
            same.append((words, mention.kind, mention.name))
            same.sort(key=lambda row: -len(row[0]))

    def within(self, folds: list[str], first: int, last: int) -> Iterator[tuple[int, int, str, str]]:
        """Where forms stand in folds[first:last] (first and last word), with the kind and name of what they stand for:
        by first word, longest first."""
        rows = self.rows
        for at in range(first, last):
            if folds[at] in rows:
                for words, kind, name in rows[folds[at]]:
                    end = at + len(words)
                    if end <= last and folds[at:end] == words:
                        yield at, end, kind, name


def _replace(marked: Marked, mention: Mention) -> None:
    """Put a later use in the place of what is less sure or shorter."""
    clash = [m for m in marked.mentions if m.first < mention.last and mention.first < m.last]
    if any(m.last - m.first > mention.last - mention.first and m.kind != "Name" for m in clash):
        return
    project = mention.kind == "Project"
    long = project and mention.last - mention.first >= LONG_NAME
    cut = long and any(m.first == mention.first and m.last < mention.last for m in clash)
    if any(
        (m.kind == "Project" and m.defined and not (cut and m.last <= mention.last))
        or (m.entry is not None and m.sure and not project)
        for m in clash
    ):
        return
    kept = [m for m in marked.mentions if m not in clash or m.kind == "code"]  # a code that opens a title stays one
    marked.mentions = sorted([*kept, mention], key=lambda m: m.first)
