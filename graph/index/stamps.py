"""Files that need not be read to know that they have not changed: their size, times and place on the disk are the same.

A file's status changes with every writing to it, and nobody can set that time back. So what was read in a file whose
status was older than the build that read it holds as long as size, times and place are the same.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from graph.index.tables import Tables
from graph.reading import ReadingError, contents


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes; nothing if it cannot be read."""
    try:
        return hashlib.sha256(contents(path)).hexdigest()
    except ReadingError:
        return ""


class Stamps:
    """The digests of input files; `begin` is a folder that was made when this build began, by the disk's own clock."""

    def __init__(self, tables: Tables, begin: Path) -> None:
        self._tables = tables
        self._begin = begin.stat()
        self._known: dict[bytes, tuple[str, str]] = {
            path: (told, digest) for path, told, digest in tables.ask("SELECT path, stamp, digest FROM inputs")
        }
        self._seen: set[bytes] = set()

    def digest(self, path: Path) -> str:
        """The SHA-256 of a file's bytes; nothing if it cannot be read."""
        try:
            found = path.stat()
        except OSError:
            return ""
        name, told = os.fsencode(path), f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
        self._seen.add(name)
        known, kept = self._known.get(name, ("", ""))
        if known == told:
            return kept
        whole = digest(path)
        old = max(found.st_mtime_ns, found.st_ctime_ns) < self._begin.st_ctime_ns
        if whole and old and found.st_dev == self._begin.st_dev:  # no other disk: its clock may be another
            self._tables.ask("INSERT OR REPLACE INTO inputs VALUES (?, ?, ?)", (name, told, whole))
        return whole

    def end(self) -> None:
        """Forget the files that this build has not asked for."""
        gone = [(name,) for name in self._known.keys() - self._seen]
        self._tables.tell("DELETE FROM inputs WHERE path = ?", gone)
