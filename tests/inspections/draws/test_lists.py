"""Who stands in the lists of a draw, who does not, and why."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from archives_enforcement.accounts.models import Certificate, Party
from archives_enforcement.workflow import Refused
from inspections.queries import draw_lists
from inspections.services import draw_exclusions
from tests import factories
from tests.inspections import arranging, holding, ruling
from units.models import Unit

pytestmark = pytest.mark.django_db


def names(entries):
    return [entry.public["name"] for entry in entries]


def firm(bureau, name="示例公司"):
    return factories.make_unit(bureau, name, Party.Kind.PRIVATE_ENTERPRISE)


def test_units_on_the_register_and_officers_of_the_bureau_stand_in_the_lists(
    lists, clerk, other_bureau
):
    factories.make_unit(other_bureau, "别区街道")
    factories.make_officer("elsewhere", other_bureau)
    Unit.objects.filter(party__name="示例街道五").update(state=Unit.State.CLOSED)
    found = draw_lists.lists(holding.prepared(clerk))
    assert sorted(names(found.units)) == sorted(f"示例街道{number}" for number in "一二三四")
    assert sorted(names(found.officers)) == ["officer", "second_officer", "third"]
    assert found.left_out == []


def test_the_order_is_nobodys_choice(lists, clerk, bureau):
    factories.make_unit(bureau, "上一个街道")
    found = draw_lists.lists(holding.prepared(clerk))
    assert names(found.units) == sorted(names(found.units))
    assert [entry.public["no"] for entry in found.units] == [1, 2, 3, 4, 5, 6]


def test_only_the_kinds_that_the_rule_names(lists, clerk, bureau):
    firm(bureau)
    draw = holding.prepared(clerk, kinds=[Party.Kind.PRIVATE_ENTERPRISE])
    assert names(draw_lists.lists(draw).units) == ["示例公司"]


def test_who_has_no_certificate_on_the_day_of_the_draw_is_left_out(lists, clerk):
    Certificate.objects.filter(user__username="third").update(valid_to="2026-11-21")
    found = draw_lists.lists(holding.prepared(clerk))
    assert names(found.officers) == ["officer", "second_officer"]
    assert found.left_out == [draw_lists.LeftOut("third", "抽取当天没有有效执法证件")]


def visited(unit, officer, year=2026):
    day = date(year, 4, 9)
    with holding.at(holding.PREPARED.replace(year=year, month=4, day=9)):
        return arranging.draft_visit(officer, unit, on=day, scheduled_on=day)


def test_an_enterprise_at_its_cap_is_left_out_with_the_reason(lists, clerk, bureau, officer):
    once, twice = firm(bureau), firm(bureau, "另一公司")
    for unit in (once, twice, twice):
        visited(unit, officer)
    ruling.make_cap(clerk, 2, on=holding.today())
    found = draw_lists.lists(holding.prepared(clerk))
    assert "示例公司" in names(found.units)
    assert [row.name for row in found.left_out] == ["另一公司"]
    assert "2 次，达到上限 2 次" in found.left_out[0].reason
    assert "54号" in found.left_out[0].reason


def test_without_a_rule_an_enterprise_is_drawn_once_a_year(lists, clerk, bureau, officer):
    visited(firm(bureau), officer)
    (gone,) = draw_lists.lists(holding.prepared(clerk)).left_out
    assert "1 次，达到上限 1 次" in gone.reason


def test_the_publication_lays_down_the_ceiling_of_that_day(lists, clerk):
    draw = holding.prepared(clerk)
    rule = ruling.make_cap(clerk, 3, on=holding.today())
    draw = holding.publish(draw, clerk)
    rule.unit_max = 2
    rule.save()
    assert (draw.lists["rule"]["enterprise_cap"], draw.enterprise_cap) == (3, 3)


@pytest.mark.parametrize("difference", ["cancelled", "last year", "no enterprise"])
def test_what_does_not_count_against_the_cap(lists, clerk, bureau, officer, difference):
    unit = lists[0][0] if difference == "no enterprise" else firm(bureau)
    year = 2025 if difference == "last year" else 2026
    visit = visited(unit, officer, year)
    if difference == "cancelled":
        type(visit).objects.filter(pk=visit.pk).update(state="cancelled")
    assert str(unit) in names(draw_lists.lists(holding.prepared(clerk)).units)


def test_a_natural_person_is_not_named(lists, clerk, bureau):
    factories.make_unit(bureau, "甲乙丙", Party.Kind.PERSON)
    found = names(draw_lists.lists(holding.prepared(clerk)).units)
    assert "甲某" in found
    assert "甲乙丙" not in found


def test_the_clerk_leaves_out_with_a_reason_and_takes_it_back(lists, clerk):
    draw, on = holding.prepared(clerk), holding.today()
    units, officers = lists
    row = draw_exclusions.exclude(draw, actor=clerk, on=on, unit=units[0], reason="库房搬迁")
    draw_exclusions.exclude(draw, actor=clerk, on=on, officer=officers[2], reason="请假")
    found = draw_lists.lists(draw)
    assert [(gone.name, gone.reason) for gone in found.left_out] == [
        ("示例街道一", "库房搬迁"),
        ("third", "请假"),
    ]
    draw_exclusions.include(row, actor=clerk, on=on)
    assert "示例街道一" in names(draw_lists.lists(draw).units)


def test_nobody_is_left_out_without_a_reason_twice_or_from_elsewhere(lists, clerk, other_bureau):
    draw, who = holding.prepared(clerk), {"actor": clerk, "on": holding.today()}
    unit = lists[0][0]
    with pytest.raises(Refused, match="原因"):
        draw_exclusions.exclude(draw, **who, unit=unit, reason=" ")
    with pytest.raises(Refused, match="名单里"):
        draw_exclusions.exclude(
            draw, **who, unit=factories.make_unit(other_bureau, "别区"), reason="无"
        )
    draw_exclusions.exclude(draw, **who, unit=unit, reason="库房搬迁")
    with pytest.raises(ValidationError):
        draw_exclusions.exclude(draw, **who, unit=unit, reason="库房搬迁")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"officer_count": 1}, "两名"), ({"unit_count": 0}, "1")],
)
def test_what_the_rule_must_say(clerk, wrong, words):
    with pytest.raises(ValidationError, match=words):
        holding.prepared(clerk, **wrong)
