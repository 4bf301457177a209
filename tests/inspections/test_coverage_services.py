"""Rules begin and end on a day, with a source; the past is not rewritten."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.models import CoverageRule
from inspections.queries import coverage as queries
from inspections.services import coverage
from tests import factories
from tests.inspections.ruling import SINCE, make_rule, stated

pytestmark = pytest.mark.django_db


TODAY = date(2026, 5, 6)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY)


def in_force(user, day):
    return [rule.in_words for rule in queries.in_force(user, day)]


def test_a_rule_is_set_with_its_source_and_leaves_a_trace(clerk):
    rule = make_rule(clerk, on=TODAY, unit_min=1)
    entry = AuditEntry.objects.about(rule).get()
    assert (entry.action, entry.details["source"]) == ("set_rule", rule.source)
    assert (rule.is_law, rule.in_words) == (False, "每单位每年不少于1次")


@pytest.mark.parametrize("person", ["clerk", "head"])
def test_whoever_plans_sets_rules(request, person):
    assert make_rule(request.getfixturevalue(person), on=TODAY).pk


@pytest.mark.parametrize("person", ["officer", "reviewer"])
def test_nobody_else_does(request, person):
    with pytest.raises(PermissionDenied):
        make_rule(request.getfixturevalue(person), on=TODAY)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"unit_min": None}, "至少填写一个"),
        ({"min_share": 20, "max_share": 10}, "不能高于比例上限"),
        ({"unit_min": 3, "unit_max": 2}, "不能高于上限"),
        ({"min_share": 101}, "100"),
        ({"unit_max": 0}, "1"),
        ({"kind": "random", "unit_min": 1}, "只能规定比例"),
        ({"source": " "}, "依据"),
        ({"population": "moon"}, "moon"),
    ],
)
def test_a_rule_that_cannot_be_read_is_refused(clerk, wrong, words):
    with pytest.raises(ValidationError, match=words):
        make_rule(clerk, on=TODAY, **wrong)
    assert not CoverageRule.objects.exists()


def test_a_change_begins_a_new_rule_and_leaves_the_past(clerk, head):
    old = make_rule(clerk, on=TODAY, unit_min=1)
    new = coverage.replace_rule(
        old, actor=head, on=TODAY, **stated(unit_min=2, effective_from=date(2026, 7, 1))
    )
    assert in_force(clerk, date(2026, 6, 30)) == ["每单位每年不少于1次"]
    assert in_force(clerk, date(2026, 7, 1)) == ["每单位每年不少于2次"]
    assert "代替2024年1月1日起" in AuditEntry.objects.about(new).get().note


def test_a_change_does_not_reach_back(clerk):
    old = make_rule(clerk, on=TODAY)
    with pytest.raises(Refused, match="不能早于今天"):
        coverage.replace_rule(old, actor=clerk, on=TODAY, **stated(effective_from=SINCE))
    coverage.replace_rule(old, actor=clerk, on=TODAY, **stated(effective_from=TODAY))
    assert len(in_force(clerk, TODAY)) == 1


def test_a_rule_ends_after_its_last_day_with_a_reason(clerk):
    rule = make_rule(clerk, on=TODAY)
    with pytest.raises(Refused, match="原因"):
        coverage.end_rule(rule, actor=clerk, on=TODAY, last_day=TODAY, note=" ")
    with pytest.raises(Refused, match="不能早于今天"):
        coverage.end_rule(
            rule, actor=clerk, on=TODAY, last_day=TODAY - timedelta(days=1), note="废止"
        )
    coverage.end_rule(rule, actor=clerk, on=TODAY, last_day=TODAY, note="文件废止")
    assert len(in_force(clerk, TODAY)) == 1
    assert in_force(clerk, TODAY + timedelta(days=1)) == []


def test_what_has_ended_is_not_touched_again(clerk):
    rule = make_rule(clerk, on=TODAY)
    coverage.end_rule(rule, actor=clerk, on=TODAY, last_day=TODAY, note="文件废止")
    with pytest.raises(Refused, match="不能再改"):
        coverage.replace_rule(rule, actor=clerk, on=TODAY, **stated(effective_from=TODAY))
    with pytest.raises(Refused, match="不能再改"):
        coverage.end_rule(rule, actor=clerk, on=TODAY, last_day=TODAY, note="再次")


def test_another_bureau_has_its_own_rules(clerk, other_bureau):
    rule = make_rule(clerk, on=TODAY)
    foreign = factories.make_user("foreign", "clerk", bureau=other_bureau)
    assert queries.in_force(foreign, TODAY) == []
    with pytest.raises(ObjectDoesNotExist):
        coverage.end_rule(rule, actor=foreign, on=TODAY, last_day=TODAY, note="越权")


@pytest.mark.parametrize(
    ("year", "day"), [(2025, date(2025, 12, 31)), (2026, TODAY), (2027, date(2027, 1, 1))]
)
def test_a_year_is_measured_by_the_rules_of_its_nearest_day(year, day):
    assert queries.standing_on(year, TODAY) == day
