"""重复违法: what the books of the bureau say is proposed, adopted by a click and used once."""

import copy
import itertools
from datetime import date, timedelta

import pytest
from django.urls import reverse

from archives_enforcement.workflow import Refused
from penalties.models import Challenge, Decision
from penalties.queries import discretion as weighing
from penalties.queries import repetition
from penalties.services import circumstances
from tests.penalties.case_facts import FILED, make_firm
from tests.penalties.grading import made_own

SERIAL = itertools.count()
STAGE = "serve"  # a decision of 2024 stands in the books


def second(walk, firm=None, ended=date(2025, 3, 1), **values):
    """Another case, its facts found out, as if it had been handled today."""
    other = copy.copy(walk)
    other.case, other.stage, other.day = None, "propose", FILED
    other.firm = firm or walk.firm
    other.propose(other.lead(text=f"另一条线索：{ended}，{next(SERIAL)}"), **values)
    other.investigate()
    type(other.case).objects.filter(pk=other.case.pk).update(act_ended_on=ended)
    other.fresh()
    return other


def of(other, on=None):
    return repetition.found(other.case, weighing.row_for(other.case, other.day), on or other.day)


def adopt(other):
    return circumstances.adopt_repetition(other.case, actor=other.officer, on=other.day)


def test_the_books_are_counted_back_from_the_act(walk):
    decided = Decision.objects.get().decided_on
    found = of(second(walk, ended=date(2026, 10, 1)))
    assert (found.times, found.follows) == (2, "直接适用从重档")
    assert walk.paper.number in found.text
    assert of(second(walk, ended=decided)) is None  # the act came first
    assert of(second(walk, ended=date(decided.year + 2, decided.month, decided.day + 1))) is None


def test_another_party_or_clause_does_not_count(walk):
    assert of(second(walk, firm=make_firm(walk.bureau, "示例乙公司"))) is None


def test_a_decision_that_was_annulled_does_not_count(walk):
    other = second(walk)
    suit = Challenge.objects.create(
        case=Decision.objects.get().case, kind="suit", body="示例区人民法院",
        filed_on=FILED, received_on=FILED, result="upheld", ended_on=FILED, recorded_by=walk.clerk,
    )  # fmt: skip
    assert of(other).times == 2
    suit.result = "revoked"
    suit.save()
    assert of(other) is None
    assert of(other, on=FILED - timedelta(1)).times == 2  # the day before it was undone


def test_what_is_adopted_weighs_as_the_rule_says(walk):
    other = second(walk)
    row = weighing.row_for(other.case, other.day)
    assert weighing.result_of(other.case, row, other.day).tier == "T3"
    made = adopt(other)
    assert (made.times, made.evidence.count()) == (2, 0)
    result = weighing.result_of(other.case, row, other.day)
    assert result.tier == "T5"
    assert "二年内再次违法" in result.reasons[1].text


def test_it_is_used_once_whether_typed_or_adopted(walk):
    other = second(walk)
    adopt(other)
    place = _place(other, "二年内再次违法")
    with pytest.raises(Refused, match="只能使用一次"):
        other.circumstance("二年内又违法", tier="T5", criterion=place)
    with pytest.raises(Refused, match="已经登记过"):
        adopt(other)
    typed = second(walk)
    typed.circumstance("二年内又违法", tier="T5", criterion=place)
    with pytest.raises(Refused, match="已经登记过"):
        adopt(typed)


def _place(walk, criterion):
    benchmark = weighing.row_for(walk.case, walk.day).benchmark
    return benchmark.tiers.get(code="T5").criteria.index(criterion)


def test_without_an_earlier_decision_nothing_is_adopted(walk):
    with pytest.raises(Refused, match="没有对这一当事人"):
        adopt(second(walk, firm=make_firm(walk.bureau, "示例乙公司")))


def test_what_the_books_no_longer_say_is_not_proposed_on(walk):
    other = second(walk)
    adopt(other)
    other.case.circumstances.update(times=3)
    with pytest.raises(Refused, match="删除后重新采用"):
        other.fix(160_000)
    other.case.circumstances.update(times=2)
    assert other.fix(160_000).tier == "T5"


def test_the_page_proposes_it_until_it_is_adopted(client, walk):
    other = second(walk)
    client.force_login(walk.officer)
    page = reverse("penalties:case-discretion", args=[other.case.pk])
    assert "查到重复违法" in client.get(page).text
    said = {"on": str(other.day)}
    client.post(reverse("penalties:repetition-adopt", args=[other.case.pk]), said)
    text = client.get(page).text
    assert "查到重复违法" not in text
    assert "重复违法：第 2 次" in text


def test_under_weights_it_is_the_number_of_its_weight(walk):
    other = second(walk)
    benchmark = weighing.row_for(other.case, other.day).benchmark
    by_weights = benchmark.content | {"model": "weights"}
    made_own(walk.bureau, code="by-weights", content=by_weights, valid_from=FILED)
    assert of(other).follows == "按“二年内同类违法次数”这项权重计算"
    adopt(other)
    row = weighing.row_for(other.case, other.day)
    reasons = weighing.result_of(other.case, row, other.day).reasons
    found = next(it for it in reasons if it.heading.startswith("二年内同类违法次数"))
    assert (found.heading, found.effect) == ("二年内同类违法次数：2次", "5%")
    with pytest.raises(Refused, match="只能使用一次"):
        other.weight("又一次", "二年内同类违法次数", "3次以上")
