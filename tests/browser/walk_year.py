"""The walk through the books: a visit of last year entered late, and the report on that year."""

import io
from datetime import date
from pathlib import Path

from docx import Document

from tests.browser import walk_on_site, walk_papers, walk_preparing
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_preparing import OTHER_UNIT

LAST_YEAR = date.today().year - 1
APPROVED, VISITED, TOLD, ANSWERED = (date(LAST_YEAR, 11, day).isoformat() for day in (3, 6, 10, 20))
PROBLEM = "档案室没有温湿度记录。"
SUMMARY = "全年开展行政执法检查1次，没有行政处罚。"
WEAKNESS = "一、执法力量不足，持证人员只有两名。"


def arrange(clerk: Person, head: Person) -> str:
    """A visit outside the plan, on a day of last year, with the days on which things were done."""
    clerk.menu("检查")
    clerk.follow("安排检查")
    clerk.follow("安排", clerk.row(OTHER_UNIT))
    clerk.tick("另选日期")
    clerk.fill(scheduled_on=VISITED, on=APPROVED, unannounced="防止临时补造材料")
    clerk.send("保存并确定检查组")
    walk_preparing.pick(clerk, "lead", "执法人员寅")
    walk_preparing.pick(clerk, "officers", "执法人员卯")
    clerk.fill(on=APPROVED)
    clerk.send("确定检查组")
    return walk_preparing.submit_and_approve(clerk, head, on=APPROVED)


def hold(officer: Person, visit: str, folder: Path) -> None:
    """The checklist, the facts and the signed page of the paper file."""
    walk_on_site.start(officer, visit, on=VISITED, arrived_at="14:30")
    walk_on_site.record_checklist(officer, {"2-06": PROBLEM}, photo(folder, "笔录"))
    walk_on_site.record_facts(officer, "当场反馈问题一项。")
    officer.follow("结束检查")
    officer.tick("已在纸质笔录上签字", "内容已向单位负责人宣读")
    officer.fill(signed_by="分管负责人")
    officer.upload("signature_file", photo(folder, "签字页"))
    officer.send("结束检查并加锁")


def record(officer: Person, visit: str, folder: Path) -> None:
    hold(officer, visit, folder)
    officer.open(visit)
    officer.act("制作现场检查笔录")
    officer.fill(on=VISITED)
    officer.send("制作现场检查笔录")
    officer.act("定稿归卷")
    officer.fill(on=VISITED)
    officer.tick("我已核对内容")
    officer.send("定稿归卷")


def tell(clerk: Person, officer: Person, head: Person, visit: str) -> None:
    """The letter of that time, delivered on paper."""
    officer.open(visit)
    officer.act("起草反馈意见书")
    officer.fill(on=TOLD)
    officer.send("保存草稿")
    letter = walk_papers.submit(officer, on=TOLD)
    assert f"〔{LAST_YEAR}〕1号" in walk_papers.sign(head, OTHER_UNIT, on=TOLD)
    clerk.open(letter)
    clerk.act("登记送达")
    clerk.fill(received_by="单位档案员", on=TOLD)
    clerk.send("登记")


def settle(clerk: Person, officer: Person, visit: str, folder: Path) -> None:
    """The unit's answer from paper with its scan, reviewed by another; then the file is closed."""
    clerk.menu("整改")
    clerk.follow(PROBLEM)
    clerk.act("代录整改回复")
    clerk.tick("已经改好")
    clerk.fill(text="已经配备仪器并记录。", on=ANSWERED)
    assert "请选择书面回复的扫描件" in clerk.send_refused("提交代录")
    clerk.upload("files", photo(folder, "书面回复"))
    clerk.send("提交代录")
    officer.menu("整改")
    officer.follow(PROBLEM)
    officer.act("复核通过")
    officer.fill(on=ANSWERED)
    officer.send("复核通过并销号")
    officer.open(visit)
    officer.act("办结")
    officer.fill(on=ANSWERED)
    officer.send("办结")
    officer.menu("全过程记录")
    entry = officer.row("代录整改回复").inner_text().split()
    assert ("补录" in entry, "代录" in entry) == (True, True)


