"""约谈: the order beside a statutory talk, the minutes as a paper, signatures, notice in time."""

from datetime import time

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.composing import missing, sheet
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.limits import compute
from archives_enforcement.workflow import Refused
from inspections.models import Inspection, Interview
from inspections.queries import interviews as queries
from inspections.services import interview_minutes
from inspections.services import interviews as services
from tests import factories
from tests.inspections.interviewing import create, hold, issue
from tests.inspections.rectifying import (
    days,
    endangering,
    make_finding,
    make_visit,
    remind_of,
    told,
)

TODAY = days(0)


@pytest.fixture
def firm(bureau):
    return factories.make_unit(bureau, "示例档案服务公司", "service_enterprise")


def notified(unit, officer, head, **values):
    visit = make_visit(unit, officer)
    told(visit)
    remind_of(make_finding(visit, due=-5, item=endangering(), severity="A"))
    interview = create(visit, officer, on=days(-3), scheduled_on=TODAY, **values)
    issue(interview, officer, head, on=days(-3))
    interview.refresh_from_db()
    return interview


def ordered(interview, actor, term="30日"):
    return services.draft_order(interview, actor=actor, on=TODAY, term=term)


@pytest.mark.parametrize(
    ("kind", "basis"), [("statutory", "实施条例》第五十一条"), ("work", "本机关检查工作规范")]
)
def test_the_page_of_the_minutes_names_what_the_talk_rests_on(
    client, firm, officer, head, kind, basis
):
    talk = notified(firm, officer, head, kind=kind)
    Interview.objects.filter(pk=talk.pk).update(state="held", held_on=TODAY)
    client.force_login(officer)
    page = reverse("documents:draft", args=["interview", talk.pk, "interview_minutes"])
    assert basis in client.get(page).context["basis"]
    assert basis in client.get(reverse("documents:draft-pick", args=["interview", talk.pk])).text


def test_a_statutory_talk_is_held_only_with_its_order(firm, officer, head):
    talk = notified(firm, officer, head, kind="statutory")
    with pytest.raises(Refused, match="第五十一条"):
        hold(talk, officer)
    order = ordered(talk, officer)
    assert (order.kind, order.subject, order.fields["term"]) == (
        "correction_order", talk.inspection, "30日",
    )  # fmt: skip
    assert "第五十一条" in order.fields["basis"] and "行政复议" in str(sheet(order))
    assert missing(order.kind, order.fields) == []
    with pytest.raises(Refused, match="已经有责令限期整改通知书"):
        ordered(talk, officer)
    documents.void(order, actor=officer, on=TODAY, note="期限写错")
    talk = Interview.objects.get()
    with pytest.raises(Refused, match="第五十一条"):
        hold(talk, officer)
    ordered(talk, officer, "15日")
    assert hold(talk, officer).state == "held"


def test_a_talk_as_a_measure_of_work_orders_nothing(unit, officer, head):
    talk = notified(unit, officer, head)
    with pytest.raises(Refused, match="工作约谈不附带责令整改"):
        ordered(talk, officer)
    assert hold(talk, officer).state == "held"


def test_an_order_names_its_term(firm, officer, head):
    with pytest.raises(Refused, match="整改期限"):
        ordered(notified(firm, officer, head, kind="statutory"), officer, " ")


def test_a_late_notice_is_a_warning_and_no_refusal(unit, officer, client):
    visit = make_visit(unit, officer)
    remind_of(make_finding(visit, due=-5))
    far = create(visit, officer, scheduled_on=days(30))
    last = compute("D-I21", far.scheduled_on).due_on
    assert queries.short_notice(far, last) == ""
    assert "不是法定期限" in queries.short_notice(far, last + timezone.timedelta(days=1))
    near = create(visit, officer, scheduled_on=days(1))
    client.force_login(officer)
    assert "已晚于建议的日期" in client.get(near.get_absolute_url()).text
    assert "已晚于建议的日期" not in client.get(far.get_absolute_url()).text
    notes = AuditEntry.objects.filter(action="create_interview").order_by("pk")
    assert [bool(row.note) for row in notes] == [False, True]


@pytest.fixture
def held(unit, officer, head):
    talk = notified(unit, officer, head)
    return hold(talk, officer, commitments=[("换新灭火器", days(10))], present="李某（主任）")


