"""更正和作废 of an entry: what was written before stays in the trail with its reason."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, check_date, check_permission, lock
from publicity.models.entries import Entry


def opened(row: Entry, actor, permission: str, label: str) -> Entry:
    """The row, locked, if this person may still change it."""
    row = lock(row, actor)
    check_permission(actor, permission, label)
    if row.struck_on:
        raise Refused("这条登记已经作废，不能再更正或者作废。")
    return row


def amend(row: Entry, facts: dict, *, actor, on: date, reason: str, more: bool = False) -> Entry:
    """Write `facts` over an open row; `more` tells that files come with it.

    Raises Refused without a reason, and where nothing would change.
    """
    backfilled = check_date(actor, on)
    reason = _stated(reason, "更正的原因")
    changes = _changes(row, facts)
    if not (changes or more):
        raise Refused("没有改动任何内容，没有保存。")
    row.full_clean()
    row.save(update_fields=[*facts])
    trail.record(
        row, "amend_entry", "更正登记", actor=actor, on=on, backfilled=backfilled, note=reason,
        details={"amended": changes},
    )  # fmt: skip
    return row


def _changes(row: Entry, facts: dict) -> list[list[str]]:
    """[field, text before, text after] of what differs; the row takes the new values."""
    found = []
    for name, value in facts.items():
        old = _shown(row, name)
        setattr(row, name, value.strip() if isinstance(value, str) else value)
        if (new := _shown(row, name)) != old:
            found.append([str(row._meta.get_field(name).verbose_name), old, new])
    return found


def _shown(row: Entry, name: str) -> str:
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    return "" if value is None else str(value)


def strike(row: Entry, *, actor, on: date, reason: str, **facts) -> Entry:
    """作废 an open row; `facts` are values that fall with it, kept in the trail like the others."""
    backfilled = check_date(actor, on)
    reason = _stated(reason, "作废的原因")
    changes = _changes(row, facts)
    row.struck_on, row.struck_because = on, reason
    row.save(update_fields=["struck_on", "struck_because", *facts])
    trail.record(
        row, "strike_entry", "作废登记", actor=actor, on=on, backfilled=backfilled, note=reason,
        details={"amended": changes},
    )  # fmt: skip
    return row


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}，没有保存。")
    return text.strip()
