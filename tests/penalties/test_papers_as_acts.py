"""Papers of the catalogue with which something happens in a case: signing them is the act."""

from datetime import date, timedelta

import pytest

from archives_enforcement.documents import drafting
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.drafting import known_facts
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import DeferralOutcome
from archives_enforcement.workdays import limits
from archives_enforcement.workflow import Refused
from penalties.models import Case
from penalties.queries import enforcing, papers
from penalties.services import execution, hearing, investigation
from tests import factories
from tests.penalties.case_facts import HELD, working_days_after
from tests.penalties.walk import Walk

STAGE = "decide"
DEFERRED = "2024年12月31日"


def issue(walk: Walk, kind, **typed):
    """Drafted by the officer, reviewed where the kind asks for it, signed by the head."""
    facts = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()} | typed
    who = {"actor": walk.officer, "on": walk.day}
    paper = documents.draft_about("case", walk.fresh(), kind, title="", fields=facts, **who)
    if KINDS[kind].review:
        documents.submit_review(paper, **who)
        documents.pass_review(paper, actor=walk.reviewer, on=walk.day)
    else:
        documents.submit(paper, **who)
    paper = documents.sign(paper, actor=walk.head, on=walk.day)
    walk.fresh()
    return paper


def reasons(walk: Walk) -> dict:
    """What the record says of 不予处罚, as the page fills it in."""
    known = known_facts("case", walk.fresh(), "no_penalty_decision", walk.day)
    return {"reasons": known["reasons"]}


# 不予行政处罚决定书


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
@pytest.mark.parametrize(
    ("education", "outcome"),
    [("已当面批评教育", Case.Outcome.SLIGHT), ("", Case.Outcome.NOT_ESTABLISHED)],
)
def test_a_case_ends_with_the_decision_not_to_penalise(walk, education, outcome):
    walk.spare()
    said = reasons(walk)
    if not education:
        walk.refute()
    paper = issue(walk, "no_penalty_decision", education=education, **said)
    assert (walk.case.state, walk.case.outcome) == ("closed", outcome)
    assert (education in walk.case.outcome_note) and walk.case.closed_on == walk.day
    clock = papers.clock_on(paper, papers.SERVICE_CLOCK)
    assert clock.is_open
    walk.deliver(paper, walk.day)
    clock.refresh_from_db()
    assert clock.met_on == walk.day


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_a_case_that_was_ended_before_keeps_its_ground(walk):
    who = {"actor": walk.head, "on": walk.day}
    walk.spare()
    execution.end_without_penalty(
        walk.case, **who, outcome="slight", note="情节轻微", education="已教育"
    )
    with pytest.raises(Refused, match="与决定书不一致"):
        issue(walk, "no_penalty_decision")
    with pytest.raises(Refused, match="没有写明裁量记录里的理由.*第三十三条"):
        issue(walk, "no_penalty_decision", education="已教育")
    issue(walk, "no_penalty_decision", education="已教育", **reasons(walk))
    assert walk.case.outcome_note.startswith("情节轻微")


@pytest.mark.parametrize("staged", ["notify"], indirect=True)
def test_it_is_not_signed_before_the_party_is_answered(walk):
    walk.refute()
    statement = walk.enter("statement")
    with pytest.raises(Refused, match="还没有复核和答复"):
        issue(walk, "no_penalty_decision")
    walk.answer(statement)
    assert issue(walk, "no_penalty_decision").number
    assert walk.case.state == "closed"


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_it_is_not_signed_while_the_case_is_investigated_once_more(walk):
    who = {"actor": walk.officer, "on": walk.day}
    facts = {name: "写明" for name in KINDS["no_penalty_decision"].fields}
    paper = documents.draft_about(
        "case", walk.case, "no_penalty_decision", title="", fields=facts, **who
    )
    documents.submit_review(paper, **who)
    documents.pass_review(paper, actor=walk.reviewer, on=walk.day)
    investigation.reopen(walk.fresh(), **who, note="补充证据")
    with pytest.raises(Refused, match="案件正在调查"):
        documents.sign(paper, actor=walk.head, on=walk.day)
    walk.end()
    walk.refute()
    documents.sign(paper, actor=walk.head, on=walk.day)
    assert walk.fresh().state == "closed"


