"""The walk of archives that were sold: the report upward, and the answer to it.

档案法第二十二条 leaves 征购 to the bureau of a province and above; 第四十九条第三款 opens it beside
the fine.
"""

from datetime import timedelta
from pathlib import Path

from tests.browser import walk_case, walk_papers
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_preparing import pick

SELLER = "示例收藏有限公司"
TIP = f"反映{SELLER}出售解放初期的区政府档案。"
FACTS = "出售属于国家所有的区政府档案6件，均为永久档案，买受人已经停止转让。"
GROUNDS = "交易记录和实物鉴定显示出售国有档案6件。"
FINE = 45_000
KNOWN = {"state_owned": "是", "serious": "否", "crime": "没有发现", "in_jurisdiction": "是"}
REPORT, ABOVE = "报请征购档案", "示例省档案局"
THINGS = ("区政府会议记录", "1951年", "6件", "孤本")
ANSWER = "示例省档案局第3号：决定征购，移交区档案馆保管。"


def register(clerk: Person, folder: Path) -> str:
    """The seller and the tip about it; returns the address of the lead."""
    clerk.menu("被检查单位")
    clerk.follow("登记单位")
    clerk.fill(name=SELLER, credit_code=walk_case.credit_code(12), address="示例新区文玩路1号")
    clerk.fill(legal_representative="法定代表人乙")
    clerk.choose("kind", "民营企业")
    clerk.send("登记")
    return walk_case.register_lead(clerk, folder, TIP, SELLER)


def determine(officer: Person, lead: str) -> None:
    """A sale opens the fine of 第四十九条第三款, and 征购 by those who may."""
    officer.open(lead)
    officer.act("认定事实")
    officer.follow("买卖或者非法转让属于国家所有的档案")
    for question, answer in KNOWN.items():
        pick(officer, question, answer)
    officer.fill(grounds=GROUNDS)
    officer.send("保存认定")
    said = officer.reads()
    assert "征购所出卖或者赠送的档案，报省级以上档案主管部门办理" in said


def propose(officer: Person) -> str:
    """Returns the address of the case."""
    officer.act("提请立案")
    officer.fill(summary=FACTS, act_place="示例新区", act_ended_on=(
        officer.today - timedelta(days=20)).isoformat())  # fmt: skip
    pick(officer, "officers", "执法人员寅")
    pick(officer, "officers", "执法人员卯")
    officer.send("提请立案")
    return officer.page.url


def weigh(officer: Person) -> None:
    officer.act("登记裁量事实")
    walk_case.use_fact(officer, "出售永久档案6件", walk_case.MIDDLE)
    officer.fill(fine=FINE, correction="停止买卖，保持档案现状")
    officer.send("确定拟处罚意见")


def report_upward(officer: Person, reviewer: Person, head: Person, case: str) -> str:
    """Written from the facts, looked through and signed; returns the address of the paper."""
    officer.open(case)
    officer.act(REPORT)
    assert officer.page.locator("[name=facts]").input_value() == GROUNDS
    assert "第四十九条第三款" in officer.page.locator("[name=basis]").input_value()
    officer.send("保存草稿")
    assert "文书缺少省级以上档案主管部门" in officer.why_not("提交审核")
    officer.act("修改")
    officer.fill(receiver=ABOVE, necessity="孤本，流失后无法补救。", opinions="当事人愿意被征购。")
    officer.fill(custody="由当事人封存，区档案局每周查看。", enclosures="鉴定意见；1份3页")
    officer.fill(archives="；".join(THINGS))
    officer.send("保存")
    paper = officer.page.url
    walk_papers.send_reviewed(officer, reviewer, head, REPORT)
    officer.open(paper)
    said = walk_papers.text_of_pdf(officer)
    for words in (ABOVE, *THINGS, "第二十二条"):
        assert words in said
    return paper


def receive_answer(officer: Person, paper: str, folder: Path) -> None:
    """The bureau above has decided; its letter is kept with the report."""
    officer.open(paper)
    officer.act("登记办结")
    officer.fill(note=ANSWER)
    assert "书面答复的扫描件" in officer.send_refused("登记办结")
    officer.upload("files", photo(folder, "征购决定"))
    officer.send("登记办结")
    assert ANSWER in officer.reads()
