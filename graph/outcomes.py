"""What became of each input file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["read", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of an input file.

    `cause` and `remedy` say why it was skipped or failed, `notes` what was left out or guessed in one that was read.
    """

    source: str
    status: Status
    cause: str = ""
    remedy: str = ""
    notes: tuple[str, ...] = ()
