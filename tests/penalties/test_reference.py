"""The catalogue and the sample benchmark as rows."""

import json

import pytest
from django.contrib.admin.sites import site
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from penalties import reference
from penalties.models import Benchmark, BenchmarkRow, FineClause, Violation
from tests import factories

SAMPLE = json.loads((reference.DATA / "benchmark_sample.json").read_text(encoding="utf-8"))


def counts():
    return [model.objects.count() for model in (Violation, FineClause, Benchmark, BenchmarkRow)]


def test_loading_again_changes_nothing(db):
    before = counts()
    assert reference.load() == {"违法行为": 15, "裁量权基准条目": 13, "裁量情节": 15}
    assert counts() == before == [15, 13, 1, 13]


def test_each_line_of_the_benchmark_grades_its_own_clause(db):
    rows = BenchmarkRow.objects.select_related("clause__violation")
    assert {row.code: str(row.clause.violation.code) for row in rows}["B06-F"] == "V04"
    assert {row.clause.category for row in rows if row.code.endswith("F")} == {"service_firm"}


def test_a_sample_that_may_not_be_published_is_not_loaded(db, monkeypatch):
    broken = json.loads(json.dumps(SAMPLE))
    broken["ranges"][2]["bands"][0]["to"] = 80_000
    monkeypatch.setattr(
        reference, "_read", lambda name: broken if "sample" in name else {"violations": []}
    )
    with pytest.raises(ImproperlyConfigured, match="重叠"):
        reference.load()


def test_administrators_read_the_benchmark_with_its_label_and_cannot_change_it(client, db):
    client.force_login(factories.make_user("keeper", "administrator", is_staff=True))
    page = client.get(reverse("admin:penalties_benchmarkrow_changelist"))
    assert "非任何机关公布的裁量基准" in page.text
    model_admin = site.get_model_admin(BenchmarkRow)
    request = page.wsgi_request
    assert not model_admin.has_change_permission(request)
    assert not model_admin.has_add_permission(request)
    assert not model_admin.has_delete_permission(request)
