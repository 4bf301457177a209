"""The notice of a check, drafted from what the record says."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from inspections.models import Inspection
from inspections.services import notices
from tests import factories
from tests.inspections import arranging, listing
from tests.inspections.arranging import ON


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


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
