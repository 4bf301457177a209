"""Started clocks: once per record and code, with their arithmetic."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.limits import LimitError, NotADate
from archives_enforcement.workdays.models import Deadline, LocalTerm
from tests import factories
from tests.workdays.starting import DUE, SERVED, start


def test_a_started_clock_carries_its_arithmetic(deadline, party, bureau):
    assert deadline.subject == party
    assert (deadline.bureau, deadline.party) == (bureau, party)
    assert (deadline.name, deadline.bound, deadline.mark) == ("要求听证", "party", "V")
    assert (deadline.trigger_on, deadline.due_on, deadline.due_at) == (SERVED, DUE, None)
    assert deadline.article == "行政处罚法第六十四条第一项"
    assert len(deadline.steps) == 10
    assert deadline.steps[-1] == "期限于2024年10月9日（星期三）届满。"
    assert deadline.is_open
    assert not deadline.provisional
    assert str(deadline) == "要求听证（2024年10月9日届满）"


def test_a_clock_in_hours_keeps_its_time(party):
    deadline = start(party, "D-P19", on=datetime(2024, 9, 30, 16, 20))
    assert deadline.trigger_on == date(2024, 9, 30)
    assert deadline.due_on == date(2024, 10, 1)
    assert deadline.due_at == datetime(2024, 10, 1, 16, 20, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_the_same_clock_is_not_started_twice(deadline, party):
    again = start(party, "D-P07", on=date(2024, 12, 2))
    assert again == deadline
    assert again.due_on == DUE
    assert Deadline.objects.count() == 1


def test_the_database_itself_keeps_one_open_clock_per_record_and_code(deadline):
    deadline.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        deadline.save(force_insert=True)
    deadline.met_on = DUE
    deadline.save(force_insert=True)
    assert Deadline.objects.count() == 2


def test_another_code_or_another_record_has_its_own_clock(deadline, party, bureau):
    start(party, "D-P06")
    start(factories.make_party(bureau, "示例街道二"), "D-P07")
    assert Deadline.objects.count() == 3


def test_after_it_was_met_a_clock_may_start_again(deadline, party):
    deadlines.meet(party, "D-P07", on=DUE)
    again = start(party, "D-P07", on=date(2024, 12, 2))
    assert again != deadline
    assert again.due_on == date(2024, 12, 9)


def test_after_it_was_cancelled_a_clock_may_start_again(deadline, party):
    deadlines.cancel(party, "D-P07", on=DUE, reason="告知书撤回重发")
    assert start(party, "D-P07", on=date(2024, 12, 2)) != deadline


def test_the_paper_may_name_the_length_and_the_act_the_name(party):
    deadline = start(party, "D-I07", name="第1项问题整改", length=45)
    assert (deadline.name, deadline.length) == ("第1项问题整改", 45)
    assert deadline.due_on == date(2024, 11, 11)


def test_the_paper_cannot_name_a_length_the_law_has_fixed(party):
    with pytest.raises(LimitError):
        start(party, "D-P07", length=3)
    assert not Deadline.objects.exists()


def test_a_requirement_without_a_date_starts_no_clock(party):
    with pytest.raises(NotADate):
        start(party, "D-P05")


def test_a_bureaus_own_term_is_used(party, bureau):
    LocalTerm.objects.create(
        bureau=bureau,
        code="D-I06",
        length=3,
        unit="workday",
        effective_from=date(2024, 1, 1),
        source="制度",
    )
    assert start(party, "D-I06", on=date(2024, 7, 1)).due_on == date(2024, 7, 4)


def test_clocks_started_together_are_those_started_alone(bureau, django_assert_max_num_queries):
    """A record whose clock runs keeps it; how many there are costs no further query."""
    parties = [factories.make_party(bureau, f"示例街道{number}") for number in range(9)]
    running = deadlines.start(parties[0], "D-P07", bureau=bureau, on=date(2024, 9, 2))
    rows = [(party, party) for party in parties]
    with django_assert_max_num_queries(12):
        due = deadlines.start_together(rows, "D-P07", bureau=bureau, on=SERVED, name="听证")
    assert due == DUE and deadlines.for_subject(parties[0]).get() == running
    alone = start(factories.make_party(bureau, "示例街道十"), "D-P07", name="听证")
    kept = ("name", "bound", "trigger_on", "due_on", "article", "mark", "explanation")
    for party in parties[1:]:
        clock = deadlines.for_subject(party).get()
        assert [getattr(clock, field) for field in kept] == [
            getattr(alone, field) for field in kept
        ]
        assert clock.party == party
    assert deadlines.start_together([], "D-P07", bureau=bureau, on=SERVED, name="听证") == DUE
