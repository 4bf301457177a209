"""过错灯 over acts that are no step of a case: on the button, on the form, kept in the trail."""

from datetime import timedelta

import pytest
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines
from penalties.queries import papers
from penalties.queries.acts import acts_on
from penalties.services import execution, recusals, review_opinions
from tests import factories
from tests.penalties.case_facts import make_scan
from tests.penalties.test_challenges import enter as challenge
from tests.penalties.test_drafting import preserve
from tests.penalties.test_papers_as_acts import issue

STAGE = "serve"


def kept(record, action):
    entry = AuditEntry.objects.about(record).filter(action=action).first()
    return [row["code"] for row in entry.details.get("lamps", [])]


def buttons(walk, user, on):
    return {row.label: [lit.lamp.code for lit in row.lamps] for row in acts_on(walk.case, user, on)}


def late(clock):
    return clock.due_on + timedelta(3)


@pytest.mark.parametrize(("days", "codes"), [(0, []), (1, ["L1101"])])
def test_a_fine_taken_on_the_spot_and_kept_too_long(walk, client, time_machine, days, codes):
    clock = deadlines.start(walk.paper, "D-P15", bureau=walk.bureau, on=walk.day)
    day = clock.due_on + timedelta(days)
    time_machine.move_to(f"{day}T10:00:00+08:00")
    assert buttons(walk, walk.officer, day)["登记缴款"] == codes
    client.force_login(walk.officer)
    form = client.get(reverse("penalties:payment-add", args=[walk.case.pk])).text
    assert ("按此提交将构成过错情形（十一）" in form) == bool(codes)
    execution.record_payment(
        walk.case, actor=walk.officer, on=day, amount=1, paid_on=day, receipt="票1"
    )
    assert kept(walk.case, "pay") == codes


def test_a_review_opinion_left_undone(walk):
    challenge(walk)
    who = {"actor": walk.officer, "on": walk.day}
    row = review_opinions.receive(walk.case, **who, received_on=walk.day, opinion="改正送达")
    day = late(deadlines.for_subject(row).get(code="D-R10"))
    review_opinions.report(walk.case, actor=walk.officer, on=day, reported_on=day, text="已改正")
    assert kept(walk.case, "report_correction") == ["L1701"]


@pytest.mark.parametrize("staged", ["file"], indirect=True)
def test_an_application_left_without_an_answer(walk):
    row = recusals.enter(
        walk.case, actor=walk.clerk, on=walk.day, person=walk.officer, raised_by="party",
        raised_on=walk.day, reason="近亲属", files=[make_scan()],
    )  # fmt: skip
    day = late(deadlines.for_subject(row).get())
    recusals.decide(row, actor=walk.head, on=day, granted=False, answer="不属实")
    assert kept(walk.case, "decide_recusal") == ["L1502"]


@pytest.mark.parametrize("staged", ["file"], indirect=True)
def test_things_kept_beyond_seven_days_light_the_paper_that_ends_it(walk):
    walk.chair = factories.make_user("chair", "hearing_chair", bureau=walk.bureau)
    preserve(walk)
    notice = papers.issued(walk.case, papers.PRESERVATION)
    walk.deliver(notice, walk.day)
    walk.day = late(papers.clock_on(notice, papers.PRESERVATION_CLOCK))
    issue(walk, "preservation_disposal", notice=notice.number)
    assert kept(walk.case, "dispose_preserved") == ["L0401"]


@pytest.mark.parametrize("staged", ["decide"], indirect=True)
def test_a_decision_delivered_late(walk, client, time_machine):
    delivery = walk.paper.deliveries.get()
    walk.day = late(papers.clock_on(walk.paper, papers.SERVICE_CLOCK))
    time_machine.move_to(f"{walk.day}T10:00:00+08:00")
    client.force_login(walk.clerk)
    form = client.get(reverse("documents:delivery-record", args=[delivery.pk])).text
    assert "按此提交将构成过错情形（九）" in form
    walk.deliver(walk.paper, walk.day)
    assert kept(walk.paper, "deliver") == ["L0903"]


@pytest.mark.parametrize("staged", ["decide"], indirect=True)
def test_a_failed_attempt_passes_over_nothing(walk):
    delivery = walk.paper.deliveries.get()
    day = late(papers.clock_on(walk.paper, papers.SERVICE_CLOCK))
    documents.record_failure(
        delivery, actor=walk.clerk, on=day, method="direct", failure="absent", place="示例路2号",
        reason="门锁着", files=[make_scan()],
    )  # fmt: skip
    assert kept(walk.paper, "attempt") == []
