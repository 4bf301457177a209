"""送达 that failed: another way follows, and 公告 comes last."""

from datetime import date

import pytest

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from tests.documents.conftest import ON
from tests.documents.delivering import (
    NOBODY_THERE,
    RETURNED,
    deliver,
    fail,
    fail_both_ways,
    picture,
)

DAY = date(2024, 7, 8)


@pytest.mark.parametrize(
    ("tried", "left"),
    [([], "直接送达、邮寄送达"), ([NOBODY_THERE], "邮寄送达"), ([RETURNED], "直接送达")],
)
def test_a_public_notice_comes_after_both_other_ways(rights_paper, clerk, tried, left):
    for facts in tried:
        fail(rights_paper, clerk, ON, **facts)
    with pytest.raises(Refused, match=f"还没有登记{left}没有送到.*第九十五条第一款"):
        deliver(rights_paper, clerk, "notice", DAY)
    fail_both_ways(rights_paper, clerk, ON)
    assert deliver(rights_paper, clerk, "notice", DAY).method == "notice"


def test_a_public_notice_comes_last(rights_paper, clerk):
    fail_both_ways(rights_paper, clerk, date(2024, 7, 9))
    with pytest.raises(Refused, match="第九十五条第一款"):
        deliver(rights_paper, clerk, "notice", DAY)  # it came back only the day after
    assert deliver(rights_paper, clerk, "notice", date(2024, 7, 9)).method == "notice"


@pytest.mark.parametrize(
    ("reason", "way", "tried"),
    [("邮件退回，不知去向。", "邮寄送达", RETURNED), ("多次上门无人。", "直接送达", NOBODY_THERE)],
)
def test_the_reason_claims_no_try_that_is_not_entered(rights_paper, clerk, reason, way, tried):
    with pytest.raises(Refused, match=f"还没有登记{way}没有送到的经过.*第九十五条第二款"):
        deliver(rights_paper, clerk, "unknown", DAY, reason=reason)
    fail(rights_paper, clerk, ON, **tried)
    assert deliver(rights_paper, clerk, "unknown", DAY, reason=reason).method == "notice"


def test_who_cannot_be_found_is_told_by_public_notice_at_once(rights_paper, clerk):
    assert deliver(rights_paper, clerk, "unknown", DAY).delivered_on == date(2024, 8, 7)


def test_a_failure_is_kept_and_another_way_follows(rights_paper, clerk):
    delivery = fail(rights_paper, clerk, DAY, files=[picture("退件.png")])
    failed = delivery.attempts.get()
    assert (failed.effective_on, failed.get_failure_display()) == (None, "退回")
    assert delivery.delivered_on is None
    assert not deadlines.for_subject(rights_paper).filter(code="D-P13").exists()
    deliver(rights_paper, clerk, "direct", date(2024, 7, 9))
    assert [row.method for row in delivery.attempts.all()] == ["post", "direct"]
    entries = AuditEntry.objects.about(rights_paper)[:2]
    assert [row.label for row in entries] == ["送达（直接送达）", "没有送到：退回（邮寄送达）"]


@pytest.mark.parametrize("change", [{"reason": " "}, {"method": "notice"}, {"method": "left"}])
def test_a_failure_says_what_was_tried_and_what_came_of_it(rights_paper, clerk, change):
    with pytest.raises(Refused, match="写明经过"):
        fail(rights_paper, clerk, DAY, **change)
