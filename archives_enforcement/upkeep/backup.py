"""备份: the database at one moment, then the files its rows name, sealed into one file.

The store is written once and never changed, so files copied after the dump are all that the dump
names and perhaps a few more: people go on working meanwhile.
"""

import hashlib
import io
import os
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.files import store
from archives_enforcement.upkeep import dumps, manifest, vault


class Measured:
    """A file that is read once, and then knows the digest of what was read."""

    def __init__(self, file: BinaryIO):
        self._file, self._digest, self.size = file, hashlib.sha256(), 0

    def read(self, size: int) -> bytes:
        content = self._file.read(size)
        self._digest.update(content)
        self.size += len(content)
        return content

    @property
    def facts(self) -> list:
        return [self._digest.hexdigest(), self.size]


def make(path: Path) -> tuple[int, list[str]]:
    """Write the backup; how many files it holds, and those that are no longer what they were.

    A damaged file is left out, as nothing could prove it. Raises Unusable, and FileExistsError
    where `path` is taken; whatever happens, under `path` stands a whole backup or nothing.
    """
    vault.key()
    partial = path.with_name(f".{path.name}.partial")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            count, damaged = _write(file)
            file.flush()
            os.fsync(file.fileno())
        os.link(partial, path)  # unlike a rename it never takes the place of another file
    finally:
        partial.unlink(missing_ok=True)
    return count, damaged


def _write(file: BinaryIO) -> tuple[int, list[str]]:
    now = timezone.localtime()
    anchor = trail.write_anchor(now.date())
    said = manifest.begun(now.isoformat(timespec="seconds"))
    sealed = vault.Writer(file)
    with tarfile.open(fileobj=sealed, mode="w|") as archive:
        with tempfile.TemporaryDirectory(dir=settings.DATA_DIR) as folder:
            dumps.dump(Path(folder, manifest.DATABASE))
            _add(archive, said, manifest.DATABASE, Path(folder, manifest.DATABASE))
        for one in sorted(anchor.parent.glob("*.json")):
            _add(archive, said, f"anchors/{one.name}", one)
        damaged = [one.name for one in _stored() if not _add_stored(archive, said, one)]
        content = manifest.written(said)
        _add_bytes(archive, manifest.MANIFEST, content)
        _add_bytes(archive, manifest.SIGNATURE, manifest.signature(content))
    sealed.close()
    return len(said["members"]), damaged


def _stored() -> Iterator[Path]:
    for base, folders, names in os.walk(store.folder()):
        folders.sort()
        yield from (Path(base, name) for name in sorted(names) if not name.startswith("."))


def _add_stored(archive: tarfile.TarFile, said: dict, path: Path) -> bool:
    """Whether the file was as its name says, and is in the backup."""
    kept = store.kept(path.name)
    if kept is None or kept.sha256 != path.name:
        return False
    _add(archive, said, f"files/{path.name}", path)
    return True


def _add(archive: tarfile.TarFile, said: dict, name: str, path: Path) -> None:
    with path.open("rb") as file:
        content = Measured(file)
        archive.addfile(_member(name, os.fstat(file.fileno()).st_size), content)
    said["members"][name] = content.facts


def _add_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    archive.addfile(_member(name, len(content)), io.BytesIO(content))


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o640
    return member
