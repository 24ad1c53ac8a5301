"""Runs queries in killable workers, as many at a time as there is room for, each within its deadline.

A query that is not answered at once loses its right of way: its worker gets a lower priority, so that short queries
overtake long ones. A worker that was too slow, or that broke, is killed and replaced.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import multiprocessing
import os
import socket
import struct
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, cast

from queries.answering import Reply, failure
from queries.confinement import Limits
from queries.worker import framed, read_reply, receive
from serving.description import Description, from_data
from serving.errors import HttpError
from serving.keeper import FORK, KILL, ORDER, keep
from serving.snapshot import DATASET, MEASURES, Snapshot, SnapshotError

Gone = Callable[[], Coroutine[object, object, None]]
"""Something to await that returns when the client has left."""

_LENGTH = struct.Struct(">I")
_QUICK_SECONDS = 0.2
_LOADING_SECONDS = 900.0
_FORKING_SECONDS = 30.0
_LOW_PRIORITY = 15
_MOST_USES = 20_000


class _Channel(asyncio.Protocol):
    """Our end of a worker's channel: one request out, one reply back."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._reply: asyncio.Future[bytes] | None = None
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if len(self._buffer) < _LENGTH.size:
            return
        (size,) = _LENGTH.unpack_from(self._buffer)
        if len(self._buffer) >= _LENGTH.size + size and self._reply is not None and not self._reply.done():
            self._reply.set_result(bytes(memoryview(self._buffer)[_LENGTH.size :]))
            self._buffer = bytearray()

    def connection_lost(self, exc: Exception | None) -> None:
        self.transport = None
        if self._reply is not None and not self._reply.done():
            self._reply.set_exception(ConnectionResetError("the worker has ended"))

    def ask(self, content: bytes) -> asyncio.Future[bytes]:
        """Send a request; the reply will come."""
        self._reply = asyncio.get_running_loop().create_future()
        if self.transport is None:
            self._reply.set_exception(ConnectionResetError("the worker had ended"))
        else:
            self.transport.write(framed(content))
        return self._reply


@dataclass
class _Worker:
    process: int
    channel: _Channel
    uses: int = 0


class Keeper:
    """One loaded dataset with its workers (our side of `serving.keeper`)."""

    def __init__(self, snapshot: Snapshot, limits: Limits) -> None:
        self.snapshot = snapshot
        self.description: Description | None = None
        self._control, there = socket.socketpair()
        context = multiprocessing.get_context("spawn")
        self._process = context.Process(target=keep, args=(there, os.getpid(), limits), daemon=True)
        self._process.start()
        there.close()
        self._forking = asyncio.Lock()
        self._idle: list[_Worker] = []
        self._busy = 0
        self._retired = False

    async def load(self) -> None:
        """Wait until the dataset is loaded; SnapshotError where it cannot be."""
        self._control.settimeout(_LOADING_SECONDS)
        try:
            files = [self.snapshot.files[name].handle for name in (DATASET, MEASURES) if name in self.snapshot.files]
            socket.send_fds(self._control, [b"D"], files)
            told = await asyncio.to_thread(receive, self._control)
            said = json.loads(told or b"{}")
        except OSError as error:
            said = {"error": str(error)}
        if "description" not in said:
            self.close()
            reason = said.get("error", "there may be too little memory")
            raise SnapshotError(f"{self.snapshot.out / DATASET} cannot be loaded: {reason}")
        self.description = from_data(said["description"])
        self._control.settimeout(_FORKING_SECONDS)

    async def warm(self, workers: int) -> None:
        """Have so many workers ready."""
        while len(self._idle) < workers:
            self._idle.append(await self._fork())

    async def take(self) -> _Worker:
        """A worker that is free, or a new one."""
        self._busy += 1
        while self._idle:
            worker = self._idle.pop()
            if worker.channel.transport is not None:
                return worker
        try:
            return await self._fork()
        except BaseException:
            self._busy -= 1
            raise

    def give_back(self, worker: _Worker, *, fit: bool) -> None:
        """Return a worker; one that is not fit for another query is ended."""
        self._busy -= 1
        worker.uses += 1
        if fit and not self._retired and worker.uses < _MOST_USES:
            self._idle.append(worker)
        else:
            self._end(worker)
        if self._retired and not self._busy:
            self.close()

    def retire(self) -> None:
        """Take no new queries; end when the last one is answered."""
        self._retired = True
        if not self._busy:
            self.close()

    def close(self) -> None:
        """End the keeper and all its workers."""
        for worker in self._idle:
            self._end(worker)
        self._idle.clear()
        self._control.close()
        self._process.kill()
        self._process.join()

    def _end(self, worker: _Worker) -> None:
        if worker.channel.transport is not None:
            worker.channel.transport.close()
        with contextlib.suppress(OSError):  # the keeper may have gone first, and its workers with it
            self._control.send(ORDER.pack(KILL, worker.process))

    async def _fork(self) -> _Worker:
        async with self._forking:
            process, end = await asyncio.to_thread(self._order_fork)
        _, channel = await asyncio.get_running_loop().create_connection(_Channel, sock=end)
        return _Worker(process, channel)

    def _order_fork(self) -> tuple[int, socket.socket]:
        self._control.sendall(ORDER.pack(FORK, 0))
        content, handles, _, _ = socket.recv_fds(self._control, 4, 1)
        if not handles:
            raise ConnectionResetError("the process that holds the dataset has ended")
        end = socket.socket(fileno=handles[0])
        end.setblocking(False)
        return _LENGTH.unpack(content)[0], end


