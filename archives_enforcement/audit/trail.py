"""Writing and checking 行政执法全过程记录."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, OperationalError, transaction
from django.utils import timezone

from archives_enforcement.audit import chain
from archives_enforcement.audit.models import PLATFORM, AuditEntry, ChainHead
from archives_enforcement.templatetags.formats import cn_datetime


class NotRecorded(DatabaseError):
    """The database took no entry, so the act that it tells of is undone."""


class Asked(NamedTuple):
    """What is done now was asked for earlier."""

    at: datetime | None  # None: it counts for the day on which it is done
    words: str = ""  # how it came, noted with every entry


NOW = Asked(None)
_asked: ContextVar[Asked] = ContextVar("asked", default=NOW)


@contextmanager
def asked(at: datetime | None, words: str = "") -> Iterator[None]:
    """What is done here a person has asked for `at`, and it counts for that day.

    `at` is the moment of the request as the server has kept it, or one that lies between two such
    moments; never one that a page alone names. Entries carry `words`; without them, what the
    worker does after midnight is noted as such.
    """
    token = _asked.set(Asked(at, words))
    try:
        yield
    finally:
        _asked.reset(token)


def moment() -> datetime:
    """When the person acts, in local time: now, or when he asked for what is done now."""
    return timezone.localtime(_asked.get().at)


def today() -> date:
    """The day on which the person acts."""
    return moment().date()


def _code_of(target) -> str:
    owner = target.owning_bureau() if hasattr(target, "owning_bureau") else None
    return owner.code if owner is not None else PLATFORM


def _for_another(capacity, facts: dict) -> dict:
    """Note and details of an act done for another, before what the act itself says."""
    if capacity is None:
        return {}
    return {
        "note": "。".join(filter(None, (capacity.words, facts.get("note")))),
        "details": {**facts.get("details", {}), "deputation": capacity.deputation},
    }


def _asked_before(facts: dict) -> dict:
    """Note of an act that was asked for earlier, before what the act itself says."""
    at, words = _asked.get()
    if not words and today() == timezone.localdate():
        return {}
    words = words or f"办理人于{cn_datetime(at)}提交，由后台任务办完"
    return {"note": "。".join(filter(None, (words, facts.get("note"))))}


def _head(code: str) -> ChainHead:
    """The end of a bureau's chain, locked; begun with its first entry."""
    return ChainHead.objects.select_for_update().get_or_create(bureau_code=code)[0]


@transaction.atomic(savepoint=False)
def record(
    target, action: str, label: str, *, actor, on: date, stranger: str = "", **facts
) -> AuditEntry:
    """Add one entry about `target` to its bureau's chain, in the transaction of the act itself.

    Call it last in an act: the chain's end is locked until the transaction ends, and an act whose
    entry fails cannot be kept, as there is no savepoint to go back to. `facts` are
    before, after, note, place, details, backfilled and on_behalf_of. `stranger` is how somebody
    without an account named himself; with neither, the system did it. Who acts as a deputy
    (代理（AB角）) is entered as such, and so is what was asked for on an earlier day (`asked`).
    Raises NotRecorded where the database takes no entry: the act must not stand then.
    """
    code = _code_of(target)
    facts |= _asked_before(facts)
    facts |= _for_another(getattr(actor, "capacity", None), facts)
    entry = AuditEntry(
        bureau_code=code,
        at=timezone.now(),
        on=on,
        actor=actor,
        actor_name=str(actor or stranger or "系统"),
        action=action,
        label=label,
        target=target,
        target_name=str(target)[:300],
        **facts,
    )
    try:
        return _chained(entry)
    except OperationalError:  # a deadlock is tried again, a lost connection told as such
        raise
    except DatabaseError as error:
        raise NotRecorded("不能写入执法全过程记录") from error


def _chained(entry: AuditEntry) -> AuditEntry:
    """The entry, written behind the last one of its chain."""
    head = _head(entry.bureau_code)
    entry.sequence, entry.previous = head.count + 1, head.digest
    entry.digest = chain.digest(entry)
    entry.save(force_insert=True)
    head.count, head.digest = entry.sequence, entry.digest
    head.seal = chain.seal(head.bureau_code, head.count, head.digest)
    head.save(update_fields=["count", "digest", "seal"])
    return entry


def problems() -> tuple[int, list[str]]:
    """How many entries stand in all chains, and every break found (anchors included)."""
    heads = {head.bureau_code: head for head in ChainHead.objects.all()}
    codes = set(heads) | set(AuditEntry.objects.values_list("bureau_code", flat=True).distinct())
    found = []
    for code in sorted(codes):
        head = heads.get(code) or ChainHead(bureau_code=code)
        entries = AuditEntry.objects.filter(bureau_code=code).order_by("sequence")
        found += chain.breaks(entries.iterator(), head)
    return AuditEntry.objects.count(), found + _anchor_breaks()


def anchor_folder() -> Path:
    return Path(settings.DATA_DIR) / "anchors"


def write_anchor(on: date) -> Path:
    """Write count and end of every chain to a file outside the database.

    A copy of that file kept elsewhere proves later that no entry was cut off or replaced.
    """
    heads = ChainHead.objects.order_by("bureau_code").values("bureau_code", "count", "digest")
    folder = anchor_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{on.isoformat()}.json"
    path.write_text(json.dumps(list(heads), ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def _anchor_breaks() -> list[str]:
    found = []
    for path in sorted(anchor_folder().glob("*.json")):
        try:
            heads = [(row["bureau_code"], row["count"], row["digest"]) for row in read_anchor(path)]
        except (ValueError, TypeError, KeyError):
            found.append(f"锚点文件 {path.name} 已损坏")
            continue
        found += [
            f"{code} 第 {count} 条与 {path.stem} 的锚点不符"
            for code, count, digest in heads
            if not stands(code, count, digest)
        ]
    return found


def read_anchor(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))


def stands(code: str, count: int, digest: str) -> bool:
    """Whether the chain still has the entry with which it ended when the anchor was written."""
    entry = AuditEntry.objects.filter(bureau_code=code, sequence=count).first()
    return not count or (entry is not None and entry.digest == digest)
