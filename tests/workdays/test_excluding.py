"""Days that do not run: each once, however the periods overlap."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from archives_enforcement.workdays.calendar import packaged_calendar
from archives_enforcement.workdays.excluding import Period, days_of, every_day, owed, resume

START = date(2024, 9, 2)
DAYS = packaged_calendar()
COUNTS = st.sampled_from([every_day, DAYS.is_workday])
PERIODS = st.lists(
    st.tuples(st.integers(-20, 120), st.integers(0, 40)).map(
        lambda pair: Period(START + timedelta(pair[0]), START + timedelta(pair[0] + pair[1]))
    ),
    max_size=6,
)


def walked(start, length, excluded, counts):
    """The last day found by going through the days one by one."""
    day = start
    while length:
        day += timedelta(1)
        length -= counts(day) and not any(first <= day <= last for first, last in excluded)
    return day


@given(PERIODS, st.integers(1, 90), COUNTS)
def test_every_day_of_the_term_runs_once_and_no_excluded_day_runs(periods, length, counts):
    end = walked(START, length, [], counts)
    assert resume(START, end, days_of(periods), counts) == walked(START, length, periods, counts)


@given(PERIODS, st.data(), COUNTS)
def test_overlapping_periods_move_the_day_no_further_than_their_union(periods, data, counts):
    end = walked(START, 60, [], counts)
    days = days_of(periods)
    parts = [Period(day, day) for day in sorted(days)]
    again = (
        [*periods, *data.draw(st.lists(st.sampled_from(periods), max_size=4))] if periods else []
    )
    assert resume(START, end, days_of(again), counts) == resume(START, end, days, counts)
    assert resume(START, end, days_of(parts), counts) == resume(START, end, days, counts)


def test_two_periods_that_overlap_by_three_days_cost_seven_and_not_ten():
    hearing = Period(date(2024, 9, 10), date(2024, 9, 14))
    appraisal = Period(date(2024, 9, 12), date(2024, 9, 16))
    left_out = days_of([hearing, appraisal])
    end = START + timedelta(30)
    assert owed(START, end, left_out) == 7
    assert resume(START, end, left_out) == end + timedelta(7)


def test_a_period_reached_only_by_making_up_for_another_counts_too():
    end = START + timedelta(10)
    first = Period(START + timedelta(9), END := START + timedelta(10))
    second = Period(END + timedelta(1), END + timedelta(5))
    assert resume(START, end, days_of([first, second])) == end + timedelta(7)
