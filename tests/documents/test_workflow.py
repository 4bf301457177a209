"""The kernel, tried on documents: the plainest record with states."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services
from archives_enforcement.documents.models import Document, Wording
from archives_enforcement.documents.workflow import DOCUMENT_FLOW
from archives_enforcement.workflow import Refused
from tests.documents import every_kind

ON = date(2024, 7, 4)


def test_a_stale_copy_cannot_take_the_step_twice(draft, officer):
    first, second = (Document.objects.get(pk=draft.pk) for _ in range(2))
    DOCUMENT_FLOW.advance(first, "submit", actor=officer, on=ON)
    with pytest.raises(Refused, match="待签发"):
        DOCUMENT_FLOW.advance(second, "submit", actor=officer, on=ON)


def test_nobody_moves_another_bureaus_record(draft, other_bureau):
    there = User.objects.create_user("there", bureau=other_bureau)
    with pytest.raises(Document.DoesNotExist):
        DOCUMENT_FLOW.advance(draft, "submit", actor=there, on=ON)


def test_a_step_asks_for_its_permission(submitted, officer):
    with pytest.raises(PermissionDenied, match="签发"):
        DOCUMENT_FLOW.advance(submitted, "sign", actor=officer, on=ON)


def test_no_act_is_dated_in_the_future(draft, officer):
    with pytest.raises(Refused, match="不能晚于今天"):
        DOCUMENT_FLOW.advance(
            draft, "submit", actor=officer, on=timezone.localdate() + timedelta(days=1)
        )


def test_a_step_leaves_one_entry_with_both_dates_and_the_mark(draft, officer):
    before = AuditEntry.objects.count()
    DOCUMENT_FLOW.advance(draft, "submit", actor=officer, on=ON, note="请签")
    entry = AuditEntry.objects.about(draft).first()
    assert AuditEntry.objects.count() == before + 1
    assert (entry.before, entry.after, entry.on, entry.note) == ("draft", "submitted", ON, "请签")
    assert entry.backfilled is True
    assert timezone.localdate(entry.at) == timezone.localdate()


def test_a_draft_with_a_wording_of_before_remedies_were_told_is_not_handed_in(unit, officer):
    """The lawful twin bears the wording of today."""
    today = every_kind.draft("emergency_notice", unit, officer)
    old = every_kind.draft("emergency_notice", unit, officer)
    wording = Wording.objects.create(
        kind="emergency_notice", version=90, effective_from=date(2000, 1, 1), text="{danger}\n"
    )
    Document.objects.filter(pk=old.pk).update(wording=wording)
    with pytest.raises(Refused, match="第90版样式起草，样式里没有救济途径.*重新起草"):
        DOCUMENT_FLOW.advance(old, "submit", actor=officer, on=ON)
    assert DOCUMENT_FLOW.advance(today, "submit", actor=officer, on=ON).state == "submitted"


def test_offers_tell_what_is_open_and_why_the_rest_is_not(submitted, head, bureau):
    bureau.identity_confirmed_on = None
    bureau.save()
    submitted.bureau.refresh_from_db()
    offers = {offer.step.name: offer.why for offer in DOCUMENT_FLOW.offers(submitted, head, on=ON)}
    assert offers["return_draft"] is None
    assert "行政主体" in offers["sign"]


@pytest.mark.parametrize("step", ["submit", "sign"])
def test_what_cannot_be_printed_is_not_handed_in_and_not_signed(make_draft, officer, head, step):
    """Once issued it could never be made into a PDF, and its number would be spent."""
    state, take, actor = {
        "submit": ("draft", services.submit, officer),
        "sign": ("submitted", services.sign, head),
    }[step]
    paper = make_draft(reason="库房\U0001f600有霉变")
    Document.objects.filter(pk=paper.pk).update(state=state)
    with pytest.raises(Refused, match="“\U0001f600”（U\\+1F600）没有印刷字形"):
        take(paper, actor=actor, on=ON)
    Document.objects.filter(pk=paper.pk).update(fields=paper.fields | {"reason": "䶮某的库房"})
    assert take(paper, actor=actor, on=ON).state != state
