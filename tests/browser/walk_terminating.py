"""The walk of 终结整改: proposed on the page of the dissolved unit, decided, the check closed."""

from datetime import date
from pathlib import Path

from tests.browser import walk_succession
from tests.browser.walk import Person

PAPER = {"paper": "关于撤销示例新区街道的通知", "paper_number": "示编〔2026〕10号"}
REASON = "单位已撤销，职能没有单位接手，档案已移交区档案馆。"
CONFIRM = "我已核对：单位已经撤销，没有承继单位"
PROPOSE, SUBMIT = "提出终结整改", "提交机关负责人决定"


def keep_record(officer: Person, visit: str) -> None:
    """The 笔录, without which no check is closed."""
    officer.open(visit)
    officer.act("制作现场检查笔录")
    officer.send("制作现场检查笔录")
    officer.act("定稿归卷")
    officer.tick("我已核对内容")
    officer.send("定稿归卷")


def propose(officer: Person, unit: str, problem: str, scan: Path) -> str:
    """From the workbench: what would end is listed, the paper is asked for."""
    officer.open("/")
    officer.go(officer.page.get_by_role("link", name=f"提出终结整改：{unit}已撤销").first)
    assert problem in officer.reads()
    officer.fill(**PAPER, reason=REASON)
    refused = officer.send_refused(SUBMIT)
    assert "文件日期" in refused and "勾选确认" in refused
    assert officer.page.locator("[name=reason]").input_value() == REASON
    officer.fill(paper_on=date.today().isoformat())
    officer.tick(CONFIRM)
    officer.upload("files", scan)
    assert "等待机关负责人决定" in officer.send(SUBMIT)
    return officer.page.url


def send_back(head: Person, unit: str, why: str) -> None:
    """The head does not agree; nothing has changed."""
    begin(head, unit)
    head.act("不同意终结")
    assert "请填写" in head.send_refused("不同意终结")
    head.fill(note=why)
    assert "已记录不同意的原因" in head.send("不同意终结")


def propose_anew(officer: Person, unit: str, why: str) -> None:
    """From the page of the unit, where the reason can be read."""
    walk_succession.find(officer, unit)
    assert "不同意终结" in officer.reads()
    officer.go(officer.page.locator("[aria-labelledby=unit-left] li a").last)
    assert why in officer.reads()
    walk_succession.find(officer, unit)
    officer.follow(PROPOSE)
    officer.fill(**PAPER, reason=REASON, paper_on=date.today().isoformat())
    officer.tick(CONFIRM)
    officer.send(SUBMIT)


def begin(head: Person, unit: str) -> None:
    head.open("/")
    head.go(head.page.get_by_role("link", name=f"决定{unit}的终结整改").first)


def decide(head: Person, unit: str, problem: str) -> None:
    begin(head, unit)
    head.act("决定终结")
    assert "既不算没有整改，也不算已整改" in head.reads() and problem[:10] in head.reads()
    head.tick("我已核对上面的后果")
    assert "已决定终结" in head.send("决定终结")
    assert "1项没有整改的问题" in head.reads()


def close(officer: Person, visit: str) -> None:
    officer.open(visit)
    assert "可以办结" in officer.reads()
    officer.act("办结")
    assert "检查已办结" in officer.send("办结")
    assert "单位撤销终结1" in officer.reads() and "不计整改率" in officer.reads()
