"""约谈通知书: it moves the interview on, there is one in force, and the page shows which."""

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_day
from archives_enforcement.workflow import Refused
from inspections.models import Interview
from inspections.queries import interviews as queries
from inspections.services import interviews as services
from tests.inspections.interviewing import TODAY, create, issue, notice_of
from tests.inspections.rectifying import make_finding, make_visit, remind_of


@pytest.fixture
def visit(unit, officer):
    return make_visit(unit, officer)


@pytest.fixture
def late(visit):
    return remind_of(make_finding(visit, due=-5))


def test_a_signed_notice_moves_the_interview_on_and_tells_the_unit(
    visit, late, officer, head, contact
):
    interview = create(visit, officer)
    assert not Interview.objects.visible_to(contact).exists()
    issue(interview, officer, head)
    interview.refresh_from_db()
    assert interview.state == "notified"
    assert Interview.objects.visible_to(contact).get() == interview


def test_there_is_one_notice_until_it_is_made_void(visit, late, officer):
    interview = create(visit, officer)
    with pytest.raises(Refused, match="已经有一份"):
        services.draft_notice(interview, actor=officer, on=TODAY)
    documents.void(notice_of(interview), actor=officer, on=TODAY, note="日期写错")
    assert services.draft_notice(interview, actor=officer, on=TODAY).state == "draft"


@pytest.mark.parametrize("newest_first", [False, True])
def test_the_notice_in_force_is_told_apart_from_its_correction(
    visit, late, officer, head, newest_first
):
    interview = create(visit, officer)
    first = queries.notices_among(papers_of(interview))
    assert (first.in_force, first.draft) == (None, notice_of(interview))
    notice = issue(interview, officer, head)
    draft = documents.draft_correction(notice, actor=officer, on=TODAY, note="地点写错")
    papers = papers_of(interview)[:: -1 if newest_first else 1]
    assert queries.notices_among(papers) == (notice, draft)
    assert queries.notices_among(papers).shown == notice


def papers_of(interview):
    return list(Document.objects.filter(object_id=interview.pk, kind="interview_notice"))


def test_the_page_shows_the_notice_in_force_and_the_correction_beside_it(
    visit, late, officer, head, client
):
    interview = create(visit, officer)
    notice = issue(interview, officer, head)
    client.force_login(officer)
    page = client.get(interview.get_absolute_url())
    assert "正在更正" not in page.content.decode()
    draft = documents.draft_correction(notice, actor=officer, on=TODAY, note="地点写错")
    page = client.get(interview.get_absolute_url())
    assert f"{notice.number}正在更正，更正签发以前以{notice.number}为准。" in page.content.decode()
    assert f"更正稿，签发后代替{notice.number}" in page.content.decode()
    assert page.context["steps"][1].note == cn_day(notice.issued_on)
    documents.submit(draft, actor=officer, on=TODAY)
    newer = documents.sign(draft, actor=head, on=TODAY)
    page = client.get(interview.get_absolute_url()).content.decode()
    assert newer.number in page
    assert "更正稿" not in page


def test_the_page_names_every_post_that_may_sign_the_notice(visit, late, officer, client):
    interview = create(visit, officer)
    client.force_login(officer)
    assert "由机关负责人、分管负责人签发。" in client.get(interview.get_absolute_url()).text
    documents.submit(notice_of(interview), actor=officer, on=TODAY)
    shown = client.get(interview.get_absolute_url()).text
    assert "约谈通知书等待机关负责人、分管负责人签发。" in shown
