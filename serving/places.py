"""Room for so many queries at once, of which so many may run at full priority; the others wait in order."""

from __future__ import annotations

import asyncio
from collections import deque

from serving.errors import busy


class Place:
    """The place of one query. Its turn among those at full priority may end before it leaves; each ends once."""

    __slots__ = ("_has_turn", "_places")

    def __init__(self, places: Places) -> None:
        self._places = places
        self._has_turn = True

    def end_turn(self) -> None:
        """Let another run at full priority."""
        if self._has_turn:
            self._has_turn = False
            self._places.free(turns=1)

    def leave(self) -> None:
        """Make room."""
        turns, self._has_turn = int(self._has_turn), False
        self._places.free(rooms=1, turns=turns)


class Places:
    """`most` queries at once, `turns` of them at full priority; at most `queue` others wait, so many seconds each."""

    def __init__(self, *, most: int, turns: int, queue: int, seconds: float) -> None:
        self._rooms = most
        self._turns = turns
        self._queue = queue
        self._seconds = seconds
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def enter(self) -> Place:
        """A place, with a turn; `HttpError` (503) where too many wait, or none is free in time."""
        if self._rooms and self._turns and not self._waiting:
            self._rooms -= 1
            self._turns -= 1
            return Place(self)
        if len(self._waiting) >= self._queue:
            raise busy("Too many queries are waiting.")
        loop = asyncio.get_running_loop()
        called: asyncio.Future[None] = loop.create_future()
        self._waiting.append(called)
        timer = loop.call_later(self._seconds, self._give_up, called)
        try:
            await called
        except asyncio.CancelledError:
            if called.done() and not called.cancelled() and called.exception() is None:
                Place(self).leave()  # it was called and left in the same moment
            else:
                self._forget(called)
            raise
        finally:
            timer.cancel()
        return Place(self)

    def free(self, *, rooms: int = 0, turns: int = 0) -> None:
        """Take back what a place had, and call those who wait for it."""
        self._rooms += rooms
        self._turns += turns
        while self._waiting and self._rooms and self._turns:
            called = self._waiting.popleft()
            if not called.done():
                self._rooms -= 1
                self._turns -= 1
                called.set_result(None)

    def _give_up(self, called: asyncio.Future[None]) -> None:
        if not called.done():
            self._forget(called)
            called.set_exception(busy("Too many long queries are running."))

    def _forget(self, called: asyncio.Future[None]) -> None:
        if called in self._waiting:
            self._waiting.remove(called)
