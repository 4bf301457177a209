"""The walk of the register: a new name, a division, a merger, an end, and who sees what then."""

from tests.browser import walk_case
from tests.browser.walk import Person

HALL = "移交示例新区档案馆"


def find(clerk: Person, words: str) -> None:
    """The page of the first unit that the list shows for these words."""
    clerk.menu("被检查单位")
    clerk.fill(q=words)
    clerk.submit_filter()
    clerk.go(clerk.page.locator(".tb tbody tr a").first)


def register(clerk: Person, name: str, number: int) -> None:
    clerk.menu("被检查单位")
    clerk.follow("登记单位")
    clerk.fill(name=name, credit_code=walk_case.credit_code(number), address="示例新区学校路9号")
    clerk.choose("kind", "事业单位")
    clerk.send("登记")


def begin(clerk: Person, unit: str, change: str) -> None:
    find(clerk, unit)
    clerk.follow(change, clerk.page.locator("aside"))


def rename(clerk: Person, unit: str, name: str) -> None:
    """The same unit under a new name: found by both."""
    begin(clerk, unit, "更名")
    clerk.fill(name=unit, basis="示编〔2026〕7号")
    assert "没有变化" in clerk.send_refused("登记更名")
    clerk.fill(name=name)
    assert "已登记更名" in clerk.send("登记更名")
    find(clerk, unit)
    assert f"曾用名：{unit}" in clerk.reads()


def split(clerk: Person, unit: str, *heirs: str) -> None:
    """What is still open is told before; a unit that does not remain needs two heirs."""
    begin(clerk, unit, "分立")
    assert "还有没有办结的事项" in clerk.reads()
    clerk.choose("first", heirs[0])
    clerk.fill(basis="示编〔2026〕8号", archives_to=HALL)
    clerk.tick("我已核对上面的后果")
    assert "至少选择两个承继单位" in clerk.send_refused("登记分立")
    clerk.choose("second", heirs[1])
    if not clerk.page.locator("[name=confirmed]").is_checked():
        clerk.tick("我已核对上面的后果")
    assert "已登记分立" in clerk.send("登记分立")
    assert "已于" in clerk.reads()


def merge(clerk: Person, unit: str, heir: str) -> None:
    begin(clerk, unit, "合并")
    clerk.choose("successor", heir)
    clerk.fill(basis="示编〔2026〕9号", archives_to=HALL)
    clerk.tick("我已核对上面的后果")
    assert f"已并入{heir}" in clerk.send("登记合并")


def dissolve(clerk: Person, unit: str) -> None:
    """Where the archives go is asked for (档案法第十六条)."""
    begin(clerk, unit, "撤销")
    clerk.fill(basis="示编〔2026〕10号")
    clerk.tick("我已核对上面的后果")
    assert "档案去向" in clerk.send_refused("登记撤销")
    clerk.fill(archives_to=HALL)
    if not clerk.page.locator("[name=confirmed]").is_checked():
        clerk.tick("我已核对上面的后果")
    assert "已登记撤销" in clerk.send("登记撤销")
