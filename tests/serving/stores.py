"""Real SPARQL stores, started for a test on loopback, and a proxy that fails when it is told to."""

from __future__ import annotations

import http.server
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SQL = """
log_enable(2);
GRANT SPARQL_UPDATE TO "SPARQL";
GRANT SPARQL_SELECT TO "SPARQL";
"""
INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = {sql}
ServerThreads = 10
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
DefaultQuery = ASK {{}}
"""


@dataclass(frozen=True)
class Store:
    query: str
    update: str
    graphs: str


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            assert process.poll() is None, "the store ended"
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


@contextmanager
def oxigraph(folder: Path) -> Iterator[Store]:
    program = shutil.which("oxigraph") or str(Path(sys.executable).with_name("oxigraph"))
    port = free_port()
    command = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        wait_for(base + "/query", process)
        yield Store(base + "/query", base + "/update", base + "/store")
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def virtuoso(folder: Path) -> Iterator[Store]:
    http_port, sql_port = free_port(), free_port()
    folder.mkdir(parents=True)
    (folder / "virtuoso.ini").write_text(INI.format(http=http_port, sql=sql_port))
    command = ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{http_port}/sparql"
    try:
        wait_for(base, process)
        login = ["isql-vt", f"127.0.0.1:{sql_port}", "dba", "dba"]
        subprocess.run(login, input=SQL, text=True, check=True, timeout=60, stdout=subprocess.DEVNULL)
        yield Store(base, base, "")
    finally:
        process.kill()
        process.wait(30)


@dataclass
class Proxy:
    """Passes requests on to a store; `judge` may answer some itself, with a status and headers, or break them off."""

    goal: str
    judge: Callable[[str, str, bytes], tuple[int, dict[str, str]] | str | None] = lambda *_: None
    seen: list[tuple[str, str, dict[str, str], int]] = field(default_factory=list)
    url: str = ""


@contextmanager
def proxy(goal: str) -> Iterator[Proxy]:
    found = Proxy(goal)

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            found.seen.append((self.command, self.path, dict(self.headers), len(body)))
            verdict = found.judge(self.command, self.path, body)
            if verdict == "break":
                self.connection.close()
                return
            if isinstance(verdict, tuple):
                self._answer(verdict[0], verdict[1], b"as told")
                return
            headers = {k: v for k, v in self.headers.items() if k.lower() in ("content-type", "accept")}
            request = urllib.request.Request(found.goal + self.path, body or None, headers, method=self.command)
            try:
                with urllib.request.urlopen(request, timeout=60) as answer:
                    status, kind, content = answer.status, answer.headers.get("Content-Type", ""), answer.read()
            except urllib.error.HTTPError as error:
                status, kind, content = error.code, "text/plain", error.read()
            if verdict == "break after":
                self.connection.close()
                return
            self._answer(status, {"Content-Type": kind}, content)

        def _answer(self, status: int, headers: dict[str, str], content: bytes) -> None:
            self.send_response(status)
            for name, value in (headers | {"Content-Length": str(len(content))}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_PUT = do_DELETE = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    found.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
