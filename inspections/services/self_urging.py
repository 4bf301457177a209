"""督促: letters to units that did not report, and the 《自查审核汇总表》.

条例第四十五条 carries neither order nor penalty, so after the letter nothing follows by itself.
"""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.legislation.citations import cite
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from inspections import self_guards
from inspections.models import SelfInspection, SelfReport, SelfUrge
from inspections.queries import self_summary as summaries
from inspections.services.self_inspection import RUN

REMINDER, ORDER, SUMMARY = "report_reminder", "correction_order", "self_report_summary"
MOST = 100  # letters of one act
Step = SelfUrge.Step


@act
def remind(
    asked: SelfInspection, reports: Iterable[SelfReport], *, actor, on: date, reply_due: date
) -> list[SelfUrge]:
    """催报: draft one 催报函 for each of the reports, all or none.

    Raises Refused for a unit that is not late, not bound, or has a letter under way.
    """
    asked = lock(asked, actor)
    check_permission(actor, RUN, "催报")
    backfilled = check_date(actor, on)
    keys = {report.pk for report in reports}
    if not keys or len(keys) > MOST:
        raise Refused(f"请选择要催报的单位，一次不超过 {MOST} 个。")
    if reply_due <= on:
        raise Refused({"reply_due": "补报期限应当晚于今天。"})
    rows = list(asked.reports.filter(pk__in=keys).select_related("unit__party", "self_inspection"))
    if len(rows) < len(keys):
        raise Refused("选中的单位不在这次自查里，请刷新页面后重新选择。")
    if why := next(
        filter(None, (_may(self_guards.may_be_urged, row, actor, on) for row in rows)), ""
    ):
        raise Refused(why)
    urges = [_remind(row, actor, on, reply_due) for row in rows]
    trail.record(
        asked, "remind", "起草催报函", actor=actor, on=on, backfilled=backfilled,
        details={"units": [str(row.unit) for row in rows]},
    )  # fmt: skip
    return urges


def _may(guard, report: SelfReport, actor, on: date) -> str | None:
    return guard(report, Act(actor, on, RUN))


def _remind(report: SelfReport, actor, on: date, reply_due: date) -> SelfUrge:
    facts = {
        "matter": f"《{report.self_inspection.report_year}年度档案工作情况报告》（年度自查）",
        "was_due": cn_date(report.due_on),
        "reply_due": cn_date(reply_due),
    }
    title = f"关于报送{report.self_inspection.report_year}年度档案工作情况的催报函"
    return _urge(report, Step.REMINDER, REMINDER, title, facts, actor, on)


def _urge(report, step: str, kind: str, title: str, facts: dict, actor, on: date) -> SelfUrge:
    bureau = report.bureau
    paper = documents.draft(
        report.unit,
        kind,
        bureau=bureau,
        party=report.unit.party,
        title=title,
        fields={"unit": report.unit.party.name, **facts},
        actor=actor,
        on=on,
    )
    return SelfUrge.objects.create(
        report=report, step=step, document=paper, taken_by=actor, taken_on=on
    )


@act
def order(report: SelfReport, *, actor, on: date, term: str, consequence: str) -> SelfUrge:
    """责令限期报送, where the rule names the local article that allows it; else Refused."""
    report = lock(report, actor)
    check_permission(actor, RUN, "责令限期报送")
    backfilled = check_date(actor, on)
    if why := _may(self_guards.may_be_ordered, report, actor, on):
        raise Refused(why)
    asked = report.self_inspection
    facts = {
        "facts": (
            f"你单位应当在{cn_date(asked.due_on)}前报送{asked.report_year}年度档案工作情况，"
            "经催报仍未报送。"
        ),
        "basis": cite(asked.rule.order_article),
        "order": f"报送《{asked.report_year}年度档案工作情况报告》。",
        "term": term.strip(),
        "consequence": consequence.strip(),
    }
    urge = _urge(report, Step.ORDER, ORDER, "责令限期整改通知书", facts, actor, on)
    trail.record(
        report, "order", "起草责令限期报送文书", actor=actor, on=on, backfilled=backfilled,
        details={"basis": facts["basis"]},
    )  # fmt: skip
    return urge


@act
def draft_summary(asked: SelfInspection, *, actor, on: date) -> Document:
    """起草《自查审核汇总表》 once the 自查 is summed up; one, unless it was made void."""
    asked = lock(asked, actor)
    check_permission(actor, RUN, "起草自查审核汇总表")
    backfilled = check_date(actor, on)
    if asked.state != SelfInspection.State.CLOSED:
        raise Refused("自查还没有汇总，不能起草汇总表。请先汇总。")
    if asked.summary and asked.summary.state != Document.State.VOID:
        raise Refused("已经有一份汇总表，请在那份文书上办理；写错的先作废。")
    asked.summary = documents.draft(
        asked,
        SUMMARY,
        bureau=asked.bureau,
        party=None,
        title=f"{asked.report_year}年度自查审核汇总表",
        fields=summaries.facts(asked),
        actor=actor,
        on=on,
    )
    asked.save(update_fields=["summary"])
    trail.record(
        asked, "draft_summary", "起草自查审核汇总表", actor=actor, on=on, backfilled=backfilled
    )
    return asked.summary
