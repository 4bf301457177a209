"""逐级督促: taking a rung, and what each rung leaves."""

from datetime import time

from inspections.models import ChecklistItem, Interview
from inspections.services import escalation as services
from tests.inspections.rectifying import days

TODAY = days(0)
TYPED = {
    "remind": {"request": "请于月底前整改并回复"},
    "inquiry": {"questions": "为什么没有改好", "reply_due": "收到本函之日起10个工作日内"},
    "circular": {"requirements": "请于月底前改好"},
    "lead": {},
}


def take(visit, step, actor, *, findings=None, **typed):
    findings = visit.findings.all() if findings is None else findings
    facts = {**TYPED[step], "reason": "逾期没有整改。", **typed}
    return services.take_step(visit, actor=actor, on=TODAY, step=step, findings=findings, **facts)


def hold_talk(visit, officer):
    talk = Interview.objects.create(
        bureau=visit.bureau, unit=visit.unit, inspection=visit, kind="work", reason="逾期",
        scheduled_on=TODAY, scheduled_at=time(9), place="会议室", state="held", held_on=TODAY,
        drafted_by=officer,
    )  # fmt: skip
    talk.findings.set(visit.findings.all())


def item_of_hazard():
    items = ChecklistItem.objects.filter(violation="V08", checklist__code="general-2024")
    return items.exclude(articles__number=48).first()
