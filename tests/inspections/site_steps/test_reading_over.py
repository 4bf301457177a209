"""The record is read over after it is written, and again after what changes later."""

from datetime import time

import pytest
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.services import concluding, recording, site_facts, steps
from tests.inspections import on_site
from tests.inspections.on_site import DAY


def item(visit):
    return visit.checklist.items.get(code="2-02").pk


def test_reading_over_follows_the_record(arrived, take):
    take(arrived, "inform")
    take(arrived, "show")
    with pytest.raises(Refused, match="还没有记下“记录”，不能阅核"):
        take(arrived, "review")
    take(arrived, "record")
    assert take(arrived, "review").steps.filter(kind="review").exists()


def test_what_the_unit_corrects_as_it_reads_is_recorded(visit, take, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    take(visit, "record", time(10, 0))
    take(visit, "review", time(11, 0))
    told = {item(visit): ("fails", "两具灭火器过期")}
    recording.record_items(visit, actor=officer, on=DAY, results=told)
    row = visit.results.get(item=item(visit))
    assert (row.result, row.facts) == told[item(visit)]


@pytest.fixture
def read_over(unit, head, officer, second_officer):
    """A visit of today that the unit's head has read over."""
    today = timezone.localdate()
    visit = on_site.approved(unit, head, officer, second_officer, on=today)
    on_site.fill(on_site.begin(visit, officer, today), officer, on=today)
    steps.take(visit, actor=officer, on=today, step="review", at=visit.steps.get(kind="record").at)
    return visit


def is_read(visit):
    return visit.steps.filter(kind="review").exists()


def same(visit):
    return {item(visit): ("conforms", "")}


CHANGES = {
    "an answer": lambda visit: (recording.record_items, {"results": {item(visit): ("fails", "")}}),
    "a photo": lambda visit: (
        recording.record_items,
        {"results": {}, "photos": {item(visit): [on_site.picture()]}},
    ),
    "what was said": lambda visit: (
        site_facts.record_facts, on_site.FACTS | {"oral_feedback": "另有一处"},
    ),
    "who was met": lambda visit: (
        site_facts.record_facts,
        on_site.FACTS | {"people": [{"name": "周某", "title": "馆员", "role": "archivist"}]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_after_the_reading_is_read_again(read_over, officer, what):
    act, change = CHANGES[what](read_over)
    act(read_over, actor=officer, on=timezone.localdate(), **change)
    assert not is_read(read_over)
    entry = AuditEntry.objects.about(read_over).filter(action="review_again").get()
    assert entry.label == "阅核后有改动，须重新阅核"


@pytest.mark.parametrize(
    "unchanged",
    [
        lambda visit: (recording.record_items, {"results": same(visit)}),
        lambda visit: (site_facts.record_facts, on_site.FACTS | {"left_at": time(23, 59)}),
    ],
)
def test_what_stays_as_it_was_read_needs_no_second_reading(read_over, officer, unchanged):
    act, change = unchanged(read_over)
    act(read_over, actor=officer, on=timezone.localdate(), **change)
    assert is_read(read_over)


def test_the_signature_after_a_change_notes_the_new_reading(read_over, officer):
    today = timezone.localdate()
    recording.record_items(
        read_over, actor=officer, on=today, results={item(read_over): ("fails", "过期")}
    )
    concluding.conclude(
        read_over, actor=officer, on=today, signing={**on_site.SIGNED, "at": time(23, 58)}
    )
    assert read_over.steps.get(kind="review").at == time(23, 58)


def test_of_what_is_entered_late_the_order_says_nothing(visit, take, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    take(visit, "record", time(10, 0))
    take(visit, "review", time(11, 0))
    recording.record_items(visit, actor=officer, on=DAY, results={item(visit): ("fails", "")})
    assert is_read(visit)
