"""What anyone may read without signing in, and that nothing else is there."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from publicity.models import Notice

LIST = "publicity:public-list"
CANARY = "不应公开的内容"


def detail(notice):
    return reverse("publicity:public-detail", args=[notice.pk])


def test_a_published_notice_is_read_without_signing_in(client, flow, walk):
    notice = flow.published()
    assert walk.firm.name in client.get(reverse(LIST)).text
    page = client.get(detail(notice))
    assert page.status_code == 200
    for wanted in (walk.paper.number, "¥47,000", "第四十九条第二款", "示例市示例区档案局"):
        assert wanted in page.text


@pytest.mark.parametrize("state", ["draft", "approved", "withdrawn"])
def test_nothing_but_published_notices_is_public(client, flow, state):
    notice = flow.published()
    Notice.objects.filter(pk=notice.pk).update(state=state, title=CANARY, facts=CANARY)
    assert CANARY not in client.get(reverse(LIST)).text
    assert CANARY not in client.get(reverse("publicity:public-data-export")).text
    page = client.get(detail(notice))
    assert page.status_code == (410 if state == "withdrawn" else 404)
    assert CANARY not in page.text


@pytest.mark.parametrize(("days", "status"), [(-1, 404), (0, 200), (1, 200)])
def test_publicity_stops_by_itself(client, flow, days, status):
    notice = flow.published()
    Notice.objects.filter(pk=notice.pk).update(expires_on=flow.today + timedelta(days=days))
    assert client.get(detail(notice)).status_code == status


def test_a_case_without_a_notice_leaves_no_trace(client, walk):
    text = client.get(reverse(LIST)).text
    assert walk.firm.name not in text
    assert walk.paper.number not in text


def test_inner_words_of_a_notice_stay_inside(client, flow):
    notice = flow.published(credit_reason=CANARY)
    Notice.objects.filter(pk=notice.pk).update(secrecy_note=CANARY, changed_ground=CANARY)
    assert CANARY not in client.get(detail(notice)).text
    assert CANARY not in client.get(reverse(LIST)).text


def test_a_withdrawn_notice_leaves_number_and_reason_only(client, flow, walk):
    flow.withdraw(flow.change(flow.published()))
    text = client.get(reverse(LIST)).text
    assert walk.paper.number in text
    assert "原决定已被撤销。" in text
    assert walk.firm.name not in text


def test_the_address_of_a_withdrawn_notice_answers_with_the_withdrawal(client, flow, walk):
    notice = flow.published()
    kept = client.get(detail(notice))["ETag"]
    flow.withdraw(flow.change(notice))
    page = client.get(detail(notice), headers={"If-None-Match": kept})
    assert page.status_code == 410
    assert walk.paper.number in page.text
    assert "原决定已被撤销。" in page.text
    assert walk.firm.name not in page.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "penalty_decision"}, 1),
        ({"kind": "legal_review_catalogue"}, 0),
        ({"year": 1999}, 0),
        ({"q": "示例档案"}, 1),
        ({"q": "没有这家"}, 0),
    ],
)
def test_files_hold_what_the_page_shows(client, flow, walk, asked, found):
    flow.published()
    assert len(client.get(reverse(LIST), asked).context["object_list"]) == found
    data = client.get(reverse("publicity:public-data-export"), asked).json()["decisions"]
    assert [row["number"] for row in data] == [walk.paper.number] * found
    content = client.get(reverse("publicity:public-export"), asked).content
    assert load_workbook(BytesIO(content)).active.max_row == 1 + found


@pytest.mark.parametrize(("query", "found"), [("示例档案", 1), ("没有这家", 0)])
def test_the_public_list_is_searched(client, flow, query, found):
    flow.published()
    page = client.get(reverse(LIST), {"q": query})
    assert len(page.context["object_list"]) == found


def test_the_public_list_takes_the_same_queries_however_long(client, flow):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse(LIST)).status_code == 200
        return len(seen)

    notice = flow.published()
    one = queries()
    for number in range(2):
        document = notice.document
        document.pk, document.state = None, "draft"
        document.number = document.serial = document.content = document.issued_on = None
        document.verification_code = f"code{number}"
        document.save(force_insert=True)
        notice.pk, notice.document = None, document
        notice.save(force_insert=True)
    assert queries() == one


def test_the_staff_list_takes_the_same_queries_however_long(client, flow, walk):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse("publicity:notice-list")).status_code == 200
        return len(seen)

    client.force_login(walk.officer)
    notice = flow.published()
    one = queries()
    notice.pk, notice.state = None, "withdrawn"
    notice.save(force_insert=True)
    assert queries() == one
