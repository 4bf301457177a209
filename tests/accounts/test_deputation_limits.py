"""代理（AB角）: whom nobody may name, for how long, and who may say so."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction

from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import Deputation
from archives_enforcement.workflow import Refused
from tests import factories
from tests.accounts.standing_in import FIRST, LAST, TODAY, name_deputy, qualify

DAY = timedelta(days=1)


def at_noon(day: date) -> str:
    return f"{day.isoformat()} 12:00+08:00"


@pytest.fixture(autouse=True)
def monday(time_machine):
    time_machine.move_to(at_noon(TODAY), tick=False)


# Which people.
def test_nobody_stands_in_for_himself(head):
    with pytest.raises(Refused, match="不能是本人"):
        name_deputy(head, head)


def test_a_colleague_of_the_same_bureau_stands_in(head, clerk, other_bureau):
    stranger = factories.make_user("stranger", "clerk", bureau=other_bureau)
    gone = factories.make_user("gone", "clerk", bureau=head.bureau, is_active=False)
    for person in (stranger, gone):
        with pytest.raises(Refused, match="不是本机关在岗的工作人员"):
            name_deputy(head, person)
    assert name_deputy(head, clerk).deputy == clerk


@pytest.mark.parametrize("roles", [("assistant",), ("administrator", "clerk"), ()])
def test_who_has_no_post_in_enforcement_stands_in_for_nobody(head, bureau, roles):
    person = factories.make_user("person", *roles, bureau=bureau)
    with pytest.raises(Refused, match="不能代理机关负责人"):
        name_deputy(head, person)


def test_who_holds_the_post_himself_needs_no_deputation(head, bureau):
    second = factories.make_user("second", "head", bureau=bureau)
    with pytest.raises(Refused, match="本来就是机关负责人"):
        name_deputy(head, second)


# Which days.
def test_a_deputation_is_not_made_for_days_gone_by(head, clerk):
    with pytest.raises(Refused, match="不能早于今天"):
        name_deputy(head, clerk, first_day=TODAY - DAY)
    assert name_deputy(head, clerk, first_day=TODAY).first_day == TODAY


def test_a_deputation_ends_no_sooner_than_it_begins(head, clerk):
    with pytest.raises(Refused, match="不能早于开始日期"):
        name_deputy(head, clerk, last_day=FIRST - DAY)
    assert name_deputy(head, clerk, last_day=FIRST).last_day == FIRST


def test_a_deputation_lasts_ninety_days_at_most(head, clerk):
    with pytest.raises(Refused, match="不超过90天"):
        name_deputy(head, clerk, last_day=FIRST + 90 * DAY)
    assert name_deputy(head, clerk, last_day=FIRST + 89 * DAY).pk


def test_a_reason_is_given(head, clerk):
    with pytest.raises(Refused, match="写明代理的原因"):
        name_deputy(head, clerk, reason=" ")


# No two at a time, and no chain.
@pytest.mark.parametrize(
    ("first", "last", "free"),
    [
        (FIRST - 3 * DAY, FIRST - DAY, True),
        (FIRST - 3 * DAY, FIRST, False),
        (LAST, LAST + DAY, False),
        (LAST + DAY, LAST + 2 * DAY, True),
        (FIRST + DAY, FIRST + DAY, False),
    ],
)
@pytest.mark.parametrize("who", ["the same", "another deputy"])
def test_one_deputy_for_a_post_at_a_time(head, clerk, officer, first, last, free, who):
    row = name_deputy(head, clerk)
    deputy = clerk if who == "the same" else officer
    if not free:
        with pytest.raises(Refused, match="不能重叠"):
            name_deputy(head, deputy, first_day=first, last_day=last)
        services.end_deputation(row, actor=head, on=TODAY, reason="改期")
    assert name_deputy(head, deputy, first_day=first, last_day=last).pk


def test_nobody_stands_in_for_two_heads_at_once(head, clerk, bureau):
    second = factories.make_user("second", "head", bureau=bureau)
    name_deputy(head, clerk)
    with pytest.raises(Refused, match="不能重叠"):
        name_deputy(second, clerk)


def test_there_is_no_chain(head, clerk, reviewer, officer):
    name_deputy(head, clerk)
    with pytest.raises(Refused, match="不能再由别人代理"):
        name_deputy(clerk, officer, "clerk")
    name_deputy(clerk, officer, "clerk", first_day=LAST + DAY, last_day=LAST + DAY)
    with pytest.raises(Refused, match="不能再由别人代理"):
        name_deputy(head, clerk, first_day=LAST + DAY, last_day=LAST + DAY)
    qualify(officer)
    assert name_deputy(reviewer, officer, "reviewer").pk


@pytest.mark.parametrize("wrong", ["days", "person"])
def test_the_database_refuses_what_cannot_be(head, clerk, wrong):
    row = Deputation(
        bureau=head.bureau,
        principal=head,
        deputy=head if wrong == "person" else clerk,
        role=Group.objects.get(name="机关负责人"),
        first_day=FIRST,
        last_day=FIRST - DAY if wrong == "days" else LAST,
        reason="出差",
        made_by=head,
        made_on=TODAY,
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
