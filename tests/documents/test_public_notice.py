"""公告送达: thirty days run by themselves; the paper is delivered when they have run."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import delivery_papers, narrating, services
from archives_enforcement.documents.services.delivery import END_NOTICE, end_notice
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models import Holiday
from archives_enforcement.workflow import Refused
from tests.documents.conftest import ON
from tests.documents.delivering import deliver, fail_both_ways

PUBLISHED, ENDS = date(2025, 6, 3), date(2025, 7, 3)


@pytest.fixture
def clock():
    with time_machine.travel(at(PUBLISHED), tick=False) as traveller:
        yield traveller


def at(day):
    return timezone.make_aware(datetime(day.year, day.month, day.day, 9))


@pytest.fixture
def running(clock, rights_paper, clerk):
    """A notice published today."""
    fail_both_ways(rights_paper, clerk, ON)
    deliver(rights_paper, clerk, "notice", PUBLISHED)
    return rights_paper


def due(paper, code):
    return deadlines.for_subject(paper).get(code=code)


def waiting():
    return Job.objects.get(kind=END_NOTICE, state=Job.State.WAITING)


def test_while_the_notice_runs_nothing_is_delivered(running):
    assert running.deliveries.get().delivered_on is None
    assert due(running, "D-P12").due_on == ENDS
    assert AuditEntry.objects.about(running)[0].label == "发出公告（公告送达）"
    assert not deadlines.for_subject(running).filter(code="D-P13").exists()
    assert timezone.localtime(waiting().due_at).date() == ENDS
    assert queue.run_due() == 1  # the PDF; the notice is not due


def test_when_it_has_run_the_paper_is_delivered_and_terms_begin(running, clock, clerk):
    clock.move_to(at(ENDS))
    queue.run(waiting().pk)
    delivery = running.deliveries.get()
    assert (delivery.method, delivery.delivered_on) == ("notice", ENDS)
    assert due(running, "D-P13").trigger_on == ENDS
    assert due(running, "D-P12").met_on == ENDS
    assert "公告期满" in Message.objects.get(recipient=clerk).text


def test_a_message_that_comes_twice_changes_nothing(running, clock):
    clock.move_to(at(ENDS))
    attempt = running.deliveries.get().attempts.last()
    end_notice(attempt.pk)
    end_notice(attempt.pk)
    assert deadlines.for_subject(running).filter(code="D-P13").count() == 1


def test_a_message_that_comes_early_changes_nothing(running):
    end_notice(running.deliveries.get().attempts.last().pk)
    assert running.deliveries.get().delivered_on is None


def test_no_second_notice_while_one_runs(running, clerk):
    with pytest.raises(Refused, match="已于2025年6月3日公告，2025年7月3日视为送达"):
        deliver(running, clerk, "notice", PUBLISHED)


def test_who_turns_up_meanwhile_has_it_from_that_day(running, clock, clerk):
    earlier = date(2025, 6, 20)
    clock.move_to(at(earlier))
    deliver(running, clerk, "direct", earlier)
    assert due(running, "D-P12").cancelled_on == earlier
    clock.move_to(at(ENDS))
    queue.run(waiting().pk)
    delivery = running.deliveries.get()
    assert (delivery.method, delivery.delivered_on) == ("direct", earlier)
    assert due(running, "D-P13").trigger_on == earlier


@pytest.mark.parametrize(("published", "days"), [(date(2021, 12, 31), 60), (date(2022, 1, 1), 30)])
def test_a_notice_entered_later_ran_as_long_as_the_law_of_its_day(
    make_draft, officer, head, clerk, published, days
):
    draft = services.submit(make_draft(on=published), actor=officer, on=published)
    paper = services.sign(draft, actor=head, on=published)
    delivery = deliver(paper, clerk, "unknown", published)
    clock = due(paper, "D-P12")
    assert f"期限为{days}日。" in clock.steps
    assert delivery.delivered_on == clock.due_on >= published + timedelta(days=days)
    assert f"满{days}日" in narrating.attempt_in_words(delivery.attempts.get())
    assert delivery_papers.facts(delivery, published)["term"] == f"自公告之日起满{days}日"


def test_a_last_day_that_becomes_a_holiday_is_waited_for_again(clock, rights_paper, clerk):
    published, first, last = date(2030, 9, 5), date(2030, 10, 7), date(2030, 10, 8)
    clock.move_to(at(published))
    deliver(rights_paper, clerk, "unknown", published)
    assert due(rights_paper, "D-P12").due_on == first
    for day in range(1, 8):
        Holiday.objects.create(day=date(2030, 10, day), kind="off", name="国庆节", source="示例")
    deadlines.recheck_provisional()
    clock.move_to(at(first))
    queue.run(waiting().pk)
    assert rights_paper.deliveries.get().delivered_on is None
    clock.move_to(at(last))
    queue.run(waiting().pk)
    assert rights_paper.deliveries.get().delivered_on == last
