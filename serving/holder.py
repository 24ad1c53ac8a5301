"""Our side of the process that holds a dataset (`serving.keeper`), and of its workers."""

from __future__ import annotations

import asyncio
import contextlib
import json
import multiprocessing
import os
import socket
import struct
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from queries.answering import Reply
from queries.confinement import Limits
from queries.worker import cut_message, framed, receive
from serving.description import Description, from_data
from serving.keeper import FORK, KILL, ORDER, keep
from serving.memory import Asked, Memory, Sent
from serving.snapshot import DATASET, MEASURES, Snapshot, SnapshotError

_LENGTH = struct.Struct(">I")
_LOADING_SECONDS = 900.0
_FORKING_SECONDS = 30.0
MOST_USES = 20_000


class _Channel(asyncio.Protocol):
    """Our end of a worker's channel: requests out, their replies back in the same order."""

    def __init__(self) -> None:
        self._come = bytearray()
        self._replies: deque[asyncio.Future[bytes]] = deque()
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._come += data
        while self._replies and (content := cut_message(self._come)) is not None:
            reply = self._replies.popleft()
            if not reply.done():
                reply.set_result(content)

    def connection_lost(self, exc: Exception | None) -> None:
        self.transport = None
        for reply in self._replies:
            if not reply.done():
                reply.set_exception(ConnectionResetError("the worker has ended"))
        self._replies.clear()

    def ask(self, contents: Sequence[bytes]) -> list[asyncio.Future[bytes]]:
        """Send some requests; the replies will come, one after the other."""
        loop = asyncio.get_running_loop()
        replies: list[asyncio.Future[bytes]] = [loop.create_future() for _ in contents]
        if self.transport is None:
            for reply in replies:
                reply.set_exception(ConnectionResetError("the worker had ended"))
        else:
            self._replies += replies
            self.transport.write(b"".join(map(framed, contents)))
        return replies


@dataclass
class Worker:
    """A process that answers, our end of its channel, and how often it has answered."""

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
        self.memory: Memory[bytes, Reply] = Memory()
        self.replays: Memory[Asked, Sent] = Memory()
        self._forking = asyncio.Lock()
        self._idle: list[Worker] = []
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

    async def take(self) -> Worker:
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

    def give_back(self, worker: Worker, *, fit: bool) -> None:
        """Return a worker; one that is not fit for another query is ended."""
        self._busy -= 1
        if fit and not self._retired and worker.uses < MOST_USES:
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

    def _end(self, worker: Worker) -> None:
        if worker.channel.transport is not None:
            worker.channel.transport.close()
        with contextlib.suppress(OSError):  # the keeper may have gone first, and its workers with it
            self._control.send(ORDER.pack(KILL, worker.process))

    async def _fork(self) -> Worker:
        async with self._forking:
            process, end = await asyncio.to_thread(self._order_fork)
        _, channel = await asyncio.get_running_loop().create_connection(_Channel, sock=end)
        return Worker(process, channel)

    def _order_fork(self) -> tuple[int, socket.socket]:
        self._control.sendall(ORDER.pack(FORK, 0))
        content, handles, _, _ = socket.recv_fds(self._control, 4, 1)
        if not handles:
            raise ConnectionResetError("the process that holds the dataset has ended")
        end = socket.socket(fileno=handles[0])
        end.setblocking(False)
        return _LENGTH.unpack(content)[0], end
