"""When to go: the usual half-day, what already stands in it, and what speaks against a day."""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import NamedTuple

from django.utils import timezone

from archives_enforcement.templatetags.formats import cn_date, cn_day, cn_weekday
from archives_enforcement.workdays.calendar import Calendar, load
from inspections.coverage.facts import HalfDay
from inspections.models import Inspection, Leave, PlanItem, TeamMember
from inspections.models.visits import day_of
from inspections.queries import announcing, coverage, leave
from inspections.queries.usual import usual

PROPOSED = 6
S = Inspection.State
BEFORE_GOING = (S.DRAFT, S.PENDING, S.APPROVED)


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
        .annotate(on_day=day_of())
        .filter(on_day__range=(first, last))
        .exclude(state=Inspection.State.CANCELLED)
        .select_related("unit__party")
        .prefetch_related("team__user")
        .order_by("on_day", "-session", "pk")  # 上午 before 下午
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
    found = list(islice(usual(user.bureau_id).after(after, days), count))
    first, last = found[0].day, found[-1].day
    by_slot = visits_by_slot(arranged(user, first, last))
    away = leave.leaves(user, first, last)
    return [
        Slot(*half_day, load_of(by_slot.get(half_day, ())), _note(half_day.day, days, away))
        for half_day in found
    ]


def _note(day: date, days: Calendar, away: dict[int, list[Leave]]) -> str:
    names = [
        str(row.officer) for rows in away.values() for row in rows
        if row.first_day <= day <= row.last_day
    ]  # fmt: skip
    return "；".join(filter(None, (f"{'、'.join(names)}请假" if names else "", unknown(day, days))))


def visits_by_slot(visits) -> dict[HalfDay, list[Inspection]]:
    grouped = {}
    for visit in visits:
        grouped.setdefault(HalfDay(visit.day, visit.session), []).append(visit)
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
    """What to look at before the visit goes out; none of it blocks, and later it is idle."""
    if inspection.state not in BEFORE_GOING:
        return []
    found = [day_warning(inspection.scheduled_on, load()), *_clashes(inspection)]
    found.append(announcing.warning(inspection, timezone.localdate()))
    found += [*_away(inspection), *_to_merge(inspection), *_enterprise(inspection)]
    return list(filter(None, found))


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


def _away(inspection: Inspection) -> list[str]:
    day = inspection.scheduled_on
    rows = Leave.objects.between(day, day).select_related("officer")
    rows = rows.filter(officer__in=[member.user_id for member in inspection.team.all()])
    return [f"{row.officer}{leave.in_words(row)}，请换人或者改期。" for row in rows]


def _to_merge(inspection: Inspection) -> list[str]:
    """多检合一: what else is to come at the same unit in that year."""
    if inspection.is_look_back:
        return []
    year, unit = inspection.scheduled_on.year, inspection.unit
    ahead = Inspection.objects.filter(
        unit=unit,
        kind__in=Inspection.ENFORCEMENT,
        state__in=BEFORE_GOING,
        scheduled_on__year=year,
    ).exclude(pk=inspection.pk)
    items = PlanItem.objects.filter(unit=unit, plan__year=year, deviation="")
    items = items.exclude(pk=inspection.plan_item_id).exclude(
        pk__in=Inspection.objects.exclude(state__in=Inspection.FALLEN)
        .filter(plan_item__isnull=False)
        .values("plan_item")
    )
    found = [f"{when(row.scheduled_on, row.session)}的{row.get_kind_display()}" for row in ahead]
    found += [f"年度计划 {item.month} 月的{item.get_kind_display()}" for item in items]
    if not found:
        return []
    return [
        f"{unit}本年度还有{'、'.join(found)}没有进行，能合并的请合并为一次（多检合一），避免重复检查。"
    ]


def _enterprise(inspection: Inspection) -> list[str]:
    """A second check of an enterprise; above a ceiling that is set the guards refuse."""
    day, party = inspection.scheduled_on, inspection.party
    if not party.is_enterprise or inspection.is_look_back or day < coverage.POLICY_SINCE:
        return []
    count = coverage.other_checks(inspection, day.year)
    if not count:
        return []
    cap = coverage.enterprise_cap(inspection.bureau_id, party.kind, day)
    limit = f"上限为每年 {cap.unit_max} 次" if cap else "请核对本机关公布的年度检查频次上限"
    basis = cap.source if cap else "国办发〔2024〕54号"
    free = inspection.get_cap_exception_display()
    spared = f"这次是{free}，不受上限限制；能合并的仍请合并。" if free else ""
    return [f"该企业 {day.year} 年已另外安排 {count} 次检查，{limit}（{basis}）。{spared}"]
