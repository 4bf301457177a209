"""The page 裁量 while a proposal is being worked out."""

import copy

import pytest
from django.urls import reverse

from penalties.models import Benchmark, Tier
from penalties.queries import past
from penalties.queries.discretion import frozen
from penalties.range_bar import range_bar
from penalties.services import execution
from tests.penalties.case_facts import FILED

STAGE = "weigh"
ON = "2024-09-27"


def page(name, record):
    return reverse(f"penalties:{name}", args=[record.pk])


@pytest.fixture
def signed_in(client, walk):
    client.force_login(walk.officer)
    return client


def fix(client, walk, **values):
    typed = {"fine": "47000", "correction": "改正", "on": ON, **values}
    return client.post(page("case-fine", walk.case), typed)


def test_a_figure_outside_the_band_stays_on_the_page_with_its_reason(signed_in, walk):
    response = fix(signed_in, walk, fine="15000")
    assert response.status_code == 422
    assert "不能按 1.5 万元告知" in response.text
    assert "改为 20,000 元至 74,000 元之间的金额" in response.text
    assert "1.5 万 ✕" in response.text
    assert 'value="15000"' in response.text


def test_the_suggested_figure_is_one_click_away(signed_in, walk):
    assert fix(signed_in, walk, fine="15000", suggested="47000").status_code == 302
    assert walk.fresh().assessment.fine == 47_000


def test_a_figure_in_the_band_is_fixed(signed_in, walk):
    fix(signed_in, walk, fine="30000")
    assert walk.fresh().assessment.fine == 30_000


def test_a_fact_is_added_on_its_page(signed_in, walk):
    (evidence,) = walk.case.evidence.all()
    tier = Tier.objects.get(code="T3", benchmark__bureau=walk.bureau)
    signed_in.post(
        page("circumstance-add", walk.case),
        {"text": "不能恢复", "use": "T3:2", "absent": "on", "evidence": [evidence.pk], "on": ON},
    )
    row = walk.case.circumstances.get(text="不能恢复")
    assert (row.tier, row.criterion, row.shown) == (tier, tier.criteria[2], False)


def test_a_decisive_factor_is_added_and_opens_mitigation(signed_in, walk):
    (evidence,) = walk.case.evidence.all()
    signed_in.post(
        page("circumstance-add", walk.case),
        {"text": "立功", "use": "L12", "decisive": "on", "evidence": [evidence.pk], "on": ON},
    )
    assert walk.case.circumstances.get(text="立功").factor.code == "L12"
    text = signed_in.get(page("case-discretion", walk.case)).text
    assert "减轻" in text
    assert "集体讨论" in text


def test_only_the_lightest_tier_may_be_denied(signed_in, walk):
    (evidence,) = walk.case.evidence.all()
    response = signed_in.post(
        page("circumstance-add", walk.case),
        {"text": "没有扩散", "use": "T5:5", "absent": "on", "evidence": [evidence.pk], "on": ON},
    )
    assert response.status_code == 422


def test_the_bar_names_what_it_draws(walk):
    rules, result = frozen(walk.case.assessment)
    bar = range_bar(rules, result, figure=47_000, tried=15_000)["wide"]
    assert [part.label for part in bar.segments] == ["从轻", "一般", "从重"]
    assert bar.figure.label == "拟处 4.7 万元"
    assert bar.tried.x < bar.segments[0].x


def test_without_a_benchmark_in_force_the_page_says_so(signed_in, walk):
    Benchmark.objects.update(valid_to="2024-01-01")
    add = page("circumstance-add", walk.case)
    assert "没有适用于本案的裁量权基准" in signed_in.get(add).text
    assert signed_in.post(add, {"text": "事实", "use": "L09"}).status_code == 422


def test_a_fixed_figure_leads_back_to_the_next_step(signed_in, walk):
    assert fix(signed_in, walk).url == walk.case.get_absolute_url()


def test_ended_cases_under_the_same_clause_stand_beside_the_figure(signed_in, walk):
    url = page("case-discretion", walk.case)
    assert "还没有办结过适用同一条款的案件" in signed_in.get(url).text
    other = copy.copy(walk)
    other.case, other.stage, other.day = None, "propose", FILED
    other.propose(other.lead(text="另一条线索"))
    other.decide()
    assert f"{other.fresh().decision.document.number}</span>" in signed_in.get(url).text


def another(walk, text):
    other = copy.copy(walk)
    other.case, other.stage, other.day = None, "propose", FILED
    other.propose(other.lead(text=text))
    return other


def test_how_the_bureau_ended_them_is_told_whether_it_fined_or_not(walk):
    ended = another(walk, "首次违法")
    ended.investigate()
    ended.spare()
    execution.end_without_penalty(
        ended.case, actor=walk.head, on=ended.day, outcome="slight", note="首次违法，已经改正",
        education="已经教育",
    )  # fmt: skip
    another(walk, "还在办理").file()
    fined = another(walk, "另一条线索")
    fined.decide()
    found = past.under_same_clause(walk.case, walk.officer)
    assert [(row.outcome, row.tier, row.fine) for row in found] == [
        ("警告、罚款", "从轻", "¥47,000"),
        ("不予处罚（行政处罚法第三十三条）", "—", "—"),
    ]
    assert [row.case for row in found] == [fined.fresh(), ended.fresh()]
