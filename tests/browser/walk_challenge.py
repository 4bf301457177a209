"""The walk of a decision that its party challenges: registered, answered, concluded."""

from tests.browser import walk_papers
from tests.browser.walk import Person
from tests.browser.walk_case import FINE

BODY = "示例新区管理委员会（行政复议机关）"
LOWER = 30_000
OUTCOME = "示复决〔2026〕1号：变更罚款为30,000元。"


def register(officer: Person, case: str) -> None:
    """From the copy on the bureau's days to answer run; the penalty is not put off."""
    officer.open(case)
    officer.act("登记复议、诉讼")
    assert "处罚不停止执行" in officer.reads()
    officer.tick("行政复议")
    day = officer.today.isoformat()
    officer.fill(body=BODY, filed_on="2020-01-01", received_on=day)
    assert "送达以后" in officer.send_refused("登记复议、诉讼")
    officer.fill(filed_on=day, accepted_on=day)
    assert "答复（答辩）的期限开始计算" in officer.send("登记复议、诉讼")
    officer.open(case)
    words = officer.reads()
    assert "正在进行" in words and "行政复议答复" in words
    assert "还没有办结" in officer.why_not("提请结案")


def answer(officer: Person, reviewer: Person, head: Person, case: str) -> None:
    """The reply, looked through by another and signed, ends the clock of the answer."""
    officer.open(case)
    officer.act("起草其他文书")
    officer.follow("行政复议答复书")
    assert officer.page.locator("[name=receiver]").input_value() == BODY
    officer.fill(basis="《中华人民共和国档案法》第四十九条。", request="请求维持。")
    officer.fill(enclosures="交接清单、询问笔录。")
    officer.send("保存草稿")
    walk_papers.send_reviewed(officer, reviewer, head, "行政复议答复书")
    officer.open("/")
    assert "行政复议答复" not in officer.reads()


def conclude(officer: Person, party: Person, case: str) -> None:
    """Changed, never to more; the party owes the lower sum, and the case the rest of its life."""
    officer.open(case)
    officer.act("登记复议、诉讼结果")
    officer.tick("变更罚款数额")
    officer.fill(fine=FINE + 1, ended_on=officer.today.isoformat(), note=OUTCOME)
    assert "不得加重处罚" in officer.send_refused("登记复议、诉讼结果")
    officer.fill(fine=LOWER)
    officer.send("登记复议、诉讼结果")
    officer.open(case)
    assert OUTCOME.replace(" ", "") in officer.reads()
    assert "没有缴纳" in officer.why_not("提请结案")
    officer.act("登记缴款")
    officer.fill(amount=FINE, paid_on=officer.today.isoformat(), receipt="示例票据0009")
    assert f"还应缴纳{LOWER:,}元" in officer.send_refused("登记缴款").replace(" ", "")
    officer.fill(amount=LOWER)
    officer.send("登记缴款")
    assert officer.may("提请结案")
    party.open("/")
    party.follow("看处理结果")
    assert f"{LOWER:,}" in party.reads()
