"""What the 工作台 shows: groups of work, tallies, the year's coverage, this week's visits."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count
from django.urls import reverse

from archives_enforcement.workdays import calendar
from inspections.models import Finding, Inspection
from inspections.models.visits import day_of
from inspections.queries.work import WorkItem
from reports.queries.standing import Standing

SHOWN = 12  # items of one group before “看全部”
WEEKDAYS = "一二三四五六日"


class Part(NamedTuple):
    """One group of the list."""

    slug: str
    title: str
    tone: str
    items: list[WorkItem]
    total: int


def parts(items: list[WorkItem], today: date, chosen: str = "") -> list[Part]:
    """The list in groups; a group that was `chosen` is shown whole and alone."""
    week_ends = today + timedelta(days=6 - today.weekday())
    groups = (
        ("late", "已逾期", "late", lambda due: due is not None and due < today),
        ("today", "今天", "due", lambda due: due is None or due == today),
        ("week", "本周", "week", lambda due: due is not None and today < due <= week_ends),
        ("later", "以后", "", lambda due: due is not None and due > week_ends),
    )
    found = []
    for slug, title, tone, belongs in groups:
        rows = [item for item in items if belongs(item.due)]
        shown = rows if chosen == slug else rows[:SHOWN]
        if chosen in ("", slug):
            found.append(Part(slug, title, tone, shown, len(rows)))
    return found


class Tally(NamedTuple):
    """A number at the head of the page, leading to what it counts."""

    label: str
    count: int
    url: str
    tone: str = ""


def tallies(items: list[WorkItem], today: date, known: Standing) -> list[Tally]:
    """How much is late, due today and this week; how many replies wait on either side."""
    counts = {part.slug: part.total for part in parts(items, today)}
    found = [
        Tally("已逾期", counts["late"], "#late", "late" if counts["late"] else ""),
        Tally("今天要办", counts["today"], "#today", "due" if counts["today"] else ""),
        Tally("本周到期", counts["week"], "#week"),
    ]
    if known.unreconciled is not None:
        page = reverse("inspections:inspection-reconciling")
        found.append(Tally("待核对的检查", known.unreconciled, page))
    if known.findings is not None:
        page, waiting = reverse("inspections:finding-list"), known.findings
        found += [
            Tally("整改待复核", waiting["replied"], f"{page}?state={Finding.State.REPLIED}"),
            Tally("等单位回复", waiting["asked"], page),
        ]
    return found


class Gauge(NamedTuple):
    """How far a duty of the year is met."""

    label: str
    done: int
    total: int
    left: str  # what is missing, in words
    url: str

    @property
    def percent(self) -> int:
        return self.done * 100 // self.total if self.total else 0

    @property
    def text(self) -> str:
        return f"{self.done} / {self.total} 个"


def coverage(known: Standing) -> list[Gauge]:
    """Units visited this year, all and key ones, and the plan; an empty duty is left out."""
    if known.units is None:
        return []
    page, count, plan = reverse("units:unit-list"), known.units, known.plan
    gauges = [
        _gauge("在册单位检查", count["seen"], count["total"], "没去过", page),
        _gauge("重点监控单位检查", count["key_seen"], count["key"], "没去过", f"{page}?key=true"),
        _gauge("年度计划项目", plan["done"], plan["total"], "没完成",
               reverse("inspections:plan-list")),
    ]  # fmt: skip
    return [gauge for gauge in gauges if gauge.total]


def _gauge(label: str, done: int, total: int, missing: str, url: str) -> Gauge:
    if total == done:
        return Gauge(label, done, total, "", "")
    return Gauge(label, done, total, f"{total - done} 个{missing}", url)


class Day(NamedTuple):
    """A day of this week."""

    day: date
    is_today: bool
    note: str  # why it is free, or why a weekend day is worked

    @property
    def weekday(self) -> str:
        return f"周{WEEKDAYS[self.day.weekday()]}"


class Week(NamedTuple):
    days: list[Day]
    visits: list[Inspection]


def week(user, today: date) -> Week:
    """Monday to Friday, worked weekend days, and the visits of this person's bureau."""
    monday = today - timedelta(days=today.weekday())
    whole = [monday + timedelta(days=step) for step in range(7)]
    visits = []
    if user.has_perm("inspections.view_inspection"):
        rows = Inspection.objects.visible_to(user).annotate(on_day=day_of())
        rows = rows.filter(on_day__range=(whole[0], whole[-1]))
        rows = rows.exclude(state__in=[Inspection.State.DRAFT, Inspection.State.CANCELLED])
        rows = rows.select_related("unit__party").annotate(observers=Count("invitations"))
        visits = list(rows.order_by("on_day", "-session", "pk"))  # 上午 before 下午
    days = calendar.load()
    busy = {visit.day for visit in visits} | {today}
    shown = [
        Day(day, day == today, _note(day, days))
        for day in whole
        if day.weekday() < 5 or days.is_workday(day) or day in busy
    ]
    return Week(shown, visits)


def _note(day: date, days: calendar.Calendar) -> str:
    if day in days.work:
        return f"{days.work[day]}调休上班"
    return days.off.get(day, "")
