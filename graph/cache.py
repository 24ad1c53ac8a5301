"""What earlier builds took from files, so that a build reads only what is new or has changed.

Kept beside the output folder, never in it: entries hold the texts, and are as private as these. An entry is found by
the bytes of the file, its name, and a fingerprint of the engine and the vocabulary; whatever changes makes another key.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import shutil
import tempfile
from functools import lru_cache
from importlib import metadata
from importlib.resources import files
from pathlib import Path

from graph import codec
from graph.collecting import Input
from graph.model import Reading
from graph.output.store import beside
from graph.terms import digest
from ontology.kept import contents

_FORMAT = "2"
_PARTS = ("babel", "pdfminer.six", "pdfplumber", "py3langid", "pypdfium2")
_ROOMS = ("graph", "ontology")


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """What the engine and the vocabulary are: a digest of every file of both, and of the versions of their parts."""
    whole = hashlib.sha256(f"{_FORMAT} {platform.python_version()}".encode())
    for part in _PARTS:
        with contextlib.suppress(metadata.PackageNotFoundError):
            whole.update(f"{part} {metadata.version(part)}\n".encode())
    for room in _ROOMS:
        for name, data in sorted(contents(files(room), room)):
            whole.update(f"{name} {len(data)}\n".encode())
            whole.update(data)
    return whole.hexdigest()


class Cache:
    """Packed readings: of earlier builds into one output folder, or, in another `folder`, of this build alone."""

    def __init__(self, out: Path, folder: Path | None = None) -> None:
        self.folder = folder or beside(out) / f".{out.resolve().name}.cache"
        self._used: set[str] = set()
        self._held: dict[str, bytes] = {}

    def key(self, item: Input, content: str) -> str:
        """The key of an input whose file has this digest."""
        return digest(fingerprint(), item.source, item.member or "", item.path.suffix.lower(), content)

    def get(self, key: str) -> tuple[Reading, tuple[str, ...]] | None:
        """The reading kept under a key, with its notes; `None` where there is none, or none that can be used."""
        data = self.fetch(key)
        try:
            return None if data is None else codec.unpacked(data)
        except codec.CodecError:  # a damaged entry is as good as none: the file is read again
            return None

    def fetch(self, key: str) -> bytes | None:
        """The bytes kept under a key, if there are any."""
        try:
            data = self._path(key).read_bytes()
        except OSError:
            return self._held.get(key)
        self._used.add(key)
        return data

    def mark(self, key: str) -> None:
        """This build has use for what is kept under a key."""
        self._used.add(key)

    def put(self, key: str, data: bytes) -> None:
        """Keep what was packed: where the disk is full, in memory, for this build alone."""
        try:
            path = self._path(key)
            if not self.folder.is_dir():
                self.folder.mkdir(mode=0o700, parents=True)
                (self.folder / ".gitignore").write_text("*\n")
            path.parent.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(name, path)
            self._used.add(key)
        except OSError:
            self._held[key] = data

    def prune(self) -> None:
        """Drop what this build had no use for."""
        for part in sorted(self.folder.glob("*")) if self.folder.is_dir() else []:
            for entry in sorted(part.iterdir()) if part.is_dir() else []:
                if entry.name not in self._used:
                    entry.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                part.rmdir()

    def clear(self) -> None:
        """Forget everything."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key
