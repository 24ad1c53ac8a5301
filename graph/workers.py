"""A pool of worker processes that can be killed: each task has a deadline and a limit of memory, and costs only itself.

Workers live on from task to task, because what they prepare (the automata of a language) takes seconds to build. Tasks
of one kind go to the worker that has prepared for it. A worker that dies, hangs or runs out of memory is replaced.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from graph import codec

DEADLINE = 60.0
MEMORY = 800_000_000
_PREPARING = 300.0
_METHOD = "fork" if "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin" else "spawn"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: seconds, and bytes of memory beyond what its worker holds already."""

    seconds: float = DEADLINE
    memory: int = MEMORY


@dataclass(frozen=True, slots=True)
class Task:
    """A job for a worker: plain data, the kind of preparation that it needs ("" for none), and bytes to go with it."""

    number: int
    payload: Any
    kind: str = ""
    blob: bytes = b""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: its answer and bytes, or how it failed ("deadline", "memory", "crash", "error") and why."""

    number: int
    answer: Any = None
    failure: str = ""
    detail: str = ""
    blob: bytes = b""


class Parcel(NamedTuple):
    """Plain data with bytes that nobody on the way needs to understand: what a task with bytes gets, and may answer.

    The bytes pass through as they are, which spares the build from reading and writing again what workers made.
    """

    data: Any
    blob: bytes


@dataclass
class _Worker:
    """A process, our end of its pipe, and what it does."""

    process: BaseProcess
    pipe: Connection
    kinds: set[str] = field(default_factory=set)
    task: Task | None = None
    until: float = 0.0


class Pool:
    """Runs tasks with `work(payload)`, after `prepare(kind)` where a worker meets a kind for the first time.

    Both must return plain data (or nothing); whatever they raise fails the task alone.
    """

    def __init__(
        self,
        work: Callable[[Any], Any],
        prepare: Callable[[str], None] | None = None,
        size: int = 1,
        limits: Limits | None = None,
    ) -> None:
        self._work = work
        self._prepare = prepare
        self._size = max(1, size)
        self._limits = limits or Limits()
        self._workers: list[_Worker] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            _end(worker)
        self._workers = []

    def run(self, tasks: Sequence[Task], meanwhile: Callable[[], None] | None = None) -> Iterator[Outcome]:
        """The outcome of each task, as they come; `meanwhile` is done here while the workers are at their first."""
        waiting: dict[str, deque[Task]] = {}
        for task in tasks:
            waiting.setdefault(task.kind, deque()).append(task)
        while any(waiting.values()) or any(worker.task for worker in self._workers):
            yield from self._hand_out(waiting)
            if meanwhile is not None:
                meanwhile()
                meanwhile = None
            yield from self._collect()

    def _hand_out(self, waiting: dict[str, deque[Task]]) -> Iterator[Outcome]:
        """Give each idle worker a task, starting as many workers as there is work for."""
        while any(waiting.values()):
            idle = next((worker for worker in self._workers if worker.task is None), None)
            if idle is None and len(self._workers) >= self._size:
                return
            worker = idle or self._start()
            task = waiting[self._choice(worker, waiting)].popleft()
            worker.task = task
            known = not task.kind or task.kind in worker.kinds
            worker.until = time.monotonic() + (self._limits.seconds if known else _PREPARING)
            try:
                worker.pipe.send_bytes(_packed([task.kind, task.payload], task.blob))
            except OSError:
                yield self._failed(worker, "crash", "the worker had died")

    def _choice(self, worker: _Worker, waiting: dict[str, deque[Task]]) -> str:
        """The kind that this worker has prepared for, else one that no other has, else the one with most to do."""
        open_ = [kind for kind in waiting if waiting[kind]]
        taken = {kind for other in self._workers if other is not worker for kind in other.kinds}
        return min(
            open_, key=lambda kind: (kind not in worker.kinds and bool(kind), kind in taken, -len(waiting[kind]), kind)
        )

    def _collect(self) -> Iterator[Outcome]:
        """Wait for the next message, death or deadline."""
        busy = [worker for worker in self._workers if worker.task]
        if not busy:
            return
        first = min(worker.until for worker in busy)
        ready = wait([worker.pipe for worker in busy], max(0.0, first - time.monotonic()))
        for worker in busy:
            if worker.pipe in ready:
                yield from self._message(worker)
            elif worker.until <= time.monotonic():
                yield self._failed(worker, "deadline", f"{self._limits.seconds:g} seconds")

    def _message(self, worker: _Worker) -> Iterator[Outcome]:
        task = worker.task
        if task is None:
            return
        try:
            (what, answer), blob = _unpacked(worker.pipe.recv_bytes())
        except (EOFError, OSError, codec.CodecError, ValueError, TypeError):
            worker.process.join(1.0)
            yield self._failed(worker, "crash", _death(worker.process.exitcode))
            return
        if what == "prepared":
            worker.kinds.add(task.kind)
            worker.until = time.monotonic() + self._limits.seconds
        elif what == "memory":
            yield self._failed(worker, "memory", f"{self._limits.memory // 1_000_000} MB")
        else:
            worker.task = None
            done = Outcome(task.number, answer, blob=blob)
            yield done if what == "done" else Outcome(task.number, None, "error", str(answer))

    def _failed(self, worker: _Worker, failure: str, detail: str) -> Outcome:
        """The worker is lost, and its task with it."""
        number = worker.task.number if worker.task else -1
        _end(worker)
        self._workers.remove(worker)
        return Outcome(number, None, failure, detail)

    def _start(self) -> _Worker:
        context = multiprocessing.get_context(_METHOD)
        ours, theirs = context.Pipe()
        others = [worker.pipe for worker in self._workers] if _METHOD == "fork" else []
        process = context.Process(  # type: ignore[attr-defined]
            target=_serve,
            args=(theirs, [ours, *others] if _METHOD == "fork" else [], self._work, self._prepare, self._limits),
        )
        process.daemon = True
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker


def _end(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()
    worker.process.close()


def _death(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"signal {signal.Signals(-code).name}"
    return f"exit code {code}"


def _serve(
    pipe: Connection,
    close: Sequence[Connection],
    work: Callable[[Any], Any],
    prepare: Callable[[str], None] | None,
    limits: Limits,
) -> None:
    """A worker's life: take a task, answer it, until the pipe is closed."""
    for other in close:
        other.close()
    as_child()
    gc.enable()
    prepared: set[str] = set()
    while True:
        try:
            (kind, payload), blob = _unpacked(pipe.recv_bytes())
            if kind and kind not in prepared:
                if prepare:
                    prepare(kind)
                prepared.add(kind)
                gc.collect()
                gc.freeze()  # what was prepared stays; to look through it again and again costs a fifth of the time
                pipe.send_bytes(_packed(["prepared", None]))
            pipe.send_bytes(_answer(work, Parcel(payload, blob) if blob else payload, limits))
        except (EOFError, OSError):
            os._exit(0)


