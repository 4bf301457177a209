"""Processes of a test run: they end with the run, also when the run itself is killed."""

import ctypes
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PR_SET_PDEATHSIG = 1
# Loaded once here: after a change of user the library may not be readable any more.
_libc = ctypes.CDLL(None)


def _end_with_parent() -> None:
    """Ask Linux to interrupt this process when the test run ends, however it ends."""
    if hasattr(_libc, "prctl"):
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nothing used a moment ago."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start(
    command: Sequence[str],
    log: Path,
    *,
    env: dict[str, str] | None = None,
    cwd: Path | None = None,
    identity: dict | None = None,
) -> subprocess.Popen:
    """Start `command` with its output in `log`; `identity` holds Popen's user, group arguments."""
    with log.open("ab") as output:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=env,
            cwd=cwd,
            preexec_fn=_end_with_parent,
            **(identity or {}),
        )


def stop(process: subprocess.Popen, ask: signal.Signals = signal.SIGTERM, seconds: int = 10) -> int:
    """Ask `process` to end, insist after `seconds`; return its exit code."""
    process.send_signal(ask)
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    return process.wait()


def stop_all(processes: Sequence[subprocess.Popen]) -> None:
    """Ask all to end before any is waited for, then each once more, the latest first."""
    for process in processes:
        process.terminate()
    for process in reversed(processes):
        stop(process)


def wait_until(
    ready: Callable[[], bool], process: subprocess.Popen, log: Path, seconds: float = 30
) -> None:
    """Wait for `ready`; raise with the end of `log` when the process ends or time runs out."""
    end = time.monotonic() + seconds
    while not ready():
        if process.poll() is not None or time.monotonic() > end:
            tail = log.read_text(errors="replace")[-2000:]
            state = "has ended" if process.poll() is not None else f"not ready in {seconds} s"
            stop(process)
            raise RuntimeError(f"{process.args[0]}: {state}\n{tail}")
        time.sleep(0.05)


def listens(port: int) -> bool:
    """Whether something accepts connections on the port of 127.0.0.1."""
    try:
        socket.create_connection(("127.0.0.1", port), 0.2).close()
    except OSError:
        return False
    return True
