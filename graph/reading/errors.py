"""The one error that readers raise, and the notes that they leave about what they could not read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_NOTES: ContextVar[list[str] | None] = ContextVar("notes", default=None)


class ReadingError(Exception):
    """A file could not be read: which one, why, and what to do about it."""

    def __init__(self, path: Path | str, cause: str, remedy: str) -> None:
        super().__init__(f"{path}: {cause}. {remedy}")
        self.path = str(path)
        self.cause = cause
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, str, str]]:
        """Survive the way back from a worker process."""
        return type(self), (self.path, self.cause, self.remedy)


def note(message: str) -> None:
    """Leave a note on the file that is being read: a part of it was left out, or had to be guessed."""
    notes = _NOTES.get()
    if notes is not None and message not in notes:
        notes.append(message)


@contextmanager
def noting() -> Iterator[list[str]]:
    """Collect the notes that are left meanwhile."""
    notes: list[str] = []
    token = _NOTES.set(notes)
    try:
        yield notes
    finally:
        _NOTES.reset(token)
