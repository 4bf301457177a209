"""公示: from the issued paper to the public, and back when the decision falls."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.queries import papers
from publicity import redaction
from publicity.queries.notices import decisions_to_publish, expiry, summary_of, work_for_publicity
from publicity.services import notices
from tests import factories
from tests.documents.entering import enter


def test_a_firm_is_named_and_the_summary_comes_from_the_decision(walk):
    summary = summary_of(walk.paper)
    assert (summary["number"], summary["party_name"]) == (walk.paper.number, walk.firm.name)
    assert summary["title"] == "示例档案服务公司丢失属于国家所有的档案案"
    assert "¥47,000" in summary["outcome"]
    assert "第四十九条第二款" in summary["basis"]


def test_a_natural_person_is_not(walk):
    person = factories.make_party(walk.bureau, "甲乙丙", Party.Kind.PERSON)
    assert person.public_name == "甲某"
    assert redaction.redact("甲乙丙丢失档案", person) == "甲某丢失档案"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("证件号11010119900101123X", ["身份证号码"]),
        ("电话13800000000", ["手机号码"]),
        ("账号6222000000000000", ["银行账号"]),
        ("位于示例路2号", ["当事人的地址"]),
        ("法定代表人甲", ["法定代表人的姓名"]),
        ("示例档案服务公司丢失档案 8 件，罚款 47000 元", []),
    ],
)
def test_what_must_not_be_published_is_found(walk, text, found):
    assert redaction.private_parts(text, walk.firm) == found


def test_private_words_stop_the_approval(flow):
    notice = flow.review(flow.create(facts="法定代表人甲丢失档案"))
    with pytest.raises(Refused, match="法定代表人的姓名"):
        flow.approve(notice)


def test_the_whole_way_meets_the_clock(flow, walk):
    assert list(decisions_to_publish(walk.clerk)) == [walk.paper]
    notice = flow.published()
    assert notice.state == "published"
    assert deadlines.for_subject(walk.paper).get(code="D-G01").met_on == flow.today
    assert list(decisions_to_publish(walk.clerk)) == []


def test_an_old_decision_entered_later_does_not_wait_to_be_published(walk):
    enter(walk.clerk, walk.firm, "penalty_decision", number="旧档〔2024〕7号")
    assert list(decisions_to_publish(walk.clerk)) == [walk.paper]


def test_one_notice_for_one_paper(flow):
    flow.create()
    with pytest.raises(Refused, match="已有公示"):
        flow.create()


def test_only_public_kinds_are_noticed(flow, walk):
    walk.paper = papers.issued(walk.case, papers.NOTICE)
    with pytest.raises(Refused, match="不需要公示"):
        flow.create()


def test_without_the_check_for_secrets_nothing_is_approved(flow):
    with pytest.raises(Refused, match="还没有通过保密审查"):
        flow.approve(flow.create())


def test_the_drafter_does_not_check_his_own_text(flow, walk):
    with pytest.raises(Refused, match="拟稿人不能审查"):
        flow.review(flow.create(), actor=walk.clerk)


def test_a_correction_must_be_checked_again(flow, walk):
    notice = flow.review(flow.create())
    notice = notices.revise(
        notice,
        actor=walk.clerk,
        on=flow.today,
        credit_class="none",
        credit_reason="设定",
        facts="改过的事实",
    )
    with pytest.raises(Refused, match="还没有通过保密审查"):
        flow.approve(notice)


def test_the_drafter_does_not_approve(flow, walk):
    walk.head.groups.add(*walk.clerk.groups.all())
    walk.clerk = walk.head
    notice = flow.review(flow.create())
    with pytest.raises(Refused, match="拟稿人不能批准"):
        flow.approve(notice)


def test_the_approval_is_not_older_than_the_draft(flow, walk):
    notice = flow.review(flow.create())
    with pytest.raises(Refused, match="不能早于拟稿日期"):
        notices.approve(notice, actor=walk.head, on=flow.today - timedelta(days=1))


def test_a_clerk_does_not_approve(flow, walk):
    notice = flow.review(flow.create())
    with pytest.raises(PermissionDenied):
        notices.approve(notice, actor=walk.colleague, on=flow.today)


def test_publication_cannot_be_dated_back(flow):
    notice = flow.approved()
    with pytest.raises(Refused, match="不能补录"):
        flow.publish(notice, on=flow.today - timedelta(days=1))


@pytest.mark.parametrize(
    ("credit_class", "last_day"),
    [
        ("minor", date(2025, 1, 13)),
        ("general", date(2025, 10, 13)),
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
    said = {"note": "不涉密", "on": flow.today}
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
