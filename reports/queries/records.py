"""The very records behind a figure, as lines of a list."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.db.models import Model, QuerySet

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import (
    Exemplary,
    Finding,
    Inspection,
    Interview,
    Invitation,
    PlanItem,
    Reply,
)
from publicity.models import Activity, ArticlePiece, MediaRecord
from reports.models import LedgerTask, LedgerVisit, PastCheck, PastFinding
from units.models import Unit


class Line(NamedTuple):
    """One record: when, what, more about it, and its page if it has one."""

    day: date | None
    text: str
    note: str
    url: str


class Kind(NamedTuple):
    """How records of one kind are read and written as a line."""

    rows: QuerySet
    line: Callable[[Model], Line]


def _inspection(row) -> Line:
    day = row.day
    return Line(day, str(row.unit), row.get_kind_display(), row.get_absolute_url())


def _document(row) -> Line:
    about = f"　{row.party}" if row.party else ""
    return Line(row.issued_on, f"{row.number}{about}", row.get_kind_display(),
                row.get_absolute_url())  # fmt: skip


def _finding(row) -> Line:
    note = f"{row.inspection.unit}　{row.get_state_display()}"
    return Line(row.inspection.inspected_on, str(row), note, row.get_absolute_url())


def _reply(row) -> Line:
    unit = row.finding.inspection.unit
    note = f"{row.get_kind_display()}{'（代录）' if row.on_behalf else ''}"
    return Line(row.replied_on, f"{unit}　第 {row.finding.position} 项", note,
                row.finding.get_absolute_url())  # fmt: skip


def _plan_item(row) -> Line:
    note = f"{row.month} 月　{row.get_kind_display()}"
    return Line(None, str(row.unit), note, row.plan.get_absolute_url())


def _invitation(row) -> Line:
    visit, person = row.inspection, row.observer
    employer = f"（{person.employer}）" if person.employer else ""
    return Line(visit.inspected_on, f"{person}{employer}", f"观察{visit.unit}的检查",
                visit.get_absolute_url())  # fmt: skip


def _certificate(row) -> Line:
    note = (
        f"证件 {row.number}，有效期{cn_date(row.valid_from)}至{cn_date(row.valid_to)}　{row.note}"
    )
    return Line(row.valid_from, str(row.user), note, "")


def _interview(row) -> Line:
    return Line(row.held_on, str(row.unit), row.get_kind_display(), row.get_absolute_url())


def _exemplary(row) -> Line:
    return Line(row.decided_on, str(row.inspection.unit), row.reason, row.get_absolute_url())


def _past_check(row) -> Line:
    note = f"{row.get_kind_display()}（纸质记录补录）"
    return Line(row.held_on, str(row.unit), note, row.get_absolute_url())


def _past_letter(row) -> Line:
    return Line(row.letter_on, f"{row.letter_number}　{row.unit}", "反馈意见书（纸质记录补录）",
                row.get_absolute_url())  # fmt: skip


def _past_finding(row) -> Line:
    check = row.check_on_paper
    note = f"{check.unit}　{'已整改' if row.is_fixed else '没有整改'}（纸质记录补录）"
    return Line(check.held_on, row.text, note, check.get_absolute_url())


def _unit(row) -> Line:
    return Line(None, str(row), row.party.get_kind_display(), row.get_absolute_url())


def _visit(row) -> Line:
    return Line(row.visited_on, row.place, f"{row.leader}　{row.purpose}", "")


def _task(row) -> Line:
    state = f"{cn_date(row.done_on)}完成" if row.done_on else f"进度 {row.progress}%"
    return Line(row.due_on, row.title, f"{row.owner}　{state}", "")


def _activity(row) -> Line:
    return Line(row.held_on, row.title, row.get_kind_display(), row.get_absolute_url())


def _article(row) -> Line:
    return Line(row.published_on, row.title, f"{row.series}　{row.channel}", row.get_absolute_url())


def _media(row) -> Line:
    note = f"{row.outlet}　{row.get_kind_display()}"
    return Line(row.published_on, row.title, note, row.get_absolute_url())


KINDS: dict[str, Kind] = {
    "inspection": Kind(Inspection.objects.select_related("unit__party"), _inspection),
    "document": Kind(Document.objects.select_related("party"), _document),
    "finding": Kind(Finding.objects.select_related("inspection__unit__party"), _finding),
    "reply": Kind(Reply.objects.select_related("finding__inspection__unit__party"), _reply),
    "plan_item": Kind(PlanItem.objects.select_related("plan", "unit__party"), _plan_item),
    "invitation": Kind(
        Invitation.objects.select_related("observer", "inspection__unit__party"), _invitation
    ),
    "certificate": Kind(Certificate.objects.select_related("user"), _certificate),
    "interview": Kind(Interview.objects.select_related("unit__party"), _interview),
    "exemplary": Kind(Exemplary.objects.select_related("inspection__unit__party"), _exemplary),
    "past_check": Kind(PastCheck.objects.select_related("unit__party"), _past_check),
    "past_letter": Kind(PastCheck.objects.select_related("unit__party"), _past_letter),
    "past_finding": Kind(
        PastFinding.objects.select_related("check_on_paper__unit__party"), _past_finding
    ),
    "unit": Kind(Unit.objects.select_related("party"), _unit),
    "ledger_visit": Kind(LedgerVisit.objects.all(), _visit),
    "ledger_task": Kind(LedgerTask.objects.all(), _task),
    "activity": Kind(Activity.objects.all(), _activity),
    "article": Kind(ArticlePiece.objects.all(), _article),
    "media": Kind(MediaRecord.objects.all(), _media),
}


def lines(record_ids: list[str], user) -> list[Line]:
    """The named records that `user` may see, in the order in which they are named."""
    wanted: dict[str, list[int]] = {}
    for name in record_ids:
        kind, key = name.split(":")
        wanted.setdefault(kind, []).append(int(key))
    found = []
    for kind, keys in wanted.items():
        rows = KINDS[kind].rows.visible_to(user).in_bulk(keys)
        found += [KINDS[kind].line(rows[key]) for key in keys if key in rows]
    return found
