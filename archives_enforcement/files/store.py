"""Content-addressed storage: a file's place follows from its bytes and is written whole or not."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


def path_of(sha256: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "sha256" / sha256[:2] / sha256[2:4] / sha256


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def sm3(content: bytes) -> str:
    return hashlib.new("sm3", content).hexdigest()


def put(content: bytes) -> str:
    """Keep `content` and return its SHA-256; the same bytes are kept once.

    Written beside its place, flushed to disk and renamed: a crash leaves no torso under the name.
    """
    sha256 = digest(content)
    path = path_of(sha256)
    if path.exists():
        return sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".incoming-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o640)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return sha256


def get(sha256: str) -> bytes:
    return path_of(sha256).read_bytes()


def problem(sha256: str) -> str | None:
    """What is wrong with the stored bytes, in words; None when they are what they were."""
    try:
        content = get(sha256)
    except FileNotFoundError:
        return "文件不存在"
    return None if digest(content) == sha256 else "文件内容已被改动"
