"""Files against their rows: every row has its file as it came, every file has a row.

The file comes first and its row is committed after it, so a crash leaves a file without a row and
never a row without a file. Such a leftover may stand for a day, as may one that a form still needs.
"""

import itertools
import os
import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.utils import timezone

from archives_enforcement.documents.models import Rendition
from archives_enforcement.files import store
from archives_enforcement.files.models import Upload

FRESH = timedelta(hours=24)
AT_ONCE = 500  # names asked for in one query
NAME = re.compile(r"[0-9a-f]{64}")
APART = (Upload, Rendition)  # one is still coming in, the other is checked with its paper


def holders() -> list[type[Model]]:
    """The models whose rows name a kept file."""
    return [
        model
        for model in apps.get_models()
        if model is not Upload and any(field.name == "sha256" for field in model._meta.fields)
    ]


def look() -> tuple[int, Iterator[str]]:
    checked = [model for model in holders() if model not in APART]
    count = sum(model._base_manager.count() for model in checked)
    faults = itertools.chain.from_iterable(map(_faults_of_rows, checked))
    return count, itertools.chain(faults, map(_in_words, leftovers()))


def _faults_of_rows(model: type[Model]) -> Iterator[str]:
    for row in model._base_manager.order_by("pk").iterator():
        kept = store.kept(row.sha256)
        name = f"{model._meta.verbose_name} {row.pk} {row}"
        if kept is None:
            yield f"{name}：文件不存在"
        elif kept.sha256 != row.sha256 or getattr(row, "size", kept.size) != kept.size:
            yield f"{name}：文件内容已被改动"
        elif getattr(row, "sm3", kept.sm3) != kept.sm3:
            yield f"{name}：文件与登记的 SM3 摘要不符"


def _in_words(path: Path) -> str:
    return f"文件 {path.relative_to(settings.MEDIA_ROOT)} 没有登记，已超过 24 小时"


def leftovers() -> Iterator[Path]:
    """The files without a row that are older than a day."""
    old = (path for path in _walk(store.folder()) if _is_old(path))
    while batch := list(itertools.islice(old, AT_ONCE)):
        yield from _without_row(batch)
    for path in _walk(Path(settings.MEDIA_ROOT) / "incoming"):
        key = int(path.name) if path.name.isdecimal() else 0
        if _is_old(path) and not Upload.objects.filter(pk=key).exists():
            yield path


def remove_leftovers() -> int:
    """Delete them; how many. A file that is kept anew while this runs counts as fresh again."""
    removed = 0
    for path in list(leftovers()):
        if _is_old(path):
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def _without_row(batch: Iterable[Path]) -> Iterator[Path]:
    names = [path.name for path in batch if NAME.fullmatch(path.name)]
    known = set()
    for model in holders():
        known |= set(model._base_manager.filter(sha256__in=names).values_list("sha256", flat=True))
    for path in batch:
        if path.name not in known or path != store.path_of(path.name):
            yield path


def _is_old(path: Path) -> bool:
    try:
        changed = path.stat().st_mtime
    except FileNotFoundError:
        return False
    return timezone.now().timestamp() - changed > FRESH.total_seconds()


def _walk(folder: Path) -> Iterator[Path]:
    for base, _, names in os.walk(folder):
        yield from (Path(base, name) for name in names)
