"""What several rooms' tests need: a stand-in for extraction and resolution that finds facts by simple marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from graph.model import Document, Entity, Name, Reading, Span, Statement, Value
from graph.terms import thing
from tests.fuzzing import RAN


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many cases were tried by fuzzing."""
    if RAN:
        terminalreporter.write_line(f"fuzzing: {sum(RAN.values())} cases of {len(RAN)} kinds")


_FACT = re.compile(r"(?P<s>[A-Z]\w+) (?P<p>\w+By|hasPartner|follows) (?P<o>[^.\n]+)\.")
_START = re.compile(r"(?P<s>[A-Z]\w+) began in (?P<o>\d{4})\.")
_COST = re.compile(r"(?P<s>[A-Z]\w+) cost (?P<o>\d+) euros\.")
_DENIED = re.compile(r"(?P<s>[A-Z]\w+) was not paid by (?P<o>[^.\n]+)\.")


@dataclass(frozen=True)
class FakeEntity:
    """An entity after resolution."""

    iri: str
    kind: str
    names: tuple[Name, ...]
    acronyms: tuple[str, ...] = ()
    ref: str | None = None
    country: str | None = None
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class FakeResolution:
    """Every name is its own thing."""

    entities: tuple[FakeEntity, ...]

    def iri(self, source: str, key: str) -> str:
        """The IRI of a key, which is `Kind/name`."""
        kind, _, name = key.partition("/")
        return thing(kind, name)


def fake_extract(document: Document) -> Reading:
    """Facts such as `Lantern fundedBy Kredo.`; names after `secret:` are private."""
    statements: list[Statement] = []
    keys: dict[str, Entity] = {}

    def key(kind: str, name: str) -> str:
        made = f"{kind}/{name.strip()}"
        keys[made] = Entity(made, kind, (Name(name.strip(), document.language),))
        return made

    def add(match: re.Match[str], predicate: str, value: str | Value, modality: str = "asserted") -> None:
        span = Span(match.start(), match.end())
        subject = key("Project", match["s"])
        assert modality in ("asserted", "negated")
        statements.append(
            Statement(
                subject,
                predicate,
                value,
                (span,),
                f"xx.{predicate}.test",
                0.9,
                "negated" if modality == "negated" else "asserted",
            )
        )

    text = document.text
    for match in _FACT.finditer(text):
        kind = "Project" if match["p"] == "follows" else "Organisation"
        add(match, match["p"], key(kind, match["o"]))
    for match in _START.finditer(text):
        add(match, "startDate", Value("date", match["o"]))
    for match in _COST.finditer(text):
        add(match, "budget", Value("money", match["o"], "EUR"))
    for match in _DENIED.finditer(text):
        add(match, "fundedBy", key("Organisation", match["o"]), "negated")
    private = tuple(Span(m.start(1), m.end(1)) for m in re.finditer(r"secret:(\w+ \w+)", text))
    if "explode" in text:
        raise RuntimeError("asked to")
    return Reading(document, tuple(keys[k] for k in sorted(keys)), tuple(statements), private)


def fake_resolve(readings: Sequence[Reading]) -> FakeResolution:
    """Every name is its own thing."""
    found: dict[str, FakeEntity] = {}
    for reading in readings:
        for entity in reading.entities:
            iri = thing(entity.kind, entity.key.partition("/")[2])
            found[iri] = FakeEntity(iri, entity.kind, entity.names)
    return FakeResolution(tuple(found[iri] for iri in sorted(found)))


@pytest.fixture
def fakes() -> dict[str, object]:
    """Keyword arguments for `build` that need no knowledge files."""
    return {"extract": fake_extract, "resolve": fake_resolve, "validate": lambda data: []}
