"""检查通知: whether the unit is told before a check, by which day (D-I02), and when it was."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.templatetags.formats import cn_date, cn_day
from archives_enforcement.workdays import limits
from archives_enforcement.workdays.calendar import load
from archives_enforcement.workdays.counting import Computation
from inspections.models import Inspection
from inspections.queries import standing
from inspections.queries.coverage import POLICY_SINCE

CLOCK = "D-I02"
FORMS_SINCE = date(
    2025, 5, 8
)  # 司法部《行政检查文书基本格式文本（试行）》, where the notice stands
ENTERPRISES = "国办发〔2024〕54号（据转载材料核对）"
EVERYBODY = (
    "本机关检查工作规范（通知书见司法部2025年5月8日发布的《行政检查文书基本格式文本（试行）》）"
)


def basis(inspection: Inspection) -> str:
    """What asks for a 检查通知书 or a reason against it; empty where nothing does.

    No article asks it of units that are no enterprises: since the form is there it is the bureau's
    own rule, and a clue need not be announced.
    """
    day = inspection.scheduled_on
    if inspection.party.is_enterprise and day >= POLICY_SINCE:
        return ENTERPRISES
    clue = inspection.kind == Inspection.Kind.CASE
    return EVERYBODY if day >= FORMS_SINCE and not clue else ""


def is_due_beforehand(inspection: Inspection) -> bool:
    """Whether the notice is asked for, and some days before the check."""
    decided = inspection.unannounced.strip() or inspection.urgent_reason
    clue = inspection.kind == Inspection.Kind.CASE
    return not decided and not clue and bool(basis(inspection))


def last_day(inspection: Inspection) -> Computation | None:
    """By when the unit should have the notice; None where none is asked or a clue is followed."""
    if not is_due_beforehand(inspection):
        return None
    return limits.compute(CLOCK, inspection.scheduled_on, bureau=inspection.bureau)


def notice_of(inspection: Inspection) -> Document | None:
    """The notice that was issued and holds."""
    return standing.paper(inspection, standing.NOTICE)


def told_on(notice: Document | None) -> date | None:
    """When the unit got its notice; None while it has not."""
    rows: Iterable[Delivery] = notice.deliveries.all() if notice else ()
    return min((row.delivered_on for row in rows if row.delivered_on), default=None)


class Announcement(NamedTuple):
    """The notice of one check as its page tells it."""

    due_on: date | None
    told_on: date | None
    article: str

    @property
    def is_late(self) -> bool:
        return bool(self.due_on and self.told_on and self.told_on > self.due_on)


def announcement(inspection: Inspection, documents: Iterable[Document]) -> Announcement:
    """What the page of a check says, from the papers on it that were read already."""
    result = last_day(inspection)
    told = told_on(standing.among(documents, standing.NOTICE))
    return Announcement(result and result.due_on, told, result.article if result else "")


def warning(inspection: Inspection, today: date) -> str:
    """Said of a check ahead whose unit can no longer be told in time; empty when it can, or was."""
    result = last_day(inspection)
    if result is None or today <= result.due_on or told_on(notice_of(inspection)):
        return ""
    return (
        f"检查通知书应当在{cn_date(result.due_on)}以前送达，已经来不及。请尽快送达，"
        f"必要时改期，不宜预先通知的写明理由。依据：{result.article}。"
        "这是提前送达的做法，迟了只提醒，不影响办理。"
    )


def pressing(visits: Iterable[Inspection], until: date) -> dict[int, date]:
    """Key → last day of the notice, for approved visits in order of their day, up to `until`.

    The limit is worked out once for a day, and no further than `until` reaches.
    """
    found, known, days = {}, {}, load()
    for visit in visits:
        day = visit.scheduled_on
        if day not in known:
            known[day] = limits.compute(CLOCK, day, bureau=visit.bureau, calendar=days).due_on
        if known[day] > until:
            break
        found[visit.pk] = known[day]
    return found


def in_words(inspection: Inspection) -> str:
    """What to do about a notice that is not drafted yet, as part of the page's sentence."""
    result = last_day(inspection)
    return f"请起草检查通知书，{cn_day(result.due_on)}以前送达" if result else "请起草检查通知书"
