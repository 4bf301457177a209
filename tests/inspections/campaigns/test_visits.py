"""Visits for a campaign: the superior's list, unit, kind, days; enterprises; plan items."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core.exceptions import ObjectDoesNotExist

from archives_enforcement.accounts.models import Party
from archives_enforcement.workflow import Refused
from inspections.models import Checklist, Plan
from inspections.services import (
    campaign_parts,
    campaigns,
    checklists,
    planning,
    publishing,
    recording,
    urgent,
    visits,
)
from tests import factories, sharing
from tests.inspections import arranging, campaigning, listing
from tests.inspections.campaigning import BEGINS, ENDS, ON, VISIT
from tests.inspections.ruling import make_cap


@pytest.fixture(scope="module")
def city(django_db_setup, django_db_blocker):
    """A campaign with a list of the superior's own, adopted and published."""
    with sharing.kept(django_db_blocker):
        with time_machine.travel(ON):
            stage = _issued()
        yield stage


def _issued() -> SimpleNamespace:
    superior = factories.make_bureau("示例市档案局", "120100")
    bureau = factories.make_bureau(parent=superior)
    neighbour = factories.make_bureau("邻区档案局", "120112", parent=superior)
    planner = factories.make_user("planner", "clerk", bureau=superior)
    director = factories.make_user("director", "head", "backfiller", bureau=superior)
    writer = factories.make_user("writer", "clerk", "backfiller", bureau=superior)
    citys_list = listing.adopted(listing.taken(writer, "市级专项清单"), writer, director)
    campaigning.publish(planner, citys_list)
    return SimpleNamespace(
        superior=superior,
        bureau=bureau,
        neighbour=neighbour,
        planner=planner,
        director=director,
        citys_list=citys_list,
        campaign=campaigning.issued(planner, director, bureau, neighbour, checklist=citys_list),
    )


def _of_city(name: str):
    @pytest.fixture(name=name)
    def member(city, db):
        return sharing.own(getattr(city, name))

    return member


superior, planner, director = map(_of_city, ("superior", "planner", "director"))
bureau, neighbour = map(_of_city, ("bureau", "neighbour"))
citys_list, campaign = map(_of_city, ("citys_list", "campaign"))


def arrange(officer, taken, **values):
    campaign = taken.participant.campaign
    asked = {"kind": "special", "checklist": campaign.checklist, "scheduled_on": VISIT, **values}
    return arranging.draft_visit(officer, taken.unit, on=ON, campaign=campaign, **asked)


def approved(visit, officer, second_officer, head):
    visit.team.create(user=officer, part="lead")
    visit.team.create(user=second_officer, part="officer")
    visits.submit_inspection(visit, actor=officer, on=ON)
    return visits.approve_inspection(visit, actor=head, on=ON)


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
    visits.cancel_inspection(first, actor=officer, on=ON, note="改期")
    assert arrange(officer, taken).pk


def test_a_unit_with_a_visit_is_not_dropped(officer, clerk, taken):
    arrange(officer, taken)
    with pytest.raises(Refused, match="已经安排检查，不能移除"):
        campaign_parts.remove_unit(taken, actor=clerk, on=ON)


def test_a_withdrawn_campaign_arranges_nothing(officer, taken, campaign, director):
    visit = arrange(officer, taken)
    campaigns.withdraw_campaign(campaign, actor=director, on=ON, note="上级调整")
    taken.participant.campaign.refresh_from_db()
    visits.cancel_inspection(visit, actor=officer, on=ON, note="已撤回")
    with pytest.raises(Refused, match="状态是“已撤回”"):
        arrange(officer, taken)


