"""The walk of a talk: a visit of an earlier day, its problem left alone, the talk, its minutes."""

from datetime import date, timedelta
from pathlib import Path

from tests.browser import walk_on_site, walk_papers, walk_preparing
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo

VISITED, CALLED, CHECKED_TOO_SOON = 130, 60, 40  # days ago
PROMISED = 30  # days ago: until when the unit promised
PROMISE = "买温湿度计并每天记录。"
SEEN = "到现场查看，没有温湿度计，也没有记录。"
MINUTES = "说明了没有整改的原因，承诺尽快整改。"


def arrange(clerk: Person, head: Person, unit: str, day: date) -> str:
    """A visit of that day outside the plan, its team and approval; returns its address."""
    clerk.menu("检查")
    clerk.follow("安排检查")
    clerk.follow("安排", clerk.row(unit))
    clerk.tick("另选日期")
    clerk.fill(scheduled_on=day.isoformat(), unannounced="防止临时补造材料")
    clerk.send("保存并确定检查组")
    name_team(clerk)
    return walk_preparing.submit_and_approve(clerk, head)


def publish_list(clerk: Person) -> None:
    """An enterprise is checked by a list that was public before (国办发〔2024〕54号)."""
    clerk.menu("检查清单")
    clerk.follow("档案行政执法检查清单")
    clerk.act("公布清单")
    before = date.today() - timedelta(days=VISITED + 10)
    clerk.fill(published_on=before.isoformat(), place="示例新区政府网站")
    assert clerk.send("公布清单") == "清单已公布。"


def name_team(clerk: Person) -> None:
    walk_preparing.pick(clerk, "lead", "执法人员寅")
    walk_preparing.pick(clerk, "officers", "执法人员卯")
    clerk.send("确定检查组")


def visit(people, unit: str, problems: dict[str, str], folder: Path, ago: int = VISITED) -> str:
    """From its paper file, the letter delivered in person; returns the address of the visit."""
    clerk, head, officer = people.clerk, people.head, people.officer
    address = arrange(clerk, head, unit, people.go(ago))
    walk_on_site.start(officer, address, arrived_at="14:30")
    walk_on_site.record_checklist(officer, problems, photo(folder, "现场"))
    walk_on_site.record_facts(officer, "当场反馈问题。")
    officer.follow("结束检查")
    officer.tick("已在纸质笔录上签字", "内容已向单位负责人宣读")
    officer.fill(signed_by="分管负责人")
    officer.upload("signature_file", photo(folder, "签字页"))
    officer.send("结束检查并加锁")
    officer.open(address)
    officer.act("起草反馈意见书")
    officer.send("保存草稿")
    issue(people, unit, folder)
    return address


def issue(people, unit: str, folder: Path) -> str:
    """The draft the officer sees: handed in, signed, handed over; returns its number."""
    walk_papers.submit(people.officer)
    number = walk_papers.sign(people.head, unit)
    walk_papers.deliver(people.clerk, number, folder)
    return number


def ladder(officer: Person):
    return officer.page.locator("[aria-labelledby=ladder-title]")


def urge(officer: Person, address: str, problem: str) -> None:
    """No talk before a reminder, as the bureau's rule has it."""
    officer.open(address)
    assert "还没有提醒，不能约谈" in officer.reads()
    officer.menu("整改")
    officer.follow(problem)
    officer.act("催办")
    assert "已记入催办" in officer.send("发送催办")


def call_in(officer: Person, address: str, kind: str = "工作约谈") -> str:
    """The talk with the draft of its notice; returns the address of the talk."""
    officer.open(address)
    officer.follow("约谈", ladder(officer))
    officer.tick(kind)
    officer.fill(scheduled_on=officer.today.isoformat(), scheduled_at="15:00")
    officer.send("保存并起草通知书")
    return officer.page.url


def notify(people, talk: str, unit: str, folder: Path) -> str:
    people.officer.open(talk)
    people.officer.act("办理约谈通知书")
    return issue(people, unit, folder)


def hold(officer: Person, talk: str, **promise) -> None:
    officer.open(talk)
    officer.act("登记约谈记录")
    officer.fill(present="双方分管负责人", minutes=MINUTES)
    officer.fill(**promise)
    officer.send("登记约谈记录")


def keep_minutes(officer: Person, talk: str, folder: Path) -> str:
    """Made from what was recorded, printed, signed, its scan kept; returns their words."""
    officer.open(talk)
    officer.act("制作约谈记录")
    officer.send("保存草稿")
    minutes = officer.page.url
    officer.act("定稿归卷")
    officer.tick("我已核对内容")
    officer.send("定稿归卷")
    words = walk_papers.text_of_pdf(officer)
    officer.act("上传签字扫描件")
    officer.upload("files", photo(folder, "约谈记录签字页"))
    officer.tick("我已同签过字的原件核对")
    assert "签字扫描件已上传" in officer.send("上传")
    officer.open(talk)
    officer.act("登记签字")
    officer.fill(signed_by="分管负责人")
    assert officer.send("登记签字") == "已登记签字。"
    assert officer.page.get_by_role("main").locator(f"a[href='{path_of(minutes)}']").count() == 1
    return words


def path_of(address: str) -> str:
    return "/" + address.split("/", 3)[3]


def check_promise(officer: Person, talk: str) -> None:
    """What was promised was not done: that cannot be said before its day is over."""
    officer.open(talk)
    officer.follow("核实")
    officer.tick("没有做到")
    officer.fill(note=SEEN)
    due = date.today() - timedelta(days=PROMISED)
    if officer.today <= due:
        assert "不能认定没有做到" in officer.send_refused("保存核实结果")
    else:
        assert "已登记核实结果" in officer.send("保存核实结果")
