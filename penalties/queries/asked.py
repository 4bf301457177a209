"""What parties asked for, somebody to stand aside or more time to pay: as work, and in papers."""

from archives_enforcement.asking import Asking, rows_of
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.clocks import clocks_on
from inspections.queries.work import Group, WorkItem, work_item
from penalties.models import Case, PaymentRequest, Recusal
from penalties.queries.law import PENALTY_LAW

PENALTY = "penalty"  # the group of the work list beside those of 监督检查
RECUSAL_CLOCK, PAYMENT_CLOCK = "D-P30", "D-P29"


def recusals(user) -> Asking[list[WorkItem]]:
    """For the heads: who is to stand aside, but for themselves."""
    if not user.has_perm("penalties.decide_case"):
        return []
    rows = Recusal.objects.visible_to(user).filter(decided_on=None, case__state__in=Case.OPEN)
    rows = rows.exclude(person=user).select_related("case", "person").order_by("pk")
    rows = yield from rows_of(rows)
    clocks = yield from clocks_on(rows)
    basis = f"由机关负责人决定：{PENALTY_LAW}第四十三条第三款"
    return [
        work_item(
            clocks.find(row, RECUSAL_CLOCK), f"决定回避：{row.person}（{row.case}）", basis,
            row.case.get_absolute_url(), "去决定", Group.APPROVAL,
        )
        for row in rows
    ]  # fmt: skip


def payments(user) -> Asking[list[WorkItem]]:
    """For the officers of the case: applications to pay later or in parts."""
    if not user.has_perm("penalties.handle_case"):
        return []
    rows = PaymentRequest.objects.visible_to(user).filter(
        answered_on=None, case__officers__user=user, case__officers__left_on=None
    )
    rows = yield from rows_of(rows.select_related("case__party").order_by("pk"))
    clocks = yield from clocks_on(rows)
    basis = f"经当事人申请和行政机关批准：{PENALTY_LAW}第六十六条第二款"
    return [
        work_item(
            clocks.find(row, PAYMENT_CLOCK), f"答复{row.case.party}{row.get_kind_display()}的申请",
            basis, row.case.get_absolute_url(), "去办理", PENALTY,
        )
        for row in rows
    ]  # fmt: skip


def words(case: Case) -> dict[str, str]:
    """What 延期（分期）缴纳审批表 says of the party's application; nothing when it made none."""
    row = case.payment_requests.last()
    if row is None:
        return {}
    said = f"{cn_date(row.made_on)}{row.get_kind_display()}：{row.plan}"
    return {"hardship": row.hardship, "request": said}