def enter_last_year(clerk: Person, officer: Person, head: Person, folder: Path) -> str:
    """One whole visit of last year from its paper file; returns its address."""
    visit = arrange(clerk, head)
    record(officer, visit, folder)
    tell(clerk, officer, head, visit)
    settle(clerk, officer, visit, folder)
    return visit


def figures_shown(reader: Person) -> dict[str, str]:
    """The table of all figures: name → number of the year."""
    rows = reader.page.locator("[aria-labelledby=all-title] tbody tr").all()
    named = [(row.locator("th").inner_text(), row.locator("td").first.inner_text()) for row in rows]
    return {name.split("\n")[0]: number.split("，")[0].strip() for name, number in named}


def look_at_figures(clerk: Person, year: int) -> dict[str, str]:
    """The figures of a year; the number of checks leads to the very check."""
    clerk.menu("年度报告")
    clerk.follow(f"{year} 年")
    found = figures_shown(clerk)
    clerk.follow(found["行政执法检查"], clerk.row("行政执法检查"))
    assert clerk.page.locator(".tb tbody tr").count() == int(found["行政执法检查"])
    clerk.go(clerk.page.locator(".tb tbody tr a").first)
    return found


def draft_report(clerk: Person, year: int) -> str:
    clerk.menu("年度报告")
    clerk.follow("起草年度报告")
    clerk.fill(year=year)
    clerk.send("起草")
    return clerk.page.url


def write_report(clerk: Person) -> str:
    """Draft it and write what no record says; returns its address."""
    report = draft_report(clerk, LAST_YEAR)
    assert "还没有撰写" in clerk.why_not("提交签发")
    clerk.act("撰写文字部分")
    clerk.fill(problems=WEAKNESS, next_steps="一、组织执法资格考试。")
    clerk.send("保存")
    clerk.open(report)
    clerk.act("提交签发")
    clerk.send("提交签发")
    assert not clerk.may("签发")
    return report


def issue_report(clerk: Person, head: Person, report: str) -> tuple[str, str]:
    """The head signs; returns the words of the PDF and of the Word file."""
    head.open(report)
    head.act("签发")
    head.tick("我已核对数据和文字")
    head.send("签发")
    clerk.open(report)
    with clerk.page.expect_download() as downloading:
        clerk.page.get_by_role("link", name="下载 Word").click()
    word = Document(io.BytesIO(downloading.value.path().read_bytes()))
    clerk.follow("看文书和 PDF")
    words = "".join(paragraph.text for paragraph in word.paragraphs)
    return walk_papers.text_of_pdf(clerk), words


def publish_report(clerk: Person, report: str, address: str) -> None:
    """Note down where everyone can read it."""
    clerk.open(report)
    clerk.act("登记公开")
    clerk.fill(url=address)
    assert clerk.send("登记公开") == "已登记公开。"


def disclose_report(clerk: Person, head: Person) -> str:
    """The notice on the issued report: another checks it for secrets; returns the public page."""
    clerk.menu("执法公示")
    clerk.follow("拟公示", clerk.row("年度行政执法工作报告"))
    clerk.tick("不属于信用信息，长期公开")
    clerk.fill(outcome=SUMMARY, credit_reason="年度报告依法长期公开。")
    clerk.send("保存公示稿")
    notice = clerk.page.url
    assert "拟稿人不能审查自己拟的公示" in clerk.why_not("保密审查")
    head.open(notice)
    assert "还没有通过保密审查" in head.why_not("批准公示")
    head.act("保密审查")
    head.fill(note="不涉及国家秘密、工作秘密、商业秘密和个人隐私。")
    head.tick("我已逐字核对")
    head.send("保密审查")
    head.act("批准公示")
    head.send("批准公示")
    clerk.open(notice)
    clerk.act("公布")
    assert clerk.send("公布") == "已公布，任何人都可以看到。"
    clerk.follow("看公开页面")
    return clerk.page.url
