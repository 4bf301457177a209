"""Pages of the visit: who may open them, what they keep, and what they cost."""

from datetime import timedelta

import pytest

from archives_enforcement.files.models import StoredFile
from inspections.queries.recording import sections
from inspections.services import recording
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import PNG
from tests.inspections.recording.pages import fields_of, page, storage

PAGES = ["start", "record", "record-facts", "finish"]


@pytest.mark.parametrize("name", PAGES)
def test_an_officer_opens_the_page(client, officer, begun, name):
    client.force_login(officer)
    assert client.get(page(name, begun)).status_code == 200


@pytest.mark.parametrize("role", ["officer", "head", "clerk", "assistant", "reviewer"])
def test_the_bureau_reads_the_printed_record(client, request, ready, role):
    client.force_login(request.getfixturevalue(role))
    response = client.get(page("record-print", ready))
    assert response.status_code == 200
    assert "分管负责人、档案员" in response.content.decode()


def test_a_visit_begins_on_its_page(client, officer, visit):
    client.force_login(officer)
    response = client.post(
        page("start", visit),
        {"arrived_at": "14:00", "place": "示例路2号", "on": visit.scheduled_on},
    )
    visit.refresh_from_db()
    assert (response.status_code, response.url) == (302, page("record", visit))
    assert visit.state == "on_site"


def test_nobody_begins_before_the_approved_day(client, officer, visit, today):
    client.force_login(officer)
    typed = {"arrived_at": "00:00", "place": "示例路2号", "on": today}
    visit.scheduled_on = today + timedelta(days=6)
    visit.save(update_fields=["scheduled_on"])
    shown = client.get(page("start", visit)).text
    assert "批准的检查日期是" in shown and "到达时间" not in shown
    assert client.post(page("start", visit), typed).status_code == 422
    visit.scheduled_on = today
    visit.save(update_fields=["scheduled_on"])
    shown = client.get(page("start", visit)).text
    assert "批准的检查日期是" not in shown and "到达时间" in shown
    assert client.post(page("start", visit), typed).status_code == 302


def test_a_refusal_to_begin_comes_back_with_what_was_typed(client, bureau, visit):
    client.force_login(factories.make_officer("outsider", bureau))
    response = client.post(page("start", visit), {"arrived_at": "14:00", "place": "示例路9号"})
    assert response.status_code == 422
    assert "您不是这次检查的执法人员" in response.content.decode()
    assert response.context["form"]["place"].value() == "示例路9号"


def test_the_contents_say_what_is_left(client, officer, begun):
    client.force_login(officer)
    context = client.get(page("record", begun)).context
    assert (context["whole"].done, context["whole"].total) == (0, 66)
    gaps = [gap.text for gap in context["missing"]]
    assert (gaps[0], gaps[-1]) == ("“责任制和管理制度”还有 9 项没有记录", "还没有记录当场口头反馈")
    assert len(gaps) == 7


def test_before_the_record_the_unit_is_told_and_sees_the_certificates(
    client, officer, visit, today
):
    on_site.arrive(visit, officer, today)
    client.force_login(officer)
    context = client.get(page("record", visit)).context
    assert [gap.text for gap in context["missing"]][:2] == [
        "还没有记录告知",
        "还没有记录出示执法证件",
    ]
    assert [stage.label for stage in context["strip"] if stage.url] == ["告知", "亮证"]


def test_a_part_says_before_anything_is_typed_that_it_is_too_early(client, officer, visit, today):
    on_site.arrive(visit, officer, today)
    client.force_login(officer)
    address = page("record-section", visit, storage(visit).code)
    assert "还没有记下“告知”，不能记录" in client.get(address).text
    on_site.tell(visit, officer, today)
    assert "不能记录" not in client.get(address).text


def test_a_part_is_recorded_on_its_page(client, officer, begun):
    client.force_login(officer)
    part = storage(begun)
    address = page("record-section", begun, part.code)
    sent = fields_of(client.get(address))
    fire = next(row for row in part.rows if row.code == "2-02")
    sent |= {f"result-{fire.pk}": "fails", f"facts-{fire.pk}": "灭火器2具过期"}
    sent[f"photos-{fire.pk}"] = [
        on_site.picture("灭火器.png"),
        on_site.picture("铭牌.png", PNG + b"1"),
    ]
    response = client.post(address, sent)
    assert response.url == page("record", begun)
    (row,) = begun.results.all()
    assert (row.item, row.result, row.facts) == (fire, "fails", "灭火器2具过期")
    names = StoredFile.objects.order_by("pk").values_list("name", flat=True)
    assert list(names) == ["灭火器.png", "铭牌.png"]


def test_saving_can_lead_to_the_next_part(client, officer, begun):
    client.force_login(officer)
    first, second = sections(begun)[:2]
    address = page("record-section", begun, first.code)
    sent = fields_of(client.get(address)) | {"next": "yes"}
    assert client.post(address, sent).url == page("record-section", begun, second.code)


@pytest.mark.parametrize(("result", "kept"), [("fails", True), ("conforms", False)])
def test_a_chosen_phrase_stands_in_for_facts_of_what_fails(client, officer, begun, result, kept):
    client.force_login(officer)
    part = storage(begun)
    address = page("record-section", begun, part.code)
    fire = next(row for row in part.rows if row.code == "2-02")
    sent = fields_of(client.get(address))
    sent |= {f"result-{fire.pk}": result, f"phrase-{fire.pk}": fire.typical_problem}
    client.post(address, sent)
    assert begun.results.get().facts == (fire.typical_problem if kept else "")


def test_a_page_opened_earlier_does_not_undo_a_colleagues_entry(
    client, officer, second_officer, begun, today
):
    client.force_login(officer)
    part = storage(begun)
    address = page("record-section", begun, part.code)
    sent = fields_of(client.get(address))
    fire, theft = part.rows[1], part.rows[2]
    recording.record_items(
        begun, actor=second_officer, on=today, results={fire.pk: ("fails", "灭火器过期")}
    )
    client.post(address, sent | {f"result-{theft.pk}": "conforms"})
    found = {row.item_id: (row.result, row.facts) for row in begun.results.all()}
    assert found == {fire.pk: ("fails", "灭火器过期"), theft.pk: ("conforms", "")}


def test_a_wrong_file_is_refused_and_nothing_typed_is_lost(client, officer, begun):
    client.force_login(officer)
    part = storage(begun)
    address = page("record-section", begun, part.code)
    fire = part.rows[1]
    sent = fields_of(client.get(address))
    sent |= {f"result-{fire.pk}": "fails", f"facts-{fire.pk}": "灭火器2具过期"}
    response = client.post(
        address, sent | {f"photos-{fire.pk}": on_site.picture("说明.txt", b"text")}
    )
    assert response.status_code == 422
    form = response.context["form"]
    assert "“说明.txt”不是可以接收的格式" in form.non_field_errors()[0]
    assert (form[f"result-{fire.pk}"].value(), form[f"facts-{fire.pk}"].value()) == (
        "fails", "灭火器2具过期",
    )  # fmt: skip
    assert begun.results.count() == 0


def test_facts_without_a_result_are_asked_about(client, officer, begun):
    client.force_login(officer)
    part = storage(begun)
    address = page("record-section", begun, part.code)
    sent = fields_of(client.get(address)) | {f"facts-{part.rows[1].pk}": "灭火器过期"}
    response = client.post(address, sent)
    assert response.status_code == 422
    assert "还没有选结果" in response.content.decode()


def test_a_part_that_is_not_there_is_not_found(client, officer, begun):
    client.force_login(officer)
    assert client.get(page("record-section", begun, "99")).status_code == 404
