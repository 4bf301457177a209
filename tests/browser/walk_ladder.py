"""The walk of the ladder beside the talk: letter, question, circular, lead; and 批评教育."""

from pathlib import Path

from tests.browser import walk_papers
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_talks import ladder

TOLD = "请在三十日以内整改并回复。"
ASKED, ANSWERED = "为什么一直没有改好。", "经费已经落实，正在采购。"
DEMANDED = "请尽快整改，并书面报告。"


def climb(officer: Person, visit: str, rung: str, button: str, **facts) -> None:
    """One rung from the page of the visit; its paper, or its lead, is shown afterwards."""
    officer.open(visit)
    officer.follow(rung, ladder(officer))
    officer.fill(**facts)
    assert f"已登记“{button}”" in officer.send(button)


def answer(unit: Person, number: str) -> None:
    """The unit signs for the letter and writes back, both from its own first page."""
    walk_papers.acknowledge(unit, number)
    unit.open("/")
    unit.follow("书面答复", unit.row(number))
    unit.fill(text=ANSWERED)
    assert "答复已提交" in unit.send("提交答复")


def educate(officer: Person, problem: str, folder: Path) -> str:
    """批评教育 about one problem, its record signed by hand; returns the words of the record."""
    officer.menu("整改")
    officer.follow(problem)
    officer.act("批评教育记录")
    officer.fill(time="当日上午", reply="认识到问题，表示改正。")
    officer.send("保存草稿")
    officer.act("定稿归卷")
    officer.tick("我已核对内容")
    officer.send("定稿归卷")
    words = walk_papers.text_of_pdf(officer)
    officer.act("上传签字扫描件")
    officer.upload("files", photo(folder, "批评教育记录签字页"))
    officer.tick("我已同签过字的原件核对")
    assert "签字扫描件已上传" in officer.send("上传")
    return words
