"""Put a further file into a finished output, as safely as a build does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from graph.output.store import MANIFEST, Lock, StoreError, check, listed, staging


def amend(out: Path, files: Mapping[str, bytes]) -> None:
    """Add `files` (name to content) to the output folder `out` and to its manifest, or replace them there.

    The other files stay as they are. Raises `StoreError` where `out` is no whole output or cannot be written, and
    `StoreBusyError` while a build runs in it.
    """
    with Lock(out):
        wrong = check(out)
        if wrong:
            raise StoreError(wrong[0])
        with staging(out) as stage:
            for name in listed(out):
                if name not in files and name != MANIFEST:
                    _take(out / name, stage.folder / name)
            for name, data in sorted(files.items()):
                stage.write(name, data)
            stage.publish()


def _take(old: Path, new: Path) -> None:
    """The same file in another place: a second name for it, or a copy where the disk has no such thing."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)
