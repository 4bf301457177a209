"""终结整改: what a dissolved unit left open ends with it; it is neither open nor put right."""

from datetime import time

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.urls import reverse

from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused
from inspections.models import Commitment, Finding, Inspection, Interview, Reminder
from inspections.queries import assessing, terminations
from inspections.queries.completion import completion, completion_of
from inspections.queries.look_back import ranked
from inspections.queries.rectification_work import work_for_rectification
from inspections.queries.visit_work import work_for_visits
from inspections.services import answers, escalation, look_back, rectification, reminders, visits
from inspections.services import terminations as services
from inspections.workflow import INSPECTION_FLOW
from publicity.queries import results
from reports.queries import text
from reports.queries.breakdowns import by_kind
from reports.queries.charts import problem_areas
from reports.queries.figures import figure_of, figures_of
from reports.queries.standing import standing
from reports.queries.year import Year
from tests import factories
from tests.inspections import arranging
from tests.inspections.rectifying import (
    answer,
    days,
    make_finding,
    make_record,
    make_visit,
    upload,
)
from units import services as register
from units.models import Unit

TODAY = days(0)
TOLD = {"basis": "示编〔2026〕10号", "archives_to": "示例区档案馆"}
PAPER = {
    "paper": "关于撤销示例街道的通知",
    "paper_number": "示编〔2026〕10号",
    "paper_on": days(-3),
}


@pytest.fixture
def visit(unit, officer):
    return make_visit(unit, officer)


@pytest.fixture
def open_one(visit):
    """Past its day, with its clock."""
    return make_finding(visit, due=-2, clock=True)


@pytest.fixture
def fixed(visit):
    return make_finding(visit, 2, state="accepted", accepted_on=days(-5))


@pytest.fixture
def gone(unit, open_one, clerk):
    """The unit, dissolved today with nobody to go on with it."""
    return register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)


def propose(unit, officer, **values):
    said = {"reason": "单位已撤销，没有单位可以整改", **PAPER, **values}
    return services.propose(unit, actor=officer, on=TODAY, **said)


@pytest.fixture
def proposed(gone, officer):
    return propose(gone, officer)


def test_the_problem_ends_and_is_neither_open_nor_put_right(
    proposed, open_one, fixed, visit, head, officer
):
    before = completion(visit.findings.all())
    assert (before.total, before.accepted, before.terminated) == (2, 1, 0)
    row = services.decide(proposed, actor=head, on=TODAY)
    open_one.refresh_from_db()
    assert (row.state, row.ended[0]) == ("decided", "1 项没有整改的问题")
    assert (open_one.state, open_one.termination) == ("terminated", row)
    assert open_one.accepted_on is None
    for counted in (completion(visit.findings.all()), completion_of(visit.findings.all())):
        assert (counted.total, counted.accepted, counted.percent) == (1, 1, 100)
        assert counted.words.endswith("另有 1 项因单位撤销终结")


def test_its_clocks_are_taken_off_with_the_reason_and_not_met(proposed, open_one, head):
    services.decide(proposed, actor=head, on=TODAY)
    clock = deadlines.for_subject(open_one).get(code="D-I08")
    assert (clock.met_on, clock.cancelled_on) == (None, TODAY)
    assert "没有承继单位" in clock.cancel_reason and "示编〔2026〕10号" in clock.cancel_reason


def test_an_answer_that_waits_falls_away_and_is_not_accepted(
    visit, unit, contact, clerk, officer, head
):
    row = answer(make_finding(visit), contact)
    register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)
    services.decide(propose(unit, officer), actor=head, on=TODAY)
    row.refresh_from_db()
    assert (row.state, row.replies.get().outcome) == ("terminated", "withdrawn")
    assert not deadlines.for_subject(row).filter(met_on=None, cancelled_on=None).exists()


def test_a_reply_of_before_may_still_be_taken(visit, unit, contact, clerk, officer):
    row = answer(make_finding(visit), contact)
    register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)
    assert rectification.accept(row, actor=officer, on=TODAY).state == "accepted"


def test_a_unit_of_the_register_puts_right_itself(unit, open_one, officer, clerk):
    with pytest.raises(Refused, match="还在册，没有整改的问题应当由它整改"):
        propose(unit, officer)
    register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)
    assert propose(unit, officer).state == "proposed"


