"""When to go: the usual half-day, what already stands in it, and what speaks against a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from archives_enforcement.templatetags.formats import cn_date, cn_day, cn_weekday
from archives_enforcement.workdays.calendar import Calendar, load
from inspections.models import Inspection, TeamMember

# 默认值: the bureau of the sample inspects on Thursday afternoons; no law fixes a weekday.
USUAL_WEEKDAY = 3  # Thursday, counted from Monday = 0
USUAL_SESSION = Inspection.Session.AFTERNOON
PROPOSED = 6
WEEK = timedelta(days=7)
ENTERPRISE_RULE_SINCE = date(2025, 1, 3)  # 国办发〔2024〕54号 published


class Load(NamedTuple):
    """What is already arranged in one half-day."""

    visits: list[Inspection]
    officers: list[str]

    def __str__(self):
        if not self.visits:
            return "空闲"
        return f"已安排 {len(self.visits)} 场，{len(self.officers)} 名执法人员"


class Slot(NamedTuple):
    """One half-day that may be chosen."""

    day: date
    session: str
    load: Load
    note: str  # what to know about the day; empty when it is an ordinary working day

    @property
    def code(self) -> str:
        return f"{self.day.isoformat()} {self.session}"

    @property
    def when(self) -> str:
        return when(self.day, self.session)


def when(day: date, session: str) -> str:
    """A half-day in words: 2024年9月5日（星期四）下午."""
    return f"{cn_date(day)}（{cn_weekday(day)}）{Inspection.Session(session).label}"


def arranged(user, first: date, last: date):
    """The visits between two days that still count, with unit and team."""
    return (
        Inspection.objects.visible_to(user)
        .filter(scheduled_on__range=(first, last))
        .exclude(state=Inspection.State.CANCELLED)
        .select_related("unit__party")
        .prefetch_related("team__user")
        .order_by("scheduled_on", "session", "pk")
    )


def load_of(visits: Iterable[Inspection]) -> Load:
    """How many visits and which officers a half-day holds."""
    visits = list(visits)
    officers = {
        member.user_id: str(member.user)
        for visit in visits
        for member in visit.team.all()
        if member.part in TeamMember.ENFORCING
    }
    return Load(visits, list(officers.values()))


def proposed(user, after: date, *, days: Calendar | None = None, count: int = PROPOSED):
    """The next `count` usual half-days after `after` that are working days, with their load."""
    days = days or load()
    found = usual_days(after, days, count)
    by_slot = visits_by_slot(arranged(user, found[0], found[-1]))
    return [
        Slot(day, USUAL_SESSION, load_of(by_slot.get((day, USUAL_SESSION), ())), unknown(day, days))
        for day in found
    ]


def usual_days(after: date, days: Calendar, count: int) -> list[date]:
    """The next usual weekdays after `after`, holidays left out."""
    day = after + timedelta(days=(USUAL_WEEKDAY - after.weekday() - 1) % 7 + 1)
    found = []
    while len(found) < count:
        if days.is_workday(day):
            found.append(day)
        day += WEEK
    return found


def visits_by_slot(visits) -> dict[tuple[date, str], list[Inspection]]:
    grouped = {}
    for visit in visits:
        grouped.setdefault((visit.scheduled_on, visit.session), []).append(visit)
    return grouped


def unknown(day: date, days: Calendar) -> str:
    """A remark when the holidays of that year are not recorded yet."""
    return "" if days.knows(day.year) else f"{day.year} 年节假日安排尚未录入"


def day_warning(day: date, days: Calendar) -> str:
    """Why a day is unusual for a check. No article forbids it: it warns and never blocks."""
    if not days.is_workday(day):
        name = days.off.get(day) or cn_weekday(day)
        return (
            f"{cn_day(day)}不是工作日（{name}）。法律没有禁止在休息日检查，"
            "但单位可能无人在岗，请与单位确认。"
        )
    return f"{why}，不能判断是否为工作日。" if (why := unknown(day, days)) else ""


def warnings_for(inspection: Inspection) -> list[str]:
    """What to look at before the visit goes out; none of it blocks."""
    found = [day_warning(inspection.scheduled_on, load()), *_clashes(inspection)]
    return [*filter(None, found), *_enterprise(inspection)]


def clashes_on(user, day: date, session: str, *, besides: Inspection | None = None):
    """Names of the units each person already goes to in that half-day, by the person's key."""
    found = {}
    for visit in arranged(user, day, day):
        if visit.session != session or (besides is not None and visit.pk == besides.pk):
            continue
        for member in visit.team.all():
            found.setdefault(member.user_id, []).append(str(visit.unit))
    return found


def _clashes(inspection: Inspection) -> list[str]:
    same = TeamMember.objects.filter(
        inspection__scheduled_on=inspection.scheduled_on,
        inspection__session=inspection.session,
        user__in=[member.user_id for member in inspection.team.all()],
    ).exclude(inspection__state=Inspection.State.CANCELLED)
    others = same.exclude(inspection=inspection).select_related("user", "inspection__unit__party")
    return [
        f"{member.user}在同一时段还要去{member.inspection.unit}，请确认来得及或者换人。"
        for member in others
    ]


def _enterprise(inspection: Inspection) -> list[str]:
    """国办发〔2024〕54号: yearly checks of an enterprise have a published ceiling (二手资料)."""
    day = inspection.scheduled_on
    if not inspection.party.is_enterprise or day < ENTERPRISE_RULE_SINCE:
        return []
    others = Inspection.objects.filter(
        unit=inspection.unit, kind__in=Inspection.ENFORCEMENT, scheduled_on__year=day.year
    ).exclude(state=Inspection.State.CANCELLED)
    count = others.exclude(pk=inspection.pk).count()
    if not count:
        return []
    return [
        f"该企业 {day.year} 年已另外安排 {count} 次检查，请核对本机关公布的年度检查频次上限"
        "（国办发〔2024〕54号）。"
    ]
