"""Asks an endpoint that may be busy: tries again, slower each time, as it wishes, within one total deadline."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from queries.remote import DEADLINE_SECONDS, MAX_BYTES, BusyError, RemoteEngine
from queries.runner import Answer, Bindings, QueryError

FIRST_PAUSE = 1.0
TRIES = 5


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as it passes; tests put in their own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class PatientEngine:
    """A remote engine that waits out refusals for being busy.

    After each the pause doubles, or is as long as the endpoint's Retry-After says. `deadline` (seconds) covers one
    query with all its tries; what would end later is not waited for.
    """

    def __init__(
        self, url: str, *, deadline: float = DEADLINE_SECONDS, max_bytes: int = MAX_BYTES, clock: Clock | None = None
    ) -> None:
        self._url = url
        self._deadline = deadline
        self._max_bytes = max_bytes
        self._clock = clock or Clock()
        RemoteEngine(url)

    def query(self, sparql: str, bindings: Bindings) -> Answer:
        """Answer the query; `QueryError` where the endpoint stays busy or refuses for another reason."""
        end = self._clock.now() + self._deadline
        pause = FIRST_PAUSE
        for tried in range(1, TRIES + 1):
            left = end - self._clock.now()
            if left <= 0:
                break
            try:
                return RemoteEngine(self._url, deadline=left, max_bytes=self._max_bytes).query(sparql, bindings)
            except BusyError as error:
                wait = error.after if error.after is not None else pause
                if tried == TRIES or self._clock.now() + wait >= end:
                    raise QueryError(f"{error} It stayed busy ({tried} tries). Try again later.") from error
            self._clock.sleep(wait)
            pause *= 2
        raise QueryError(f"{self._url} stayed busy for {self._deadline:g} seconds. Try again later.")
