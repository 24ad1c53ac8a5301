"""Programmes that pay: "funded under the programme “Open Doors”" names a fund, not a project.

A noun for programmes stands beside projects and funds alike. What it names pays if a frame for funding takes it for its
object and the text has another project that may be its subject.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.facts.relations import FrameEngine
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Tokens
from graph.model import Document
from ontology.words import fold

BESIDE = 1


def programmes_that_pay(document: Document, tokens: Tokens, marked: Sequence[Marked], engine: FrameEngine) -> None:
    """Make funds of the programmes that pay for another project of the document, in place; what a title or heading
    names, or what the text speaks of as often as of any other project, stays a project."""
    titled = {name for line in marked if _is_heading(document, line) for name in _projects(line)}
    counts = Counter(name for line in marked for name in _projects(line))
    paying: set[str] = set()
    for line in marked:
        for mention in _candidates(tokens, line):
            name = fold(mention.name)
            rival = max((n for other, n in counts.items() if other and other != name), default=0)
            rival = rival or any(_points(one) for one in marked)
            if name not in titled and rival >= counts[name] and _is_object(engine, line, mention):
                paying.add(name)
    for mention in (m for line in marked for m in line.mentions if m.kind == "Project" and fold(m.name) in paying):
        mention.kind, mention.sure, mention.defined = "Fund", True, True


def _is_heading(document: Document, line: Marked) -> bool:
    return document.blocks[line.sentence.block].kind in ("title", "heading")


def _projects(line: Marked) -> set[str]:
    """The folded names of the projects of a sentence, with their further forms."""
    found = (m for m in line.mentions if m.kind == "Project")
    return {fold(form) for m in found for form in (m.name, *m.also)}


def _points(line: Marked) -> bool:
    """Whether a sentence says "the project"."""
    return line.has("nouns", "coreference")


def _candidates(tokens: Tokens, line: Marked) -> Iterator[Mention]:
    """The projects that a noun for programmes stands right beside, in sentences that speak of funding."""
    nouns = line.cues_of("nouns", "programme")
    for mention in line.mentions if nouns else ():
        beside = any(0 <= mention.first - c.last < BESIDE or 0 <= c.first - mention.last < BESIDE for c in nouns)
        inside = any(mention.first <= c.first < mention.last for c in nouns)
        if mention.kind == "Project" and mention.name and mention.entry is None and (beside or inside):
            yield mention


def _is_object(engine: FrameEngine, line: Marked, mention: Mention) -> bool:
    """Whether a frame for what any body pays takes a mention for its object, were it a fund, and another project of
    the sentence, or "the project", may be its subject."""
    kept = mention.kind, mention.sure
    mention.kind, mention.sure = "Fund", True
    hits = engine.hits(line)
    mention.kind, mention.sure = kept
    subject = any(m.kind == "Project" and m is not mention for m in line.mentions) or _points(line)
    paid = (h for h in hits if h.frame.property == "fundedBy" and "Organisation" in h.frame.object)
    return subject and any(h.object is mention and h.subject is not mention for h in paid)
