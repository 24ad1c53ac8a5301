"""What a process that runs strangers' queries may take and touch.

The limits are the operating system's own (setrlimit, and prctl on Linux), so that no fault of an engine gets past them:
no file or socket can be opened, no byte written to a file, no program started, memory and time end. Where a system does
not know a limit, the others still hold.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from dataclasses import dataclass

MEGABYTE = 1_000_000
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: seconds of time, rows and bytes of answer, bytes of query, and bytes of memory beyond
    what the dataset takes. Triples of a CONSTRUCT or DESCRIBE count as rows.
    """

    seconds: float = 5.0
    rows: int = 10_000
    answer_bytes: int = 10 * MEGABYTE
    query_bytes: int = 16_384
    memory: int = 512 * MEGABYTE


UNLIMITED = Limits(seconds=0.0, rows=sys.maxsize, answer_bytes=sys.maxsize, query_bytes=200_000, memory=0)
"""For a person's own questions on their own machine: any answer, and all the time and memory there is."""


def die_with(parent: int) -> None:
    """Let the system end this process when the one that started it, of this process id, ends (Linux)."""
    if sys.platform == "linux":
        _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it had ended before we asked
            os._exit(1)


def confine(limits: Limits) -> None:
    """Take from this process, for good, what a query does not need. Open pipes and sockets stay usable."""
    if sys.platform == "win32":  # pragma: no cover - the other branch runs where the tests do
        return
    import resource

    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    os.close(silence)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if sys.platform == "linux":
        _prctl(_PR_SET_NO_NEW_PRIVS, 1)
        _prctl(_PR_SET_DUMPABLE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NPROC, 0)
    if limits.memory:
        _limit(resource.RLIMIT_AS, _address_space() + limits.memory)
    _limit(resource.RLIMIT_NOFILE, 0)


def alarm(seconds: float) -> None:
    """Let the system end this process after so many seconds; 0 takes that back.

    A second line of defence behind whoever waits for the answer: it holds in native code too, and when nobody waits.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit(kind: int, value: int) -> None:
    """Set a limit, soft and hard, unless a lower one is in force; ValueError where the system does not know it."""
    import resource

    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    try:
        resource.setrlimit(kind, (value, value))
    except (ValueError, OSError):
        if sys.platform == "linux":  # elsewhere not every limit is to be had
            raise


def _address_space() -> int:
    """The bytes of address space that this process has now; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - pathlib needs more of a system
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 64 * 1024 * MEGABYTE


def _prctl(option: int, value: int) -> None:
    """Set an attribute of this process (Linux); OSError where the system refuses."""
    if ctypes.CDLL(None, use_errno=True).prctl(option, ctypes.c_ulong(value), 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option}) was refused")
