"""Web processes of a site on PostgreSQL that a test may kill and start again, and who asks them."""

import os
import signal
import socket
from http.client import HTTPConnection, HTTPException

from django.test import Client

from tests import factories
from tests.deployment.system import manage
from tests.documents.issuing import CSRF
from tests.services.processes import free_port, listens

BOUNDARY = "frontier"


def begin() -> None:
    """A clerk who may register leads, in a database without records; print his session."""
    clerk = factories.make_user("clerk", "clerk", bureau=factories.make_bureau())
    client = Client()
    client.force_login(clerk)
    print(client.cookies["session"].value)  # noqa: T201 - the test reads it


class Web:
    """One gunicorn with two workers, as in production."""

    def __init__(self, start_process, env, port=None):
        self.start_process, self.env, self.port = start_process, env, port or free_port()
        self.start()

    def start(self):
        self.process = self.start_process(
            "gunicorn", "archives_enforcement.wsgi", f"--bind=127.0.0.1:{self.port}",
            "--workers=2", "--threads=4", "--no-control-socket", "--reuse-port",
            env=self.env, ready=lambda text: listens(self.port),
        )  # fmt: skip

    def workers(self) -> list[int]:
        with open(
            f"/proc/{self.process.pid}/task/{self.process.pid}/children", encoding="ascii"
        ) as found:
            return [int(pid) for pid in found.read().split()]

    def kill(self):
        """Master and workers at once, as when the power goes."""
        for pid in [self.process.pid, *self.workers()]:
            os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def get(self, path, session="", seconds=60):
        """Status and page; 0 when the connection broke."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            connection.request("GET", path, headers={"Cookie": f"session={session}"})
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")
        except (OSError, HTTPException):
            return 0, ""
        finally:
            connection.close()


def session_of(env, begin="from tests.faults.web import begin; begin()"):
    return manage(env, "shell", "--no-imports", "--command", begin).split()[-1]


def begin_upload(port, path, session, size):
    """An upload of `size` bytes whose head is sent; the rest is up to the caller."""
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="大.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n%PDF-1.7\n"
    ).encode()
    line = socket.create_connection(("127.0.0.1", port), timeout=60)
    line.sendall(
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session={session}; csrf={CSRF}\r\n"
        f"X-CSRFToken: {CSRF}\r\nContent-Length: {size}\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n\r\n".encode()
        + head
    )
    return line