class Pool:
    """Asks whichever dataset is in place now."""

    def __init__(self, limits: Limits, *, warm: int, most: int, queue: int) -> None:
        self._limits = limits
        self._warm = warm
        self._room = asyncio.Semaphore(most)
        self._queue = queue
        self._waiting = 0
        self._keeper: Keeper | None = None

    async def replace(self, snapshot: Snapshot) -> Description | None:
        """Load a dataset and put it in the place of the old one, which answers until then; what it holds."""
        keeper = Keeper(snapshot, self._limits)
        await keeper.load()
        try:
            await keeper.warm(self._warm)
        except OSError as error:
            keeper.close()
            raise SnapshotError(f"{snapshot.out}: no worker could be started ({error}). Free some memory.") from error
        old, self._keeper = self._keeper, keeper
        if old is not None:
            old.retire()
        return keeper.description

    def close(self) -> None:
        """End all processes."""
        if self._keeper is not None:
            self._keeper.close()

    async def ask(self, content: bytes, gone: Gone | None = None) -> Reply:
        """The reply to a request; given up when the client is `gone`. Raises `HttpError` (503) without room."""
        await self._enter()
        try:
            keeper = self._keeper
            if keeper is None:
                raise _busy("The dataset is not loaded yet.")
            worker = await keeper.take()
            fit = False
            try:
                reply, fit = await self._run(worker, content, gone)
            finally:
                keeper.give_back(worker, fit=fit)
            return reply
        except OSError as error:
            raise _busy("No worker could be started.") from error
        finally:
            self._room.release()

    async def _enter(self) -> None:
        if self._room.locked() and self._waiting >= self._queue:
            raise _busy("Too many queries are waiting.")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._limits.seconds):
                await self._room.acquire()
        except TimeoutError as error:
            raise _busy("Too many long queries are running.") from error
        finally:
            self._waiting -= 1

    async def _run(self, worker: _Worker, content: bytes, gone: Gone | None) -> tuple[Reply, bool]:
        """The reply, and whether the worker is as good as new."""
        reply = worker.channel.ask(content)
        await asyncio.wait((reply,), timeout=_QUICK_SECONDS)
        quick = reply.done()
        if not quick:
            with contextlib.suppress(OSError):  # it has just ended
                os.setpriority(os.PRIO_PROCESS, worker.process, _LOW_PRIORITY)
            await self._wait(reply, gone)
        if not reply.done():
            reply.cancel()
            seconds = f"{self._limits.seconds:g} seconds"
            return failure(
                "deadline", f"The query has taken longer than {seconds}, and was stopped. Ask for less."
            ), False
        try:
            return read_reply(reply.result()), quick
        except ConnectionError:
            most = f"{self._limits.memory / 1_000_000:g} MB"
            message = (
                f"The query broke its worker: it needs more than {most} of memory, or nests too deep. Ask for less."
            )
            return failure("exhausted", message), False

    async def _wait(self, reply: asyncio.Future[bytes], gone: Gone | None) -> None:
        """Until the reply is there, the deadline has passed or the client has left."""
        left: set[asyncio.Future[Any]] = {asyncio.ensure_future(gone())} if gone is not None else set()
        try:
            await asyncio.wait(
                {reply, *left}, timeout=self._limits.seconds - _QUICK_SECONDS, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            for future in left:
                future.cancel()


def _busy(reason: str) -> HttpError:
    return HttpError(503, f"{reason} Try again in a moment.", {"Retry-After": "5"})
