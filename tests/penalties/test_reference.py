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
FIRM = next(entry for entry in SAMPLE["ranges"] if entry["key"] == "FIRM_2_20")


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


def firm_clause():
    return FineClause.objects.filter(category="service_firm").first()


def changed(**values):
    bands = [dict(band) for band in FIRM["bands"]]
    bands[0] |= values
    return {**FIRM, "bands": bands}


@pytest.mark.parametrize(
    ("bounds", "problem"),
    [
        (FIRM, None),
        ({**FIRM, "maximum": 300_000}, "法定幅度"),
        (changed(to=70_000), "空档"),
        (changed(to=80_000), "空档"),
        (changed(to_inclusive=False), "空档"),
        ({**FIRM, "bands": FIRM["bands"][:2]}, "档次不全"),
    ],
)
def test_a_benchmark_that_leaves_the_law_or_its_rules_is_refused(db, bounds, problem):
    found = reference.fault(SAMPLE["rule_set"], firm_clause(), bounds)
    assert (problem in found) if problem else (found is None)


def test_a_line_without_a_clause_in_law_is_refused(db):
    entry = {"code": "B99", "violation": "V06", "party": "organisation", "bases": [], "kinds": []}
    with pytest.raises(ImproperlyConfigured, match="没有对应的法定罚款幅度"):
        reference._clause(entry)


def test_administrators_read_the_benchmark_with_its_label_and_cannot_change_it(client, db):
    client.force_login(factories.make_user("keeper", "administrator", is_staff=True))
    page = client.get(reverse("admin:penalties_benchmarkrow_changelist"))
    assert "非任何机关公布的裁量基准" in page.text
    model_admin = site.get_model_admin(BenchmarkRow)
    request = page.wsgi_request
    assert not model_admin.has_change_permission(request)
    assert not model_admin.has_add_permission(request)
    assert not model_admin.has_delete_permission(request)
