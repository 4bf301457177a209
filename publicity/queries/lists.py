"""Reads of public lists: what a draft begins with, what is in force, what comes next."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from django.db.models import QuerySet

from archives_enforcement.accounts.models import Bureau, Certificate
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models.deadlines import OPEN
from publicity.list_kinds import KINDS
from publicity.models import PublicList

SAMPLE = Path(__file__).parents[1] / "data" / "lists_sample.json"
FACTS = ("subject_name", "address", "phone", "reconsideration_body", "court")
TO_FILL = "〔待填〕"  # stands in a sample where the bureau has not entered the fact
S = PublicList.State
UPDATE = "D-G05"  # 事前公开信息更新, on the version in force once its content has changed


@cache
def samples() -> dict[str, dict]:
    """What a first draft of each kind may begin with: source, mark and rows."""
    return json.loads(SAMPLE.read_text(encoding="utf-8"))


def sample_rows(kind: str, bureau: Bureau) -> list[list[str]]:
    """The sample with the bureau's own name, address and the like put in; [] without a sample."""
    facts = {name: getattr(bureau, name) or TO_FILL for name in FACTS}
    facts["subject_name"] = bureau.subject_name or bureau.name
    entry = samples().get(kind)
    return [[cell.format(**facts) for cell in line] for line in entry["rows"]] if entry else []


def registered(bureau: Bureau, day: date) -> list[list[str]]:
    """The officers of a bureau with a certificate in force on `day`, by its number."""
    return lines(certificates(bureau, day))


def certificates(bureau, day: date) -> QuerySet[Certificate]:
    """The certificates that the list of officers tells of on `day`, in its order."""
    rows = Certificate.objects.valid_on(day).filter(user__bureau=bureau, user__is_active=True)
    return rows.select_related("user").order_by("number")


def lines(rows) -> list[list[str]]:
    """What the list says of these certificates."""
    return [[row.user.name, row.number, row.issuer, cn_date(row.valid_to)] for row in rows]


def first_rows(kind: str, bureau: Bureau, day: date) -> list[list[str]]:
    """What a draft begins with: the register, the version in force, or the sample."""
    if KINDS[kind].from_register:
        return registered(bureau, day)
    before = PublicList.objects.in_force().filter(bureau=bureau, kind=kind).first()
    return before.rows if before else sample_rows(kind, bureau)


def by_kind(user) -> list[dict]:
    """Every kind with the version in force and the one that is being written."""
    rows = PublicList.objects.visible_to(user).filter(bureau=user.bureau_id).defer("rows")
    current, open_ = {}, {}
    for row in rows:
        if row.state == S.PUBLISHED:
            current[row.kind] = row
        elif row.state in PublicList.OPEN:
            open_[row.kind] = row
    return [
        {"code": code, "about": about, "current": current.get(code), "open": open_.get(code)}
        for code, about in KINDS.items()
    ]


def versions(row: PublicList):
    """All versions of the same list that were ever public, newest first."""
    rows = PublicList.objects.public().filter(bureau=row.bureau_id, kind=row.kind)
    return rows.defer("rows").order_by("-version")


def under_way(row: PublicList) -> bool:
    """Whether the next version of the same list is being written."""
    rows = PublicList.objects.filter(bureau=row.bureau_id, kind=row.kind)
    return rows.filter(state__in=PublicList.OPEN).exists()


def update_clock(row: PublicList):
    """The clock by which what is in force has to be replaced; None while nothing has changed."""
    return deadlines.for_subject(row).filter(OPEN, code=UPDATE).first()


def change_noted(row: PublicList) -> bool:
    """Whether that clock was started by a note of what has changed, and not by a draft."""
    clock = update_clock(row)
    return clock is not None and bool(clock.grounds)


def next_step(row: PublicList) -> str:
    """What happens next, in one sentence."""
    if row.state == S.PUBLISHED and (clock := update_clock(row)):
        return (
            f"正在公开；内容{cn_date(clock.trigger_on)}起有变化，"
            f"新版本请在{cn_date(clock.due_on)}前公布（{clock.article}，地方做法，提醒）。"
        )
    return {
        S.DRAFT: "请起草人核对内容、写明来源，再由机关负责人批准。",
        S.APPROVED: "已批准，等待公布。",
        S.PUBLISHED: "正在公开；内容有变化的，请起草新版本。",
        S.SUPERSEDED: f"{cn_date(row.ended_on)}起由新版本代替。",
        S.WITHDRAWN: "已撤下，公开页面只显示撤下的日期和理由。",
        S.DISCARDED: "已放弃，没有公开过。",
    }[row.state]
