"""Reads of 执法监督检查: what may be drawn, how far it has come, what was found."""

from collections import Counter
from datetime import date

from django.db.models import Q

from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from inspections.models import Inspection
from penalties.models import Case
from supervision import sampling
from supervision.models import ContentFinding, Remedy, Round
from supervision.queries.notices import clocks_on

REPORT = "D-S02"
CIRCULAR = "supervision_circular"
S = Round.State


def pool_of(user, since: date, until: date) -> dict[str, list]:
    """Every check carried out and every case decided or ended in the period, by key and name."""
    between = (since, until)
    checks = Inspection.objects.open_to(user).filter(inspected_on__range=between)
    checks = checks.exclude(state=Inspection.State.CANCELLED).select_related("unit__party")
    decided = Q(decision__decided_on__range=between) | Q(closed_on__range=between)
    cases = Case.objects.open_to(user).filter(decided).distinct()
    return {
        "checks": [[row.pk, f"{row.unit} {cn_date(row.day)}"] for row in checks.order_by("pk")],
        "cases": [[row.pk, f"{row.number} {row.name}"] for row in cases.order_by("pk")],
    }


def wanted_of(row: Round) -> dict[str, int | None]:
    return {"checks": row.wanted_checks, "cases": row.wanted_cases}


def recomputed(row: Round) -> bool:
    """Whether the draw, computed anew from what is kept, gives what stands in the round."""
    if sampling.digest_of(row.pool) != row.digest:
        return False
    drawn = sampling.picked(row.pool, wanted_of(row), row.contribution)
    items = list(row.items.all())
    kept = {
        "checks": [item.inspection_id for item in items if item.inspection_id],
        "cases": [item.case_id for item in items if item.case_id],
    }
    return drawn == kept


def problems_by_content(row: Round) -> list[tuple[str, int]]:
    """How often each content had a problem, the most frequent first: what is common."""
    rows = ContentFinding.objects.filter(
        item__round=row, verdict=ContentFinding.Verdict.PROBLEM
    ).select_related("content")
    return Counter(each.content.text for each in rows).most_common()


def remedies_in_period(row: Round) -> list[tuple[str, int]]:
    """How many 复议, suits and the like came in the period: the sixth content looks at them."""
    rows = Remedy.objects.filter(
        bureau=row.bureau, received_on__range=(row.since, row.until)
    ).values_list("kind", flat=True)
    counted = Counter(rows)
    return [(kind.label, counted[kind.value]) for kind in Remedy.Kind]


def next_step(row: Round) -> str:
    if row.state == S.DRAWN:
        left = row.items.filter(reviewed_on=None).count()
        if left and row.method == Round.Method.MUTUAL:
            return f"还有 {left} 件要评查，请邀请其他机关的监督人员；没有账号的，代为录入。"
        return f"还有 {left} 件要评查。" if left else "已经评查完，请汇总普遍性问题并起草通报。"
    if row.state == S.CIRCULATED:
        due = clocks_on(row)[REPORT].due_on
        return f"等待{row.receiver}在{cn_date(due)}前报告检查纠正情况。"
    return {
        S.FROZEN: "抽取范围已经固定，请另一名监督人员见证抽取。",
        S.SUMMED: "请核对通报并提交审核、签发。",
        S.REPORTED: f"{row.receiver}已报告检查纠正情况，等待核实。",
    }.get(row.state, "")


STAGES = {S.FROZEN: 1, S.DRAWN: 2, S.SUMMED: 3, S.CIRCULATED: 4, S.REPORTED: 5, S.CLOSED: 6}


def steps(row: Round) -> list[Step]:
    """固定范围 → 抽取 → 评查 → 通报 → 报告纠正 → 办结 as the strip shows them."""
    labels = ("固定范围", "抽取", "评查", "通报", "报告纠正", "办结")
    days = (row.drafted_on, row.drawn_on, None, row.circulated_on, row.reported_on, row.closed_on)
    now = STAGES[row.state]
    return [
        Step(label, "done" if place < now else "now" if place == now else "", cn_day(day))
        for place, (label, day) in enumerate(zip(labels, days, strict=True))
    ]
