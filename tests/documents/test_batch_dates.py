"""A batch that the worker reaches after midnight counts for the day on which the signer clicked."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services
from archives_enforcement.documents.batch_progress import progress_of
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.services.batches import run_batch
from archives_enforcement.jobs import queue
from archives_enforcement.workflow import Refused, check_date
from tests import factories
from tests.accounts.standing_in import name_deputy

EVE = date(2024, 12, 31)
NEW_YEAR = EVE + timedelta(days=1)
BEFORE_MIDNIGHT, AFTER_MIDNIGHT = f"{EVE} 23:58+08:00", f"{NEW_YEAR} 00:03+08:00"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(BEFORE_MIDNIGHT, tick=False)
    return time_machine


@pytest.fixture
def signer(bureau):
    """A head who may not enter anything late."""
    return factories.make_user("signer", "head", bureau=bureau)


@pytest.fixture
def papers(make_draft, officer):
    return [services.submit(make_draft(on=EVE), actor=officer, on=EVE) for _ in range(2)]


@pytest.fixture
def batch(papers, signer, clock):
    """Begun two minutes before midnight; nothing is done yet when the new year comes."""
    clock.move_to(f"{EVE} 23:59+08:00", tick=False)
    found = services.start_batch(papers, actor=signer, on=EVE)
    clock.move_to(AFTER_MIDNIGHT, tick=False)
    return found


def entry_of(paper):
    return AuditEntry.objects.about(paper).get(action="sign")


def test_the_papers_are_dated_the_day_of_the_click_and_not_entered_late(batch, papers):
    while queue.run_due():
        pass
    assert [item.failure for item in progress_of(batch, batch.made_by).items] == ["", ""]
    for paper in Document.objects.filter(pk__in=[row.pk for row in papers]):
        assert (paper.issued_on, paper.year, entry_of(paper).on) == (EVE, 2024, EVE)
        assert not entry_of(paper).backfilled
    assert trail.problems()[1] == []


def test_the_trail_says_when_it_was_clicked_and_when_it_was_done(batch, papers):
    run_batch(batch.pk)
    entry = entry_of(papers[0])
    assert entry.note == "办理人于2024年12月31日 23:59提交，由后台任务办完"
    assert timezone.localdate(entry.at) == NEW_YEAR


def test_what_is_done_the_same_day_needs_no_such_words(papers, signer):
    run_batch(services.start_batch(papers, actor=signer, on=EVE).pk)
    assert entry_of(papers[0]).note == ""


def test_nobody_dates_back_by_clicking_after_midnight(papers, signer, clock, client):
    clock.move_to(AFTER_MIDNIGHT, tick=False)
    with pytest.raises(Refused, match="属于补录"):
        services.start_batch(papers, actor=signer, on=EVE)
    client.force_login(signer)
    sent = {"documents": [row.pk for row in papers], "confirmed": "on", "on": EVE}
    client.post(reverse("documents:batch-create"), sent | {"asked_at": BEFORE_MIDNIGHT})
    while queue.run_due():
        pass
    assert set(Document.objects.values_list("issued_on", flat=True)) == {NEW_YEAR}


def test_what_the_worker_does_leaves_the_day_as_it_was(batch, signer):
    run_batch(batch.pk)
    with pytest.raises(Refused, match="属于补录"):
        check_date(signer, EVE)


def test_what_is_tried_again_is_dated_the_day_of_the_second_click(batch, papers, signer, bureau):
    """Its cause was removed in the new year: dated the old one, it would be dated back."""
    bureau.identity_confirmed_on, confirmed = None, bureau.identity_confirmed_on
    bureau.save()
    run_batch(batch.pk)
    bureau.identity_confirmed_on = confirmed
    bureau.save()
    services.retry_batch(batch, actor=signer, on=NEW_YEAR)
    run_batch(batch.pk)
    assert set(Document.objects.values_list("issued_on", flat=True)) == {NEW_YEAR}
    assert not entry_of(papers[0]).backfilled


def test_what_is_entered_late_stays_so_when_it_is_tried_again(papers, head, clock, bureau):
    clock.move_to(AFTER_MIDNIGHT, tick=False)
    batch = services.start_batch(papers, actor=head, on=EVE)  # who may enter late
    bureau.identity_confirmed_on, confirmed = None, bureau.identity_confirmed_on
    bureau.save()
    run_batch(batch.pk)
    bureau.identity_confirmed_on = confirmed
    bureau.save()
    services.retry_batch(batch, actor=head, on=NEW_YEAR)
    run_batch(batch.pk)
    assert set(Document.objects.values_list("issued_on", flat=True)) == {EVE}
    assert entry_of(papers[0]).backfilled


def test_what_was_changed_after_the_click_is_not_signed(batch, papers, officer, head):
    who = {"actor": officer, "on": NEW_YEAR}
    services.return_draft(papers[0], actor=head, on=NEW_YEAR, note="改日期")
    services.revise(papers[0], **who, fields={"reason": "另一个理由。"})
    services.submit(papers[0], **who)
    run_batch(batch.pk)
    changed, same = progress_of(batch, batch.made_by).items
    assert "退回修改过，没有签发" in changed.failure
    assert same.done


def test_a_deputy_of_yesterday_has_signed_yesterday(head, clerk, papers, clock):
    clock.move_to(f"{EVE} 08:00+08:00", tick=False)
    name_deputy(head, clerk, first_day=EVE, last_day=EVE, on=EVE)
    clock.move_to(f"{EVE} 23:59+08:00", tick=False)
    deputy = type(clerk).objects.get(pk=clerk.pk)
    batch = services.start_batch(papers, actor=deputy, on=EVE)
    clock.move_to(AFTER_MIDNIGHT, tick=False)
    run_batch(batch.pk)
    assert progress_of(batch, batch.made_by).done == 2
    assert "代机关负责人head" in entry_of(papers[0]).note
    with pytest.raises(PermissionDenied):
        services.retry_batch(batch, actor=type(clerk).objects.get(pk=clerk.pk), on=NEW_YEAR)
