"""终结整改: what a dissolved unit left open ends with it; it is neither open nor put right."""

from datetime import time

import pytest

from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Commitment, Finding, Inspection, Interview, Reminder
from inspections.queries import assessing
from inspections.queries.completion import completion, completion_of
from inspections.queries.look_back import ranked
from inspections.queries.visit_work import work_for_visits
from inspections.services import answers, escalation, look_back, rectification, reminders
from inspections.services import terminations as services
from publicity.queries import results
from reports.queries import text
from reports.queries.breakdowns import by_kind
from reports.queries.charts import problem_areas
from reports.queries.figures import figure_of, figures_of
from reports.queries.year import Year
from tests.inspections.rectifying import answer, days, make_finding, make_record, make_visit, upload
from tests.inspections.terminating import TODAY, TOLD, propose
from units import services as register


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
