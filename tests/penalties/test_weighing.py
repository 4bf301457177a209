"""Facts of discretion as records, and the proposal that is frozen."""

from datetime import date

import pytest

from archives_enforcement.workflow import Refused
from penalties.models import Benchmark, Tier
from penalties.queries import discretion as queries
from penalties.services import circumstances, discretion, investigation

STAGE = "investigate"
DAY = date(2024, 9, 27)


@pytest.fixture
def weighing(walk):
    return walk


def test_a_fact_is_used_once_however_it_is_written(weighing):
    weighing.circumstance("十日内追回 5 件", factor="L09")
    with pytest.raises(Refused, match="同一事实只能"):
        weighing.circumstance("十日内 追回5件", tier="T3", criterion=3)


def test_a_fact_rests_on_evidence(weighing):
    with pytest.raises(Refused, match="应当有证据"):
        weighing.circumstance("故意", tier="T5", evidence=[])


def test_a_fact_has_one_use(weighing):
    with pytest.raises(Refused, match="一种用途"):
        weighing.circumstance("故意", tier="T5", factor="H02")


def test_only_the_lightest_tier_knows_criteria_that_are_not_met(weighing):
    with pytest.raises(Refused, match="只有从轻档"):
        weighing.circumstance("没有扩散", tier="T5", criterion=5, shown=False)
    assert weighing.circumstance("不能由副本恢复", tier="T3", criterion=2, shown=False).pk


def test_criteria_come_from_the_benchmark(weighing):
    with pytest.raises(Refused, match="现行的裁量权基准"):
        circumstances.add(
            weighing.case,
            actor=weighing.officer,
            on=DAY,
            text="自创的标准",
            tier=Tier.objects.get(code="T5"),
            criterion="态度不好",
            evidence=weighing.case.evidence.all(),
        )


def test_a_removed_fact_no_longer_weighs(weighing):
    row = weighing.circumstance("丢失永久档案 3 件", tier="T4", criterion=1)
    circumstances.remove(row, actor=weighing.officer, on=DAY)
    assert queries.facts_of(weighing.case, queries.row_for(weighing.case, DAY), DAY) == []


def test_a_figure_outside_the_band_is_refused_with_what_to_do(weighing):
    weighing.circumstance("丢失永久档案 3 件", tier="T4", criterion=1)
    weighing.circumstance("十日内追回 5 件", factor="L09")
    with pytest.raises(discretion.Unfit, match="不能按 1.5 万元告知") as refusal:
        weighing.fix(15_000)
    assert refusal.value.objection.remedies[0] == "改为 20,000 元至 74,000 元之间的金额"
    assert weighing.fresh().assessments.count() == 0


def test_confiscation_is_refused_where_the_clause_has_none(weighing):
    with pytest.raises(Refused, match="没有规定没收违法所得"):
        weighing.fix(47_000, gains=500)


def test_the_proposal_is_frozen_with_its_reasons(walk):
    made = walk.weigh()
    Benchmark.objects.filter(bureau=walk.bureau).update(valid_to=walk.day)
    made.refresh_from_db()
    rules, result = queries.frozen(made)
    assert (made.fine, made.tier, result.suggestion) == (47_000, "T3", 47_000)
    assert made.snapshot["benchmark"]["is_sample"] is False
    assert made.snapshot["benchmark"]["version"] == "2026年版"
    assert [row["effect"] for row in made.snapshot["reasons"]] == [
        "2 万元至 20 万元",
        "7.4 万元至 14.6 万元",
        "下调 → 从轻",
        "不调整",
    ]
    assert (rules.minimum, rules.maximum, result.band.words) == (
        20_000,
        200_000,
        "2 万元至 7.4 万元",
    )


def renotified(walk, fine, *, new_evidence):
    """A case reopened after its notice and proposed anew at `fine`."""
    walk.weigh(30_000)
    walk.notify()
    investigation.reopen(walk.fresh(), actor=walk.officer, on=walk.day, note="补充调查")
    walk.day = date(2024, 10, 8)
    if new_evidence:
        walk.evidence(title="新的交接清单", obtained_on=walk.day)
    investigation.end(walk.fresh(), actor=walk.officer, on=walk.day, report="补充报告")
    if new_evidence:
        proof = {"evidence": [walk.case.evidence.last()]}
        walk.circumstance("丢失永久档案 5 件", tier="T4", criterion=1, **proof)
    return walk.fix(fine)


@pytest.mark.parametrize(
    ("fine", "new_evidence", "lawful"),
    [(30_000, False, True), (25_000, False, True), (30_001, False, False), (40_000, True, True)],
)
def test_a_higher_figure_than_notified_needs_new_evidence(walk, fine, new_evidence, lawful):
    if lawful:
        assert renotified(walk, fine, new_evidence=new_evidence).fine == fine
        return
    with pytest.raises(Refused, match="第四十四条、第四十五条第二款"):
        renotified(walk, fine, new_evidence=new_evidence)


@pytest.mark.parametrize(("fine", "lawful"), [(29_000, True), (30_000, True), (31_000, False)])
def test_after_a_statement_the_figure_only_falls(walk, fine, lawful):
    walk.weigh(30_000)
    walk.notify()
    walk.answer(walk.enter("statement"), answer="partly")
    adjust = {"actor": walk.officer, "on": walk.day, "fine": fine, "correction": "改正"}
    if lawful:
        assert discretion.adjust(walk.fresh(), **adjust).after_statement is True
        return
    with pytest.raises(Refused, match="不能因陈述、申辩加重"):
        discretion.adjust(walk.fresh(), **adjust)


def test_the_proposal_does_not_change_under_a_draft_notice(walk):
    walk.weigh()
    walk.draft_notice()
    with pytest.raises(Refused, match="请先作废草稿"):
        walk.fix(46_000)
