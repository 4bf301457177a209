"""Visits that already have their letter; days are counted from today, as contacts act today."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archives_enforcement.documents.composing import wording_on
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.workdays import deadlines
from inspections.models import (
    Checklist,
    ChecklistItem,
    Finding,
    Inspection,
    LookBackResult,
    Reminder,
    Reply,
    TeamMember,
)
from inspections.services import answers

PDF = b"%PDF-1.7 scan"


def days(count: int):
    """The day `count` days from today; negative for the past."""
    return timezone.localdate() + timedelta(days=count)


def make_visit(unit, *team, state="rectifying", letter=-20, **values) -> Inspection:
    """A visit 40 days ago by `team`; its letter stands `letter` days from today, or is absent."""
    bureau = unit.party.bureau
    visit = Inspection.objects.create(
        bureau=bureau,
        unit=unit,
        kind=values.pop("kind", "daily"),
        checklist=Checklist.objects.get(code="general-2024"),
        scheduled_on=days(-40),
        inspected_on=days(-40),
        state=state,
        drafted_by=team[0],
        place="示例路2号",
        **values,
    )
    for person in team:
        TeamMember.objects.create(inspection=visit, user=person, part="officer")
    if letter is not None:
        make_letter(visit, team[0], on=days(letter))
    return visit


def make_letter(visit, drafter, *, on) -> Document:
    return make_paper(visit, drafter, "feedback_letter", "档案行政检查反馈意见书", on=on)


def make_record(visit, drafter) -> Document:
    """The 笔录 of the visit, without which it is not closed."""
    return make_paper(visit, drafter, "site_record", "现场检查笔录", on=visit.inspected_on)


def make_paper(visit, drafter, kind: str, title: str, *, on) -> Document:
    serial = Document.objects.filter(kind=kind).count() + 1
    return Document.objects.create(
        bureau=visit.bureau,
        party=visit.party,
        kind=kind,
        title=title,
        state="issued",
        subject=visit,
        wording=wording_on(kind, on),
        content={},
        year=on.year,
        serial=serial,
        number=f"示档{KINDS[kind].series}〔{on.year}〕{serial}号",
        drafted_by=drafter,
        drafted_on=on,
        issued_by=drafter,
        issued_on=on,
        verification_code=f"{kind[:6]}{serial}".upper(),
    )


def make_finding(visit, position=1, *, due=10, clock=False, **values) -> Finding:
    """A problem to be put right `due` days from today; with `clock` its D-I08 is running."""
    finding = Finding.objects.create(
        inspection=visit,
        position=position,
        text=values.pop("text", f"库房第 {position} 处问题"),
        requirement="尽快改好",
        basis="《中华人民共和国档案法》第十九条",
        severity=values.pop("severity", "B"),
        due_on=None if due is None else days(due),
        **values,
    )
    if clock:
        party = visit.party
        row = deadlines.start(
            finding, "D-I08", bureau=party.bureau, party=party, on=days(-20), length=20
        )
        Finding.objects.filter(pk=finding.pk).update(due_on=row.due_on)
        finding.refresh_from_db()
    return finding


def endangering() -> ChecklistItem:
    """A matter whose failure is a hazard for the archives."""
    return ChecklistItem.objects.get(checklist__code="general-2024", code="2-02")


def told(visit) -> Delivery:
    """The unit has received the letter of the visit."""
    letter = Document.objects.get(kind="feedback_letter", object_id=visit.pk)
    on = letter.issued_on
    return Delivery.objects.create(document=letter, party=visit.party, sent_on=on, delivered_on=on)


def remind_of(finding) -> Finding:
    """The reminder after the last day went out."""
    Reminder.objects.create(
        finding=finding, stage="after", due_on=finding.due_on, to_unit=False, sent_on=days(0),
        recipient=finding.inspection.drafted_by,
    )  # fmt: skip
    return finding


def upload(name="回复.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def answer(finding, contact, kind="fixed", text="已换新灭火器两具", **values) -> Finding:
    return answers.reply(finding, actor=contact, on=days(0), kind=kind, text=text, **values)


def uphold(finding, contact) -> Reply:
    """The bureau agreed that it is no problem (采纳意见)."""
    return Reply.objects.create(
        finding=finding, kind="objection", outcome="accepted", text="不存在这个问题",
        replied_on=days(0), replied_by=contact,
    )  # fmt: skip


def make_look_back(origin, *team, state="recorded", **results) -> Inspection:
    """A look-back with results by position, as `p1="fixed", p2="not_fixed"`."""
    trip = make_visit(origin.unit, *team, state=state, letter=None, kind="look_back", origin=origin)
    for name, result in results.items():
        finding = origin.findings.get(position=int(name[1:]))
        LookBackResult.objects.create(look_back=trip, finding=finding, result=result)
    return trip


def queries_of(client, url) -> int:
    """How often the page asks the database."""
    client.get(url)  # content types and the session are asked for once
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)
