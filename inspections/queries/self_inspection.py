"""年度自查: who is asked, until when, what is filled in, and how far it has come."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Max, Q

from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.files.queries import files_of
from archives_enforcement.templatetags.formats import cn_date, overdue
from archives_enforcement.workdays.counting import Computation
from archives_enforcement.workdays.limits import compute
from inspections.models import (
    Reminder,
    ReportRule,
    SelfInspection,
    SelfQuestion,
    SelfReport,
    SelfSubmission,
)
from units.models import Listing, Unit

REPORT_CLOCK, SUMMARY_CLOCK = "D-I11", "D-I12"
S = SelfReport.State
PLEDGE = "承诺书"
MATERIAL = "自查材料"


def due(asked: SelfInspection) -> Computation:
    """Until when the reports are due: the limit of the year after that of the report."""
    return compute(REPORT_CLOCK, clock_begins(asked), bureau=asked.bureau)


def due_on(asked: SelfInspection) -> date:
    """The day that was fixed when it was opened; before, the one that the limit gives now."""
    return asked.due_on or due(asked).due_on


def too_late(asked: SelfInspection, day: date) -> bool:
    """Whether its reports are due already, so that it can be opened no more."""
    return day >= due(asked).due_on


def clock_begins(asked: SelfInspection) -> date:
    return date(asked.due_year, 1, 1)


def summary_begins(asked: SelfInspection) -> date:
    """From when the limit of the summary is counted, so that it ends after the due year."""
    return date(asked.due_year, 2, 1)


def bound_units(rule: ReportRule, bureau, on: date):
    """Units of the register whom the rule binds on that day."""
    rows = Unit.objects.filter(
        party__bureau=bureau, state=Unit.State.ACTIVE, party__kind__in=rule.kinds
    )
    if rule.roll:
        rows = rows.filter(pk__in=Listing.objects.on_list(rule.roll, on).values("unit"))
    return rows.select_related("party").order_by("party__name", "pk")


def addable_units(asked: SelfInspection):
    """Units of the register that are not asked yet."""
    rows = Unit.objects.filter(party__bureau=asked.bureau, state=Unit.State.ACTIVE)
    return rows.exclude(self_reports__self_inspection=asked).order_by("party__name", "pk")


def asked_reports(asked: SelfInspection):
    return asked.reports.exclude(state=S.EXCLUDED)


def questions_of(report: SelfReport) -> list[SelfQuestion]:
    return list(report.self_inspection.form.questions.all())


def unanswered(report: SelfReport) -> list[SelfQuestion]:
    return [row for row in questions_of(report) if not report.answers.get(row.key, "").strip()]


def last_submission(report: SelfReport) -> SelfSubmission | None:
    return report.submissions.order_by("-pk").first()


def files_about(report: SelfReport, submissions, user) -> list:
    """What came with the report: material, then the signed pledges."""
    if not user.has_perm("files.view_storedfile"):
        return []
    pledges = (file for row in submissions for file in files_of(row, user))
    return [*files_of(report, user), *pledges]


class Reminded(NamedTuple):
    """One stage at which a report was asked for, and how many of the unit's people it reached."""

    stage: str
    due_on: date
    sent_on: date
    people: int


def reminded(report: SelfReport) -> list[Reminded]:
    """The reminders of a report, the newest first.

    Stages made up for on one day went out as one message, that of the latest: it alone is shown.
    """
    rows = report.reminders.values("stage", "due_on", "sent_on")
    rows = rows.annotate(people=Count("pk", filter=Q(to_unit=True)), last=Max("pk"))
    said = {}
    for row in rows.order_by("-sent_on", "-last"):
        said.setdefault((row["due_on"], row["sent_on"]), row)
    return [
        Reminded(Reminder.Stage(row["stage"]).label, row["due_on"], row["sent_on"], row["people"])
        for row in said.values()
    ]


class Progress(NamedTuple):
    """How many reports stand where."""

    asked: int
    submitted: int
    accepted: int
    returned: int
    missing: int

    @property
    def words(self) -> str:
        return (
            f"应报 {self.asked} 个，已报 {self.submitted + self.accepted} 个"
            f"（已审核 {self.accepted} 个），退回 {self.returned} 个，未报 {self.missing} 个"
        )


def progress(asked: SelfInspection) -> Progress:
    count = asked_reports(asked).aggregate(
        asked=Count("pk"),
        submitted=Count("pk", filter=Q(state=S.SUBMITTED)),
        accepted=Count("pk", filter=Q(state=S.ACCEPTED)),
        returned=Count("pk", filter=Q(state=S.RETURNED)),
        missing=Count("pk", filter=Q(state=S.WAITING)),
    )
    return Progress(**count)


def listed(rows):
    """自查 with how many are asked and how many have reported."""
    real = ~Q(reports__state=S.EXCLUDED)
    handed_in = Q(reports__state__in=(S.SUBMITTED, S.ACCEPTED))
    return (
        rows.select_related("rule", "form")
        .annotate(asked=Count("reports", filter=real), reported=Count("reports", filter=handed_in))
        .order_by("-report_year", "pk")
    )


def late(report: SelfReport, today: date) -> str:
    """How many days a missing report is late, in words; empty when it is not."""
    return overdue(report.due_on, today) if report.state in SelfReport.AWAITS_UNIT else ""


def missing(asked: SelfInspection, today: date):
    """Those on the register whom the rule binds and who have not reported by their day."""
    return asked.reports.filter(
        bound=True,
        unit__state=Unit.State.ACTIVE,
        state__in=SelfReport.AWAITS_UNIT,
        due_on__lt=today,
    ).select_related("unit__party", "self_inspection")


def to_remind(asked: SelfInspection):
    """Reports on the register that are still to come; once summed up, those sent back alone."""
    states = SelfReport.AWAITS_UNIT if asked.state == SelfInspection.State.OPEN else (S.RETURNED,)
    rows = asked.reports.filter(unit__state=Unit.State.ACTIVE, state__in=states)
    return rows.exclude(due_on=None).select_related("unit__party").order_by("pk")


def next_step(asked: SelfInspection, counted: Progress, today: date) -> str:
    if asked.state == SelfInspection.State.DISCARDED:
        return "已放弃，原因见过程记录。"
    if asked.state == SelfInspection.State.DRAFT:
        if too_late(asked, today):
            return (
                f"报送期限（{cn_date(due_on(asked))}）已到，不能布置，请放弃，或者改为以后的年度。"
            )
        return "核对报送范围，由机关负责人布置。"
    if counted.submitted:
        return f"审核 {counted.submitted} 份自查报告。"
    if asked.state == SelfInspection.State.CLOSED:
        return "" if asked.summary_id else "起草《自查审核汇总表》。"
    if counted.missing + counted.returned == 0:
        return "全部审核完毕，可以汇总。"
    if asked.due_on and today > asked.due_on:
        return f"{counted.missing + counted.returned} 个单位没有报送，请催报；催报以后汇总。"
    return f"等单位报送，{cn_date(asked.due_on)}截止。"


@asks
def for_party(user) -> Asking[list[SelfReport]]:
    """Reports of those a person acts for, those to be handed in first."""
    rows = SelfReport.objects.visible_to(user).select_related(
        "self_inspection__bureau", "self_inspection__form", "unit__party"
    )
    newest = rows.order_by("-self_inspection__report_year", "unit__party__name", "pk")
    newest = yield from rows_of(newest)
    return sorted(newest, key=lambda row: row.state not in SelfReport.AWAITS_UNIT)
