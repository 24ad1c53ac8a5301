"""The output folder: written beside its place, checked, then put in place in one step.

Whatever happens before that step, the old output is untouched. Where the system cannot exchange folders, or the folder
holds other people's files too, the files are put in place one by one, the manifest last; on an error they come back.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from graph.output.data import as_json
from graph.output.folders import OWN_FOLDER, bring_home, exchange, holds_only, names_in, settle, undo

MANIFEST = "manifest.json"
Print = dict[str, str | int]
_AT_ONCE = 16
_SAFE = re.compile(r"\w+(?:/\w+)*\.\w+")  # what needs no second look
PRIVATE = f"{OWN_FOLDER}/private.json"


class StoreError(Exception):
    """The output could not be written; the old one is intact."""


class StoreBusyError(StoreError):
    """Another build is writing to the same folder."""


class Lock:
    """Holds an output folder for one build; the system lets go of it if the process dies."""

    def __init__(self, out: Path) -> None:
        self.path = beside(out) / f".{out.resolve().name}.lock"
        self.file: BinaryIO | None = None

    def __enter__(self) -> Lock:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.file = self.path.open("a+b")
            _lock(self.file)
            if not self.path.exists() or not os.path.samestat(os.fstat(self.file.fileno()), self.path.stat()):
                raise BlockingIOError(errno.EAGAIN, "the lock has just changed hands")
        except BlockingIOError as error:
            self._close()
            raise StoreBusyError(
                f"{self.path}: another build holds this lock. Wait for it, or write to another folder with --out."
            ) from error
        except OSError as error:
            self._close()
            raise StoreError(
                f"{self.path}: the output folder cannot be prepared ({error.strerror}). Check permissions."
            ) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.file is not None:
            self.path.unlink(missing_ok=True)
        self._close()

    def _close(self) -> None:
        if self.file is not None:
            self.file.close()
            self.file = None


def _lock(file: BinaryIO) -> None:
    """Take the lock or raise BlockingIOError."""
    if os.name == "nt":  # pragma: no cover - the other branch runs where the tests do
        import msvcrt

        try:
            getattr(msvcrt, "locking")(file.fileno(), getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009
        except OSError as error:
            raise BlockingIOError(errno.EAGAIN, "locked") from error
        return
    import fcntl

    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Staging:
    """A folder beside the output folder in which the new output grows."""

    def __init__(self, out: Path, folder: Path) -> None:
        self.out = out
        self.folder = folder
        self._kept: dict[str, Print] = {}
        self._written: dict[str, Print] = {}

    def write(self, name: str, data: bytes | Iterable[bytes]) -> Path:
        """Write a file of the new output, at once or piece by piece; `publish` makes sure that it is on the disk."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name in self._kept:  # or the old output's file would be written over
            del self._kept[name]
            path.unlink()
        whole, size = hashlib.sha256(), 0
        with path.open("wb") as file:
            for piece in [data] if isinstance(data, bytes) else data:
                size += file.write(piece)
                whole.update(piece)
        self._written[name] = {"sha256": whole.hexdigest(), "bytes": size}
        return path

    def told(self, name: str) -> Print:
        """What the manifest will tell of a file of the new output."""
        return self._kept.get(name) or self._written.get(name) or fingerprint(self.folder / name)

    def keep(self, name: str, told: Print, stamp: str = "") -> bool:
        """Take a file of the old output over, if it is there and is as it was told of: it gets a second name. False
        where it has to be written. One that has the `stamp` that `stamp_of` gave of it is not read."""
        old, new = f"{self.out}/{name}", f"{self.folder}/{name}"  # plain strings: there may be very many
        try:
            if not stamp or stamped(old) != stamp:
                with open(old, "rb") as file:  # noqa: PTH123
                    if os.path.islink(old) or _fingerprint(file.read()) != told:  # noqa: PTH114
                        return False
            if not self._kept:
                Path(new).parent.mkdir(parents=True, exist_ok=True)
            os.link(old, new)
        except OSError:
            return False
        self._kept[name] = told
        return True

    def stamp_of(self, name: str) -> str:
        """By what a file of the new output is known again when it is the old one's."""
        return stamped(f"{self.folder}/{name}")

    def write_again(self, name: str, data: bytes) -> bytes:
        """Write a file that the old output may hold with the same bytes: then the old one gets a second name, which
        costs no writing, and nothing has to be brought to the disk. Gives the bytes that were read there."""
        old, path = self.out / name, self.folder / name
        try:
            if not old.is_symlink() and (read := old.read_bytes()) == data:
                path.parent.mkdir(parents=True, exist_ok=True)
                os.link(old, path)
                self._kept[name] = _fingerprint(read)
                return read
        except OSError:  # there is no old file, or the disk knows no second names: write it
            pass
        return self.write(name, data).read_bytes()

    def files(self) -> list[str]:
        """The names of all files so far, with `/`, in order."""
        return names_in(self.folder)

    def publish(self) -> None:
        """Write the manifest and put everything in place; on failure put the old files back."""
        names = self.files()
        told = {name: self.told(name) for name in names if name != MANIFEST}
        self.write(MANIFEST, as_json({"files": told}))
        written = [self.folder / name for name in [*names, MANIFEST] if name not in self._kept]
        with ThreadPoolExecutor(_AT_ONCE) as pool:  # a disk brings many files home in the time of a few
            list(pool.map(bring_home, written))
        if self.swap():
            return
        names = [*told, MANIFEST]
        self.out.mkdir(parents=True, exist_ok=True)
        stale = sorted({*listed(self.out)} - {*names})
        with undo(self.out, self.folder.parent / "old") as replace:
            for name in names:
                replace(name, self.folder / name)
            for name in stale:
                replace(name, None)

    def swap(self) -> bool:
        """Exchange the whole folder for the old one in a single step; false where that cannot be done.

        It can where the system knows how, and where the folder holds nothing but the output of a build.
        """
        out = self.out.resolve()
        if beside(out) == out or self.out.is_symlink():
            return False
        if not out.exists():
            self.folder.rename(out)
            settle(out.parent)
            return True
        if not holds_only(out, frozenset({*listed(out), MANIFEST})):
            return False
        if not exchange(self.folder, out):
            return False
        settle(out.parent)
        return True


