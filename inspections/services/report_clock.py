"""The clocks the unit has to keep: of each problem, and of the feedback letter as a whole."""

from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.arithmetic import add_workdays
from archives_enforcement.workdays.calendar import load
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN
from inspections.models import Finding, Inspection, Reply
from inspections.queries.rectification import AWAITS_UNIT, feedback_letters

AFTER_RETURN = 5  # working days to go on after a return: local practice, no law sets them
FINDING_CODES = ("D-I08", "D-I07")  # a hazard also runs under its order (档案法第四十五条)


def open_clocks(subject) -> list[Deadline]:
    """The running clocks of a letter or of one finding that the unit has to keep."""
    return list(deadlines.for_subject(subject).filter(OPEN, code__in=FINDING_CODES))


def stop(finding: Finding, *, on: date, note: str) -> None:
    """The finding is put right: its clocks are met."""
    for clock in open_clocks(finding):
        deadlines.meet(finding, clock.code, on=max(on, clock.trigger_on), note=note)


def extend(finding: Finding, *, to: date, reason: str, on: date) -> None:
    """More time for one finding; a clock that runs longer anyway stays as it is."""
    for clock in open_clocks(finding):
        if clock.due_on < to:
            deadlines.extend(clock, to=to, reason=reason, on=on)


def day_after_return(finding: Finding, reply: Reply | None, *, on: date) -> date | None:
    """The new last day when a reply that came by the old one is returned; None where it stays."""
    if reply is None or finding.due_on is None or reply.replied_on > finding.due_on:
        return None
    until = add_workdays(on, AFTER_RETURN, load().is_workday)
    return until if until > finding.due_on else None


def stand(finding: Finding, *, since: date, until: date, on: date) -> None:
    """The clocks of a finding stood still while its reply was in review, from `since` to `on`."""
    why = (
        f"单位{cn_date(since)}按期回复，{cn_date(on)}退回，退回后留{AFTER_RETURN}个工作日"
        "继续整改（工作惯例，没有法律规定）。"
    )
    for clock in open_clocks(finding):
        deadlines.wait(finding, clock.code, on=since, until=until, why=why)


def follow(inspection: Inspection, *, on: date) -> None:
    """Stop the letter's clock once every problem is answered; else let it run to the nearest day.

    A report in review does not count against the unit; a request is no report. When all that is
    left was granted more time, the letter's clock moves with it.
    """
    waiting = list(inspection.findings.filter(state__in=AWAITS_UNIT))
    due = min((row.due_on for row in waiting if row.due_on), default=None)
    for letter in feedback_letters(inspection):
        for clock in open_clocks(letter):
            if not waiting:
                day = max(on, clock.trigger_on)
                deadlines.meet(letter, clock.code, on=day, note="问题已全部回复")
            elif due and clock.due_on < due and on <= clock.due_on:
                deadlines.extend(clock, to=due, reason="尚未回复的问题已同意延期", on=on)
