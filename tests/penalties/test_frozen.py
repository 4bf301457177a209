"""Published benchmarks and fixed proposals, by ways around the services (行政处罚法第三十四条)."""

import copy

import pytest
from django.db import DatabaseError, connection, transaction

from penalties.models import Assessment, Benchmark, BenchmarkRow, Factor, Tier
from tests.penalties.grading import published_copy

STAGE = "weigh"
OURS = {"benchmark__is_sample": False}


@pytest.fixture
def ours(walk):
    return published_copy(walk)


def refused(change) -> bool:
    """Whether the database says no to `change`."""
    try:
        with transaction.atomic():
            change()
    except DatabaseError as error:
        assert "append-only" in str(error)
        return True
    return False


def by_sql(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.parametrize(
    "values",
    [{"title": "改名"}, {"content": {}}, {"state": "draft"}, {"is_sample": True},
     {"valid_from": "2020-01-01"}, {"level": "city"}],
)  # fmt: skip
def test_a_published_benchmark_keeps_everything(ours, values):
    assert refused(lambda: Benchmark.objects.filter(pk=ours.pk).update(**values))


def test_its_last_day_may_be_written_and_a_draft_may_change(ours):
    mine = Benchmark.objects.filter(pk=ours.pk)
    assert not refused(lambda: mine.update(valid_to="2030-12-31"))
    draft = copy.copy(ours)
    draft.pk, draft.code, draft.state = None, "another", "draft"
    draft.save()
    drafts = Benchmark.objects.filter(pk=draft.pk)
    assert not refused(lambda: drafts.update(title="改名", content={"rows": []}))
    assert not refused(drafts.delete)


@pytest.mark.parametrize(
    "sql",
    ["UPDATE penalties_benchmark SET version = '改' WHERE id = %s",
     "DELETE FROM penalties_benchmark WHERE id = %s",
     "UPDATE penalties_tier SET title = '改' WHERE benchmark_id = %s",
     "DELETE FROM penalties_factor WHERE benchmark_id = %s",
     "UPDATE penalties_benchmarkrow SET title = '改' WHERE benchmark_id = %s"],
)  # fmt: skip
def test_raw_sql_changes_nothing_of_it(ours, sql):
    assert refused(lambda: by_sql(sql, ours.pk))


@pytest.mark.parametrize("model", [Tier, Factor, BenchmarkRow])
def test_its_parts_are_neither_altered_nor_added_nor_moved(ours, model):
    rows = model.objects.filter(benchmark=ours)
    assert refused(lambda: rows.update(title="改"))
    assert refused(lambda: rows.first().delete())
    more = rows.first()
    more.pk, more.code = None, "新"
    assert refused(more.save)
    foreign = model.objects.filter(benchmark__is_sample=True)
    assert refused(lambda: foreign.filter(pk=foreign.first().pk).update(benchmark=ours))


def test_the_sample_is_renewed_with_the_program(ours):
    sample = Benchmark.objects.filter(is_sample=True)
    assert not refused(lambda: sample.update(version="下一版"))
    assert not refused(lambda: Tier.objects.filter(benchmark__is_sample=True).update(title="改"))
    assert refused(lambda: by_sql("DELETE FROM penalties_benchmark WHERE is_sample"))


@pytest.mark.parametrize("values", [{"fine": 1}, {"snapshot": {}}, {"made_on": "2020-01-01"}])
def test_a_fixed_proposal_is_frozen(walk, values):
    mine = Assessment.objects.filter(case=walk.case)
    assert refused(lambda: mine.update(**values))
    assert refused(lambda: by_sql("DELETE FROM penalties_assessment"))
