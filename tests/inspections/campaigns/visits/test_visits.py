"""Visits for a campaign: the superior's list, unit, kind and days, and what a withdrawal stops."""

from datetime import date, timedelta

import pytest

from archives_enforcement.workflow import Refused
from inspections.services import (
    campaign_decisions,
    campaign_parts,
    recording,
    urgent,
    visit_decisions,
    visits,
)
from tests import factories
from tests.inspections import arranging, listing
from tests.inspections.campaigning import BEGINS, ENDS, ON, VISIT
from tests.inspections.campaigns.visiting import approved, arrange


def test_a_visit_is_held_by_the_superiors_list(
    officer, second_officer, head, taken, citys_list, clock
):
    visit = approved(arrange(officer, taken, unannounced="抽查"), officer, second_officer, head)
    clock.move_to(VISIT)
    started = recording.start(visit, actor=officer, on=VISIT, arrived_at=None)
    assert (started.checklist, started.campaign.name) == (citys_list, "2026年档案安全专项检查")
    assert started.reason == "示例市档案局部署的2026年档案安全专项检查（示市档〔2026〕5号）"


def test_without_the_campaign_the_superiors_list_is_not_used(officer, taken, unit, citys_list):
    with pytest.raises(Refused, match="不适用，请改选"):
        arranging.draft_visit(
            officer, unit, on=ON, kind="special", checklist=citys_list, scheduled_on=VISIT
        )
    with pytest.raises(Refused, match="统一使用“市级专项清单”"):
        arrange(officer, taken, checklist=arranging.checklist())


def test_only_units_that_were_taken(officer, taken, bureau):
    other = factories.make_unit(bureau, "示例街道二")
    taken.unit = other
    with pytest.raises(Refused, match="示例街道二不在本机关为"):
        arrange(officer, taken)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"kind": "daily"}, "请选择“专项检查”.*第四十二条"),
        ({"scheduled_on": BEGINS - timedelta(days=1)}, "不在专项检查的期间"),
        ({"scheduled_on": ENDS + timedelta(days=1)}, "不在专项检查的期间"),
    ],
)
def test_kind_and_days_are_those_of_the_campaign(officer, taken, wrong, why):
    with pytest.raises(Refused, match=why):
        arrange(officer, taken, **wrong)
    assert arrange(officer, taken, scheduled_on=ENDS).pk


def test_a_unit_is_visited_once(officer, taken):
    first = arrange(officer, taken)
    with pytest.raises(Refused, match="已经按.*安排过检查"):
        arrange(officer, taken)
    visit_decisions.cancel_inspection(first, actor=officer, on=ON, note="改期")
    assert arrange(officer, taken).pk


def test_a_unit_with_a_visit_is_not_dropped(officer, clerk, taken):
    arrange(officer, taken)
    with pytest.raises(Refused, match="已经安排检查，不能移除"):
        campaign_parts.remove_unit(taken, actor=clerk, on=ON)


def test_a_withdrawn_campaign_arranges_nothing(officer, taken, campaign, director):
    visit = arrange(officer, taken)
    campaign_decisions.withdraw_campaign(campaign, actor=director, on=ON, note="上级调整")
    taken.participant.campaign.refresh_from_db()
    visit_decisions.cancel_inspection(visit, actor=officer, on=ON, note="已撤回")
    with pytest.raises(Refused, match="状态是“已撤回”"):
        arrange(officer, taken)


def test_what_is_withdrawn_is_not_submitted_approved_or_begun(
    officer, second_officer, head, taken, campaign, director, bureau, clerk
):
    """A check of the bureau's own, approved on the same day, goes on."""
    visit = arrange(officer, taken)
    visit.team.create(user=officer, part="lead")
    visit.team.create(user=second_officer, part="officer")
    campaign_decisions.withdraw_campaign(campaign, actor=director, on=ON, note="上级调整")
    with pytest.raises(Refused, match="2026年3月2日撤回，不能再按它检查"):
        visit_decisions.submit_inspection(visit, actor=officer, on=ON)
    for state, step in (
        ("pending", lambda: visit_decisions.approve_inspection(visit, actor=head, on=ON)),
        ("approved", lambda: recording.start(visit, actor=officer, on=ON, arrived_at=None)),
    ):
        type(visit).objects.filter(pk=visit.pk).update(state=state, approved_on=ON)
        with pytest.raises(Refused, match="撤回，不能再按它检查"):
            step()
    own = arranging.draft_visit(officer, taken.unit, on=ON, kind="special", scheduled_on=VISIT)
    assert approved(own, officer, second_officer, head).state == "approved"


def test_an_urgent_visit_does_not_go_round_it(officer, second_officer, taken, campaign, director):
    visit = arrange(officer, taken, scheduled_on=BEGINS)
    visit.team.create(user=officer, part="lead")
    visit.team.create(user=second_officer, part="officer")
    campaign_decisions.withdraw_campaign(campaign, actor=director, on=ON, note="上级调整")
    with pytest.raises(Refused, match="撤回，不能再按它检查"):
        urgent.go_urgently(visit, actor=officer, on=ON, reason="险情", arrived_at=None)


def test_a_revised_visit_stays_within_the_campaign(officer, taken, citys_list):
    visit = arrange(officer, taken)
    asked = {"checklist": citys_list, "session": "morning", "place": ""}
    with pytest.raises(Refused, match="不在专项检查的期间"):
        visits.revise_inspection(
            visit, actor=officer, on=ON, scheduled_on=ENDS + timedelta(days=2), **asked
        )
    later = visits.revise_inspection(visit, actor=officer, on=ON, scheduled_on=ENDS, **asked)
    assert later.scheduled_on == ENDS


def test_an_own_new_version_does_not_move_it(officer, clerk, head, taken, unit):
    """The list of a campaign is settled above."""
    writer = factories.make_user("own-writer", "clerk", "backfiller", bureau=clerk.bureau)
    visit = arrange(officer, taken)
    daily = arranging.draft_visit(officer, unit, on=ON, scheduled_on=VISIT)
    own = listing.version(writer)
    listing.adopted(own, writer, head, valid_from=date(2026, 4, 1))
    visit.refresh_from_db()
    daily.refresh_from_db()
    assert (visit.checklist.name, daily.checklist) == ("市级专项清单", own)
