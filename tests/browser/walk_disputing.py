"""The walk of what is not plain: two answers at once, more time, parts, objections, refusals."""

from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Locator

from archives_enforcement.templatetags.formats import cn_date
from tests.browser import walk_on_site, walk_papers, walk_preparing
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_preparing import UNIT
from tests.browser.walk_rectifying import EXTINGUISHERS, HANDOVER, HUMIDITY

FIRST, SECOND = "两具灭火器已经更换。", "灭火器已经送检。"
BLURRED = "看不清检验标签，请补拍。"
SOONER = date.today() + timedelta(days=100)
LATEST = date.today() + timedelta(days=150)
LATER = LATEST.isoformat()
WHY_NOT = "交接应当有清单，口头交接不能代替。"
PROMISE = "今天补齐交接清单。"


def arrange(clerk: Person, head: Person) -> str:
    """A visit of today outside any plan; returns its address."""
    clerk.menu("检查")
    clerk.follow("安排检查")
    clerk.follow("安排", clerk.row(UNIT))
    clerk.tick("另选日期")
    clerk.fill(scheduled_on=date.today().isoformat(), unannounced="防止临时补造材料")
    clerk.send("保存并确定检查组")
    walk_preparing.name_team(clerk)
    return walk_preparing.submit_and_approve(clerk, head)


def order_orally(phone: Person) -> None:
    """On site, from the record and back to it; the record says until when the paper is due."""
    phone.follow("紧急口头责令")
    phone.fill(danger="配电箱打火。", measures="立即断电，搬离档案。", told_to="分管负责人")
    phone.send("登记口头责令")
    assert "还没有补发书面通知" in phone.reads()
    assert phone.page.get_by_role("link", name="补发紧急处置通知").count() == 1


def card(contact: Person, problem: str) -> Locator:
    """A problem on the first page of the unit."""
    contact.open("/")
    return contact.page.locator("article.prob").filter(has_text=problem)


def say(contact: Person, problem: str, kind: str, words: str, **more) -> None:
    contact.follow("回复第", card(contact, problem))
    contact.tick(kind)
    contact.fill(text=words, **more)


def send(contact: Person) -> str:
    return contact.send("提交回复")


def decide(
    officer: Person, problem: str, act: str, note: str = "", button: str = "", **more
) -> str:
    officer.menu("整改")
    officer.follow(problem)
    officer.act(act)
    officer.fill(note=note, **more)
    return officer.send(button or act)


def answer_at_once(contact: Person, other: Person, officer: Person, folder: Path) -> None:
    """Two people of the unit answer one problem; one answer is taken, both are read."""
    say(other, EXTINGUISHERS, "已经改好", SECOND)
    say(contact, EXTINGUISHERS, "已经改好", FIRST)
    contact.upload("before", photo(folder, "整改前"))
    contact.upload("after", photo(folder, "整改后"))
    send(contact)
    assert "两份都已保存" in send(other)
    other.follow("看第", card(other, EXTINGUISHERS))
    assert (FIRST in other.reads(), SECOND in other.reads()) == (True, True)
    officer.menu("整改")
    officer.follow(EXTINGUISHERS)
    assert "同时提交，未采用" in officer.reads() and SECOND in officer.reads()
    assert officer.page.locator(".shots img").count() == 2


def return_and_accept(contact: Person, officer: Person, folder: Path) -> None:
    """The second round: sent back with the reason, answered anew with a pair, struck off."""
    decide(officer, EXTINGUISHERS, "退回", BLURRED)
    assert BLURRED in "".join(card(contact, EXTINGUISHERS).all_inner_texts())
    say(contact, EXTINGUISHERS, "已经改好", "补拍了标签。")
    contact.upload("before", photo(folder, "标签前"))
    contact.upload("after", photo(folder, "标签后"))
    send(contact)
    said = decide(officer, EXTINGUISHERS, "复核通过", button="复核通过并销号")
    assert "已销号" in said


