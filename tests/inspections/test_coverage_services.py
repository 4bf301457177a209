"""Rules begin and end on a day, with a source; the past is not rewritten."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.models import CoverageRule, Finding, Inspection, Lead, PlanItem
from inspections.queries import coverage as queries
from inspections.services import coverage
from tests import factories
from tests.inspections import arranging
from tests.inspections.ruling import SINCE, make_cap, make_rule, stated

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


# What the gauges are fed with


def facts_of(user, year=2026):
    return queries.situation(user, year, TODAY)


def test_units_say_what_they_belong_to(clerk, bureau, other_bureau):
    factories.make_unit(bureau, "甲公司", Party.Kind.PRIVATE_ENTERPRISE, is_key_monitored=True)
    factories.make_unit(bureau, "撤销的街道", state="closed")
    factories.make_unit(other_bureau, "别区街道")
    (unit,) = facts_of(clerk).units
    assert unit.populations == {"all", "enterprise", "private_enterprise", "key"}
    assert unit.spared


def test_before_the_policy_no_enterprise_was_spared(clerk, bureau):
    factories.make_unit(bureau, "甲公司", Party.Kind.PRIVATE_ENTERPRISE)
    assert [unit.spared for unit in facts_of(clerk, 2024).units] == [False]


def test_a_tip_or_a_hazard_brings_a_unit_to_the_front(clerk, officer, bureau):
    tip, hazard, dropped = (factories.make_unit(bureau, name) for name in "甲乙丙")
    for unit, state in ((tip, "open"), (dropped, "dropped")):
        Lead.objects.create(
            bureau=bureau, party=unit.party, source="tip", text="反映", received_on=TODAY,
            registered_by=officer, state=state,
        )  # fmt: skip
    visit = arranging.draft_visit(officer, hazard)
    Inspection.objects.filter(pk=visit.pk).update(state="rectifying")
    for severity, place in (("A", 1), ("B", 2)):
        Finding.objects.create(
            inspection=visit, position=place, text="问题", requirement="", basis="",
            severity=severity,
        )  # fmt: skip
    assert {unit.name: unit.urgent for unit in facts_of(clerk).units} == {
        "甲": "有线索（投诉举报）",
        "乙": "有隐患没有整改到位",
        "丙": "",
    }
    Finding.objects.filter(severity="A").update(state="accepted")
    assert {unit.name for unit in facts_of(clerk).units if unit.urgent} == {"甲"}


def test_visits_and_open_items_of_the_year_are_counted_once(clerk, head, officer, bureau, unit):
    other = factories.make_unit(bureau, "示例街道二")
    plan = arranging.make_approved_plan(clerk, head, unit, other)
    item = PlanItem.objects.get(plan=plan, unit=unit)
    visit = arranging.draft_visit(officer, unit, plan_item=item)
    found = queries.situation(clerk, 2024, arranging.ON).visits
    assert [(row.unit, row.stage, row.needs_team) for row in found] == [
        (unit.pk, "arranged", True),
        (other.pk, "planned", True),
    ]
    Inspection.objects.filter(pk=visit.pk).update(state="recorded")
    assert queries.situation(clerk, 2024, arranging.ON).visits[0].stage == "done"
    Inspection.objects.filter(pk=visit.pk).update(state="cancelled")
    assert {row.stage for row in queries.situation(clerk, 2024, arranging.ON).visits} == {"planned"}
    Inspection.objects.filter(pk=visit.pk).update(state="unapproved")
    assert {row.stage for row in queries.situation(clerk, 2024, arranging.ON).visits} == {"planned"}
    PlanItem.objects.update(deviation="单位搬迁")
    assert queries.situation(clerk, 2024, arranging.ON).visits == ()


def test_an_enterprise_has_borne_an_unapproved_check_and_others_are_still_owed_one(
    clerk, officer, bureau, unit
):
    firm = factories.make_unit(bureau, "示例公司", Party.Kind.PRIVATE_ENTERPRISE)
    for place in (firm, unit):
        arranging.draft_visit(officer, place)
    Inspection.objects.update(state="unapproved")
    found = queries.situation(clerk, 2024, arranging.ON).visits
    assert [(row.unit, row.stage) for row in found] == [(firm.pk, "done")]


def test_a_look_back_is_no_check_of_its_own(clerk, officer, unit):
    visit = arranging.draft_visit(officer, unit)
    Inspection.objects.filter(pk=visit.pk).update(kind="look_back")
    assert queries.situation(clerk, 2024, arranging.ON).visits == ()


def test_the_lowest_ceiling_counts_and_others_do_not(clerk, bureau):
    for values in (
        {"unit_max": 3, "population": "enterprise"},
        {"unit_max": 2, "population": "state_enterprise"},
        {"unit_max": 1, "population": "key"},
        {"unit_max": 1, "population": "all", "kind": "special"},
    ):
        make_rule(clerk, on=TODAY, **values)
    found = queries.enterprise_cap(bureau, "state_enterprise", TODAY)
    assert found.unit_max == 2
    assert queries.enterprise_cap(bureau, "private_enterprise", TODAY).unit_max == 3
    assert queries.enterprise_cap(bureau, "township", TODAY) is None
    assert queries.enterprise_cap(bureau, "state_enterprise", date(2023, 1, 1)) is None


def test_the_samples_can_be_taken_as_they_are(clerk):
    for row in queries.samples():
        values = {name: value for name, value in row.items() if name != "code"}
        for name in CoverageRule.NUMBERS:
            if name in values:
                values[name] = int(values[name])
        make_rule(clerk, on=TODAY, **{"unit_min": None} | values)
    assert len(in_force(clerk, TODAY)) == len(queries.samples()) == 7
    assert make_cap(clerk, on=TODAY).is_law