# 延期、分期缴纳


@pytest.fixture
def owing(walk):
    walk.deliver(walk.paper, walk.day)
    issue(walk, "instalment_approval")
    return walk


def payment_clock(walk):
    return papers.clock_on(walk.paper, papers.PAYMENT_CLOCK)


def test_the_time_to_pay_ends_with_the_last_day_that_was_granted(owing):
    first = payment_clock(owing).due_on
    paper = issue(
        owing, "instalment_notice", outcome="批准分期缴纳",
        schedule=f"第一期20,000元于2024年11月30日前、第二期27,000元于{DEFERRED}前缴纳",
    )  # fmt: skip
    clock = payment_clock(owing)
    assert (clock.due_on, clock.extended_from) == (date(2024, 12, 31), first)
    assert paper.number in clock.explanation


def test_what_is_chosen_counts_whatever_else_is_written(owing):
    first = payment_clock(owing).due_on
    said = {"reasons": "同意分期的理由不足", "schedule": f"按决定书缴纳，不延至{DEFERRED}"}
    refused = issue(owing, "instalment_notice", outcome="不予批准", **said)
    assert payment_clock(owing).due_on == first
    assert "同意分期的理由不足" in str(refused.content)
    issue(
        owing, "instalment_notice", outcome="批准延期缴纳", reasons="不予分期，未能按期缴纳属实",
        schedule=f"{DEFERRED}前缴清",
    )  # fmt: skip
    assert payment_clock(owing).due_on == date(2024, 12, 31)
    assert [row.granted for row in owing.case.deferrals.all()] == [False, True]


def test_nothing_else_than_the_choices_is_taken(owing):
    with pytest.raises(Refused, match="批准情况只能从.*不予批准.*选择"):
        issue(owing, "instalment_notice", outcome="同意分期", schedule=DEFERRED)
    assert KINDS["instalment_notice"].choices == {"outcome": tuple(DeferralOutcome.labels)}


def test_a_grant_names_its_last_day_and_may_come_late(owing):
    """第六十六条第二款 names no day until which a party may ask; what has passed stays late."""
    with pytest.raises(Refused, match="写明最后一期的日期"):
        issue(owing, "instalment_notice", outcome="批准分期缴纳", schedule="分两期")
    due = payment_clock(owing).due_on
    owing.day = due + timedelta(days=4)
    with pytest.raises(Refused, match="不能早于签发日期.*第六十六条第二款"):
        issue(
            owing, "instalment_notice", outcome="批准分期缴纳", schedule=f"{due:%Y年%m月%d日}前缴清"
        )
    assert issue(owing, "instalment_notice", outcome="批准分期缴纳", schedule=DEFERRED).number
    last = payment_clock(owing).due_on
    assert last == date(2024, 12, 31)
    for day, late in ((due + timedelta(days=3), 3), (last, 3), (last + timedelta(days=2), 5)):
        assert enforcing.lateness(owing.fresh(), day).days == late


# 行政处罚法 66¶2: the fine is 47,000 yuan, and the approval names no day later than DEFERRED.
@pytest.mark.parametrize(
    ("schedule", "why"),
    [
        (f"2024年11月30日前20,000元，{DEFERRED}前20,000元", "合计 40,000 元.*47,000 元"),
        (f"2024年11月30日前20,000元，{DEFERRED}前其余部分", "逐期写明日期和数额"),
        (f"{DEFERRED}前20,000元，2024年11月30日前27,000元", "由先到后"),
        ("2024年11月30日前20,000元，2025年1月31日前27,000元", "晚于审批表"),
    ],
)
def test_instalments_come_to_the_fine_in_their_order_within_the_approval(walk, schedule, why):
    walk.deliver(walk.paper, walk.day)
    issue(walk, "instalment_approval", request=f"分两期缴清，不晚于{DEFERRED}。")
    with pytest.raises(Refused, match=f"{why}.*第六十六条第二款"):
        issue(walk, "instalment_notice", outcome="批准分期缴纳", schedule=schedule)
    lawful = f"2024年11月30日前20,000元，{DEFERRED}前27,000元"
    assert issue(walk, "instalment_notice", outcome="批准分期缴纳", schedule=lawful).number


