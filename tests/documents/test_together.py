"""批量起草: one kind of paper for many units in one act, each drafted as a single one."""

from datetime import date

import pytest
from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services
from archives_enforcement.documents.models import BatchItem, Document
from archives_enforcement.documents.services.batches import run_batch
from archives_enforcement.notifications.models import Message
from tests import factories
from tests.documents.drafting_together import KIND, progress, single


def test_forty_are_drafted_in_one_act_as_one_by_one(units, begin, clerk, bureau):
    batch = begin(units)
    assert not Document.objects.exists()
    run_batch(batch.pk)
    papers = [item.document for item in progress(batch).items]
    assert [paper.party for paper in papers] == [row.party for row in units]
    alone = single(factories.make_unit(bureau, "另一街道"), clerk)
    for paper in papers:
        assert (paper.kind, paper.title, paper.state) == (KIND, "催报函", "draft")
        assert (paper.drafted_by, paper.drafted_on) == (clerk, timezone.localdate())
        assert paper.fields == alone.fields | {"unit": paper.party.name}
    assert AuditEntry.objects.filter(action="draft").count() == 41
    assert trail.problems()[1] == []


def test_one_is_refused_with_its_reason_and_the_others_go_on(units, begin, clerk):
    batch = begin(units)
    single(units[7], clerk)  # meanwhile somebody drafts it by hand
    run_batch(batch.pk)
    found = progress(batch)
    assert (found.done, found.failed) == (39, 1)
    assert "已经有一份催报函（起草），请在原来的文书上办理" in found.items[7].failure
    assert "有 1 份没有起草" in Message.objects.get(recipient=clerk).text


def test_what_failed_alone_is_tried_again(units, begin, clerk):
    batch = begin(units[:3])
    own = single(units[1], clerk)
    run_batch(batch.pk)
    services.void(own, actor=clerk, on=timezone.localdate(), note="重复")
    before = list(Document.objects.values_list("pk", flat=True))
    services.retry_batch(batch, actor=clerk, on=timezone.localdate())
    run_batch(batch.pk)
    assert Document.objects.exclude(pk__in=before).get().subject == units[1]
    assert (progress(batch).done, progress(batch).failed) == (3, 0)


def test_a_job_that_runs_twice_drafts_once(units, begin):
    batch = begin(units[:5])
    run_batch(batch.pk)
    run_batch(batch.pk)
    assert Document.objects.count() == 5


def test_the_same_click_twice_drafts_once(units, begin):
    first, second = begin(units[:2]), begin(units[:2])
    run_batch(first.pk)
    run_batch(second.pk)
    assert Document.objects.count() == 2
    assert progress(second).failed == 2


def test_a_worker_that_is_killed_leaves_a_whole_paper_or_none(units, begin, monkeypatch):
    batch = begin(units[:3])
    saved, save = [], BatchItem.save

    def killed_at_the_second(item, **kwargs):
        saved.append(item)
        return save(item, **kwargs) if len(saved) == 1 else 1 / 0

    monkeypatch.setattr(BatchItem, "save", killed_at_the_second)
    with pytest.raises(ZeroDivisionError):
        run_batch(batch.pk)
    assert Document.objects.count() == 1
    monkeypatch.undo()
    run_batch(batch.pk)
    assert Document.objects.count() == 3


def test_a_second_paper_is_drafted_once_the_first_is_out(units, begin, clerk, head):
    run_batch(begin(units[:1]).pk)
    paper, today = Document.objects.get(), timezone.localdate()
    services.submit(paper, actor=clerk, on=today)
    services.sign(paper, actor=head, on=today)
    run_batch(begin(units[:1]).pk)
    assert Document.objects.count() == 2


def test_it_is_dated_the_day_of_the_click(units, begin, bureau, time_machine):
    plain = factories.make_officer("plain", bureau)  # who may enter nothing late
    time_machine.move_to("2024-12-31 23:58+08:00", tick=False)
    batch = begin(units[:1], actor=plain)
    time_machine.move_to("2025-01-01 00:03+08:00", tick=False)
    run_batch(batch.pk)
    paper = Document.objects.get()
    assert paper.drafted_on == date(2024, 12, 31)
    assert not AuditEntry.objects.about(paper).get().backfilled
