"""What waits once a year: tasks of the ledger, the report, the days that are called to mind."""

from datetime import date

import pytest
from django.utils import timezone

from publicity.services import activities
from reports.queries.work import work_for, work_for_annual_reports, work_for_ledger
from reports.services import annual, ledger
from tests.reports.years import YearMaker

TODAY = date(2024, 9, 4)  # a Wednesday


def texts(items):
    return [item.text for item in items]


@pytest.fixture
def check(bureau, unit):
    return YearMaker(bureau, 2024).check(unit=unit, state="recorded")


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
