"""The facts of a visit and its end: signed, refused, and what becomes of it."""

from datetime import date, time

import pytest

from archives_enforcement.workflow import Refused
from inspections.services import concluding, site_facts
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY

ON = DAY


def test_facts_of_the_visit_are_kept(begun, officer):
    facts = {**on_site.FACTS, "summary": "检查顺利。", "left_at": time(16, 40)}
    visit = site_facts.record_facts(begun, actor=officer, on=DAY, **facts)
    visit.refresh_from_db()
    assert {name: getattr(visit, name) for name in facts} == facts


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"methods": ["查封"]}, "检查方式只能从"),
        ({"left_at": time(0, 1)}, "离开时间不能早于到达时间"),
    ],
)
def test_impossible_facts_are_refused(begun, officer, changes, why):
    with pytest.raises(Refused, match=why):
        site_facts.record_facts(begun, actor=officer, on=DAY, **{**on_site.FACTS, **changes})


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"oral_feedback_to": "", "oral_feedback": ""}, "还没有记录现场口头反馈"),
        ({"oral_feedback": ""}, "还没有记录现场口头反馈"),
    ],
)
def test_the_visit_does_not_end_without(begun, officer, changes, why):
    on_site.fill(begun, officer, **changes)
    concluding.sign(begun, actor=officer, on=DAY, **on_site.SIGNED)
    with pytest.raises(Refused, match=why):
        concluding.finish(begun, actor=officer, on=DAY)


def test_the_visit_does_not_end_with_an_item_missing(begun, officer):
    on_site.fill(begun, officer)
    begun.results.filter(item__code="4-12").delete()
    with pytest.raises(Refused, match="还有 1 项没有记录"):
        concluding.conclude(begun, actor=officer, on=DAY, signing=on_site.SIGNED)
    begun.refresh_from_db()
    assert begun.signed_by == ""


def test_the_visit_does_not_end_without_a_signature(begun, officer):
    on_site.fill(begun, officer)
    with pytest.raises(Refused, match="单位负责人还没有签字"):
        concluding.finish(begun, actor=officer, on=DAY)


def test_someone_outside_the_team_does_not_end_the_visit(begun, officer, bureau):
    on_site.fill(begun, officer)
    concluding.sign(begun, actor=officer, on=DAY, **on_site.SIGNED)
    outsider = factories.make_officer("outsider", bureau, "backfiller")
    with pytest.raises(Refused, match="您不是这次检查的执法人员"):
        concluding.finish(begun, actor=outsider, on=DAY)


def test_a_visit_does_not_end_before_it_began(begun, officer):
    on_site.fill(begun, officer)
    concluding.sign(begun, actor=officer, on=DAY, **on_site.SIGNED)
    with pytest.raises(Refused, match="不能早于检查日期"):
        concluding.finish(begun, actor=officer, on=date(2024, 9, 4))


def test_a_signed_visit_ends(begun, officer):
    on_site.fill(begun, officer)
    concluding.sign(begun, actor=officer, on=DAY, signature=on_site.picture(), **on_site.SIGNED)
    visit = concluding.finish(begun, actor=officer, on=DAY)
    assert (visit.state, visit.signed_by, visit.signature.name) == (
        "recorded", "单位负责人", "签名.png",
    )  # fmt: skip
