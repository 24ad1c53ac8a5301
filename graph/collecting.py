"""Which files a build reads, and under which names: folders and archives opened up, what cannot be read set aside."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from graph.outcomes import FileOutcome
from graph.reading import ARCHIVES, FORMATS, ReadingError, contents
from graph.reading.packages import open_package, refusal
from graph.terms import digest


class InputError(ValueError):
    """The inputs cannot be used at all."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, or a member of an archive, and the name by which its source is known."""

    source: str
    path: Path
    member: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A file as it was come upon: its name inside what was named, and why it cannot be read, if so."""

    path: Path
    name: str
    trouble: str = ""
    remedy: str = "Leave it out."
    real: bool = False
    """Whether no link is on the way to it."""


def collect(paths: Iterable[Path], out: Path | None = None) -> tuple[list[Input], list[FileOutcome]]:
    """The files to read, each once, and those that are skipped or cannot be read.

    A file in a folder is known by its path inside the folder, a file named by itself by its name, a member of an
    archive as `archive.zip!/member`. Hidden files, and the output folder itself, are left out.
    """
    found: dict[Path, _Found] = {}
    for path in paths:
        if not os.path.lexists(path):
            raise InputError(f"{printable(str(path))}: there is no such file or folder. Check the spelling.")
        for item in _files_in(path, out) if path.is_dir() else [_looked_at(path, path.name)]:
            real = item.path if item.trouble or item.real else item.path.resolve()
            old = found.get(real)
            if old is None or (item.name.count("/"), item.name) > (old.name.count("/"), old.name):
                found[real] = _Found(real, item.name, item.trouble, item.remedy)
    inputs: list[Input] = []
    outcomes: list[FileOutcome] = []
    for item in _distinct(found):
        _sort_in(item, inputs, outcomes)
    return sorted(inputs, key=lambda i: (i.source, str(i.path))), sorted(outcomes, key=lambda o: o.source)


def printable(name: str) -> str:
    """A name that can be shown and stored: bytes that are no text, and control characters, as `%XX`."""
    if name.isascii() and name.isprintable():
        return name
    parts = []
    for char in unicodedata.normalize("NFC", name):
        if 0xDC80 <= ord(char) <= 0xDCFF:
            parts.append(f"%{ord(char) - 0xDC00:02X}")
        elif (
            unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")
            or char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        ):
            parts.append("".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass")))
        else:
            parts.append(char)
    return "".join(parts)


def _sort_in(item: _Found, inputs: list[Input], outcomes: list[FileOutcome]) -> None:
    suffix = item.path.suffix.lower()
    if item.path.name.startswith("~$"):
        outcomes.append(FileOutcome(item.name, "skipped", "it is the lock file of an editor", "Leave it out."))
    elif item.trouble:
        outcomes.append(FileOutcome(item.name, "failed", item.trouble, item.remedy))
    elif suffix in ARCHIVES:
        _open_archive(item, inputs, outcomes)
    elif suffix in FORMATS:
        inputs.append(Input(item.name, item.path))
    else:
        outcomes.append(_unreadable(item.name, suffix))


def _unreadable(name: str, suffix: str) -> FileOutcome:
    return FileOutcome(
        name,
        "skipped",
        f"there is no reader for {printable(suffix) or 'files without an extension'}",
        "Save it as one of the formats that have one.",
    )


def _open_archive(item: _Found, inputs: list[Input], outcomes: list[FileOutcome]) -> None:
    """The members of an archive as inputs of their own."""
    try:
        package = open_package(contents(item.path), item.path)
    except ReadingError as error:
        outcomes.append(FileOutcome(item.name, "failed", error.cause, error.remedy))
        return
    taken: set[str] = set()
    for info in package.infolist():
        parts = PurePosixPath(info.filename.replace("\\", "/")).parts
        if info.is_dir() or any(part.startswith(".") and part != ".." for part in parts) or "__MACOSX" in parts:
            continue
        source = f"{item.name}!/{printable(info.filename)}"
        suffix = PurePosixPath(info.filename).suffix.lower()
        if cause := refusal(info):
            outcomes.append(FileOutcome(source, "failed", cause, "Leave it out, or unpack it yourself."))
        elif source in taken:
            outcomes.append(FileOutcome(source, "failed", "the archive has two files of this name", "Unpack it."))
        elif suffix in FORMATS:
            inputs.append(Input(source, item.path, info.filename))
        else:
            outcomes.append(_unreadable(source, suffix))
        taken.add(source)


def _files_in(folder: Path, out: Path | None) -> Iterator[_Found]:
    """All files below a folder in order; links to folders are named, not followed, so that none can lead in circles."""
    inside = out.resolve() if out is not None else None
    troubles: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=troubles.append):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if name not in links and (here / name).resolve() != inside]
        for name in links:
            shown = (here / name).relative_to(folder).as_posix()
            yield _Found(here / name, printable(shown), "it is a link to a folder", "Name that folder itself.")
        home, inner = here.resolve(), here.relative_to(folder).as_posix()
        for name in sorted(files):
            if not name.startswith("."):
                yield _inside(home, name, name if inner == "." else f"{inner}/{name}")
    for error in troubles:
        shown = printable(os.path.relpath(str(error.filename), folder))
        yield _Found(
            Path(str(error.filename)), shown, f"the folder could not be opened ({error.strerror})", "Check permissions."
        )


def _inside(home: Path, file: str, name: str) -> _Found:
    """A file of a folder to which no link leads."""
    path = home / file
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return _looked_at(path, name)
    return _Found(path, printable(name), real=True) if stat.S_ISREG(mode) else _looked_at(path, name)


def _looked_at(path: Path, name: str) -> _Found:
    """A file with what keeps it from being read: only regular files are, never a pipe or a device."""
    shown = printable(name)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return _Found(path, shown, f"the file could not be opened ({error.strerror})", "Check where the link leads.")
    if not stat.S_ISREG(mode):
        return _Found(path, shown, "it is no regular file but a pipe, a device or the like")
    return _Found(path, shown)


def _distinct(found: dict[Path, _Found]) -> list[_Found]:
    """Files with names that tell them apart: where two share a name, with as much of their folders as it takes."""
    names = {path: item.name for path, item in found.items()}
    for depth in range(2, 40):
        shared = Counter(names.values())
        if max(shared.values(), default=0) < 2:
            break
        names = {
            path: printable("/".join(path.parts[-depth:])) if shared[name] > 1 else name for path, name in names.items()
        }
    shared = Counter(names.values())
    told = {path: f"{name} ({digest(str(path))[:8]})" if shared[name] > 1 else name for path, name in names.items()}
    items = [_Found(path, told[path], item.trouble, item.remedy) for path, item in found.items()]
    return sorted(items, key=lambda item: item.name)
