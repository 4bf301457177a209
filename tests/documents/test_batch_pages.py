"""What a batch hands out, and its pages."""

import zipfile
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from django.urls import reverse

from archives_enforcement.documents import bundles, rendering, services
from archives_enforcement.documents.batch_progress import progress_of
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.services.batches import RUN_BATCH, _do, run_batch
from archives_enforcement.documents.typesetting import child
from archives_enforcement.files import store
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.workflow import Refused
from tests.documents.conftest import ON


@pytest.fixture
def papers(make_draft, officer):
    return [services.submit(make_draft(), actor=officer, on=ON) for _ in range(3)]


@pytest.fixture
def batch(papers, head):
    return services.start_batch(papers, actor=head, on=ON)


def address(name, *batch):
    return reverse(f"documents:batch-{name}", args=[row.pk for row in batch])


@pytest.fixture
def printed(batch):
    run_batch(batch.pk)
    for item in batch.items.all():
        rendering.render(item.document_id)
    return batch


def test_the_zip_holds_the_very_files_and_their_register(client, printed, officer):
    client.force_login(officer)
    answer = client.get(address("package", printed))
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        names = archive.namelist()
        assert names[0] == "001 示10档函询〔2024〕1号 示例街道一.pdf"
        assert names[-1] == "发文登记簿.xlsx"
        kept = [store.get(row.document.rendition.sha256) for row in printed.items.order_by("pk")]
        assert [archive.read(name) for name in names[:-1]] == kept


def test_no_paper_begins_on_the_back_of_another(client, printed, officer):
    client.force_login(officer)
    whole = pypdfium2.PdfDocument(client.get(address("pdf", printed)).content)
    texts = [page.get_textpage().get_text_bounded() for page in whole]
    assert len(texts) == 6
    assert [("函询函" in text or "函询" in text, text == "") for text in texts[::2]] == [
        (True, False)
    ] * 3
    assert texts[1::2] == [""] * 3


def test_names_of_receivers_cannot_leave_the_folder(printed):
    paper = Document.objects.select_related("rendition", "party").first()
    paper.party.name = '../..\\a:b"c'
    with zipfile.ZipFile(BytesIO(bundles.package([paper]))) as archive:
        assert archive.namelist()[0] == "001 示10档函询〔2024〕1号 .._.._a_b_c.pdf"


def test_a_signer_walks_it(client, papers, head, make_draft, officer):
    today = date.today()
    own = make_draft()
    Document.objects.filter(pk=own.pk).update(state="submitted", drafted_by=head)
    client.force_login(head)
    assert "批量签发" in client.get(reverse("documents:document-list")).text
    page = client.get(address("create"))
    assert page.text.count('name="documents"') == 3
    sent = {"documents": [row.pk for row in papers], "on": today, "confirmed": "on"}
    assert client.post(address("create"), {"on": today, "confirmed": "on"}).status_code == 422
    answer = client.post(address("create"), sent, follow=True)
    assert "等待签发" in answer.text
    assert "every 3s" in answer.text
    while queue.run_due():
        pass
    page = client.get(answer.redirect_chain[-1][0])
    assert '已签发 <b class="num">3</b> 份，已生成 PDF <b class="num">3</b> 份' in page.text
    assert "every 3s" not in page.text


def test_the_page_asks_the_database_as_often_for_twelve_as_for_one(
    client, make_draft, officer, head, django_assert_max_num_queries
):
    papers = [services.submit(make_draft(), actor=officer, on=ON) for _ in range(12)]
    batch = services.start_batch(papers, actor=head, on=ON)
    client.force_login(head)
    client.get(address("detail", batch))
    with django_assert_max_num_queries(8):
        client.get(address("detail", batch))
    with django_assert_max_num_queries(9):
        client.get(address("create"))


def test_a_pdf_that_cannot_be_made_is_said_and_not_waited_for(client, batch, head, monkeypatch):
    make, first = rendering.make_pdf, batch.items.order_by("pk").first().document_id

    def broken(paper):
        if paper.pk == first:
            raise child.TypesettingFailed("版面太大")
        return make(paper)

    monkeypatch.setattr(rendering, "make_pdf", broken)
    while queue.run_due():
        pass
    client.force_login(head)
    page = client.get(address("detail", batch)).text
    assert '已生成 PDF <b class="num">2</b> 份，不能生成 PDF <b class="num">1</b> 份' in page
    assert "看原因" in page
    assert "every 3s" not in page


def test_what_another_has_signed_meanwhile_is_said_in_plain_words(client, papers, head):
    services.sign(papers[0], actor=head, on=ON)
    client.force_login(head)
    sent = {"documents": [papers[0].pk], "on": date.today(), "confirmed": "on"}
    answer = client.post(address("create"), sent)
    assert answer.status_code == 422
    assert "有的已经办过" in answer.text


# The worker gives up


@pytest.fixture
def given_up(batch, head):
    """One paper is signed, then the job fails for good."""
    _do(batch.items.first().pk)
    Job.objects.filter(kind=RUN_BATCH).update(state=Job.State.FAILED, reason="数据库没有应答")
    return batch


def test_a_batch_that_was_given_up_says_so_and_can_be_tried_again(client, given_up, head):
    client.force_login(head)
    page = client.get(given_up.get_absolute_url()).text
    assert "数据库没有应答" in page and page.count("没有办到这一份") == 2
    assert "等待签发" not in page and "every 3s" not in page
    assert "重试没有签发的 2 份" in page
    client.post(address("retry", given_up))
    page = client.get(given_up.get_absolute_url()).text
    assert "数据库没有应答" not in page and page.count("等待签发</span>") == 2
    while queue.run_due():
        pass
    assert progress_of(given_up, head).done == 3


def test_a_batch_that_ended_in_spite_of_its_job_is_not_given_up(batch, head):
    run_batch(batch.pk)
    Job.objects.filter(kind=RUN_BATCH).update(state=Job.State.FAILED, reason="晚了一步")
    assert progress_of(batch, head).stopped == ""
    with pytest.raises(Refused, match="没有需要再试"):
        services.retry_batch(batch, actor=head, on=ON)


def test_nothing_is_offered_next_while_the_batch_is_under_way(client, batch, head):
    client.force_login(head)
    assert "批量签发 3 份" not in client.get(batch.get_absolute_url()).text
    Job.objects.filter(kind=RUN_BATCH).update(state=Job.State.FAILED, reason="停了")
    assert "批量签发 3 份" in client.get(batch.get_absolute_url()).text


@pytest.mark.parametrize("name", ["pdf", "package"])
def test_a_batch_without_a_pdf_hands_out_nothing_and_says_so(client, batch, head, name):
    run_batch(batch.pk)
    client.force_login(head)
    answer = client.get(address(name, batch), follow=True)
    assert answer.redirect_chain == [(batch.get_absolute_url(), 302)]
    assert "还没有一份生成 PDF" in answer.text
