"""逐级督促: one rung after the other, each with its paper; a hazard waits for none."""

import re
from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import ChecklistItem, Escalation, Interview, RectificationRule
from inspections.queries import ladder
from inspections.queries.visits import findings_of
from inspections.services import escalation as services
from inspections.services import interviews, rectification
from tests import factories
from tests.documents.delivering import deliver
from tests.inspections.rectifying import days, make_finding, make_look_back, make_visit, remind_of

TODAY = days(0)
TYPED = {
    "remind": {"request": "请于月底前整改并回复"},
    "inquiry": {"questions": "为什么没有改好", "reply_due": "收到本函之日起10个工作日内"},
    "circular": {"requirements": "请于月底前改好"},
    "lead": {},
}


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


@pytest.fixture
def late(visit):
    return make_finding(visit, due=-5)


def take(visit, step, actor, *, findings=None, **typed):
    findings = visit.findings.all() if findings is None else findings
    facts = {**TYPED[step], "reason": "逾期没有整改。", **typed}
    return services.take_step(visit, actor=actor, on=TODAY, step=step, findings=findings, **facts)


def hold_talk(visit, officer):
    talk = Interview.objects.create(
        bureau=visit.bureau, unit=visit.unit, inspection=visit, kind="work", reason="逾期",
        scheduled_on=TODAY, scheduled_at=time(9), place="会议室", state="held", held_on=TODAY,
        drafted_by=officer,
    )  # fmt: skip
    talk.findings.set(visit.findings.all())


def issue(rung, officer, head, lawyer):
    paper = rung.document
    if KINDS[paper.kind].review:
        paper = documents.submit_review(paper, actor=officer, on=TODAY)
        paper = documents.pass_review(paper, actor=lawyer, on=TODAY)
    else:
        paper = documents.submit(paper, actor=officer, on=TODAY)
    documents.sign(paper, actor=head, on=TODAY)


def test_each_rung_asks_for_the_one_before_and_leaves_its_paper(
    visit, late, officer, head, reviewer, clerk, contact
):
    def refused(step, what):
        with pytest.raises(Refused, match=re.escape(f"还没有{what}")):
            take(visit, step, officer)

    with pytest.raises(Refused, match="还没有提醒"):
        interviews.create(
            visit, actor=officer, on=TODAY, kind="work", findings=[late], reason="逾期",
            scheduled_on=days(3), scheduled_at=time(9), place="会议室",
        )  # fmt: skip
    remind_of(late)
    refused("inquiry", "约谈")
    hold_talk(visit, officer)
    inquiry = take(visit, "inquiry", officer)
    assert inquiry.document.kind == "inquiry_letter"
    assert "库房第 1 处问题" in inquiry.document.fields["questions"]
    refused("circular", "函询")  # drafted is not sent
    issue(inquiry, officer, head, reviewer)
    deliver(inquiry.document, clerk, "direct", TODAY)
    refused("circular", "函询（单位没有答复")
    documents.answer_letter(inquiry.document, actor=contact, on=TODAY, text="正在采购")
    circular = take(visit, "circular", officer)
    refused("lead", "工作通报")
    issue(circular, officer, head, reviewer)
    lead = take(visit, "lead", officer).lead
    assert (lead.party, lead.source) == (visit.party, "inspection")
    assert [row.label for row in ladder.taken(visit, officer, late)] == [
        "工作约谈", "函询", "工作通报", "转为线索",
    ]  # fmt: skip


def test_a_question_left_unanswered_opens_the_next_rung_once_its_day_is_over(
    visit, late, officer, head, reviewer, clerk
):
    remind_of(late)
    hold_talk(visit, officer)
    inquiry = take(visit, "inquiry", officer)
    issue(inquiry, officer, head, reviewer)
    deliver(inquiry.document, clerk, "direct", TODAY)
    clock = deadlines.for_subject(inquiry.document).get(code="D-I20")
    assert ladder.climbed(visit, clock.due_on)["inquiry"] == set()
    assert ladder.climbed(visit, clock.due_on + timedelta(days=1))["inquiry"] == {late.pk}


