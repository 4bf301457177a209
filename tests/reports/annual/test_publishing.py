"""The annual report on the day it is public, here or earlier elsewhere."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.deadlines import for_subject
from archives_enforcement.workflow import Refused
from publicity.queries.notices import decisions_to_publish
from reports.models import AnnualReport
from reports.queries.figures import figures
from reports.services import annual

ON = date(2025, 1, 6)


def test_a_published_report_waits_for_no_notice(issued, clerk):
    assert [row.subject for row in decisions_to_publish(clerk)] == [issued]
    annual.publish_report(issued, actor=clerk, on=timezone.localdate(), url="https://a.cn/1")
    assert not decisions_to_publish(clerk)


def test_publishing_meets_the_clock_on_the_day_itself(issued, clerk):
    today = timezone.localdate()
    report = annual.publish_report(issued, actor=clerk, on=today, url="https://a.cn/1")

    (clock,) = for_subject(report)
    assert (report.state, report.published_on, clock.met_on) == ("published", today, today)
    assert report.published_at == "https://a.cn/1"


def test_the_clock_is_not_met_by_a_day_that_is_over(issued, clerk):
    with pytest.raises(Refused, match="此前已经在别处公开的，请办理“补录此前的公开”"):
        annual.publish_report(issued, actor=clerk, on=date(2025, 1, 20))
    (clock,) = for_subject(issued)
    assert clock.is_open


@pytest.mark.parametrize("stage", ["report", "issued"])
def test_what_was_public_elsewhere_is_entered_with_both_days(request, clerk, stage):
    report, today = request.getfixturevalue(stage), timezone.localdate()
    report = annual.enter_publication(
        report, actor=clerk, on=date(2025, 1, 20), place="区政府公开栏，照片存2025年卷"
    )

    (clock,) = for_subject(report)
    assert (report.state, report.published_on, report.entered_on) == (
        "published", date(2025, 1, 20), today,
    )  # fmt: skip
    assert clock.met_on == today > clock.due_on
    assert clock.met_note == f"2025年1月20日在本系统之外公开，{cn_date(today)}补录"
    entry = AuditEntry.objects.about(report)[0]
    assert (entry.on, entry.backfilled, entry.note) == (
        date(2025, 1, 20), True, "区政府公开栏，照片存2025年卷",
    )  # fmt: skip
    assert report.has_text is (stage == "issued")
    assert report.figures == [row.as_data() for row in figures(report.bureau, 2024)]


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"on": date(2025, 1, 5)}, "公开日期不能早于签发日期（2025年1月6日）"),
        ({"place": " "}, "请写明在哪里公开"),
        ({"on": date(2199, 1, 1)}, "不能晚于今天"),
        ({"on": "today"}, "请在签发后用“登记公开”办理"),
    ],
)
def test_an_earlier_publication_must_be_possible_and_have_a_place(issued, clerk, facts, why):
    facts = {"on": date(2025, 1, 20), "place": "公开栏", **facts}
    if facts["on"] == "today":
        facts["on"] = timezone.localdate()
    with pytest.raises(Refused, match=why):
        annual.enter_publication(issued, actor=clerk, **facts)


def test_a_report_was_not_public_before_its_year_was_over(report, clerk):
    with pytest.raises(Refused, match="2024 年还没有结束"):
        annual.enter_publication(report, actor=clerk, on=date(2024, 12, 31), url="https://a.cn")
    assert annual.enter_publication(report, actor=clerk, on=date(2025, 1, 1), url="https://a.cn")


def test_an_earlier_publication_needs_the_right_to_enter_past_acts(issued, clerk):
    clerk.groups.first().permissions.remove(Permission.objects.get(codename="backfill"))
    clerk = type(clerk).objects.get(pk=clerk.pk)
    with pytest.raises(Refused, match="补录权限"):
        annual.enter_publication(issued, actor=clerk, on=date(2025, 1, 20), url="https://a.cn")


def test_a_report_is_not_public_before_it_is_signed(issued, clerk):
    AnnualReport.objects.update(approved_on=date(2199, 1, 1))
    with pytest.raises(Refused, match="不能早于签发日期（2199年1月1日）"):
        annual.publish_report(issued, actor=clerk, on=timezone.localdate())


def test_an_unsigned_report_is_not_published(submitted, clerk):
    with pytest.raises(Refused, match="不能登记公开"):
        annual.publish_report(submitted, actor=clerk, on=ON)
