"""年度自查: whom the rule binds, by when, and each guard with its lawful twin."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from archives_enforcement.accounts.models import Party
from archives_enforcement.workdays.deadlines import for_subject
from archives_enforcement.workflow import Refused
from inspections.queries.unit_card import open_matters
from inspections.services import self_inspection as rounds
from inspections.services import self_rules
from tests import factories
from tests.inspections import self_inspecting as self_
from tests.inspections.self_inspecting import DUE, FILED, LATE, OPENED, report_of

BOUND = {  # kind of the party → whether 条例第四十五条 binds it (law.md §0.3(21))
    "organ": True, "mass_organization": True, "institution": True, "state_enterprise": True,
    "private_enterprise": False, "archives": True, "service_enterprise": False, "township": True,
    "village": False, "social_organization": False, "person": False,
}  # fmt: skip


def test_the_law_binds_these_and_no_others(bureau, clerk):
    assert BOUND.keys() == set(Party.Kind.values)
    for kind in BOUND:
        factories.make_unit(bureau, f"单位-{kind}", kind)
    asked = self_.prepared(clerk)
    kinds = set(asked.reports.values_list("unit__party__kind", flat=True))
    assert kinds == {kind for kind, bound in BOUND.items() if bound}
    assert set(asked.reports.values_list("bound", flat=True)) == {True}


def test_the_local_rule_asks_only_those_on_the_roll(clerk, unit, school):
    school.listings.create(roll="backup", since=date(2025, 1, 1))
    rule = self_.rule("列入登记备份名册的报送义务人")
    assert rule.mark == "LOCAL" and self_.rule().mark == "V"
    asked = self_.prepared(clerk, rule=rule)
    assert [row.unit for row in asked.reports.all()] == [school]


def test_report_year_and_due_day_are_kept_apart(asked, unit):
    """A report on 2025 is due on 30 September 2026 and summed up by 31 January 2027 (C09)."""
    clock = for_subject(report_of(asked, unit)).get()
    assert (asked.report_year, asked.due_on, clock.due_on) == (2025, DUE, DUE)
    assert (clock.code, clock.bound, clock.party) == ("D-I11", "unit", unit.party)
    assert for_subject(asked).get(code="D-I12").due_on == date(2027, 1, 31)


def test_a_bureau_s_own_day_goes_before_the_suggested_one(bureau, clerk, head, unit):
    bureau.localterm_set.create(
        code="D-I11", fixed_on="06-30", unit="fixed_date", effective_from=date(2025, 1, 1),
        source="工作制度",
    )  # fmt: skip
    assert self_.opened(clerk, head).due_on == date(2026, 6, 30)


def test_whoever_prepares_does_not_open(clerk, head, unit):
    factories.give(clerk, "open_selfinspection")
    asked = self_.prepared(clerk)
    with pytest.raises(Refused, match="机关负责人布置"):
        rounds.open_it(asked, actor=clerk, on=OPENED)
    assert rounds.open_it(asked, actor=head, on=OPENED).state == "open"


def test_a_clerk_cannot_open(clerk, unit):
    with pytest.raises(PermissionDenied):
        rounds.open_it(self_.prepared(clerk), actor=clerk, on=OPENED)


def test_nothing_is_opened_once_the_day_has_passed(clerk, head, unit, clock):
    asked = self_.prepared(clerk)
    clock.move_to(LATE)
    with pytest.raises(Refused, match="报送期限（2026年9月30日）已到"):
        rounds.open_it(asked, actor=head, on=LATE)


def test_nobody_bound_nothing_to_open(clerk, head, firm):
    asked = self_.prepared(clerk)
    with pytest.raises(Refused, match="没有单位需要报送"):
        rounds.open_it(asked, actor=head, on=OPENED)
    rounds.include(asked, actor=clerk, on=OPENED, units=[firm], reason="自愿报送")
    assert rounds.open_it(asked, actor=head, on=OPENED).state == "open"


def test_an_ended_rule_opens_nothing(clerk, head, unit, clock):
    rule = self_rules.set_rule(actor=head, on=OPENED, **_stated())
    asked = self_.prepared(clerk, on=OPENED, rule=rule)
    self_rules.end_rule(rule, actor=head, on=OPENED, last_day=OPENED, note="另定")
    clock.move_to(FILED)
    with pytest.raises(Refused, match="“本机关的规则”在2026年6月1日不适用"):
        rounds.open_it(asked, actor=head, on=FILED)
    rounds.revise(asked, actor=clerk, on=FILED, **self_.words())
    assert rounds.open_it(asked, actor=head, on=FILED).state == "open"


def _stated(**values) -> dict:
    return {
        "title": "本机关的规则", "kinds": ["township"], "roll": "", "basis": "工作制度",
        "mark": "LOCAL", "ceiling": 10, "ceiling_basis": "工作制度", "order_article": None,
        "effective_from": OPENED, **values,
    }  # fmt: skip


def test_a_unit_that_still_owes_its_report_has_an_open_matter(asked, clerk, unit, firm):
    assert open_matters(unit, clerk, OPENED) == ["1 份自查报告没有报送"]
    assert open_matters(firm, clerk, OPENED) == []


def test_one_round_a_year(clerk, unit):
    self_.prepared(clerk)
    with pytest.raises(ValidationError, match="已经有了"):
        self_.prepared(clerk)
    assert self_.prepared(clerk, report_year=2024).report_year == 2024
