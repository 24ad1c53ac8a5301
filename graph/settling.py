"""Where a build puts what it has read, and settles who must stay unnamed and which things are one."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from types import TracebackType

from graph.cache import Cache, fingerprint
from graph.codec import CodecError, unpacked
from graph.identity.decisions import Decisions
from graph.identity.explanation import FILE as EXPLANATION
from graph.index import files, names, settled
from graph.index.documents import Documents
from graph.index.settled import Settling
from graph.index.spliced import Pieces
from graph.index.stamps import Stamps
from graph.index.tables import StaleError, Tables
from graph.model import Reading
from graph.output.labels import Resolved
from graph.output.merging import Job
from graph.output.store import Staging
from graph.privacy.masking import Mask, vocabulary_words
from graph.resolution import resolve as own_resolve
from graph.terms import digest
from ontology.naming import naming, place_names

Resolve = Callable[[Sequence[Reading]], Resolved]
_INDEX = "index.sqlite"


def ready() -> None:
    """Load what all resolution needs of the vocabulary."""
    naming()
    place_names()
    vocabulary_words()


class Desk:
    """The cache of packed readings and the index: kept beside the output (`lasting`), or for this build alone.

    `marks` say what else the output follows from. What is kept for this build alone lies beside the output that `stage`
    makes, and goes with it.
    """

    mask: Mask
    settling: Settling
    documents: Documents
    graphs: Pieces
    explained: Pieces
    stamps: Stamps

    def __init__(self, stage: Staging, marks: str, decisions: Decisions, *, lasting: bool) -> None:
        self.stage = stage
        self.lasting = lasting
        self.decisions = decisions
        self.is_own = True
        self.cache = Cache(stage.out, None if lasting else stage.folder.parent / "readings")
        key = digest(fingerprint(), marks) if lasting else ""
        self.tables = Tables(self.cache.folder / _INDEX if lasting else None, key)

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pieces in (getattr(self, "graphs", None), getattr(self, "explained", None)):
            if pieces is not None:
                pieces.close()
        self.tables.close()

    def begin(self, *, anew: bool) -> None:
        """See whether the old output is the one that the index tells of; else, or `anew`, begin without it."""
        if anew or not files.fits(self.tables, self.stage):
            self.tables.clear()
        self.documents = Documents(self.tables, self.decisions)
        self.stamps = Stamps(self.tables, self.stage.folder)
        self.graphs = Pieces(self.stage.out / files.TRIG)
        self.explained = Pieces(self.stage.out / EXPLANATION)

    def end(self) -> None:
        """Keep what the next build can use, and nothing else."""
        if self.lasting:
            self.stamps.end()
            with contextlib.suppress(sqlite3.Error):  # the output is in place: what is not kept is found out again
                self.tables.commit()
            self.cache.prune()

    def load(self, key: str) -> Reading:
        """The reading that is kept under a key. Raises `StaleError` where there is none."""
        data = self.cache.fetch(key)
        try:
            return unpacked(data or b"")[0]
        except CodecError as error:
            raise StaleError(f"a reading that was kept is gone or damaged ({error})") from error

    def settle(self, resolve: Resolve | None) -> None:
        """Find out which names stay private, and which things are one: anew where something has changed."""
        self.mask = names.settle(self.documents)
        if resolve is None or resolve is own_resolve:
            self.settling = settled.resolve(self.documents, self.mask, self.decisions)
        else:
            self.is_own = False
            self.settling = settled.take_given(self.documents, self.mask, resolve(list(self._readings())))

    def _readings(self) -> Iterator[Reading]:
        """All readings, under their public names."""
        for key, told in self.tables.ask("SELECT key, told FROM documents ORDER BY told").fetchall():
            reading = self.load(key)
            yield replace(reading, document=replace(reading.document, source=told))

    def public_names(self) -> dict[str, str]:
        """The public names of sources that have another."""
        return dict(self.tables.ask("SELECT source, told FROM documents WHERE source != told"))

    def jobs(self) -> Iterator[Job]:
        """The graphs that must be made."""
        query = """SELECT nodes.key, clusters.iri, nameless FROM nodes JOIN clusters ON clusters.id = cluster
            WHERE document = ?"""
        rows = self.tables.among(self.documents.fresh, _FRESH).fetchall()
        for number, key, told in rows:
            things = {name: (iri, bool(nameless)) for name, iri, nameless in self.tables.ask(query, (number,))}
            yield Job(number, key, told, things)


_FRESH = "SELECT id, key, told FROM documents JOIN wanted USING (id) ORDER BY told"
