"""A round that is opened: who is told, which clocks run, what stands still."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays.deadlines import for_subject
from archives_enforcement.workflow import Refused
from inspections.models import SelfReport
from inspections.queries.self_work import work_for_self_inspection
from inspections.services import self_inspection as rounds
from inspections.services import self_rules
from tests import factories
from tests.inspections import self_inspecting as self_
from tests.inspections.self_inspecting import DUE, LATE, OPENED, PREPARED

BOUND = {  # kind of the party → whether 条例第四十五条 binds it (law.md §0.3(21))
    "organ": True, "mass_organization": True, "institution": True, "state_enterprise": True,
    "private_enterprise": False, "archives": True, "service_enterprise": False, "township": True,
    "village": False, "social_organization": False, "person": False,
}  # fmt: skip


def _stated(**values) -> dict:
    return {
        "title": "本机关的规则", "kinds": ["township"], "roll": "", "basis": "工作制度",
        "mark": "LOCAL", "ceiling": 10, "ceiling_basis": "工作制度", "order_article": None,
        "effective_from": OPENED, **values,
    }  # fmt: skip


def test_each_unit_is_told_and_nobody_else(asked, contact, unit, firm):
    stranger = factories.make_contact("other", firm.party)
    assert not Message.objects.filter(recipient=stranger).exists()
    assert not SelfReport.objects.visible_to(stranger).exists()
    assert [row.unit for row in SelfReport.objects.visible_to(contact)] == [unit]


def test_a_draft_is_seen_by_no_unit(clerk, contact, unit):
    self_.prepared(clerk)
    assert not SelfReport.objects.visible_to(contact).exists()


def test_who_is_added_needs_a_reason_and_stays_unbound(asked, clerk, firm):
    with pytest.raises(Refused, match="理由"):
        rounds.include(asked, actor=clerk, on=OPENED, units=[firm], reason=" ")
    (row,) = rounds.include(asked, actor=clerk, on=OPENED, units=[firm], reason="自愿报送")
    assert (row.bound, row.reason, row.due_on) == (False, "自愿报送", DUE)
    with pytest.raises(Refused, match="还没有列入"):
        rounds.include(asked, actor=clerk, on=OPENED, units=[firm], reason="再来一次")


def test_whom_the_rule_binds_is_left_out_only_with_a_reason(asked, report, clerk, contact):
    with pytest.raises(ValidationError, match="理由"):
        rounds.exclude(report, actor=clerk, on=OPENED, note="")
    left = rounds.exclude(report, actor=clerk, on=OPENED, note="单位正在撤销")
    assert (left.state, left.reason) == ("excluded", "单位正在撤销")
    assert for_subject(report).get().cancelled_on == OPENED
    assert not SelfReport.objects.visible_to(contact).exists()


def test_after_the_day_nobody_is_moved(asked, report, clerk, firm, clock):
    clock.move_to(LATE)
    with pytest.raises(Refused, match="不能再调整报送范围"):
        rounds.exclude(report, actor=clerk, on=LATE, note="撤销")
    with pytest.raises(Refused, match="不能再调整报送范围"):
        rounds.include(asked, actor=clerk, on=LATE, units=[firm], reason="自愿")


def test_a_revised_draft_keeps_those_with_a_reason(clerk, unit, school, firm):
    asked = self_.prepared(clerk)
    rounds.include(asked, actor=clerk, on=PREPARED, units=[firm], reason="自愿")
    school.listings.create(roll="backup", since=date(2025, 1, 1))
    rule = self_.rule("列入登记备份名册的报送义务人")
    rounds.revise(asked, actor=clerk, on=PREPARED, **self_.words(rule=rule))
    assert {row.unit for row in asked.reports.all()} == {school, firm}


def test_what_is_opened_is_not_revised(asked, clerk):
    with pytest.raises(Refused, match="不能修改年度自查"):
        rounds.revise(asked, actor=clerk, on=OPENED, **self_.words(requirements="更多"))


@pytest.mark.parametrize("kind", [kind for kind, bound in BOUND.items() if not bound])
def test_no_rule_binds_whom_no_article_binds(head, kind):
    with pytest.raises(ValidationError, match="只约束国家档案馆、机关、群团组织和国有企事业单位"):
        self_rules.set_rule(actor=head, on=OPENED, **_stated(kinds=["township", kind]))


def test_a_rule_of_the_bureau_binds_some_of_those(head):
    rule = self_rules.set_rule(actor=head, on=OPENED, **_stated(roll="key"))
    assert rule.bound_in_words == "乡镇街道，限于列入重点监控单位的"


LINES = ["档案保存情况｜数字｜｜案卷数", "数据库运行维护情况｜是否｜5-09｜定期备份"]


def test_a_form_asks_for_both_mandatory_contents(head):
    new = {"name": "新表", "source": "工作制度", "effective_from": OPENED}
    with pytest.raises(ValidationError, match="必须有数据库运行维护情况"):
        self_rules.make_form(actor=head, on=OPENED, lines=LINES[:1], **new)
    form = self_rules.make_form(actor=head, on=OPENED, lines=["", *LINES], **new)
    assert self_rules.as_lines(form).splitlines() == LINES


@pytest.mark.parametrize(
    "line", ["案卷数", "别的｜数字｜｜案卷数", "档案保存情况｜猜｜｜问", LINES[0] + "｜"]
)
def test_a_line_that_cannot_be_read_is_named(head, line):
    new = {"name": "新表", "source": "工作制度", "effective_from": OPENED}
    with pytest.raises(ValidationError, match="第 3 行不能识别"):
        self_rules.make_form(actor=head, on=OPENED, lines=[*LINES, line], **new)


def test_a_form_begins_today_at_the_earliest(head):
    new = {"name": "新表", "source": "制度", "effective_from": PREPARED}
    with pytest.raises(ValidationError, match="最早从今天起"):
        self_rules.make_form(actor=head, on=OPENED, lines=LINES, **new)


def test_a_unit_that_ended_before_the_opening_is_not_asked(clerk, head, unit, school):
    draft = self_.prepared(clerk)
    school.state = "closed"
    school.save()
    asked = rounds.open_it(draft, actor=head, on=self_.OPENED)
    assert [row.unit for row in asked.reports.all()] == [unit]


def test_what_was_prepared_by_mistake_is_given_up_and_prepared_anew(clerk, head, unit):
    draft = self_.prepared(clerk)
    with pytest.raises(ValidationError, match="原因"):
        rounds.discard(draft, actor=clerk, on=OPENED, note=" ")
    gone = rounds.discard(draft, actor=clerk, on=OPENED, note="规则选错")
    assert work_for_self_inspection(head, OPENED) == []
    for act in (
        lambda: rounds.open_it(gone, actor=head, on=OPENED),
        lambda: rounds.revise(gone, actor=clerk, on=OPENED, **self_.words()),
        lambda: rounds.include(gone, actor=clerk, on=OPENED, units=[unit], reason="自愿"),
    ):
        with pytest.raises(Refused, match="已放弃|已经放弃"):
            act()
    assert rounds.open_it(self_.prepared(clerk), actor=head, on=OPENED).state == "open"


def test_what_units_have_seen_is_not_given_up(asked, clerk):
    with pytest.raises(Refused, match="不能放弃"):
        rounds.discard(asked, actor=clerk, on=OPENED, note="规则选错")


def test_what_is_too_late_to_open_is_work_for_its_drafter_alone(client, clerk, head, unit, clock):
    asked = self_.prepared(clerk)
    assert [item.text for item in work_for_self_inspection(head, OPENED)] == [f"布置{asked}"]
    clock.move_to(LATE)
    assert work_for_self_inspection(head, LATE) == []
    (item,) = work_for_self_inspection(clerk, LATE)
    client.force_login(clerk)
    assert "不能布置，请放弃" in client.get(item.url).text
