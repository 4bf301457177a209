"""One case from its lead to the end, through the services."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workdays import deadlines
from penalties.models import Case
from penalties.services import execution

STAGE = "notify"


def clocks(*subjects):
    return {
        (row.code, "met" if row.met_on else "over" if row.cancelled_on else "open")
        for subject in subjects
        for row in deadlines.for_subject(subject)
    }


def text_of(paper):
    return "\n".join(line for _, line in paper.content["paragraphs"])


def test_the_notice_tells_the_right_to_be_heard_and_to_a_hearing(walk):
    text = text_of(walk.paper)
    assert "起5个工作日内提出" in text
    assert "有权要求听证" in text
    assert "下调为从轻" in text
    assert clocks(walk.paper) == {("D-P06", "open"), ("D-P07", "open")}
    assert deadlines.for_subject(walk.paper).get(code="D-P07").due_on == date(2024, 10, 11)


def test_a_case_from_the_lead_to_its_end(walk):
    notice, decision = walk.paper, walk.decide()
    case = walk.fresh()
    assert (case.state, case.number) == ("decided", "示10档罚立〔2024〕1号")
    assert decision.number == "示10档罚决〔2024〕1号"
    assert case.lead.state == "case_filed"
    assert clocks(case) == {("D-P01", "met"), ("D-P09", "met"), ("D-P10", "met")}
    assert clocks(notice) == {("D-P06", "met"), ("D-P07", "over")}
    assert clocks(decision) == {("D-P11", "open"), ("D-G01", "open")}
    text = text_of(decision)
    for wanted in (
        "罚款人民币肆万柒仟元整（¥47,000）",
        "《中华人民共和国档案法》第四十八条第（一）项、第四十九条第二款",
        "示例区档案行政处罚裁量权基准",
        "不予采纳",
        "百分之三",
        "示例市示例区人民政府",
        "责令改正",
        "没有要求听证",
    ):
        assert wanted in text
    walk.deliver(decision, walk.day)
    execution.record_payment(
        case, actor=walk.officer, on=walk.day, amount=47_000, paid_on=walk.day, receipt="票1"
    )
    case = walk.close()
    assert (case.state, case.outcome) == (Case.State.CLOSED, Case.Outcome.PENALISED)
    assert clocks(decision) == {("D-P11", "met"), ("D-P13", "met"), ("D-G01", "open")}
    assert clocks(case) >= {("D-P23", "met")}
    assert trail.problems()[1] == []
