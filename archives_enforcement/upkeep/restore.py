"""恢复: everything is proved before anything of the site is touched."""

import os
import shutil
import tarfile
import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files import store
from archives_enforcement.jobs import queue
from archives_enforcement.upkeep import dumps, manifest
from archives_enforcement.upkeep.backup import Measured
from archives_enforcement.upkeep.vault import Reader, Unusable

APART = (manifest.MANIFEST, manifest.SIGNATURE)
MOST = 512 * 1024**2  # bytes of a manifest


def restore(path: Path, *, replace: bool = False) -> dict:
    """Put the backup in the place of what is here; its manifest.

    Raises Unusable, with nothing changed, for a backup that is not whole, altered, made under other
    keys or by a newer program, and for a site that holds something unless it is to be replaced.
    """
    if not replace and (held := holds()):
        raise Unusable(f"这里已经有{held}。确实要用备份代替的，加 --replace")
    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR, prefix="restore-") as folder:
        said = unpack(path, Path(folder))
        _put_in_place(Path(folder), timezone.localtime())
    queue.release_all()
    return said


def holds() -> str:
    """What stands here already, in words; empty when nothing does."""
    tables = set(connection.introspection.table_names())
    for model in (User, AuditEntry):
        if model._meta.db_table in tables and model._base_manager.exists():
            return f"数据（{model._meta.verbose_name}）"
    kept = any(names for _, _, names in os.walk(store.folder()))
    return "文件" if kept else ""


def unpack(path: Path, folder: Path) -> dict:
    """Unpack into an empty folder and prove every byte; the manifest."""
    with path.open("rb") as file:
        sealed, found = Reader(file), {}
        try:
            with tarfile.open(fileobj=sealed, mode="r|") as archive:
                for member in archive:
                    _take(archive, member, folder, found)
        except tarfile.TarError as error:
            raise Unusable("备份文件不完整") from error
        sealed.finish()
    if absent := [name for name in APART if name not in found]:
        raise Unusable(f"备份里缺少 {absent[0]}")
    said = manifest.read(*((folder / name).read_bytes() for name in APART))
    manifest.compare(said, {name: facts for name, facts in found.items() if name not in APART})
    return said


def _take(archive, member: tarfile.TarInfo, folder: Path, found: dict) -> None:
    name = member.name
    if not member.isreg() or not (name in APART or manifest.MEMBER.fullmatch(name)):
        raise Unusable(f"备份里有不认识的内容：{name[:80]!r}")
    if name in found or (name in APART and member.size > MOST):
        raise Unusable(f"备份里的 {name} 不止一个，或者太大")
    place = folder / name
    place.parent.mkdir(exist_ok=True)
    content = Measured(archive.extractfile(member))
    with place.open("wb") as file:
        shutil.copyfileobj(content, file, store.CHUNK)
        file.flush()
        os.fsync(file.fileno())
    found[name] = content.facts


def _put_in_place(folder: Path, at: datetime) -> None:
    """The rows first, as loading them can still fail and then leaves everything as it was."""
    dumps.load(folder / manifest.DATABASE, at)
    for place in (store.folder(), trail.anchor_folder()):
        if place.exists():
            place.rename(dumps.aside(place, at))
    for file in sorted(folder.glob("files/*")):
        _move(file, store.path_of(file.name))
    for file in sorted(folder.glob("anchors/*")):
        _move(file, trail.anchor_folder() / file.name)


def _move(file: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(file, place)
    place.chmod(0o640)
