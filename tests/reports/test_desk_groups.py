"""How the desk groups what waits, and its figures of the week and of the year."""

from datetime import date, timedelta

from reports.queries import desk
from reports.queries.standing import standing
from tests import factories
from tests.reports.years import YearMaker

TODAY = date(2024, 9, 4)  # a Wednesday


def item(due):
    return desk.WorkItem(due, str(due), "", "/", "办", "visit")


def test_work_falls_into_late_today_this_week_and_later():
    days = [TODAY + timedelta(days=step) for step in (-1, 0, 1, 4, 5)]
    found = desk.parts([item(day) for day in [*days, None]], TODAY)

    assert [(part.slug, [row.text for row in part.items]) for part in found] == [
        ("late", ["2024-09-03"]),
        ("today", ["2024-09-04", "None"]),
        ("week", ["2024-09-05", "2024-09-08"]),
        ("later", ["2024-09-09"]),
    ]


def test_a_long_group_is_cut_and_shown_whole_on_request():
    late = [item(TODAY - timedelta(days=step)) for step in range(1, 30)]

    cut = desk.parts(late, TODAY)[0]
    (whole,) = desk.parts(late, TODAY, "late")
    assert (len(cut.items), cut.total, len(whole.items)) == (desk.SHOWN, 29, 29)


def test_coverage_counts_units_of_the_register_seen_this_year(bureau, officer):
    maker = YearMaker(bureau, 2024)
    maker.check()
    maker.check(state="approved")
    maker.check(inspected_on=date(2023, 5, 4))
    maker.look_back(maker.check(state="cancelled"))
    factories.make_unit(bureau, "重点单位", is_key_monitored=True)

    gauges = desk.coverage(standing(officer, TODAY))
    assert [(row.label, row.done, row.total) for row in gauges] == [
        ("在册单位检查", 1, 5), ("重点监控单位检查", 0, 1),
    ]  # fmt: skip


def test_coverage_counts_a_plan_item_once(bureau, officer):
    maker = YearMaker(bureau, 2024)
    maker.plan(4, 3)

    plan = desk.coverage(standing(officer, TODAY))[-1]
    assert (plan.label, plan.done, plan.total, plan.left) == ("年度计划项目", 3, 4, "1 个没完成")


def test_the_week_shows_worked_saturdays_and_its_visits(bureau, unit, officer):
    maker = YearMaker(bureau, 2024)
    maker.check(unit=unit, state="approved", place=210)  # 27 September, a Friday
    maker.check(unit=unit, state="cancelled", place=210)

    week = desk.week(officer, date(2024, 9, 26))
    assert [day.day.day for day in week.days] == [23, 24, 25, 26, 27, 29]
    assert [visit.scheduled_on.day for visit in week.visits] == [27]
    assert week.days[-1].note == "国庆节调休上班"
