"""Visits on site on a fixed Thursday of 2024, brought as far as a test needs."""

from datetime import date, time

from django.core.files.uploadedfile import SimpleUploadedFile

from archives_enforcement.documents import services as documents
from inspections.models import Checklist, Inspection, TeamMember
from inspections.queries.recording import applicable_items
from inspections.services import concluding, feedback, recording, site_facts, steps

DAY = date(2024, 9, 5)
BEFORE_REGULATION = date(2024, 1, 11)
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
FACTS = {
    "methods": ["听取汇报", "核查现场"],
    "met": "分管负责人、档案员",
    "oral_feedback_to": "分管负责人",
    "oral_feedback": "灭火器过期，请立即更换。",
}
SIGNED = {"signed_by": "单位负责人"}


def approved(unit, head, *officers, on=DAY, **values) -> Inspection:
    """An approved visit of `officers` on that day, on the checklist then in force."""
    code = "general-2021" if on < date(2024, 3, 1) else "general-2024"
    visit = Inspection.objects.create(
        bureau=unit.party.bureau,
        unit=unit,
        kind=values.pop("kind", "daily"),
        checklist=values.pop("checklist", None) or Checklist.objects.get(code=code),
        scheduled_on=on,
        state="approved",
        drafted_by=officers[0],
        approved_by=head,
        approved_on=on,
        place="示例路2号",
        **{"unannounced": "核查日常管理，不预先通知", **values},
    )
    for person in officers:
        TeamMember.objects.create(inspection=visit, user=person, part="officer")
    return visit


def arrive(visit, actor, on=DAY) -> Inspection:
    return recording.start(visit, actor=actor, on=on, arrived_at=time(0, 5))


def begin(visit, actor, on=DAY) -> Inspection:
    """At the unit, which was told and has seen the certificates."""
    return tell(arrive(visit, actor, on), actor, on)


def tell(visit, actor, on=DAY, at=time(0, 6)) -> Inspection:
    """告知 and 亮证, which come before anything is recorded."""
    for step in ("inform", "show"):
        visit = steps.take(visit, actor=actor, on=on, step=step, at=at)
    return visit


def results(visit, *failing, facts="") -> dict:
    """Every applicable item conforms but those whose codes are given."""
    return {
        item.pk: ("fails", facts) if item.code in failing else ("conforms", "")
        for item in applicable_items(visit)
    }


def fill(visit, actor, *failing, facts="", on=DAY, **changes) -> Inspection:
    """Record all that must be recorded before the signature."""
    recorded = results(visit, *failing, facts=facts)
    recording.record_items(visit, actor=actor, on=on, results=recorded)
    return site_facts.record_facts(visit, actor=actor, on=on, **{**FACTS, **changes})


def recorded(visit, actor, *failing, facts="", on=DAY) -> Inspection:
    """A finished visit whose items with the given codes fail."""
    return finish(begin(visit, actor, on), actor, *failing, facts=facts, on=on)


def finish(visit, actor, *failing, facts="", on=DAY) -> Inspection:
    fill(visit, actor, *failing, facts=facts, on=on)
    return concluding.conclude(visit, actor=actor, on=on, signing=SIGNED)


def draft(visit, actor, on=DAY, **values):
    words = {"overview": "对照清单检查。", "phone": "000-00000000", **values}
    return feedback.draft_letter(visit, actor=actor, on=on, **words)


def issue(letter, drafter, head, on=DAY):
    documents.submit(letter, actor=drafter, on=on)
    return documents.sign(letter, actor=head, on=on)


def picture(name="签名.png", content=PNG):
    return SimpleUploadedFile(name, content)
