"""The walk of a tip: a stranger's phone, the clerk, the officer, the head, the stranger again."""

from datetime import date
from pathlib import Path

from tests.browser.walk import Person
from tests.browser.walk_on_site import photo

UNIT, WHO, CALL = "示例街道三", "反映人甲", "000-11112222"
TEXT = "库房漏水，部分档案受潮，反映多次没有人管。"
REASON = "电话核实漏水的时间和地点"
RUDE, CALM = "检查时态度生硬。", "经调查，没有发现您反映的情况。"
ELSEWHERE = "示例新区国家保密局"
NOT_OURS, MOVED = "您反映的不属于档案违法行为。", f"您反映的事项已移送{ELSEWHERE}。"
ANSWER = "经核查，库房已修复，档案没有损毁，已要求加强管理。"


def register_unit(clerk: Person) -> None:
    clerk.menu("被检查单位")
    clerk.follow("登记单位")
    clerk.fill(name=UNIT, address="示例新区街道路3号")
    clerk.choose("kind", "乡镇街道")
    clerk.send("登记")


def send(stranger: Person, bureau: str, folder: Path) -> str:
    """From the public home page, without an account; returns the code."""
    stranger.go(stranger.page.get_by_label("公开栏目").get_by_role("link", name="举报投诉"))
    assert "请填写“反映的内容”" in stranger.send_refused("提交")
    assert bureau in stranger.page.locator("select[name=bureau]").inner_text()
    stranger.tick("档案违法线索")
    stranger.fill(concerning=UNIT, happened="本月", text=TEXT, name=WHO, contact=CALL)
    stranger.upload("uploads", photo(folder, "漏水"))
    stranger.send("提交")
    return stranger.page.locator(".query-code").inner_text()


def accept(clerk: Person) -> str:
    """On the workbench, then accepted for an officer; returns the address of the tip."""
    clerk.open("/")
    clerk.follow("审核档案违法线索")
    words = clerk.reads()
    assert TEXT in words
    assert "留有姓名和联系方式，已封存" in words
    assert (WHO in words, CALL in words) == (False, False)
    assert clerk.page.get_by_role("link", name="材料1.jpg").count() == 1
    tip = clerk.page.url
    clerk.act("受理")
    clerk.choose("party", UNIT)
    clerk.choose("handler", "执法人员寅")
    clerk.send("受理")
    return tip


def look(officer: Person, tip: str) -> None:
    """No reason, no name; a reason, the name once and an entry for good."""
    officer.open(tip)
    officer.follow("查看反映人")
    assert "请填写" in officer.send_refused("记入并查看")
    officer.fill(reason=REASON)
    officer.send("记入并查看")
    assert (WHO in officer.reads(), CALL in officer.reads()) == (True, True)
    officer.open(tip)
    assert WHO not in officer.reads()
    assert REASON in officer.reads()


def look_in_vain(other: Person, tip: str) -> None:
    """Who neither handles it nor sorts what comes in finds neither the tip nor who sent it."""
    assert [other.status_of(tip), other.status_of(f"{tip}reporter/")] == [404, 404]


def settle(officer: Person, head: Person) -> None:
    officer.open("/")
    officer.follow("核查线索")
    settle_shown(officer, head)


def settle_shown(officer: Person, head: Person) -> None:
    """The lead the officer sees; the head approves its end."""
    officer.act("提请办结")
    officer.tick("查无违法事实")
    officer.fill(report="现场查看，库房已修复，档案完好。")
    officer.send("提请办结")
    head.open("/")
    head.follow("批准线索办结")
    head.act("批准办结")
    head.send("批准办结")


def answer(clerk: Person) -> None:
    clerk.open("/")
    clerk.follow("答复反映人")
    clerk.act("答复反映人")
    clerk.fill(answer=ANSWER)
    clerk.tick("凭查询码网上查看")
    assert clerk.send("答复反映人") == "已登记答复。"


def ask(stranger: Person, code: str) -> str:
    """What the page says to a code."""
    stranger.open("/tips/query/")
    stranger.fill(code=code)
    stranger.send("查询")
    return stranger.reads()


def register_call(clerk: Person) -> str:
    """By telephone: the code to read out."""
    register(clerk, "来电", text=f"来电反映：{TEXT}", name=WHO, contact=CALL)
    return clerk.page.locator(".query-code").inner_text()


