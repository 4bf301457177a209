"""Started clocks are counted again: when a year is recorded, and while something else runs."""

from datetime import date

from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.calendar import Calendar
from archives_enforcement.workdays.models import Deadline, Holiday
from tests.workdays.starting import DUE, SERVED, start


def record_2027():
    """A new year's arrangement as an administrator would type it in, cut short."""
    days = Calendar.of([(date(2027, 1, 1), "off", "元旦"), (date(2027, 10, 1), "off", "国庆节")])
    Holiday.objects.bulk_create(
        Holiday(day=day, kind="off", name=name, source="示例通知") for day, name in days.off.items()
    )


def test_a_provisional_clock_is_counted_again_when_its_year_is_recorded(party):
    moving = start(party, "D-G08", on=date(2026, 12, 20))
    staying = start(party, "D-P13", on=date(2026, 12, 20))
    known = start(party, "D-P07")
    assert (moving.due_on, moving.provisional) == (date(2027, 1, 15), True)
    assert (staying.due_on, staying.provisional) == (date(2027, 1, 4), True)
    record_2027()
    assert deadlines.recheck_provisional() == 1
    for deadline in (moving, staying, known):
        deadline.refresh_from_db()
    assert (moving.due_on, moving.provisional) == (date(2027, 1, 18), False)
    assert moving.steps[-1] == "期限于2027年1月18日（星期一）届满。"
    assert (staying.due_on, staying.provisional) == (date(2027, 1, 4), False)
    assert known.due_on == DUE


def test_counting_again_leaves_closed_and_extended_clocks_alone(party):
    met = start(party, "D-G08", on=date(2026, 12, 20))
    deadlines.meet(party, "D-G08", on=date(2026, 12, 21))
    extended = start(party, "D-P09", on=date(2026, 12, 25))
    deadlines.extend(extended, to=date(2027, 1, 5), reason="材料较多", on=date(2026, 12, 28))
    record_2027()
    assert deadlines.recheck_provisional() == 0
    assert Deadline.objects.get(pk=met.pk).due_on == date(2027, 1, 15)
    assert Deadline.objects.get(pk=extended.pk).due_on == date(2027, 1, 5)


NOTICE = "9月30日发出公告，"


def wait(party, on, until=date(2024, 11, 1)):
    return deadlines.wait(party, "D-P07", on=on, until=until, why=NOTICE)


def test_a_clock_stands_while_what_it_waits_for_runs_by_law(deadline, party, head):
    wait(party, date(2024, 9, 30))
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.extended_from) == (date(2024, 11, 1), DUE)
    assert deadline.steps[-1] == f"{NOTICE}此前不算逾期，原届满日为2024年10月9日。"
    assert list(deadlines.overdue(head, date(2024, 11, 1))) == []
    assert list(deadlines.overdue(head, date(2024, 11, 2))) == [deadline]


def test_waiting_does_not_hide_that_the_time_was_up_before(deadline, party):
    wait(party, date(2024, 10, 10))
    deadline.refresh_from_db()
    assert deadline.steps[-1] == f"{NOTICE}此时已经逾期，其后不再计，原届满日为2024年10月9日。"


def test_waiting_never_shortens_a_clock_nor_opens_one(deadline, party):
    wait(party, SERVED, until=date(2024, 10, 8))
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.extended_from) == (DUE, None)
    deadlines.meet(party, "D-P07", on=SERVED)
    assert wait(party, SERVED) is None


def test_waiting_again_remembers_the_first_last_day(deadline, party):
    wait(party, SERVED)
    wait(party, SERVED, until=date(2024, 11, 4))
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.extended_from) == (date(2024, 11, 4), DUE)


def test_a_clock_in_the_unit_of_its_paper_is_counted_again_in_it(party):
    clock = start(party, "D-I20", on=date(2026, 12, 20), length=20, unit="workday")
    assert (clock.due_on, clock.provisional) == (date(2027, 1, 15), True)
    record_2027()
    assert deadlines.recheck_provisional() == 1
    clock.refresh_from_db()
    assert (clock.due_on, clock.provisional) == (date(2027, 1, 18), False)
    assert "文书载明的期限为20个工作日。" in clock.explanation
