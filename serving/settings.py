"""What a person may choose about serving."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from queries.confinement import Limits

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Settings:
    """Where to listen and whom to answer.

    `hosts` are the names by which the server may be asked (beside those of this machine itself), `origins` the web
    sites whose pages may ask it (`*` for all), `address` its address for the outside, where a proxy stands before it.
    `workers` are kept ready; under load there may be `most_workers`, and `queue` requests may wait for one.
    """

    out: Path
    host: str = "127.0.0.1"
    port: int = 7878
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    address: str = ""
    limits: Limits = field(default_factory=Limits)
    workers: int = 4
    most_workers: int = 16
    queue: int = 128
    connections: int = 256
    reading_seconds: float = 10.0
    writing_seconds: float = 60.0
    watch_seconds: float = 1.0

    def __post_init__(self) -> None:
        """Refuse what cannot be meant; ValueError."""
        if self.address and not self.address.startswith(("http://", "https://")):
            raise ValueError(f"'{self.address}' is no address. Write it in full: https://…")
        for origin in self.origins:
            if origin != "*" and (not origin.startswith(("http://", "https://")) or origin.count("/") > 2):
                raise ValueError(f"'{origin}' is no origin of web pages. Write it as https://name, or * for all.")

    def known_hosts(self) -> frozenset[str]:
        """All names that a request may give in Host, in lower case, without port."""
        own = () if self.host in ("0.0.0.0", "::", "") else (self.host,)  # noqa: S104 - compared, not bound
        return frozenset(name.lower() for name in (*LOOPBACK, *own, *self.hosts))
