"""The walk of a paper: handed in, signed, made by the worker, received; and its text read back."""

import io
import re
from pathlib import Path

import pdfplumber

from tests.browser.site import PATIENCE
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo

SECONDS_FOR_PDF = 60 * PATIENCE


def submit(drafter: Person, **late) -> str:
    """Hand in the draft shown; whoever drafted it may not sign it. Returns its address."""
    paper = drafter.page.url
    drafter.act("提交签发")
    drafter.fill(**late)
    drafter.send("提交签发")
    assert not drafter.may("签发")
    assert drafter.status_of(f"{paper}sign/") == 403
    return paper


def sign(head: Person, unit: str, **late) -> str:
    """The head signs the paper that waits; returns its number. The box must be ticked."""
    head.menu("文书")
    head.choose("state", "待签发")
    head.submit_filter()
    head.go(head.page.locator(".tb tbody tr").filter(has_text=unit).get_by_role("link"))
    head.act("签发")
    assert "不能收回再用" in head.reads()
    head.fill(**late)
    assert "请先核对" in head.send_refused("签发并送达")
    head.tick("我已核对主送单位")
    return re.search(r"编号 (\S+?)，", head.send("签发并送达"))[1]


def text_of_pdf(reader: Person) -> str:
    """Wait until the paper shown offers its PDF, as the page does by itself; return its words."""
    page = reader.page
    link = page.locator("#pdf-status").get_by_role("link", name=".pdf")
    link.wait_for(timeout=SECONDS_FOR_PDF * 1000)
    answer = page.context.request.get(link.get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    return words_in(answer.body())


def send_reviewed(drafter: Person, reviewer: Person, head: Person, receiver: str) -> str:
    """The draft shown: looked through by another before it is signed; returns its number."""
    drafter.act("提交审核")
    drafter.send("提交审核")
    reviewer.open(drafter.page.url)
    reviewer.act("审核通过")
    reviewer.tick("我已核对")
    reviewer.send("审核通过")
    return sign(head, receiver)


def words_in(content: bytes) -> str:
    """What stands on the pages of a PDF, spaces left out."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        words = "".join(sheet.extract_text() for sheet in pdf.pages)
    return re.sub(r"\s+", "", words)


def acknowledge(contact: Person, number: str) -> None:
    """The unit's person signs for the paper on the unit's own page."""
    contact.open("/")
    contact.follow("我已收到", contact.row(number))
    contact.tick("我单位已收到这份文书")
    assert "已签收" in contact.send("我已收到")


def deliver(clerk: Person, number: str, folder: Path) -> None:
    """Handed over in person on the clerk's day; the signed receipt comes back as a scan."""
    clerk.menu("文书")
    clerk.go(clerk.row(number).get_by_role("link").first)
    clerk.act("登记送达")
    clerk.fill(received_by="经办人甲", place="当事人办公地点", served_by="执法人员寅、执法人员卯")
    clerk.choose("capacity", "单位负责收件的人")
    clerk.upload("files", photo(folder, f"送达回证{number}"))
    clerk.send("登记")
