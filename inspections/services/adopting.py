"""Adopting a checklist on a date, with its minutes, in the place of the one before."""

from datetime import date, timedelta

from archives_enforcement.documents.models import Document
from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act
from inspections import checklist_guards
from inspections.models import Checklist
from inspections.queries import checklists as queries
from inspections.workflow import CHECKLIST_FLOW

ADOPT = "inspections.adopt_checklist"


@act
def adopt(
    checklist: Checklist, *, actor, on: date, valid_from: date, minutes: Document | None = None
) -> Checklist:
    """采用 from a day on, by the head, who did not write it; nothing in it changes afterwards.

    The version before ends the day before; checks arranged from that day on that have not begun go
    over to the new version, all others keep theirs. A merged list needs the issued minutes
    (联席会议纪要) that adopted it; they name it.
    """
    named = minutes and queries.open_minutes(actor).filter(pk=minutes.pk).first()
    if minutes and named is None:
        raise Refused("所选的联席会议纪要没有签发，请先签发纪要，再采用清单。")
    moved: list[str] = []

    def write(row):
        _check_start(row, on, valid_from)
        _check_minutes(row, named, valid_from)
        moved.extend(_take_over(row, valid_from))
        return {
            "valid_from": valid_from,
            "minutes": named,
            "adopted_under": _cited(named),
            "adopted_by": actor,
            "adopted_on": on,
        }

    checklist = CHECKLIST_FLOW.advance(
        checklist,
        "adopt",
        actor=actor,
        on=on,
        write=write,
        details=lambda row: {"valid_from": str(valid_from), "moved": moved},
    )
    tell(
        [checklist.drafted_by],
        f"{checklist}已采用，{cn_date(valid_from)}起启用。",
        url=checklist.get_absolute_url(),
    )
    return checklist


def _check_start(row: Checklist, on: date, valid_from: date) -> None:
    if valid_from < on:
        raise Refused(
            f"启用日期不能早于采用日期（{cn_date(on)}）：已经进行的检查按当时的清单，不能改变。"
        )
    before = queries.before_of(row)
    if before and before.valid_from >= valid_from:
        raise Refused(f"“{before}”{cn_date(before.valid_from)}才启用，新版本的启用日期应当更晚。")
    if why := checklist_guards.law_in_force(row, valid_from):
        raise Refused(why)


def _check_minutes(row: Checklist, minutes: Document | None, valid_from: date) -> None:
    if minutes is None and row.parts.exists():
        raise Refused(
            "合并的清单由联席会议通过，请选择已签发的联席会议纪要。依据：本机关检查工作规范。"
        )
    if minutes and not queries.names(minutes, row):
        raise Refused(
            f"{minutes.number}《{minutes.title}》没有写明《{row}》，不能据以采用。"
            f"请选择通过这份清单的纪要，纪要里应当写明清单的名称（加书名号）或者代码 {row.code}。"
        )
    if minutes and minutes.issued_on > valid_from:
        raise Refused(f"启用日期不能早于纪要的签发日期（{cn_date(minutes.issued_on)}）。")


def _cited(minutes: Document | None) -> str:
    return f"{minutes.number}《{minutes.title}》" if minutes else ""


def _take_over(row: Checklist, valid_from: date) -> list[str]:
    """End the version before and move what is arranged; returns the checks that were moved."""
    visits = list(queries.arranged_on(row, valid_from).select_related("unit__party"))
    for visit in visits:
        visit.checklist = row
        visit.save(update_fields=["checklist"])
    if before := queries.before_of(row):
        before.valid_to = valid_from - timedelta(days=1)
        before.save(update_fields=["valid_to"])
    return [str(visit) for visit in visits]
