"""Runs queries in killable workers, as many at a time as there is room for, each within its deadline.

Where many wait, a worker gets some at once and answers them one after the other, which spares most of the way to and
fro. A query that is not answered soon loses its right of way: its worker gets a lower priority and ends with it, and
what waited behind it goes to another, so that short queries overtake long ones. So it is if a query breaks its worker.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from queries.answering import Reply, failure
from queries.confinement import Limits
from queries.worker import read_reply
from serving.description import Description
from serving.errors import busy
from serving.holder import MOST_USES, Keeper, Worker
from serving.memory import Asked, Memory, Sent, is_lasting
from serving.snapshot import Snapshot, SnapshotError

Gone = Callable[[], Coroutine[object, object, None]]
"""Something to await that returns when the client has left."""

LOG = logging.getLogger("integraph.serve")
_QUICK_SECONDS = 0.2
_LOW_PRIORITY = 15
_MOST_IN_A_ROW = 8


@dataclass(slots=True, eq=False)
class _Job:
    """A request that waits for its reply; for a worker it waits till the moment `until`, while `timer` runs."""

    content: bytes
    gone: Gone | None
    reply: asyncio.Future[Reply]
    until: float
    timer: asyncio.TimerHandle | None = None

    def settle(self, reply: Reply) -> None:
        """Here is the reply, if anybody still waits for it."""
        if not self.reply.done():
            self.reply.set_result(reply)

    def fail(self, reason: str) -> None:
        """There will be none: 503."""
        if not self.reply.done():
            self.reply.set_exception(busy(reason))


class Pool:
    """Asks whichever dataset is in place now: `most` queries at once, of which `warm` run at full priority."""

    def __init__(self, limits: Limits, *, warm: int, most: int, queue: int) -> None:
        self._limits = limits
        self._warm = self._turns = warm
        self._room = most
        self._queue = queue
        self._waiting: deque[_Job] = deque()
        self._stints: set[asyncio.Task[None]] = set()
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
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.close()

    async def ask(self, content: bytes, gone: Gone | None = None) -> Reply:
        """The reply to a request; given up when the client is `gone`. Raises `HttpError` (503) without room."""
        keeper = self._keeper
        if keeper is None:
            raise busy("The dataset is not loaded yet.")
        known = keeper.memory.get(content)
        if known is not None:
            return known
        reply = await self._enlist(content, gone).reply
        if reply.kind == "ok" and is_lasting(content):
            keeper.memory.keep(content, reply, len(content) + len(reply.body))
        return reply

    def _enlist(self, content: bytes, gone: Gone | None) -> _Job:
        if len(self._waiting) >= self._queue:
            raise busy("Too many queries are waiting.")
        loop = asyncio.get_running_loop()
        job = _Job(content, gone, loop.create_future(), loop.time() + self._limits.seconds)
        self._waiting.append(job)
        self._begin()
        if self._waiting and self._waiting[-1] is job:
            self._time(job)
        return job

    def _time(self, job: _Job) -> None:
        job.timer = asyncio.get_running_loop().call_at(job.until, self._give_up, job)

    def _give_up(self, job: _Job) -> None:
        if job in self._waiting:
            self._waiting.remove(job)
            job.fail("Too many long queries are running.")

    def _begin(self) -> None:
        """Start as many stints as there is work, room and right of way for."""
        while self._keeper is not None and self._room and self._turns and (jobs := self._next()):
            self._room -= 1
            self._turns -= 1
            stint = asyncio.get_running_loop().create_task(self._stint(jobs))
            self._stints.add(stint)
            stint.add_done_callback(self._stints.discard)

    def _next(self) -> deque[_Job]:
        """A worker's fair share of what waits."""
        most = min(_MOST_IN_A_ROW, 1 + len(self._waiting) // self._warm)
        jobs: deque[_Job] = deque()
        while self._waiting and len(jobs) < most:
            job = self._waiting.popleft()
            if job.timer is not None:
                job.timer.cancel()
            if not job.reply.done():
                jobs.append(job)
        return jobs

    def _put_back(self, jobs: deque[_Job]) -> None:
        """These wait again, before all others."""
        while jobs:
            job = jobs.pop()
            self._time(job)
            self._waiting.appendleft(job)

    async def _stint(self, jobs: deque[_Job]) -> None:
        """What one worker does: it answers these, and then what waits, until nothing does or one query is slow."""
        keeper, worker, fit, turns = self._keeper, None, False, 1
        try:
            assert keeper is not None
            worker = await keeper.take()
            fit = True
            while jobs and fit:
                replies = worker.channel.ask([job.content for job in jobs])
                for reply in replies:
                    fit = reply.done() or await _is_done(reply, _QUICK_SECONDS)
                    if not fit:
                        job = jobs.popleft()
                        self._put_back(jobs)
                        jobs.append(job)
                        self._turns, turns = self._turns + 1, 0
                        self._begin()
                        await self._outlast(worker, job, reply)
                    fit = self._settle(jobs[0], reply) and fit
                    jobs.popleft()
                    if not fit:
                        break
                worker.uses += len(replies)
                if fit and keeper is self._keeper and worker.uses < MOST_USES:
                    jobs = self._next()
        except OSError:
            _fail_all(jobs, "No worker could be started.")
        except Exception:
            LOG.exception("a worker's stint broke off")
            _fail_all(jobs, "Something went wrong here.")
        finally:
            self._put_back(jobs)
            if keeper is not None and worker is not None:
                keeper.give_back(worker, fit=fit)
            self._room += 1
            self._turns += turns
            self._begin()

    def _settle(self, job: _Job, reply: asyncio.Future[bytes]) -> bool:
        """Pass a reply on, or say why there is none; whether the worker is well."""
        if not reply.done():
            reply.cancel()
            seconds = f"{self._limits.seconds:g} seconds"
            told = f"The query has taken longer than {seconds}, and was stopped. Ask for less."
            job.settle(failure("deadline", told))
            return False
        try:
            job.settle(read_reply(reply.result()))
        except ConnectionError:
            most = f"{self._limits.memory / 1_000_000:g} MB"
            told = f"The query broke its worker: it needs more than {most} of memory, or nests too deep. Ask for less."
            job.settle(failure("exhausted", told))
            return False
        return True

    async def _outlast(self, worker: Worker, job: _Job, reply: asyncio.Future[bytes]) -> None:
        """Let a slow query go on, out of the way, until it is answered, its time is over or its client has left."""
        with contextlib.suppress(OSError):  # it has just ended
            os.setpriority(os.PRIO_PROCESS, worker.process, _LOW_PRIORITY)
        left: set[asyncio.Future[Any]] = {asyncio.ensure_future(job.gone())} if job.gone is not None else set()
        try:
            await asyncio.wait(
                {reply, *left}, timeout=self._limits.seconds - _QUICK_SECONDS, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            for future in left:
                future.cancel()


def _fail_all(jobs: deque[_Job], reason: str) -> None:
    for job in jobs:
        job.fail(reason)
    jobs.clear()


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
