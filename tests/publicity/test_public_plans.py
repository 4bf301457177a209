"""A published plan is read by anyone; whom it visits and when stays inside."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.files.workbook import read_sheets
from inspections.models import ListPublication, Plan
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


def test_what_is_looked_for_is_what_the_files_hold(client, plan, clerk):
    Plan.objects.create(
        bureau=plan.bureau, year=2022, title="旧计划", state="closed", drafted_by=clerk,
        published_on=plan.published_on,
    )  # fmt: skip
    page = client.get(reverse(LIST), {"q": "公开的", "bureau": plan.bureau_id})
    assert [row.pk for row in page.context["object_list"]] == [plan.pk]
    assert "没有查到" in client.get(reverse(LIST), {"year": 1999}).text
    data = client.get(reverse("publicity:public-plan-data-export"), {"q": "公开的"}).json()
    (row,) = data["plans"]
    assert (row["total"], row["daily"], row["special"]) == (3, 2, 1)
    assert (row["bureau"], row["published_on"]) == ("示例区档案局", "2024-03-18")
    file = client.get(reverse("publicity:public-plan-export"), {"year": 2022}).content
    heads, line = next(iter(read_sheets(file, lines=9, columns=7).values()))
    assert (heads[0], line[0], line[1]) == ("计划", "旧计划", 2022)


def test_no_page_names_a_unit_or_who_made_the_plan(client, plan, clerk):
    for address in (reverse(LIST), detail(plan), reverse("publicity:public-plan-data-export")):
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


def test_a_checklist_is_found_by_its_items_and_handed_out_with_them(client, bureau, clerk):
    checklist = arranging.checklist()
    row = ListPublication.objects.create(
        bureau=bureau, checklist=checklist, published_on=arranging.PLANNED_ON, published_by=clerk
    )
    item = checklist.items.order_by("position").first()
    page = reverse("publicity:public-checklist-list")
    assert str(checklist) in client.get(page, {"q": item.text[:8]}).text
    assert "没有查到" in client.get(page, {"q": "没有这样的检查内容"}).text
    data = client.get(reverse("publicity:public-checklist-data-export", args=[row.pk])).json()
    assert (data["bureau"], len(data["items"])) == (bureau.name, checklist.items.count())
    assert data["items"][0]["text"] == item.text and data["items"][0]["basis"] == item.basis
    file = client.get(reverse("publicity:public-checklist-export", args=[row.pk])).content
    heads, first, *_ = next(iter(read_sheets(file, lines=500, columns=4).values()))
    assert (heads[2], first[2]) == ("检查内容", item.text)


@pytest.mark.parametrize("page", ["public-benchmark-list", "public-draw-list"])
def test_benchmarks_and_draws_are_looked_for_by_their_name(client, page, bureau):
    assert "没有查到" in client.get(reverse(f"publicity:{page}"), {"q": "没有的名称"}).text
