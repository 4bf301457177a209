"""One visit after the other, as the people of a bureau would do it on the pages."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from archives_enforcement.accounts.models import User
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import calendar
from archives_enforcement.workdays.arithmetic import add_workdays, subtract_workdays
from inspections.models import Checklist, Inspection
from inspections.queries import recording as recorded
from inspections.services import (
    answers,
    concluding,
    feedback,
    notices,
    recording,
    reporting,
    site_facts,
    site_records,
    steps,
    teams,
    visit_decisions,
    visits,
)
from reports.demo.papers import scan, scene

ARRIVED, SIGNED, LEFT = time(14, 30), time(16, 35), time(16, 40)
STEPS = {"inform": 2, "show": 3, "ask": 5, "view": 20, "record": 25}  # minutes after the arrival
PEOPLE = [
    {"name": "周某", "title": "副主任", "role": "deputy"},
    {"name": "吴某", "title": "办公室主任", "role": "section"},
    {"name": "郑某", "title": "档案员", "role": "archivist"},
]


class Crew(NamedTuple):
    """Who does what in the bureau."""

    clerk: User
    head: User
    lead: User
    second: User
    assistant: User
    observer: User | None = None


def workday_before(day: date, count: int) -> date:
    return subtract_workdays(day, count, calendar.load().is_workday)


def workday_after(day: date, count: int) -> date:
    return add_workdays(day, count, calendar.load().is_workday)


def checklist_on(day: date) -> Checklist:
    packaged = Checklist.objects.filter(bureau=None, valid_from__lte=day)
    return packaged.order_by("-valid_from").first()


def prepare(crew: Crew, unit, kind: str, day: date, *, on: date, **facts) -> Inspection:
    """Draft a visit, name its team, invite its observer, hand it in and have it approved."""
    visit = visits.draft_inspection(
        actor=crew.clerk,
        on=on,
        unit=unit,
        kind=kind,
        scheduled_on=day,
        session=Inspection.Session.AFTERNOON,
        **{"checklist": checklist_on(day), **facts},
    )
    return approve(crew, visit, on=on)


def approve(crew: Crew, visit: Inspection, *, on: date) -> Inspection:
    teams.set_team(
        visit,
        actor=crew.clerk,
        on=on,
        lead=crew.lead,
        officers=[crew.second],
        assistants=[crew.assistant],
    )
    if crew.observer:
        teams.invite(visit, actor=crew.clerk, on=on, observers=[crew.observer])
    visit_decisions.submit_inspection(visit, actor=crew.clerk, on=on)
    return visit_decisions.approve_inspection(visit, actor=crew.head, on=on)


def announce(crew: Crew, visit: Inspection) -> None:
    """Send the unit its 检查通知书, with more than the usual five working days before the visit."""
    on, received = (workday_before(visit.scheduled_on, count) for count in (7, 6))
    notice = notices.draft_notice(visit, actor=crew.lead, on=on)
    documents.submit(notice, actor=crew.lead, on=on)
    deliver(crew, documents.sign(notice, actor=crew.head, on=on), on=received)


def go(crew: Crew, visit: Inspection, problems: dict[str, str], *, refused: bool = False) -> None:
    """Hold the visit on its day: `problems` maps an item's code to what was seen."""
    day = visit.scheduled_on
    recording.start(visit, actor=crew.lead, on=day, arrived_at=ARRIVED)
    visit.refresh_from_db()
    results = {
        item.pk: ("fails", problems[item.code]) if item.code in problems else ("conforms", "")
        for item in recorded.applicable_items(visit)
    }
    take_steps(crew, visit)
    recording.record_items(visit, actor=crew.lead, on=day, results=results)
    tell_and_finish(crew, visit, len(problems), refused=refused)
    visit.refresh_from_db()
    record = site_records.draft_site_record(visit, actor=crew.lead, on=day)
    documents.complete(record, actor=crew.lead, on=day)
    if crew.observer:
        came = [crew.observer]
        teams.mark_attendance(visit, actor=crew.lead, on=day, attended=came, pledged_on_paper=came)


def take_steps(crew: Crew, visit: Inspection) -> None:
    """告知 and 亮证 before anything else, each with its time."""
    day = visit.scheduled_on
    for step, minutes in STEPS.items():
        at = (datetime.combine(day, ARRIVED) + timedelta(minutes=minutes)).time()
        steps.take(visit, actor=crew.lead, on=day, step=step, at=at)


def tell_and_finish(crew: Crew, visit: Inspection, count: int, *, refused: bool = False) -> None:
    day = visit.scheduled_on
    site_facts.record_facts(
        visit,
        actor=crew.lead,
        on=day,
        methods=["听取汇报", "查阅资料", "核查现场"],
        people=PEOPLE,
        oral_feedback_to="分管负责人、科室负责人",
        oral_feedback=f"当场反馈问题{count}项及整改要求。" if count else "当场反馈，未发现问题。",
        left_at=LEFT,
    )
    signing = (
        {"reason": "对事实有不同意见", "witness": "区档案馆馆员"}
        if refused
        else {"signed_by": "分管负责人", "signature": scan("签字页")}
    )
    concluding.conclude(visit, actor=crew.lead, on=day, signing=signing | {"at": SIGNED})


def issue_letter(crew: Crew, visit: Inspection, *, on: date) -> Document:
    letter = feedback.draft_letter(
        visit,
        actor=crew.lead,
        on=on,
        overview=feedback.default_overview(visit),
        phone=visit.bureau.phone,
    )
    documents.submit(letter, actor=crew.lead, on=on)
    return documents.sign(letter, actor=crew.head, on=on)


def deliver(crew: Crew, document: Document, *, on: date, **proof) -> None:
    """Handed over; `proof` is what a paper that affects rights needs besides."""
    if document.affects_rights and not proof:
        proof = {"capacity": "mailroom", "files": [scan("送达回证")]}
    documents.record_delivery(
        document.deliveries.get(),
        actor=crew.clerk,
        on=on,
        method="direct",
        received_by="单位档案员",
        **proof,
    )


def answer(crew: Crew, finding, *, on: date) -> None:
    """The unit's answer on paper, entered with its scan (代录)."""
    answers.enter_reply(
        finding,
        actor=crew.clerk,
        on=on,
        kind="fixed",
        text=f"已按要求整改：{finding.requirement}",
        files=[scan("整改报告")],
        before=scene("整改前", mended=False),
        after=scene("整改后", mended=True),
    )


def report(crew: Crew, visit: Inspection) -> None:
    on = workday_after(visit.scheduled_on, 2)
    reporting.record_report(visit, actor=crew.clerk, on=on)


def some_days_after(day: date, days: int) -> date:
    return day + timedelta(days=days)
