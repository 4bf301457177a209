"""The bureau is not late with the delivery of a decision while its public notice runs."""

from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.services.delivery import end_notice
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models import Holiday
from penalties.queries import papers
from tests.penalties.case_facts import make_scan

STAGE = "decide"


@pytest.fixture
def paper(walk):
    return walk.fresh().decision.document


def travel(day):
    moment = timezone.make_aware(datetime(day.year, day.month, day.day, 9))
    return time_machine.travel(moment, tick=False)


def publish(walk, paper, on):
    return documents.record_delivery(
        paper.deliveries.get(),
        actor=walk.clerk,
        on=on,
        method="notice",
        reason="联系不上，登记的住所无人。",
        whereabouts_unknown=True,
        medium="示例日报",
        files=[make_scan()],
    )


def clock_of(paper, code=papers.SERVICE_CLOCK):
    return deadlines.for_subject(paper).get(code=code)


def late(walk, day):
    return [row.code for row in deadlines.overdue(walk.head, day) if row.code == "D-P11"]


def test_without_a_notice_the_bureau_is_late_the_day_after(walk, paper):
    due = clock_of(paper).due_on
    assert late(walk, due) == []
    assert late(walk, due + (date(2024, 1, 2) - date(2024, 1, 1))) == ["D-P11"]


def test_while_the_notice_runs_the_bureau_is_not_late(walk, paper, client):
    first, published = clock_of(paper).due_on, paper.issued_on
    with travel(published):
        publish(walk, paper, published)
        ends = clock_of(paper, "D-P12").due_on
        assert clock_of(paper).due_on == ends > first
        assert late(walk, ends) == []
        client.force_login(walk.officer)
        page = client.get(reverse("penalties:case-deadlines", args=[walk.case.pk]))
        assert "公告期满视为送达（民事诉讼法第九十五条），此前不算逾期，原届满日为" in page.text
    with travel(ends):
        end_notice(paper.deliveries.get().attempts.get().pk)
    assert clock_of(paper).met_on == ends


def test_a_last_day_that_moves_is_waited_for_here_too(walk, paper):
    published = paper.issued_on
    with travel(published):
        publish(walk, paper, published)
    notice = clock_of(paper, "D-P12")
    first, last = notice.due_on, date.fromordinal(notice.due_on.toordinal() + 14)
    for day in range(first.toordinal(), last.toordinal()):
        Holiday.objects.update_or_create(
            day=date.fromordinal(day), defaults={"kind": "off", "name": "节日", "source": "示例"}
        )
    type(notice).objects.filter(pk=notice.pk).update(provisional=True)
    deadlines.recheck_provisional()
    with travel(first):
        end_notice(paper.deliveries.get().attempts.get().pk)
    moved = clock_of(paper, "D-P12").due_on
    assert moved > first
    assert clock_of(paper).due_on == moved
    assert clock_of(paper).is_open


def test_a_notice_published_late_does_not_hide_it(walk, paper):
    published = date.fromordinal(clock_of(paper).due_on.toordinal() + 1)
    with travel(published):
        publish(walk, paper, published)
    assert "此时已经逾期，其后不再计" in clock_of(paper).steps[-1]
