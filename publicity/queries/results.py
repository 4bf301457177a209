"""The result of a check as it is published: in one line, from the record, without what is private.

The paper that ends a check is its feedback letter; a notice of that letter is the notice of the
result (检查结果公示).
"""

from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q

from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.arithmetic import add_months
from archives_enforcement.workdays.models import Deadline
from inspections.models import Finding, Inspection, Reply, TeamMember
from inspections.queries import teams
from inspections.queries.letters import basis
from publicity.models import Notice, ResultRule
from publicity.models.results import FEEDBACK

CLOCK = "D-G15"
CLOCKS = (CLOCK, "D-G02")  # the second on letters that were issued before the first was told apart
NO_CREDIT = "检查结果不是行政处罚，不属于信用信息。"
WITHDRAWN_LIKE = "撤回检查结果公示（参照处罚决定）"


def is_result(document: Document) -> bool:
    return document.kind == FEEDBACK and isinstance(document.subject, Inspection)


def not_asked_for() -> Q:
    """Letters that need no notice: their bureau's rule did not ask for one when they went out."""
    asked = Deadline.objects.filter(
        content_type=ContentType.objects.get_for_model(Document), code__in=CLOCKS
    )
    return Q(kind=FEEDBACK) & ~Q(pk__in=asked.values("object_id"))


def rule_for(document: Document) -> ResultRule:
    """The rule on the day the letter was issued."""
    return ResultRule.objects.on(document.bureau_id, document.issued_on)


class Progress(NamedTuple):
    """How many problems a check found, what was put right, and what fell away on objection."""

    found: int
    fixed: int
    dropped: int
    ended: int = 0  # with the unit (单位撤销终结), neither put right nor under way

    def words(self, on: date) -> str:
        """整改情况 in one sentence, as of a day."""
        left = self.found - self.fixed
        apart = f"采纳单位意见，撤销问题{self.dropped}项。" if self.dropped else ""
        if self.ended:
            apart += f"单位撤销、没有承继单位，终结整改问题{self.ended}项。"
        if not self.found:
            return apart or "没有需要整改的问题。"
        until = f"截至{cn_date(on)}，"
        if not left:
            return f"{apart}{until}问题{self.found}项已全部整改。"
        return f"{apart}{until}问题{self.found}项中，已整改{self.fixed}项，正在整改{left}项。"


def progress(inspection: Inspection) -> Progress:
    """As the record stands now."""
    rows = inspection.findings.all()
    upheld = Reply.objects.filter(
        finding__inspection=inspection, kind=Reply.Kind.OBJECTION, outcome=Reply.Outcome.ACCEPTED
    )
    dropped = rows.filter(state=Finding.State.ACCEPTED, pk__in=upheld.values("finding"))
    fixed = rows.filter(state=Finding.State.ACCEPTED).exclude(pk__in=dropped.values("pk"))
    gone, ended = dropped.count(), rows.filter(state=Finding.State.TERMINATED).count()
    return Progress(rows.count() - gone - ended, fixed.count(), gone, ended)


def _result(inspection: Inspection) -> str:
    """What was found, in one line; what exactly is between the bureau and the unit."""
    found = inspection.findings.count()
    if not found:
        return "未发现需要整改的问题。"
    fixed = inspection.findings.filter(spot_fix__isnull=False).count()
    apart = f"，其中{fixed}项当场整改" if fixed else ""
    return f"发现问题{found}项{apart}，已书面反馈并提出整改要求。"


def summary(document: Document, on: date) -> dict:
    """The words a notice of a result begins with."""
    visit = document.subject
    return {
        "title": f"{visit.party.public_name}{visit.get_kind_display()}结果",
        "facts": _result(visit),
        "basis": basis(visit),
        **counted(visit, on),
    }


def particulars(document: Document) -> dict:
    """What else a notice of a result says; it is taken from the record and never typed."""
    visit = document.subject
    shown = rule_for(document).certificates
    return {
        "check_kind": visit.kind,
        "checked_on": visit.inspected_on,
        "certificates": "、".join(certificates(visit)) if shown else "",
    }


def counted(inspection: Inspection, on: date) -> dict:
    now = progress(inspection)
    return {
        "outcome": now.words(on), "found": now.found, "fixed": now.fixed, "ended": now.ended,
    }  # fmt: skip


def certificates(inspection: Inspection) -> list[str]:
    """The numbers of those who enforced, as on the day of the visit; their names stay out."""
    went = [row for row in teams.members(inspection) if row.part in TeamMember.ENFORCING]
    return [card.number for member in went for card in member.user.cards[:1]]


def last_day(document: Document) -> date | None:
    """How long the result is public: as many months as the bureau has set, else without end."""
    months = rule_for(document).months
    return add_months(document.issued_on, months) if months else None


def to_update(user):
    """Published results whose problems have all been put right since."""
    closed = Inspection.objects.filter(bureau=user.bureau_id, state=Inspection.State.CLOSED)
    rows = Notice.objects.visible_to(user).filter(
        bureau=user.bureau_id,
        state=Notice.State.PUBLISHED,
        changed_on=None,
        fixed__lt=F("found"),
        document__content_type=ContentType.objects.get_for_model(Inspection),
        document__object_id__in=closed.values("pk"),
    )
    return rows.order_by("checked_on", "pk")


def of_parties(parties, today: date):
    """What anyone may read today of the checks of these parties, latest first."""
    rows = Notice.objects.public_on(today).of_results().filter(document__party__in=parties)
    return rows.order_by("-checked_on", "-pk")


def of_draw(draw, today: date):
    """What anyone may read today of the checks that this draw decided."""
    visits = Inspection.objects.filter(plan_item__draw=draw)
    rows = (
        Notice.objects.public_on(today)
        .of_results()
        .filter(
            document__content_type__app_label="inspections",
            document__content_type__model="inspection",
            document__object_id__in=visits.values("pk"),
        )
    )
    return rows.order_by("checked_on", "pk")
