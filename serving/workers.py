"""Runs queries in killable workers, as many at a time as there is room for, each within its deadline.

A query that is not answered at once loses its right of way: its worker gets a lower priority, so that short queries
overtake long ones. A worker that was too slow, or that broke, is killed and replaced.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable, Coroutine
from typing import Any

from queries.answering import Reply, failure
from queries.confinement import Limits
from queries.worker import read_reply
from serving.description import Description
from serving.errors import HttpError
from serving.holder import Keeper, Worker
from serving.memory import Asked, Memory, Sent, is_lasting
from serving.snapshot import Snapshot, SnapshotError

Gone = Callable[[], Coroutine[object, object, None]]
"""Something to await that returns when the client has left."""

_QUICK_SECONDS = 0.2
_LOW_PRIORITY = 15


class _Turn:
    """The turn of one query among the few that run at full priority; it ends once."""

    def __init__(self, turns: asyncio.Semaphore) -> None:
        self._turns: asyncio.Semaphore | None = turns

    def end(self) -> None:
        """Let another have its turn."""
        if self._turns is not None:
            self._turns.release()
            self._turns = None


class Pool:
    """Asks whichever dataset is in place now."""

    def __init__(self, limits: Limits, *, warm: int, most: int, queue: int) -> None:
        self._limits = limits
        self._warm = warm
        self._room = asyncio.Semaphore(most)
        self._turns = asyncio.Semaphore(warm)
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

    @property
    def replays(self) -> Memory[Asked, Sent] | None:
        """Whole answers to requests that come again byte for byte, as long as this dataset is in place."""
        return self._keeper.replays if self._keeper else None

    def close(self) -> None:
        """End all processes."""
        if self._keeper is not None:
            self._keeper.close()

    async def ask(self, content: bytes, gone: Gone | None = None) -> Reply:
        """The reply to a request; given up when the client is `gone`. Raises `HttpError` (503) without room."""
        known = self._keeper.memory.get(content) if self._keeper else None
        if known is not None:
            return known
        await self._enter()
        turn = _Turn(self._turns)
        try:
            keeper = self._keeper
            if keeper is None:
                raise _busy("The dataset is not loaded yet.")
            worker = await keeper.take()
            fit = False
            try:
                reply, fit = await self._run(worker, content, gone, turn)
            finally:
                keeper.give_back(worker, fit=fit)
            if reply.kind == "ok" and is_lasting(content):
                keeper.memory.keep(content, reply, len(content) + len(reply.body))
            return reply
        except OSError as error:
            raise _busy("No worker could be started.") from error
        finally:
            turn.end()
            self._room.release()

    async def _enter(self) -> None:
        """Wait for room, and for a turn among the quick ones."""
        if not self._room.locked() and not self._turns.locked():
            await self._room.acquire()
            await self._turns.acquire()
            return
        if self._waiting >= self._queue:
            raise _busy("Too many queries are waiting.")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._limits.seconds):
                await self._room.acquire()
                try:
                    await self._turns.acquire()
                except BaseException:
                    self._room.release()
                    raise
        except TimeoutError as error:
            raise _busy("Too many long queries are running.") from error
        finally:
            self._waiting -= 1

    async def _run(self, worker: Worker, content: bytes, gone: Gone | None, turn: _Turn) -> tuple[Reply, bool]:
        """The reply, and whether the worker is as good as new."""
        reply = worker.channel.ask(content)
        await asyncio.wait((reply,), timeout=_QUICK_SECONDS)
        quick = reply.done()
        if not quick:
            turn.end()
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
