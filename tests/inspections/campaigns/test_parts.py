"""选定单位, 报送, 退回, 接收, 催报."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.models import CampaignUnit, Participant, ReportBack
from inspections.queries.campaign_standing import standing
from inspections.services import campaign_parts, campaigns
from tests import factories
from tests.inspections import campaigning
from tests.inspections.campaigning import DUE, ON, REPORTS_FROM


@pytest.fixture
def reporting(clock):
    """The day on which bureaux begin to report."""
    clock.move_to(REPORTS_FROM)
    return REPORTS_FROM


@pytest.fixture
def handed_in(part, clerk, taken, reporting):
    return campaigning.handed_in(part, clerk)


@pytest.fixture
def sent(handed_in, head):
    return campaign_parts.send_table(handed_in, actor=head, on=REPORTS_FROM)


def test_units_come_from_the_own_register(part, clerk, unit, neighbour, superior):
    for outside in (neighbour, superior):
        foreign = factories.make_unit(outside, "外单位")
        with pytest.raises(Refused, match="不在本机关名册上"):
            campaigning.take(part, clerk, unit, foreign)
    assert not CampaignUnit.objects.exists()
    assert [row.unit for row in campaigning.take(part, clerk, unit)] == [unit]


def test_a_unit_is_taken_once_and_dropped_before_its_visit(part, clerk, taken, unit):
    with pytest.raises(Refused, match="已经选定"):
        campaigning.take(part, clerk, unit)
    campaign_parts.remove_unit(taken, actor=clerk, on=ON)
    assert campaigning.take(part, clerk, unit)


def test_the_kind_that_is_asked_for_binds(planner, director, public, bureau, clerk, unit):
    campaign = campaigning.issued(planner, director, bureau, unit_kind="organ")
    part = campaigning.part_of(campaign, bureau)
    with pytest.raises(Refused, match="不是机关"):
        campaigning.take(part, clerk, unit)
    assert campaigning.take(part, clerk, factories.make_unit(bureau, "示例局", "organ"))


def test_another_bureau_takes_no_units_here(part, neighbour, planner):
    foreign = factories.make_user("foreign", "clerk", bureau=neighbour)
    with pytest.raises(ObjectDoesNotExist):
        campaigning.take(part, foreign, factories.make_unit(neighbour))
    with pytest.raises(Refused, match="只能由示例区档案局办理"):
        campaigning.take(part, planner, factories.make_unit(planner.bureau))


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"selection": "every", "unit_kind": "township"}, "乡镇街道还有 1 个没有选定"),
        ({"selection": "number", "unit_number": 2}, "应当选定 2 个单位，现在是 1 个"),
    ],
)
def test_too_few_units_need_a_word(
    planner, director, public, bureau, clerk, unit, reporting, asked, why
):
    other = factories.make_unit(bureau, "示例街道二")
    campaign = campaigning.issued(planner, director, bureau, **asked)
    part = campaigning.part_of(campaign, bureau)
    campaigning.take(part, clerk, unit)
    campaigning.written(part, clerk)
    with pytest.raises(Refused, match=why):
        campaign_parts.submit_table(part, actor=clerk, on=REPORTS_FROM)
    campaigning.written(part, clerk, shortfall="一个单位正在搬迁")
    assert campaign_parts.submit_table(part, actor=clerk, on=REPORTS_FROM).state == "submitted"
    twin = campaigning.issued(planner, director, bureau, name="另一次", **asked)
    part = campaigning.part_of(twin, bureau)
    campaigning.take(part, clerk, unit, other)
    assert campaigning.handed_in(part, clerk).state == "submitted"


def test_every_question_is_answered(part, clerk, taken, reporting):
    campaign_parts.write_table(part, actor=clerk, on=REPORTS_FROM, answers={"主要做法": "有"})
    with pytest.raises(Refused, match="还有没填写的内容：存在问题"):
        campaign_parts.submit_table(part, actor=clerk, on=REPORTS_FROM)
    with pytest.raises(Refused, match="没有这些内容：别的"):
        campaign_parts.write_table(part, actor=clerk, on=REPORTS_FROM, answers={"别的": "有"})


def test_nothing_is_sent_before_the_window(part, clerk, head, taken, clock):
    eve = REPORTS_FROM - timedelta(days=1)
    clock.move_to(eve)
    campaigning.handed_in(part, clerk, on=eve)
    with pytest.raises(Refused, match="2026年6月1日起才报送"):
        campaign_parts.send_table(part, actor=head, on=eve)
    clock.move_to(REPORTS_FROM)
    assert campaign_parts.send_table(part, actor=head, on=REPORTS_FROM).state == "sent"


def test_only_the_head_sends(handed_in, clerk):
    with pytest.raises(PermissionDenied):
        campaign_parts.send_table(handed_in, actor=clerk, on=REPORTS_FROM)


def test_whoever_wrote_it_does_not_send_it(handed_in, clerk):
    factories.give(clerk, "send_campaign")
    clerk = type(clerk).objects.get(pk=clerk.pk)
    with pytest.raises(Refused, match="填报人不能签发"):
        campaign_parts.send_table(handed_in, actor=clerk, on=REPORTS_FROM)


def test_the_superior_does_not_send_for_them(handed_in, director):
    with pytest.raises(Refused, match="只能由示例区档案局办理"):
        campaign_parts.send_table(handed_in, actor=director, on=REPORTS_FROM)


def test_what_is_sent_is_frozen_with_its_moment(sent, head, clerk, unit, planner, bureau):
    table = ReportBack.objects.get(participant=sent)
    assert (table.sent_by, table.sent_on) == (head, REPORTS_FROM)
    assert all(row["value"] == len(row["record_ids"]) for row in table.figures)
    assert next(row for row in table.figures if row["key"] == "units_taken")["value"] == 1
    assert table.remark == "1 个单位还没有安排检查"
    assert "报送了" in Message.objects.filter(recipient=planner).latest("pk").text
    with pytest.raises(Refused, match="已报送的请上级退回"):
        campaigning.written(sent, clerk)
    with pytest.raises(Refused, match="已报送的请上级退回"):
        campaigning.take(sent, clerk, factories.make_unit(bureau, "补选"))


def test_the_head_returns_it_to_the_writer(handed_in, head, clerk):
    campaign_parts.return_table(handed_in, actor=head, on=REPORTS_FROM, note="做法太简单")
    handed_in.refresh_from_db()
    assert (handed_in.state, handed_in.returned) == ("open", "做法太简单")
    assert "做法太简单" in Message.objects.filter(recipient=clerk).latest("pk").text


def test_the_superior_returns_and_takes_what_comes_again(sent, planner, clerk, head, campaign):
    with pytest.raises(ValidationError, match="请写明退回的原因"):
        campaign_parts.send_back(sent, actor=planner, on=REPORTS_FROM, note="")
    campaign_parts.send_back(sent, actor=planner, on=REPORTS_FROM, note="缺问题分析")
    assert "缺问题分析" in Message.objects.filter(recipient=head).latest("pk").text
    again = campaigning.sent(sent, clerk, head)
    assert (again.tables.count(), again.returned) == (2, "")
    accepted = campaign_parts.accept_table(again, actor=planner, on=REPORTS_FROM)
    assert accepted.state == "accepted"
    noted = AuditEntry.objects.visible_to(planner).about(campaign)
    assert [row.label for row in noted[:2]] == ["接收报送表", "退回报送表"]


@pytest.mark.parametrize("step", ["send_back", "accept_table"])
def test_a_bureau_does_not_take_its_own_table(sent, clerk, step):
    more = {"note": "退回"} if step == "send_back" else {}
    with pytest.raises(Refused, match="由示例市档案局办理"):
        getattr(campaign_parts, step)(sent, actor=clerk, on=REPORTS_FROM, **more)


def test_after_the_end_nothing_is_sent(handed_in, campaign, director, head):
    campaigns.close_campaign(campaign, actor=director, on=REPORTS_FROM, note="到期")
    handed_in.refresh_from_db()
    handed_in.campaign.refresh_from_db()
    with pytest.raises(Refused, match="状态是“已结束”"):
        campaign_parts.send_table(handed_in, actor=head, on=REPORTS_FROM)


def test_after_the_end_no_units_are_taken_and_nothing_is_answered(
    sent, campaign, director, planner, neighbour, clerk
):
    other = campaigning.part_of(campaign, neighbour)
    theirs = factories.make_user("theirs", "clerk", bureau=neighbour)
    campaigns.close_campaign(campaign, actor=director, on=REPORTS_FROM, note="到期")
    with pytest.raises(Refused, match="状态是“已结束”"):
        campaigning.take(other, theirs, factories.make_unit(neighbour), on=REPORTS_FROM)
    for step, more in (("send_back", {"note": "重报"}), ("accept_table", {})):
        with pytest.raises(Refused, match="状态是“已结束”"):
            getattr(campaign_parts, step)(sent, actor=planner, on=REPORTS_FROM, **more)
    with pytest.raises(Refused, match="状态是“已结束”"):
        campaign_parts.urge(other, actor=planner, on=REPORTS_FROM)


def test_late_ones_are_shown_and_reminded_once_a_day(campaign, part, planner, head, clock):
    late = DUE + timedelta(days=1)
    assert [row.late for row in standing(campaign, DUE)] == ["", ""]
    assert [row.late for row in standing(campaign, late)] == ["逾期未报", "逾期未报"]
    clock.move_to(late)
    campaign_parts.urge(part, actor=planner, on=late, note="请抓紧")
    assert "催报" in Message.objects.filter(recipient=head).latest("pk").text
    assert AuditEntry.objects.visible_to(planner).about(campaign).first().label == "催报"
    with pytest.raises(Refused, match="同一天只催报一次"):
        campaign_parts.urge(part, actor=planner, on=late)
    clock.move_to(late + timedelta(days=1))
    again = campaign_parts.urge(part, actor=planner, on=late + timedelta(days=1))
    assert again.urged_times == 2


def test_who_has_sent_is_not_reminded(sent, planner):
    with pytest.raises(Refused, match="已经报送，不用催报"):
        campaign_parts.urge(sent, actor=planner, on=REPORTS_FROM)


def test_a_table_sent_late_says_so(part, clerk, head, taken, campaign, clock):
    late = DUE + timedelta(days=3)
    clock.move_to(late)
    campaigning.sent(part, clerk, head, on=late)
    found = {row.participant.bureau: row.late for row in standing(campaign, late)}
    assert found[part.bureau] == "逾期报送"


def test_an_entered_campaign_is_sent_by_hand_and_noted_as_returned(clerk, head, unit, clock):
    campaign = campaigning.entered(clerk, head)
    part = campaign.participants.get()
    campaigning.take(part, clerk, unit)
    clock.move_to(REPORTS_FROM)
    part = campaigning.sent(part, clerk, head)
    with pytest.raises(Refused, match="不能接收"):
        campaign_parts.accept_table(part, actor=clerk, on=REPORTS_FROM)
    with pytest.raises(Refused, match="没有下级机关可以催报"):
        campaign_parts.urge(part, actor=clerk, on=REPORTS_FROM)
    campaign_parts.send_back(part, actor=clerk, on=REPORTS_FROM, note="省局要求补充")
    assert Participant.objects.get().state == "open"
