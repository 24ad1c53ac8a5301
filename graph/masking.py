"""Names of people who must stay unnamed: kept out of quotes, names, titles, addresses and IRIs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from graph.model import Reading, Span
from graph.terms import digest, slug

MASK = "█████"
_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    escaped = [
        r"\s+".join(re.escape(word) for word in name.split()) for name in sorted(set(names), key=lambda n: (-len(n), n))
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?!\w)", re.I) if escaped else None


def private_names(reading: Reading) -> tuple[str, ...]:
    """The private names of a reading as they are written, in order of their length."""
    text = reading.document.text
    shown = (" ".join(text[span.start : span.end].split()) for span in reading.private)
    names = {_POSSESSIVE.sub("", name).strip(" .,;:“”\"'’") for name in shown}
    return tuple(sorted((name for name in names if len(name) > 1), key=lambda n: (-len(n), n)))


@dataclass(frozen=True)
class Mask:
    """Hides private names: those of one document by themselves, full names (two words and more) of every document."""

    everywhere: re.Pattern[str] | None
    slugs: frozenset[str]
    own: dict[str, re.Pattern[str] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Mask:
        """The mask for a build."""
        names = {reading.document.source: private_names(reading) for reading in readings}
        full = [name for found in names.values() for name in found if len(name.split()) > 1]
        return cls(
            _pattern(full),
            frozenset(slug(name) for name in full),
            {source: _pattern(found) for source, found in names.items()},
        )

    def denies(self, text: str) -> bool:
        """Whether a text holds a full private name of any document."""
        return bool(self.everywhere and self.everywhere.search(text))

    def denies_iri(self, iri: str) -> bool:
        """Whether an IRI spells a full private name."""
        if not self.slugs:
            return False
        spelled = "-".join(slug(part) for part in re.split(r"[/#?.]", unquote(iri)) if part)
        return any(f"-{name}-" in f"-{spelled}-" for name in self.slugs)

    def source_name(self, source: str) -> str:
        """A source's name, unless it spells a private name."""
        return f"{digest(source)[:8]} (name withheld)" if self.denies_iri(source) or self.denies(source) else source

    def hide(self, text: str, source: str | None = None) -> str:
        """`text` with private names masked: full ones, and every one of the document `source`."""
        for pattern in (self.own.get(source) if source else None, self.everywhere):
            if pattern:
                text = pattern.sub(MASK, text)
        return text

    def quote(self, reading: Reading, span: Span) -> str:
        """The quote of a span with private names masked."""
        text, parts, at = reading.document.text, [], span.start
        for private in sorted(reading.private):
            start, end = max(private.start, at), min(private.end, span.end)
            if start < end:
                parts += [text[at:start], MASK]
                at = end
        parts.append(text[at : span.end])
        return self.hide("".join(parts), reading.document.source)
