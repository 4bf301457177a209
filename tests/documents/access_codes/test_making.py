"""Who makes slips, for which papers, and the sheet that is handed out."""

import io

import pdfplumber
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import access_codes, services
from archives_enforcement.documents.models import AccessCode, Document
from archives_enforcement.documents.services import access_codes as access_services
from archives_enforcement.documents.services.batches import run_batch
from archives_enforcement.workflow import Refused
from tests.documents.conftest import ON
from tests.documents.slips import slip_for


def test_only_who_delivers_makes_a_slip(issued, officer, clerk, made):
    with pytest.raises(PermissionDenied):
        slip_for(issued, officer)
    assert slip_for(issued, clerk) == b"%PDF-"
    actions = AuditEntry.objects.about(issued).values_list("action", flat=True)
    assert "make_access_code" in actions


def test_no_slip_where_it_would_open_nothing(issued, clerk, contact, made):
    services.acknowledge(issued.deliveries.get(), actor=contact, on=timezone.localdate())
    with pytest.raises(Refused, match="不用再打印"):
        slip_for(issued, clerk)


def test_the_page_hands_out_the_sheet_and_shows_what_became_of_it(client, issued, clerk, made):
    client.force_login(clerk)
    delivery = issued.deliveries.get()
    page = reverse("documents:delivery-slip", args=[delivery.pk])
    assert "只能用一次" in client.get(page).text
    answer = client.post(page)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    revoke = reverse("documents:access-code-revoke", args=[AccessCode.objects.get().pk])
    assert revoke in client.get(issued.get_absolute_url()).text
    assert client.post(revoke).url == issued.get_absolute_url()
    assert access_codes.find(made[0]).count() == 0


@pytest.mark.papers
def test_the_letters_of_a_batch_get_theirs_in_one_file(client, clerk, head, make_draft, officer):
    papers = [services.submit(make_draft(), actor=officer, on=ON) for _ in range(2)]
    batch = services.start_batch(papers, actor=head, on=ON)
    client.force_login(clerk)
    page = reverse("documents:batch-slips", args=[batch.pk])
    assert "没有可以打印登录指引" in client.get(page).text
    run_batch(batch.pk)
    with pdfplumber.open(io.BytesIO(client.post(page).content)) as sheets:
        words = [sheet.extract_text() for sheet in sheets.pages]
    numbers = [paper.number for paper in Document.objects.filter(batch_items__batch=batch)]
    assert [number in text for number, text in zip(numbers, words, strict=True)] == [True, True]
    assert AccessCode.objects.unused().count() == 2


def test_so_many_at_once_and_no_more(issued, clerk, made, monkeypatch):
    monkeypatch.setattr(access_services, "MOST", 0)
    with pytest.raises(Refused, match="一次最多打印 0 份"):
        slip_for(issued, clerk)


@pytest.mark.papers
def test_the_sheet_says_the_code_and_where_to_type_it(issued, clerk):
    with pdfplumber.open(io.BytesIO(slip_for(issued, clerk))) as sheet:
        assert len(sheet.pages) == 1
        words = sheet.pages[0].extract_text()
    code = next(word for word in words.split() if word.count("-") == 3)
    assert issued.number in words
    assert reverse("entry:ask") in words
    found = services.use_code(code, on=timezone.localdate(), number=issued.number)
    assert found.delivery == issued.deliveries.get()
