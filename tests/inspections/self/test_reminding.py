"""报送提醒 before, on and after the last day: once each, on working days, whatever the job does."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from inspections.models import SelfReminder
from inspections.services import self_inspection as rounds
from inspections.services import self_reminders as services
from inspections.services import self_reports as reports
from tests import factories
from tests.inspections import self_inspecting as self_
from tests.inspections.self_inspecting import DUE

FIRST, LAST = date(2026, 8, 20), date(2026, 10, 20)
DAYS = [FIRST + timedelta(days=place) for place in range((LAST - FIRST).days)]


def works(day):
    return chinese_calendar.is_workday(day)


def step(day, count):
    while count:
        day += timedelta(days=1 if count > 0 else -1)
        count -= works(day) * (1 if count > 0 else -1)
    return day


STAGES = {"before": step(DUE, -15), "due": DUE, "after": step(DUE, 1)}


def awake(day):
    """The first day from `day` on that is no day off and not slept through."""
    return next(at for at in DAYS if at >= day and works(at) and not asleep(at))


def asleep(day):
    return day in {date(2026, 9, 30), date(2026, 10, 8), date(2026, 10, 9)}


def sent(report):
    rows = SelfReminder.objects.filter(report=report)
    return {(row.stage, str(row.recipient)): row.sent_on for row in rows}


def live(bureau, morning):
    for day in DAYS:
        morning(bureau, day)


def twice(bureau, day):
    services.send_due(bureau, day)
    assert services.send_due(bureau, day) == 0


def with_naps(bureau, day):
    if not asleep(day):
        services.send_due(bureau, day)


def test_each_stage_once_though_the_job_runs_twice(bureau, report, contact, clerk):
    live(bureau, twice)
    expected = {(stage, str(who)): day for stage, day in STAGES.items() for who in (contact, clerk)}
    assert sent(report) == expected
    told = Message.objects.filter(recipient=contact, text__startswith="报送提醒")
    assert (told.count(), told.last().url) == (3, self_page(report))
    assert AuditEntry.objects.filter(action="remind_of_day").count() == 3


def self_page(report):
    return f"/inspections/portal/self/{report.pk}/"


def test_a_job_that_slept_makes_up_for_it_once(bureau, report, contact):
    live(bureau, with_naps)
    mine = {stage: day for (stage, who), day in sent(report).items() if who == str(contact)}
    assert mine == {stage: awake(day) for stage, day in STAGES.items()}


def test_after_an_outage_the_latest_reminder_goes_out_alone(client, bureau, report, contact, clerk):
    """One message, one line on the page; that the earlier stages are over is on record."""
    services.send_due(bureau, step(DUE, 1))
    (told,) = Message.objects.filter(recipient=contact, text__startswith="报送提醒")
    assert "已过报送期限" in told.text and "请在" not in told.text
    assert {stage for stage, _ in sent(report)} == set(STAGES)
    client.force_login(clerk)
    page = client.get(report.get_absolute_url()).text
    assert page.count("提醒<span") == 1 and "逾期提醒<span" in page


def test_a_job_killed_half_way_leaves_nothing_and_is_made_up_for(
    bureau, report, contact, monkeypatch
):
    class Killed(BaseException):
        pass

    def dies(*args):
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr(services, "_tell", dies)
        with pytest.raises(Killed):
            services.send_due(bureau, DUE)
    assert not SelfReminder.objects.exists()
    assert services.send_due(bureau, DUE) == 2  # the unit's person, and who arranges it


def test_who_has_reported_or_is_no_more_is_not_reminded(bureau, report, contact, school, clerk):
    pupil = factories.make_contact("pupil", school.party)
    self_.submitted(report, contact, on=self_.OPENED)
    school.state = "closed"
    school.save()
    assert services.send_due(bureau, DUE) == 0
    school.state = "active"
    school.save()
    services.send_due(bureau, DUE)
    recipients = SelfReminder.objects.values_list("recipient", flat=True)
    assert set(recipients) == {pupil.pk, clerk.pk}


def test_a_report_that_was_sent_back_has_reminders_of_its_own_day(bureau, filed, officer, contact):
    day = date(2026, 6, 30)
    reports.return_report(filed, actor=officer, on=self_.FILED, note="补充", due_on=day)
    services.send_due(bureau, day)
    rows = SelfReminder.objects.filter(report=filed, recipient=contact)
    assert {(row.stage, row.due_on) for row in rows} == {("before", day), ("due", day)}


def test_units_without_an_account_are_named_to_who_arranges_it(bureau, asked, clerk, school):
    services.send_due(bureau, DUE)
    assert f"请电话提醒的：{school}" in Message.objects.filter(recipient=clerk).last().text


def test_what_is_only_prepared_reminds_nobody(bureau, clerk, unit, contact):
    self_.prepared(clerk)
    live(bureau, services.send_due)
    assert not SelfReminder.objects.exists()


def test_what_is_summed_up_reminds_nobody_any_more(bureau, asked, clerk, clock):
    clock.move_to(self_.LATE)
    rounds.close(asked, actor=clerk, on=self_.LATE, note="汇总")
    assert services.send_due(bureau, step(DUE, 1)) == 0
