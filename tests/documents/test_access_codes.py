"""登录指引: one use, for one paper, and nothing told for a code that does not hold."""

import io
from datetime import timedelta

import pdfplumber
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import Grant, User
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import access_codes, services, slip
from archives_enforcement.documents.models import AccessCode, Document
from archives_enforcement.documents.services import access_codes as access_services
from archives_enforcement.documents.services.batches import run_batch
from archives_enforcement.documents.verification import typed
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON

ASK, LETTER = reverse("entry:ask"), reverse("entry:letter")
SIGN, REGISTER = reverse("entry:acknowledge"), reverse("entry:register")
PERSON = {
    "name": "王五", "phone": "13900000000", "post": "archivist", "username": "wangwu",
    "password": "hao-yi-dian-2024", "again": "hao-yi-dian-2024",
}  # fmt: skip


@pytest.fixture
def made(monkeypatch):
    """The codes that were put on sheets; the sheet itself is set in a test of its own."""
    codes = []

    def pdf(new, expires_at):
        codes.extend(code for _, code in new)
        return b"%PDF-"

    monkeypatch.setattr(slip, "pdf", pdf)
    return codes


@pytest.fixture
def code(issued, clerk, made):
    slip_for(issued, clerk)
    return made[0]


def slip_for(paper, actor):
    rows = paper.deliveries.select_related("document__bureau", "party")
    return services.make_slips(rows, actor=actor, on=timezone.localdate())


def type_in(client, paper, code):
    return client.post(ASK, {"number": paper.number, "code": typed(code).lower()})


def scan(client, code):
    return client.post(reverse("entry:code", args=[code]))


@pytest.mark.parametrize("how", [type_in, lambda client, paper, code: scan(client, code)])
def test_a_code_opens_its_letter_once(client, issued, code, how):
    page = reverse("entry:code", args=[code])
    assert issued.number not in client.get(page).text  # looking uses nothing up and tells nothing
    assert how(client, issued, code).url == LETTER
    assert issued.number in client.get(LETTER).text
    assert issued.deliveries.get().opened_at is not None
    other = client.__class__()
    assert how(other, issued, code).status_code == 422
    assert other.get(LETTER).status_code == 404
    assert client.get(LETTER).status_code == 200


def test_the_database_does_not_know_the_code(issued, code):
    kept = str(AccessCode.objects.values_list())
    assert code not in kept
    assert code[:16] not in kept


@pytest.mark.parametrize(
    "spoil", ["wrong", "expired", "revoked", "of another number", "replaced", "void"]
)
def test_a_code_that_does_not_hold_is_answered_alike(client, issued, code, clerk, spoil):
    number, row = issued.number, AccessCode.objects.get()
    if spoil == "wrong":
        code = code[:15] + ("2" if code[15] != "2" else "3") + code[16:]
    elif spoil == "expired":
        AccessCode.objects.update(expires_at=timezone.now())
    elif spoil == "revoked":
        services.revoke_code(row, actor=clerk, on=timezone.localdate())
    elif spoil == "of another number":
        number = "示10档函〔2024〕99号"
    elif spoil == "replaced":
        slip_for(issued, clerk)
    else:
        Document.objects.filter(pk=issued.pk).update(state="void")
    answer = client.post(ASK, {"number": number, "code": typed(code)})
    assert answer.status_code == 422
    assert "登录码不对，或者已经用过、已过期" in answer.text
    assert (issued.party.name in answer.text, client.get(LETTER).status_code) == (False, 404)


def test_codes_tried_out_are_counted(client, issued, code, settings):
    settings.REQUESTS_PER_MINUTE = {"entry": 2, "": 100}
    tried = [
        client.post(ASK, {"number": "1", "code": "2"}, REMOTE_ADDR="10.4.0.1") for _ in range(3)
    ]
    assert [page.status_code for page in tried] == [422, 422, 429]
    assert AccessCode.objects.get().is_unused


@pytest.mark.parametrize("end", ["time", "revoked"])
def test_what_was_opened_ends(client, issued, code, clerk, end):
    scan(client, code)
    row = AccessCode.objects.get()
    if end == "time":
        AccessCode.objects.update(used_at=timezone.now() - AccessCode.VISIT - timedelta(seconds=1))
    else:
        services.revoke_code(row, actor=clerk, on=timezone.localdate())
    assert client.get(LETTER).status_code == 404
    said = {"name": "王五", "post": "档案员"}
    assert client.post(SIGN, said).status_code == 404
    assert issued.deliveries.get().acknowledged_on is None
    with pytest.raises(Refused, match="已经结束"):
        services.acknowledge_by_code(AccessCode.objects.get(), on=timezone.localdate(), **said)


def test_who_holds_the_slip_signs_for_the_letter(client, issued, code):
    scan(client, code)
    assert client.post(SIGN, {"name": "王五", "post": "档案员 13900000000"}).url == LETTER
    delivery = issued.deliveries.get()
    assert (delivery.acknowledger, delivery.delivered_on) == (
        "王五（凭登录码）", timezone.localdate(),
    )  # fmt: skip
    entry = AuditEntry.objects.about(issued).get(action="acknowledge")
    assert (entry.actor, entry.actor_name, entry.note) == (
        None, "王五（凭登录码）", "档案员 13900000000",
    )  # fmt: skip
    assert "已签收" in client.get(LETTER).text
    assert client.post(SIGN, {"name": "赵六", "post": "主任"}).status_code == 422


def test_a_paper_that_affects_rights_is_only_read_by_a_code(client, rights_paper, clerk, made):
    slip_for(rights_paper, clerk)
    scan(client, made[0])
    assert "另行送达" in client.get(SIGN).text
    client.post(SIGN, {"name": "王五", "post": "档案员"})
    delivery = rights_paper.deliveries.get()
    assert (delivery.acknowledged_name, delivery.delivered_on) == ("王五", None)


def test_who_holds_the_slip_asks_to_act_for_the_unit(client, issued, code):
    scan(client, code)
    assert client.post(REGISTER, PERSON).url == LETTER
    grant = Grant.objects.get(user__username="wangwu")
    assert (grant.state, grant.party) == ("waiting", issued.party)
    assert User.objects.get(username="wangwu").party_ids == ()
    page = issued.get_absolute_url()
    client.force_login(grant.user)
    assert client.get(page).status_code == 404


def test_a_slip_makes_one_person_known_and_no_second(client, issued, code):
    scan(client, code)
    assert client.post(REGISTER, PERSON).url == LETTER
    again = client.post(REGISTER, PERSON | {"username": "zhaoliu"})
    assert (again.status_code, "已经登记了王五" in again.text) == (422, True)
    assert not User.objects.filter(username="zhaoliu").exists()
    assert REGISTER not in client.get(LETTER).text


def test_an_account_of_another_unit_asks_with_itself(client, bureau, issued, code):
    other = factories.make_contact("other", factories.make_unit(bureau, "示例街道八").party)
    client.force_login(other)
    scan(client, code)
    assert client.post(REGISTER, {"post": "archivist"}).url == LETTER
    assert other.grants.get(party=issued.party).state == "waiting"


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
