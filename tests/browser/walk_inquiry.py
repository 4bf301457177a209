"""The walk of a lead on which the unit is asked in writing, and answers: on line or on paper."""

import io
from pathlib import Path

import pdfplumber

from tests.browser import walk_papers
from tests.browser.walk import Person
from tests.browser.walk_lead import ORGAN
from tests.browser.walk_on_site import photo

TERM = "收到本函之日起10个工作日内"
ASKED = "库房漏水是何时发现的，采取了什么措施。"
ASKED_AGAIN = "受损档案的数量和抢救结果。"
ANSWERED = "漏水当日已经报修，受损档案已移到二楼。"
ON_PAPER = "受损档案12卷，已全部抢救。"
PROVED, RECEIPT, SCAN = "维修合同", "送达回证", "书面答复"
RESULT = "不适用行政处罚，已采取其他措施"


def ask(officer: Person, head: Person, lead: str, questions: str) -> str:
    """A 函询函 drafted on the lead, signed; returns its number."""
    officer.open(lead)
    officer.act("起草其他文书")
    officer.follow("函询函")
    officer.fill(reason="核查线索", questions=questions, reply_due=TERM)
    officer.send("保存草稿")
    walk_papers.submit(officer)
    return walk_papers.sign(head, ORGAN)


def answer(unit: Person, number: str, folder: Path) -> None:
    """The unit signs for the letter and writes back with a proof, from its own first page."""
    walk_papers.acknowledge(unit, number)
    unit.open("/")
    unit.follow("看文书", unit.row(number))
    assert "前书面答复" in unit.reads()
    unit.open("/")
    unit.follow("书面答复", unit.row(number))
    assert "请" in unit.send_refused("提交答复")
    unit.fill(text=ANSWERED)
    unit.upload("files", photo(folder, PROVED))
    assert "答复已提交" in unit.send("提交答复")


def enter_answer(clerk: Person, number: str, folder: Path) -> None:
    """The letter went by hand and the answer came on paper: 代录, not without its scan."""
    walk_papers.deliver(clerk, number, folder)
    clerk.act("代录书面答复")
    clerk.fill(text=ON_PAPER)
    assert "扫描件" in clerk.send_refused("提交代录")
    clerk.upload("files", photo(folder, SCAN))
    assert "已代录" in clerk.send("提交代录")


def settle(officer: Person, head: Person, lead: str) -> None:
    officer.open(lead)
    officer.act("提请办结")
    officer.fill(report="单位已书面答复，抢救措施属实。")
    officer.tick(RESULT)
    officer.send("提请办结")
    head.open("/")
    head.follow("批准线索办结")
    head.act("批准办结")
    assert "线索已办结" in head.send("批准办结")


def volume(officer: Person, address: str) -> bytes:
    """正卷 of a compiled file, as the page offers it."""
    officer.open(address)
    link = officer.page.get_by_role("link", name="打开正卷")
    return officer.page.context.request.get(link.get_attribute("href")).body()


def pages_of(content: bytes) -> list[str]:
    """The words of each page, spaces left out: cover, catalogue, then what it lists."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return ["".join(page.extract_text().split()) for page in pdf.pages]


def catalogued(content: bytes) -> list[tuple[str, str]]:
    """Each line of 卷内目录: what lies there, and its pages."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        head, *rows = pdf.pages[1].extract_table()
    title, page = head.index("题名"), head.index("页号")
    return [("".join(row[title].split()), row[page]) for row in rows]
