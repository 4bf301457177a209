"""A unit that leaves the register while its report is open: nobody waits for it any longer."""

import pytest

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines
from inspections.queries import self_inspection as queries
from inspections.queries import self_summary
from inspections.services import self_reports
from tests import factories
from tests.documents.delivering import deliver
from tests.documents.issuing import FIELDS
from tests.inspections.self.urging import clock_of, delivered, remind
from tests.inspections.self_inspecting import DUE, FILED, LATE, report_of
from units import services as register

TOLD = {"basis": "示编〔2026〕1号", "archives_to": "移交示例区档案馆"}


@pytest.fixture
def heir(bureau, asked):
    """Came onto the register after the reports were asked for."""
    return factories.make_unit(bureau, "示例新街道", Party.Kind.TOWNSHIP)


def merge(unit, heir, clerk, on):
    return register.merge(unit, heir, actor=clerk, on=on, **TOLD)


def test_the_heir_is_asked_in_its_place(report, asked, heir, unit, clerk, contact, clock):
    clock.move_to(FILED)
    before = queries.progress(asked)
    merge(unit, heir, clerk, FILED)
    report.refresh_from_db()
    assert report.state == "excluded" and "由示例新街道承继" in report.reason
    assert deadlines.for_subject(report).get(code="D-I11").cancelled_on == FILED
    instead = report_of(asked, heir)
    assert (instead.due_on, instead.bound, instead.reason) == (DUE, True, "承继示例街道一")
    assert queries.progress(asked) == before
    clock.move_to(LATE)
    late = set(queries.missing(asked, LATE))
    assert instead in late and report not in late
    assert "示例街道一" not in self_summary.facts(asked)["missing"]


def test_one_report_of_the_heir_is_enough(report, asked, unit, school, clerk, clock):
    clock.move_to(FILED)
    merge(unit, school, clerk, FILED)
    assert asked.reports.filter(unit=school).count() == 1
    assert queries.progress(asked).missing == 1


def test_whom_the_rule_does_not_bind_inherits_no_report(report, asked, unit, firm, clerk, clock):
    clock.move_to(FILED)
    merge(unit, firm, clerk, FILED)
    assert not asked.reports.filter(unit=firm).exists()
    assert not queries.missing(asked, LATE).filter(unit=unit).exists()


def test_after_the_last_day_nobody_is_asked_anew(report, asked, heir, unit, clerk, clock):
    clock.move_to(LATE)
    merge(unit, heir, clerk, LATE)
    assert not asked.reports.filter(unit=heir).exists()
    assert not queries.missing(asked, LATE).filter(unit=unit).exists()


def test_a_dissolved_unit_is_not_missing_and_one_sent_back_neither(
    filed, asked, unit, clerk, officer, clock
):
    sent_back = {"note": "不实", "due_on": LATE}
    self_reports.return_report(filed, actor=officer, on=FILED, **sent_back)
    clock.move_to(DUE)
    register.dissolve(unit, actor=clerk, on=DUE, **TOLD)
    filed.refresh_from_db()
    assert filed.state == "excluded" and "撤销" in filed.reason
    assert filed.submissions.count() == 1


def test_what_was_handed_in_stays(filed, asked, heir, unit, clerk):
    merge(unit, heir, clerk, FILED)
    filed.refresh_from_db()
    assert filed.state == "submitted"
    assert not asked.reports.filter(unit=heir).exists()


@pytest.mark.parametrize("goes_on", [True, False])
def test_a_letter_that_asks_a_unit_of_the_past_is_waited_for_no_longer(
    report, asked, heir, unit, clerk, head, clock, goes_on
):
    """The 催报函 ends with the reason; a 函询函 is answered by the heir's people, where there is
    one."""
    clock.move_to(LATE)
    urged = delivered(remind(asked, clerk, report)[0], clerk, head)
    question = documents.draft(
        unit, "inquiry_letter", bureau=unit.party.bureau, party=unit.party, title="函询函",
        fields=FIELDS, actor=clerk, on=LATE,
    )  # fmt: skip
    question = documents.sign(documents.submit(question, actor=clerk, on=LATE), actor=head, on=LATE)
    deliver(question, clerk, "direct", LATE)
    if goes_on:
        merge(unit, heir, clerk, LATE)
    else:
        register.dissolve(unit, actor=clerk, on=LATE, **TOLD)
    ended, other = clock_of(urged), clock_of(question)
    assert ended.cancelled_on == LATE
    assert ("由示例新街道承继" if goes_on else "撤销") in ended.cancel_reason
    assert other.is_open is goes_on
    told = Message.objects.filter(recipient=clerk, text__contains=urged.number).last().text
    assert ("请向示例新街道另行发函" in told) is goes_on
