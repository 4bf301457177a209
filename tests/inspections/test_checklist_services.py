"""检查清单 of a bureau's own: written item by item, adopted on a date, unchanged afterwards."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections import reference
from inspections.models import Checklist, ChecklistItem
from inspections.queries import checklists as queries
from inspections.queries.checklist_work import work_for_checklists
from inspections.services import checklist_items, checklists, recording
from tests import factories
from tests.inspections import arranging, listing, on_site
from tests.inspections.listing import FROM, LAW, ON

EVE = FROM - timedelta(days=1)


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


@pytest.fixture
def draft(clerk):
    return listing.version(clerk)


@pytest.fixture
def small(clerk):
    return listing.taken(clerk)


def test_a_version_begins_as_a_copy_with_articles(draft):
    copies = {row.code: row for row in draft.items.prefetch_related("articles")}
    originals = listing.shared().items.prefetch_related("articles")
    assert [copies[row.code].text for row in originals] == [row.text for row in originals]
    assert [set(copies[row.code].articles.all()) for row in originals] == [
        set(row.articles.all()) for row in originals
    ]
    assert (draft.state, draft.valid_from, draft.series) == ("draft", None, "general")


def test_only_one_version_of_a_list_is_written_at_a_time(draft, clerk):
    with pytest.raises(Refused, match="新版本“检查清单（第1版）”正在编制"):
        listing.version(clerk, "另一版")
    checklists.discard(draft, actor=clerk, on=ON)
    assert listing.version(clerk, draft.name).code == "general-120110-2"


def test_a_list_of_its_own_takes_the_chosen_areas(small):
    assert {row.area for row in small.items.all()} == {listing.ELECTRONIC}
    assert small.series == "list-120110-1"
    assert small.items.exclude(electronic="").count() == 9


def test_a_list_without_areas_is_refused(clerk):
    with pytest.raises(Refused, match="至少勾选一个"):
        listing.taken(clerk, areas=())


def test_two_lists_of_a_bureau_have_two_names(small, clerk, other_bureau):
    with pytest.raises(ValidationError, match="同名的清单"):
        listing.taken(clerk)
    elsewhere = factories.make_user("elsewhere", "clerk", "backfiller", bureau=other_bureau)
    assert listing.taken(elsewhere).name == small.name


def test_officers_write_no_list(officer):
    with pytest.raises(PermissionDenied):
        listing.version(officer)


def test_a_list_that_is_written_is_no_model_for_another(draft, clerk):
    with pytest.raises(Refused, match="还没有采用，不能作为蓝本"):
        listing.version(clerk, "又一版", base=draft)


def test_lists_of_another_bureau_are_out_of_sight(draft, other_bureau):
    elsewhere = factories.make_user("elsewhere", "clerk", "backfiller", bureau=other_bureau)
    with pytest.raises(Checklist.DoesNotExist):
        checklists.discard(draft, actor=elsewhere, on=ON)
    seen = Checklist.objects.visible_to(elsewhere)
    assert draft not in seen
    assert listing.shared() in seen


def test_an_item_is_added_behind_its_area_with_the_next_number(draft, clerk):
    item = listing.add(draft, clerk, area="责任制和管理制度")
    area = [row.code for row in draft.items.all() if row.area == "责任制和管理制度"]
    assert (item.code, area[-1]) == ("1-10", "1-10")
    assert [row.position for row in draft.items.all()] == list(range(1, 71))
    assert item.basis == f"{LAW}第三十五条第二款"
    assert [str(article) for article in item.articles.all()] == [f"{LAW}第三十五条"]


def test_the_number_of_an_item_that_was_there_before_is_not_given_again(draft, clerk):
    checklist_items.remove_item(listing.item(draft, "1-09"), actor=clerk, on=ON)
    assert listing.add(draft, clerk, area="责任制和管理制度").code == "1-10"


def test_a_new_area_begins_a_new_group(draft, clerk):
    assert listing.add(draft, clerk, area="新的领域").code == "7-01"


def test_an_item_moves_to_its_place(draft, clerk):
    item = listing.add(draft, clerk, position=2)
    assert [row.code for row in draft.items.all()][:3] == ["1-01", item.code, "1-02"]


def revise(item, clerk, **values):
    return checklist_items.revise_item(item, actor=clerk, on=ON, **{**listing.ITEM, **values})


def test_an_item_without_basis_is_refused_unless_it_is_marked(draft, clerk):
    item = listing.item(draft, "1-01")
    with pytest.raises(Refused, match="没有依据"):
        revise(item, clerk, laws=[])
    assert revise(item, clerk, **listing.LOCAL).basis == "工作要求：区委办2024年3号文件第二条"


def test_a_work_requirement_names_its_source(draft, clerk):
    with pytest.raises(Refused, match="写明是哪个文件"):
        revise(listing.item(draft, "1-01"), clerk, **{**listing.LOCAL, "practice": ""})


@pytest.mark.parametrize(
    "more", [{"severity": "A"}, {"severity_by_kind": {"organ": "B"}}, {"hazard": True}]
)
def test_a_work_requirement_founds_no_order(draft, clerk, more):
    with pytest.raises(Refused, match="不能据以责令改正或者处罚"):
        revise(listing.item(draft, "1-01"), clerk, **{**listing.LOCAL, **more})


def test_what_rests_on_law_is_not_marked_as_a_work_requirement(draft, clerk):
    with pytest.raises(Refused, match="不要勾选"):
        revise(listing.item(draft, "1-01"), clerk, local_practice=True, practice="某文件")


@pytest.mark.parametrize(
    ("law", "why"),
    [
        ("《中华人民共和国档案法》第九十九条", "没有2024年4月1日有效的"),
        ("《中华人民共和国档案法实施办法》第十五条", "没有2024年4月1日有效的"),
        ("档案法第十二条", "不是能识别的条文"),
        (f"{LAW}第十二条等", "不是能识别的条文"),
    ],
)
def test_only_law_in_force_can_be_cited(draft, clerk, law, why):
    with pytest.raises(Refused, match=why):
        revise(listing.item(draft, "1-01"), clerk, laws=[law])


def test_law_is_cited_alone_where_a_work_requirement_stands_beside_it(draft, clerk):
    item = revise(listing.item(draft, "1-01"), clerk, practice="某文件第二条")
    assert item.basis == f"{LAW}第三十五条第二款；工作要求：某文件第二条"
    assert item.basis_for(Party(kind="organ")) == f"{LAW}第三十五条第二款"


def test_a_kind_of_unit_may_have_its_own_law_among_what_is_cited(draft, clerk):
    both = {"laws": [f"{LAW}第十九条", f"{LAW}第三十五条第二款"]}
    item = revise(
        listing.item(draft, "1-01"), clerk, laws_by_kind={"organ": f"{LAW}第十九条"}, **both
    )
    assert item.basis_for(Party(kind="organ")) == f"{LAW}第十九条"
    assert item.basis_for(Party(kind="township")) == f"{LAW}第十九条、第三十五条第二款"
    with pytest.raises(Refused, match="请先在上面的依据条文中列出"):
        revise(item, clerk, laws_by_kind={"organ": f"{LAW}第二十条"}, **both)


def test_a_hazard_is_marked_and_other_violations_stay(draft, clerk):
    fire, loss = listing.item(draft, "2-03"), listing.item(draft, "4-08")
    assert revise(fire, clerk).violation == ""
    assert revise(fire, clerk, hazard=True).violation == "V08"
    assert revise(loss, clerk).violation == "V01"


def test_a_condition_stands_before_what_depends_on_it(draft, clerk):
    first, last = listing.item(draft, "1-01"), listing.item(draft, "6-05")
    with pytest.raises(Refused, match="应当排在它的前面"):
        revise(first, clerk, condition=last, condition_result="conforms")
    assert revise(last, clerk, condition=first, condition_result="conforms").condition == first


def test_a_condition_is_asked_of_all_whom_the_item_concerns(draft, clerk):
    archives_only = listing.item(draft, "2-10")
    with pytest.raises(Refused, match="永远不会查到"):
        listing.add(draft, clerk, condition=archives_only, condition_result="conforms")


def test_an_item_on_which_another_depends_is_not_taken_off(draft, clerk):
    first = listing.item(draft, "5-02")
    item = listing.add(draft, clerk, condition=first, condition_result="conforms")
    with pytest.raises(Refused, match=f"{item.code} 以这一项的结果为前提"):
        checklist_items.remove_item(first, actor=clerk, on=ON)
    checklist_items.remove_item(item, actor=clerk, on=ON)
    checklist_items.remove_item(first, actor=clerk, on=ON)
    assert not draft.items.filter(code="5-02").exists()


def test_a_list_is_handed_in_when_conditions_still_come_first(draft, clerk):
    first, last = listing.item(draft, "1-01"), listing.item(draft, "6-05")
    revise(last, clerk, condition=first, condition_result="conforms")
    revise(first, clerk, area="最后", position=100)
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
        revise(item, clerk)
    checklists.return_checklist(draft, actor=head, on=ON, note="依据写到款")
    assert revise(item, clerk).text == listing.ITEM["text"]


def test_a_list_handed_in_stands_in_the_work_of_the_head_alone(draft, clerk, head, other_bureau):
    elsewhere = factories.make_user("their_head", "head", bureau=other_bureau)
    assert work_for_checklists(head) == []
    listing.submitted(draft, clerk)
    texts = [[row.text for row in work_for_checklists(user)] for user in (head, clerk, elsewhere)]
    assert texts == [["采用检查清单（第1版）"], [], []]


def test_who_wrote_a_list_does_not_adopt_it(bureau):
    both = factories.make_user("both", "clerk", "head", "backfiller", bureau=bureau)
    draft = listing.submitted(listing.version(both), both)
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
    revise(listing.item(draft, "1-01"), clerk, text="换了说法")
    listing.adopted(draft, clerk, head)
    finding = visit.findings.get()
    assert (finding.item.text, finding.item.checklist) == (
        listing.item(listing.shared(), "1-01").text, listing.shared(),
    )  # fmt: skip


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
    revise(listing.item(draft, "1-01"), clerk, text="换了说法")
    listing.adopted(draft, clerk, head)
    reference.load()
    assert listing.item(draft, "1-01").text == "换了说法"
    assert Checklist.objects.count() == 3


def test_a_version_tells_what_it_changes(draft, clerk):
    assert queries.differences(draft).words == "没有改动"
    checklist_items.remove_item(listing.item(draft, "1-09"), actor=clerk, on=ON)
    listing.add(draft, clerk)
    revise(listing.item(draft, "5-01"), clerk, veto=True)
    found = queries.differences(draft)
    assert found.words == "增加 1 项，删去 1 项，修改 1 项"
    assert [row.code for row in (*found.added, *found.removed)] == ["5-16", "1-09"]
    changes = {change.label: (change.before, change.after) for change in found.changed[0].changes}
    assert changes["一票否决"] == ("否", "是")
    assert changes["检查内容"][1] == listing.ITEM["text"]
