"""The walk of a fine that was not paid in time: urged, raised by 加处罚款, paid in the end."""

import re
from pathlib import Path

from tests.browser import walk_papers
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_verdict import ACCOUNT

STILL_OWED = re.compile(r"罚没款还有 ([0-9,]+) 元没有缴纳")


def urge(officer: Person, head: Person, case: str, party: str) -> str:
    """催告, written from what is owed; returns its number."""
    officer.open(case)
    assert "请书面催告" in officer.reads()
    officer.act("起草催告书")
    assert "¥" in officer.page.locator("[name=payment]").input_value()
    officer.send("保存草稿")
    walk_papers.submit(officer)
    return walk_papers.sign(head, party)


def raise_fine(officer: Person, head: Person, case: str, party: str) -> str:
    """The figure is counted by the record and imposed by the head; returns the number."""
    officer.open(case)
    officer.act("起草加处罚款决定书")
    assert "是否加处由机关负责人决定" in officer.reads()
    officer.fill(payment_account=ACCOUNT)
    officer.send("起草加处罚款决定书")
    walk_papers.submit(officer)
    return walk_papers.sign(head, party)


def read(clerk: Person, number: str) -> str:
    """The words of the PDF of a paper, found by its number."""
    clerk.menu("文书")
    clerk.go(clerk.row(number).get_by_role("link").first)
    return walk_papers.text_of_pdf(clerk)


def owed(officer: Person, case: str) -> int:
    """What keeps the case from being closed, in yuan."""
    officer.open(case)
    return int(STILL_OWED.search(officer.why_not("提请结案"))[1].replace(",", ""))


def pay(officer: Person, case: str, amount: int, receipt: str, folder: Path) -> None:
    officer.open(case)
    officer.act("登记缴款")
    officer.fill(amount=amount, paid_on=officer.today.isoformat(), receipt=receipt)
    officer.upload("files", photo(folder, receipt))
    officer.send("登记缴款")
