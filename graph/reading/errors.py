"""The one error that readers raise."""

from __future__ import annotations

from pathlib import Path


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
