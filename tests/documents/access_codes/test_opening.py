"""登录指引: a code opens one paper once, and one that does not hold is told nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents import services
from archives_enforcement.documents.models import AccessCode, Document
from archives_enforcement.documents.verification import typed
from archives_enforcement.workflow import Refused
from tests.documents.slips import ASK, LETTER, SIGN, scan, slip_for, type_in


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
