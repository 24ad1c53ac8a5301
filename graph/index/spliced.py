"""A large file of pieces in an order of their own: those that have not changed are copied from the file of the old
output, the others wait in a file without a name."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from graph.index.tables import StaleError

_AT_ONCE = 1 << 22


class Pieces:
    """Pieces of an old file (`old`; none: there are only new ones) and of what was added."""

    def __init__(self, old: Path | None) -> None:
        self._old: BinaryIO | None = None
        self._new: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - `close` closes it
        self._path = old
        self._end = 0

    def close(self) -> None:
        """Let go of both files."""
        self._new.close()
        if self._old is not None:
            self._old.close()

    def add(self, piece: bytes) -> int:
        """Keep a new piece; gives its place, as `copied` wants it: new places are below zero."""
        at = self._end
        self._new.seek(at)
        self._new.write(piece)
        self._end += len(piece)
        return -1 - at

    def read(self, at: int, size: int) -> bytes:
        """A piece by its place."""
        file, start = (self._new, -1 - at) if at < 0 else (self._before(), at)
        file.seek(start)
        data = file.read(size)
        if len(data) != size:
            raise StaleError(f"{self._path} is shorter than it was")
        return data

    def copied(self, places: Iterator[tuple[int, int]]) -> Iterator[bytes]:
        """The pieces at these places (place and size), in their order; neighbours are read at once."""
        start, size = 0, 0
        for at, length in places:
            if size and start >= 0 and at == start + size and size < _AT_ONCE:
                size += length
                continue
            if size:
                yield self.read(start, size)
            start, size = at, length
        if size:
            yield self.read(start, size)

    def _before(self) -> BinaryIO:
        if self._old is None:
            if self._path is None:
                raise StaleError("there is no old file to take pieces from")
            try:
                self._old = self._path.open("rb")
            except OSError as error:
                raise StaleError(f"{self._path}: {error.strerror}") from error
        return self._old
