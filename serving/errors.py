"""What is told to a client whose request is not answered: a status, and in plain words what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from queries.answering import Kind, Reply

PLAIN: Final = "text/plain; charset=utf-8"
STATUS: Final[Mapping[Kind, int]] = {
    "malformed": 400,
    "refused": 403,
    "not-acceptable": 406,
    "too-long": 413,
    "too-many-rows": 422,
    "too-large": 422,
    "deadline": 504,
    "exhausted": 507,
}
"""The HTTP status for each way in which a query can fail."""


class HttpError(Exception):
    """A request that is not answered. `message` is for the client; it never holds what others asked."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = dict(headers or {})


def busy(reason: str) -> HttpError:
    """There is no room now."""
    return HttpError(503, f"{reason} Try again in a moment.", {"Retry-After": "5"})


def error_of(reply: Reply) -> HttpError:
    """The problem that a reply tells of; it must not be an answer."""
    headers = {"Vary": "Accept"} if reply.kind == "not-acceptable" else None
    return HttpError(STATUS[reply.kind], reply.body.decode("utf-8", "replace").strip(), headers)
