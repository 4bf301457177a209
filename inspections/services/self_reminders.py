"""报送提醒: the job of a working day that tells units, and who arranges it, of the last day.

Each 自查 is one transaction that holds its row: a job that ran half, twice or days late ends in
the same rows and messages.
"""

from datetime import date

from django.db import transaction

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import Word, people_of_each, tell, tell_each
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import calendar
from inspections.models import Reminder, SelfInspection, SelfReminder, SelfReport
from inspections.queries import self_inspection as queries
from inspections.queries.reminders import stages_due

Stage = Reminder.Stage
NAMED = 8


def send_due(bureau: Bureau, today: date) -> int:
    """Send what is due in one bureau on a working day; returns how many messages went out.

    A 自查 that fails does not keep the others from theirs; its error is raised at the end.
    """
    is_workday = calendar.load().is_workday
    if not is_workday(today):
        return 0
    told, errors = 0, []
    rounds = SelfInspection.objects.filter(bureau=bureau, state__in=SelfInspection.SHOWN)
    for key in rounds.order_by("pk").values_list("pk", flat=True):
        try:
            told += _remind_of(key, today, is_workday)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]
    return told


@transaction.atomic
def _remind_of(key: int, today: date, is_workday) -> int:
    rows = SelfInspection.objects.select_for_update(of=("self",))
    asked = rows.select_related("rule", "drafted_by").get(pk=key)
    before = asked.rule.remind_before
    due = {
        report: stages
        for report in queries.to_remind(asked).prefetch_related("reminders")
        if (stages := stages_due(report, today, before, is_workday))
    }
    if not due:
        return 0
    people = people_of_each({report.unit.party_id for report in due}, today)
    SelfReminder.objects.bulk_create(
        SelfReminder(
            report=report, stage=stage, due_on=report.due_on, recipient=person,
            to_unit=person != asked.drafted_by, sent_on=today,
        )
        for report, stages in due.items()
        for stage in stages
        for person in (*people[report.unit.party_id], asked.drafted_by)
    )  # fmt: skip
    told = _tell(asked, due, people, today)
    details = {"units": {str(row.unit): stages for row, stages in due.items()}, "people": told}
    trail.record(asked, "remind_of_day", "报送提醒", actor=None, on=today, details=details)
    return told


def _tell(asked: SelfInspection, due: dict[SelfReport, list[str]], people, today: date) -> int:
    """One message a unit's person and report; one for all to who arranges it."""
    words = (
        Word(
            report.unit.party_id,
            f"报送提醒：{report.unit}，{_words(asked, report.due_on, stages[-1])}。",
            report.get_portal_url(),
        )
        for report, stages in due.items()
    )
    told = tell_each(words, on=today)
    silent = [str(report.unit) for report in due if not people[report.unit.party_id]]
    text = f"{asked}：已提醒还没有报送的 {len(due)} 个单位。{_by_phone(silent)}"
    return told + tell([asked.drafted_by], text, url=asked.get_absolute_url())


def _by_phone(silent: list[str]) -> str:
    """Who has nobody to read a message; a message holds no more than some of the names."""
    if not silent:
        return ""
    more = f"等 {len(silent)} 个单位" if len(silent) > NAMED else ""
    return f"其中没有开通账号、请电话提醒的：{'、'.join(silent[:NAMED])}{more}。"


def _words(asked: SelfInspection, day: date, stage: str) -> str:
    return {
        Stage.BEFORE: f"请在{cn_date(day)}前报送{asked}",
        Stage.DUE: f"{asked}的报送期限是{cn_date(day)}，请报送",
        Stage.AFTER: f"{asked}已过报送期限（{cn_date(day)}），请尽快报送",
    }[stage]
