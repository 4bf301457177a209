"""Content-addressed storage: a file's place follows from its bytes and is written whole or not."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

CHUNK = 1024 * 1024  # bytes read at a time
MISSING = (FileNotFoundError, IsADirectoryError)  # the latter where no digest is known yet


def folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "sha256"


def path_of(sha256: str) -> Path:
    return folder() / sha256[:2] / sha256[2:4] / sha256


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def sm3(content: bytes) -> str:
    return hashlib.new("sm3", content).hexdigest()


class Kept(NamedTuple):
    sha256: str
    sm3: str
    size: int  # bytes


def put(content: bytes) -> str:
    """Keep `content` and return its SHA-256; the same bytes are kept once."""
    sha256 = digest(content)
    return sha256 if _kept_anew(path_of(sha256)) else keep([content]).sha256


def keep(chunks: Iterable[bytes]) -> Kept:
    """Keep what comes in pieces and need not fit into memory; the same bytes are kept once.

    Written beside its place, flushed to disk and renamed: a crash leaves no torso under the name.
    """
    folder().mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder(), prefix=".incoming-")
    try:
        with os.fdopen(handle, "wb") as file:
            kept = _copied(chunks, file)
        _put_in_place(temporary, path_of(kept.sha256))
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return kept


def _put_in_place(temporary: str, path: Path) -> None:
    if _kept_anew(path):
        Path(temporary).unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    os.chmod(temporary, 0o640)
    os.replace(temporary, path)


def _kept_anew(path: Path) -> bool:
    """Whether the file is there; its age then begins again, so that it is no leftover."""
    try:
        os.utime(path)
    except FileNotFoundError:
        return False
    return True


def _copied(chunks: Iterable[bytes], file) -> Kept:
    kept = _measured(chunks, file.write)
    file.flush()
    os.fsync(file.fileno())
    return kept


def _measured(chunks: Iterable[bytes], write: Callable[[bytes], object] = len) -> Kept:
    sha256, sm3, size = hashlib.sha256(), hashlib.new("sm3"), 0
    for chunk in chunks:
        write(chunk)
        sha256.update(chunk)
        sm3.update(chunk)
        size += len(chunk)
    return Kept(sha256.hexdigest(), sm3.hexdigest(), size)


def get(sha256: str) -> bytes:
    return path_of(sha256).read_bytes()


def get_or_nothing(sha256: str) -> bytes:
    """The bytes, none where they are missing: for who tells of that elsewhere (`problem`)."""
    try:
        return get(sha256)
    except MISSING:
        return b""


def kept(sha256: str) -> Kept | None:
    """What lies in the place of those bytes, measured anew; None when nothing does."""
    try:
        with path_of(sha256).open("rb") as file:
            return _measured(iter(partial(file.read, CHUNK), b""))
    except MISSING:
        return None


def problem(sha256: str) -> str | None:
    """What is wrong with the stored bytes, in words; None when they are what they were."""
    found = kept(sha256)
    if found is None:
        return "文件不存在"
    return None if found.sha256 == sha256 else "文件内容已被改动"
