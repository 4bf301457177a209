"""自查通知: what the paper says to one unit that a 自查 asks, and on whom one is still to come."""

from datetime import date

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import SelfInspection, SelfQuestion, SelfReport
from units.models import Unit

NOTICE = "self_notice"
VOLUNTARY = "本机关年度工作安排（你单位不是法定的报送义务人，自愿报送）"
PLEDGE = "内容应当真实；由单位负责人在承诺书上签字，与自查报告一并报送。"


def facts(report: SelfReport, on: date) -> dict:
    asked = report.self_inspection
    return {
        "unit": report.unit.party.name,
        "year": str(asked.report_year),
        "contents": "\n".join(
            f"（{number}）{part.label}。"
            for number, part in zip("一二三", SelfQuestion.Part, strict=True)
        ),
        "requirements": "\n".join(filter(None, (asked.requirements, PLEDGE))),
        "basis": asked.rule.basis if report.bound else VOLUNTARY,
        "reply_due": cn_date(report.due_on) if report.due_on else "",
    }


def refusal(report: SelfReport, kind: str, on: date) -> str | None:
    """A notice is of use as long as the unit can still hand in in time."""
    if report.self_inspection.state != SelfInspection.State.OPEN:
        return "自查还没有布置或者已经汇总，报送期限不在进行中，不能起草自查通知。"
    if report.state != SelfReport.State.WAITING:
        return f"这个单位的自查报告{report.get_state_display()}，不用再发自查通知。"
    if report.due_on < on:
        return f"报送期限（{cn_date(report.due_on)}）已过，请改用催报函。"
    return None


def awaiting(rows, kind: str = NOTICE):
    """Reports that units still have to hand in in a running 自查, without a notice so far."""
    told = Document.objects.filter(
        kind=kind, content_type=ContentType.objects.get_for_model(SelfReport)
    ).exclude(state=Document.State.VOID)
    return (
        rows.filter(
            self_inspection__state=SelfInspection.State.OPEN,
            state=SelfReport.State.WAITING,
            unit__state=Unit.State.ACTIVE,
        )
        .exclude(pk__in=told.values("object_id"))
        .order_by("unit__party__name", "pk")
    )
