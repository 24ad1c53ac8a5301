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
from serving.errors import busy
from serving.holder import Keeper, Worker
from serving.memory import Asked, Memory, Sent, is_lasting
from serving.places import Place, Places
from serving.snapshot import Snapshot, SnapshotError

Gone = Callable[[], Coroutine[object, object, None]]
"""Something to await that returns when the client has left."""

_QUICK_SECONDS = 0.2
_LOW_PRIORITY = 15


class Pool:
    """Asks whichever dataset is in place now."""

    def __init__(self, limits: Limits, *, warm: int, most: int, queue: int) -> None:
        self._limits = limits
        self._warm = warm
        self._places = Places(most=most, turns=warm, queue=queue, seconds=limits.seconds)
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
        place = await self._places.enter()
        try:
            keeper = self._keeper
            if keeper is None:
                raise busy("The dataset is not loaded yet.")
            worker = await keeper.take()
            fit = False
            try:
                reply, fit = await self._run(worker, content, gone, place)
            finally:
                keeper.give_back(worker, fit=fit)
            if reply.kind == "ok" and is_lasting(content):
                keeper.memory.keep(content, reply, len(content) + len(reply.body))
            return reply
        except OSError as error:
            raise busy("No worker could be started.") from error
        finally:
            place.leave()

    async def _run(self, worker: Worker, content: bytes, gone: Gone | None, place: Place) -> tuple[Reply, bool]:
        """The reply, and whether the worker is as good as new."""
        reply = worker.channel.ask(content)
        quick = await _is_done(reply, _QUICK_SECONDS)
        if not quick:
            place.end_turn()
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


async def _is_done(future: asyncio.Future[bytes], seconds: float) -> bool:
    """Whether it is done within so many seconds; it goes on in any case. (`asyncio.wait` takes three times as long.)"""
    loop = asyncio.get_running_loop()
    waiter: asyncio.Future[None] = loop.create_future()

    def awake(_: object = None) -> None:
        if not waiter.done():
            waiter.set_result(None)

    timer = loop.call_later(seconds, awake)
    future.add_done_callback(awake)
    try:
        await waiter
    finally:
        timer.cancel()
        future.remove_done_callback(awake)
    return future.done()