def beside(out: Path) -> Path:
    """The folder in which to stage for `out`: the one it lies in, or itself where that is another disk or read-only."""
    out = out.resolve()
    if out.is_dir() and (not os.access(out.parent, os.W_OK) or out.stat().st_dev != out.parent.stat().st_dev):
        return out
    return out.parent


def stamped(path: str) -> str:
    """A file's size, the time of its last writing and its place on the disk, which a second name shares. Raises
    `OSError`."""
    found = os.lstat(path)
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def fingerprint(path: Path) -> Print:
    """A file's SHA-256 and size."""
    with path.open("rb") as file:
        return {"sha256": hashlib.file_digest(file, "sha256").hexdigest(), "bytes": file.tell()}


def _fingerprint(data: bytes) -> Print:
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def listed(out: Path) -> list[str]:
    """The files that the manifest of an output folder names, and no others: a folder may hold other people's files."""
    return sorted(told_files(out))


def told_files(out: Path) -> dict[str, Any]:
    """These files, and what the manifest tells of each."""
    try:
        files = dict(json.loads((out / MANIFEST).read_text("utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {name: told for name, told in files.items() if _SAFE.fullmatch(name) or _is_inside(Path(name))}


def _is_inside(path: Path) -> bool:
    return ".." not in path.parts and not path.is_absolute()


def check(out: Path) -> list[str]:
    """What is wrong with an output folder; nothing if each file is as the manifest says."""
    try:
        files = json.loads((out / MANIFEST).read_text("utf-8"))["files"]
    except FileNotFoundError:
        return [f"{out / MANIFEST} is missing: this is no finished output. Build it again."]
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [f"{out / MANIFEST} cannot be read ({error}). Build it again."]
    wrong = []
    for name in sorted(files):
        path = out / name
        if not path.is_file():
            wrong.append(f"{path} is missing. Build it again.")
        elif fingerprint(path) != files[name]:
            wrong.append(f"{path} is not as it was built. Build it again.")
    return wrong


@contextmanager
def staging(out: Path) -> Iterator[Staging]:
    """A staging folder for `out`, gone afterwards; problems with the disk become `StoreError`."""
    if out.exists() and not out.is_dir():
        raise StoreError(f"{out}: this is a file. Name a folder with --out.")
    try:
        with tempfile.TemporaryDirectory(prefix=f".{out.resolve().name}.new-", dir=beside(out)) as folder:
            new = Path(folder) / "new"
            new.mkdir()
            yield Staging(out, new)
    except OSError as error:
        where = error.filename or out
        raise StoreError(
            f"{where}: could not be written ({error.strerror or error}). The old output is intact; "
            "free some space or choose another --out."
        ) from error
