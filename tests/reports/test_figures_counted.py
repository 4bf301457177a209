"""Figures of letters, observers, officers and decisions; what they cost, and whose they are."""

from datetime import date

import pytest

from reports.queries.figures import figures, from_data
from reports.queries.records import KINDS, lines
from tests import factories
from tests.reports.random_years import random_year
from tests.reports.years import withdraw


def values(bureau, year=2024) -> dict[str, int]:
    return {figure.key: figure.value for figure in figures(bureau, year)}


def test_a_letter_of_january_counts_in_its_own_year_and_is_not_missing(maker):
    maker.paper(maker.check(), on=date(2024, 4, 1))
    maker.paper(maker.check(), on=date(2025, 1, 3))

    found = values(maker.bureau)
    assert (found["letters"], found["checks_without_letter"]) == (1, 0)


def test_an_observer_who_comes_twice_is_one_and_one_who_stays_away_none(maker):
    first, second = maker.check(), maker.check()
    person = maker.observer(first).observer
    maker.observer(second, person=person)
    maker.observer(second, attended=False)
    maker.observer(second, attended=None)

    assert values(maker.bureau)["observers"] == 1


def test_officers_are_counted_by_their_certificates(bureau):
    factories.make_officer("old", bureau, valid_to=date(2023, 12, 31))
    factories.make_officer("gone", bureau, valid_to=date(2023, 12, 30))
    withdraw(factories.make_officer("withdrawn", bureau), date(2023, 12, 31))
    factories.make_officer("new", bureau, valid_from=date(2024, 1, 1))
    factories.make_officer("later", bureau, valid_from=date(2025, 1, 1))

    found = values(bureau)
    assert (found["officers_before"], found["officers_new"]) == (1, 1)


def test_a_renewed_certificate_makes_no_new_officer_and_no_second_one(bureau):
    person = factories.make_officer("renewed", bureau, valid_to=date(2024, 12, 31))
    person.certificates.create(
        number="证-续",
        issuer="示例市司法局",
        valid_from=date(2023, 6, 1),
        valid_to=date(2028, 1, 1),
    )
    person.certificates.create(
        number="证-再续", issuer="示例市司法局", valid_from=date(2024, 6, 1),
        valid_to=date(2029, 1, 1),
    )  # fmt: skip

    found = values(bureau)
    assert (found["officers_before"], found["officers_new"]) == (1, 0)


def test_hall_staff_never_count_as_officers(bureau, assistant):
    assistant.certificates.create(
        number="证-馆",
        issuer="示例市司法局",
        valid_from=date(2024, 1, 1),
        valid_to=date(2028, 1, 1),
    )

    found = values(bureau)
    assert (found["officers_before"], found["officers_new"]) == (0, 0)


@pytest.mark.parametrize(("state", "counted"), [("nominated", 0), ("declined", 0), ("decided", 1)])
def test_an_exemplary_unit_counts_once_it_is_decided(maker, state, counted):
    maker.exemplary(maker.check(), state)

    assert values(maker.bureau)["exemplary_units"] == counted


def test_a_unit_that_is_exemplary_twice_is_one_unit(maker):
    check = maker.check()
    maker.exemplary(check)
    maker.exemplary(maker.check(unit=check.unit))

    assert values(maker.bureau)["exemplary_units"] == 1


@pytest.mark.parametrize(("state", "counted"), [("draft", 0), ("submitted", 0), ("approved", 3)])
def test_a_plan_counts_once_it_is_approved(maker, state, counted):
    maker.plan(3, 0, state)

    assert values(maker.bureau)["plan_items"] == counted


def test_an_interview_counts_once_it_is_held(maker):
    maker.interview(maker.check(), "notified")

    assert values(maker.bureau)["interviews"] == 0


def test_the_number_of_queries_does_not_grow_with_the_records(
    maker, django_assert_num_queries, django_assert_max_num_queries
):
    random_year(maker, 6)
    with django_assert_max_num_queries(24) as first:
        figures(maker.bureau, 2024)
    for _ in range(3):
        maker.observer(maker.check())

    with django_assert_num_queries(len(first)):
        figures(maker.bureau, 2024)


def test_frozen_figures_come_back_as_they_were(maker):
    random_year(maker, 7)
    found = figures(maker.bureau, 2024)

    assert from_data([figure.as_data() for figure in found], 2024) == found


def test_records_of_every_kind_stay_in_their_bureau(maker, clerk):
    random_year(maker, 8)
    maker.past_check()
    found = figures(maker.bureau, 2024)

    named = {name.split(":")[0] for figure in found for name in figure.record_ids}
    assert named == set(KINDS)
    assert [lines(figure.record_ids, clerk) for figure in found] == [[] for _ in found]
