"""提请立案 and its approval: what the law lets begin, and what it does not."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from archives_enforcement.documents import kinds, services
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties import limitation_guards
from penalties.models import Case
from penalties.queries.evaluation import evaluated
from penalties.services import filing
from penalties.services.filing_checks import NoFine
from tests.penalties.case_facts import FILED, clause_of


def test_the_limitation_clock_stops_on_the_day_the_lead_came_in(walk):
    case = walk.propose()
    clock = deadlines.for_subject(case).get(code="D-P01")
    assert (clock.due_on, clock.met_on) == (date(2026, 6, 22), date(2024, 8, 12))


@pytest.mark.parametrize(
    ("ended", "lawful"), [(date(2022, 8, 9), False), (date(2022, 8, 12), True)]
)
def test_an_act_found_after_two_years_is_not_filed(walk, ended, lawful):
    if lawful:
        assert walk.propose(act_ended_on=ended).state == "pending"
        return
    with pytest.raises(Refused, match="第三十六条"):
        walk.propose(act_ended_on=ended)


# 行政处罚法第三十六条第一款: health or finance, and harm, together.
def test_five_years_count_where_health_was_touched_and_harmed(walk):
    case = walk.propose(
        act_ended_on=date(2021, 8, 12), long_limitation="health", harm="病历损毁，延误治疗"
    )
    assert deadlines.for_subject(case).get(code="D-P02").met_on == case.discovered_on
    assert filing.approve(case, actor=walk.head, on=FILED).number
    [(_, score)] = evaluated([case], FILED)
    assert "V09" not in [gap.rule.code for gap in score.vetoes]
    five = {"discovered_on": date(2024, 8, 12), "long": True}
    assert limitation_guards.time_barred(date(2019, 8, 12), **five) is None
    assert "第三十六条" in limitation_guards.time_barred(date(2019, 8, 9), **five)


def test_nor_is_one_approved_whose_end_proves_to_lie_further_back(walk):
    case = walk.propose()
    Case.objects.filter(pk=case.pk).update(act_ended_on=date(2022, 8, 9))
    with pytest.raises(Refused, match="第三十六条"):
        filing.approve(case, actor=walk.head, on=FILED)


def test_case_numbers_go_on_where_the_paper_register_ended(walk):
    services.set_start(
        filing.SERIES, FILED.year, start=5, reason="此前用纸质登记簿。", actor=walk.head, on=FILED
    )
    assert walk.file().number == f"{walk.head.bureau.document_word}罚立〔{FILED.year}〕6号"
    with pytest.raises(Refused, match="已经编到第 6 号"):
        services.set_start(
            filing.SERIES, FILED.year, start=9, reason="更正", actor=walk.head, on=FILED
        )


def test_case_numbers_rise_with_their_dates(walk):
    first, next_day = walk.propose(), FILED + timedelta(days=1)
    other = walk.propose(walk.lead(text="反映另一件事。"), summary="另一起。")
    assert filing.approve(first, actor=walk.head, on=next_day).serial == 1
    with pytest.raises(Refused, match=f"罚立〔2024〕的字号已经编到{cn_date(next_day)}"):
        filing.approve(other, actor=walk.head, on=FILED)
    assert filing.approve(other, actor=walk.head, on=next_day).serial == 2


def test_the_head_finds_the_series_of_cases_beside_those_of_papers(client, walk):
    client.force_login(walk.head)
    page = client.get(reverse("documents:series-list"), {"year": FILED.year})
    start = reverse("documents:series-start", args=[filing.SERIES, FILED.year])
    assert start in page.text
    assert "案件（立案）" in client.get(start).text
    assert filing.SERIES not in {kind.series for kind in kinds.KINDS.values()}


@pytest.mark.parametrize(
    ("answers", "ways"),
    [
        ({}, ["责令限期改正", "工作约谈（工作措施，不是行政处罚）"]),
        ({"order": "correction", "order_ignored": "yes"}, ["责令限期改正", "工作约谈", "建议其"]),
    ],
)
def test_where_the_facts_open_no_fine_the_refusal_names_what_may_be_done(walk, answers, ways):
    lead = walk.lead()
    walk.determine(lead, code="V06", **answers)
    with pytest.raises(NoFine, match="法律没有对“不按规定归档.*第四十九条") as refusal:
        walk.propose(lead)
    said = refusal.value.remedies
    assert len(said) == len(ways)
    assert all(row.startswith(way) for row, way in zip(said, ways, strict=True))


def test_without_recorded_facts_nothing_is_filed(walk):
    with pytest.raises(Refused, match="还没有认定事实"):
        walk.file_under(walk.lead(), clause_of())


@pytest.mark.parametrize(
    ("answers", "clause", "lawful"),
    [
        ({}, ("V01", "service_firm", "service_firm"), True),
        ({}, ("V01", "user", "organisation"), False),
        ({}, ("V01", "user", "individual"), False),
        ({"in_service": "no", "hall_holdings": "yes"}, ("V01", "user", "organisation"), True),
        (
            {"in_service": "no", "hall_holdings": "yes"},
            ("V01", "service_firm", "service_firm"),
            False,
        ),
        ({}, ("V03", "anyone", "organisation"), False),
    ],
)
def test_only_the_clause_that_the_facts_open_is_taken(walk, answers, clause, lawful):
    lead = walk.lead()
    walk.determine(lead, **answers)
    if lawful:
        assert walk.file_under(lead, clause_of(*clause)).state == "pending"
        return
    with pytest.raises(Refused, match="认定的事实不适用这一处罚依据"):
        walk.file_under(lead, clause_of(*clause))
    assert not Case.objects.filter(lead=lead).exists()


@pytest.mark.parametrize("name", ["state_owned", "in_service", "crime", "in_jurisdiction"])
def test_an_unknown_fact_opens_no_case(walk, name):
    lead = walk.lead()
    walk.determine(lead, **{name: "unknown"})
    with pytest.raises(NoFine, match="还没有查明"):
        walk.file_under(lead, clause_of())


def test_facts_that_change_before_approval_close_the_case_again(walk):
    case = walk.propose()
    walk.determine(case.lead, state_owned="no", grounds="所有权凭证显示档案不属于国家所有。")
    with pytest.raises(Refused, match="不支持本案的处罚依据：档案不属于国家所有"):
        filing.approve(case, actor=walk.head, on=FILED)
    walk.determine(case.lead, grounds="补充查明：档案属于国家所有。")
    assert filing.approve(case, actor=walk.head, on=FILED).state == "investigating"


def test_a_violation_that_was_not_yet_law_is_refused(walk):
    lead = walk.lead()
    walk.determine(lead)
    with pytest.raises(Refused, match="还没有施行"):
        walk.file_under(lead, clause_of(), act_ended_on=date(2020, 12, 31))
