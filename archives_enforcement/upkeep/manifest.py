"""清单: what a backup holds, and the proof that nobody wrote it but this site.

It is signed under AUDIT_KEY, not under the key of the backup: who may open a backup cannot make
one, and a machine with another AUDIT_KEY could not check the trail that it restores.
"""

import hashlib
import hmac
import json
import re
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from archives_enforcement import sealing
from archives_enforcement.audit.models import ChainHead
from archives_enforcement.upkeep.vault import Unusable

VERSION = 1
DATABASE, MANIFEST, SIGNATURE = "database", "manifest.json", "manifest.hmac"
MEMBER = re.compile(r"database|anchors/\d{4}-\d{2}-\d{2}\.json|files/[0-9a-f]{64}")


def begun(made_at: str) -> dict:
    """What is known before the first file: the state of program, tables and trail."""
    heads = ChainHead.objects.order_by("bureau_code")
    return {
        "version": VERSION,
        "made_at": made_at,
        "program": program(),
        "engine": connection.vendor,
        "migrations": sorted(map(list, _loader().applied_migrations)),
        "anchor": list(heads.values("bureau_code", "count", "digest")),
        "sealing_key": sealing.key_name(settings.SEALING_KEY),
        "members": {},
    }


def program() -> str:
    """The version of this program."""
    text = (Path(settings.BASE_DIR) / "pyproject.toml").read_text(encoding="utf-8")
    return re.search(r'^version = "(.+)"$', text, re.MULTILINE)[1]


def written(manifest: dict) -> bytes:
    return json.dumps(manifest, ensure_ascii=False, sort_keys=True).encode()


def signature(content: bytes) -> bytes:
    secret = b"archives-enforcement backup manifest " + settings.AUDIT_KEY.encode()
    return hmac.new(secret, content, hashlib.sha256).hexdigest().encode()


def read(content: bytes, signed: bytes) -> dict:
    """The manifest; raises Unusable where it was altered or does not fit this site."""
    if not hmac.compare_digest(signature(content), signed):
        raise Unusable("清单的签名不符：清单被改动过，或者 AUDIT_KEY 与备份时不同")
    manifest = json.loads(content)
    if manifest["version"] != VERSION:
        raise Unusable("备份的格式不是这一版本能读的")
    if manifest["engine"] != connection.vendor:
        raise Unusable(f"备份的是 {manifest['engine']} 数据库，本机配置的是 {connection.vendor}")
    _know_tables(set(map(tuple, manifest["migrations"])))
    return manifest


def compare(manifest: dict, found: dict) -> None:
    """Whether what came is what the manifest names: `found` is name → [SHA-256, size]."""
    named = manifest["members"]
    for name in sorted(named.keys() | found.keys()):
        if name not in found:
            raise Unusable(f"备份里缺少 {name}")
        if name not in named:
            raise Unusable(f"备份里多出 {name}")
        if named[name] != found[name]:
            raise Unusable(f"备份里的 {name} 与清单不符")
        kept_as = name.removeprefix("files/")
        if kept_as != name and kept_as != found[name][0]:
            raise Unusable(f"备份里的 {name} 与它的名称不符")


def _know_tables(held: set[tuple[str, str]]) -> None:
    """Whether this program can go on from the tables that these migrations made."""
    ours = _loader(connected=False).disk_migrations
    begun = {name: set(first.replaces) for name, first in ours.items() if first.replaces}
    known = ours.keys() | set().union(*begun.values())
    apps = {app for app, _ in known}
    if newer := sorted(f"{app}.{name}" for app, name in held - known if app in apps):
        raise Unusable(f"备份来自更新的版本（{newer[0]}），请先升级程序")
    for first, earlier in begun.items():
        if first not in held and held & earlier and (missing := sorted(earlier - held)):
            raise Unusable(
                f"备份来自太早的版本（没有 {'.'.join(missing[0])}），"
                "请先用当时的程序恢复，逐版升级以后重新备份"
            )


def _loader(*, connected: bool = True) -> MigrationLoader:
    return MigrationLoader(connection if connected else None, ignore_no_migrations=True)
