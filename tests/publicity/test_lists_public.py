"""What anyone may read beforehand, as page, Excel and JSON, and that nothing else is there."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from penalties.models import Benchmark
from publicity.models import PublicList
from publicity.services import lists
from tests.publicity.test_lists import LINE, way  # noqa: F401 - a fixture

BEFORE = "publicity:public-before"
CANARY = "不应公开的内容"


def at(row, name="public-register"):
    return reverse(f"publicity:{name}", args=[row.pk])


def test_a_published_list_is_read_by_everybody(client, way):  # noqa: F811
    row = way.published()
    assert at(row) in client.get(reverse(BEFORE)).text
    page = client.get(at(row))
    assert page.status_code == 200
    assert all(cell in page.text for cell in LINE)
    record = client.get(at(row, "public-register-data-export")).json()
    assert record["rows"] == [dict(zip(record["columns"], LINE, strict=True))]
    assert (record["version"], record["published_on"]) == (1, way.today.isoformat())
    sheet = load_workbook(BytesIO(client.get(at(row, "public-register-export")).content)).active
    assert [cell.value for cell in sheet[2]] == LINE


@pytest.mark.parametrize("state", ["draft", "approved", "discarded"])
def test_what_was_never_published_exists_for_nobody(client, way, state):  # noqa: F811
    row = way.written(rows=[[CANARY, *LINE[1:]]])
    PublicList.objects.filter(pk=row.pk).update(state=state)
    assert at(row) not in client.get(reverse(BEFORE)).text
    for name in ("public-register", "public-register-export", "public-register-data-export"):
        assert client.get(at(row, name)).status_code == 404


def test_a_withdrawn_list_answers_with_its_reason_alone(client, way):  # noqa: F811
    row = way.published(rows=[[CANARY, *LINE[1:]]])
    assert CANARY in client.get(at(row)).text
    lists.withdraw(row, **way.by(way.clerk), reason="事项已经取消")
    page = client.get(at(row))
    assert page.status_code == 410
    assert "事项已经取消" in page.text
    assert CANARY not in page.text
    assert client.get(at(row, "public-register-export")).status_code == 404


def test_an_older_version_stays_readable_and_says_so(client, way):  # noqa: F811
    first = way.published()
    second = lists.write(way.draft(), **way.by(way.clerk), rows=[LINE] * 2, source="文件")
    way.publish(way.approve(second))
    assert "这是以前的版本" in client.get(at(first)).text
    page = client.get(reverse(BEFORE)).text
    assert at(second) in page
    assert at(first) not in page


@pytest.mark.parametrize(("query", "found"), [("查阅", 1), ("没有这项", 0)])
def test_lists_are_searched_by_what_stands_in_them(client, way, query, found):  # noqa: F811
    way.published()
    assert len(client.get(reverse(BEFORE), {"q": query}).context["object_list"]) == found


def test_a_list_is_filtered_by_kind_and_bureau(client, way):  # noqa: F811
    row = way.published()
    for asked, found in (("services", [row]), ("duties", [])):
        page = client.get(reverse(BEFORE), {"kind": asked, "bureau": row.bureau_id})
        assert list(page.context["object_list"]) == found


def test_only_published_benchmarks_of_a_bureau_are_public(client, way):  # noqa: F811
    sample = Benchmark.objects.get(bureau=None)
    ours = Benchmark.objects.get(pk=sample.pk)
    ours.pk, ours.code, ours.bureau, ours.is_sample = None, "ours", way.clerk.bureau, False
    ours.title, ours.state = "本机关基准", "draft"
    ours.save()
    names = ("public-benchmark", "public-benchmark-export", "public-benchmark-data-export")
    for row in (ours, sample):
        assert [client.get(at(row, name)).status_code for name in names] == [404] * 3
    Benchmark.objects.filter(pk=ours.pk).update(state="published")
    assert [client.get(at(ours, name)).status_code for name in names] == [200] * 3
    assert "本机关基准" in client.get(reverse("publicity:public-benchmark-list")).text
    assert client.get(at(ours, names[2])).json()["rows"] == sample.content["rows"]


def test_an_answer_may_be_kept_and_is_asked_for_again_by_its_digest(client, way):  # noqa: F811
    row = way.published()
    first = client.get(at(row))
    assert "public" in first["Cache-Control"]
    assert "max-age=60" in first["Cache-Control"]
    again = client.get(at(row), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    lists.withdraw(row, **way.by(way.clerk), reason="取消")
    assert client.get(at(row), headers={"If-None-Match": first["ETag"]}).status_code == 410


def test_what_a_signed_in_person_gets_nobody_else_may_keep(client, way):  # noqa: F811
    row = way.published()
    client.force_login(way.clerk)
    assert client.get(at(row))["Cache-Control"] == "no-store"
