"""A server as a person starts it, and a client that sends just what it is told to."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
BOMB = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ONE = "SELECT ?p WHERE { ?p a ig:Project } ORDER BY ?p LIMIT 1"
JSON = "application/sparql-results+json"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found

    def rows(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.body)["results"]["bindings"]
        return found


@dataclass(frozen=True)
class Server:
    port: int
    process: subprocess.Popen[str]
    log: Path

    def send(self, method: str, path: str, body: bytes | str | None = None, timeout: float = 20, **headers: str) -> Answer:
        """One request; underscores in the names of headers stand for hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        began = time.monotonic()
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            content = response.read()
            return Answer(response.status, {n.lower(): v for n, v in response.getheaders()}, content, time.monotonic() - began)
        finally:
            connection.close()

    def ask(self, sparql: str, accept: str = JSON, **fields: str) -> Answer:
        return self.send("GET", "/sparql?" + urlencode({"query": sparql, **fields}), Accept=accept)

    def post(self, sparql: str, accept: str = JSON) -> Answer:
        return self.send("POST", "/sparql", sparql.encode(), Content_Type="application/sparql-query", Accept=accept)

    def raw(self, data: bytes, timeout: float = 20) -> bytes:
        """What comes back for these very bytes until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as line:
            line.sendall(data)
            return b"".join(iter(lambda: line.recv(65536), b""))

    def alive(self) -> bool:
        health = self.send("GET", "/health")
        answer = self.ask(ONE)
        return (health.status, answer.status, len(answer.rows())) == (200, 200, 1)


@contextmanager
def running(out: Path, log: Path, *options: str) -> Iterator[Server]:
    """`integraph serve` on any free port."""
    command = [sys.executable, "-u", "-m", "integraph", "serve", str(out), "--port", "0", *options]
    with log.open("w") as sink:
        process = subprocess.Popen(command, stderr=sink, cwd=ROOT, text=True, env=os.environ | {"PYTHONWARNINGS": "error"})
        try:
            yield Server(_port(process, log), process, log)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                raise


def _port(process: subprocess.Popen[str], log: Path) -> int:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if found := re.search(r"at http://127\.0\.0\.1:(\d+)/", log.read_text()):
            return int(found[1])
        if process.poll() is not None:
            raise AssertionError(f"the server ended: {log.read_text()}")
        time.sleep(0.05)
    raise AssertionError("the server does not begin")
