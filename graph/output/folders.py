"""Folders put in place: changed for one another in one step, or file by file and back again; brought to the disk."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

OWN_FOLDER = "texts"
_HERE, _EXCHANGE = -100, 2


def names_in(folder: Path) -> list[str]:
    """The names of all files in a folder and its folders, with `/`, in order; links to folders are not followed."""
    return sorted(name for name, link in _walked(folder) if not link)


def holds_only(folder: Path, names: frozenset[str]) -> bool:
    """Whether there is nothing in a folder but files of these names: no link, no empty folder, nobody else's file."""
    return all(not link and name in names for name, link in _walked(folder))


def _walked(folder: Path) -> Iterator[tuple[str, bool]]:
    """Everything in a folder that is not a folder with something in it, by its name, and whether it is a link or an
    empty folder."""
    open_: list[tuple[str, str]] = [(str(folder), "")]
    while open_:
        place, inside = open_.pop()
        with os.scandir(place) as found:
            entries = list(found)
        if not entries and inside:
            yield inside.removesuffix("/"), True
        for entry in entries:
            name = inside + entry.name
            if entry.is_dir(follow_symlinks=False):
                open_.append((entry.path, name + "/"))
            else:
                yield name, entry.is_symlink()


def bring_home(path: Path) -> None:
    """Make sure that a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def exchange(one: Path, two: Path) -> bool:
    """Let two folders change places in one step (Linux); false where that is not possible."""
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(two), ctypes.c_uint(_EXCHANGE)) == 0)


def settle(folder: Path) -> None:
    """Make sure that a change of names in a folder is on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def undo(out: Path, old: Path) -> Iterator[Callable[[str, Path | None], None]]:
    """Gives a function that replaces (or, with `None`, removes) a file of `out`; on failure all of them come back."""
    done: list[tuple[str, bool]] = []

    def replace(name: str, new: Path | None) -> None:
        target, kept = out / name, old / name
        existed = target.exists()
        if existed:
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(target, kept)
        done.append((name, existed))
        if new is None:
            target.unlink(missing_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(new, target)

    try:
        yield replace
    except BaseException:
        for name, existed in reversed(done):
            if existed:
                os.replace(old / name, out / name)
            else:
                (out / name).unlink(missing_ok=True)
        raise
    folder = out / OWN_FOLDER
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
