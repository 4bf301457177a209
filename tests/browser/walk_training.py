"""The walk of 培训: planned, held, hours and attendance, and what units are taught of their own."""

from datetime import date

from tests.browser.walk import Person
from tests.browser.walk_preparing import OTHER_UNIT

DAY = date.today().isoformat()
OF_STAFF = (
    ("执法人员培训", "程序培训"),
    ("法规学习", "档案法学习"),
    ("廉政谈话", "节前谈话"),
    ("警示教育", "案例通报"),
    ("大比武和演练", "执法大比武"),
)
COURSE = "温湿度记录培训"


def plan(clerk: Person, kind: str, title: str) -> None:
    clerk.menu("培训")
    clerk.follow("列入计划", clerk.page.locator(".phead"))
    clerk.choose("kind", kind)
    clerk.fill(title=title, planned_for=DAY, hours=2)
    clerk.send("保存")


def train(clerk: Person, officer: Person) -> None:
    """Each kind of session is planned and held; hours go to who came, the plan tells its end."""
    month = f"{date.today().month}月"
    clerk.menu("培训")
    for kind, title in OF_STAFF:
        plan(clerk, kind, title)
        clerk.act("登记开展情况")
        clerk.tick("执法人员寅")
        clerk.fill(result="按计划开展。")
        clerk.send("登记开展情况")
    clerk.menu("培训")
    assert "完成100%" in clerk.reads()
    missing = clerk.reads().partition("还没有开展法规学习的月份：")[2].partition("（每月学习）")[0]
    assert month not in f"、{missing}".replace("月", "").split("、")
    officer.menu("培训")
    came, hours = str(len(OF_STAFF)), str(2 * len(OF_STAFF))
    assert officer.row("执法人员寅").inner_text().split()[1:] == [came, hours]
    assert officer.row("执法人员卯").inner_text().split()[1:] == ["0", "0"]


def teach_units(clerk: Person, problem: str) -> None:
    """单位档案人员培训: about a problem found at the unit, of which somebody must have come."""
    plan(clerk, "单位档案人员培训", COURSE)
    clerk.act("登记开展情况")
    clerk.tick(problem)
    clerk.fill(result="讲解库房管理。", unit_people="没有登记的单位 甲某")
    assert "没有认出单位" in clerk.send_refused("登记开展情况")
    clerk.fill(unit_people="")
    clerk.tick("综合人员子")
    assert "没有登记" in clerk.send_refused("登记开展情况")
    clerk.fill(unit_people=f"{OTHER_UNIT}，档案员甲")
    clerk.send("登记开展情况")
    clerk.follow(problem)
    assert COURSE in clerk.reads()
    clerk.menu("被检查单位")
    clerk.follow(OTHER_UNIT)
    assert COURSE in clerk.reads()
