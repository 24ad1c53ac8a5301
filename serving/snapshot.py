"""One finished output of a build, held open: its files stay readable even after a new build has taken their place."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

MANIFEST: Final = "manifest.json"
PUBLIC: Final = {
    "graph.ttl": "text/turtle; charset=utf-8",
    "graph.trig": "application/trig; charset=utf-8",
    "analysis.trig": "application/trig; charset=utf-8",
    "vocabulary.ttl": "text/turtle; charset=utf-8",
    "graph.html": "text/html; charset=utf-8",
}
"""The files of an output folder that are served, with their media types. All others are private."""
DATASET, MEASURES = "graph.trig", "analysis.trig"
_CHUNK = 1 << 18


class SnapshotError(ValueError):
    """There is no whole output of a build where one was looked for."""


class Held:
    """A file that is held open."""

    def __init__(self, handle: int, name: str) -> None:
        self.handle = handle
        self.name = name
        self.media = PUBLIC[name]
        self.size = os.fstat(handle).st_size
        self.digest = self._hash()

    def __del__(self) -> None:
        os.close(self.handle)

    def chunks(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """The content from one byte to before another, piece by piece."""
        end = self.size if end is None else end
        while start < end and (piece := os.pread(self.handle, min(_CHUNK, end - start), start)):
            yield piece
            start += len(piece)

    def read(self) -> bytes:
        """The whole content."""
        return b"".join(self.chunks())

    def _hash(self) -> str:
        digest = hashlib.sha256()
        for piece in self.chunks():
            digest.update(piece)
        return digest.hexdigest()


class Snapshot:
    """The public files of an output folder, all of one build.

    Opening raises `SnapshotError` where the folder is no finished output, or changes while it is read.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        try:
            folder = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
        except OSError as error:
            raise SnapshotError(
                f"{out}: there is no output folder ({error.strerror}). Build one: 'integraph build PATH --out {out}'."
            ) from error
        try:
            self.files = self._open(folder)
        finally:
            os.close(folder)
        parts = [f"{name} {held.digest}" for name, held in sorted(self.files.items())]
        self.version = hashlib.sha256("\n".join(parts).encode("ascii")).hexdigest()[:16]

    def _open(self, folder: int) -> dict[str, Held]:
        files: dict[str, Held] = {}
        try:
            handle = os.open(MANIFEST, os.O_RDONLY, dir_fd=folder)
            with os.fdopen(handle, "rb") as file:
                stated = json.load(file)["files"]
            for name in PUBLIC:
                if name in stated:
                    held = files[name] = Held(os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=folder), name)
                    if held.digest != stated[name]["sha256"]:
                        raise SnapshotError(f"{self.out / name} is not as it was built. Build it again.")
        except (OSError, ValueError, KeyError, TypeError) as error:
            if isinstance(error, SnapshotError):
                raise
            raise SnapshotError(f"{self.out}: this is no whole output of a build ({error}). Build it again.") from error
        if DATASET not in files:
            raise SnapshotError(f"{self.out / DATASET} is missing. Build it again.")
        return files


def fingerprint(out: Path) -> tuple[int, int, int] | None:
    """What changes when a build has put a new output in place; None where there is none."""
    try:
        found = (out / MANIFEST).stat()
    except OSError:
        return None
    return (found.st_ino, found.st_mtime_ns, found.st_size) if stat.S_ISREG(found.st_mode) else None
