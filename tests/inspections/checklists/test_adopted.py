"""An adopted list: unchanged for ever, and used by whoever goes."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from inspections import reference
from inspections.models import Checklist, ChecklistItem
from inspections.queries import checklist_differences
from inspections.services import checklist_items, recording
from tests.inspections import listing, on_site
from tests.inspections.listing import ON


def test_a_look_back_is_held_whatever_list_is_in_force(unit, head, officer, second_officer):
    on = on_site.BEFORE_REGULATION
    first = on_site.recorded(
        on_site.approved(unit, head, officer, second_officer, on=on), officer, "2-02", on=on
    )
    again = on_site.approved(
        unit, head, officer, second_officer, kind="look_back", origin=first,
        checklist=first.checklist,
    )  # fmt: skip
    assert recording.start(again, actor=officer, on=on_site.DAY, arrived_at=None).state == "on_site"


def refused_by_the_database(change) -> bool:
    try:
        with transaction.atomic():
            change()
    except DatabaseError:
        return True
    return False


CHANGES = {
    "text": lambda row: row.items.update(text="换"),
    "an item less": lambda row: row.items.filter(code="1-02")._raw_delete("default"),
    "an item more": lambda row: row.items.create(code="x", area="x", position=1, text="x"),
    "the name": lambda row: Checklist.objects.filter(pk=row.pk).update(name="换"),
    "the state": lambda row: Checklist.objects.filter(pk=row.pk).update(state="draft"),
    "an article less": lambda row: row.items.get(code="1-01").articles.clear(),
    "an article more": lambda row: row.items.get(code="1-01").articles.add(
        row.items.get(code="2-02").articles.last()
    ),
    "a source more": lambda row: row.items.get(code="1-01").sources.add(row.items.last()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_of_an_adopted_list_changes(draft, clerk, head, change):
    assert not refused_by_the_database(lambda: _undone(CHANGES[change], draft))
    listing.adopted(draft, clerk, head)
    assert refused_by_the_database(lambda: CHANGES[change](draft))


def _undone(change, row) -> None:
    """Make a change and take it back."""
    sid = transaction.savepoint()
    change(row)
    transaction.savepoint_rollback(sid)


def test_an_item_is_not_put_into_an_adopted_list(draft, small, clerk, head):
    listing.adopted(draft, clerk, head)
    stray = small.items.first()
    assert refused_by_the_database(
        lambda: ChecklistItem.objects.filter(pk=stray.pk).update(checklist=draft, code="9-99")
    )


def test_the_end_of_a_list_is_set_once(draft, clerk, head):
    listing.adopted(draft, clerk, head)
    rows = Checklist.objects.filter(pk=draft.pk)
    rows.update(valid_to=date(2024, 12, 31))
    assert refused_by_the_database(lambda: rows.update(valid_to=None))


def test_loading_the_reference_data_leaves_lists_alone(draft, clerk, head):
    listing.revise(listing.item(draft, "1-01"), clerk, text="换了说法")
    listing.adopted(draft, clerk, head)
    before = Checklist.objects.count()
    reference.load()
    assert listing.item(draft, "1-01").text == "换了说法"
    assert Checklist.objects.count() == before


def test_a_version_tells_what_it_changes(draft, clerk):
    assert checklist_differences.differences(draft).words == "没有改动"
    checklist_items.remove_item(listing.item(draft, "1-09"), actor=clerk, on=ON)
    listing.add(draft, clerk)
    listing.revise(listing.item(draft, "5-01"), clerk, veto=True)
    found = checklist_differences.differences(draft)
    assert found.words == "增加 1 项，删去 1 项，修改 1 项"
    assert [row.code for row in (*found.added, *found.removed)] == ["5-16", "1-09"]
    changes = {change.label: (change.before, change.after) for change in found.changed[0].changes}
    assert changes["一票否决"] == ("否", "是")
    assert changes["检查内容"][1] == listing.ITEM["text"]
