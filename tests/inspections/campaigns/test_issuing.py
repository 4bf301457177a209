"""起草, 登记, 下达, 结束: each guard with a lawful twin."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.models import Campaign
from inspections.services import campaign_decisions, campaigns
from tests import factories
from tests.inspections import campaigning, listing
from tests.inspections.campaigning import ON


def told(user) -> list[str]:
    return list(Message.objects.filter(recipient=user).values_list("text", flat=True))


def test_the_head_issues_what_the_planner_drafted(
    planner, director, public, bureau, clerk, head, officer
):
    campaign = campaigning.issued(planner, director, bureau)
    assert (campaign.state, campaign.issued_by, campaign.issued_on) == ("issued", director, ON)
    assert campaign.superior == "示例市档案局"
    assert "已下达" in told(head)[0] and "2026年7月10日前报送" in told(clerk)[0]
    assert told(officer) == []
    actions = AuditEntry.objects.filter(bureau_code="120100").values_list("action", flat=True)
    assert [name for name in actions.order_by("sequence") if name != "publish_list"] == [
        "draft_campaign", "submit", "issue",
    ]  # fmt: skip


def test_a_list_that_is_not_public_is_not_issued(planner, director, bureau):
    campaign = campaigning.drafted(planner, bureau)
    with pytest.raises(Refused, match="还没有公布，不能下达.*54号"):
        campaigns.submit_campaign(campaign, actor=planner, on=ON)
    campaigning.publish(planner)
    assert campaigns.submit_campaign(campaign, actor=planner, on=ON).state == "submitted"


def test_the_publication_of_a_bureau_below_does_not_count(planner, bureau, clerk):
    campaigning.publish(clerk)
    with pytest.raises(Refused, match="还没有公布"):
        campaigning.submitted(planner, bureau)


@pytest.mark.parametrize("which", ["stranger", "itself", "above"])
def test_only_bureaux_below_take_part(planner, bureau, superior, which):
    outside = {
        "stranger": lambda: factories.make_bureau("外市档案局", "130100"),
        "itself": lambda: superior,
        "above": lambda: factories.make_bureau("示例省档案局", "120000"),
    }[which]()
    with pytest.raises(Refused, match=f"{outside}不是示例市档案局的下级档案主管部门"):
        campaigning.drafted(planner, bureau, outside)
    assert not Campaign.objects.exists()


def test_a_bureau_two_steps_below_takes_part(planner, bureau):
    lower = factories.make_bureau("示例镇档案室", "120110001", parent=bureau)
    campaign = campaigning.drafted(planner, lower)
    assert campaign.participants.get().bureau == lower


def test_nobody_below_nothing_to_issue(planner):
    with pytest.raises(Refused, match="还没有选择参加机关"):
        campaigning.drafted(planner)


def test_days_stand_in_order(planner, bureau):
    wrong = {"due_on": campaigning.REPORTS_FROM - timedelta(days=1)}
    with pytest.raises(ValidationError, match="报送开始不能晚于报送截止"):
        campaigning.drafted(planner, bureau, **wrong)
    assert campaigning.drafted(planner, bureau, due_on=campaigning.REPORTS_FROM).pk


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"selection": "every"}, "请选择单位性质"),
        ({"selection": "number"}, "至少检查几个单位"),
        ({"questions": ["问" * 101]}, "太长"),
        ({"questions": [f"问题{place}" for place in range(21)]}, "最多 20 项"),
    ],
)
def test_what_is_asked_is_whole(planner, bureau, wrong, why):
    with pytest.raises(ValidationError, match=why):
        campaigning.drafted(planner, bureau, **wrong)


def test_questions_are_asked_once_and_empty_lines_left_out(planner, bureau):
    campaign = campaigning.drafted(planner, bureau, questions=["做法", " ", "做法 ", "建议"])
    assert campaign.questions == ["做法", "建议"]


def test_a_list_of_another_bureau_or_a_draft_is_not_taken(planner, director, bureau):
    foreign = listing.taken(factories.make_user("c2", "clerk", "backfiller", bureau=bureau))
    with pytest.raises(Refused, match="不是本机关已采用的清单"):
        campaigning.drafted(planner, bureau, checklist=foreign)
    late = factories.make_user("planner2", "clerk", "backfiller", bureau=planner.bureau)
    own = listing.adopted(listing.taken(late, "市级清单"), late, director)
    assert campaigning.drafted(planner, bureau, checklist=own).checklist == own


def test_a_list_that_ends_before_is_refused(planner, public, bureau):
    checklist = public.checklist
    type(checklist).objects.filter(pk=checklist.pk).update(valid_to=ON)
    with pytest.raises(Refused, match="不适用，不能下达"):
        campaigning.submitted(planner, bureau)


@pytest.mark.parametrize("lost", ["participants", "list", "publication"])
def test_what_was_lost_since_is_noticed_when_it_is_issued(planner, director, public, bureau, lost):
    campaign = campaigning.submitted(planner, bureau)
    why = {
        "participants": "还没有选择参加机关",
        "list": "不适用，不能下达",
        "publication": "还没有公布",
    }[lost]
    if lost == "participants":
        campaign.participants.all().delete()
    elif lost == "list":
        type(public.checklist).objects.filter(pk=public.checklist_id).update(valid_to=ON)
    else:
        public.delete()
    with pytest.raises(Refused, match=why):
        campaign_decisions.issue_campaign(campaign, actor=director, on=ON)
