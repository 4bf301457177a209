"""批量起草: choose the kind, the units and the words; look at one; confirm."""

from django.urls import reverse

from archives_enforcement.documents.models import Batch
from archives_enforcement.documents.services.batches import run_batch
from archives_enforcement.jobs import queue
from tests import factories
from tests.documents.drafting_together import PAGE, WORDS, post, single
from units.models import Unit


def test_the_pick_page_offers_what_this_person_may_draft(client, clerk, officer, head):
    client.force_login(clerk)
    page = client.get(reverse("documents:together-pick")).text
    assert PAGE in page
    assert "feedback_letter" not in page  # an officer's
    assert "correction_order" not in page
    client.force_login(officer)
    assert "feedback_letter" in client.get(reverse("documents:together-pick")).text
    client.force_login(head)
    assert client.get(reverse("documents:together-pick")).status_code == 403
    assert client.get(PAGE).status_code == 403
    assert post(client, []).status_code == 403


def test_the_page_lists_what_is_open_and_why_the_rest_is_not(client, clerk, units):
    single(units[0], clerk)
    client.force_login(clerk)
    page = client.get(PAGE)
    assert page.text.count('name="records"') == 39
    assert [row.record for row in page.context["refused"]] == [units[0]]
    assert "已经有一份催报函（起草）" in page.text
    assert "《中华人民共和国档案法实施条例》第四十五条" in page.text
    assert "都是草稿：不编号、不盖章、不发给单位" in page.text


def test_the_list_is_narrowed(client, clerk, units):
    Unit.objects.filter(pk=units[3].pk).update(is_key_monitored=True)
    client.force_login(clerk)

    def found(query):
        return [row.record for row in client.get(PAGE + query).context["rows"]]

    assert found("?q=街道07") == [units[6]]
    assert found("?is_key_monitored=True") == [units[3]]
    assert found("?party__kind=organ") == []
    assert len(found("?party__kind=madeup")) == 40


def test_a_sample_is_looked_at_and_nothing_is_kept(client, clerk, units):
    client.force_login(clerk)
    page = post(client, units[2:4], preview="1", confirmed="", was_due="")
    assert page.status_code == 200
    assert page.context["sample"]["record"] == units[2]
    assert "2024年度档案工作情况" in page.text
    assert "〔原定报送期限〕" in page.text
    assert page.text.count("checked") == 2
    assert not Batch.objects.exists()


def test_the_drafter_walks_it(client, clerk, units):
    client.force_login(clerk)
    assert PAGE in client.get(reverse("documents:together-pick")).text
    assert post(client, units[:5], confirmed="").status_code == 422
    nobody = post(client, [])
    assert nobody.status_code == 422
    assert "请勾选要起草文书的被检查单位" in nobody.text
    answer = post(client, units[:5])
    batch = Batch.objects.get()
    assert answer.url == batch.get_absolute_url()
    page = client.get(answer.url)
    assert page.text.count("等待起草") == 5
    assert "示例街道05" in page.text
    assert "every 3s" in page.text
    while queue.run_due():
        pass
    page = client.get(answer.url)
    assert '已起草 <b class="num">5</b> 份' in page.text
    assert "批量提交 5 份" in page.text
    assert "every 3s" not in page.text


def test_an_empty_choice_is_named_in_chinese(client, clerk, units):
    client.force_login(clerk)
    answer = post(client, [])
    assert answer.status_code == 422
    assert ">请勾选要起草文书的被检查单位。<" in answer.text
    assert "Records" not in answer.text


def test_units_of_another_bureau_are_neither_offered_nor_taken(client, clerk, units, other_bureau):
    foreign = factories.make_unit(other_bureau, "外区街道")
    client.force_login(clerk)
    assert "外区街道" not in client.get(PAGE).text
    answer = post(client, [units[0], foreign])
    assert answer.status_code == 422
    assert "外区街道" not in answer.text
    assert "有的已经办过" in answer.text
    assert "外区街道" not in post(client, [foreign], preview="1").text
    assert not Batch.objects.exists()


def test_the_pages_ask_as_often_for_forty_as_for_two(
    client, units, begin, clerk, django_assert_max_num_queries
):
    client.force_login(clerk)
    client.get(PAGE)
    with django_assert_max_num_queries(10):
        client.get(PAGE)
    with django_assert_max_num_queries(13):
        assert post(client, units, preview="1").status_code == 200
    batch = begin(units)
    with django_assert_max_num_queries(9):
        client.get(batch.get_absolute_url())
    run_batch(batch.pk)
    with django_assert_max_num_queries(9):
        client.get(batch.get_absolute_url())
    with django_assert_max_num_queries(9):
        client.get(reverse("documents:batch-submit") + f"?batch={batch.pk}")


def test_what_was_ticked_stays_ticked_when_the_list_is_narrowed(client, clerk, units):
    client.force_login(clerk)
    page = client.get(f"{PAGE}?q=街道07&records={units[0].pk}&records=x")
    assert [row.record for row in page.context["rows"]] == [units[0], units[6]]
    assert page.context["form"].chosen == {str(units[0].pk)}
    assert page.text.count(" checked") == 1
    answer = client.post(f"{PAGE}?q=街道07", {"records": [units[0].pk], "title": "催报函", **WORDS})
    assert answer.status_code == 422  # not confirmed: still ticked, though not in the list
    assert answer.context["form"].chosen == {str(units[0].pk)}
    assert f'id="record-{units[0].pk}" checked' in answer.text


BESIDE = {
    "attachments": "报送表\n填报说明",
    "cc": "区政府办公室、区司法局。",
    "printer": "示例区档案局",
}


def test_what_stands_beside_a_letter_is_typed_once_for_all(client, clerk, units):
    client.force_login(clerk)
    page = client.get(PAGE).text
    for label in ("附件说明", "抄送", "印发机关"):
        assert label in page
    assert (
        "填报说明"
        in post(client, units[:1], preview="1", **BESIDE).context["sample"]["content"][
            "attachments"
        ][1]["title"]
    )
    post(client, units[:2], **BESIDE)
    run_batch(Batch.objects.get().pk)
    for item in Batch.objects.get().items.select_related("document"):
        fields = item.document.fields
        assert fields["attachments"] == [{"title": "报送表"}, {"title": "填报说明"}]
        assert fields["cc"] == ["区政府办公室", "区司法局"]
        assert fields["printer"] == "示例区档案局"


def test_a_form_and_a_paper_of_its_own_act_ask_for_nothing_beside(client, officer):
    client.force_login(officer)
    of_form = reverse("documents:draft-together", args=["inspection", "inspection_approval"])
    of_act = reverse("documents:draft-together", args=["inspection", "inspection_notice"])
    for page in (of_form, of_act):
        assert "附件说明" not in client.get(page).text
