"""约谈: what may lead to one, on which basis, its notice and its minutes."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.templatetags.formats import cn_day
from archives_enforcement.workflow import Refused
from inspections.models import Commitment, Finding, Interview
from inspections.queries import interviews as queries
from inspections.services import interviews as services
from tests import factories
from tests.inspections.rectifying import (
    days,
    endangering,
    make_finding,
    make_look_back,
    make_visit,
    remind_of,
    told,
)

TODAY = days(0)
PLACE = "示例路1号会议室"


@pytest.fixture
def visit(unit, officer):
    return make_visit(unit, officer)


@pytest.fixture
def late(visit):
    return remind_of(make_finding(visit, due=-5))


def create(visit, actor, *, on=TODAY, findings=None, **values):
    facts = {
        "kind": "work",
        "findings": Finding.objects.filter(inspection=visit) if findings is None else findings,
        "reason": "下列问题逾期没有整改。",
        "scheduled_on": days(5),
        "scheduled_at": time(14, 30),
        "place": PLACE,
        **values,
    }
    return services.create(visit, actor=actor, on=on, **facts)


def notice_of(interview):
    return Document.objects.get(kind="interview_notice", object_id=interview.pk)


def issue(interview, officer, head, *, on=TODAY):
    notice = notice_of(interview)
    documents.submit(notice, actor=officer, on=on)
    return documents.sign(notice, actor=head, on=on)


def test_creating_an_interview_drafts_its_notice(visit, late, officer):
    interview = create(visit, officer)
    notice = notice_of(interview)
    assert (interview.state, list(interview.findings.all())) == ("draft", [late])
    assert (notice.title, notice.party, notice.fields["reason"]) == (
        "约谈通知书",
        visit.party,
        "下列问题逾期没有整改。",
    )
    assert notice.fields["topics"] == ["（1）库房第 1 处问题，整改要求：尽快改好。"]
    assert (notice.fields["kind"], notice.fields["place"]) == ("工作约谈", PLACE)


def test_a_problem_still_in_time_leads_to_no_interview(visit, officer):
    make_finding(visit, due=0)
    with pytest.raises(Refused, match="只有逾期没有整改"):
        create(visit, officer)


def test_a_problem_seen_unfixed_at_a_look_back_leads_to_one(visit, officer):
    finding = make_finding(visit, due=10)
    make_look_back(visit, officer, p1="not_fixed")
    assert list(create(visit, officer).findings.all()) == [finding]


def test_a_look_back_still_going_on_leads_to_none(visit, officer):
    make_finding(visit, due=10)
    make_look_back(visit, officer, state="on_site", p1="not_fixed")
    with pytest.raises(Refused, match="只有逾期没有整改"):
        create(visit, officer)


def test_a_problem_of_another_visit_cannot_be_brought_in(visit, late, officer, bureau):
    other = make_visit(factories.make_unit(bureau, "示例街道二"), officer)
    foreign = make_finding(other, due=-1)
    with pytest.raises(Refused):
        create(visit, officer, findings=[late, foreign])


def test_an_interview_is_about_something(visit, late, officer):
    with pytest.raises(Refused, match="至少选择一个"):
        create(visit, officer, findings=[])


def test_an_interview_is_not_set_for_the_past(visit, late, officer):
    with pytest.raises(Refused, match="不能早于今天"):
        create(visit, officer, scheduled_on=days(-1))
    assert create(visit, officer, scheduled_on=TODAY).scheduled_on == TODAY


def test_a_head_does_not_arrange_interviews(visit, late, head):
    with pytest.raises(PermissionDenied):
        create(visit, head)


@pytest.mark.parametrize("kind", [kind for kind in Party.Kind if kind != "service_enterprise"])
def test_a_statutory_interview_is_refused_for_every_other_kind_of_party(kind):
    with pytest.raises(Refused, match="只适用于档案服务企业"):
        services.statutory_basis(Party(kind=kind), date(2024, 9, 5))


@pytest.mark.parametrize(
    ("day", "basis"),
    [
        (date(2024, 2, 29), None),
        (date(2024, 3, 1), "《中华人民共和国档案法实施条例》第五十一条"),
        (date(2026, 1, 1), "《中华人民共和国档案法实施条例》第五十一条"),
    ],
)
def test_a_statutory_interview_rests_on_the_regulation_while_it_is_in_force(db, day, basis):
    party = Party(kind="service_enterprise")
    if basis is None:
        with pytest.raises(Refused, match="尚未施行"):
            services.statutory_basis(party, day)
    else:
        assert services.statutory_basis(party, day) == basis


@pytest.fixture
def hazard(bureau, officer):
    """A hazard at a firm that was told of it and left it."""
    visit = make_visit(
        factories.make_unit(bureau, "示例档案服务公司", "service_enterprise"), officer
    )
    told(visit)
    return remind_of(make_finding(visit, due=-5, item=endangering(), severity="A"))


def test_a_statutory_notice_cites_its_article_and_a_work_notice_none(hazard, officer):
    visit = hazard.inspection
    statutory = notice_of(create(visit, officer, kind="statutory")).fields["reason"]
    assert "第五十一条" in statutory and "号，知道存在档案安全隐患" in statutory
    assert "《" not in notice_of(create(visit, officer)).fields["reason"]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"severity": "B"}, "第 1 项不是档案安全隐患"),
        ({"item": None, "severity": "B"}, "第 1 项不是档案安全隐患"),
        ({}, "没有记录表明单位知道隐患"),
    ],
)
def test_a_statutory_talk_is_about_a_hazard_that_the_firm_knows_of(hazard, officer, wrong, why):
    visit = hazard.inspection
    if wrong:
        Finding.objects.filter(pk=hazard.pk).update(**wrong)
    else:
        Delivery.objects.update(delivered_on=days(1))
    with pytest.raises(Refused, match=f"{why}.*第五十一条"):
        create(visit, officer, kind="statutory")
    assert create(visit, officer).kind == "work"
    Finding.objects.filter(pk=hazard.pk).update(item=None, severity="A")  # beside the checklist
    Delivery.objects.update(delivered_on=TODAY)
    assert create(visit, officer, kind="statutory").kind == "statutory"


def test_what_another_party_received_tells_the_firm_nothing(hazard, officer, unit):
    Delivery.objects.update(party=unit.party)
    with pytest.raises(Refused, match="没有记录表明单位知道隐患"):
        create(hazard.inspection, officer, kind="statutory")


def test_a_statutory_interview_of_another_unit_is_refused(visit, late, officer):
    with pytest.raises(Refused, match="工作约谈"):
        create(visit, officer, kind="statutory")
    assert Interview.objects.count() == 0


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


def hold(interview, actor, *, on=TODAY, **values):
    facts = {"present": "双方人员", "minutes": "逐项询问了整改情况。", **values}
    return services.hold(interview, actor=actor, on=on, **facts)


@pytest.fixture
def notified(visit, late, officer, head):
    interview = create(visit, officer, on=days(-3), scheduled_on=TODAY)
    issue(interview, officer, head, on=days(-3))
    return interview


def test_each_promise_has_a_day_of_its_own(notified, officer):
    held = hold(notified, officer, commitments=[("换新灭火器", days(10)), ("补目录", days(30))])
    assert (held.state, held.held_on) == ("held", TODAY)
    assert [(row.position, row.text, row.due_on) for row in held.commitments.all()] == [
        (1, "换新灭火器", days(10)),
        (2, "补目录", days(30)),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"present": " "},
        {"minutes": " "},
        {"commitments": [("换新灭火器", None)]},
        {"commitments": [(" ", days(10))]},
        {"commitments": [("补目录", days(3)), ("换新灭火器", days(-1))]},
    ],
)
def test_incomplete_minutes_are_refused(notified, officer, wrong):
    with pytest.raises(Refused):
        hold(notified, officer, **wrong)
    assert Interview.objects.get().state == "notified"
    assert Commitment.objects.count() == 0


def test_an_interview_is_not_held_before_its_day(visit, late, officer, head):
    interview = create(visit, officer, scheduled_on=days(1))
    issue(interview, officer, head)
    with pytest.raises(Refused, match="还没有到"):
        hold(interview, officer)


def test_without_notice_there_are_no_minutes(visit, late, officer):
    with pytest.raises(Refused, match="拟约谈"):
        hold(create(visit, officer), officer)
