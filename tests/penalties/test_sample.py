"""The sample that comes with the system is no law: it is tried by, never decided by."""

import pytest
from django.urls import reverse

from archives_enforcement.workflow import Act, Refused
from penalties.models import Benchmark, BenchmarkRow
from penalties.queries import discretion
from penalties.services import benchmarks
from penalties.workflow import CASE_FLOW
from tests.penalties.grading import ABOVE, HEAD

STAGE = "investigate"
WHY = "示例，不是任何机关公布的裁量权基准.*第五条第三款、第三十四条"


@pytest.fixture
def tried(walk):
    """The facts are weighed by the sample, for the bureau has published nothing."""
    walk.adopt = lambda: None
    walk.circumstance("丢失永久档案 3 件、三十年档案 5 件", tier="T4", criterion=1)
    return walk


def test_by_the_sample_facts_are_tried_and_no_figure_is_fixed(tried, client):
    row = discretion.row_for(tried.case, tried.day)
    assert row.benchmark.is_sample
    assert discretion.result_of(tried.case, row, tried.day).suggestion == 110_000
    with pytest.raises(Refused, match=WHY):
        tried.fix(110_000)
    client.force_login(tried.officer)
    page = reverse("penalties:case-fine", args=[tried.case.pk])
    typed = {"fine": 110_000, "correction": "限期补救", "on": tried.day}
    refused = client.post(page, typed)
    assert refused.status_code == 422 and "只能试算" in refused.text
    assert 'value="110000"' in refused.text and "限期补救" in refused.text
    assert tried.fresh().assessment is None


@pytest.mark.parametrize("head", [HEAD, ABOVE], ids=["its own", "of the one above"])
def test_what_the_bureau_published_carries_a_figure(walk, head):
    """Drafted from the sample, checked and published by the acts of the editor."""
    today = Act(walk.head, walk.day)
    draft = benchmarks.draft(
        Benchmark.objects.get(bureau=None), actor=walk.reviewer, on=today.on, **head
    )
    benchmarks.publish(draft, actor=walk.head, on=today.on, valid_from=today.on)
    walk.circumstance("丢失永久档案 3 件、三十年档案 5 件", tier="T4", criterion=1)
    made = walk.fix(110_000)
    assert (made.row.benchmark, made.snapshot["benchmark"]["is_sample"]) == (draft, False)


@pytest.mark.parametrize(
    ("staged", "step", "by"),
    [
        ("weigh", "notify", "head"),
        ("hear", "submit_review", "officer"),
        ("review", "decide", "head"),
    ],
    indirect=["staged"],
)
def test_a_figure_fixed_by_the_sample_before_goes_no_further(walk, step, by):
    act = Act(getattr(walk, by), walk.day)
    assert CASE_FLOW.why_not(walk.fresh(), step, act) is None
    old = walk.case.assessment
    old.pk, old.row = None, BenchmarkRow.objects.get(benchmark__bureau=None, code=old.row.code)
    old.save(force_insert=True)
    with pytest.raises(Refused, match=WHY):
        raise Refused(CASE_FLOW.why_not(walk.fresh(), step, act))
