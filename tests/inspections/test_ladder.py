"""逐级督促: one rung after the other, each with its paper; a hazard waits for none."""

import re
from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Escalation, RectificationRule
from inspections.queries import ladder, ladder_taken
from inspections.services import interviews, rectification
from tests.documents.delivering import deliver
from tests.inspections.pressing import TODAY, TYPED, hold_talk, item_of_hazard, take
from tests.inspections.rectifying import days, make_finding, make_look_back, make_visit, remind_of


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


@pytest.fixture
def late(visit):
    return make_finding(visit, due=-5)


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
    assert [row.label for row in ladder_taken.taken(visit, officer, late)] == [
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
    grave = make_finding(visit, 1, due=-1, severity="A", item=item_of_hazard())
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


def test_a_rung_is_not_begun_twice_until_its_draft_is_void(visit, officer):
    hazard = make_finding(visit, due=-1, severity="A", item=item_of_hazard())
    rung = take(visit, "inquiry", officer, findings=[hazard])
    with pytest.raises(Refused, match="已经办过"):
        take(visit, "inquiry", officer, findings=[hazard])
    documents.void(rung.document, actor=officer, on=TODAY, note="写错")
    assert take(visit, "inquiry", officer, findings=[hazard]).document
    assert Escalation.objects.count() == 2


def test_a_clerk_does_not_press(visit, late, clerk):
    with pytest.raises(PermissionDenied):
        take(visit, "inquiry", clerk)