def test_an_heir_puts_right_what_the_unit_left(unit, open_one, bureau, officer, clerk, head):
    heir = factories.make_unit(bureau, "示例新街道")
    register.merge(unit, heir, actor=clerk, on=TODAY, **TOLD)
    unit.refresh_from_db()
    with pytest.raises(Refused, match="由示例新街道承继，没有整改的问题由承继单位整改"):
        propose(unit, officer)
    register.dissolve(heir, actor=clerk, on=TODAY, **TOLD)  # then nobody is left for either
    unit.refresh_from_db()
    assert unit.left_no_heir and terminations.card(unit, officer).left.findings == [open_one]
    assert services.decide(propose(unit, officer), actor=head, on=TODAY).state == "decided"


def test_one_heir_of_a_division_is_enough(unit, open_one, bureau, officer, clerk):
    heirs = [factories.make_unit(bureau, name) for name in ("示例甲街道", "示例乙街道")]
    register.split(unit, heirs, actor=clerk, on=TODAY, remains=False, **TOLD)
    register.dissolve(heirs[0], actor=clerk, on=TODAY, **TOLD)
    assert set(Unit.objects.filter(left_no_heir=True)) == {heirs[0]}


def test_nobody_decides_what_he_proposed(gone, officer, head, bureau):
    both = factories.make_user("both", "officer", "head", bureau=bureau)
    row = propose(gone, both)
    with pytest.raises(Refused, match="不能由您自己决定"):
        services.decide(row, actor=both, on=TODAY)
    with pytest.raises(PermissionDenied):
        services.decide(row, actor=officer, on=TODAY)
    assert services.decide(row, actor=head, on=TODAY).decided_by == head


def test_what_is_missing_is_named(gone, officer):
    for wrong, said in (
        ({"reason": " "}, "请写明终结的理由"), ({"paper": ""}, "撤销文件的名称"),
        ({"paper_on": days(1)}, "不能晚于办理日期"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=said):
            propose(gone, officer, **wrong)


def test_what_was_not_agreed_to_is_proposed_anew(proposed, gone, officer, head, open_one):
    with pytest.raises(Refused, match="已经提出终结整改"):
        propose(gone, officer)
    with pytest.raises(Refused, match="请写明不同意的原因"):
        services.decline(proposed, actor=head, on=TODAY, note=" ")
    services.decline(proposed, actor=head, on=TODAY, note="请补充撤销文件")
    open_one.refresh_from_db()
    assert open_one.state == "open"
    assert services.decide(propose(gone, officer), actor=head, on=TODAY).state == "decided"
    with pytest.raises(Refused, match="没有需要终结的事项"):
        propose(gone, officer)


def test_a_decision_stays_as_it_is(proposed, head):
    row = services.decide(proposed, actor=head, on=TODAY)
    row.reason = "另一个理由"
    with pytest.raises(DatabaseError), transaction.atomic():
        row.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        type(row).objects.filter(pk=row.pk).delete()


def test_nothing_is_entered_or_asked_as_if_the_unit_were_there(
    visit, open_one, unit, clerk, officer, contact
):
    said = {"kind": "fixed", "text": "已换", "files": [upload()]}
    asked = (
        lambda: answers.enter_reply(open_one, actor=clerk, on=TODAY, **said),
        lambda: answers.reply(open_one, actor=contact, on=TODAY, kind="fixed", text="已换"),
        lambda: rectification.remind(visit, actor=officer, on=TODAY),
        lambda: escalation.take_step(
            visit, actor=officer, on=TODAY, step="remind", findings=[open_one], reason="逾期"
        ),
        lambda: look_back.create_look_back(
            visit, actor=officer, on=TODAY, scheduled_on=days(5), session="morning"
        ),
    )
    register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)
    open_one, visit = Finding.objects.get(pk=open_one.pk), Inspection.objects.get(pk=visit.pk)
    for ask in asked:
        with pytest.raises(Refused, match="请在单位页面提出终结整改"):
            ask()
    late = answers.enter_reply(open_one, actor=clerk, on=days(-1), **said)  # came while it stood
    assert late.state == "replied"


