"""互查 by the hand of another bureau: invited, shown the issued papers, judged once, shut out."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.archiving.registry import SORTS
from archives_enforcement.archiving.services import add_material
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from inspections.models import Inspection
from supervision.models import Content, Invitation
from supervision.queries.work import work_for_supervision
from supervision.services import invitations, rounds
from tests import factories
from tests.access.visits import printed
from tests.inspections.rectifying import days, make_record, make_visit
from tests.supervision.papers import scan

TODAY = days(0)


def typeset():
    """Every letter has its file."""
    for letter in Document.objects.filter(rendition=None):
        printed(letter, b"%PDF-1.7 letter")


@pytest.fixture
def item(unit, officer, paper):
    make_visit(unit, officer)
    Inspection.objects.update(inspected_on=days(-10))
    typeset()
    row = rounds.prepare(
        actor=paper.clerk, on=TODAY, title="互查", method="mutual", since=days(-30), until=TODAY,
        wanted_checks=1, wanted_cases=0,
    )  # fmt: skip
    row = rounds.draw(row, actor=paper.reviewer, on=TODAY, contribution="7281")
    return row.items.get()


@pytest.fixture
def guest(db):
    other = factories.make_bureau("邻区档案局", "990199")
    return factories.make_user("guest", "reviewer", bureau=other)


def invite(item, paper, guest):
    return invitations.invite(item, actor=paper.clerk, on=TODAY, guest=guest)


def verdicts():
    return {code: ("good", "") for code in Content.objects.values_list("code", flat=True)}


def test_the_guest_reads_the_issued_papers_judges_and_sees_no_more(item, paper, guest, client):
    def waiting():
        return [each.text for each in work_for_supervision(paper.clerk, TODAY)]

    assert waiting() == ["邀请外局人员评查：互查"]
    row = invite(item, paper, guest)
    assert waiting() == []
    [work] = work_for_supervision(guest, TODAY)
    client.force_login(guest)
    page = client.get(work.url)
    [shown] = page.context["papers"]
    link = reverse("supervision:invitation-paper", args=[row.pk, shown.number])
    assert link in page.text
    assert client.get(link).content == b"%PDF-1.7 letter"
    assert AuditEntry.objects.filter(action="read_as_guest", bureau_code=item.round.bureau.code)
    for closed in (item.record.get_absolute_url(), item.round.get_absolute_url()):
        assert client.get(closed).status_code == 404
    sent = {f"verdict_{code}": "good" for code in verdicts()}
    assert client.post(work.url, {**sent, "on": TODAY}).status_code == 302
    item.refresh_from_db()
    assert (item.reviewer, item.guest) == (guest, row.named)
    assert [client.get(url).status_code for url in (work.url, link)] == [404, 404]
    assert work_for_supervision(guest, TODAY) == []
    assert waiting() == ["汇总并起草通报：互查"]


def test_photos_and_what_is_inside_stay_with_the_bureau(item, paper, guest, client):
    visit, row = item.inspection, invite(item, paper, guest)
    make_record(visit, visit.drafted_by)
    typeset()
    place = SORTS["inspection"].route(visit).places[0].title
    add_material(
        "inspection", visit, actor=paper.clerk, on=TODAY, place=place, files=[scan("照片.pdf")]
    )
    client.force_login(guest)
    shown = client.get(row.get_absolute_url()).context["papers"]
    assert {each.line.source for each in shown} == {"document"}
    for number in {*range(9)} - {each.number for each in shown}:
        link = reverse("supervision:invitation-paper", args=[row.pk, number])
        assert client.get(link).status_code == 404
    client.force_login(paper.clerk)  # of the bureau itself: not the door for him
    assert client.get(row.get_absolute_url()).status_code == 404


def test_who_is_invited_supervises_elsewhere(item, paper, guest, officer):
    elsewhere = factories.make_user("elsewhere", "officer", bureau=guest.bureau)
    for wrong in (paper.reviewer, elsewhere):
        with pytest.raises(Refused, match="其他机关"):
            invite(item, paper, wrong)
    with pytest.raises(PermissionDenied):
        invitations.invite(item, actor=officer, on=TODAY, guest=guest)
    assert invite(item, paper, guest).guest == guest


def test_what_a_guest_was_asked_is_not_entered_for_him(item, paper, guest):
    row = invite(item, paper, guest)
    said = {"on": TODAY, "verdicts": verdicts()}
    with pytest.raises(Refused, match="不能代为录入"):
        rounds.review(item, actor=paper.clerk, **said, guest="邻区某")
    with pytest.raises(Refused, match="请由受邀人评查"):
        invitations.review(row, actor=paper.clerk, **said)
    invitations.review(row, actor=guest, **said)
    with pytest.raises(Refused, match="评查一次"):
        invitations.review(row, actor=guest, **said)
    with pytest.raises(Refused, match="评查以前邀请"):
        invite(item, paper, guest)
    assert Invitation.objects.count() == 1


def test_only_a_mutual_round_invites(item, paper, guest):
    type(item.round).objects.update(method="sample")
    item.round.refresh_from_db()
    with pytest.raises(Refused, match="只有互查"):
        invite(item, paper, guest)