# 听证通知书


@pytest.fixture
def asked(walk):
    walk.chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=walk.bureau)
    walk.enter("hearing")
    walk.on_time = working_days_after(walk.day, 8)
    return walk


def summon(walk, day, **typed):
    facts = {"time": f"{day.year}年{day.month}月{day.day}日9时", "chair": str(walk.chair),
             "place": "示例区档案局会议室"}  # fmt: skip
    return issue(walk, "hearing_notice", **facts | typed)


@pytest.mark.parametrize("staged", ["notify"], indirect=True)
def test_the_hearing_is_arranged_by_its_notice(asked):
    summon(asked, asked.on_time)
    made = asked.case.hearings.get()
    assert (made.scheduled_on, made.chair, made.place) == (
        asked.on_time, asked.chair, "示例区档案局会议室",
    )  # fmt: skip


@pytest.mark.parametrize("staged", ["notify"], indirect=True)
def test_a_notice_that_comes_too_late_or_names_nobody_is_not_signed(asked):
    with pytest.raises(Refused, match="请另定日期.*第六十四条第二项"):
        summon(asked, working_days_after(asked.day, 7))
    for typed in ({"time": "下周一"}, {"chair": "某人"}, {"chair": str(asked.officer)}):
        with pytest.raises(Refused, match="写明年月日"):
            summon(asked, asked.on_time, **typed)
    assert not asked.case.hearings.exists()
    assert summon(asked, asked.on_time).number


@pytest.mark.parametrize("staged", ["notify"], indirect=True)
def test_the_hearing_is_held_when_its_notice_was_delivered_in_time(asked):
    def hold(day):
        made = asked.case.hearings.get()
        return hearing.hold(made, actor=asked.chair, on=day, **HELD)

    paper = summon(asked, asked.on_time)
    with pytest.raises(Refused, match="还没有送达"):
        hold(asked.on_time)
    late = working_days_after(asked.day, 1)
    asked.deliver(paper, late)
    with pytest.raises(Refused, match="另发通知书改期"):
        hold(asked.on_time)
    asked.day = late
    moved = working_days_after(late, 8)
    again = summon(asked, moved)  # a later notice moves the hearing
    asked.deliver(again, late)
    assert asked.case.hearings.get().scheduled_on == moved
    assert limits.compute("D-P08", moved).due_on >= late
    assert hold(moved).held_on == moved


@pytest.mark.parametrize("staged", ["notify"], indirect=True)
def test_the_notice_says_what_was_arranged(asked):
    """And a message is no notice, whether the party can read it or not (第六十四条第二项)."""
    made = hearing.arrange(
        asked.case.statements.get(), actor=asked.officer, on=asked.day, chair=asked.chair,
        scheduled_on=asked.on_time, place="会议室",
    )  # fmt: skip
    who = {"actor": asked.chair, "on": asked.on_time}
    with pytest.raises(Refused, match="还没有签发写明这一听证日期的听证通知书.*第六十四条第二项"):
        hearing.hold(made, **who, **HELD)
    known = drafting.known_facts("case", asked.fresh(), "hearing_notice", asked.day)
    assert (known["place"], known["chair"]) == ("会议室", str(asked.chair))
    told = {name: known[name] for name in ("time", "place", "chair", "openness")}
    asked.deliver(issue(asked, "hearing_notice", **told), asked.day)
    assert hearing.hold(made, **who, **HELD).held_on == asked.on_time