def test_no_reminder_and_no_look_back_wait_for_it(gone, visit, open_one, bureau, clerk, officer):
    monday = next(day for day in map(days, range(7)) if day.weekday() == 0)
    assert reminders.send_due(bureau, monday) == 0
    assert not Reminder.objects.exists()
    assert not ranked(Inspection.objects.all(), TODAY).exists()


def test_the_desk_of_each_says_what_to_do(client, gone, visit, officer, head):
    client.force_login(officer)
    assert "逐级督促" not in client.get(visit.get_absolute_url()).text
    assert standing(officer, TODAY).findings["asked"] == 0
    (item,) = work_for_rectification(officer, TODAY)
    assert "提出终结整改" in item.text and item.url.endswith(f"/units/{gone.pk}/")
    row = propose(gone, officer)
    assert not work_for_rectification(officer, TODAY)
    (item,) = [one for one in work_for_rectification(head, TODAY) if "终结" in one.text]
    assert item.url == row.get_absolute_url()
    services.decide(row, actor=head, on=TODAY)
    assert not [one for one in work_for_rectification(head, TODAY) if "终结" in one.text]


def test_talks_and_promises_end_with_it(gone, visit, open_one, officer, head):
    kind = {"unit": gone, "bureau": visit.bureau, "inspection": visit, "kind": "work"}
    when = {"scheduled_on": days(3), "scheduled_at": time(9), "drafted_by": officer}
    told, held = (
        Interview.objects.create(**kind, **when, state=state) for state in ("notified", "held")
    )
    promise = held.commitments.create(position=1, text="月底前改好", due_on=days(2))
    services.decide(propose(gone, officer), actor=head, on=TODAY)
    for row in (told, held, promise):
        row.refresh_from_db()
    assert (told.state, held.state) == ("terminated", "held")
    assert promise.outcome == Commitment.Outcome.TERMINATED


def test_a_check_whose_letter_nobody_can_take_is_closed_without_it(unit, officer, clerk, head):
    visit = make_visit(unit, officer, state="recorded", letter=None)
    make_record(visit, officer)
    deadlines.start(visit, "D-I06", bureau=visit.bureau, on=days(-40))
    row = make_finding(visit, due=None)
    register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)
    with pytest.raises(Refused, match="还不能办结"):
        rectification.close(visit, actor=officer, on=TODAY)
    desk = [item.text for item in work_for_visits(officer, TODAY)]
    assert not [text for text in desk if "反馈意见书" in text or "办结" in text]
    services.decide(propose(unit, officer), actor=head, on=TODAY)
    (item,) = [item for item in work_for_visits(officer, TODAY) if "办结" in item.text]
    assert "已因单位撤销终结" in item.text
    assert rectification.close(visit, actor=officer, on=TODAY).state == "closed"
    row.refresh_from_db()
    assert row.state == "terminated"
    assert deadlines.for_subject(visit).get(code="D-I06").cancelled_on == TODAY


def test_a_letter_is_needed_as_ever_where_the_unit_stands(unit, officer):
    visit = make_visit(unit, officer, state="recorded", letter=None)
    make_record(visit, officer)
    with pytest.raises(Refused, match="反馈意见书还没有签发"):
        rectification.close(visit, actor=officer, on=TODAY)


def test_the_figures_of_the_year_say_it_apart(proposed, visit, open_one, fixed, head, bureau):
    services.decide(proposed, actor=head, on=TODAY)
    year = Year(bureau, visit.inspected_on.year)
    values = {
        key: figure_of(year, key).value
        for key in ("findings", "findings_accepted", "findings_terminated")
    }
    assert values == {"findings": 2, "findings_accepted": 1, "findings_terminated": 1}
    said = "已销号1项，因单位撤销终结整改1项（不计入销号率），销号率100%"
    assert said in text._rectification(_values(year), year)
    assert {row.rate for row in (*by_kind(year), *problem_areas(year))} == {"100%"}
    public = results.progress(visit)
    assert (public.found, public.fixed, public.ended) == (1, 1, 1)
    assert "终结整改问题1项" in public.words(TODAY) and "已全部整改" in public.words(TODAY)


def _values(year):
    return {figure.key: figure.value for figure in figures_of(year)}


def test_the_yearly_score_does_not_judge_it(proposed, open_one, head):
    assert assessing._of_finding(open_one, _Rule, days(30)) is not None
    services.decide(proposed, actor=head, on=TODAY)
    open_one.refresh_from_db()
    assert assessing._of_finding(open_one, _Rule, days(30)) is None