def test_what_is_withdrawn_is_not_submitted_approved_or_begun(
    officer, second_officer, head, taken, campaign, director, bureau, clerk
):
    """A check of the bureau's own, approved on the same day, goes on."""
    visit = arrange(officer, taken)
    visit.team.create(user=officer, part="lead")
    visit.team.create(user=second_officer, part="officer")
    campaigns.withdraw_campaign(campaign, actor=director, on=ON, note="上级调整")
    with pytest.raises(Refused, match="2026年3月2日撤回，不能再按它检查"):
        visits.submit_inspection(visit, actor=officer, on=ON)
    for state, step in (
        ("pending", lambda: visits.approve_inspection(visit, actor=head, on=ON)),
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
    campaigns.withdraw_campaign(campaign, actor=director, on=ON, note="上级调整")
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


class TestEnterprises:
    @pytest.fixture
    def firm(self, bureau):
        return factories.make_unit(bureau, "示例公司", Party.Kind.PRIVATE_ENTERPRISE)

    @pytest.fixture
    def firm_taken(self, part, clerk, firm):
        (row,) = campaigning.take(part, clerk, firm)
        return row

    def test_the_superiors_publication_counts(
        self, officer, second_officer, head, firm_taken, citys_list
    ):
        visit = arrange(officer, firm_taken)
        citys_list.publications.all().delete()
        visit.team.create(user=officer, part="lead")
        visit.team.create(user=second_officer, part="officer")
        with pytest.raises(Refused, match="还没有公布，不能据以检查企业.*54号"):
            visits.submit_inspection(visit, actor=officer, on=ON)
        publishing.publish_list(
            citys_list, actor=self.publisher(citys_list), on=ON, published_on=ON
        )
        assert visits.submit_inspection(visit, actor=officer, on=ON).state == "pending"

    @staticmethod
    def publisher(checklist):
        return factories.make_user("publisher", "clerk", bureau=checklist.bureau)

    def test_it_is_beyond_the_yearly_ceiling(self, officer, clerk, firm, firm_taken):
        make_cap(clerk, on=ON)
        arranging.draft_visit(officer, firm, on=ON, scheduled_on=VISIT)
        with pytest.raises(Refused, match="达到上限"):
            arranging.draft_visit(officer, firm, on=ON, kind="special", scheduled_on=VISIT)
        assert arrange(officer, firm_taken).cap_exception == "superior"


class TestLists:
    def test_a_superiors_list_is_read_and_not_changed(self, campaign, citys_list, clerk):
        assert Checklist.objects.visible_to(clerk).filter(pk=citys_list.pk).exists()
        with pytest.raises(ObjectDoesNotExist):
            checklists.rename(citys_list, actor=clerk, on=ON, name="改名", source="")
        with pytest.raises(Refused, match="由示例市档案局公布"):
            campaigning.publish(clerk, citys_list)

    def test_it_may_be_copied(self, citys_list, clerk):
        writer = factories.make_user("copier", "clerk", "backfiller", bureau=clerk.bureau)
        assert listing.version(writer, "区级清单", citys_list).bureau == clerk.bureau

    def test_drafts_above_and_lists_of_neighbours_stay_hidden(self, planner, clerk, neighbour):
        writer = factories.make_user("writer2", "clerk", "backfiller", bureau=planner.bureau)
        foreign = factories.make_user("writer3", "clerk", "backfiller", bureau=neighbour)
        chief = factories.make_user("chief3", "head", "backfiller", bureau=neighbour)
        hidden = [
            listing.taken(writer, "市级草稿"),
            listing.submitted(listing.taken(writer, "市级待采用"), writer),
            listing.adopted(listing.taken(foreign, "邻区清单"), foreign, chief),
        ]
        seen = set(Checklist.objects.visible_to(clerk))
        assert not seen & set(hidden)

    def test_nobody_above_reads_the_lists_below(self, planner, clerk, head):
        writer = factories.make_user("below", "clerk", "backfiller", bureau=clerk.bureau)
        own = listing.adopted(listing.taken(writer, "区级清单"), writer, head)
        assert own not in Checklist.objects.visible_to(planner)


class TestPlans:
    @pytest.fixture
    def plan(self, clerk):
        return planning.create_plan(actor=clerk, on=ON, year=2026, title="2026年计划")

    def put(self, plan, clerk, campaign, *units, **values):
        asked = {"kind": "special", "month": 4, "checklist": campaign.checklist, **values}
        return planning.add_items(plan, actor=clerk, on=ON, units=units, campaign=campaign, **asked)

    def test_an_item_names_the_campaign_and_so_does_its_visit(
        self, plan, clerk, officer, campaign, taken, unit, citys_list
    ):
        (item,) = self.put(plan, clerk, campaign, unit)
        Plan.objects.update(state="approved")
        item.plan.refresh_from_db()
        visit = arranging.draft_visit(
            officer, unit, on=ON, kind="special", checklist=citys_list, plan_item=item,
            scheduled_on=VISIT,
        )  # fmt: skip
        assert visit.campaign == campaign

    @pytest.mark.parametrize("wrong", [{"kind": "daily"}, {"month": 2}, {"month": 7}])
    def test_it_follows_what_was_asked(self, plan, clerk, campaign, taken, unit, wrong):
        with pytest.raises(Refused):
            self.put(plan, clerk, campaign, unit, **wrong)

    def test_only_units_that_were_taken(self, plan, clerk, campaign, taken, bureau):
        with pytest.raises(Refused, match="不在本机关为"):
            self.put(plan, clerk, campaign, factories.make_unit(bureau, "示例街道二"))

    def test_the_superiors_list_stands_on_no_other_item(self, plan, clerk, campaign, taken, unit):
        with pytest.raises(Refused, match="不适用，请改选"):
            planning.add_items(
                plan, actor=clerk, on=ON, units=[unit], kind="special", month=4,
                checklist=campaign.checklist,
            )  # fmt: skip

    def test_its_deviation_needs_no_reason(self, plan, clerk, campaign, taken, unit, bureau):
        other = factories.make_unit(bureau, "示例街道二")
        self.put(plan, clerk, campaign, unit)
        (ordinary,) = planning.add_items(
            plan, actor=clerk, on=ON, units=[other], kind="daily", month=4,
            checklist=arranging.checklist(),
        )  # fmt: skip
        Plan.objects.update(state="published")
        plan.refresh_from_db()
        with pytest.raises(Refused, match="还有 1 个项目没有完成"):
            planning.close_plan(plan, actor=clerk, on=ON, deviations={})
        reasons = {ordinary.pk: "库房搬迁"}
        assert planning.close_plan(plan, actor=clerk, on=ON, deviations=reasons).state == "closed"
