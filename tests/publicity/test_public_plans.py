"""A published plan is read by anyone; whom it visits and when stays inside."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from inspections.models import Plan
from inspections.services import planning
from tests import factories
from tests.inspections import arranging

LIST = "publicity:public-plan-list"


@pytest.fixture
def units(bureau):
    kinds = [Party.Kind.ORGAN, Party.Kind.ORGAN, Party.Kind.ARCHIVES]
    return [
        factories.make_unit(bureau, f"不具名单位{number}", kind)
        for number, kind in enumerate(kinds, start=1)
    ]


@pytest.fixture
def plan(clerk, head, units):
    plan = arranging.make_plan(clerk, title="公开的检查计划", purpose="依法检查", method="听取汇报")
    arranging.add_units(plan, clerk, *units[:2], month=3)
    arranging.add_units(plan, clerk, units[2], month=5, kind="special")
    planning.submit_plan(plan, actor=clerk, on=arranging.PLANNED_ON)
    arranging.approve_plan(plan, head)
    return planning.publish_plan(plan, actor=clerk, on=arranging.PLANNED_ON)


def detail(plan):
    return reverse("publicity:public-plan-detail", args=[plan.pk])


def test_the_list_names_plan_bureau_number_and_day(client, plan):
    text = client.get(reverse(LIST)).text
    for wanted in ("公开的检查计划", "示例区档案局", "2024年3月18日", f'href="{detail(plan)}"'):
        assert wanted in text
    (row,) = client.get(reverse(LIST)).context["object_list"]
    assert row.total == 3


def test_the_page_tells_how_much_is_checked_and_how(client, plan):
    page = client.get(detail(plan))
    outline = page.context["outline"]
    assert [(row.number, row.daily, row.special) for row in outline.months] == [
        (3, 2, 0),
        (5, 0, 1),
    ]
    assert [row.percent for row in outline.months] == [100, 50]
    assert outline.kinds == [("机关", 2), ("档案馆", 1)]
    assert outline.checklists == [arranging.checklist()]
    for wanted in ("依法检查", "听取汇报", "共 3 个项目", str(arranging.checklist())):
        assert wanted in page.text


def test_no_page_names_a_unit_or_who_made_the_plan(client, plan, clerk):
    for address in (reverse(LIST), detail(plan)):
        text = client.get(address).text
        assert "不具名单位" not in text
        assert clerk.name not in text


@pytest.mark.parametrize(
    ("state", "status"),
    [("draft", 404), ("submitted", 404), ("approved", 404), ("published", 200), ("closed", 200)],
)
def test_only_what_was_published_is_public(client, plan, state, status):
    Plan.objects.update(state=state)
    assert client.get(detail(plan)).status_code == status
    assert ("公开的检查计划" in client.get(reverse(LIST)).text) is (status == 200)


def test_staff_find_the_public_page_from_the_plan(client, plan, clerk):
    client.force_login(clerk)
    page = client.get(plan.get_absolute_url())
    assert [action["url"] for action in page.context["actions"]] == [detail(plan)]
    Plan.objects.update(state="approved")
    assert client.get(plan.get_absolute_url()).context["actions"] == []


def test_the_pages_take_the_same_queries_however_long(client, plan, clerk, head):
    def queries(address):
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    one = [queries(reverse(LIST)), queries(detail(plan))]
    for year in (2022, 2023):
        Plan.objects.create(
            bureau=plan.bureau, year=year, title="旧", state="closed", drafted_by=clerk,
            published_on=plan.published_on,
        )  # fmt: skip
    for item in list(plan.items.all()):
        item.pk, item.month = None, item.month + 3
        item.save()
    assert [queries(reverse(LIST)), queries(detail(plan))] == one
    assert max(one) <= 5
