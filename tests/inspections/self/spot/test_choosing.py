"""实地抽查: the ceiling, the half that is chosen and the half that is drawn."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from archives_enforcement.workflow import Refused
from inspections.queries import draw_lists, spot_checks
from inspections.services import draws as lots
from inspections.services import plan_items
from inspections.services import spot_checks as services
from tests import factories
from tests.inspections import arranging, holding
from tests.inspections.self.spotting import rule_of
from tests.inspections.self_inspecting import FILED, report_of

SEEN = date(2026, 8, 6)


def listed(plan):
    return {"plan": plan, "kind": "daily", "month": 9, "checklist": arranging.checklist()}


def choose(asked, clerk, plan, *reports):
    return services.choose(asked, reports, actor=clerk, on=FILED, **listed(plan))


def draw_settings(**values):
    return {**{key: value for key, value in holding.SETTINGS.items() if key != "kinds"}, **values}


@pytest.mark.parametrize("percent, most, half", [(10, 1, 0), (19, 1, 0), (29, 2, 1), (40, 4, 2)])
def test_the_ceiling_is_never_rounded_up(reported, head, percent, most, half):
    reported.rule = rule_of(head, percent)
    assert (spot_checks.most(reported), spot_checks.most_chosen(reported)) == (most, half)


def test_who_is_chosen_stands_on_the_plan_with_the_reasons(reported, clerk, plan, unit):
    (pick,) = choose(reported, clerk, plan, report_of(reported, unit))
    assert (pick.plan_item.plan, pick.plan_item.unit, pick.plan_item.month) == (plan, unit, 9)
    assert len(pick.reasons) == 1
    with pytest.raises(Refused, match="自查实地抽查选取的，不能移除"):
        plan_items.remove_item(pick.plan_item, actor=clerk, on=FILED)


def test_only_contradiction_lets_anybody_be_chosen(reported, clerk, plan):
    calm = reported.reports.get(unit__party__name="示例街道02")
    with pytest.raises(Refused, match="有矛盾"):
        choose(reported, clerk, plan, calm)


def test_no_more_than_half_is_chosen(reported, clerk, plan, unit, head):
    reported.rule = rule_of(head, 10)
    reported.save()
    with pytest.raises(Refused, match="不超过一半（0 个）"):
        choose(reported, clerk, plan, report_of(reported, unit))


def test_the_draw_takes_what_is_left_among_those_who_reported(
    reported, clerk, plan, unit, bureau, officer, second_officer
):
    choose(reported, clerk, plan, report_of(reported, unit))
    silent = factories.make_unit(bureau, "没有报送的街道")
    with pytest.raises(ValidationError, match="随机抽取还能抽 3 个"):
        services.prepare_draw(reported, actor=clerk, on=FILED, **draw_settings(unit_count=4))
    draw = services.prepare_draw(reported, actor=clerk, on=FILED, **draw_settings(unit_count=3))
    names = {entry.public["name"] for entry in draw_lists.lists(draw).units}
    assert len(names) == 9 and not names & {str(unit), str(silent)}
    frozen = draw_lists.freeze(draw)["frozen"]
    assert "2025年度档案工作情况自查中已经报送的单位" in frozen
    with pytest.raises(ValidationError, match="还能抽 0 个"):
        services.prepare_draw(reported, actor=clerk, on=FILED, **draw_settings(unit_count=1))


def test_a_draw_raised_beyond_the_ceiling_is_not_published(
    reported, clerk, officer, second_officer
):
    with holding.at(holding.PREPARED):
        on = holding.PREPARED.date()
        draw = services.prepare_draw(reported, actor=clerk, on=on, **draw_settings(unit_count=4))
        lots.revise(draw, actor=clerk, on=on, kinds=[], **draw_settings(unit_count=5))
        with pytest.raises(Refused, match="一共 4 个，随机抽取还能抽 4 个，现在填的是 5 个"):
            lots.publish(draw, actor=clerk, on=on)
        lots.revise(draw, actor=clerk, on=on, kinds=[], **draw_settings(unit_count=4))
        assert lots.publish(draw, actor=clerk, on=on).state == "published"


def test_a_redraw_stays_a_draw_of_the_round(reported, clerk, head, officer, second_officer):
    with holding.at(holding.PREPARED):
        on = holding.PREPARED.date()
        draw = services.prepare_draw(reported, actor=clerk, on=on, **draw_settings(unit_count=4))
        lots.publish(draw, actor=clerk, on=on)
        again = lots.redraw(draw, actor=head, on=on, reason="名单有误")
    assert spot_checks.of_draw(again) == reported
    assert spot_checks.left_to_draw(reported, again) == 4
