"""选定单位, 报送, 退回, 接收, 催报."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from archives_enforcement.workflow import Refused
from inspections.models import CampaignUnit
from inspections.services import campaign_parts
from tests import factories
from tests.inspections import campaigning
from tests.inspections.campaigning import ON, REPORTS_FROM


@pytest.fixture
def reporting(clock):
    """The day on which bureaux begin to report."""
    clock.move_to(REPORTS_FROM)
    return REPORTS_FROM


@pytest.fixture
def handed_in(part, clerk, taken, reporting):
    return campaigning.handed_in(part, clerk)


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
