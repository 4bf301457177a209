"""Set a document in a child process with bounded time and memory.

The parent imports the engine and reads the style sheets once; each document is set in a fork of
it, so a document that loops or swallows memory takes nothing but itself down.
"""

import os
import resource
import select
import signal
import sys
from contextlib import suppress
from functools import partial
from time import monotonic

from archives_enforcement.documents.typesetting import press
from archives_enforcement.documents.typesetting.errors import TypesettingError, TypesettingFailed

__all__ = ["TypesettingFailed", "in_child", "typeset_in_child"]

DONE, REFUSED, NO_MEMORY, BROKEN = (bytes((code,)) for code in range(4))
CHUNK, LENGTH_BYTES = 1 << 16, 8
# Signals whose handlers belong to the parent's server or task runner.
RESET = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1,
         signal.SIGCHLD, signal.SIGALRM, signal.SIGXCPU)  # fmt: skip
TOO_SLOW = "超过用时：排版未能在限定时间内完成，请拆分或精简内容后重试。"
TOO_BIG = "超出内存：内容过大，请拆分或精简内容后重试。"
CRASHED = "排版进程异常终止（{how}），可能超出内存；请精简内容后重试，仍不成功时联系管理员。"


def typeset_in_child(content, *, created, embedded=None, **limits):
    """Return `engine.typeset(content, created=…, embedded=…)`, made in a bounded child process.

    `limits` are those of `in_child`; raises TypesettingFailed like it.
    """
    return in_child(press.engine().typeset, content, created=created, embedded=embedded, **limits)


def in_child(function, *args, cpu_seconds=30, memory_mb=1500, wall_seconds=40, **kwargs):
    """Return the bytes of `function(*args, **kwargs)`, worked out in a bounded child process.

    `memory_mb` is what the child may take beyond what it inherits. Raises TypesettingFailed with
    a Chinese reason when the content is refused, a limit is passed or the child breaks down.
    """
    try:
        press.engine().warm()
    except TypesettingError as error:
        raise TypesettingFailed(str(error)) from error
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process == 0:
        os.close(reading)
        work = partial(function, *args, **kwargs)
        _be_child(writing, work, cpu_seconds, memory_mb, wall_seconds)
    os.close(writing)
    try:
        answer = _read(reading, monotonic() + wall_seconds)
    finally:
        os.close(reading)
        status = _end(process)
    return _judge(answer, status)


def _be_child(writing, work, cpu_seconds, memory_mb, wall_seconds):
    """Do the work and leave by `_exit`: nothing of the parent is cleaned up twice."""
    code = 1
    try:
        for number in RESET:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        # Ends the child even if its parent was killed and no longer watches it.
        signal.setitimer(signal.ITIMER_REAL, wall_seconds + 1)
        _limit(cpu_seconds, memory_mb)
        _write(writing, *_answer(work))
        code = 0
    finally:
        os._exit(code)


def _limit(cpu_seconds, memory_mb):
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    with open("/proc/self/statm", encoding="ascii") as numbers:
        inherited = int(numbers.read().split()[0]) * resource.getpagesize()
    most = inherited + memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _answer(work):
    try:
        return DONE, work()
    except TypesettingError as error:
        return REFUSED, str(error).encode()
    except MemoryError:
        return NO_MEMORY, b""
    except RecursionError:
        return BROKEN, "内容层次过深".encode()
    except Exception as error:  # the parent must hear of it, whatever it is
        return BROKEN, f"{type(error).__name__}: {error}".encode()


def _write(writing, code, data):
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(code + len(data).to_bytes(LENGTH_BYTES, "big") + data)


def _read(reading, deadline):
    """Everything the child writes until it closes the pipe; None when time runs out."""
    chunks = []
    while True:
        left = deadline - monotonic()
        if left <= 0 or not select.select([reading], [], [], left)[0]:
            return None
        chunk = os.read(reading, CHUNK)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)


def _end(process):
    """Kill the child if it still runs, take it off the process table, return its wait status."""
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    try:
        return os.waitpid(process, 0)[1]
    except ChildProcessError:  # the parent ignores SIGCHLD: the system reaped the child
        return 0


def _judge(answer, status):
    if answer is None:
        raise TypesettingFailed(TOO_SLOW)
    code, data = _message(answer)
    if code == DONE:
        return data
    if code == REFUSED:
        raise TypesettingFailed(data.decode())
    if code == NO_MEMORY:
        raise TypesettingFailed(TOO_BIG)
    if code == BROKEN:
        raise TypesettingFailed(f"排版出错：{data.decode()}")
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGALRM):
        raise TypesettingFailed(TOO_SLOW)
    raise TypesettingFailed(CRASHED.format(how=_ending(status)))


def _message(answer):
    """(code, data) the child sent; (b"", b"") when it died before it had sent everything."""
    start = 1 + LENGTH_BYTES
    complete = len(answer) - start == int.from_bytes(answer[1:start], "big")
    return (answer[:1], answer[start:]) if len(answer) >= start and complete else (b"", b"")


def _ending(status):
    if os.WIFSIGNALED(status):
        return f"信号 {os.WTERMSIG(status)}"
    return f"退出码 {os.WEXITSTATUS(status)}"
