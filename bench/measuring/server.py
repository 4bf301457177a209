"""One gunicorn worker whose CPU, with that of its PostgreSQL backend, can be read."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from tests.services.processes import free_port, listens, start, stop, wait_until


class Server:
    """A running site; `ask` sends one request, `cpu` tells what it has used so far."""

    def __init__(self, name: str, process: subprocess.Popen, port: int):
        self.name, self.process, self.port = name, process, port

    def ask(self, address: str, cookies: str = "", form: str = "", **headers) -> tuple:
        """(status, body, headers) of one request on a connection of its own."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        link.request(
            "POST" if form else "GET", address, form or None, {"Cookie": cookies} | headers
        )
        answer = link.getresponse()
        body = answer.read()
        link.close()
        return answer.status, body, answer.headers

    def cpu(self) -> float:
        """Milliseconds of CPU of the worker and of its database backend since they began."""
        return sum(used(pid) for pid in (*workers(self.process.pid), *backends(self.name)))


def used(pid: int) -> float:
    """Milliseconds one process of one thread has run."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e6


def workers(master: int) -> list[int]:
    children = Path(f"/proc/{master}/task/{master}/children").read_text()
    return [int(pid) for pid in children.split()]


def backends(name: str) -> list[int]:
    """The backends of the connections that call themselves `name`; none for SQLite."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE application_name = %s", [name])
        return [pid for (pid,) in cursor.fetchall()]


@contextmanager
def serving(name: str, folder: Path, settings: str) -> Iterator[Server]:
    """A gunicorn with one sync worker over `settings`, on a port of its own."""
    port, log = free_port(), folder / f"{name}.log"
    command = [sys.executable, "-m", "gunicorn", "archives_enforcement.wsgi", "--workers", "1"]
    command += ["--bind", f"127.0.0.1:{port}", "--timeout", "600", "--no-control-socket"]
    env = os.environ | {"DJANGO_SETTINGS_MODULE": settings, "PGAPPNAME": name}
    process = start(command, log, env=env)
    try:
        wait_until(lambda: listens(port) and workers(process.pid), process, log)
        time.sleep(0.2)
        yield Server(name, process, port)
    finally:
        stop(process)
