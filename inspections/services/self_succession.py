"""自查报告 of a unit that leaves the register: nobody waits for it, its heir reports instead.

Nor does a letter wait for it that asked for a report, or, when it has no heir, for any answer.
"""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.documents.models import Document
from archives_enforcement.notifications.services import tell
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN
from inspections.models import SelfInspection, SelfReport
from inspections.queries import self_inspection as queries
from inspections.queries.self_urges import CLOCKS, REPLY_CLOCK
from inspections.services.self_inspection import begin
from inspections.workflow import SELF_REPORT_FLOW
from units.models import Unit
from units.services import succession_in_words


def unit_ended(unit: Unit, heirs: list[Unit], *, actor, on: date) -> None:
    """Close what the unit still had to hand in, with the reason, and take its clock off.

    An heir whom the rule binds and who is not asked yet is asked while there is time; what it
    hands in covers both.
    """
    waiting = SelfReport.objects.filter(
        unit=unit,
        state__in=SelfReport.AWAITS_UNIT,
        self_inspection__state=SelfInspection.State.OPEN,
    )
    for report in waiting.select_related("self_inspection__rule").order_by("pk"):
        _pass_on(report, heirs, actor, on)
    for clock in _unanswered(unit, heirs):
        _take_off(clock, unit, heirs, on)


def _unanswered(unit: Unit, heirs: list[Unit]):
    """The clocks of letters to the unit that nobody will meet.

    The people of an heir answer a 函询函 for it; a 催报函 asks the unit itself for a report.
    """
    letters = Document.objects.filter(party=unit.party_id)
    urged = Q(code__in=CLOCKS, object_id__in=letters.filter(selfurge__isnull=False).values("pk"))
    asked = letters.filter(kind="report_reminder") if heirs else letters
    asked = Q(code=REPLY_CLOCK, object_id__in=asked.values("pk"))
    kind = ContentType.objects.get_for_model(Document)
    return Deadline.objects.filter(OPEN, urged | asked, content_type=kind).order_by("pk")


def _take_off(clock: Deadline, unit: Unit, heirs: list[Unit], on: date) -> None:
    letter, why = clock.subject, succession_in_words(unit)[:200]
    deadlines.cancel(letter, clock.code, on=on, reason=why)
    instead = f"；仍需要报送、答复的，请向{'、'.join(map(str, heirs))}另行发函" if heirs else ""
    words = f"{why}，{letter}不再等待答复{instead}。"
    tell([letter.drafted_by], words, url=letter.get_absolute_url())


def _pass_on(report: SelfReport, heirs: list[Unit], actor, on: date) -> None:
    asked, why = report.self_inspection, succession_in_words(report.unit)[:200]
    report = SELF_REPORT_FLOW.advance(
        report, "pass_on", actor=actor, on=on, note=why, write=lambda row: {"reason": why}
    )
    deadlines.cancel(report, queries.REPORT_CLOCK, on=on, reason=why)
    rows = _ask_instead(report, heirs, on)
    instead = f"，改由{'、'.join(str(row.unit) for row in rows)}报送" if rows else ""
    tell([asked.drafted_by], f"{why}，{asked}不再报送{instead}。", url=asked.get_absolute_url())


def _ask_instead(report: SelfReport, heirs: list[Unit], on: date) -> list[SelfReport]:
    asked = report.self_inspection
    known = set(asked.reports.values_list("unit", flat=True))
    bound = [heir for heir in heirs if heir.pk not in known and heir.party.kind in asked.rule.kinds]
    if not bound or on > queries.due_on(asked):
        return []
    rows = [
        SelfReport.objects.create(
            self_inspection=asked, unit=heir, reason=f"承继{report.unit}"[:200]
        )
        for heir in bound
    ]
    begin(asked, rows, on)
    return rows