def test_the_rule_of_the_bureau_may_skip_rungs(visit, late, officer):
    def rule(**values):
        RectificationRule.objects.all().delete()
        RectificationRule.objects.create(
            bureau=visit.bureau, valid_from=TODAY, source="局务会议", **values
        )

    remind_of(late)
    rule(inquiry_first=False)
    with pytest.raises(Refused, match="还没有约谈"):
        take(visit, "circular", officer)
    rule(talk_first=False, inquiry_first=False, circular_first=False)
    assert take(visit, "lead", officer).lead


def test_no_rung_is_taken_before_the_reminder_whatever_the_rule(visit, late, officer):
    RectificationRule.objects.create(
        bureau=visit.bureau, valid_from=TODAY, source="局务会议", talk_first=False,
        inquiry_first=False, circular_first=False,
    )  # fmt: skip
    with pytest.raises(Refused, match="还没有提醒"):
        take(visit, "lead", officer)
    rectification.remind(visit, actor=officer, on=TODAY)
    assert take(visit, "lead", officer).lead


def test_a_reminder_goes_out_as_a_letter_and_then_stands_as_its_rung(
    client, visit, late, officer, head, reviewer
):
    client.force_login(officer)
    page = reverse("inspections:inspection-remind-by-letter", args=[visit.pk])
    assert page in client.get(visit.get_absolute_url()).text
    facts = {**TYPED["remind"], "reason": "期限已过", "findings": [late.pk], "on": TODAY}
    assert client.post(page, facts).status_code == 302
    rung = Escalation.objects.get()
    assert "库房第 1 处问题" in rung.document.fields["facts"]
    assert rung.document.kind == "reminder_letter"
    assert late.pk not in ladder.climbed(visit, TODAY)["remind"]  # drafted is not sent
    issue(rung, officer, head, reviewer)
    assert late.pk in ladder.climbed(visit, TODAY)["remind"]


def test_a_hazard_waits_for_no_rung_and_another_problem_beside_it_does(visit, officer):
    grave = make_finding(visit, 1, due=-1, severity="A", item=_hazard())
    plain = make_finding(visit, 2, due=-1)
    with pytest.raises(Refused, match="第 2 项还没有"):
        take(visit, "lead", officer, findings=[grave, plain])
    assert take(visit, "lead", officer, findings=[grave]).lead


def test_only_what_failed_is_pressed(visit, officer):
    with pytest.raises(Refused, match="只有逾期"):
        take(visit, "inquiry", officer, findings=[make_finding(visit, due=5)])
    with pytest.raises(Refused, match="至少选择一个"):
        take(visit, "inquiry", officer, findings=[])


def test_what_a_look_back_saw_unfixed_needs_no_reminder(visit, officer):
    finding = make_finding(visit, due=9, state="replied")
    make_look_back(visit, officer, state="closed", p1="not_fixed")
    with pytest.raises(Refused, match="还没有约谈"):
        take(visit, "inquiry", officer, findings=[finding])


def test_the_name_of_a_penalty_is_refused_in_every_paper(visit, late, officer):
    remind_of(late)
    RectificationRule.objects.create(
        bureau=visit.bureau, valid_from=TODAY, source="局务会议", talk_first=False,
        inquiry_first=False,
    )  # fmt: skip
    with pytest.raises(Refused, match="行政处罚的种类"):
        take(visit, "circular", officer, requirements="予以通报批评")
    assert not any("通报批评" in kind.label for kind in KINDS.values())
    assert take(visit, "circular", officer).document.title.endswith("工作通报")


def test_a_proposal_is_no_rung_and_its_facts_are_recorded_of_the_lead(client, visit, officer):
    hazard = make_finding(visit, due=-1, severity="A", item=_hazard())
    with pytest.raises(Refused, match="先转为线索，认定事实.*第四十八条"):
        services.take_step(
            visit, actor=officer, on=TODAY, step="proposal", findings=[hazard], reason="逾期",
            basis="law-48",
        )  # fmt: skip
    assert not Escalation.objects.exists()
    client.force_login(officer)
    assert "转为线索，认定事实后提出处理建议或者立案" in client.get(visit.get_absolute_url()).text
    rung = take(visit, "lead", officer)
    assert list(rung.findings.all()) == [hazard]
    with pytest.raises(Refused, match="还没有认定事实"):
        _propose("lead", rung.lead, officer)


def test_no_proposal_is_drafted_on_a_visit(visit, officer):
    with pytest.raises(Refused, match="先转为线索，认定事实.*第四十八条"):
        _propose("inspection", visit, officer)


