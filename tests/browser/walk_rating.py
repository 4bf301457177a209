"""The walk of 检查评价: each unit rates its visit without its name, the bureau above reads sums."""

from tests.browser.walk import Person

TEXT = "讲得清楚，希望多来指导。"
MARKS = {"showed": 5, "within": 5, "civil": 5, "clear": 4, "burden": 2}


def rate(unit: Person, officer: str) -> None:
    """From the page of the visit; no name in the text, and no second time."""
    unit.open("/")
    unit.follow("去评价")
    assert "评价不记名" in unit.reads()
    assert "请选1到5分" in unit.send_refused("提交评价").replace(" ", "")
    for field, mark in MARKS.items():
        unit.page.locator(f"label:has([name={field}][value='{mark}'])").click()
    unit.fill(text=f"{officer}讲得清楚。")
    assert "有你单位或者检查人员的名字" in unit.send_refused("提交评价")
    unit.fill(text=TEXT)
    assert "没有记下是谁交的" in unit.send("提交评价")
    assert "你单位已经评价过" in unit.reads()
    assert unit.page.get_by_role("link", name="去评价").count() == 0


def read_nothing_yet(superior: Person) -> None:
    """The quarter is not over."""
    superior.menu("检查评价")
    assert "还没有满" in superior.reads()


def read_sums(superior: Person) -> list[str]:
    """The line of the quarter: how many, the means, the low marks."""
    superior.menu("检查评价")
    assert superior.reads().count(TEXT) == 3
    cells = superior.page.locator("table tbody tr").first.locator("th, td")
    return [text.strip() for text in cells.all_inner_texts()]
