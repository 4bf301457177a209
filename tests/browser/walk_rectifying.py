"""The walk after the visit: the letter, the unit's answers, the look-back, the interview."""

from datetime import date
from pathlib import Path

from tests.browser import walk_on_site, walk_papers, walk_preparing
from tests.browser.walk import Person
from tests.browser.walk_on_site import PROBLEMS, photo
from tests.browser.walk_preparing import UNIT

EXTINGUISHERS, HUMIDITY, HANDOVER = PROBLEMS.values()
GUIDANCE = "先补买温湿度计，再每天上午、下午各记一次。"
BLURRED = "照片看不清表上的日期，请补拍。"


def guide(assistant: Person) -> None:
    """The archive hall says how; the assistant may not judge."""
    assistant.menu("整改")
    assistant.follow(HUMIDITY)
    assistant.act("写整改指导")
    assistant.fill(text=GUIDANCE)
    assistant.send("保存")
    assert not assistant.may("现场核实已整改")


def send_letter(officer: Person, head: Person, visit: str) -> str:
    """Draft, hand in, sign; returns the address of the letter."""
    officer.open(visit)
    officer.act("起草反馈意见书")
    officer.send("保存草稿")
    letter = walk_papers.submit(officer)
    walk_papers.sign(head, UNIT)
    officer.open(letter)
    return letter


def answer(contact: Person, problem: str, words: str, picture: Path) -> None:
    contact.open("/")
    card = contact.page.locator("article.prob").filter(has_text=problem)
    contact.follow("回复第", card)
    contact.tick("已经改好")
    contact.fill(text=words)
    contact.upload("files", picture)
    contact.send("提交回复")


def review(officer: Person, problem: str, act: str, button: str, note: str) -> str:
    officer.menu("整改")
    officer.follow(problem)
    officer.act(act)
    officer.fill(note=note)
    return officer.send(button)


def exchange(contact: Person, officer: Person, folder: Path) -> None:
    """Two problems answered: one is struck off, one comes back and is answered again."""
    answer(contact, EXTINGUISHERS, "已换新灭火器两具。", photo(folder, "灭火器"))
    answer(contact, HUMIDITY, "已经开始记录。", photo(folder, "记录表"))
    said = review(officer, EXTINGUISHERS, "复核通过", "复核通过并销号", "照片清楚，同意销号。")
    assert said == "已销号，并通知单位。"
    review(officer, HUMIDITY, "退回", "退回", BLURRED)
    contact.open("/")
    assert BLURRED in contact.reads()
    answer(contact, HUMIDITY, "补拍了记录表。", photo(folder, "记录表补拍"))


def arrange_look_back(clerk: Person, head: Person) -> str:
    """A second visit to what is open; returns its address."""
    clerk.menu("整改")
    clerk.follow("回头看")
    clerk.follow("安排", clerk.row(UNIT))
    clerk.fill(scheduled_on=date.today().isoformat(), unannounced="核实整改情况")
    clerk.send("保存，再定检查组")
    clerk.act("确定检查组")
    walk_preparing.pick(clerk, "lead", "执法人员卯")
    walk_preparing.pick(clerk, "officers", "执法人员寅")
    clerk.send("确定检查组")
    return walk_preparing.submit_and_approve(clerk, head)


def look_back(phone: Person, visit: str) -> None:
    """What was put right is struck off; the paper says nothing new, and the visit is closed."""
    walk_on_site.look_back(phone, visit, fixed=HUMIDITY)
    assert not phone.may("起草反馈意见书")
    phone.act("办结")
    assert phone.send("办结") == "检查已办结。"


def interview(officer: Person, head: Person, contact: Person, visit: str) -> str:
    """On the one problem that is still open; returns the address of its notice."""
    officer.open(visit)
    assert "不能办结" in officer.why_not("办结")
    officer.follow("约谈", officer.page.locator("[aria-labelledby=ladder-title]"))
    problems = officer.page.locator("label", has=officer.page.locator("[name=findings]"))
    assert [HANDOVER in text for text in problems.all_inner_texts()] == [True]
    officer.fill(scheduled_on=date.today().isoformat(), scheduled_at="16:30")
    officer.send("保存并起草通知书")
    officer.act("办理约谈通知书")
    notice = walk_papers.submit(officer)
    walk_papers.acknowledge(contact, walk_papers.sign(head, UNIT))
    officer.menu("约谈")
    officer.follow(UNIT)
    officer.act("登记约谈记录")
    officer.fill(present="双方分管负责人", minutes="说明了没有改好的原因。")
    officer.fill(promise_1="一个月内补齐交接清单。", due_1=date.today().isoformat())
    officer.send("登记约谈记录")
    return notice
