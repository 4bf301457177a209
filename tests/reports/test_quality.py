"""数据质量: every gap is found with the way to mend it, and is gone once it is mended."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.models import Delivery
from reports.queries.quality import SCANS, scan
from tests import factories
from tests.reports.counting import counted
from tests.reports.years import YearMaker

TODAY = date(2025, 3, 20)


@pytest.fixture
def year(bureau):
    return YearMaker(bureau, 2025)


def gaps(bureau, title, today=TODAY):
    (found,) = [row for row in scan(bureau, today) if row.title == title]
    return found.gaps


def test_a_check_without_letter_until_it_has_one(year):
    check = year.check()
    (gap,) = gaps(year.bureau, "检查没有反馈意见书")
    assert gap.url == check.get_absolute_url()
    year.look_back(check)
    year.paper(check)
    assert gaps(year.bureau, "检查没有反馈意见书") == []


def test_a_paper_without_day_of_delivery_and_the_clock_it_did_not_start(year):
    check = year.check()
    paper = year.paper(check, "correction_order", party=check.unit.party)
    sent = Delivery.objects.create(
        document=paper, party=check.unit.party, sent_on=TODAY - timedelta(days=8)
    )
    (gap,) = gaps(year.bureau, "文书没有送达")
    assert (gap.url, "期限没有起算" in gap.note) == (paper.get_absolute_url(), True)
    Delivery.objects.filter(pk=sent.pk).update(sent_on=TODAY)
    assert gaps(year.bureau, "文书没有送达") == []


def test_a_finding_nobody_answers_when_its_day_is_over(year):
    finding = year.finding(year.check())
    type(finding).objects.filter(pk=finding.pk).update(due_on=TODAY - timedelta(days=1))
    (gap,) = gaps(year.bureau, "问题到期没有回复")
    assert gap.url == finding.get_absolute_url()
    type(finding).objects.filter(pk=finding.pk).update(due_on=TODAY)
    assert gaps(year.bureau, "问题到期没有回复") == []


@pytest.mark.parametrize(("until", "missing"), [(date(2025, 2, 28), 1), (date(2025, 3, 1), 0)])
def test_who_went_without_a_certificate_in_force(year, until, missing):
    check = year.check()
    officer = factories.make_officer("late", year.bureau, valid_to=until)
    check.team.create(user=officer, part="officer")
    check.team.create(user=year.clerk, part="assistant")
    assert len(gaps(year.bureau, "执法人员没有有效证件")) == missing


def test_a_certificate_that_runs_out_until_there_is_a_newer_one(year):
    officer = factories.make_officer("soon", year.bureau, valid_to=date(2025, 4, 1))
    assert len(gaps(year.bureau, "执法证件将到期")) == 1
    officer.certificates.create(
        number="证-新",
        issuer="示例市司法局",
        valid_from=date(2025, 4, 2),
        valid_to=date(2030, 4, 1),
    )
    assert gaps(year.bureau, "执法证件将到期") == []


def test_a_unit_that_cannot_be_reached(year):
    unit = year.unit()
    (gap,) = gaps(year.bureau, "单位联系不上")
    assert gap.note == "缺联系人或者电话、经办人账号（或者标明线下办理）"
    type(unit).objects.filter(pk=unit.pk).update(archivist="某某", phone="0", is_offline=True)
    assert gaps(year.bureau, "单位联系不上") == []


def test_another_bureau_is_not_looked_through(year, other_bureau):
    year.check()
    assert [row.total for row in scan(other_bureau, TODAY)] == [0] * len(SCANS)


def test_the_page_leads_to_each_and_asks_as_often_for_many(client, bureau, clerk):
    year = YearMaker(bureau, timezone.localdate().year)
    year.check().team.create(user=year.clerk, part="officer")
    client.force_login(clerk)
    client.get(reverse("reports:quality"))
    once = counted(client, reverse("reports:quality"))
    for _ in range(3):
        check = year.check()
        check.team.create(user=year.clerk, part="officer")
    assert counted(client, reverse("reports:quality")) == once
    assert check.get_absolute_url() in client.get(reverse("reports:quality")).content.decode()
