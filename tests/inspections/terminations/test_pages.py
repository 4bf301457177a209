"""终结整改 on the pages of the unit, the officers and the head, and on their desks."""

from django.urls import reverse

from archives_enforcement.workflow import Act
from inspections.models import Inspection
from inspections.queries.rectification_work import work_for_rectification
from inspections.queries.visit_work import work_for_visits
from inspections.services import rectification, visit_decisions
from inspections.services import terminations as services
from inspections.workflow import INSPECTION_FLOW
from reports.queries.standing import standing
from tests.inspections import arranging
from tests.inspections.rectifying import make_record, upload
from tests.inspections.terminating import PAPER, TODAY, TOLD, propose
from units import services as register


def test_the_desk_of_each_says_what_to_do(client, gone, visit, officer, head):
    client.force_login(officer)
    assert "逐级督促" not in client.get(visit.get_absolute_url()).text
    assert standing(officer, TODAY).findings["asked"] == 0
    (item,) = work_for_rectification(officer, TODAY)
    assert "提出终结整改" in item.text and item.url.endswith(f"/units/{gone.pk}/")
    row = propose(gone, officer)
    assert not work_for_rectification(officer, TODAY)
    (item,) = [one for one in work_for_rectification(head, TODAY) if "终结" in one.text]
    assert item.url == row.get_absolute_url()
    services.decide(row, actor=head, on=TODAY)
    assert not [one for one in work_for_rectification(head, TODAY) if "终结" in one.text]


def send(client, user, page, pk, **data):
    client.force_login(user)
    data = {"on": TODAY.isoformat(), **data}
    return client.post(reverse(f"inspections:{page}", args=[pk]), data, follow=True)


def test_the_pages_walk_from_the_unit_to_the_closed_check(
    client, gone, visit, open_one, officer, head
):
    make_record(visit, officer)
    client.force_login(officer)
    page = client.get(gone.get_absolute_url()).text
    assert "没有承继单位" in page and "示例区档案馆" in page and "第二十条第三款" in page
    assert "提出终结整改" in client.get(open_one.get_absolute_url()).text
    ask = reverse("inspections:termination-propose", args=[gone.pk])
    assert open_one.text in client.get(ask).text
    refused = send(client, officer, "termination-propose", gone.pk, paper="通知", reason="撤销")
    assert refused.status_code == 422 and "请填写“文件日期”" in refused.text
    assert "撤销</textarea>" in refused.text
    said = {**PAPER, "paper_on": PAPER["paper_on"].isoformat(), "reason": "撤销", "confirmed": "on"}
    done = send(client, officer, "termination-propose", gone.pk, files=upload("撤销.pdf"), **said)
    row = gone.terminations.get()
    assert "等待机关负责人决定" in done.text and "撤销.pdf" in done.text
    forged = send(client, officer, "termination-decide", row.pk, confirmed="on")
    assert forged.status_code == 403
    decided = send(client, head, "termination-decide", row.pk, confirmed="on")
    assert "已决定终结" in decided.text and "1 项没有整改的问题" in decided.text
    again = send(client, head, "termination-decide", row.pk, confirmed="on")
    assert "现在的状态是“已终结”" in again.text
    assert "不算已整改" in client.get(open_one.get_absolute_url()).text
    client.force_login(officer)
    assert "可以办结" in client.get(visit.get_absolute_url()).text
    assert rectification.close(visit, actor=officer, on=TODAY).state == "closed"


def test_nobody_of_the_unit_is_asked_any_more(client, visit, open_one, unit, contact, clerk, head):
    client.force_login(contact)
    reply = reverse("inspections:portal-finding-reply", args=[open_one.pk])
    assert "还要您回复" in client.get("/reports/portal/").text
    assert "提交回复" in client.get(reply).text
    register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)
    home = client.get("/reports/portal/").text
    assert "1 个因单位撤销不用再回复" in home and "还要您回复" not in home
    assert "没有整改的不用再回复" in home and "接着办理" not in home
    assert "提交回复" not in client.get(reply).text
    sent = client.post(reply, {"kind": "fixed", "text": "已换"})
    assert sent.status_code == 422 and not open_one.replies.exists()


def test_a_unit_that_stands_has_no_such_page(client, unit, open_one, officer):
    client.force_login(officer)
    page = client.get(reverse("inspections:termination-propose", args=[unit.pk])).text
    assert "还在册" in page and "<textarea" not in page
    said = {**PAPER, "paper_on": PAPER["paper_on"].isoformat(), "reason": "撤销", "confirmed": "on"}
    refused = send(client, officer, "termination-propose", unit.pk, **said)
    assert "还在册" in refused.text and not unit.terminations.exists()


def test_a_check_that_has_not_begun_is_cancelled_and_not_held(
    client, officer, second_officer, head, unit, clerk
):
    visit = arranging.make_approved(officer, second_officer, head, unit)
    register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)
    visit = Inspection.objects.get(pk=visit.pk)
    why = INSPECTION_FLOW.why_not(visit, "start", Act(officer, TODAY))
    assert "没有承继单位，不能再检查，请取消这次检查" in why
    before = INSPECTION_FLOW.why_not(visit, "start", Act(officer, visit.scheduled_on))
    assert before is None or "不能再检查" not in before
    assert [item for item in work_for_visits(officer, TODAY) if "请取消检查" in item.text]
    client.force_login(officer)
    assert "请取消这次检查" in client.get(visit.get_absolute_url()).text
    assert visit_decisions.cancel_inspection(
        visit, actor=officer, on=TODAY, note="单位撤销"
    ).state == ("cancelled")