def _propose(about, record, officer):
    fields = dict.fromkeys(KINDS["handling_proposal"].fields, "内容")
    return documents.draft_about(
        about, record, "handling_proposal", title="", fields=fields, actor=officer, on=TODAY
    )


def _hazard():
    items = ChecklistItem.objects.filter(violation="V08", checklist__code="general-2024")
    return items.exclude(articles__number=48).first()


def test_a_rung_is_not_begun_twice_until_its_draft_is_void(visit, officer):
    hazard = make_finding(visit, due=-1, severity="A", item=_hazard())
    rung = take(visit, "inquiry", officer, findings=[hazard])
    with pytest.raises(Refused, match="已经办过"):
        take(visit, "inquiry", officer, findings=[hazard])
    documents.void(rung.document, actor=officer, on=TODAY, note="写错")
    assert take(visit, "inquiry", officer, findings=[hazard]).document
    assert Escalation.objects.count() == 2


def test_a_clerk_does_not_press(visit, late, clerk):
    with pytest.raises(PermissionDenied):
        take(visit, "inquiry", clerk)


def test_the_page_says_which_rung_is_open_and_why_another_is_not(client, visit, late, officer):
    client.force_login(officer)
    text = client.get(visit.get_absolute_url()).text
    assert "第 1 项还没有提醒，不能约谈" in text
    remind_of(late)
    text = client.get(visit.get_absolute_url()).text
    assert reverse("inspections:interview-create", args=[visit.pk]) in text
    assert "第 1 项还没有约谈，不能函询" in text


def test_a_rung_is_taken_on_its_page(client, visit, officer):
    make_finding(visit, due=-1, severity="A", item=_hazard())
    client.force_login(officer)
    typed = {
        **TYPED["inquiry"],
        "reason": "逾期",
        "findings": [visit.findings.get().pk],
        "on": TODAY,
    }
    response = client.post(reverse("inspections:inspection-inquire", args=[visit.pk]), typed)
    assert response.url == Escalation.objects.get().document.get_absolute_url()


def test_only_what_may_go_to_the_rung_is_ticked_beforehand(client, visit, late, officer):
    hazard = make_finding(visit, 2, due=-1, severity="A", item=_hazard())
    client.force_login(officer)
    form = client.get(reverse("inspections:inspection-inquire", args=[visit.pk])).context["form"]
    assert form["findings"].initial == [hazard]
    assert form["reason"].initial.endswith("检查发现的问题，第 2 项整改期限已过，没有改好。")
    assert form["reply_due"].initial == "收到本函之日起15日内"
    assert "第 1 项还没有约谈，不能函询" in form["findings"].help_text
    form = client.get(reverse("inspections:interview-create", args=[visit.pk])).context["form"]
    assert form["findings"].initial == [hazard]


def test_whom_one_might_call_in_stands_before_the_talks(client, visit, late, officer, head):
    seen = make_finding(visit, 2, due=30)
    make_look_back(visit, officer, p2="not_fixed")
    make_finding(visit, 3, due=30)
    client.force_login(officer)
    page = reverse("inspections:interview-list")
    [one] = client.get(page).context["candidates"]
    assert (one.inspection, one.findings) == (visit, [late, seen])
    assert one.reasons == ["2 个问题没有改好，最长逾期 5 天", "回头看时 1 个问题仍未改好"]
    hold_talk(visit, officer)
    assert client.get(page).context["candidates"] == []
    client.force_login(head)
    assert client.get(page).context["candidates"] == []


def test_another_bureau_presses_nobody_here(visit, late, bureau):
    stranger = factories.make_officer("stranger", factories.make_bureau("另一区档案局", "120199"))
    with pytest.raises(type(visit).DoesNotExist):
        take(visit, "inquiry", stranger)


def offered(visit, officer):
    return ladder.offers(visit, findings_of(visit, officer), officer, TODAY)


def test_many_problems_cost_the_rungs_no_more_queries(visit, late, officer):
    offered(visit, officer)  # what the process remembers is asked once
    with CaptureQueriesContext(connection) as one:
        before = offered(visit, officer)
    make_finding(visit, 2, due=-5)
    make_finding(visit, 3, due=-5)
    with CaptureQueriesContext(connection) as three:
        again = offered(visit, officer)
    assert len(again.open + again.closed) == len(before.open + before.closed) > 0
    assert len(three) == len(one)
