"""What the page of a case leads to next: papers of the catalogue, and why the rest must wait."""

from datetime import timedelta

import pytest

from archives_enforcement.archiving import arranging
from archives_enforcement.documents import drafting
from penalties.queries import papers
from penalties.queries.acts import acts_on
from penalties.queries.dossier import dossiers
from penalties.queries.progress import next_step, warnings
from penalties.queries.work import work_for_penalties
from penalties.services import challenges, execution, hearing
from tests import factories
from tests.penalties.case_facts import HELD, make_scan, working_days_after
from tests.penalties.test_papers_as_acts import issue

STAGE = "serve"


@pytest.fixture
def at(time_machine, walk):
    """The day on which the page is looked at."""

    def move(day):
        walk.day = day
        time_machine.move_to(f"{day}T09:00:00+08:00")

    move(walk.day)
    return move


def lead(walk, user=None):
    """The act that leads, and the sentence above it."""
    case, user = walk.fresh(), user or walk.officer
    first = next((act.label for act in acts_on(case, user, walk.day) if act.primary), None)
    [dossier] = dossiers([case])
    return first, next_step(dossier)


@pytest.mark.parametrize("staged", ["notify"], indirect=True)
def test_a_hearing_is_arranged_announced_and_held(walk, at):
    chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=walk.bureau)
    asked = walk.enter("hearing")
    assert lead(walk) == ("安排听证", "当事人要求听证，请安排听证：定主持人、日期和地点。")
    day = working_days_after(walk.day, 9)
    made = hearing.arrange(
        asked, actor=walk.officer, on=walk.day, chair=chair, scheduled_on=day, place="会议室"
    )
    act, said = lead(walk)
    assert act == "起草听证通知书" and "七个工作日前送达当事人" in said
    words = drafting.known_facts("case", walk.fresh(), "hearing_notice", walk.day)
    paper = issue(walk, "hearing_notice", **words)
    assert "等待送达" in lead(walk)[1]
    walk.deliver(paper, walk.day)
    assert "由主持人登记听证笔录" in lead(walk)[1]
    at(day)
    hearing.hold(made, actor=chair, on=day, **HELD)
    assert lead(walk) == ("送法制审核", "已经听取当事人的意见，请送法制审核。")


@pytest.mark.parametrize("staged", ["notify"], indirect=True)
def test_the_head_reads_what_the_decision_waits_for(walk, at):
    def why():
        acts = acts_on(walk.fresh(), walk.head, walk.day)
        return next(act.why for act in acts if act.label == "作出处罚决定")

    assert "陈述、申辩的期限还没有届满" in why()
    walk.terms_end()
    at(walk.day)
    assert "还没有送法制审核" in why()
    assert "当事人没有提出" in lead(walk)[1]
    walk.submit_review()
    assert "法制审核还没有提出意见" in why()


def test_who_has_not_paid_is_urged_once_and_then_asked_of_the_court(walk, at):
    case = walk.fresh()
    due = papers.clock_on(walk.paper, papers.PAYMENT_CLOCK).due_on
    assert "起草催告书" not in {act.label for act in acts_on(case, walk.officer, walk.day)}
    at(due + timedelta(days=1))
    act, said = lead(walk)
    assert act == "起草催告书" and "请书面催告" in said
    words = drafting.known_facts("case", walk.case, "demand_notice", walk.day)
    assert words["payment"].startswith("人民币肆万柒仟元整（¥47,000）")
    assert words["manner"] == "到指定银行示例支行缴纳。"
    demand = issue(walk, "demand_notice", **words)
    assert "等待送达" in lead(walk)[1]
    walk.deliver(demand, walk.day)
    assert "已经催告" in lead(walk)[1]
    at(walk.day + timedelta(days=200))  # the term to sue is over
    act, said = lead(walk)
    assert act == "起草强制执行申请书" and "催告后仍没有履行" in said
    words = drafting.known_facts("case", walk.case, "enforcement_application", walk.day)
    assert demand.number in words["demand"] and "罚款 47,000 元" in words["request"]
    assert "申请法院强制执行" in "".join(warnings(walk.case, [], walk.day))
    asked = issue(walk, "enforcement_application", **words)
    assert asked.number in lead(walk)[1] and warnings(walk.case, [], walk.day) == []
    execution.record_payment(
        walk.case, actor=walk.officer, on=walk.day, amount=47_000, paid_on=walk.day, receipt="票1"
    )
    assert papers.clock_on(demand, papers.DEMAND_CLOCK).met_on == walk.day


def test_a_delay_is_offered_while_the_time_to_pay_runs(walk, at):
    def labels():
        return {act.label for act in acts_on(walk.fresh(), walk.officer, walk.day)}

    assert "办理延期、分期审批" in labels()
    issue(walk, "instalment_approval")
    assert "起草延期（分期）通知书" in labels() and "办理延期、分期审批" not in labels()
    at(papers.clock_on(walk.paper, papers.PAYMENT_CLOCK).due_on + timedelta(days=1))
    assert "起草催告书" in labels()


def test_the_answer_to_a_challenge_comes_first_also_after_the_case_is_closed(walk, at):
    """Unanswered, the decision counts as without evidence (行政复议法第七十条)."""
    execution.record_payment(
        walk.case, actor=walk.officer, on=walk.day, amount=47_000, paid_on=walk.day, receipt="票1"
    )
    walk.close()
    assert not any(row.url == walk.case.get_absolute_url() for row in mine(walk))
    challenges.enter(
        walk.fresh(), actor=walk.officer, on=walk.day, kind="review", body="示例区人民政府",
        filed_on=walk.day, received_on=walk.day,
    )  # fmt: skip
    act, said = lead(walk)
    assert act == "起草行政复议答复书" and "视为没有证据" in said
    [item] = [row for row in mine(walk) if row.url == walk.case.get_absolute_url()]
    clock = papers.deadlines_about(walk.case, [], walk.officer)
    assert item.due == next(row.due_on for row in clock if row.code == "D-R07")
    issue(walk, "review_reply")
    assert "等待结果" in lead(walk)[1]


def test_the_receipt_comes_into_the_file_with_its_payment(walk):
    execution.record_payment(
        walk.case, actor=walk.officer, on=walk.day, amount=47_000, paid_on=walk.day, receipt="票1",
        files=[make_scan()],
    )  # fmt: skip
    walk.close()
    arranged = arranging.arrange("case", walk.fresh())
    assert ("缴款凭据", "缴款凭据") in {(line.place, line.title) for line in arranged.lines}
    assert "缴款凭据" not in {row.what for row in arranged.missing}


def mine(walk):
    return work_for_penalties(walk.officer, walk.day)
