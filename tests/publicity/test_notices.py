"""公示: from the issued paper to the public, and back when the decision falls."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.queries import papers
from publicity import redaction
from publicity.models import Notice
from publicity.queries.notices import decisions_to_publish, summary_of
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
    notice = flow.review(flow.create())
    Notice.objects.filter(pk=notice.pk).update(facts="法定代表人甲丢失档案")
    with pytest.raises(Refused, match="法定代表人的姓名"):
        flow.approve(notice)


@pytest.mark.parametrize("name", ["party_name", "facts", "basis", "outcome"])
def test_a_summary_that_leaves_something_out_is_not_approved(flow, name):
    notice = flow.review(flow.create())
    Notice.objects.filter(pk=notice.pk).update(**{name: " "})
    with pytest.raises(Refused, match="公示稿还没有写.*补上再办"):
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


def test_what_is_left_out_is_read_by_a_second_person(flow, walk):
    who = {"actor": walk.colleague, "on": flow.today, "note": "不涉密。"}
    notice = flow.create(facts="法定代表人甲丢失档案")
    with pytest.raises(Refused, match="法定代表人的姓名"):
        notices.review_secrecy(notice, **who, redacted=True)
    credit = {"credit_class": "none", "credit_reason": "设定"}
    notice = notices.revise(notice, actor=walk.clerk, on=flow.today, **credit, facts="丢失档案")
    with pytest.raises(Refused, match="请先逐字核对"):
        notices.review_secrecy(notice, **who, redacted=False)
    notice = notices.review_secrecy(notice, **who, redacted=True)
    Notice.objects.filter(pk=notice.pk).update(redaction_checked=False)
    with pytest.raises(Refused, match="逐字核对隐去的内容"):
        flow.approve(notice)
    Notice.objects.filter(pk=notice.pk).update(redaction_checked=True)
    assert flow.approve(notice).state == "approved"


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


@pytest.mark.parametrize("kind", ["withdrawal_statement", "legal_review_catalogue"])
def test_every_public_paper_has_a_summary_to_begin_with(walk, kind):
    about, record = ("case", walk.fresh()) if "withdrawal" in kind else ("bureau", walk.bureau)
    facts = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()}
    who = {"actor": walk.officer, "on": walk.day}
    paper = documents.draft_about(about, record, kind, title="", fields=facts, **who)
    documents.submit(paper, **who)
    paper = documents.sign(paper, actor=walk.head, on=walk.day)
    assert summary_of(paper)["issuer"] == "示例市示例区档案局"