def draft_minutes(client, interview):
    page = reverse("documents:draft", args=["interview", interview.pk, "interview_minutes"])
    form = client.get(page).context.get("form")
    return page, {name: form[name].value() or "" for name in form.fields} if form else {}


def test_the_minutes_are_drafted_from_the_talk_and_signed_by_both_sides(held, officer, client):
    client.force_login(officer)
    assert "制作约谈记录" in client.get(held.get_absolute_url()).text
    page, known = draft_minutes(client, held)
    assert known["participants"] == "李某（主任）"
    assert "库房第 1 处问题" in known["course"] and "逐项询问了整改情况。" in known["course"]
    assert known["commitments"].startswith("1. 换新灭火器（")
    assert client.post(page, known).status_code == 302
    paper = Document.objects.get(kind="interview_minutes")
    assert (paper.subject, missing(paper.kind, paper.fields)) == (held, [])
    assert "被约谈单位负责人" in paper.wording.text.splitlines()[-1]
    paper = documents.complete(paper, actor=officer, on=TODAY)
    assert paper.number
    assert "制作约谈记录" not in client.get(held.get_absolute_url()).text
    assert "已经有约谈记录" in client.get(page).text
    notices = queries.notices_among(queries.notice_papers(documents_of(held)))
    assert notices.in_force.kind == "interview_notice"


def documents_of(interview):
    return Document.objects.filter(object_id=interview.pk).order_by("-pk")


def test_there_are_no_minutes_before_the_talk(unit, officer, head, client):
    talk = notified(unit, officer, head)
    client.force_login(officer)
    assert "还没有登记约谈记录" in client.get(draft_minutes(client, talk)[0]).text


def test_a_signature_is_registered_once(held, officer, bureau):
    with pytest.raises(Refused, match="签字的单位代表"):
        interview_minutes.sign_minutes(held, actor=officer, on=TODAY, signed_by=" ")
    with pytest.raises(Refused, match="签字日期不能早于"):
        interview_minutes.sign_minutes(held, actor=officer, on=days(-1), signed_by="李某")
    other = factories.make_user("clerk-2", "clerk", bureau=bureau)
    with pytest.raises(PermissionDenied):
        interview_minutes.sign_minutes(held, actor=other, on=TODAY, signed_by="李某")
    signed = interview_minutes.sign_minutes(held, actor=officer, on=TODAY, signed_by="李某（主任）")
    assert (signed.state, signed.signed_by, signed.signed_on) == ("held", "李某（主任）", TODAY)
    with pytest.raises(Refused, match="不能登记拒绝签字"):
        interview_minutes.refuse_minutes(signed, actor=officer, on=TODAY, reason="对记录有意见")


def test_a_refusal_to_sign_stands_on_the_minutes_with_its_reason(held, officer, client):
    with pytest.raises(Refused, match="写明原因"):
        interview_minutes.refuse_minutes(held, actor=officer, on=TODAY, reason="")
    refused = interview_minutes.refuse_minutes(
        held, actor=officer, on=TODAY, reason="对第 1 项有意见"
    )
    assert "原因：对第 1 项有意见" in queries.minutes_facts(refused, TODAY)["checked"]
    client.force_login(officer)
    assert "拒绝签字：对第 1 项有意见" in client.get(held.get_absolute_url()).text


def test_the_form_takes_several_promises(unit, officer, head, client):
    talk = notified(unit, officer, head)
    client.force_login(officer)
    page = reverse("inspections:interview-hold", args=[talk.pk])
    said = {
        "on": TODAY,
        "present": "双方",
        "minutes": "逐项询问",
        "promise_1": "换灭火器",
        "promise_2": "补目录",
    }
    wrong = client.post(page, said | {"due_1": days(5)})
    assert wrong.status_code == 422 and "每项承诺" in str(wrong.context["form"].errors)
    assert client.post(page, said | {"due_1": days(5), "due_2": days(9)}).status_code == 302
    assert list(talk.commitments.values_list("text", "due_on")) == [
        ("换灭火器", days(5)), ("补目录", days(9)),
    ]  # fmt: skip
    assert Inspection.objects.get().state == "rectifying" and talk.scheduled_at == time(14, 30)
