"""The walk of what is told to others: a danger at a unit, and what came from other bodies."""

from datetime import date, timedelta

from tests.browser import walk_on_site, walk_papers, walk_talks
from tests.browser.walk import Person

DANGER, ORDER = "库房上方水管破裂，正在漏水。", "立即关闭水阀，切断库房电源，转移受潮档案。"
ABOVE, INTERNET, GOVERNMENT = "示例市档案局", "示例新区网信办公室", "示例新区管理委员会"
OTHERS = "示例新区应急管理局"
RECEIVERS = (ABOVE, INTERNET, GOVERNMENT, OTHERS)
SENDER, HANDED_OVER = "示例新区审计局", "审计中发现该单位没有档案室，文件堆放在走廊。"
COMPLEX = "上级交办：该单位改制中国有档案去向不明，涉及多个部门，重大疑难。"
ANSWER = "经核查并报告你局，已责令该单位清点档案。"


def order_at_once(officer: Person, head: Person, visit: str, unit: str) -> None:
    """By word of mouth on site, never by the name of a penalty; then on paper."""
    walk_on_site.start(officer, visit)
    officer.follow("紧急口头责令")
    officer.fill(danger=DANGER, measures="责令停产停业。", told_to="主任周某")
    assert "行政处罚的种类" in officer.send_refused("登记口头责令")
    officer.fill(measures=ORDER)
    officer.send("登记口头责令")
    officer.open("/")
    officer.follow(f"补发对{unit}紧急口头责令的书面通知")
    assert DANGER in officer.page.locator("[name=danger]").input_value()
    officer.fill(report="处置情况当日书面报告。")
    officer.send("保存草稿")
    walk_papers.submit(officer)
    walk_papers.sign(head, unit)


def report(officer: Person, visit: str) -> None:
    """One letter to each body that is named, and none without a body."""
    officer.open(visit)
    officer.act("紧急处置报告")
    assert officer.page.locator("[name=facts]").input_value() == DANGER
    officer.fill(superior="", request="请指导抢救。")
    assert "至少写明一个报送机关" in officer.send_refused("起草情况报告函")
    officer.fill(superior=ABOVE, internet=INTERNET, government=GOVERNMENT, other=OTHERS)
    officer.send("起草情况报告函")


def receive(officer: Person, receiver: str, number: str) -> None:
    """收悉, from the desk: not before it was sent, and with whoever took it in."""
    officer.open("/")
    officer.follow(f"登记{receiver}收悉：{number}")
    yesterday = date.today() - timedelta(days=1)
    officer.fill(received_on=yesterday.isoformat(), received_by="办公室", number="收文12号")
    assert "收悉日期应当在签发日期" in officer.send_refused("登记收悉")
    officer.fill(received_on=date.today().isoformat())
    assert officer.send("登记收悉") == "已登记收悉。"


def register(clerk: Person, source: str, body: str, unit: str, text: str) -> None:
    """What another body sends is registered with its name, and accepted for an officer."""
    clerk.menu("举报投诉")
    clerk.follow("登记举报投诉")
    clerk.choose("source", source)
    clerk.fill(concerning=unit, text=text, received_on=date.today().isoformat())
    assert "机关" in clerk.send_refused("登记")
    clerk.fill(body=body)
    clerk.send("登记")
    assert f"{source}（{body}）" in clerk.reads()
    clerk.act("受理")
    clerk.choose("party", unit)
    clerk.choose("handler", "执法人员寅")
    clerk.send("受理")


def arrange_from_lead(officer: Person, unit: str, source: str) -> str:
    """The visit keeps where it came from; returns its address."""
    officer.open("/")
    officer.follow(f"核查线索：{unit}")
    assert source in officer.reads()
    officer.act("安排个案检查")
    officer.tick("另选日期")
    officer.fill(scheduled_on=date.today().isoformat(), unannounced="防止转移材料")
    officer.fill(reason=f"{source}的线索")
    officer.send("保存并确定检查组")
    walk_talks.name_team(officer)
    return officer.page.url


def report_to_superior(officer: Person, lead: str) -> None:
    """重大疑难: reported upwards from the lead itself."""
    officer.open(lead)
    officer.act("起草其他文书")
    officer.follow("情况报告函")
    officer.fill(
        receiver=ABOVE, matter="国有档案去向不明", facts=COMPLEX, measures="已责令清点。",
        request="请指导查处。",
    )  # fmt: skip
    officer.send("保存草稿")


def answer_body(clerk: Person) -> None:
    """A body is told too: it cannot be left without an answer."""
    clerk.open("/")
    clerk.follow("答复反映人")
    clerk.act("答复反映人")
    clerk.fill(answer=ANSWER)
    assert "没有留下联系方式" not in clerk.reads()
    clerk.tick("书面")
    assert clerk.send("答复反映人") == "已登记答复。"
