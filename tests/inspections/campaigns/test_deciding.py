"""Who decides on a campaign, and what follows from it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.urls import reverse

from archives_enforcement.files.models import StoredFile
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.models import Campaign
from inspections.services import campaign_decisions, campaigns
from tests import factories
from tests.inspections import campaigning
from tests.inspections.campaigning import ON


def told(user) -> list[str]:
    return list(Message.objects.filter(recipient=user).values_list("text", flat=True))


def test_whoever_drafted_does_not_issue(planner, public, bureau):
    campaign = campaigning.submitted(planner, bureau)
    factories.give(planner, "issue_campaign")
    planner = type(planner).objects.get(pk=planner.pk)  # his rights are read anew
    with pytest.raises(Refused, match="起草人不能下达"):
        campaign_decisions.issue_campaign(campaign, actor=planner, on=ON)


def test_without_the_post_nobody_issues(planner, public, bureau):
    campaign = campaigning.submitted(planner, bureau)
    other = factories.make_user("planner3", "clerk", bureau=planner.bureau)
    with pytest.raises(PermissionDenied):
        campaign_decisions.issue_campaign(campaign, actor=other, on=ON)


def test_a_returned_campaign_is_changed_and_issued(planner, director, public, bureau, neighbour):
    campaign = campaigning.submitted(planner, bureau)
    with pytest.raises(Refused, match="请写明退回的原因"):
        campaign_decisions.return_campaign(campaign, actor=director, on=ON, note=" ")
    campaign_decisions.return_campaign(campaign, actor=director, on=ON, note="漏了邻区")
    assert "漏了邻区" in told(planner)[-1]
    campaigns.revise_campaign(
        campaign, actor=planner, on=ON, bureaus=[neighbour], **campaigning.words(name="改名")
    )
    campaign.refresh_from_db()
    assert (campaign.name, campaign.participants.get().bureau) == ("改名", neighbour)


def test_what_is_issued_stays_as_it_is(planner, campaign, bureau):
    with pytest.raises(Refused, match="已下达的请撤回后重新起草"):
        campaigns.revise_campaign(
            campaign, actor=planner, on=ON, bureaus=[bureau], **campaigning.words()
        )


def test_a_bureau_below_changes_nothing_of_it(campaign, clerk, head):
    for name, actor in (("close_campaign", head), ("withdraw_campaign", head)):
        with pytest.raises(ObjectDoesNotExist):
            getattr(campaign_decisions, name)(campaign, actor=actor, on=ON, note="结束")
    with pytest.raises(ObjectDoesNotExist):
        campaigns.revise_campaign(campaign, actor=clerk, on=ON, **campaigning.words())


def test_a_draft_is_nobodys_business_below(planner, bureau, clerk, public):
    draft = campaigning.drafted(planner, bureau)
    assert not Campaign.objects.visible_to(clerk).exists()
    campaigns.discard_campaign(draft, actor=planner, on=ON)
    assert not Campaign.objects.visible_to(clerk).exists()


def test_a_neighbour_that_does_not_take_part_sees_nothing(
    planner, director, public, bureau, neighbour
):
    campaigning.issued(planner, director, bureau)
    outside = factories.make_user("outside", "head", bureau=neighbour)
    assert not Campaign.objects.visible_to(outside).exists()


@pytest.mark.parametrize(
    ("step", "state"), [("close_campaign", "closed"), ("withdraw_campaign", "withdrawn")]
)
def test_ending_gives_its_reason_to_all(campaign, director, clerk, step, state):
    end = getattr(campaign_decisions, step)
    with pytest.raises(ValidationError, match="请写明"):
        end(campaign, actor=director, on=ON, note="")
    ended = end(campaign, actor=director, on=ON, note="上级调整部署")
    assert (ended.state, ended.ending, ended.ended_on) == (state, "上级调整部署", ON)
    assert "上级调整部署" in told(clerk)[-1]


LATER = campaigning.DUE + timedelta(days=20)


def extend(campaign, actor, **changed):
    asked = {"on": ON, "due_on": LATER, "note": "汛期推迟", **changed}
    return campaign_decisions.extend_campaign(campaign, actor=actor, **asked)


def test_the_last_day_is_moved_with_a_reason_and_all_are_told(campaign, director, planner, clerk):
    with pytest.raises(PermissionDenied):
        extend(campaign, planner)
    with pytest.raises(ValidationError, match="延长的理由"):
        extend(campaign, director, note=" ")
    with pytest.raises(ValidationError, match="应当晚于现在的2026年7月10日"):
        extend(campaign, director, due_on=campaigning.DUE)
    moved = extend(campaign, director)
    assert (moved.state, moved.due_on, moved.first_due_on) == ("issued", LATER, campaigning.DUE)
    assert told(clerk)[-1].endswith("的报送期限延长至2026年7月30日：汛期推迟")
    again = extend(moved, director, due_on=LATER + timedelta(days=1))
    assert again.first_due_on == campaigning.DUE


def test_it_is_moved_once_it_has_run_out_too_but_to_no_day_that_is_over(campaign, director, clock):
    today = LATER + timedelta(days=1)
    clock.move_to(today)
    with pytest.raises(ValidationError, match="已经过去"):
        extend(campaign, director, on=today)
    assert extend(campaign, director, on=today, due_on=today).due_on == today


def test_what_has_ended_or_is_anothers_is_not_moved(campaign, director, head):
    with pytest.raises(ObjectDoesNotExist):
        extend(campaign, head)
    campaign_decisions.close_campaign(campaign, actor=director, on=ON, note="结束")
    with pytest.raises(ValidationError, match="不能延长报送期限"):
        extend(campaign, director)


def test_the_page_moves_it_and_keeps_the_first_day(client, campaign, director):
    client.force_login(director)
    address = reverse("inspections:campaign-extend", args=[campaign.pk])
    assert address in client.get(campaign.get_absolute_url()).text
    client.post(address, {"due_on": LATER, "note": "汛期推迟", "on": ON})
    assert "已延长，原定2026年7月10日" in client.get(campaign.get_absolute_url()).text


def test_a_bureau_enters_what_a_superior_outside_asked(clerk, head, bureau):
    campaign = campaigning.entered(clerk, head)
    assert (campaign.superior, campaign.participants.get().bureau) == ("示例省档案局", bureau)
    kept = StoredFile.objects.visible_to(clerk).get()
    assert (kept.subject, kept.purpose) == (campaign, "上级文件")


def test_an_entered_campaign_needs_the_circular(clerk):
    with pytest.raises(ValidationError, match="请上传上级文件的扫描件"):
        campaigns.enter_campaign(
            actor=clerk, on=ON, files=[], **campaigning.words(superior="示例省档案局")
        )
    assert not Campaign.objects.exists()


def test_an_entered_campaign_is_its_bureaus_own(clerk, head, director):
    campaigning.entered(clerk, head)
    assert not Campaign.objects.visible_to(director).exists()
