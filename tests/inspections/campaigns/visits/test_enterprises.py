"""Visits for a campaign at enterprises: the ceiling and the published list."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from archives_enforcement.accounts.models import Party
from archives_enforcement.workflow import Refused
from inspections.models import Checklist
from inspections.services import checklists, publishing, visit_decisions
from tests import factories
from tests.inspections import arranging, campaigning, listing
from tests.inspections.campaigning import ON, VISIT
from tests.inspections.campaigns.visiting import arrange
from tests.inspections.ruling import make_cap


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
            visit_decisions.submit_inspection(visit, actor=officer, on=ON)
        publishing.publish_list(
            citys_list, actor=self.publisher(citys_list), on=ON, published_on=ON
        )
        assert visit_decisions.submit_inspection(visit, actor=officer, on=ON).state == "pending"

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
