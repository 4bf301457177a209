"""Which group of units a rule of coverage means."""

from datetime import date

import pytest

from archives_enforcement.accounts.models import Party
from inspections.models import CoverageRule, Finding, Inspection, Lead, PlanItem
from inspections.queries import coverage as queries
from tests import factories
from tests.inspections import arranging
from tests.inspections.ruling import make_cap, make_rule

TODAY = date(2026, 5, 6)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY)


def in_force(user, day):
    return [rule.in_words for rule in queries.in_force(user, day)]


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
