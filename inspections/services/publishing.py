"""公布检查事项清单: what may be asked at enterprises is known to everybody beforehand."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.withdrawing import on_the_day, taken_back
from archives_enforcement.workflow import (
    Act,
    Refused,
    act,
    check_date,
    check_permission,
    lock,
)
from inspections.models import Checklist, ListPublication

PUBLISH = "inspections.publish_checklist"


@act
def publish_list(
    checklist: Checklist, *, actor, on: date, published_on: date, place: str = ""
) -> ListPublication:
    """公布 an adopted list for the actor's bureau, its own or one that came with the system.

    On our own page it is published today; an earlier day needs the `place` where everybody could
    read it then. Raises Refused for a list that is not adopted, or published already.
    """
    checklist = Checklist.objects.visible_to(actor).get(pk=checklist.pk)
    check_permission(actor, PUBLISH, "公布检查清单")
    backfilled = check_date(actor, on)
    if why := _why_not(checklist, actor, on, published_on, place):
        raise Refused(why)
    row = ListPublication.objects.create(
        bureau=actor.bureau,
        checklist=checklist,
        published_on=published_on,
        published_by=actor,
        place=place.strip(),
    )
    trail.record(
        row,
        "publish_list",
        "公布检查清单",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={"checklist": str(checklist), "on": str(published_on), "place": row.place},
    )
    return row


@act
def withdraw_list(row: ListPublication, *, actor, on: date, reason: str) -> ListPublication:
    """撤回公布 of a list published by mistake: from today it is no list for enterprises.

    The version itself stays adopted, and may be published again.
    """
    row = lock(row, actor)
    check_permission(actor, PUBLISH, "撤回公布的检查清单")
    backfilled = check_date(actor, on)
    if row.withdrawn_on:
        raise Refused("这份清单的公布已经撤回，不用再撤回。")
    if why := on_the_day(row, Act(actor, on, PUBLISH)):
        raise Refused(why)
    for name, value in taken_back(on, reason).items():
        setattr(row, name, value)
    row.save(update_fields=["withdrawn_on", "withdrawal_reason"])
    trail.record(
        row, "withdraw_list", "撤回公布的检查清单",
        actor=actor, on=on, backfilled=backfilled, note=row.withdrawal_reason,
    )  # fmt: skip
    return row


def _why_not(checklist, actor, on: date, published_on: date, place: str) -> str | None:
    if checklist.state != Checklist.State.ADOPTED:
        return "清单还没有采用，不能公布。请先由机关负责人采用。"
    if checklist.bureau_id in actor.bureau.above:
        owner = checklist.bureau
        return f"这是{owner}的清单，由{owner}公布；上级公布的，本机关不用再公布。"
    rows = ListPublication.objects.standing()
    if rows.filter(bureau=actor.bureau, checklist=checklist).exists():
        return "这份清单已经公布，不用再公布。"
    if published_on > on:
        return "公布日期不能晚于办理日期。"
    if (on < trail.today() or published_on < trail.today()) and not place.strip():
        return (
            "本系统的公开页面从今天起才能看到；以前公布的，请写明当时公布的地方（如政府网站网址）。"
        )
    return None