def register(clerk: Person, source: str, **told: str) -> None:
    """What came by another way than the public page."""
    clerk.menu("举报投诉")
    clerk.follow("登记举报投诉")
    clerk.choose("source", source)
    clerk.fill(concerning=UNIT, received_on=date.today().isoformat())
    clerk.fill(**told)
    clerk.send("登记")


def merge(clerk: Person) -> None:
    """The call tells what the stranger told: proposed by the system, read and decided by the clerk.

    What is alike opens by a click, and from there the way leads back.
    """
    call = clerk.page.url
    alike = clerk.page.get_by_role("region", name="可能是同一件事")
    clerk.follow(UNIT, alike)
    assert clerk.page.url != call
    clerk.page.go_back()
    clerk.act("并入另一件")
    clerk.send("并入另一件")


def refuse(clerk: Person) -> str:
    """来访: no ground to act on; told face to face, and readable by the code. Returns the code."""
    register(clerk, "来访", text="反映档案室上班时间不开门。", name=WHO, contact=CALL)
    code = clerk.page.locator(".query-code").inner_text()
    clerk.act("不予受理")
    assert "请填写“不予受理的理由”" in clerk.send_refused("不予受理")
    clerk.fill(reason="不是档案违法行为。", answer=NOT_OURS)
    clerk.tick("当面")
    clerk.send("不予受理")
    assert WHO not in clerk.reads()
    return code


def pass_on(clerk: Person) -> str:
    """来信 about what another body looks after: where it went, and the reporter told of it."""
    register(clerk, "来信", text="反映涉密文件保管不严。", name=WHO, contact=CALL)
    code = clerk.page.locator(".query-code").inner_text()
    clerk.act("移送其他部门")
    clerk.fill(passed_to=ELSEWHERE, reason="属于保密行政管理部门职权。", answer=MOVED)
    clerk.tick("书面")
    clerk.send("移送其他部门")
    assert ELSEWHERE in clerk.reads()
    return code


def hear_from_media(clerk: Person, officer: Person, head: Person) -> None:
    """媒体反映: no person stands behind it and no code is given; the paper gets a letter."""
    clerk.menu("举报投诉")
    clerk.follow("登记举报投诉")
    clerk.choose("source", "媒体反映")
    clerk.fill(concerning=UNIT, text="报道称窗外可见档案堆放在走廊。")
    assert "媒体名称" in clerk.send_refused("登记")
    clerk.fill(body="示例晚报")
    clerk.send("登记")
    words = clerk.reads()
    assert "媒体反映（示例晚报）" in words
    assert clerk.page.locator(".query-code").count() == 0
    clerk.act("受理")
    clerk.choose("party", UNIT)
    clerk.choose("handler", "执法人员寅")
    clerk.send("受理")
    settle(officer, head)
    clerk.open("/")
    clerk.follow("答复反映人")
    clerk.act("答复反映人")
    assert "没有留下联系方式" not in clerk.reads()
    clerk.fill(answer=ANSWER)
    clerk.tick("书面")
    clerk.send("答复反映人")


def complain(stranger: Person) -> str:
    """About the enforcement itself, without a name; returns the code."""
    stranger.open("/tips/")
    stranger.tick("对执法的投诉")
    stranger.fill(concerning="执法人员寅", text=RUDE)
    stranger.send("提交")
    return stranger.page.locator(".query-code").inner_text()


def take_up(clerk: Person) -> str:
    """Accepted with whom it is about; returns the address of the complaint."""
    clerk.open("/")
    clerk.follow("审核对执法的投诉")
    assert "匿名" in clerk.reads()
    clerk.act("受理为执法投诉")
    clerk.tick("检举", "执法人员寅")
    clerk.send("受理")
    return clerk.page.url


def investigate(head: Person, reviewer: Person) -> None:
    head.open("/")
    head.follow("指定调查人")
    head.act("指定调查人")
    head.choose("investigator", "法制审核人员辰")
    head.send("指定调查人")
    reviewer.open("/")
    reviewer.follow("调查对执法的检举")
    reviewer.act("登记调查结果")
    reviewer.tick("不属实")
    reviewer.fill(findings="查看执法记录，用语规范。", handling="说明情况。")
    reviewer.send("登记调查结果")


def answer_complaint(clerk: Person, complaint: str) -> None:
    clerk.open(complaint)
    clerk.act("答复反映人")
    clerk.tick("凭查询码网上查看")
    clerk.fill(text=CALM)
    clerk.send("答复反映人")
