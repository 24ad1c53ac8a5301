"""Listens, until it is told to stop."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
from collections.abc import Callable

import httptools
import uvicorn
import uvloop

from serving.application import make_application
from serving.connections import guarded
from serving.settings import Settings
from serving.site import Site

LOG = logging.getLogger("integraph.serve")
_BACKLOG = 512
_COLLECT_AFTER = 20_000
"""New objects before those in cycles are looked for: an answer leaves next to none, and what is remembered is many."""
NEEDS = (httptools, uvicorn, uvloop)


class ListenError(OSError):
    """The address cannot be listened at."""


def serve(settings: Settings, ready: Callable[[str], None] | None = None) -> None:
    """Serve until interrupted. Calls `ready` with the address once requests are answered.

    Raises `SnapshotError` where there is nothing to serve, and `ListenError` where the address is not to be had.
    """
    listening = _listen(settings)
    with listening:
        uvloop.run(_serve(settings, listening, ready))


def _listen(settings: Settings) -> socket.socket:
    try:
        found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, _, _, _, address = found[0]
        return socket.create_server(address[:2], family=family, backlog=_BACKLOG)
    except OSError as error:
        raise ListenError(
            f"{settings.host} port {settings.port} is not to be had ({error.strerror or error}). Is another server "
            "running there? Choose another --port."
        ) from error


async def _serve(settings: Settings, listening: socket.socket, ready: Callable[[str], None] | None) -> None:
    site = Site(settings)
    try:
        await site.open()
        gc.freeze()
        gc.set_threshold(_COLLECT_AFTER)
        server = uvicorn.Server(_config(settings, site))
        running = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started and not running.done():
            await asyncio.sleep(0.01)
        if ready is not None and server.started:
            host, port = listening.getsockname()[:2]
            ready(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
        await running
    finally:
        await site.close()


def _config(settings: Settings, site: Site) -> uvicorn.Config:
    return uvicorn.Config(
        make_application(site),
        http=guarded(settings, site.pool),
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        backlog=_BACKLOG,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=10,
    )
