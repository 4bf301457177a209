"""Reads of 整改优秀典型: who could be nominated, and what stood before and after."""

from typing import NamedTuple

from django.db.models import Exists, OuterRef

from archives_enforcement.files.models import StoredFile
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_day
from inspections.models import Exemplary, Finding, Inspection, LookBackResult, Reply
from inspections.queries.rectification import attach_files


class Case(NamedTuple):
    """One problem before, and the answer that was accepted after."""

    finding: Finding
    answer: Reply | None

    @property
    def files(self) -> list[StoredFile]:
        return self.answer.attached if self.answer else []


def before_and_after(inspection: Inspection, user) -> list[Case]:
    """Every problem of a visit with the last answer on it and that answer's files."""
    findings = list(inspection.findings.order_by("position"))
    replies = Reply.objects.visible_to(user).filter(finding__in=findings).order_by("pk")
    last = {row.finding_id: row for row in replies}
    attach_files(last.values(), user)
    return [Case(row, last.get(row.pk)) for row in findings]


def ready_to_nominate(user):
    """Visits whose problems are all struck off and that nobody has nominated yet."""
    problems = Finding.objects.filter(inspection=OuterRef("pk"))
    failed = LookBackResult.objects.filter(finding__inspection=OuterRef("pk")).exclude(
        result=LookBackResult.Result.FIXED
    )
    return (
        Inspection.objects.visible_to(user)
        .filter(Exists(problems), state__in=Inspection.TOLD, exemplary=None)
        .exclude(Exists(problems.filter(state__in=Finding.UNFIXED)))
        .exclude(Exists(failed))
        .select_related("unit__party")
        .order_by("-scheduled_on", "-pk")
    )


def next_step(row: Exemplary) -> str:
    """What happens next with a nomination, in one sentence."""
    return {
        Exemplary.State.NOMINATED: "等待机关负责人决定；推荐人不能决定自己的推荐。",
        Exemplary.State.DECIDED: "已确定为整改优秀典型，可以公布做法、供其他单位参考。",
        Exemplary.State.DECLINED: "没有采纳，原因见过程记录。",
    }[row.state]


def steps(row: Exemplary) -> list[Step]:
    """推荐 → 决定 as the strip shows them."""
    open_ = row.state == Exemplary.State.NOMINATED
    return [
        Step("推荐", "done", cn_day(row.nominated_on)),
        Step("决定", "now" if open_ else "done", cn_day(row.decided_on)),
    ]
