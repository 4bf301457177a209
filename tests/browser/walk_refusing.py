"""The walk of an order that a unit refuses to follow, to 处理建议 (档案法第四十八条第六项)."""

from pathlib import Path

from tests.browser import walk_papers
from tests.browser.walk import Person
from tests.browser.walk_preparing import pick

KEPT_BACK = {"4-12": "2010年至2014年的档案满十年没有移交区档案馆。"}
ORDER = "责令限期整改通知书"
SAID = {
    "facts": KEPT_BACK["4-12"],
    "basis": "第四十八条第（六）项",
    "consequence": "拒不改正",
}
TERM = "自收到本通知书之日起三十日内"
TIP = "区档案馆来函：责令的期限届满，档案仍没有移交。"
ACT = "不按规定归档或者不按期移交档案，被责令改正而拒不改正"
GROUNDS = "责令移交的期限届满以后查看，档案仍在该单位库房，没有移交。"
PROPOSAL = "起草处理（处分）建议书"


def order(people, visit: str, unit: str, folder: Path) -> str:
    """The order drafted from the visit, looked through, signed, handed over; its number."""
    officer = people.officer
    officer.open(visit)
    officer.act("起草其他文书")
    officer.follow(ORDER)
    for name, says in SAID.items():  # what the record of the visit says
        assert says in officer.page.locator(f"[name={name}]").input_value()
    officer.fill(term=TERM)
    officer.send("保存草稿")
    number = walk_papers.send_reviewed(officer, people.reviewer, people.head, unit)
    walk_papers.deliver(people.clerk, number, folder)
    return number


def determine(officer: Person, lead: str) -> None:
    """While the time of the order runs, nobody can say that it was ignored; so no proposal."""
    _answer(officer, lead)
    assert "期限以内不能认定拒不改正" in officer.send_refused("保存认定")
    pick(officer, "order_ignored", "否")
    officer.send("保存认定")
    assert not officer.may(PROPOSAL)
    assert "没有拒不改正" in officer.reads()


def determine_refusal(officer: Person, lead: str) -> None:
    """After its last day: no fine, and a proposal about those responsible."""
    _answer(officer, lead)
    officer.send("保存认定")
    assert officer.may(PROPOSAL)
    assert "规定对这类当事人的罚款" in officer.why_not("提请立案")


def _answer(officer: Person, lead: str) -> None:
    officer.open(lead)
    officer.act("认定事实")
    if officer.page.locator("[name=order_paper]").count() == 0:
        officer.follow(ACT)
    pick(officer, "order", "已责令改正")
    paper = officer.page.locator("[name=order_paper] option", has_text=ORDER)
    officer.choose("order_paper", paper.inner_text())
    for question, answer in {"order_ignored": "是", "crime": "没有发现"}.items():
        pick(officer, question, answer)
    pick(officer, "in_jurisdiction", "是")
    officer.fill(grounds=GROUNDS)
