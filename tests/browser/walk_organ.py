"""The walk of a 机关 that lost archives it had from the archive hall: 档案法第四十九条第一款."""

from datetime import timedelta
from pathlib import Path

from tests.browser import walk_case, walk_papers
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_preparing import pick

TIP = "区档案馆来函：借用馆藏档案20件，归还时少2件。"
FACTS = "利用区档案馆馆藏档案期间丢失国有档案2件，均为永久档案。"
FINE = 50_000
KNOWN = {"state_owned": "是", "hall_holdings": "否", "crime": "没有发现", "in_jurisdiction": "是"}
PROPOSAL = "起草处理（处分）建议书"


def register(clerk: Person, organ: str) -> None:
    clerk.menu("被检查单位")
    clerk.follow("登记单位")
    clerk.fill(name=organ, credit_code=walk_case.credit_code(9), address="示例新区规划路1号")
    clerk.fill(legal_representative="局长甲")
    clerk.choose("kind", "机关")
    clerk.send("登记")


def determine(officer: Person, lead: str) -> None:
    """Its own archives open no fine; those of the archive hall do, with a warning, and 处分."""
    officer.open(lead)
    officer.act("认定事实")
    officer.follow("丢失属于国家所有的档案")
    for question, answer in KNOWN.items():
        pick(officer, question, answer)
    officer.fill(grounds="借阅登记显示借出馆藏档案20件、归还18件。")
    officer.send("保存认定")
    assert "不是利用档案馆的档案" in officer.why_not("提请立案")
    officer.act("认定事实")
    pick(officer, "hall_holdings", "是")
    officer.send("保存认定")
    said = officer.reads()
    assert "10,000元以上100,000元以下" in said and "第四十九条第一款" in said
    assert officer.may(PROPOSAL)


def propose(officer: Person, organ: str) -> str:
    """Returns the address of the case."""
    ended = officer.today - timedelta(days=20)
    officer.act("提请立案")
    officer.fill(summary=FACTS, act_ended_on=ended.isoformat(), act_place=organ)
    pick(officer, "officers", "执法人员寅")
    pick(officer, "officers", "执法人员卯")
    officer.send("提请立案")
    return officer.page.url


def weigh(officer: Person) -> None:
    officer.act("登记裁量事实")
    walk_case.use_fact(officer, "丢失永久档案2件", walk_case.MIDDLE)
    officer.fill(fine=FINE, correction=walk_case.CORRECTION)
    officer.send("确定拟处罚意见")


def give_up(clerk: Person, case: str, folder: Path) -> None:
    """It expressly gives up what it could say, on paper."""
    clerk.open(case)
    clerk.act("代录陈述申辩")
    clerk.tick("明确放弃")
    clerk.upload("files", photo(folder, "放弃声明"))
    clerk.send("代录陈述申辩")


def propose_sanctions(
    officer: Person, reviewer: Person, head: Person, case: str, folder: Path
) -> None:
    """第四十八条: beside the fine, those responsible; the body's answer is entered."""
    officer.open(case)
    officer.act(PROPOSAL)
    officer.fill(receiver="示例新区人民政府", person="直接责任人员", reply_due="三十日内书面反馈。")
    officer.send("保存草稿")
    paper = officer.page.url
    officer.act("提交审核")
    officer.send("提交审核")
    reviewer.open("/")
    reviewer.follow("处理（处分）建议书")
    reviewer.act("审核通过")
    reviewer.tick("我已核对")
    reviewer.send("审核通过")
    walk_papers.sign(head, "处理（处分）建议书")
    officer.open(paper)
    officer.act("登记办结")
    officer.tick("处理建议回复")
    officer.fill(note="已对责任人员给予处分。")
    officer.upload("files", photo(folder, "书面答复"))
    officer.send("登记办结")
