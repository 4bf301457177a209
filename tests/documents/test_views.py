"""The pages of a paper: its whole way, what each act asks for, and who finds it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.documents import services
from tests import factories
from tests.documents.conftest import ON

SIGN = {"confirmed": "on", "on": ON}


def detail(document):
    return reverse("documents:document-detail", args=[document.pk])


def test_the_whole_way_of_a_letter_through_its_pages(client, draft, officer, head, contact):
    client.force_login(officer)
    assert "提交签发" in client.get(detail(draft)).text
    client.post(reverse("documents:document-submit", args=[draft.pk]), {"on": ON})
    client.force_login(head)
    page = client.get(reverse("documents:document-sign", args=[draft.pk]))
    assert "不能收回再用" in page.text
    client.post(reverse("documents:document-sign", args=[draft.pk]), SIGN)
    draft.refresh_from_db()
    client.force_login(contact)
    assert "我已收到" in client.get(detail(draft)).text
    delivery = draft.deliveries.get()
    client.post(reverse("documents:delivery-acknowledge", args=[delivery.pk]), {"confirmed": "on"})
    delivery.refresh_from_db()
    assert delivery.method == "online"


def test_a_refusal_stays_on_the_page_with_its_article(client, submitted, head, bureau):
    bureau.identity_confirmed_on = None
    bureau.save()
    client.force_login(head)
    page = client.post(reverse("documents:document-sign", args=[submitted.pk]), SIGN)
    assert page.status_code == 422
    assert "请机关负责人先到“机关信息”确认" in page.text


def test_signing_asks_for_the_box_to_be_ticked(client, submitted, head):
    client.force_login(head)
    page = client.post(reverse("documents:document-sign", args=[submitted.pk]))
    assert page.status_code == 422
    submitted.refresh_from_db()
    assert submitted.state == "submitted"


@pytest.mark.parametrize("reader", ["head", "contact"])
def test_a_paper_without_pdf_says_that_it_is_being_made(client, issued, reader, request):
    client.force_login(request.getfixturevalue(reader))
    page = client.get(detail(issued)).text
    assert "正在生成 PDF" in page
    assert 'hx-trigger="every 3s"' in page and "htmx.min" in page  # it shows itself once it is made
    assert client.get(reverse("documents:document-pdf", args=[issued.pk])).status_code == 404


def test_the_list_takes_the_same_queries_however_long(client, make_draft, officer, head):
    def issue():
        paper = services.submit(make_draft(), actor=officer, on=ON)
        services.sign(paper, actor=head, on=ON)

    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse("documents:document-list")).status_code == 200
        return len(seen)

    client.force_login(officer)
    issue()
    one = queries()
    issue()
    issue()
    assert queries() == one


@pytest.mark.parametrize("name", ["document-submit", "document-sign", "document-void"])
def test_another_bureau_finds_nothing(client, draft, other_bureau, name):
    client.force_login(factories.make_user("there", "head", "officer", bureau=other_bureau))
    assert client.get(reverse(f"documents:{name}", args=[draft.pk])).status_code == 404


def buttons_in_front(page):
    return [act.label for act in page.context["acts"] if act.primary]


def test_the_way_forward_stands_in_front_of_the_ways_out(client, submitted, officer, head):
    client.force_login(head)
    assert buttons_in_front(client.get(detail(submitted))) == ["签发"]
    client.force_login(officer)
    page = client.get(detail(submitted))
    assert "作废" in [act.label for act in page.context["acts"]]
    assert buttons_in_front(page) == []


def test_a_paper_leads_back_to_what_it_is_about(client, draft, officer):
    client.force_login(officer)
    assert f'href="{draft.subject.get_absolute_url()}"' in client.get(detail(draft)).text


def test_the_signer_sees_the_paper_beside_the_box(client, submitted, head):
    client.force_login(head)
    page = client.get(reverse("documents:document-sign", args=[submitted.pk]))
    assert 'class="sheet"' in page.text
    assert detail(submitted) in page.text


def test_the_sheet_is_dated_in_words(client, issued, head):
    client.force_login(head)
    assert "2024年7月4日" in client.get(detail(issued)).text


def test_who_may_not_open_the_record_is_not_led_to_it(client, issued, bureau):
    client.force_login(factories.make_user("reader", "superior", bureau=bureau))
    page = client.get(detail(issued))
    assert page.status_code == 200
    assert issued.subject.get_absolute_url() not in page.text


def test_an_old_page_of_an_act_says_that_somebody_has_been_first(client, draft, officer):
    address = reverse("documents:document-submit", args=[draft.pk])
    client.force_login(officer)
    assert 'class="card-x act-form"' in client.get(address).text
    services.submit(draft, actor=officer, on=ON)
    page = client.get(address).text
    assert "现在的状态是“待签发”，不能提交签发" in page
    assert 'class="card-x act-form"' not in page


def test_an_old_page_of_a_correction_says_why_there_is_none(client, draft, officer):
    client.force_login(officer)
    page = client.get(reverse("documents:document-correct", args=[draft.pk])).text
    assert "不是现行有效的文书，不能更正" in page
    assert 'class="card-x act-form"' not in page


def test_the_drafter_reads_why_his_paper_came_back_until_he_has_mended_it(
    client, submitted, officer, head
):
    services.return_draft(submitted, actor=head, on=ON, note="请补写期限。")
    client.force_login(officer)
    assert "head退回：请补写期限。请起草人修改以后再提交。" in client.get(detail(submitted)).text
    services.revise(submitted, actor=officer, on=ON, fields={"reply_due": "2024年8月1日"})
    page = client.get(detail(submitted)).text
    assert "请核对样张，没有问题就提交，由机关负责人、分管负责人签发。" in page


def test_a_receiver_is_not_offered_what_stays_in_the_house(client, issued, contact, head):
    client.force_login(contact)
    page = client.get(reverse("documents:document-list")).text
    assert "函询函</option>" in page
    assert "法制审核意见书</option>" not in page
    assert "待签发</option>" not in page
    client.force_login(head)
    page = client.get(reverse("documents:document-list")).text
    assert "法制审核意见书</option>" in page
    assert "待签发</option>" in page


def test_a_page_of_an_act_says_first_what_a_rule_forbids(client, make_draft, head):
    own = make_draft()
    type(own).objects.filter(pk=own.pk).update(state="submitted", drafted_by=head)
    client.force_login(head)
    page = client.get(reverse("documents:document-sign", args=[own.pk])).text
    assert "起草人不能签发自己起草的文书" in page
    assert 'class="card-x act-form"' not in page
