"""Who signs a feedback letter: the head where it orders, his deputy head too where it only asks."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.services.batches import run_batch
from archives_enforcement.workflow import Refused
from reports.queries.paper_work import work_for_papers
from tests import factories
from tests.accounts.standing_in import FIRST, fresh, name_deputy
from tests.inspections import on_site
from tests.inspections.on_site import DAY

ORDERS, ASKS = "2-02", "1-01"  # a hazard is ordered away, a missing rule is asked for
HEADS = "写有责令的档案行政检查反馈意见书由机关负责人签发，您的岗位不能办理"


@pytest.fixture
def deputy_head(bureau):
    return factories.make_user("deputy_head", "deputy_head", "backfiller", bureau=bureau)


@pytest.fixture
def submitted(make_other, bureau, officer):
    """A letter about these items, handed in; each goes to another unit."""

    def letter(*failing, by=officer):
        unit = factories.make_unit(bureau, f"示例单位{Document.objects.count()}")
        letter = on_site.draft(make_other(*failing, unit=unit), by)
        return documents.submit(letter, actor=by, on=DAY)

    return letter


def page_of(letter, name="sign"):
    return reverse(f"documents:document-{name}", args=[letter.pk])


def test_the_head_signs_what_orders_and_his_deputy_head_what_asks(submitted, deputy_head, head):
    order, letter = submitted(ORDERS), submitted(ASKS)
    for act, words in ((documents.sign, {}), (documents.return_draft, {"note": "改"})):
        with pytest.raises(Refused, match=HEADS):
            act(order, actor=deputy_head, on=DAY, **words)
    assert documents.sign(letter, actor=deputy_head, on=DAY).issued_by == deputy_head
    assert documents.sign(order, actor=head, on=DAY).issued_by == head


def test_what_the_letter_says_when_it_is_signed_decides(submitted, officer, deputy_head):
    """Both pages were opened before the letters were returned and written anew."""
    seen, other = submitted(ASKS), submitted(ORDERS)
    for letter, problems in ((seen, other.fields["problems"]), (other, seen.fields["problems"])):
        Document.objects.filter(pk=letter.pk).update(state="draft")
        documents.revise(letter, actor=officer, on=DAY, fields={"problems": problems})
        documents.submit(letter, actor=officer, on=DAY)
    with pytest.raises(Refused, match=HEADS):
        documents.sign(seen, actor=deputy_head, on=DAY)
    assert documents.sign(other, actor=deputy_head, on=DAY).number


def test_an_order_without_remedies_or_typed_elsewhere_is_the_heads_to_return(
    submitted, deputy_head, head
):
    order, letter = submitted(ORDERS), submitted(ASKS)
    order.fields["problems"].pop()
    letter.fields["overview"] += "现责令你单位立即整改。"
    for paper in (order, letter):
        Document.objects.filter(pk=paper.pk).update(fields=paper.fields)
        with pytest.raises(Refused, match=HEADS):
            documents.return_draft(paper, actor=deputy_head, on=DAY, note="写明救济途径")
        returned = documents.return_draft(paper, actor=head, on=DAY, note="写明救济途径")
        assert returned.state == "draft"


def test_who_takes_an_order_back_is_who_gave_it(submitted, officer, deputy_head, head):
    """A correction without the order is signed by the head too; of a plain letter by either."""
    asked = submitted(ASKS).fields["problems"]
    for failing, mine in ((ORDERS, False), (ASKS, True)):
        issued = documents.sign(submitted(failing), actor=head, on=DAY)
        letter = documents.draft_correction(issued, actor=officer, on=DAY, note="查明没有隐患")
        documents.revise(letter, actor=officer, on=DAY, fields={"problems": asked})
        documents.submit(letter, actor=officer, on=DAY)
        if not mine:
            with pytest.raises(Refused, match="由机关负责人签发"):
                documents.sign(letter, actor=deputy_head, on=DAY)
        assert documents.sign(letter, actor=deputy_head if mine else head, on=DAY).number


@pytest.mark.parametrize(("failing", "state"), [(ORDERS, "submitted"), (ASKS, "issued")])
def test_a_forged_form_signs_no_order(client, submitted, deputy_head, failing, state):
    letter = submitted(failing)
    client.force_login(deputy_head)
    assert (HEADS in client.get(page_of(letter)).text) == (failing == ORDERS)
    answer = client.post(page_of(letter), {"confirmed": "on", "on": DAY})
    assert (HEADS in answer.text) == (failing == ORDERS)
    letter.refresh_from_db()
    assert letter.state == state


def test_pages_say_before_who_will_sign(client, make, officer, head):
    visit = make(ORDERS)
    draft = on_site.draft(visit, officer)
    by_head = "由机关负责人签发"
    client.force_login(officer)
    for page in (
        reverse("inspections:letter-draft", args=[visit.pk]),
        draft.get_absolute_url(),
        page_of(draft, "submit"),
        visit.get_absolute_url(),
    ):
        assert by_head in client.get(page).text
    documents.submit(draft, actor=officer, on=DAY)
    assert f"等待{by_head.removeprefix('由')}" in client.get(draft.get_absolute_url()).text
    assert f"等待{by_head.removeprefix('由')}" in client.get(visit.get_absolute_url()).text
    assert KINDS["feedback_letter"].signed_by == (
        "机关负责人、分管负责人签发（写有责令的由机关负责人签发）"
    )


def test_an_order_lies_on_the_heads_desk_only(client, submitted, deputy_head, head):
    order, letter = submitted(ORDERS), submitted(ASKS)
    on_desk = {
        who: [item.url for item in work_for_papers(fresh(who), DAY)] for who in (deputy_head, head)
    }
    assert on_desk[deputy_head] == [letter.get_absolute_url()]
    assert on_desk[head] == [order.get_absolute_url(), letter.get_absolute_url()]
    client.force_login(deputy_head)
    page = client.get(reverse("documents:batch-create"))
    assert [paper.pk for paper in page.context["papers"]] == [letter.pk]
    assert [paper.pk for paper, _ in page.context["refused"]] == [order.pk]
    assert "还不能签发的" in page.text and HEADS in page.text
    button = "签发选中的文书"
    assert button in page.text
    documents.sign(letter, actor=head, on=DAY)
    assert button not in client.get(reverse("documents:batch-create")).text
    client.force_login(head)
    assert "要有送达证明" in client.get(page_of(order)).text


def test_more_orders_ask_no_more_of_the_database(client, submitted, deputy_head, officer, head):
    issued = documents.sign(submitted(ORDERS), actor=head, on=DAY)
    letter = documents.draft_correction(issued, actor=officer, on=DAY, note="单位名称写错")
    documents.submit(letter, actor=officer, on=DAY)
    client.force_login(deputy_head)
    counts = []
    for _ in range(2):
        submitted(ORDERS)
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("documents:batch-create"))
            work_for_papers(fresh(deputy_head), DAY)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_in_a_batch_the_orders_are_left_with_the_reason(submitted, deputy_head, head):
    letters = [submitted(ASKS), submitted(ORDERS), submitted(ASKS)]
    batch = documents.start_batch(letters, actor=deputy_head, on=DAY)
    run_batch(batch.pk)
    plain, order, last = batch.items.order_by("pk")
    assert (plain.done, order.done, last.done) == (True, False, True)
    assert HEADS in order.failure and not (plain.failure or last.failure)
    mine = documents.start_batch(letters[1:2], actor=head, on=DAY)
    run_batch(mine.pk)
    assert mine.items.get().done


def test_a_deputy_head_signs_orders_as_the_deputy_of_the_head(
    submitted, bureau, deputy_head, head, officer, time_machine
):
    order, letter, read_before = submitted(ORDERS), submitted(ASKS), submitted(ASKS)
    Document.objects.filter(pk=read_before.pk).update(fields=order.fields)
    drafted = submitted(ORDERS)
    Document.objects.filter(pk=drafted.pk).update(drafted_by=head)
    time_machine.move_to(f"{FIRST} 12:00+08:00", tick=False)
    name_deputy(head, deputy_head, first_day=FIRST, on=FIRST)
    acting = fresh(deputy_head)
    assert order.get_absolute_url() in [item.url for item in work_for_papers(acting, FIRST)]
    for paper in (order, read_before):
        signed = documents.sign(paper, actor=acting, on=FIRST)
        assert signed.content["deputation"] == "deputy_head代理机关负责人head签发"
    assert "deputation" not in documents.sign(letter, actor=acting, on=FIRST).content
    with pytest.raises(Refused, match="不能签发自己起草的文书，请由其他人签发：机关负责人签发"):
        documents.sign(drafted, actor=acting, on=FIRST)
