"""Tasks on many machines: the same functions as the local workers run, by way of a Dask scheduler (extra `cluster`).

Documents go out, readings come back, and the build merges them here, so that its output is the local one's, byte for
byte. On each machine a task runs in a process that can be killed, with the same limits as at home: a document that
crashes its reader costs itself, not the machine's worker. A worker that dies is Dask's business: what it had is done
by another.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from graph.cache import fingerprint
from graph.workers import Limits, Outcome, Pool, Task

_BATCH = 10
_WAIT = 20
_own = threading.local()
Work = Callable[[Any], Any]
Prepare = Callable[[str], None]


class ClusterError(Exception):
    """A cluster that cannot be used; the message says which, why and what to do."""


class Cluster:
    """Runs tasks as a `Pool` does, on the workers of a scheduler such as `tcp://scheduler:8786`."""

    def __init__(self, address: str, work: Work, prepare: Prepare | None = None, limits: Limits | None = None) -> None:
        self._address = address
        self._given = (work, prepare, limits or Limits())
        self._client: Any = None

    def __enter__(self) -> Cluster:
        try:
            self._client = _dask().Client(self._address, timeout=_WAIT)
        except (OSError, ValueError) as error:
            raise ClusterError(
                f"{self._address}: no Dask scheduler answers there ({error}). Start one: 'dask scheduler'."
            ) from error
        self._look()
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            with contextlib.suppress(OSError, ValueError, TimeoutError):
                self._client.close()
            self._client = None

    def _look(self) -> None:
        """Make sure that there are workers, all with the engine and vocabulary that this build has."""
        try:
            found: dict[str, str] = self._client.run(fingerprint)
        except Exception as error:
            self.__exit__()
            raise ClusterError(
                f"{self._address}: its workers cannot run integraph ({error}). Install this version of it there."
            ) from error
        others = sorted(worker for worker, told in found.items() if told != fingerprint())
        if others or not found:
            self.__exit__()
            why = f"{others[0]} has another version of integraph" if others else "it has no workers"
            raise ClusterError(f"{self._address}: {why}. Start workers with this version: 'dask worker'.")

    def run(self, tasks: Sequence[Task], meanwhile: Callable[[], None] | None = None) -> Iterator[Outcome]:
        """The outcome of each task, as they come; `meanwhile` is done here while the workers are at their first."""
        kinds: dict[str, list[Task]] = {}
        for task in tasks:
            kinds.setdefault(task.kind, []).append(task)
        batches = [some[at : at + _BATCH] for some in kinds.values() for at in range(0, len(some), _BATCH)]
        futures = {self._client.submit(_batch, batch, *self._given, pure=False): batch for batch in batches}
        if meanwhile is not None:
            meanwhile()
        for future in _dask().as_completed(list(futures)):
            batch = futures.pop(future)
            if future.status == "finished":
                yield from future.result()
            else:
                yield from (Outcome(task.number, None, "crash", "its worker died") for task in batch)


def _dask() -> Any:
    """The package of Dask that runs tasks elsewhere."""
    try:
        import distributed
    except ImportError as error:
        raise ClusterError("--cluster needs Dask. Install it: pip install 'integraph[cluster]'.") from error
    return distributed


def _batch(tasks: Sequence[Task], work: Work, prepare: Prepare | None, limits: Limits) -> list[Outcome]:
    """On a machine of the cluster: the outcomes of some tasks, by a process of this thread's own that lives on."""
    known = (work, prepare, limits)
    if getattr(_own, "given", None) is None or not _same(_own.given, known):
        _free()
        _own.pool, _own.given = Pool(work, prepare, 1, limits), known
    return list(_own.pool.run(tasks))


def _same(one: tuple[Any, ...], two: tuple[Any, ...]) -> bool:
    """Whether two pairs of functions do the same: partial functions of a module come anew with every message."""
    return [_parts(part) for part in one] == [_parts(part) for part in two]


def _parts(part: Any) -> Any:
    return (part.func, part.args) if hasattr(part, "func") else part


def _free() -> None:
    """Let this process have processes of its own, which Dask's workers may not by default."""
    settings = getattr(multiprocessing.current_process(), "_config", {})
    settings["daemon"] = False


__all__ = ["Cluster", "ClusterError"]
