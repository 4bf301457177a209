"""The term of a decision: days left out once, and more time only by the head, before it is up."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workdays import calendar, deadlines, queries, services
from archives_enforcement.workdays.models import Extension
from archives_enforcement.workflow import Refused
from penalties.queries import papers
from reports.queries.work import work_for_extensions
from tests import factories
from tests.penalties.case_facts import FILED

STAGE = "file"
RULE = "《某省行政处罚程序规定》第三十条"
DUE = date(2024, 11, 13)  # ninety days after the filing of 2024-08-15


@pytest.fixture
def clock(walk):
    for user in (walk.officer, walk.second, walk.head):
        factories.give(user, "view_deadline")
    return papers.clock_on(walk.case, papers.DECISION_CLOCK)


def exclude(walk, clock, first, last, **values):
    facts = {
        "ground": "hearing", "cited": RULE, "reason": "听证通知书、听证笔录",
        "first_day": first, "last_day": last,
    }  # fmt: skip
    return services.exclude(clock, actor=walk.officer, on=walk.day, **{**facts, **values})


def ask(walk, clock, until=date(2024, 12, 13), **values):
    facts = {"basis": RULE, "reason": "等待鉴定意见"}
    return services.ask(clock, actor=walk.officer, on=walk.day, until=until, **{**facts, **values})


def approve(walk, row, actor=None, **values):
    return services.approve(row, actor=actor or walk.head, on=values.pop("on", walk.day), **values)


def test_overlapping_periods_move_the_last_day_by_each_day_once(walk, clock):
    exclude(walk, clock, date(2024, 9, 9), date(2024, 9, 13))
    clock.refresh_from_db()
    assert clock.due_on == date(2024, 11, 18)
    exclude(walk, clock, date(2024, 9, 11), date(2024, 9, 15), ground="appraisal")
    clock.refresh_from_db()
    assert clock.due_on == date(2024, 11, 20)
    assert clock.steps[-1].startswith("扣除期间共7日（重叠的日子只扣一次）")
    [*_, last] = queries.sum_of(clock, calendar.load())
    assert last.running == 90
    assert queries.overlap_of(clock) == (10, 7)


def test_a_withdrawn_period_runs_again_and_a_recheck_keeps_the_others(walk, clock):
    first = exclude(walk, clock, date(2024, 9, 9), date(2024, 9, 13))
    exclude(walk, clock, date(2024, 9, 11), date(2024, 9, 15))
    services.withdraw(first, actor=walk.officer, on=walk.day, reason="听证提前结束")
    clock.refresh_from_db()
    assert clock.due_on == date(2024, 11, 18)
    clock.provisional = True
    clock.save()
    deadlines.recheck_provisional()
    clock.refresh_from_db()
    assert clock.due_on == date(2024, 11, 18)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"cited": ""}, "第六十条没有写明扣除"),
        ({"reason": " "}, "请写明是哪一次"),
        ({"ground": "illness"}, "请从列出的事由中选择"),
        ({"last_day": date(2024, 9, 1)}, "结束日期不能早于开始日期"),
        ({"last_day": date(2026, 9, 1)}, "不能超过一年"),
        ({"first_day": date(2024, 8, 1), "last_day": FILED}, "此前的期间没有计入"),
        ({"first_day": date(2024, 12, 1), "last_day": date(2024, 12, 2)}, "期限已于.*届满"),
    ],
)
def test_a_period_without_its_ground_is_not_left_out(walk, clock, values, words):
    facts = {"first": date(2024, 9, 9), "last": date(2024, 9, 13)}
    facts["first"] = values.pop("first_day", facts["first"])
    facts["last"] = values.pop("last_day", facts["last"])
    with pytest.raises(Refused, match=words):
        exclude(walk, clock, **facts, **values)
    assert not clock.exclusions.exists()


def test_a_clock_for_which_the_law_knows_no_ground_runs_on(walk):
    lead_clock = deadlines.for_subject(walk.case.lead).get(code=papers.FILING_CLOCK)
    other = deadlines.start(walk.case, "D-P23", bureau=walk.bureau, on=walk.day)
    for clock in (lead_clock, other):
        with pytest.raises(Refused, match="办结|没有规定"):
            exclude(walk, clock, date(2024, 9, 9), date(2024, 9, 13))


def test_only_those_of_the_post_leave_days_out(walk, clock):
    with pytest.raises(PermissionDenied):
        services.exclude(
            clock, actor=walk.head, on=walk.day, ground="hearing", cited=RULE, reason="听证",
            first_day=date(2024, 9, 9), last_day=date(2024, 9, 13),
        )  # fmt: skip
    assert exclude(walk, clock, date(2024, 9, 9), date(2024, 9, 13)).recorded_by == walk.officer


def test_more_time_is_given_by_the_head_and_by_nobody_else(walk, clock):
    row = ask(walk, clock)
    assert work_for_extensions(walk.officer, walk.day) == []
    [item] = work_for_extensions(walk.head, walk.day)
    assert (item.due, item.url) == (DUE, clock.get_absolute_url())
    clock.refresh_from_db()
    assert clock.due_on == DUE  # nothing moves before it is approved
    with pytest.raises(PermissionDenied):
        approve(walk, row, actor=walk.second)
    factories.give(walk.officer, "approve_extension")
    walk.officer = type(walk.officer).objects.get(pk=walk.officer.pk)
    with pytest.raises(Refused, match="申请人不能批准自己的延长申请"):
        approve(walk, row, actor=walk.officer)
    approve(walk, row, note="同意")
    clock.refresh_from_db()
    assert (clock.due_on, clock.extended_from) == (date(2024, 12, 13), DUE)
    assert RULE in clock.steps[-1]
    counted = [row for row in queries.sum_of(clock, calendar.load()) if row.counted]
    assert [row.running for row in counted] == [90, 120]
    assert counted[-1].why == "延长的期间，计入"
    assert work_for_extensions(walk.head, walk.day) == []
    labels = AuditEntry.objects.about(walk.case).values_list("label", flat=True)
    assert list(labels)[:2] == ["延长期限", "申请延长期限"]


def test_what_was_left_out_before_an_extension_is_not_counted_again_after_it(walk, clock):
    exclude(walk, clock, date(2024, 9, 9), date(2024, 9, 13))
    approve(walk, ask(walk, clock))
    exclude(walk, clock, date(2024, 9, 11), date(2024, 9, 15))
    clock.refresh_from_db()
    assert clock.due_on == date(2024, 12, 16)  # two new days: Sunday the 15th, moved to Monday
    with pytest.raises(Refused, match="延长时计入了这段期间"):
        services.withdraw(
            clock.exclusions.first(), actor=walk.officer, on=walk.day, reason="没有听证"
        )


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"until": DUE}, "应晚于原届满日"),
        ({"reason": " "}, "必须写明理由"),
        ({"basis": " "}, "行政处罚法第六十条"),
    ],
)
def test_an_extension_says_why_and_on_what_it_rests(walk, clock, values, words):
    with pytest.raises(Refused, match=words):
        ask(walk, clock, **values)
    assert not clock.extensions.exists()


def test_after_the_time_is_up_nothing_is_extended(walk, clock):
    row = ask(walk, clock)
    with pytest.raises(Refused, match="届满后不能再延长"):
        approve(walk, row, on=date(2024, 11, 14))
    row.refresh_from_db()
    assert row.state == Extension.State.ASKED
    assert approve(walk, row, on=DUE).state == Extension.State.APPROVED


def test_one_request_waits_and_a_refused_one_changes_nothing(walk, clock):
    row = ask(walk, clock)
    with pytest.raises(Refused, match="已有一份延长申请"):
        ask(walk, clock)
    services.refuse(row, actor=walk.head, on=walk.day, note="抓紧办理")
    clock.refresh_from_db()
    assert clock.due_on == DUE
    assert ask(walk, clock).state == Extension.State.ASKED


@pytest.mark.parametrize(
    ("code", "words"),
    [("D-P11", "第六十一条第一款"), ("D-P13", "当事人的期限"), ("D-P09", None)],
)
def test_the_law_says_which_terms_can_be_extended(walk, code, words):
    clock = deadlines.start(walk.case, code, bureau=walk.bureau, on=walk.day)
    if words is None:
        until = deadlines.arithmetic.add_workdays(clock.due_on, 3, calendar.load().is_workday)
        with pytest.raises(Refused, match="最多延长3个工作日"):
            ask(walk, clock, until=date.fromordinal(until.toordinal() + 1))
        assert ask(walk, clock, until=until)
        return
    with pytest.raises(Refused, match=words):
        ask(walk, clock, until=date(2024, 12, 13))


def test_the_page_tells_the_sum_and_offers_what_the_post_may_do(walk, clock, client):
    exclude(walk, clock, date(2024, 9, 9), date(2024, 9, 13))
    client.force_login(walk.officer)
    page = client.get(clock.get_absolute_url()).content.decode()
    assert "各段合计 5 天，重叠 0 天，实扣 5 天" in page
    assert walk.case.get_absolute_url() in page
    assert "<strong>90</strong>" in page
    assert reverse("workdays:deadline-extend", args=[clock.pk]) in page
    facts = {"until": "2024-12-13", "basis": RULE, "reason": "等待鉴定意见", "on": walk.day}
    client.post(reverse("workdays:deadline-extend", args=[clock.pk]), facts)
    row = clock.extensions.get()
    address = reverse("workdays:extension-approve", args=[row.pk])
    assert client.post(address, {"confirmed": "on"}).status_code == 403
    client.force_login(walk.head)
    assert address in client.get(clock.get_absolute_url()).content.decode()
    assert client.post(address, {"on": walk.day}).status_code == 422
    assert client.post(address, {"on": walk.day, "confirmed": "on"}).status_code == 302
    clock.refresh_from_db()
    assert clock.due_on == date(2024, 12, 13)


def test_the_case_leads_to_why_this_day(walk, clock, client):
    client.force_login(walk.officer)
    for name in ("case-detail", "case-deadlines"):
        page = client.get(reverse(f"penalties:{name}", args=[walk.case.pk])).content.decode()
        assert clock.get_absolute_url() in page
        assert 'class="cq cq-unlawful"' in page
    address = reverse("workdays:record-clocks", args=["penalties.Case", walk.case.pk])
    assert clock.get_absolute_url() in client.get(address).content.decode()


def test_who_may_not_read_the_record_learns_its_kind_alone(walk, clock, client):
    stranger = factories.make_user("窗口", bureau=walk.bureau)
    factories.give(stranger, "view_deadline")
    client.force_login(stranger)
    page = client.get(clock.get_absolute_url()).content.decode()
    assert walk.case.name not in page
    assert "行政处罚案件" in page


def test_three_periods_cost_the_page_no_more_queries_than_one(walk, clock, client):
    client.force_login(walk.officer)
    counts = []
    for number in (1, 2, 3):
        exclude(walk, clock, date(2024, 9, number), date(2024, 9, 9 + number))
        client.get(clock.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            client.get(clock.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[2] <= 16, counts
