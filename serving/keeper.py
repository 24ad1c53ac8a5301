"""The keeper: a process that loads a dataset once and, when asked, forks workers that share its memory.

It does nothing else, runs no query, and can therefore neither hang nor swell. A new worker costs milliseconds, however
large the dataset, so that one which takes too long can simply be killed.

Orders come as a letter and a process id: `F` fork a worker (the answer is its process id, with one end of its channel),
`K` kill it. Before that comes the dataset's files, as open files, and the keeper says, in JSON, what it has loaded or
what was wrong.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import struct

import pyoxigraph as ox

from queries.confinement import Limits, die_with
from queries.dataset import DatasetError, load_dataset
from queries.worker import framed, serve_queries
from serving.description import describe, to_data

ORDER = struct.Struct(">cI")
FORK, KILL = b"F", b"K"
_REAP_SECONDS = 1.0


def keep(control: socket.socket, parent: int, limits: Limits) -> None:
    """What the keeper's process does, until `control` is closed."""
    die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # meant for the server, which then ends us
    _, handles, _, _ = socket.recv_fds(control, 1, 8)
    try:
        store = load_dataset([f"/dev/fd/{handle}" for handle in handles])
    except DatasetError as error:
        _say(control, error=str(error))
        return
    finally:
        for handle in handles:
            os.close(handle)
    _say(control, description=to_data(describe(store)))
    gc.collect()
    gc.freeze()
    _take_orders(control, store, limits)


def _say(control: socket.socket, **data: object) -> None:
    control.sendall(framed(json.dumps(data).encode("ascii")))


def _take_orders(control: socket.socket, store: ox.Store, limits: Limits) -> None:
    children: set[int] = set()
    while True:
        ready, _, _ = select.select([control], [], [], _REAP_SECONDS)
        _reap(children)
        if not ready:
            continue
        order = control.recv(ORDER.size, socket.MSG_WAITALL)
        if len(order) < ORDER.size:
            return
        what, number = ORDER.unpack(order)
        if what == FORK:
            children.add(_fork(control, store, limits))
        elif what == KILL and number in children:
            os.kill(number, signal.SIGKILL)


def _fork(control: socket.socket, store: ox.Store, limits: Limits) -> int:
    """Start a worker and hand its channel over; its process id."""
    keeper = os.getpid()
    theirs, its = socket.socketpair()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):  # whatever it is, this process ends here
            control.close()
            theirs.close()
            die_with(keeper)
            serve_queries(its, store, limits)
        os._exit(0)
    its.close()
    with theirs:
        socket.send_fds(control, [struct.pack(">I", child)], [theirs.fileno()])
    return child


def _reap(children: set[int]) -> None:
    """Forget the workers that have ended. A process id is used again by the system only after this."""
    for child in list(children):
        if os.waitpid(child, os.WNOHANG)[0]:
            children.discard(child)
