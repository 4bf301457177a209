"""Visits for a campaign that stand on the plan of the bureau."""

import pytest

from archives_enforcement.workflow import Refused
from inspections.models import Plan
from inspections.services import plan_items, planning
from tests import factories
from tests.inspections import arranging
from tests.inspections.campaigning import ON, VISIT


class TestPlans:
    @pytest.fixture
    def plan(self, clerk):
        return planning.create_plan(actor=clerk, on=ON, year=2026, title="2026年计划")

    def put(self, plan, clerk, campaign, *units, **values):
        asked = {"kind": "special", "month": 4, "checklist": campaign.checklist, **values}
        return plan_items.add_items(
            plan, actor=clerk, on=ON, units=units, campaign=campaign, **asked
        )

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
            plan_items.add_items(
                plan, actor=clerk, on=ON, units=[unit], kind="special", month=4,
                checklist=campaign.checklist,
            )  # fmt: skip

    def test_its_deviation_needs_no_reason(self, plan, clerk, campaign, taken, unit, bureau):
        other = factories.make_unit(bureau, "示例街道二")
        self.put(plan, clerk, campaign, unit)
        (ordinary,) = plan_items.add_items(
            plan, actor=clerk, on=ON, units=[other], kind="daily", month=4,
            checklist=arranging.checklist(),
        )  # fmt: skip
        Plan.objects.update(state="published")
        plan.refresh_from_db()
        with pytest.raises(Refused, match="还有 1 个项目没有完成"):
            planning.close_plan(plan, actor=clerk, on=ON, deviations={})
        reasons = {ordinary.pk: "库房搬迁"}
        assert planning.close_plan(plan, actor=clerk, on=ON, deviations=reasons).state == "closed"
