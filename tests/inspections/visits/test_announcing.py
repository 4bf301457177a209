"""检查通知: nobody goes unannounced without a reason."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from inspections.services import offline, recording, visit_decisions
from tests import factories
from tests.inspections import arranging
from tests.inspections.announcing import DAY, TODAY, approved, deliver, issue


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY)
    return time_machine


@pytest.fixture
def people(officer, second_officer, head):
    return officer, second_officer, head


@pytest.fixture
def visit(people, unit):
    return approved(people, unit)


def start(visit, people, day=DAY):
    return recording.start(visit, actor=people[0], on=day, arrived_at=None)


def refused(visit, people, clock, sentence):
    clock.move_to(DAY)
    with pytest.raises(Refused, match=sentence):
        start(visit, people)


def test_no_unit_is_visited_with_neither_notice_nor_reason(visit, people, clock):
    refused(visit, people, clock, "还没有签发，也没有写明.*本机关检查工作规范（通知书见司法部")


def test_an_issued_notice_that_the_unit_has_not_got_is_no_notice(visit, people, clerk, clock):
    paper = issue(visit, people)
    refused(visit, people, clock, "已经签发，还没有登记送达")
    deliver(paper, clerk, DAY)
    assert start(visit, people).state == "on_site"


def test_a_void_notice_is_no_notice(visit, people, clerk, clock):
    paper = issue(visit, people)
    deliver(paper, clerk, TODAY)
    Document.objects.filter(pk=paper.pk).update(state="void")
    refused(visit, people, clock, "还没有签发")


@pytest.mark.parametrize(
    "lawful",
    [
        {"unannounced": "防止临时补造材料"},
        {"kind": "case", "reason": "群众举报"},  # a clue need not be announced
        {"scheduled_on": date(2025, 5, 7), "on": date(2025, 5, 6)},  # the form came a day later
    ],
)
def test_what_makes_the_notice_dispensable(people, unit, clock, lawful):
    for person in people:
        factories.give(person, "backfill")
    day = lawful.get("scheduled_on", DAY)
    clock.move_to(lawful.get("on", TODAY))
    lead, second, head = people
    drafted = arranging.draft_visit(lead, unit, **{"on": TODAY, "scheduled_on": DAY, **lawful})
    visit = arranging.make_team(drafted, lead, second)
    on = lawful.get("on", TODAY)
    visit_decisions.submit_inspection(visit, actor=lead, on=on)
    visit_decisions.approve_inspection(visit, actor=head, on=on)
    clock.move_to(day)
    assert start(visit, people, day).state == "on_site"


def test_the_head_decides_to_go_unannounced(visit, people, clock, client):
    lead, _, head = people
    with pytest.raises(PermissionDenied):
        visit_decisions.leave_unannounced(visit, actor=lead, on=TODAY, reason="防止补造")
    with pytest.raises(Refused, match="写明不预先通知的理由"):
        visit_decisions.leave_unannounced(visit, actor=head, on=TODAY, reason=" ")
    client.force_login(head)
    page = client.get(visit.get_absolute_url())
    assert "批准不预先通知" in page.text
    client.post(f"/inspections/{visit.pk}/unannounced/", {"note": "防止补造材料", "on": TODAY})
    visit.refresh_from_db()
    assert (visit.unannounced, visit.state) == ("防止补造材料", "approved")
    with pytest.raises(Refused, match="已经写明"):
        visit_decisions.leave_unannounced(visit, actor=head, on=TODAY, reason="再办一次")
    clock.move_to(DAY)
    assert start(visit, people).state == "on_site"


def test_who_drafted_the_check_does_not_spare_it_the_notice(visit, people):
    drafter = factories.make_user("both", "head", bureau=visit.bureau)
    visit.drafted_by = drafter
    visit.save(update_fields=["drafted_by"])
    with pytest.raises(Refused, match="经办人不能批准"):
        visit_decisions.leave_unannounced(visit, actor=drafter, on=TODAY, reason="防止补造材料")


def test_an_issued_notice_is_not_taken_back_by_a_reason(visit, people):
    issue(visit, people)
    with pytest.raises(Refused, match="已经签发，不能再改为"):
        visit_decisions.leave_unannounced(visit, actor=people[2], on=TODAY, reason="防止补造材料")


def test_nobody_takes_along_what_could_not_be_taken_in(visit, people, clerk):
    with pytest.raises(Refused, match="检查通知书还没有签发"):
        offline.prepare(visit, actor=people[0], on=TODAY)
    deliver(issue(visit, people), clerk, TODAY)
    assert offline.prepare(visit, actor=people[0], on=TODAY)
