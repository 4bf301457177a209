"""The walk of a lead about a 机关 that opens no fine: facts, proposal, reply, its end."""

from pathlib import Path

from tests.browser import walk_papers
from tests.browser.walk import Person
from tests.browser.walk_case import pick
from tests.browser.walk_on_site import photo

ORGAN = "示例新区建设局"
TIP = f"反映{ORGAN}库房漏水后不抢救、隐瞒不报。"
ACT = "发生档案安全事故后不抢救、隐瞒不报或者拒绝调查"
KNOWN = {"crime": "没有发现", "in_jurisdiction": "是"}
GROUNDS = "现场检查发现漏水三日没有抢救，也没有报告。"
REPLY = "已对责任人员作出处理，受损档案已抢救。"
PROPOSAL = "处理（处分）建议书"


def register(clerk: Person, folder: Path) -> str:
    """The 机关 and the tip about it; returns the address of the lead."""
    clerk.menu("被检查单位")
    clerk.follow("登记单位")
    clerk.fill(name=ORGAN, credit_code="11999901MB0000000Y", address="示例新区建设路1号")
    clerk.choose("kind", "机关")
    clerk.send("登记")
    clerk.menu("案件")
    clerk.follow("线索")
    clerk.follow("登记线索")
    clerk.choose("party", ORGAN)
    clerk.tick("投诉举报")
    clerk.fill(received_on=clerk.today.isoformat(), text=TIP)
    clerk.upload("files", photo(folder, "举报材料"))
    clerk.send("登记线索")
    return clerk.page.url


def determine(officer: Person, lead: str) -> None:
    """The facts give no fine against a 机关, and a proposal."""
    officer.open(lead)
    officer.act("认定事实")
    officer.follow(ACT)
    for question, answer in KNOWN.items():
        pick(officer, question, answer)
    officer.fill(grounds=GROUNDS)
    officer.send("保存认定")
    assert "规定对这类当事人的罚款" in officer.why_not("提请立案")


def propose(officer: Person, reviewer: Person, head: Person) -> str:
    """The proposal, looked through by a third and signed; returns its address."""
    officer.act(f"起草{PROPOSAL}")
    officer.fill(receiver="示例新区管理委员会", person="局长赵某", reply_due="三十日内书面反馈。")
    officer.send("保存草稿")
    paper = officer.page.url
    officer.act("提交审核")
    officer.send("提交审核")
    reviewer.open("/")
    reviewer.follow(PROPOSAL)
    reviewer.act("审核通过")
    reviewer.tick("我已核对")
    reviewer.send("审核通过")
    walk_papers.sign(head, PROPOSAL)
    return paper


def settle(officer: Person, head: Person, lead: str, paper: str, folder: Path) -> None:
    """The body has answered; the officer proposes the end, the head approves it."""
    officer.open(paper)
    officer.act("登记办结")
    officer.tick("处理建议回复")
    officer.fill(note=REPLY)
    assert "书面答复的扫描件" in officer.send_refused("登记办结")
    officer.upload("files", photo(folder, "书面答复"))
    officer.send("登记办结")
    officer.open(lead)
    officer.act("提请办结")
    officer.fill(report=REPLY)
    officer.tick("移送有权机关处理")
    assert "移送文书还没有签发" in officer.send_refused("提请办结")
    officer.tick("不适用行政处罚，已采取其他措施")
    officer.send("提请办结")
    head.open("/")
    head.follow("批准线索办结")
    head.act("批准办结")
    assert "线索已办结" in head.send("批准办结")
