"""The table of a part on its way: signed, sent, sent back, accepted, asked for."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.models import Participant, ReportBack
from inspections.queries.campaign_standing import standing
from inspections.services import campaign_decisions, campaign_parts
from tests import factories
from tests.inspections import campaigning
from tests.inspections.campaigning import DUE, REPORTS_FROM


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
    campaign_decisions.close_campaign(campaign, actor=director, on=REPORTS_FROM, note="到期")
    handed_in.refresh_from_db()
    handed_in.campaign.refresh_from_db()
    with pytest.raises(Refused, match="状态是“已结束”"):
        campaign_parts.send_table(handed_in, actor=head, on=REPORTS_FROM)


def test_after_the_end_no_units_are_taken_and_nothing_is_answered(
    sent, campaign, director, planner, neighbour, clerk
):
    other = campaigning.part_of(campaign, neighbour)
    theirs = factories.make_user("theirs", "clerk", bureau=neighbour)
    campaign_decisions.close_campaign(campaign, actor=director, on=REPORTS_FROM, note="到期")
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
