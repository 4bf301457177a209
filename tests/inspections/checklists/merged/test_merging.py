"""多检合一: what stands in two lists is asked once and answers both."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.workflow import Refused
from inspections.queries import merging as queries
from inspections.queries import site_record
from inspections.queries.recording import applicable_items
from inspections.services import checklist_items, checklists, merging
from tests.inspections import listing, on_site
from tests.inspections.listing import FROM, LAW, ON


def test_what_stands_in_both_lists_stands_once(merged, lists):
    codes = [row.code for row in merged.items.all()]
    assert len(codes) == len(set(codes)) == 15 + 5 + 1
    sources = {
        row.code: [s.checklist for s in row.sources.order_by("pk")] for row in merged.items.all()
    }
    assert (sources["5-01"], sources["6-01"]) == (lists, lists[:1])
    assert list(merged.parts.order_by("pk")) == lists


def test_the_one_item_is_as_wide_and_as_grave_as_both(merged):
    item = listing.item(merged, "5-13")
    organ, archives = Party(kind="organ"), Party(kind="archives")
    assert (item.veto, item.points) == (True, 4)
    assert (item.severity_for(organ), item.severity_for(archives)) == ("C", "A")
    assert item.basis_for(archives).startswith(f"{LAW}第三十八条、第十九条")
    assert "第十九条" not in item.basis_for(organ)
    assert {"organ", "archives", "village"} <= set(item.applies_to)


def test_numbers_that_mean_different_things_are_asked_apart(lists, clerk):
    merged = merging.merge(lists, actor=clerk, on=FROM, name="合", apart=["5-13"])
    assert merged.items.filter(code__startswith="5-13").count() == 2
    again = listing.item(merged, "5-13-2")
    assert [source.checklist for source in again.sources.all()] == lists[1:]


def test_two_items_declared_the_same_become_one(merged, clerk, lists):
    item, into = listing.item(merged, "7-01"), listing.item(merged, "5-01")
    merging.fold(item, into=into, actor=clerk, on=FROM)
    assert not merged.items.filter(code="7-01").exists()
    assert into.sources.count() == 3


def test_what_depends_on_a_folded_item_depends_on_the_other(merged, clerk):
    first = listing.item(merged, "5-02")
    into = listing.item(merged, "5-01")
    last = listing.add(merged, clerk, condition=first, condition_result="conforms")
    merging.fold(first, into=into, actor=clerk, on=FROM)
    last.refresh_from_db()
    assert last.condition == into


def test_an_item_is_not_folded_into_what_depends_on_it(merged, clerk):
    first = listing.item(merged, "5-02")
    last = listing.add(merged, clerk, condition=first, condition_result="conforms")
    with pytest.raises(Refused, match="不是同一事项"):
        merging.fold(first, into=last, actor=clerk, on=FROM)


def test_an_item_is_not_folded_into_itself_or_another_list(merged, clerk, lists):
    item = listing.item(merged, "5-02")
    for other in (item, lists[0].items.first()):
        with pytest.raises(Refused, match="同一份清单里的另一项"):
            merging.fold(item, into=other, actor=clerk, on=FROM)


def test_a_condition_holds_only_where_both_lists_have_it(clerk, head):
    first = listing.taken(clerk, "甲清单")
    before = {"condition": listing.item(first, "5-02"), "condition_result": "conforms"}
    for _ in range(2):
        listing.add(first, clerk, **before)
    listing.adopted(first, clerk, head)
    second = checklists.draft_list(
        first, actor=clerk, on=ON, name="乙清单", areas=[listing.ELECTRONIC]
    )
    always = listing.item(second, "5-17")
    checklist_items.revise_item(always, actor=clerk, on=ON, **listing.ITEM)
    listing.adopted(second, clerk, head)
    merged = merging.merge([first, second], actor=clerk, on=FROM, name="合")
    asked_if = {row.code: row.condition and row.condition.code for row in merged.items.all()}
    assert (asked_if["5-16"], asked_if["5-17"]) == ("5-02", None)
    assert listing.item(merged, "5-16").condition.checklist == merged


def test_one_list_is_not_merged(lists, clerk):
    with pytest.raises(Refused, match="两份以上"):
        merging.merge(lists[:1], actor=clerk, on=FROM, name="合")


def test_two_versions_of_one_list_are_not_merged(lists, clerk, head):
    again = listing.version(clerk, "综合清单（第2版）", base=lists[0])
    listing.adopted(again, clerk, head, valid_from=FROM.replace(day=2))
    with pytest.raises(Refused, match="同一份清单的两个版本"):
        merging.merge([lists[0], again], actor=clerk, on=FROM, name="合")


def test_a_merged_list_is_not_merged_again(adopted, lists, clerk):
    with pytest.raises(Refused, match="不能再次合并"):
        merging.merge([adopted, lists[0]], actor=clerk, on=FROM, name="合")


def test_officers_merge_nothing(lists, officer):
    with pytest.raises(PermissionDenied):
        merging.merge(lists, actor=officer, on=FROM, name="合")


def test_one_visit_one_record_one_letter_and_each_list_has_its_score(
    adopted, unit, head, officer, second_officer, lists
):
    visit = on_site.approved(unit, head, officer, second_officer, checklist=adopted)
    visit = on_site.recorded(visit, officer, "5-02")
    assert len(site_record.fields(visit)["blocks"][1]["rows"]) == len(applicable_items(visit))
    assert visit.findings.count() == 1
    letter = on_site.draft(visit, officer)
    assert str(letter.fields["problems"]).count("依据：") == 1
    scores = {part.checklist: part.score for part in queries.parts_of(visit)}
    assert list(scores) == lists
    assert [score.counts["fails"] for score in scores.values()] == [1, 1]
    assert scores[lists[0]].possible > scores[lists[1]].possible


def test_a_new_version_of_a_merged_list_still_answers_its_parts(adopted, clerk, lists):
    again = listing.version(clerk, "多检合一清单（第2版）", base=adopted)
    assert list(again.parts.order_by("pk")) == lists
    assert listing.item(again, "5-01").sources.count() == 2


def test_the_page_shows_what_two_lists_share_and_merges_them(lists, clerk, client, bureau):
    client.force_login(clerk)
    page = reverse("inspections:checklist-merge")
    assert "选择要合并的清单" in client.get(page).content.decode()
    address = f"{page}?lists={lists[0].pk}&lists={lists[1].pk}"
    text = client.get(address).content.decode()
    assert "5-13（文字不同）" in text
    posted = {"name": "合", "same": ["5-01"], "on": "2024-05-01"}
    client.post(address, posted)
    merged = bureau.checklist_set.get(name="合")
    assert merged.items.count() == 20 + 16 - 1


def test_two_items_are_folded_on_the_page(merged, clerk, client):
    client.force_login(clerk)
    item, into = listing.item(merged, "7-01"), listing.item(merged, "5-01")
    page = reverse("inspections:checklist-item-fold", args=[item.pk])
    assert page in client.get(merged.get_absolute_url()).content.decode()
    client.post(page, {"into": into.pk, "on": "2024-05-01"})
    assert "只问一次，同时答复" in client.get(merged.get_absolute_url()).content.decode()
    assert not merged.items.filter(pk=item.pk).exists()


def test_the_list_and_the_record_cite_the_minutes(
    adopted, unit, head, officer, second_officer, client
):
    cited = f"多检合一清单（{adopted.minutes.number}《联席会议纪要》采用）"
    assert adopted.cited == cited
    visit = on_site.approved(unit, head, officer, second_officer, checklist=adopted)
    visit = on_site.recorded(visit, officer, "5-01")
    assert ["检查清单", cited] in site_record.fields(visit)["blocks"][0]["rows"]
    client.force_login(officer)
    page = client.get(adopted.get_absolute_url()).content.decode()
    assert adopted.minutes.get_absolute_url() in page
    paper = client.get(adopted.minutes.get_absolute_url()).content.decode()
    assert adopted.get_absolute_url() in paper
