"""Content-addressed storage: a file's place follows from its bytes and is written whole or not."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from django.conf import settings


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
    return sha256 if path_of(sha256).exists() else keep([content]).sha256


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
    if path.exists():
        Path(temporary).unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    os.chmod(temporary, 0o640)
    os.replace(temporary, path)


def _copied(chunks: Iterable[bytes], file) -> Kept:
    sha256, sm3, size = hashlib.sha256(), hashlib.new("sm3"), 0
    for chunk in chunks:
        file.write(chunk)
        sha256.update(chunk)
        sm3.update(chunk)
        size += len(chunk)
    file.flush()
    os.fsync(file.fileno())
    return Kept(sha256.hexdigest(), sm3.hexdigest(), size)


def get(sha256: str) -> bytes:
    return path_of(sha256).read_bytes()


def problem(sha256: str) -> str | None:
    """What is wrong with the stored bytes, in words; None when they are what they were."""
    try:
        content = get(sha256)
    except FileNotFoundError:
        return "文件不存在"
    return None if digest(content) == sha256 else "文件内容已被改动"