class _Rule:
    late_share = 50


def send(client, user, page, pk, **data):
    client.force_login(user)
    data = {"on": TODAY.isoformat(), **data}
    return client.post(reverse(f"inspections:{page}", args=[pk]), data, follow=True)


def test_the_pages_walk_from_the_unit_to_the_closed_check(
    client, gone, visit, open_one, officer, head
):
    make_record(visit, officer)
    client.force_login(officer)
    page = client.get(gone.get_absolute_url()).text
    assert "没有承继单位" in page and "示例区档案馆" in page and "第二十条第三款" in page
    assert "提出终结整改" in client.get(open_one.get_absolute_url()).text
    ask = reverse("inspections:termination-propose", args=[gone.pk])
    assert open_one.text in client.get(ask).text
    refused = send(client, officer, "termination-propose", gone.pk, paper="通知", reason="撤销")
    assert refused.status_code == 422 and "请填写“文件日期”" in refused.text
    assert "撤销</textarea>" in refused.text
    said = {**PAPER, "paper_on": PAPER["paper_on"].isoformat(), "reason": "撤销", "confirmed": "on"}
    done = send(client, officer, "termination-propose", gone.pk, files=upload("撤销.pdf"), **said)
    row = gone.terminations.get()
    assert "等待机关负责人决定" in done.text and "撤销.pdf" in done.text
    forged = send(client, officer, "termination-decide", row.pk, confirmed="on")
    assert forged.status_code == 403
    decided = send(client, head, "termination-decide", row.pk, confirmed="on")
    assert "已决定终结" in decided.text and "1 项没有整改的问题" in decided.text
    again = send(client, head, "termination-decide", row.pk, confirmed="on")
    assert "现在的状态是“已终结”" in again.text
    assert "不算已整改" in client.get(open_one.get_absolute_url()).text
    client.force_login(officer)
    assert "可以办结" in client.get(visit.get_absolute_url()).text
    assert rectification.close(visit, actor=officer, on=TODAY).state == "closed"


def test_nobody_of_the_unit_is_asked_any_more(client, visit, open_one, unit, contact, clerk, head):
    client.force_login(contact)
    reply = reverse("inspections:portal-finding-reply", args=[open_one.pk])
    assert "还要您回复" in client.get("/reports/portal/").text
    assert "提交回复" in client.get(reply).text
    register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)
    home = client.get("/reports/portal/").text
    assert "1 个因单位撤销不用再回复" in home and "还要您回复" not in home
    assert "没有整改的不用再回复" in home and "接着办理" not in home
    assert "提交回复" not in client.get(reply).text
    sent = client.post(reply, {"kind": "fixed", "text": "已换"})
    assert sent.status_code == 422 and not open_one.replies.exists()


def test_a_unit_that_stands_has_no_such_page(client, unit, open_one, officer):
    client.force_login(officer)
    page = client.get(reverse("inspections:termination-propose", args=[unit.pk])).text
    assert "还在册" in page and "<textarea" not in page
    said = {**PAPER, "paper_on": PAPER["paper_on"].isoformat(), "reason": "撤销", "confirmed": "on"}
    refused = send(client, officer, "termination-propose", unit.pk, **said)
    assert "还在册" in refused.text and not unit.terminations.exists()


def test_a_check_that_has_not_begun_is_cancelled_and_not_held(
    client, officer, second_officer, head, unit, clerk
):
    visit = arranging.make_approved(officer, second_officer, head, unit)
    register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)
    visit = Inspection.objects.get(pk=visit.pk)
    why = INSPECTION_FLOW.why_not(visit, "start", Act(officer, TODAY))
    assert "没有承继单位，不能再检查，请取消这次检查" in why
    before = INSPECTION_FLOW.why_not(visit, "start", Act(officer, visit.scheduled_on))
    assert before is None or "不能再检查" not in before
    assert [item for item in work_for_visits(officer, TODAY) if "请取消检查" in item.text]
    client.force_login(officer)
    assert "请取消这次检查" in client.get(visit.get_absolute_url()).text
    assert visits.cancel_inspection(visit, actor=officer, on=TODAY, note="单位撤销").state == (
        "cancelled"
    )
