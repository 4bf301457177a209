"""检查通知: nobody goes unannounced without a reason, and D-I02 says by when the unit is told."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.models import LocalTerm
from archives_enforcement.workflow import Refused
from inspections.queries import announcing, progress, slots
from inspections.queries.visit_work import work_for_visits
from inspections.services import notices, offline, recording, visits
from tests import factories
from tests.inspections import arranging

TODAY = date(2026, 5, 6)
DAY = date(2026, 6, 4)  # a Thursday
LAST = date(2026, 5, 27)  # five working days lie between it and the visit


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY)
    return time_machine


@pytest.fixture
def people(officer, second_officer, head):
    return officer, second_officer, head


def approved(people, unit, **values):
    lead, second, head = people
    asked = {"on": TODAY, "scheduled_on": DAY, **values}
    visit = arranging.make_team(arranging.draft_visit(lead, unit, **asked), lead, second)
    visits.submit_inspection(visit, actor=lead, on=TODAY)
    return visits.approve_inspection(visit, actor=head, on=TODAY)


@pytest.fixture
def visit(people, unit):
    return approved(people, unit)


def issue(visit, people):
    lead, _, head = people
    paper = notices.draft_notice(visit, actor=lead, on=TODAY)
    documents.submit(paper, actor=lead, on=TODAY)
    return documents.sign(paper, actor=head, on=TODAY)


def deliver(paper, clerk, on):
    documents.record_delivery(
        paper.deliveries.get(), actor=clerk, on=on, method="direct", received_by="单位档案员"
    )


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
    visits.submit_inspection(visit, actor=lead, on=on)
    visits.approve_inspection(visit, actor=head, on=on)
    clock.move_to(day)
    assert start(visit, people, day).state == "on_site"


def test_the_head_decides_to_go_unannounced(visit, people, clock, client):
    lead, _, head = people
    with pytest.raises(PermissionDenied):
        visits.leave_unannounced(visit, actor=lead, on=TODAY, reason="防止补造")
    with pytest.raises(Refused, match="写明不预先通知的理由"):
        visits.leave_unannounced(visit, actor=head, on=TODAY, reason=" ")
    client.force_login(head)
    page = client.get(visit.get_absolute_url())
    assert "批准不预先通知" in page.text
    client.post(f"/inspections/{visit.pk}/unannounced/", {"note": "防止补造材料", "on": TODAY})
    visit.refresh_from_db()
    assert (visit.unannounced, visit.state) == ("防止补造材料", "approved")
    with pytest.raises(Refused, match="已经写明"):
        visits.leave_unannounced(visit, actor=head, on=TODAY, reason="再办一次")
    clock.move_to(DAY)
    assert start(visit, people).state == "on_site"


def test_who_drafted_the_check_does_not_spare_it_the_notice(visit, people):
    drafter = factories.make_user("both", "head", bureau=visit.bureau)
    visit.drafted_by = drafter
    visit.save(update_fields=["drafted_by"])
    with pytest.raises(Refused, match="经办人不能批准"):
        visits.leave_unannounced(visit, actor=drafter, on=TODAY, reason="防止补造材料")


def test_an_issued_notice_is_not_taken_back_by_a_reason(visit, people):
    issue(visit, people)
    with pytest.raises(Refused, match="已经签发，不能再改为"):
        visits.leave_unannounced(visit, actor=people[2], on=TODAY, reason="防止补造材料")


def test_nobody_takes_along_what_could_not_be_taken_in(visit, people, clerk):
    with pytest.raises(Refused, match="检查通知书还没有签发"):
        offline.prepare(visit, actor=people[0], on=TODAY)
    deliver(issue(visit, people), clerk, TODAY)
    assert offline.prepare(visit, actor=people[0], on=TODAY)


def test_the_page_says_by_when_the_unit_is_told_and_that_it_was_late(
    visit, people, clerk, clock, client
):
    assert '应当在<span class="num">2026年5月27日</span>以前送达' in page(client, visit, people)
    assert "请起草检查通知书，5月27日以前送达；" in progress.next_step(visit, TODAY)
    paper = issue(visit, people)
    clock.move_to(LAST + timedelta(days=1))
    deliver(paper, clerk, LAST + timedelta(days=1))
    assert "迟了" in page(client, visit, people)


def test_a_notice_in_time_is_not_called_late(visit, people, clerk, clock, client):
    paper = issue(visit, people)
    clock.move_to(LAST)
    deliver(paper, clerk, LAST)
    assert "迟了" not in page(client, visit, people)


def page(client, visit, people) -> str:
    client.force_login(people[0])
    return client.get(visit.get_absolute_url()).text


def test_whoever_decides_is_warned_of_a_day_too_near(people, unit, clock):
    visit = approved(people, unit)
    clock.move_to(LAST)
    assert not announcing.warning(visit, LAST)
    clock.move_to(LAST + timedelta(days=1))
    assert any("2026年5月27日以前送达，已经来不及" in text for text in slots.warnings_for(visit))


def test_the_bureaus_own_term_counts(visit, bureau):
    LocalTerm.objects.create(
        bureau=bureau, code="D-I02", length=1, unit="month", effective_from=TODAY, source="本局规定"
    )
    assert announcing.last_day(visit).due_on == date(2026, 4, 30)


def texts(user, day):
    return [item.text for item in work_for_visits(user, day) if "检查通知书" in item.text]


def test_the_team_finds_the_notice_among_its_work_until_it_is_delivered(
    visit, people, clerk, bureau
):
    lead = people[0]
    assert not texts(lead, LAST - timedelta(days=8))
    (item,) = (
        row for row in work_for_visits(lead, LAST - timedelta(days=7)) if "通知书" in row.text
    )
    assert (item.due, item.group) == (LAST, "preparation")
    assert not texts(factories.make_officer("elsewhere", bureau), LAST)
    deliver(issue(visit, people), clerk, TODAY)
    assert not texts(lead, LAST)
