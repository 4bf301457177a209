"""Half-days, warnings, the next step in words, the stages and what waits for whom."""

from datetime import date, timedelta
from itertools import takewhile

import pytest

from archives_enforcement.accounts.models import Party
from archives_enforcement.workdays.calendar import packaged_calendar
from inspections.queries import progress, slots, teams, visits
from inspections.queries.usual import usual
from tests import factories
from tests.inspections import arranging
from tests.inspections.arranging import HOLIDAY, ON, THURSDAY

CALENDAR = packaged_calendar()


@pytest.mark.parametrize(
    ("after", "first"),
    [
        (date(2024, 9, 4), date(2024, 9, 5)),  # the day before
        (date(2024, 9, 5), date(2024, 9, 12)),  # the day itself is too late
        (date(2024, 9, 26), date(2024, 10, 10)),  # 10-03 lies in the National Day holiday
    ],
)
def test_the_usual_day_comes_after_today_and_leaves_holidays_out(after, first):
    assert next(usual(None).after(after, CALENDAR)) == (first, "afternoon")


def test_2024_has_48_working_thursdays():
    coming = usual(None).after(date(2023, 12, 31), CALENDAR)
    assert len(list(takewhile(lambda half_day: half_day.day.year == 2024, coming))) == 48


def test_a_proposed_half_day_shows_what_it_holds(approved, officer):
    found = slots.proposed(officer, ON, days=CALENDAR, count=3)
    assert [(slot.day, str(slot.load)) for slot in found] == [
        (date(2024, 8, 22), "空闲"),
        (date(2024, 8, 29), "空闲"),
        (THURSDAY, "已安排 1 场，2 名执法人员"),
    ]


def test_hall_staff_do_not_count_as_officers(officer, second_officer, assistant, unit):
    visit = arranging.draft_visit(officer, unit)
    arranging.make_team(visit, officer, second_officer, assistants=[assistant])
    assert slots.load_of([visit]).officers == ["officer", "second_officer"]


@pytest.mark.parametrize(
    ("day", "warns"), [(HOLIDAY, True), (THURSDAY, False), (date(2024, 9, 14), False)]
)
def test_a_day_off_warns_and_a_weekend_worked_does_not(day, warns):
    assert bool(slots.day_warning(day, CALENDAR)) == warns


def test_a_year_without_holiday_data_says_so():
    assert slots.day_warning(date(2035, 3, 1), CALENDAR) == (
        "2035 年节假日安排尚未录入，不能判断是否为工作日。"
    )


def test_the_same_officer_in_the_same_half_day_is_shown(approved, officer, second_officer, bureau):
    other = factories.make_unit(bureau, "示例街道二")
    visit = arranging.make_team(arranging.draft_visit(officer, other), officer)
    assert slots.warnings_for(visit) == [
        "officer在同一时段还要去示例街道一，请确认来得及或者换人。"
    ]


def test_once_a_visit_has_begun_nothing_is_warned_of(approved, officer, bureau):
    other = factories.make_unit(bureau, "示例街道二")
    visit = arranging.make_team(arranging.draft_visit(officer, other), officer)
    visit.state = "on_site"
    assert slots.warnings_for(visit) == []


def test_the_morning_comes_before_the_afternoon(officer, bureau):
    units = [factories.make_unit(bureau, name) for name in ("示例街道二", "示例街道三")]
    late, early = (
        arranging.draft_visit(officer, unit, session=session)
        for unit, session in zip(units, ("afternoon", "morning"), strict=True)
    )
    assert list(slots.arranged(officer, late.day, late.day)) == [early, late]


def test_another_half_day_is_no_clash(approved, officer, bureau):
    other = factories.make_unit(bureau, "示例街道二")
    visit = arranging.draft_visit(officer, other, session="morning")
    assert slots.warnings_for(arranging.make_team(visit, officer)) == []


@pytest.mark.parametrize(("year", "warned"), [(2024, 0), (2025, 1)])
def test_a_second_check_of_an_enterprise_is_shown_since_2025(officer, bureau, year, warned):
    unit = factories.make_unit(bureau, "示例企业", Party.Kind.PRIVATE_ENTERPRISE)
    arranging.draft_visit(officer, unit, scheduled_on=date(year, 11, 6))
    visit = arranging.draft_visit(officer, unit, scheduled_on=date(year, 11, 13))
    assert sum("54号" in words for words in slots.warnings_for(visit)) == warned


def test_candidates_show_certificate_and_other_visits(approved, officer, bureau):
    factories.make_officer("expired", bureau, valid_to=date(2024, 9, 4))
    visit = arranging.draft_visit(officer, factories.make_unit(bureau, "示例街道二"))
    labels = {row.user.username: row.label for row in teams.candidates(visit, officer)}
    assert labels == {
        "expired": "expired　当天没有有效执法证件",
        "officer": "officer　证件 证-officer，有效期至 2030年12月31日　"
        "注意：同一时段还要去示例街道一",
        "second_officer": "second_officer　证件 证-second_officer，有效期至 2030年12月31日　"
        "注意：同一时段还要去示例街道一",
    }


def test_observers_show_how_often_they_were_invited(approved, officer, observer, bureau):
    approved.invitations.create(observer=observer)
    visit = arranging.draft_visit(officer, factories.make_unit(bureau, "示例街道二"))
    people = teams.observers_with_visits(visit)
    assert [teams.observer_label(person) for person in people] == ["observer　本年度已邀请 1 次"]


def test_observers_of_another_bureau_are_not_offered(bureau, other_bureau, observer):
    factories.make_user("foreign", "observer", bureau=other_bureau)
    assert list(teams.observers(bureau)) == [observer]


@pytest.mark.parametrize(
    ("state", "today", "sentence"),
    [
        ("pending", ON, "等待机关负责人在9月5日检查前批准。"),
        (
            "pending",
            THURSDAY + timedelta(days=1),
            "检查日期（9月5日）已过，不能再批准，请退回改期。",
        ),
        (
            "approved",
            ON,
            "已批准，请起草检查通知书；2024年9月5日（星期四）下午到示例街道一检查。",
        ),
        ("recorded", THURSDAY, "现场检查已结束，请起草反馈意见书。"),
        ("rectifying", THURSDAY, "没有发现问题，可以办结。"),
        ("closed", THURSDAY, "本次检查已经办结，没有要办的事。"),
        ("cancelled", THURSDAY, "检查已经取消，不再进行。"),
    ],
)
def test_each_state_says_what_comes_next(pending, state, today, sentence):
    pending.state = state
    assert progress.next_step(pending, today) == sentence


def test_a_draft_without_team_asks_for_one(officer, unit):
    visit = arranging.draft_visit(officer, unit)
    assert progress.next_step(visit, ON) == (
        "请确定检查组（至少两名当天持有效证件的执法人员），再提交审批。"
    )


def test_findings_tell_what_the_unit_still_owes(approved):
    approved.state = "rectifying"
    findings = [
        approved.findings.create(
            position=place,
            text="问题",
            requirement="",
            basis="",
            severity="B",
            state=state,
            due_on=date(2024, 10, 12),
        )
        for place, state in enumerate(("open", "replied", "accepted"), 1)
    ]
    assert progress.next_step(approved, ON, findings=findings) == (
        "等待单位于10月12日前回复其余 1 项；已收到 1 项回复，等待复核。"
    )
    assert visits.tally(findings) == "3 项：已销号 1，待复核 1，待整改 1"
