"""检查清单 of a bureau's own: begun as a copy and written item by item."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from archives_enforcement.accounts.models import Party
from archives_enforcement.workflow import Refused
from inspections.models import Checklist
from inspections.services import checklist_items, checklists
from tests import factories
from tests.inspections import listing
from tests.inspections.listing import FROM, LAW, ON

EVE = FROM - timedelta(days=1)


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
    assert small.series.startswith("list-120110-")
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


def test_an_item_without_basis_is_refused_unless_it_is_marked(draft, clerk):
    item = listing.item(draft, "1-01")
    with pytest.raises(Refused, match="没有依据"):
        listing.revise(item, clerk, laws=[])
    assert (
        listing.revise(item, clerk, **listing.LOCAL).basis == "工作要求：区委办2024年3号文件第二条"
    )


def test_a_work_requirement_names_its_source(draft, clerk):
    with pytest.raises(Refused, match="写明是哪个文件"):
        listing.revise(listing.item(draft, "1-01"), clerk, **{**listing.LOCAL, "practice": ""})


@pytest.mark.parametrize(
    "more", [{"severity": "A"}, {"severity_by_kind": {"organ": "B"}}, {"hazard": True}]
)
def test_a_work_requirement_founds_no_order(draft, clerk, more):
    with pytest.raises(Refused, match="不能据以责令改正或者处罚"):
        listing.revise(listing.item(draft, "1-01"), clerk, **{**listing.LOCAL, **more})


def test_what_rests_on_law_is_not_marked_as_a_work_requirement(draft, clerk):
    with pytest.raises(Refused, match="不要勾选"):
        listing.revise(listing.item(draft, "1-01"), clerk, local_practice=True, practice="某文件")


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
        listing.revise(listing.item(draft, "1-01"), clerk, laws=[law])


def test_law_is_cited_alone_where_a_work_requirement_stands_beside_it(draft, clerk):
    item = listing.revise(listing.item(draft, "1-01"), clerk, practice="某文件第二条")
    assert item.basis == f"{LAW}第三十五条第二款；工作要求：某文件第二条"
    assert item.basis_for(Party(kind="organ")) == f"{LAW}第三十五条第二款"


def test_a_kind_of_unit_may_have_its_own_law_among_what_is_cited(draft, clerk):
    both = {"laws": [f"{LAW}第十九条", f"{LAW}第三十五条第二款"]}
    item = listing.revise(
        listing.item(draft, "1-01"), clerk, laws_by_kind={"organ": f"{LAW}第十九条"}, **both
    )
    assert item.basis_for(Party(kind="organ")) == f"{LAW}第十九条"
    assert item.basis_for(Party(kind="township")) == f"{LAW}第十九条、第三十五条第二款"
    with pytest.raises(Refused, match="请先在上面的依据条文中列出"):
        listing.revise(item, clerk, laws_by_kind={"organ": f"{LAW}第二十条"}, **both)


def test_a_hazard_is_marked_and_other_violations_stay(draft, clerk):
    fire, loss = listing.item(draft, "2-03"), listing.item(draft, "4-08")
    assert listing.revise(fire, clerk).violation == ""
    assert listing.revise(fire, clerk, hazard=True).violation == "V08"
    assert listing.revise(loss, clerk).violation == "V01"


def test_a_condition_stands_before_what_depends_on_it(draft, clerk):
    first, last = listing.item(draft, "1-01"), listing.item(draft, "6-05")
    with pytest.raises(Refused, match="应当排在它的前面"):
        listing.revise(first, clerk, condition=last, condition_result="conforms")
    assert (
        listing.revise(last, clerk, condition=first, condition_result="conforms").condition == first
    )


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
