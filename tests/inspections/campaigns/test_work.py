"""What a campaign asks of each side, on the desk and on the first page."""

from datetime import timedelta

from django.urls import reverse

from inspections.queries.campaign_work import work_for_campaigns
from inspections.services import campaign_decisions, campaign_parts, campaigns
from tests import factories
from tests.inspections import campaigning
from tests.inspections.campaigning import DUE, ON, REPORTS_FROM


def page(name, *args):
    return reverse(f"inspections:{name}", args=args)


class TestWork:
    def words(self, user, today=ON):
        user = type(user).objects.get(pk=user.pk)
        return [item.text for item in work_for_campaigns(user, today)]

    def test_the_head_issues(self, planner, director, public, bureau):
        campaigning.submitted(planner, bureau)
        assert self.words(director) == ["下达2026年档案安全专项检查"]
        assert self.words(planner) == []

    def test_a_draft_that_came_back_is_its_drafters_to_put_right(
        self, planner, director, public, bureau, superior
    ):
        other = factories.make_user("other_planner", "clerk", bureau=superior)
        campaign = campaigning.submitted(planner, bureau)
        campaign_decisions.return_campaign(campaign, actor=director, on=ON, note="清单选错了")
        assert self.words(planner) == ["修改退回的2026年档案安全专项检查"]
        assert self.words(director) == self.words(other) == []
        campaigns.submit_campaign(campaign, actor=planner, on=ON)
        assert self.words(planner) == []

    def test_below_the_clerk_reports_and_the_head_signs(self, part, clerk, head, taken, officer):
        assert self.words(clerk) == ["办理并报送2026年档案安全专项检查"]
        assert self.words(head) == self.words(officer) == []
        campaigning.handed_in(part, clerk, on=ON)
        assert self.words(clerk) == []
        assert self.words(head) == ["签发2026年档案安全专项检查的报送表"]

    def test_above_what_came_is_read_and_what_is_late_is_asked_for(
        self, sent, planner, neighbour, clerk
    ):
        late = DUE + timedelta(days=1)
        assert self.words(planner, REPORTS_FROM) == [
            "审阅示例区档案局的报送表：2026年档案安全专项检查"
        ]
        assert len(self.words(planner, late)) == 2
        campaign_parts.send_back(sent, actor=planner, on=REPORTS_FROM, note="补充")
        assert self.words(clerk) == ["改正退回的报送表：2026年档案安全专项检查"]


def test_who_has_still_to_report_is_led_to_his_part(client, part, clerk):
    client.force_login(clerk)
    page = client.get(part.campaign.get_absolute_url()).text
    assert "请点上面的“办理报送”" in page and "现在没有要您办理的事" not in page
    type(part).objects.filter(pk=part.pk).update(state="sent")
    page = client.get(part.campaign.get_absolute_url()).text
    assert "请点上面的“办理报送”" not in page and "现在没有要您办理的事" in page
