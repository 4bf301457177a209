"""What waits for whom, gathered from every app."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.services import unit_people as people
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Delivery
from archives_enforcement.workdays import deadlines
from publicity.services import activities
from reports.queries import desk
from reports.queries.paper_work import work_for_papers
from reports.queries.people_work import work_for_people
from reports.queries.standing import standing
from reports.queries.work import (
    work_for,
    work_for_annual_reports,
    work_for_deadlines,
    work_for_ledger,
)
from reports.services import annual, ledger
from tests import factories
from tests.reports.years import YearMaker

TODAY = date(2024, 9, 4)  # a Wednesday
FIELDS = {
    "unit": "示例街道一", "inspected_on": "2024年8月30日", "overview": "概况", "problems": ["问题"],
    "report_due": "30 日内", "basis": "依据", "kind": "日常检查", "phone": "000",
}  # fmt: skip


def texts(items):
    return [item.text for item in items]


@pytest.fixture
def check(bureau, unit):
    return YearMaker(bureau, 2024).check(unit=unit, state="recorded")


@pytest.fixture
def letter(check, bureau, unit, officer):
    return documents.draft(
        check, "feedback_letter", bureau=bureau, party=unit.party, title="反馈意见书",
        fields=FIELDS, actor=officer, on=date(2024, 9, 2),
    )  # fmt: skip


def test_a_draft_waits_for_its_drafter_and_a_submitted_paper_for_the_head(
    letter, officer, second_officer, head
):
    assert texts(work_for_papers(officer, TODAY)) == ["提交档案行政检查反馈意见书：示例街道一"]
    assert work_for_papers(second_officer, TODAY) == []
    assert work_for_papers(head, TODAY) == []

    documents.submit(letter, actor=officer, on=TODAY)
    assert texts(work_for_papers(head, TODAY)) == ["签发档案行政检查反馈意见书：示例街道一"]
    assert work_for_papers(officer, TODAY) == []


def test_a_paper_takes_the_day_of_the_clock_on_its_record(letter, check, bureau, officer):
    deadlines.start(check, "D-I06", bureau=bureau, on=date(2024, 8, 30))

    (item,) = work_for_papers(officer, TODAY)
    assert item.due == date(2024, 9, 13)


@pytest.mark.parametrize(("days", "asked"), [(3, 0), (4, 1)])
def test_a_unit_that_does_not_sign_is_asked_after_three_days(check, clerk, days, asked):
    paper = YearMaker.paper(_maker(check), check, party=check.unit.party)
    Delivery.objects.create(
        document=paper, party=check.unit.party, sent_on=TODAY - timedelta(days=days)
    )

    assert len(work_for_papers(clerk, TODAY)) == asked


def _maker(check):
    maker = YearMaker.__new__(YearMaker)
    maker.bureau, maker.year, maker.officer = check.bureau, 2024, check.drafted_by
    return maker


def test_clocks_that_ran_out_go_to_the_head_and_unknown_ones_to_everybody(
    check, bureau, head, officer, assistant
):
    deadlines.start(check, "D-I06", bureau=bureau, party=check.unit.party, on=date(2024, 7, 1))
    deadlines.start(check, "D-I02", bureau=bureau, party=check.unit.party, on=date(2024, 7, 1))

    deadlines.start(check, "D-G01", bureau=bureau, party=check.unit.party, on=date(2024, 7, 1))

    assert len(work_for_deadlines(head, TODAY)) == 3
    assert [item.text[:10] for item in work_for_deadlines(officer, TODAY)] == [
        "已超过期限：检查通知"
    ]
    assert work_for_deadlines(assistant, TODAY) == []


def test_a_clock_of_the_unit_is_no_work_of_the_bureau(check, bureau, head):
    deadlines.start(check, "D-I08", bureau=bureau, party=check.unit.party, on=date(2024, 1, 2))

    assert work_for_deadlines(head, TODAY) == []


@pytest.mark.parametrize(
    ("due", "listed"),
    [(date(2024, 9, 18), 1), (date(2024, 9, 19), 0), (date(2024, 8, 1), 1)],
)
def test_a_task_of_the_ledger_is_listed_two_weeks_ahead(clerk, due, listed):
    ledger.create_task(
        actor=clerk, on=date(2024, 7, 1), year=2024, title="任务", owner="科室", due_on=due
    )

    assert len(work_for_ledger(clerk, TODAY)) == listed


def test_a_finished_task_is_no_work(clerk):
    task = ledger.create_task(
        actor=clerk, on=date(2024, 7, 1), year=2024, title="任务", owner="科室", due_on=TODAY
    )
    ledger.finish(task, actor=clerk, on=TODAY)

    assert work_for_ledger(clerk, TODAY) == []


def test_no_report_is_asked_of_a_year_that_the_bureau_did_not_work_here(clerk, check):
    assert work_for_annual_reports(clerk, date(2024, 1, 8)) == []
    assert texts(work_for_annual_reports(clerk, date(2025, 1, 6))) != []


def test_the_report_of_last_year_is_asked_for_until_it_is_public(clerk, head, check):
    on = date(2025, 1, 6)
    (missing,) = work_for_annual_reports(clerk, on)
    assert (missing.text, missing.due) == ("起草2024年行政执法工作报告", date(2025, 1, 31))

    report = annual.draft_report(actor=clerk, on=on, year=2024)
    annual.write_narrative(
        report, actor=clerk, on=on, narrative={"problems": "一", "next_steps": "二"}
    )
    assert texts(work_for_annual_reports(clerk, on)) == ["补写并提交2024年行政执法工作报告"]

    annual.submit_report(report, actor=clerk, on=on)
    assert work_for_annual_reports(clerk, on) == []
    assert texts(work_for(head, on)) == ["签发年度行政执法工作报告"]

    annual.approve_report(report, actor=head, on=on)
    assert texts(work_for_annual_reports(clerk, on)) == ["公开2024年行政执法工作报告"]

    annual.publish_report(report, actor=clerk, on=timezone.localdate())
    assert work_for_annual_reports(clerk, on) == []


@pytest.mark.parametrize(
    ("today", "asked"),
    [
        (date(2024, 5, 18), 0),
        (date(2024, 5, 19), 1),
        (date(2024, 6, 23), 1),
        (date(2024, 6, 24), 0),
        (date(2024, 12, 1), 1),
    ],
)
def test_the_yearly_days_are_called_to_mind(clerk, today, asked):
    found = [text for text in texts(work_for(clerk, today)) if text.startswith("开展并登记")]

    assert len(found) == asked


def test_an_entered_day_is_not_called_to_mind(clerk):
    activities.record_activity(
        actor=clerk, on=date(2024, 6, 9), kind="archives_day", title="宣传",
        held_on=date(2024, 6, 7),
    )  # fmt: skip

    found = [text for text in texts(work_for(clerk, date(2024, 6, 10))) if "国际档案日" in text]
    assert found == []


def test_people_of_units_and_strangers_have_no_work_here(contact, observer, stranger):
    assert [work_for(person, TODAY) for person in (contact, observer, stranger)] == [[], [], []]


def item(due):
    return desk.WorkItem(due, str(due), "", "/", "办", "visit")


def test_work_falls_into_late_today_this_week_and_later():
    days = [TODAY + timedelta(days=step) for step in (-1, 0, 1, 4, 5)]
    found = desk.parts([item(day) for day in [*days, None]], TODAY)

    assert [(part.slug, [row.text for row in part.items]) for part in found] == [
        ("late", ["2024-09-03"]),
        ("today", ["2024-09-04", "None"]),
        ("week", ["2024-09-05", "2024-09-08"]),
        ("later", ["2024-09-09"]),
    ]


def test_a_long_group_is_cut_and_shown_whole_on_request():
    late = [item(TODAY - timedelta(days=step)) for step in range(1, 30)]

    cut = desk.parts(late, TODAY)[0]
    (whole,) = desk.parts(late, TODAY, "late")
    assert (len(cut.items), cut.total, len(whole.items)) == (desk.SHOWN, 29, 29)


def test_coverage_counts_units_of_the_register_seen_this_year(bureau, officer):
    maker = YearMaker(bureau, 2024)
    maker.check()
    maker.check(state="approved")
    maker.check(inspected_on=date(2023, 5, 4))
    maker.look_back(maker.check(state="cancelled"))
    factories.make_unit(bureau, "重点单位", is_key_monitored=True)

    gauges = desk.coverage(standing(officer, TODAY))
    assert [(row.label, row.done, row.total) for row in gauges] == [
        ("在册单位检查", 1, 5), ("重点监控单位检查", 0, 1),
    ]  # fmt: skip


def test_coverage_counts_a_plan_item_once(bureau, officer):
    maker = YearMaker(bureau, 2024)
    maker.plan(4, 3)

    plan = desk.coverage(standing(officer, TODAY))[-1]
    assert (plan.label, plan.done, plan.total, plan.left) == ("年度计划项目", 3, 4, "1 个没完成")


def test_the_week_shows_worked_saturdays_and_its_visits(bureau, unit, officer):
    maker = YearMaker(bureau, 2024)
    maker.check(unit=unit, state="approved", place=210)  # 27 September, a Friday
    maker.check(unit=unit, state="cancelled", place=210)

    week = desk.week(officer, date(2024, 9, 26))
    assert [day.day.day for day in week.days] == [23, 24, 25, 26, 27, 29]
    assert [visit.scheduled_on.day for visit in week.visits] == [27]
    assert week.days[-1].note == "国庆节调休上班"


def test_a_paper_in_review_is_the_work_of_a_reviewer_who_did_not_draft_it(
    letter, officer, reviewer, head, bureau
):
    type(letter).objects.filter(pk=letter.pk).update(state="in_review")
    both = factories.make_user("both", "reviewer", bureau=bureau)
    assert texts(work_for_papers(reviewer, TODAY)) == ["审核档案行政检查反馈意见书：示例街道一"]
    assert texts(work_for_papers(both, TODAY)) == ["审核档案行政检查反馈意见书：示例街道一"]
    assert work_for_papers(head, TODAY) == []
    type(letter).objects.filter(pk=letter.pk).update(drafted_by=both)
    assert work_for_papers(both, TODAY) == []


def test_a_paper_that_came_back_is_to_be_mended_and_then_to_be_handed_in(letter, officer, head):
    documents.submit(letter, actor=officer, on=TODAY)
    documents.return_draft(letter, actor=head, on=TODAY, note="请改期限")
    (item,) = work_for_papers(officer, TODAY)
    assert item.text == "修改被退回的档案行政检查反馈意见书：示例街道一"
    assert (item.basis, item.group) == ("head：请改期限", "returned")
    documents.revise(letter, actor=officer, on=TODAY, fields={})
    assert texts(work_for_papers(officer, TODAY)) == ["提交档案行政检查反馈意见书：示例街道一"]


def test_who_asks_to_act_for_a_unit_waits_on_the_desk_and_with_its_manager(
    client, bureau, unit, clerk, officer
):
    archivist = factories.make_contact("archivist", unit.party, post="archivist")
    manager = factories.make_contact("manager", unit.party)
    person = factories.make_user("asking", "unit_contact")
    today = timezone.localdate()
    grant = people.apply(unit.party, on=today, post="archivist", user=person)
    [item] = work_for_people(clerk, today)
    assert (item.text, item.url) == (f"核实asking能否代表{unit}（档案员）", people.page(grant))
    assert work_for_people(officer, today) == work_for_people(manager, today) == []
    assert _asked(client, manager) == [grant]
    assert _asked(client, archivist) == _asked(client, person) == []
    people.confirm(grant, actor=clerk, on=today)
    assert work_for_people(clerk, today) == _asked(client, manager) == []


def _asked(client, user):
    client.force_login(user)
    return client.get(reverse("reports:portal")).context["applicants"]
