"""How the visit went and who was met, on its page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archives_enforcement.audit.models import AuditEntry
from inspections.models import Inspection
from inspections.queries.steps import people_in_words
from inspections.services import recording
from tests.inspections import on_site
from tests.inspections.recording.pages import fields_of, page, storage
from tests.inspections.rectifying import queries_of


def test_how_the_visit_went_is_recorded_on_its_page(client, officer, begun):
    client.force_login(officer)
    people = {"name-0": "张三", "title-0": "主任", "role-0": "head", "name-1": "李四",
              "role-1": "archivist"}  # fmt: skip
    sent = {**on_site.FACTS, "met": "", "left_at": "23:30", **people}
    assert client.post(page("record-facts", begun), sent).status_code == 302
    begun.refresh_from_db()
    assert begun.methods == ["听取汇报", "核查现场"]
    assert people_in_words(begun) == "张三（主任，单位负责人）、李四（档案工作人员）"


@pytest.mark.parametrize(
    ("people", "field"),
    [
        ({}, "name-0"),
        ({"name-0": "张三"}, "role-0"),
        ({"name-0": "张三", "role-0": "head", "title-1": "档案员"}, "name-1"),
    ],
)
def test_a_person_met_has_a_name_and_a_role(client, officer, begun, people, field):
    client.force_login(officer)
    response = client.post(page("record-facts", begun), {**on_site.FACTS, "met": "", **people})
    assert response.status_code == 422
    assert field in response.context["form"].errors


def test_oral_feedback_is_whole_or_absent(client, officer, begun):
    client.force_login(officer)
    sent = {**on_site.FACTS, "oral_feedback": ""}
    response = client.post(page("record-facts", begun), sent)
    assert response.context["form"].errors["oral_feedback"] == ["口头反馈的对象和内容要一起写明。"]


def test_the_last_page_names_what_is_missing_instead_of_a_form(client, officer, begun):
    client.force_login(officer)
    content = client.get(page("finish", begun)).content.decode()
    assert ("还不能结束检查" in content, "<form" in content) == (True, False)


def test_one_answer_is_saved_by_itself(client, officer, second_officer, begun, today):
    client.force_login(officer)
    part = storage(begun)
    fire, theft = part.rows[1], part.rows[2]
    sent = fields_of(client.get(page("record-section", begun, part.code)))
    recording.record_items(
        begun, actor=second_officer, on=today, results={theft.pk: ("fails", "门锁损坏")}
    )
    own = {name: value for name, value in sent.items() if name.endswith(f"-{fire.pk}")}
    own |= {f"result-{fire.pk}": "fails", f"facts-{fire.pk}": "灭火器过期"}
    own[f"photos-{fire.pk}"] = on_site.picture("灭火器.png")
    answer = client.post(page("record-item", begun, fire.pk), own, headers={"HX-Request": "true"})
    text = answer.content.decode()
    assert (answer.status_code, "这一项已保存" in text) == (200, True)
    assert "灭火器.png" in text and f"还剩 {part.total - 2} 项" in text
    assert f'<span class="num">2 / {part.total} 项</span>' in text
    found = {row.item_id: (row.result, row.facts) for row in begun.results.all()}
    assert found == {fire.pk: ("fails", "灭火器过期"), theft.pk: ("fails", "门锁损坏")}
    again = own | {f"initial-result-{fire.pk}": "fails", f"initial-facts-{fire.pk}": "灭火器过期"}
    del again[f"photos-{fire.pk}"]
    client.post(page("record-item", begun, fire.pk), again)
    entries = AuditEntry.objects.about(begun).filter(action="record_items")
    assert entries.count() == 2


def test_an_answer_that_is_refused_says_so_in_its_card(client, officer, begun):
    client.force_login(officer)
    fire = storage(begun).rows[1]
    answer = client.post(page("record-item", begun, fire.pk), {f"facts-{fire.pk}": "灭火器过期"})
    assert answer.status_code == 422
    assert "还没有选结果" in answer.content.decode()
    assert not begun.results.exists()


def test_an_item_of_another_list_is_not_saved(client, officer, begun):
    client.force_login(officer)
    assert client.post(page("record-item", begun, 0)).status_code == 404


def test_a_step_is_recorded_on_its_page(client, officer, visit, today):
    on_site.arrive(visit, officer, today)
    client.force_login(officer)
    assert "证-officer" in client.get(page("step", visit, "show")).content.decode()
    early = client.post(page("step", visit, "ask"), {"at": "23:00"})
    assert early.status_code == 422
    assert "还没有记下“告知”" in early.content.decode()
    for step in ("inform", "show", "ask"):
        assert client.post(page("step", visit, step), {"at": "23:00"}).status_code == 302
    assert [row.kind for row in visit.steps.order_by("pk")] == ["inform", "show", "ask"]


def test_a_look_back_shows_the_open_problems(client, officer, second_officer, head, unit, today):
    origin = on_site.recorded(
        on_site.approved(unit, head, officer, second_officer, on=today), officer, "2-02", on=today
    )
    Inspection.objects.filter(pk=origin.pk).update(state="rectifying")
    origin.refresh_from_db()
    look_back = on_site.approved(
        unit, head, officer, second_officer, on=today, kind="look_back", origin=origin
    )
    on_site.begin(look_back, officer, today)
    client.force_login(officer)
    address = page("record-section", look_back, "look-back")
    finding = origin.findings.get()
    assert finding.text in client.get(address).content.decode()
    client.post(address, {f"result-{finding.pk}": "partly", f"facts-{finding.pk}": "换了一具"})
    row = look_back.look_back_results.get()
    assert (row.finding, row.result, row.facts) == (finding, "partly", "换了一具")


def test_the_record_costs_the_same_for_one_result_and_for_all(client, officer, begun, today):
    client.force_login(officer)
    addresses = [page("record", begun), page("record-section", begun, "4")]
    every = on_site.results(begun)
    last_of_its_part = item_of(begun, "4-22").pk
    costs = []
    for results in ({last_of_its_part: ("conforms", "")}, every):
        recording.record_items(begun, actor=officer, on=today, results=results)
        costs.append([queries_of(client, address) for address in addresses])
    assert costs[0] == costs[1]
    assert max(costs[0]) <= 12


def item_of(visit, code):
    return visit.checklist.items.get(code=code)


def test_saving_a_part_costs_the_same_for_one_item_and_for_all(client, officer, begun, today):
    client.force_login(officer)
    kept = {item_of(begun, "4-22").pk: ("conforms", "")}
    recording.record_items(begun, actor=officer, on=today, results=kept)
    address = page("record-section", begun, "4")
    shown = fields_of(client.get(address))
    names = [name for name in shown if name.startswith("result-")]
    costs = []
    for changes in ({names[0]: "conforms"}, dict.fromkeys(names, "fails")):
        with CaptureQueriesContext(connection) as captured:
            assert client.post(address, shown | changes).status_code == 302
        costs.append(len(captured))
    assert costs[0] == costs[1]
    assert max(costs) <= 26  # twelve to show the page, the rest for lock, licences and trail
    assert begun.results.filter(result="fails").count() == len(names)
