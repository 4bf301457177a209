"""检查清单: handed in, adopted on a date, unchanged afterwards."""

from datetime import date, timedelta

import pytest

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.models import Checklist
from inspections.queries.checklist_work import work_for_checklists
from inspections.services import checklists
from tests import factories
from tests.inspections import arranging, listing, on_site
from tests.inspections.listing import FROM, ON

EVE = FROM - timedelta(days=1)


def test_a_list_is_handed_in_when_conditions_still_come_first(draft, clerk):
    first, last = listing.item(draft, "1-01"), listing.item(draft, "6-05")
    listing.revise(last, clerk, condition=first, condition_result="conforms")
    listing.revise(first, clerk, area="最后", position=100)
    with pytest.raises(Refused, match="6-05 前提事项（1-01）应当排在它的前面"):
        listing.submitted(draft, clerk)


def test_an_empty_list_is_not_handed_in(small, clerk):
    small.items.all().delete()
    with pytest.raises(Refused, match="还没有事项"):
        listing.submitted(small, clerk)


def test_a_list_handed_in_is_not_changed_until_it_is_returned(draft, clerk, head):
    item = listing.item(draft, "1-01")
    listing.submitted(draft, clerk)
    with pytest.raises(Refused, match="待采用”，不能修改检查事项"):
        listing.revise(item, clerk)
    checklists.return_checklist(draft, actor=head, on=ON, note="依据写到款")
    assert listing.revise(item, clerk).text == listing.ITEM["text"]


def test_a_list_handed_in_stands_in_the_work_of_the_head_alone(draft, clerk, head, other_bureau):
    elsewhere = factories.make_user("their_head", "head", bureau=other_bureau)
    assert work_for_checklists(head) == []
    listing.submitted(draft, clerk)
    assert work_of(head, clerk, elsewhere) == [["采用检查清单（第1版）"], [], []]


def work_of(*users):
    return [[row.text for row in work_for_checklists(user)] for user in users]


def test_a_list_that_came_back_stands_in_the_work_of_its_drafter(draft, clerk, head, bureau):
    other = factories.make_user("other_clerk", "clerk", bureau=bureau)
    listing.submitted(draft, clerk)
    checklists.return_checklist(draft, actor=head, on=ON, note="依据写到款")
    assert work_of(head, clerk, other) == [[], ["修改退回的检查清单（第1版）"], []]
    assert work_for_checklists(clerk)[0].basis == "退回原因：依据写到款"
    draft.refresh_from_db()
    listing.submitted(draft, clerk)
    assert work_of(clerk) == [[]]


def test_who_wrote_a_list_does_not_adopt_it(bureau):
    both = factories.make_user("both", "clerk", "head", "backfiller", bureau=bureau)
    draft = listing.submitted(listing.taken(both, "自编清单"), both)
    with pytest.raises(Refused, match="起草人不能采用自己编制的清单"):
        listing.adopted(draft, both, both)


def test_a_list_is_adopted_for_a_day_to_come(draft, clerk, head):
    with pytest.raises(Refused, match="不能早于采用日期"):
        listing.adopted(draft, clerk, head, valid_from=ON - timedelta(days=1))
    assert listing.adopted(draft, clerk, head, valid_from=ON).valid_from == ON


def test_the_version_before_ends_the_day_before(draft, clerk, head):
    first = listing.adopted(draft, clerk, head)
    second = listing.version(clerk, "检查清单（第2版）", base=first)
    with pytest.raises(Refused, match="新版本的启用日期应当更晚"):
        listing.adopted(second, clerk, head, valid_from=FROM)
    listing.adopted(second, clerk, head, valid_from=FROM + timedelta(days=31))
    first.refresh_from_db()
    assert first.valid_to == date(2024, 5, 31)


def in_force(bureau, day):
    return [row.code for row in Checklist.objects.in_force(bureau, day)]


def test_a_bureaus_own_version_takes_the_place_of_the_shared_one(
    draft, clerk, head, bureau, other_bureau
):
    listing.adopted(draft, clerk, head)
    assert in_force(bureau, EVE) == ["general-2024"]
    assert in_force(bureau, FROM) == ["general-120110-1"]
    assert in_force(other_bureau, FROM) == ["general-2024"]
    assert listing.shared().valid_to is None


def test_a_list_on_repealed_law_is_not_adopted(draft, clerk, head):
    item = listing.item(draft, "1-01")
    repealed = listing.item(Checklist.objects.get(code="general-2021"), "2-02").articles.all()
    item.articles.set(repealed)
    with pytest.raises(Refused, match="1-01 依据的.*在启用日期无效"):
        listing.adopted(draft, clerk, head)


def test_a_check_may_not_be_arranged_on_a_list_that_is_not_adopted(draft, officer, unit):
    with pytest.raises(Refused, match="不适用"):
        arranging.draft_visit(officer, unit, checklist=draft)


def test_a_check_may_not_be_arranged_on_the_list_of_another_bureau(officer, unit, other_bureau):
    clerk = factories.make_user("elsewhere", "clerk", "backfiller", bureau=other_bureau)
    head = factories.make_user("their_head", "head", "backfiller", bureau=other_bureau)
    theirs = listing.adopted(listing.taken(clerk), clerk, head)
    with pytest.raises(Refused, match="不适用"):
        arranging.draft_visit(officer, unit, checklist=theirs)


def test_checks_that_have_not_begun_go_over_to_the_new_version(
    draft, clerk, head, unit, officer, second_officer
):
    arranged = [
        on_site.approved(unit, head, officer, second_officer, on=day) for day in (EVE, FROM, FROM)
    ]
    on_site.begin(arranged[2], officer, FROM)
    listing.adopted(draft, clerk, head)
    for visit in arranged:
        visit.refresh_from_db()
    old = listing.shared()
    assert [visit.checklist for visit in arranged] == [old, draft, old]
    entry = AuditEntry.objects.about(draft).first()
    assert entry.details == {"valid_from": "2024-05-01", "moved": [str(arranged[1])]}


def test_a_check_keeps_the_text_it_was_begun_with(
    draft, clerk, head, unit, officer, second_officer
):
    visit = on_site.approved(unit, head, officer, second_officer, on=EVE)
    visit = on_site.recorded(visit, officer, "1-01", on=EVE)
    listing.revise(listing.item(draft, "1-01"), clerk, text="换了说法")
    listing.adopted(draft, clerk, head)
    finding = visit.findings.get()
    assert (finding.item.text, finding.item.checklist) == (
        listing.item(listing.shared(), "1-01").text, listing.shared(),
    )  # fmt: skip