def ask_for_time(contact: Person, officer: Person) -> None:
    """A part is taken as done; the rest gets a later day, not the one that was asked for."""
    say(contact, HUMIDITY, "改好了一部分", "仪器已经购买。")
    assert "百分之几" in contact.send_refused("提交回复")
    contact.fill(share=60)
    send(contact)
    decide(officer, HUMIDITY, "认可已完成的部分", button="认可完成 60%")
    say(contact, HUMIDITY, "需要多一些时间", "仪器还在校准。", until=LATER)
    send(contact)
    decide(officer, HUMIDITY, "同意延期", "校准用不了这么久。", until=SOONER.isoformat())
    told = "".join(card(contact, HUMIDITY).all_inner_texts())
    assert "完成 60%" in told and "已同意延期" in told
    contact.follow("回复第", card(contact, HUMIDITY))
    assert cn_date(SOONER) in contact.reads() and cn_date(LATEST) in contact.reads()


def object_in_vain(contact: Person, officer: Person) -> None:
    """Paused until it is answered, then not upheld, with the reason on the unit's first page."""
    say(contact, HANDOVER, "我们有不同意见", "已经口头交接。")
    send(contact)
    decide(officer, HANDOVER, "暂停整改", "须向原档案员核实。")
    assert "暂停整改" in "".join(card(contact, HANDOVER).all_inner_texts())
    decide(officer, HANDOVER, "不采纳意见", WHY_NOT)
    assert WHY_NOT in "".join(card(contact, HANDOVER).all_inner_texts())


def object_on_paper(clerk: Person, officer: Person, folder: Path) -> None:
    """代录 with its scan; who entered it may not decide on it."""
    clerk.menu("整改")
    clerk.follow(HANDOVER)
    clerk.act("代录整改回复")
    clerk.tick("我们有不同意见")
    clerk.fill(text="补交双方签字的交接清单。")
    assert "请选择书面回复的扫描件" in clerk.send_refused("提交代录")
    clerk.upload("files", photo(folder, "交接清单"))
    clerk.send("提交代录")
    assert not clerk.may("采纳意见并销号")
    said = decide(officer, HANDOVER, "采纳意见并销号", "清单属实，意见成立。")
    assert said == "已采纳意见并销号，并通知单位。"


def look_back(phone: Person, officer: Person, visit: str) -> None:
    """What is seen is read with the problem only when the visit is locked."""
    walk_on_site.start(phone, visit)
    phone.follow("原检查的问题")
    for row in phone.page.locator("section.phone").all():
        row.locator("label.no").click()
        row.locator("textarea").fill("仍然没有记录。")
    phone.send("保存，回到目录")
    officer.menu("整改")
    officer.follow(HUMIDITY)
    assert "待锁定" in officer.reads() and "未整改" not in officer.reads()
    walk_on_site.record_facts(phone, "仍有一项没有整改。")
    walk_on_site.finish_signed(phone)
    officer.page.reload()
    assert "未整改" in officer.reads()


def talk(officer: Person, head: Person, contact: Person) -> None:
    """A working talk: no statutory one for a street, minutes unsigned, a promise kept."""
    officer.menu("约谈")
    officer.follow("约谈", officer.row(UNIT))
    officer.tick("法定约谈")
    officer.fill(scheduled_on=date.today().isoformat(), scheduled_at="16:30")
    assert "第五十一条" in officer.send_refused("保存并起草通知书")
    officer.tick("工作约谈")
    officer.send("保存并起草通知书")
    meeting = officer.page.url
    officer.act("办理约谈通知书")
    walk_papers.submit(officer)
    walk_papers.acknowledge(contact, walk_papers.sign(head, UNIT))
    officer.open(meeting)
    officer.act("登记约谈记录")
    officer.fill(present="双方分管负责人", minutes="说明了没有改好的原因。")
    officer.fill(promise_1=PROMISE, due_1=date.today().isoformat())
    officer.send("登记约谈记录")
    officer.act("登记拒绝签字")
    officer.fill(reason="对期限有不同意见")
    officer.send("登记拒绝签字")
    check_promise(officer)


def check_promise(officer: Person) -> None:
    """Not broken before its day is over; kept as soon as it is seen."""
    officer.follow("核实", officer.row(PROMISE))
    officer.tick("没有做到")
    officer.fill(note="没有看到清单。")
    assert "还没有过" in officer.send_refused("保存核实结果")
    officer.tick("已做到")
    officer.fill(note="看到双方签字的清单。")
    officer.send("保存核实结果")
    assert "拒绝签字：对期限有不同意见" in officer.reads() and "已做到" in officer.reads()
