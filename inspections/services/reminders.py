"""到期提醒: the job of a working day that tells unit and team before, on and after a last day.

Each visit is one transaction that holds its row: rows, messages and the entry in the trail come
about together or not at all, so a job that ran half, twice or days late ends in the same rows.
"""

from datetime import date
from itertools import groupby

from django.db import transaction
from django.urls import reverse

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import people_of, tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import calendar
from inspections.models import Finding, Inspection, RectificationRule, Reminder
from inspections.queries import reminders as queries
from inspections.services.answers import team_of

Stage = Reminder.Stage
NOBODY = "单位没有开通账号的经办人，请电话提醒。"


def send_due(bureau: Bureau, today: date) -> int:
    """Send what is due in one bureau on a working day; returns how many messages went out.

    A visit that fails does not keep the others from theirs; its error is raised at the end.
    """
    days = calendar.load()
    if not days.is_workday(today):
        return 0
    before = RectificationRule.objects.on(bureau, today).remind_before
    rows = queries.to_remind(today).filter(inspection__bureau=bureau)
    waiting = {
        row.inspection_id
        for row in rows.prefetch_related("reminders")
        if queries.stages_due(row, today, before, days.is_workday)
    }
    told, errors = 0, []
    for visit in sorted(waiting):
        try:
            told += _remind_of(visit, today, before, days.is_workday)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]
    return told


@transaction.atomic
def _remind_of(visit_id: int, today: date, before: int, is_workday) -> int:
    visit = Inspection.objects.select_for_update(of=("self",)).get(pk=visit_id)
    rows = queries.to_remind(today).filter(inspection=visit).prefetch_related("reminders")
    due = {row: queries.stages_due(row, today, before, is_workday) for row in rows}
    due = {row: stages for row, stages in due.items() if stages}
    unit, team = people_of(visit.party, today), team_of(visit)
    if not due or not (unit or team):
        return 0
    Reminder.objects.bulk_create(
        Reminder(
            finding=row, stage=stage, due_on=row.due_on, recipient=person,
            to_unit=person in unit, sent_on=today,
        )
        for row, stages in due.items()
        for stage in stages
        for person in dict.fromkeys((*unit, *team))
    )  # fmt: skip
    told = _tell(visit, due, unit, team)
    details = {"findings": {row.position: stages for row, stages in due.items()}, "people": told}
    trail.record(visit, "remind_of_day", "到期提醒", actor=None, on=today, details=details)
    return told


def _tell(visit: Inspection, due: dict[Finding, list[str]], unit: list, team: list) -> int:
    """One message a person, however many problems and stages are due."""
    words = "；".join(_words(due))
    page = reverse("inspections:portal-inspection", args=[visit.pk])
    told = tell(unit, f"整改提醒：{words}。", url=page)
    team = [person for person in team if person not in unit]
    by_phone = "" if unit else NOBODY
    return told + tell(team, f"{visit.party}：{words}。{by_phone}", url=visit.get_absolute_url())


def _words(due: dict[Finding, list[str]]) -> list[str]:
    """Problems that stand at the same stage of the same day, in one clause each."""

    def place(row: Finding) -> tuple:
        return row.due_on, due[row][-1]

    found = []
    rows = sorted(due, key=lambda row: (*place(row), row.position))
    for (day, stage), group in groupby(rows, place):
        items = f"第 {'、'.join(str(row.position) for row in group)} 项"
        found.append(
            {
                Stage.BEFORE: f"{items}请在{cn_date(day)}前整改并回复",
                Stage.DUE: f"{items}的整改期限是{cn_date(day)}，请整改并回复",
                Stage.AFTER: f"{items}已过整改期限（{cn_date(day)}），请尽快整改并回复",
            }[stage]
        )
    return found
