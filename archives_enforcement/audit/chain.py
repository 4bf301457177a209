"""The HMAC chain: what an entry's digest covers, and how a chain is checked."""

import hashlib
import hmac
import json

from django.conf import settings

START = "0" * 64
COVERED = (
    "bureau_code",
    "sequence",
    "actor_id",
    "actor_name",
    "action",
    "label",
    "content_type_id",
    "object_id",
    "target_name",
    "before",
    "after",
    "note",
    "place",
    "details",
    "backfilled",
    "on_behalf_of",
    "previous",
)


def _mac(value: dict) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hmac.new(settings.AUDIT_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def digest(entry) -> str:
    """The keyed digest of an entry, the one before it included."""
    value = {name: getattr(entry, name) for name in COVERED}
    value["on"] = entry.on.isoformat()
    value["at"] = int(entry.at.timestamp() * 1_000_000)
    return _mac(value)


def seal(bureau_code: str, count: int, last: str) -> str:
    """The keyed digest of a chain's end: a cut-off tail shows."""
    return _mac({"bureau_code": bureau_code, "count": count, "digest": last})


def breaks(entries, head) -> list[str]:
    """Every place where the chain does not hold, in words; empty when it is whole."""
    found, previous, count = [], START, 0
    for count, entry in enumerate(entries, 1):
        name = f"{entry.bureau_code} 第 {entry.sequence} 条"
        if entry.sequence != count:
            return [
                *found,
                f"{head.bureau_code} 第 {count} 条缺失（下一条是第 {entry.sequence} 条）",
            ]
        if entry.previous != previous:
            found.append(f"{name}与前一条不相接")
        if not hmac.compare_digest(entry.digest, digest(entry)):
            found.append(f"{name}内容与摘要不符")
        previous = entry.digest
    if (head.count, head.digest) != (count, previous):
        found.append(f"{head.bureau_code} 应有 {head.count} 条，实有 {count} 条，末尾不符")
    if count and not hmac.compare_digest(head.seal, seal(head.bureau_code, count, previous)):
        found.append(f"{head.bureau_code} 末端封签不符")
    return found
