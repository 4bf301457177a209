"""Which started clocks are overdue or press, and who sees them."""

from datetime import date

import pytest

from archives_enforcement.workdays import deadlines
from tests import factories
from tests.workdays.starting import DUE, SERVED, start


def test_overdue_begins_the_day_after_the_last_day(deadline, head):
    assert list(deadlines.overdue(head, DUE)) == []
    assert list(deadlines.overdue(head, date(2024, 10, 10))) == [deadline]


def test_due_within_includes_both_ends(deadline, head):
    assert list(deadlines.due_within(head, DUE, 0)) == [deadline]
    assert list(deadlines.due_within(head, date(2024, 10, 6), 3)) == [deadline]
    assert list(deadlines.due_within(head, date(2024, 10, 5), 3)) == []
    assert list(deadlines.due_within(head, date(2024, 10, 10), 3)) == []


def test_only_open_clocks_are_asked_for_the_most_pressing_first(deadline, party, head):
    sooner = start(party, "D-P15")
    deadlines.meet(start(party, "D-P16").subject, "D-P16", on=SERVED)
    start(party, "D-P11")
    deadlines.cancel(party, "D-P11", on=SERVED, reason="当场交付")
    assert list(deadlines.open_deadlines(head)) == [sooner, deadline]
    assert list(deadlines.overdue(head, date(2025, 1, 1))) == [sooner, deadline]


def test_a_stranger_and_another_bureau_see_no_clock(deadline, stranger, other_bureau):
    outsider = factories.make_user("outsider", "head", bureau=other_bureau)
    assert list(deadlines.open_deadlines(outsider)) == []
    assert list(deadlines.open_deadlines(stranger)) == []


def test_a_party_sees_its_own_duties_and_not_the_bureaus(party, bureau, deadline):
    own = start(party, "D-I07", party=party)
    start(party, "D-P10", party=party)
    other = factories.make_party(bureau, "示例街道二")
    start(other, "D-I07", party=other)
    contact = factories.make_contact("party_contact", party)
    assert list(deadlines.open_deadlines(contact)) == [deadline, own]


def test_the_clocks_of_one_record_are_all_found(deadline, party):
    deadlines.meet(party, "D-P07", on=SERVED)
    other = start(party, "D-P15")
    assert list(deadlines.for_subject(party)) == [other, deadline]


@pytest.mark.parametrize("count", [1, 3])
def test_the_work_queue_is_one_query_however_long(bureau, head, count, django_assert_num_queries):
    for number in range(count):
        start(factories.make_party(bureau, f"示例街道{number}"), "D-P07")
    with django_assert_num_queries(1):
        assert len(deadlines.open_deadlines(head)) == count