def _answer(work: Callable[[Any], Any], payload: Any, limits: Limits) -> bytes:
    """The answer to one task as bytes, made within the limit of memory."""
    try:
        with _memory(limits.memory):
            done = work(payload)
            return _packed(["done", done.data], done.blob) if isinstance(done, Parcel) else _packed(["done", done])
    except MemoryError:
        return _packed(["memory", None])
    except Exception as error:  # a task that fails must not take the others with it; its outcome says what happened
        return _packed(["error", f"{type(error).__name__}: {str(error)[:600]}"])


def _packed(data: Any, blob: bytes = b"") -> bytes:
    """A message: a line of JSON, and bytes."""
    return codec.dumps(data) + b"\n" + blob


def _unpacked(message: bytes) -> tuple[Any, bytes]:
    line, _, blob = message.partition(b"\n")
    return codec.loads(line), blob


@contextlib.contextmanager
def _memory(extra: int) -> Iterator[None]:
    """A limit of what may be allocated beyond what is in use, where the system has one."""
    try:
        import resource

        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - a file of the system, read for each task
            used = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (ImportError, OSError, ValueError):
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = used + extra if hard == resource.RLIM_INFINITY else min(used + extra, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def as_child() -> None:
    """Make this process a child that ends with the build, however that ends (Linux), and leaves interrupts to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)
