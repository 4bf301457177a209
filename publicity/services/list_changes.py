"""登记内容变化: a published list is out of date before anybody has drafted its next version."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from publicity import list_guards
from publicity.models import PublicList
from publicity.queries import lists as queries
from publicity.services.lists import DRAFT

LABEL, UNDO = "登记内容变化", "撤销变化登记"


@act
def note(row: PublicList, *, actor, on: date, changed_on: date, what: str) -> PublicList:
    """Start D-G05 on the version in force: whoever may draft finds it in his work list.

    `what` says what has changed and by which paper. Raises Refused for a version that is not in
    force, for a day outside its time, and while a change is noted already.
    """
    row = lock(row, actor)
    check_permission(actor, DRAFT, LABEL)
    backfilled = check_date(actor, on)
    if why := list_guards.not_to_be_noted(row):
        raise Refused(why)
    if not what.strip():
        raise Refused({"what": "请写明什么内容有变化、依据哪份文件。"})
    if why := list_guards.not_in_its_time(row, changed_on, on):
        raise Refused({"changed_on": why})
    deadlines.start(
        row, queries.UPDATE, bureau=row.bureau, on=changed_on, grounds=f"内容变化：{what.strip()}"
    )
    trail.record(
        row, "note_list_change", LABEL, actor=actor, on=on, backfilled=backfilled,
        details={"changed_on": changed_on.isoformat(), "what": what.strip()},
    )  # fmt: skip
    return row


@act
def take_back(row: PublicList, *, actor, on: date, note: str) -> PublicList:
    """撤销变化登记 with its reason: what is public is right as it stands."""
    row = lock(row, actor)
    check_permission(actor, DRAFT, UNDO)
    backfilled = check_date(actor, on)
    if not note.strip():
        raise Refused("请写明撤销登记的原因。")
    if not queries.change_noted(row):
        raise Refused("这份清单没有登记内容变化。")
    deadlines.cancel(row, queries.UPDATE, on=on, reason=note.strip())
    trail.record(
        row, "take_back_list_change", UNDO, actor=actor, on=on, backfilled=backfilled,
        details={"reason": note.strip()},
    )  # fmt: skip
    return row
