"""PostgreSQL and Redis on ports and in folders of their own, beside whatever else is running."""

import glob
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg2
import redis

from tests.services.processes import free_port, start, stop, wait_until

# Data of a test run need not survive a power cut.
POSTGRES_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
}


class ServerMissing(Exception):
    """The machine has no such server; the message names the Debian package."""


@contextmanager
def _folder(identity: dict | None = None) -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="archives-test-"))
    if identity:
        os.chown(path, identity["user"], identity["group"])
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _unprivileged() -> dict:
    """Popen arguments that drop root, under which PostgreSQL refuses to run."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise ServerMissing("以 root 运行时需要系统用户 postgres（软件包 postgresql）")


def postgres_programs() -> Path:
    """The folder with `initdb` and `postgres`, newest Debian version first."""

    def version(path: str) -> int:
        return int("".join(filter(str.isdigit, path)) or 0)

    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=version, reverse=True)
    if on_path := shutil.which("initdb"):
        found.append(str(Path(on_path).resolve().parent))
    for folder in found:
        if all(Path(folder, program).exists() for program in ("initdb", "postgres")):
            return Path(folder)
    raise ServerMissing("没有找到 PostgreSQL（软件包 postgresql）")


def _accepts_queries(port: int) -> bool:
    try:
        psycopg2.connect(
            host="127.0.0.1", port=port, user="postgres", dbname="postgres", connect_timeout=2
        ).close()
    except psycopg2.OperationalError:
        return False
    return True


@contextmanager
def private_postgres() -> Iterator[str]:
    """A new PostgreSQL cluster; yields its URL (superuser `postgres`, no password)."""
    programs, identity = postgres_programs(), _unprivileged()
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    with _folder(identity) as base:
        # C.UTF-8, not C: only a UTF-8 locale shows faults of Chinese sorting and search.
        subprocess.run(
            [programs / "initdb", "--pgdata=data", "--username=postgres", "--auth=trust"]
            + ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"],
            check=True,
            capture_output=True,
            cwd=base,
            env=env,
            **identity,
        )
        port, log = free_port(), base / "log"
        command = [str(programs / "postgres"), "-D", "data", "-k", str(base), "-p", str(port)]
        for name, value in POSTGRES_SETTINGS.items():
            command += ["-c", f"{name}={value}"]
        server = start(command, log, env=env, cwd=base, identity=identity)
        try:
            wait_until(lambda: _accepts_queries(port), server, log)
            yield f"postgres://postgres@127.0.0.1:{port}/postgres"
        finally:
            stop(server, signal.SIGINT)


def _answers_ping(url: str) -> bool:
    try:
        with redis.Redis.from_url(url) as client:
            return client.ping()
    except redis.RedisError:
        return False


@contextmanager
def private_redis() -> Iterator[str]:
    """A new, empty Redis that keeps nothing on disk; yields its URL."""
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    if not program:
        raise ServerMissing("没有找到 Redis（软件包 redis-server）")
    with _folder() as base:
        port, log = free_port(), base / "log"
        command = [program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(base)]
        server = start(command + ["--save", "", "--appendonly", "no"], log)
        url = f"redis://127.0.0.1:{port}/0"
        try:
            wait_until(lambda: _answers_ping(url), server, log)
            yield url
        finally:
            stop(server)
