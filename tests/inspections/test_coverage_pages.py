"""The page of 覆盖规则 and the gauges on the plan."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from inspections.models import CoverageRule
from tests import factories
from tests.inspections import arranging
from tests.inspections.ruling import make_rule
from tests.reports.counting import counted

pytestmark = pytest.mark.django_db
PAGE = "inspections:plan-coverage"


@pytest.fixture
def today():
    return timezone.localdate()


def filled(**values):
    return {
        "title": "日常巡查", "population": "all", "kind": "any", "unit_min": 1, "mark": "LOCAL",
        "source": "工作制度", "effective_from": "2024-01-01",
        "on": timezone.localdate().isoformat(), **values,
    }  # fmt: skip


def test_a_rule_is_set_on_the_page_and_measured_at_once(client, clerk, unit):
    client.force_login(clerk)
    client.post(reverse("inspections:plan-rule-create"), filled())
    page = client.get(reverse(PAGE))
    (row,) = page.context["compass"].rows
    assert [each.name for each in row.gauge.missing] == ["示例街道一"]
    assert row.verdict == ("还缺 1 个", "due")
    assert "地方做法" in page.content.decode()


def test_a_sample_fills_the_form_and_stays_named_as_one(client, clerk):
    client.force_login(clerk)
    address = f"{reverse('inspections:plan-rule-create')}?sample=electronic"
    initial = client.get(address).context["form"].initial
    assert (initial["min_share"], initial["mark"]) == ("15", "LOCAL")
    client.post(address, filled(title=initial["title"], unit_min="", min_share=15))
    rule = CoverageRule.objects.get()
    assert (rule.is_sample, rule.min_share) == (True, 15)
    assert "取自示例" in client.get(reverse(PAGE)).content.decode()


def test_without_source_or_date_there_is_no_rule(client, clerk):
    client.force_login(clerk)
    address = reverse("inspections:plan-rule-create")
    answer = client.post(address, filled(source="", effective_from=""))
    assert answer.status_code == 422
    assert {"source", "effective_from"} <= set(answer.context["form"].errors)


def test_a_refusal_keeps_what_was_typed(client, clerk):
    client.force_login(clerk)
    answer = client.post(
        reverse("inspections:plan-rule-create"), filled(min_share=20, max_share=10)
    )
    assert answer.status_code == 422
    assert "比例下限不能高于比例上限" in answer.content.decode()


def test_change_and_end_from_the_page(client, head, clerk, today):
    rule = make_rule(clerk, on=today)
    client.force_login(head)
    changed = filled(unit_min=2, effective_from=today.isoformat())
    client.post(reverse("inspections:plan-rule-replace", args=[rule.pk]), changed)
    new = CoverageRule.objects.get(ended_on=None)
    client.post(
        reverse("inspections:plan-rule-end", args=[new.pk]),
        {"last_day": today.isoformat(), "note": "文件废止", "on": today.isoformat()},
    )
    new.refresh_from_db()
    assert (new.unit_min, new.ended_on) == (2, today)


def test_contradictions_are_said_in_words(client, clerk, bureau, today):
    for number in range(10):
        factories.make_unit(bureau, f"示例单位{number}")
    make_rule(clerk, on=today, title="巡查")
    make_rule(clerk, on=today, title="实地抽查", unit_min=None, max_share=10)
    client.force_login(clerk)
    assert "规则之间有矛盾" in client.get(reverse(PAGE)).content.decode()


def test_a_year_that_is_none_is_not_found(client, clerk):
    client.force_login(clerk)
    assert [client.get(reverse(PAGE), {"year": year}).status_code for year in ("x", "99")] == [
        404,
        404,
    ]


def test_the_plan_shows_its_year(client, clerk, bureau):
    make_rule(clerk, on=timezone.localdate(), effective_from=date(2024, 1, 1))
    plan = arranging.make_plan(clerk)
    arranging.add_units(plan, clerk, factories.make_unit(bureau, "甲"))
    factories.make_unit(bureau, "乙")
    client.force_login(clerk)
    (row,) = client.get(plan.get_absolute_url()).context["compass"].asking
    assert (row.gauge.foreseen, row.gauge.least) == (1, 2)


@pytest.mark.parametrize("page", ["coverage", "plan"])
def test_rows_cost_no_queries(client, clerk, bureau, page, today):
    plan = arranging.make_plan(clerk)
    address = reverse(PAGE) + "?year=2024" if page == "coverage" else plan.get_absolute_url()
    client.force_login(clerk)

    def fill(place):
        unit = factories.make_unit(bureau, f"示例街道{place}")
        arranging.add_units(plan, clerk, unit)
        make_rule(clerk, on=today, title=f"规则{place}")

    fill(1)
    client.get(address)
    one = counted(client, address)
    for place in (2, 3):
        fill(place)
    assert counted(client, address) == one
