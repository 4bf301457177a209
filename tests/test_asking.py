"""What mostly has no answer is asked side by side: one query tells whose rows there are."""

import pytest
from django.db import connection
from django.db.models import Count, Q
from django.test.utils import CaptureQueriesContext

from archives_enforcement.accounts.models import Bureau, Certificate, Grant, User
from archives_enforcement.asking import (
    Counted,
    asks,
    counted,
    rows_of,
    shared_rows_of,
    side_by_side,
)
from archives_enforcement.prefetching import prefetch_asking
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau():
    return factories.make_bureau("示例局", "990203")


@asks
def names(*querysets):
    return (yield from side_by_side(*map(rows_of, querysets)))


def test_only_what_has_rows_is_read_and_answers_keep_their_places(bureau):
    nobody = User.objects.filter(username="nobody")
    with CaptureQueriesContext(connection) as asked:
        found = names(nobody, Bureau.objects.filter(pk=bureau.pk), Grant.objects.none(), nobody)
    assert found == [[], [bureau], [], []]
    assert len(asked) == 1


def test_called_alone_it_is_asked_plainly(bureau):
    with CaptureQueriesContext(connection) as asked:
        assert names(Bureau.objects.filter(pk=bureau.pk)) == [[bureau]]
    assert len(asked) == 1


def test_shared_rows_of_one_table_are_one_query(bureau):
    people = [factories.make_officer(name, bureau) for name in ("officer_one", "officer_two")]

    @asks
    def cards():
        one_each = (Certificate.objects.filter(user=person).order_by("pk") for person in people)
        return (yield from side_by_side(*map(shared_rows_of, one_each)))

    with CaptureQueriesContext(connection) as asked:
        first, second = cards()
    assert first == second == list(Certificate.objects.filter(user__in=people).order_by("pk"))
    assert len(asked) == 1


def test_who_needs_a_second_round_is_waited_for(bureau):
    def of_the_first(rows):
        (found,) = yield from rows_of(rows)
        people = yield from rows_of(User.objects.filter(bureau=found))
        return found, people

    @asks
    def both():
        rows = Bureau.objects.filter(pk=bureau.pk)
        return (yield from side_by_side(of_the_first(rows), rows_of(rows)))

    assert both() == [(bureau, []), [bureau]]


def test_what_is_counted_of_several_tables_is_one_query(bureau):
    factories.make_officer("officer_one", bureau)
    one = Count("pk", filter=Q(username="officer_one"))
    with CaptureQueriesContext(connection) as asked:
        found = counted(
            [
                Counted(User.objects.filter(bureau=bureau), {"all": Count("pk"), "one": one}),
                Counted(Bureau.objects.none(), {"all": Count("pk")}),
                Counted(Certificate.objects.order_by("number"), {"all": Count("pk")}),
                Counted(Grant.objects.all(), {"all": Count("pk")}),
            ]
        )
    people, cards = User.objects.filter(bureau=bureau).count(), Certificate.objects.count()
    assert found == [{"all": people, "one": 1}, {"all": 0}, {"all": cards}, {"all": 0}]
    assert len(asked) == 1
    assert counted([]) == []


def test_rows_prefetched_by_asking_are_narrowed_by_asking_anew(bureau):
    person = factories.make_officer("officer_one", bureau)

    @asks
    def with_cards(people):
        yield from prefetch_asking(people, "certificates")

    with_cards([person])
    with CaptureQueriesContext(connection) as asked:
        assert len(person.certificates.all()) == 1
    assert not asked
    assert person.certificates.filter(number="").count() == 0
    assert person.certificates.filter(user=person).count() == 1
