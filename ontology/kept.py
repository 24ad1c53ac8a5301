"""Compiled knowledge, kept on disk from one run to the next: what takes long to make from the knowledge files.

An entry is found by its name and by a digest of everything that it was made from (`knowledge_digest`): whoever edits a
file of the vocabulary gets it compiled anew. Entries are plain data (JSON), never code; one that is damaged, or that
another user could have written, is as good as none. Where nothing can be written, all is compiled in each run.

The folder is `integraph` in `$XDG_CACHE_HOME` (else `~/.cache`, on Windows `%LOCALAPPDATA%`); the environment's
`INTEGRAPH_CACHE` names another folder, or says `off`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

SETTING = "INTEGRAPH_CACHE"
_OFF = frozenset({"off", "no", "0"})
_FORMAT = "integraph compiled 1"
_KEPT_OF_A_NAME = 3
Made = TypeVar("Made")


def folder() -> Path | None:
    """Where compiled knowledge is kept; None where it is not to be kept."""
    wanted = os.environ.get(SETTING, "")
    if wanted:
        return None if wanted.lower() in _OFF else Path(wanted)
    base = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if base and Path(base).is_absolute():
        return Path(base) / "integraph"
    with contextlib.suppress(RuntimeError):  # a user without a home keeps nothing
        return Path.home() / ".cache" / "integraph"
    return None


@lru_cache(maxsize=1)
def knowledge_digest() -> str:
    """A digest of all files of this room, knowledge and code, and of the version of Python."""
    whole = hashlib.sha256(f"{_FORMAT} {sys.version_info[:3]} {sys.byteorder}".encode())
    for name, data in sorted(contents(files("ontology"), "ontology")):
        whole.update(f"{name} {len(data)}\n".encode())
        whole.update(data)
    return whole.hexdigest()


def contents(room: Traversable, name: str) -> Iterable[tuple[str, bytes]]:
    """The path and bytes of each file below a folder of the installed program, compiled Python left out."""
    for item in room.iterdir():
        inner = f"{name}/{item.name}"
        if item.is_dir():
            if item.name != "__pycache__":
                yield from contents(item, inner)
        elif not item.name.endswith((".pyc", ".pyo")):
            yield inner, item.read_bytes()


def compiled(name: str, make: Callable[[], Made], to_data: Callable[[Made], Any], read: Callable[[Any], Made]) -> Made:
    """What `make` makes of the knowledge files alone: as it was kept (see `recall`), else made and kept now."""
    found = recall(name, knowledge_digest(), read)
    if found is None:
        found = make()
        keep(name, knowledge_digest(), to_data(found))
    return found


def recall(name: str, parts: str, read: Callable[[Any], Made]) -> Made | None:
    """What `read` makes of the data kept under a name and a digest of what it was made from; None if there is none.

    `read` raises ValueError, TypeError, LookupError or AttributeError for data that it cannot use.
    """
    place = folder()
    data = _bytes(place / _file(name, parts)) if place else None
    if data is None:
        return None
    head, _, body = data.partition(b"\n")
    if head != _head(body):
        return None
    try:
        return read(json.loads(body))
    except (ValueError, TypeError, LookupError, AttributeError):  # an entry that does not fit is made anew
        return None


def keep(name: str, parts: str, data: Any) -> None:
    """Keep plain data under a name and a digest of what it was made from.

    A folder that cannot be written to, or that others may write to, is left alone: then nothing is kept.
    """
    place = folder()
    if place is None:
        return
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    with contextlib.suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _own(place.stat()):
            return
        handle, made = tempfile.mkstemp(dir=place)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_head(body) + b"\n" + body)
            os.replace(made, place / _file(name, parts))
        except OSError:
            Path(made).unlink(missing_ok=True)
            raise
        _drop_old(place, name)


def _file(name: str, parts: str) -> str:
    return f"{name}.{parts[:32]}.json"


def _head(body: bytes) -> bytes:
    return f"{_FORMAT} {hashlib.sha256(body).hexdigest()}".encode()


def _bytes(path: Path) -> bytes | None:
    """The bytes of a file that only this user can have written, in a folder of the same kind."""
    try:
        if not _own(path.parent.stat()):
            return None
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            return file.read() if _own(os.fstat(handle)) else None
    except OSError:
        return None


def _own(found: os.stat_result) -> bool:
    """Whether this user alone can write to it. Windows keeps each user's cache folder from the others by itself."""
    if not hasattr(os, "geteuid"):
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _drop_old(place: Path, name: str) -> None:
    """Keep only the newest entries of a name: other versions of the files may be in use by turns, but not many."""
    same = sorted(place.glob(f"{name}.*.json"), key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
    for old in same[_KEPT_OF_A_NAME:]:
        old.unlink(missing_ok=True)
