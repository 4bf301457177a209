"""Acts on checks before anybody goes, each guard with its lawful twin."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.drafting import known_facts
from archives_enforcement.workflow import Refused
from inspections.models import Checklist, Lead
from inspections.services import visit_decisions
from tests import factories
from tests.inspections import arranging
from tests.inspections.arranging import HOLIDAY, ON, THURSDAY


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


@pytest.fixture
def enterprise(bureau):
    return factories.make_unit(bureau, "示例企业", Party.Kind.STATE_ENTERPRISE)


@pytest.fixture
def lead(bureau, unit, officer):
    return Lead.objects.create(
        bureau=bureau,
        party=unit.party,
        source="tip",
        text="反映库房漏水",
        received_on=ON,
        registered_by=officer,
    )


def test_a_check_takes_the_address_of_the_unit_as_its_place(officer, bureau):
    unit = factories.make_unit(bureau)
    Party.objects.filter(pk=unit.party_id).update(address="示例路8号")
    assert arranging.draft_visit(officer, unit).place == "示例路8号"


def test_without_an_address_the_place_is_the_unit(visit):
    assert visit.place == "示例街道一"


def test_the_head_does_not_draft_checks(head, unit):
    with pytest.raises(PermissionDenied):
        arranging.draft_visit(head, unit)


def test_a_check_on_a_holiday_is_lawful(officer, unit):
    assert arranging.draft_visit(officer, unit, scheduled_on=HOLIDAY).scheduled_on == HOLIDAY


def test_a_check_cannot_be_arranged_for_a_day_gone_by(officer, unit):
    with pytest.raises(Refused, match="早于办理日期"):
        arranging.draft_visit(officer, unit, scheduled_on=ON - timedelta(days=1))


def test_a_check_may_be_arranged_for_the_same_day(officer, unit):
    assert arranging.draft_visit(officer, unit, scheduled_on=ON).scheduled_on == ON


def test_a_checklist_out_of_force_on_the_day_is_refused(officer, unit):
    old = Checklist.objects.get(code="general-2021")
    with pytest.raises(Refused, match="不适用"):
        arranging.draft_visit(officer, unit, checklist=old)


def test_a_check_without_late_entry_permission_is_dated_today(bureau, unit):
    plain = factories.make_officer("plain", bureau)
    with pytest.raises(Refused, match="补录"):
        arranging.draft_visit(plain, unit)


def test_a_unit_off_the_register_is_not_checked(officer, bureau):
    closed = factories.make_unit(bureau, "已撤销单位", state="closed")
    with pytest.raises(Refused, match="已经撤销"):
        arranging.draft_visit(officer, closed)


def test_a_look_back_starts_from_the_first_check(officer, unit):
    with pytest.raises(Refused, match="从原检查的页面安排"):
        arranging.draft_visit(officer, unit, kind="look_back")


def test_a_case_check_needs_a_lead_or_a_reason(officer, unit):
    with pytest.raises(Refused, match="第四十三条"):
        arranging.draft_visit(officer, unit, kind="case")


def test_a_case_check_with_a_reason_is_lawful(officer, unit):
    visit = arranging.draft_visit(officer, unit, kind="case", reason="投诉反映库房漏水")
    assert visit.reason == "投诉反映库房漏水"


def test_a_case_check_with_a_lead_is_lawful(officer, unit, lead):
    assert arranging.draft_visit(officer, unit, kind="case", lead=lead).lead == lead


def test_who_went_for_a_lead_is_known_to_its_papers(officer, second_officer, unit, lead):
    visit = arranging.draft_visit(officer, unit, kind="case", lead=lead)
    assert "officers" not in known_facts("lead", lead, "lead_report", ON)  # nobody is chosen yet
    arranging.make_team(visit, officer, second_officer)
    known = known_facts("lead", lead, "lead_report", ON)
    cards = [user.certificates.get().number for user in (officer, second_officer)]
    assert known["officers"] == (
        f"{officer}（执法证件编号 {cards[0]}）、{second_officer}（执法证件编号 {cards[1]}）"
    )
    visit_decisions.cancel_inspection(visit, actor=officer, on=ON, note="线索不实")
    assert "officers" not in known_facts("lead", lead, "lead_report", ON)


def test_a_lead_about_someone_else_is_refused(officer, enterprise, lead):
    with pytest.raises(Refused, match="不是这个单位"):
        arranging.draft_visit(officer, enterprise, kind="case", lead=lead)


# From the plan


def test_a_plan_item_becomes_a_check_once(clerk, head, officer, unit):
    item = arranging.make_approved_plan(clerk, head, unit).items.get()
    arranging.draft_visit(officer, unit, plan_item=item)
    with pytest.raises(Refused, match="已经安排过检查"):
        arranging.draft_visit(officer, unit, plan_item=item)


def test_a_cancelled_check_leaves_its_plan_item_free(clerk, head, officer, unit):
    item = arranging.make_approved_plan(clerk, head, unit).items.get()
    first = arranging.draft_visit(officer, unit, plan_item=item)
    visit_decisions.cancel_inspection(first, actor=officer, on=ON, note="单位搬迁")
    assert arranging.draft_visit(officer, unit, plan_item=item).plan_item == item


def test_an_item_of_a_draft_plan_cannot_be_carried_out(clerk, officer, unit):
    (item,) = arranging.add_units(arranging.make_plan(clerk), clerk, unit)
    with pytest.raises(Refused, match="还没有审定"):
        arranging.draft_visit(officer, unit, plan_item=item)


def test_a_plan_item_keeps_its_kind(clerk, head, officer, unit):
    item = arranging.make_approved_plan(clerk, head, unit).items.get()
    with pytest.raises(Refused, match="与计划项目不一致"):
        arranging.draft_visit(officer, unit, plan_item=item, kind="special")


def test_a_plan_item_keeps_its_unit(clerk, head, officer, unit, enterprise):
    item = arranging.make_approved_plan(clerk, head, unit).items.get()
    with pytest.raises(Refused, match="与计划项目不一致"):
        arranging.draft_visit(officer, enterprise, plan_item=item)


# Submitting and approving


def test_one_officer_is_not_enough(visit, officer, assistant):
    arranging.make_team(visit, officer, assistants=[assistant])
    with pytest.raises(Refused, match="不足两人"):
        visit_decisions.submit_inspection(visit, actor=officer, on=ON)


def test_two_officers_are_enough(pending):
    assert pending.state == "pending"


def test_a_certificate_withdrawn_meanwhile_stops_the_submission(visit, officer, second_officer):
    arranging.make_team(visit, officer, second_officer)
    second_officer.certificates.update(withdrawn_on=THURSDAY)
    with pytest.raises(Refused, match="不足两人"):
        visit_decisions.submit_inspection(visit, actor=officer, on=ON)


def test_approval_keeps_who_and_when(approved, head):
    assert (approved.state, approved.approved_by, approved.approved_on) == ("approved", head, ON)
