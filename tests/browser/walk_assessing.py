"""The walk of a yearly assessment: the rule, a safety evaluation, points, grade, appeal, notice."""

from pathlib import Path

from tests.browser import walk_papers
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_preparing import OTHER_UNIT
from tests.browser.walk_year import LAST_YEAR

POINTS = {"checks": 50, "rectification": 20, "look_back": 0, "self_report": 0, "safety": 30}
SCORE, CORRECTED = 60, 95
WEAK, RISK, NAME_OF_A_PENALTY = 40, "库房灭火器失效，有火灾风险。", "通报批评"
ASKED, ANSWERED = "安全评价的得分与评价文件不符，请核对。", "经核对，得分录入有误，已按文件更正。"


def set_rule(head: Person) -> None:
    """Points that are not a hundred, and a source that counts fines, come back."""
    head.menu("年度考核")
    head.follow("设定考核规则")
    head.fill(**POINTS | {"checks": 40}, source="示例新区档案工作考核办法")
    head.send_refused("设定考核规则")
    head.fill(checks=50, source="按罚款数额计分的办法")
    assert "第七十四条" in head.send_refused("设定考核规则")
    head.fill(source="示例新区档案工作考核办法")
    head.send("设定考核规则")


def evaluate(clerk: Person, score: int, source: str, folder: Path, unit: str = OTHER_UNIT) -> None:
    clerk.menu("被检查单位")
    clerk.follow(unit)
    clerk.follow("登记安全评价")
    clerk.fill(
        year=LAST_YEAR, score=score, evaluated_on=f"{LAST_YEAR}-12-20", source=source,
    )  # fmt: skip
    clerk.tick("本机关")
    assert "评价文件" in clerk.send_refused("登记")
    clerk.upload("files", photo(folder, source))
    clerk.send("登记")


def count(clerk: Person) -> str:
    """Prepared and counted; the clerk does not publish. Returns the address of the year."""
    clerk.menu("年度考核")
    clerk.follow("准备年度考核")
    clerk.send("准备年度考核")
    address = clerk.page.url
    clerk.act("计算")
    clerk.send("计算")
    assert OTHER_UNIT in clerk.reads()
    assert not clerk.may("公布")
    return address


def publish(head: Person, address: str) -> str:
    """Every point leads to its record; returns the address of the unit's result."""
    head.open(address)
    head.follow(OTHER_UNIT)
    result, words = head.page.url, head.reads()
    assert "安全评价" in words
    head.open(address)
    head.act("公布")
    assert "请先核对" in head.send_refused("公布")
    head.tick("已核对各单位的得分和等级")
    head.send("公布")
    return result


def appeal(unit: Person, folder: Path) -> str:
    """The unit reads on its own page how the score came about, and asks; returns the page."""
    unit.open("/")
    unit.follow("看一看", unit.page.locator("#scores"))
    assert "罚款和处罚数量不计入考核" in unit.reads()
    assert "请填写" in unit.send_refused("提交复核申请")
    unit.fill(text=ASKED)
    unit.upload("files", photo(folder, "评价文件"))
    assert "已提交复核申请" in unit.send("提交复核申请")
    return unit.page.url


def decide(clerk: Person, head: Person, result: str, folder: Path) -> None:
    """Nothing is changed that the records do not bear out; the record is put right first."""
    head.open("/")
    head.follow("考核复核申请")
    head.act("答复复核")
    head.tick("更正")
    head.fill(answer=ANSWERED)
    assert "没有变化，不能更正" in head.send_refused("答复复核")
    evaluate(clerk, CORRECTED, "安全评价结果（更正）", folder)
    head.open(result)
    head.act("答复复核")
    head.tick("更正")
    head.fill(answer=ANSWERED)
    head.send("答复复核")
    assert "复核更正" in head.reads()


def tell(clerk: Person, reviewer: Person, head: Person, address: str) -> str:
    """The notice states the score that counts in the end; returns its number."""
    clerk.open(address)
    clerk.act("起草考核情况通报")
    clerk.tick(OTHER_UNIT)
    clerk.fill(requirements="给予通报批评。")
    assert "行政处罚的种类" in clerk.send_refused("起草")
    clerk.fill(requirements="继续落实档案工作责任制。")
    clerk.send("起草")
    clerk.follow("考核情况通报")
    return walk_papers.send_reviewed(clerk, reviewer, head, OTHER_UNIT)


def warn(clerk: Person, reviewer: Person, head: Person, address: str, unit: str) -> str:
    """预警通报 goes to nobody but who is below 合格; returns its number."""
    clerk.open(address)
    clerk.act("起草预警通报")
    assert OTHER_UNIT not in clerk.reads()
    clerk.tick(unit)
    clerk.fill(requirements="限期补齐消防器材。")
    assert "风险提示" in clerk.send_refused("起草")
    clerk.fill(risks=RISK)
    clerk.send("起草")
    clerk.follow("档案安全预警通报")
    return walk_papers.send_reviewed(clerk, reviewer, head, unit)


def read_on_phone(unit: Person, number: str) -> str:
    """From the unit's home to the paper and its PDF, then the receipt; returns the words."""
    unit.open("/")
    unit.follow(number)
    words = walk_papers.text_of_pdf(unit)
    assert unit.out_of_reach() == []
    assert NAME_OF_A_PENALTY not in words and "不是行政处罚" in words
    walk_papers.acknowledge(unit, number)
    return words


def card(reader: Person, page: str, link: str) -> str:
    """The 体检卡 as it opens in the browser: its words, spaces left out."""
    reader.open(page)
    return words_of(reader, reader.page.get_by_role("link", name=link).get_attribute("href"))


def words_of(reader: Person, address: str) -> str:
    answer = reader.page.context.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    return walk_papers.words_in(answer.body())
