"""When a notice may be published, until when it stands, how it is withdrawn."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import deadlines, limits
from archives_enforcement.workflow import Refused
from penalties.queries import papers
from publicity.models import Withholding
from publicity.queries.notices import expiry, work_for_publicity
from publicity.services import notices
from tests.publicity.conftest import Notices

CATALOGUE = "legal_review_catalogue"


def test_publication_cannot_be_dated_back(flow):
    notice = flow.approved()
    with pytest.raises(Refused, match="不能补录"):
        flow.publish(notice, on=flow.today - timedelta(days=1))


@pytest.mark.parametrize(
    ("credit_class", "last_day"),
    [
        ("minor", date(2025, 1, 12)),  # a Sunday: a longest time is not stretched
        ("general", date(2025, 10, 12)),
        ("serious", date(2027, 10, 12)),
        ("none", None),
    ],
)
def test_publicity_ends_by_the_class(db, credit_class, last_day):
    assert expiry(credit_class, date(2024, 10, 12)) == last_day


def test_what_has_run_out_is_not_published(flow):
    notice = flow.approved(credit_class="minor")
    with pytest.raises(Refused, match="不用再公布"):
        flow.publish(notice)


def test_a_class_needs_its_reason(flow):
    with pytest.raises(Refused, match="分类的理由"):
        flow.create(credit_reason=" ")


@pytest.mark.parametrize(
    "named", ["示例档案服务公司的处罚决定被撤销。", "示例 档案服务公司申请撤回"]
)
def test_who_is_no_longer_public_is_not_named_in_the_reason(flow, named):
    notice = flow.change(flow.published())
    with pytest.raises(Refused, match="撤回的理由里有当事人的名称"):
        flow.withdraw(notice, reason=named)
    assert flow.withdraw(notice).withdrawal_reason == "原决定已被撤销。"


def test_a_notice_is_withdrawn_with_a_public_reason_within_three_working_days(flow):
    notice = flow.change(flow.published())
    clock = deadlines.for_subject(notice).get(code="D-G03")
    assert clock.is_open
    notice = flow.withdraw(notice)
    assert (notice.state, notice.withdrawal_reason) == ("withdrawn", "原决定已被撤销。")
    clock.refresh_from_db()
    assert clock.met_on == flow.today


def test_nothing_is_withdrawn_without_a_change(flow):
    with pytest.raises(Refused, match="第四十八条第二款"):
        flow.withdraw(flow.published())


def test_nothing_is_withdrawn_without_a_reason(flow):
    with pytest.raises(Refused, match="撤回的理由"):
        flow.withdraw(flow.change(flow.published()), reason=" ")


@pytest.mark.parametrize("days", [1, -4000])
def test_a_change_lies_between_decision_and_today(flow, days):
    with pytest.raises(Refused, match="变更日期"):
        flow.change(flow.published(), changed_on=flow.today + timedelta(days=days))


def buttons(flow, user):
    return [row.button for row in work_for_publicity(user, flow.today)]


def test_the_work_list_follows_the_notice(flow, walk):
    assert buttons(flow, walk.clerk) == ["去拟稿"]
    notice = flow.review(flow.create())
    assert buttons(flow, walk.head) == ["去审批"]
    notice = flow.approve(notice)
    assert buttons(flow, walk.clerk) == ["去公布"]
    notice = flow.publish(notice)
    assert buttons(flow, walk.clerk) == []
    flow.change(notice)
    assert buttons(flow, walk.clerk) == ["去撤回"]


def test_a_notice_is_drafted_and_checked_on_its_pages(client, flow, walk):
    client.force_login(walk.clerk)
    url = reverse("publicity:notice-create", args=[walk.paper.pk])
    page = client.get(url)
    assert "法定代表人甲" not in page.text
    summary = {name: page.context["form"].initial[name] for name in notices.SUMMARY}
    typed = {"credit_class": "none", "credit_reason": "设定", "on": flow.today}
    client.post(url, {**summary, **typed})
    notice = walk.paper.notices.get()
    own = client.get(notice.get_absolute_url()).text
    assert "拟稿人不能审查自己拟的公示" in own
    client.force_login(walk.colleague)
    said = {"note": "不涉密", "redacted": "on", "on": flow.today}
    client.post(reverse("publicity:notice-secrecy", args=[notice.pk]), said)
    notice.refresh_from_db()
    assert notice.secrecy_reviewer == walk.colleague


def test_publishing_asks_for_no_day_it_would_refuse(client, flow, walk):
    notice = flow.approved()
    client.force_login(walk.clerk)
    url = reverse("publicity:notice-publish", args=[notice.pk])
    assert "on" not in client.get(url).context["form"].fields
    client.post(url)
    notice.refresh_from_db()
    assert (notice.state, notice.published_on) == ("published", flow.today)


def test_another_result_is_published_within_twenty_working_days(walk):
    facts = {name: f"〔{label}〕" for name, label in KINDS[CATALOGUE].fields.items()}
    who = {"actor": walk.officer, "on": walk.day}
    paper = documents.draft_about("bureau", walk.bureau, CATALOGUE, title="", fields=facts, **who)
    documents.submit(paper, **who)
    paper = documents.sign(paper, actor=walk.head, on=walk.day)
    clock = deadlines.for_subject(paper).get(code="D-G02")
    assert clock.due_on == limits.compute("D-G02", walk.day).due_on
    walk.paper = paper
    flow = Notices(walk)
    [item] = [row for row in work_for_publicity(walk.clerk, flow.today) if paper.number in row.text]
    assert item.due == clock.due_on
    flow.published()
    clock.refresh_from_db()
    assert clock.met_on == flow.today


def test_what_is_published_too_late_passes_over_a_lamp(flow, walk, client):
    notice = flow.approved()
    client.force_login(walk.clerk)
    form = client.get(reverse("publicity:notice-publish", args=[notice.pk])).text
    assert "按此提交将构成过错情形（二十一）" in form
    flow.publish(notice)
    entry = AuditEntry.objects.about(notice).get(action="publish")
    assert [row["code"] for row in entry.details["lamps"]] == ["L2101"]


@pytest.mark.parametrize(("ground", "lit"), [("trade_secret", True), ("slight", False)])
def test_a_secret_of_trade_known_of_the_case_is_marked_before_its_notice_is_public(
    flow, walk, client, ground, lit
):
    """Another paper of the case is withheld for it: the notice may be public, read word by word."""
    told = papers.issued(walk.case, papers.NOTICE)
    Withholding.objects.create(
        bureau=walk.bureau, document=told, ground=ground, reasons="含客户名单",
        proposed_by=walk.clerk, proposed_on=flow.today,
    )  # fmt: skip
    notice = flow.review(flow.create())
    client.force_login(walk.head)
    form = client.get(reverse("publicity:notice-approve", args=[notice.pk])).text
    assert ("按此提交将构成过错情形（十四）" in form) == lit
    flow.approve(notice)
    entry = AuditEntry.objects.about(notice).get(action="approve")
    assert ("L1401" in [row["code"] for row in entry.details["lamps"]]) == lit
