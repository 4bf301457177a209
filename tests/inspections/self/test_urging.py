"""催报: each missing unit gets one letter, and a report ends what the letter began."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from archives_enforcement.workflow import Refused
from inspections.forms import self_inspection as forms
from inspections.services import self_inspection as rounds
from inspections.services import self_urging as services
from tests.documents.delivering import deliver
from tests.inspections import self_inspecting as self_
from tests.inspections.self.urging import clock_of, delivered, remind, sent
from tests.inspections.self_inspecting import DUE, LATE, OPENED, report_of


@pytest.fixture
def late(clock, asked):
    clock.move_to(LATE)
    return asked


def test_the_form_ticks_no_more_than_one_act_takes(late, clerk, monkeypatch):
    monkeypatch.setattr(forms, "MOST", 1)
    form = forms.RemindForm(asked=late, actor=clerk)
    assert (len(form.fields["reports"].queryset), len(form["reports"].value())) == (2, 1)


def test_each_missing_unit_gets_one_letter(late, clerk, unit, school):
    rows = [report_of(late, each) for each in (unit, school)]
    urges = remind(late, clerk, *rows)
    papers = {urge.document.party: urge.document for urge in urges}
    paper = papers[unit.party]
    assert (paper.kind, paper.fields["was_due"]) == ("report_reminder", "2026年9月30日")
    assert "2025年度档案工作情况报告" in paper.fields["matter"]
    assert set(papers) == {unit.party, school.party}
    with pytest.raises(Refused, match="没有发出的催报文书"):
        remind(late, clerk, rows[0])


def test_nobody_is_urged_before_the_day_or_after_he_reported(asked, report, contact, clerk, clock):
    clock.move_to(DUE)
    with pytest.raises(Refused, match="报送期限没有届满"):
        remind(asked, clerk, report, on=DUE)
    self_.submitted(report, contact, on=DUE)
    clock.move_to(LATE)
    with pytest.raises(Refused, match="不用催报"):
        remind(asked, clerk, report)


def test_whom_no_article_binds_is_not_urged(asked, clerk, firm, clock):
    rounds.include(asked, actor=clerk, on=OPENED, units=[firm], reason="自愿")
    clock.move_to(LATE)
    with pytest.raises(Refused, match="不是法定的报送义务人"):
        remind(asked, clerk, report_of(asked, firm))


def test_a_unit_that_is_no_more_is_not_urged(late, report, clerk, unit):
    unit.state = unit.State.CLOSED
    unit.save()
    with pytest.raises(Refused, match="已经撤销"):
        remind(late, clerk, report)


def test_all_or_none(late, report, clerk, firm):
    with pytest.raises(Refused, match="请选择要催报的单位"):
        remind(late, clerk)
    with pytest.raises(ValidationError, match="晚于今天"):
        services.remind(late, [report], actor=clerk, on=LATE, reply_due=LATE)


@pytest.mark.parametrize("on_paper", [False, True])
def test_a_report_that_comes_in_ends_the_days_of_the_letter(
    late, report, contact, clerk, head, clock, on_paper
):
    paper = delivered(remind(late, clerk, report)[0], clerk, head)
    day = LATE + timedelta(days=3)
    clock.move_to(day)
    if on_paper:
        self_.entered(report, clerk, on=day)
    else:
        self_.submitted(report, contact, on=day)
    assert clock_of(paper).met_on == day


def test_a_letter_that_crossed_the_report_sets_nothing_running(
    late, report, contact, clerk, head, clock
):
    paper = sent(remind(late, clerk, report)[0], clerk, head)
    self_.submitted(report, contact, on=LATE)
    day = LATE + timedelta(days=3)
    clock.move_to(day)
    deliver(paper, clerk, "direct", day)
    assert "已经报送" in clock_of(paper).cancel_reason
