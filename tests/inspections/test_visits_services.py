"""Acts on checks before anybody goes, each guard with its lawful twin."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.models import Checklist, Inspection, Lead
from inspections.services import notices, visits
from tests import factories
from tests.inspections import arranging, listing
from tests.inspections.arranging import HOLIDAY, ON, THURSDAY


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


@pytest.fixture
def visit(officer, unit):
    return arranging.draft_visit(officer, unit)


@pytest.fixture
def pending(officer, second_officer, unit):
    return arranging.make_pending(officer, second_officer, unit)


@pytest.fixture
def approved(officer, second_officer, head, unit):
    return arranging.make_approved(officer, second_officer, head, unit)


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


# Drafting


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
    with pytest.raises(Refused, match="早于拟定日期"):
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
    visits.cancel_inspection(first, actor=officer, on=ON, note="单位搬迁")
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
        visits.submit_inspection(visit, actor=officer, on=ON)


def test_two_officers_are_enough(pending):
    assert pending.state == "pending"


def test_a_certificate_withdrawn_meanwhile_stops_the_submission(visit, officer, second_officer):
    arranging.make_team(visit, officer, second_officer)
    second_officer.certificates.update(withdrawn_on=THURSDAY)
    with pytest.raises(Refused, match="不足两人"):
        visits.submit_inspection(visit, actor=officer, on=ON)


def test_approval_keeps_who_and_when(approved, head):
    assert (approved.state, approved.approved_by, approved.approved_on) == ("approved", head, ON)


def test_the_drafter_does_not_approve(bureau, second_officer, unit):
    both = factories.make_officer("both", bureau, "head", "backfiller")
    pending = arranging.make_pending(both, second_officer, unit)
    with pytest.raises(Refused, match="经办人不能批准自己拟定的检查"):
        visits.approve_inspection(pending, actor=both, on=ON)


@pytest.mark.parametrize(
    ("on", "lawful"), [(THURSDAY, True), (THURSDAY + timedelta(days=1), False)]
)
def test_approval_comes_before_going(pending, head, on, lawful):
    if lawful:
        assert visits.approve_inspection(pending, actor=head, on=on).state == "approved"
    else:
        with pytest.raises(Refused, match="应当事先经机关负责人批准"):
            visits.approve_inspection(pending, actor=head, on=on)


def test_those_who_go_are_told_of_the_approval(approved, officer, second_officer):
    told = Message.objects.filter(text="2024年9月5日到示例街道一检查，已批准。")
    assert [row.recipient for row in told.order_by("pk")] == [officer, second_officer]


def test_a_return_needs_its_reason(pending, head):
    with pytest.raises(Refused, match="退回的原因"):
        visits.return_inspection(pending, actor=head, on=ON, note="")


def test_a_returned_check_may_be_changed_again(pending, head, officer):
    visits.return_inspection(pending, actor=head, on=ON, note="请改到 9 月 12 日")
    changed = visits.revise_inspection(
        pending,
        actor=officer,
        on=ON,
        checklist=arranging.checklist(),
        scheduled_on=date(2024, 9, 12),
        session="morning",
        place="",
    )
    assert (changed.scheduled_on, changed.session, changed.place) == (
        date(2024, 9, 12),
        "morning",
        "示例街道一",
    )


@pytest.mark.parametrize(
    ("who", "day", "error"),
    [
        ("head", THURSDAY, PermissionDenied),
        ("officer", ON - timedelta(days=1), Refused),
        ("officer", THURSDAY, None),
    ],
)
def test_who_drafts_may_move_a_draft_to_a_day_to_come(request, visit, who, day, error):
    def revise():
        return visits.revise_inspection(
            visit,
            actor=request.getfixturevalue(who),
            on=ON,
            checklist=arranging.checklist(),
            scheduled_on=day,
            session="morning",
            place="",
        )

    if error is None:
        assert revise().session == "morning"
    else:
        with pytest.raises(error):
            revise()


def test_a_pending_check_cannot_be_changed(pending, officer):
    with pytest.raises(Refused, match="待审批"):
        visits.revise_inspection(
            pending,
            actor=officer,
            on=ON,
            checklist=arranging.checklist(),
            scheduled_on=THURSDAY,
            session="morning",
            place="",
        )


def test_a_cancellation_needs_its_reason(approved, officer):
    with pytest.raises(Refused, match="取消的原因"):
        visits.cancel_inspection(approved, actor=officer, on=ON, note="")


def test_an_approved_check_may_be_cancelled(approved, officer):
    cancelled = visits.cancel_inspection(approved, actor=officer, on=ON, note="暴雨")
    entry = AuditEntry.objects.about(approved).first()
    assert (cancelled.state, entry.note) == ("cancelled", "暴雨")


def test_a_check_of_another_bureau_does_not_exist(pending, other_bureau):
    foreign = factories.make_user("foreign", "head", "backfiller", bureau=other_bureau)
    with pytest.raises(Inspection.DoesNotExist):
        visits.approve_inspection(pending, actor=foreign, on=ON)


# The notice


def test_the_notice_asks_for_what_the_unit_has_and_not_for_what_arises_on_site(approved):
    first, *areas = notices.notice_fields(approved)["materials"]
    assert first == "请准备下列材料备查："
    assert areas[0].startswith("1.责任制和管理制度：责任制文件、分工文件、制度文本、会议记录、")
    assert "温湿度记录" in areas[1]
    whole = "".join(areas)
    assert not any(word in whole for word in ("照片", "截图", "询问", "复制件"))


def test_a_list_that_asks_for_no_papers_asks_for_what_there_is(bureau, officer, head, unit):
    clerk = factories.make_user("writer", "clerk", "backfiller", bureau=bureau)
    own = listing.taken(clerk)
    own.items.update(evidence="现场照片")
    visit = arranging.draft_visit(officer, unit, checklist=listing.adopted(own, clerk, head))
    assert notices.notice_fields(visit)["materials"] == ["请准备与检查事项有关的制度、台账和记录。"]


def test_the_notice_says_what_the_record_says(approved, officer):
    document = notices.draft_notice(approved, actor=officer, on=ON)
    fields = document.fields
    assert (document.kind, document.title, document.party) == (
        "inspection_notice",
        "行政检查通知书",
        approved.party,
    )
    assert fields["time"] == "2024年9月5日（星期四）下午"
    assert fields["officers"] == (
        "officer（执法证件编号 证-officer）、second_officer（执法证件编号 证-second_officer）"
    )
    assert fields["basis"] == "《中华人民共和国档案法》第四十二条"
    assert fields["items"][0] == "1.责任制和管理制度；"
    assert fields["phone"] == "000-00000000"


def test_a_check_on_a_clue_rests_on_article_43(officer, second_officer, head, unit):
    approved = arranging.make_approved(
        officer, second_officer, head, unit, kind="case", reason="投诉"
    )
    fields = notices.draft_notice(approved, actor=officer, on=ON).fields
    assert fields["basis"] == "《中华人民共和国档案法》第四十二条、第四十三条"


@pytest.mark.parametrize(
    ("kind", "day", "told"),
    [
        (
            "state_enterprise",
            date(2025, 3, 6),
            "本次检查以前，我局2025年已对你单位实施行政检查1次。",
        ),
        ("state_enterprise", date(2025, 1, 2), ""),  # the rule is of the day after
        ("organ", date(2025, 3, 6), ""),
    ],
)
def test_an_enterprise_is_told_how_often_it_was_checked_that_year(
    bureau, officer, second_officer, head, kind, day, told
):
    unit = factories.make_unit(bureau, "示例企业", kind)
    arranging.make_public(factories.make_user("desk", "clerk", "backfiller", bureau=bureau), ON)
    before, now = (
        arranging.make_approved(officer, second_officer, head, unit, scheduled_on=on)
        for on in (day - timedelta(days=1), day)
    )
    Inspection.objects.filter(pk=before.pk).update(inspected_on=before.scheduled_on)
    assert notices.draft_notice(now, actor=officer, on=ON).fields["frequency"] == told


def test_there_is_one_notice_at_a_time(approved, officer):
    notices.draft_notice(approved, actor=officer, on=ON)
    with pytest.raises(Refused, match="已经有通知书"):
        notices.draft_notice(approved, actor=officer, on=ON)


def test_a_void_notice_makes_room_for_another(approved, officer):
    first = notices.draft_notice(approved, actor=officer, on=ON)
    Document.objects.filter(pk=first.pk).update(state="void")
    assert notices.draft_notice(approved, actor=officer, on=ON).pk != first.pk


def test_no_notice_goes_out_before_approval(pending, officer):
    with pytest.raises(Refused, match="待审批"):
        notices.draft_notice(pending, actor=officer, on=ON)


def test_the_head_does_not_draft_the_notice(approved, head):
    with pytest.raises(PermissionDenied):
        notices.draft_notice(approved, actor=head, on=ON)
