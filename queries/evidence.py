"""The sentences behind a row: every statement that links two of the things that stand in it."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from queries.catalogue import Question, get_question
from queries.rows import Row
from queries.runner import Engine, Table, ask
from queries.terms import Term, canonical

EVIDENCE_COLUMNS = ("predicate", "object", "modality", "confidence", "quote", "source", "page")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a source, and what it states (or denies, where `modality` is "negated")."""

    subject: Term
    predicate: Term
    object: Term
    modality: str
    confidence: str
    quote: str
    source: Term
    page: Term | None

    def cells(self) -> Row:
        """The values of `EVIDENCE_COLUMNS`."""
        confidence = ox.Literal(self.confidence) if self.confidence else None
        return (
            self.predicate,
            self.object,
            ox.Literal(self.modality),
            confidence,
            ox.Literal(self.quote),
            self.source,
            self.page,
        )


class Evidence:
    """Finds the sentences of rows. What is known of a subject is read once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._question: Question = get_question("evidence")
        self._read: dict[Term, tuple[tuple[Sentence, Term | None], ...]] = {}

    def of_row(self, row: Row) -> tuple[Sentence, ...]:
        """The sentences of all statements whose subject and object both stand in the row.

        Amounts count as standing in the row where their number does. Where the row names the property too, other
        properties between the same two things are left out.
        """
        terms = {canonical(term) for term in row if term is not None}
        found: list[Sentence] = []
        for subject in dict.fromkeys(term for term in row if isinstance(term, ox.NamedNode)):
            for sentence, amount in self.about(subject):
                if sentence.object != subject and (sentence.object in terms or amount in terms):
                    found.append(sentence)
        named = {(s.subject, s.object) for s in found if s.predicate in terms}
        return tuple(dict.fromkeys(s for s in found if s.predicate in terms or (s.subject, s.object) not in named))

    def about(self, subject: Term) -> tuple[tuple[Sentence, Term | None], ...]:
        """Each sentence that states something about a thing, or denies it, with the amount where its object is one."""
        if subject not in self._read:
            answer = ask(self._engine, self._question, {"subject": subject})
            rows = answer.rows if isinstance(answer, Table) else ()
            columns = answer.columns if isinstance(answer, Table) else ()
            self._read[subject] = tuple(_sentence(dict(zip(columns, row, strict=True))) for row in rows)
        return self._read[subject]


def _sentence(cells: dict[str, Term | None]) -> tuple[Sentence, Term | None]:
    def term(name: str) -> Term:
        value = cells[name]
        if value is None:
            raise ValueError(f"A statement in the dataset has no {name}. Build it again and run 'integraph check'.")
        return value

    confidence = cells["confidence"]
    sentence = Sentence(
        subject=term("subject"),
        predicate=term("predicate"),
        object=term("object"),
        modality=term("modality").value,
        confidence=confidence.value if confidence is not None else "",
        quote=term("quote").value,
        source=term("source"),
        page=cells["page"],
    )
    return sentence, cells["amount"]


def with_evidence(table: Table, evidence: Evidence) -> Table:
    """Each row once for each of its sentences, with the sentence in further columns; once without, if it has none."""
    rows: list[Row] = []
    blank: Row = (None,) * len(EVIDENCE_COLUMNS)
    for row in table.rows:
        rows += [row + sentence.cells() for sentence in evidence.of_row(row)] or [row + blank]
    names = tuple(f"evidence{name[0].upper()}{name[1:]}" for name in EVIDENCE_COLUMNS)
    return Table(table.columns + names, tuple(rows))
