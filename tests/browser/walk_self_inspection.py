"""The walk of 年度自查: filled in, returned, accepted, held against the visit, urged, ordered."""

import io
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from tests.browser import walk_on_site, walk_papers, walk_talks
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_registering import DIGITS

FIELDS = "main form.act-form :is(textarea, input[type=text])"
LAW, ARTICLE = "示例市档案条例", "《示例市档案条例》第三十条"
RETURNED = "案卷总数和上年相差太大，请核对后重新报送。"
CONCLUSION = "多数单位没有按期报送，已催报。"


def fill_in(unit: Person) -> None:
    """All is well, says the unit; the draft is kept for its colleagues."""
    unit.open("/")
    unit.follow("去填报")
    for answers in unit.page.locator("form.act-form .pick.three").all():
        answers.get_by_text("是", exact=True).click()
    for field in unit.page.locator(FIELDS).all():
        field.fill("3")
    assert "草稿已保存" in unit.send("保存草稿")


def pledge(unit: Person, folder: Path) -> None:
    """Not without the signed pledge of its head; with it there is a receipt."""
    unit.fill(pledged_by="校长甲", pledge_post="校长")
    assert "承诺书" in unit.send_refused("报送")
    unit.upload("pledge_files", photo(folder, "承诺书"))
    assert "回执编号" in unit.send("报送")


def send_back(clerk: Person, unit: str, until: str) -> None:
    """From the desk to the round and to the report."""
    clerk.open("/")
    clerk.follow("份报告待审核")
    clerk.follow(unit)
    clerk.act("退回")
    clerk.fill(due_on=until)
    assert "原因" in clerk.send_refused("退回")
    clerk.fill(note=RETURNED)
    assert clerk.send("退回") == "已退回，并通知单位。"


def answer_again(unit: Person, folder: Path) -> None:
    """The reason stands on the page, and what was handed in before."""
    unit.open("/")
    unit.follow("去填报")
    assert RETURNED in unit.reads()
    assert unit.page.locator("[name=q1]").input_value() == "3"
    unit.fill(q1="12")
    pledge(unit, folder)


def accept(clerk: Person, asked: str, unit: str, contradiction: str) -> str:
    """What the report says against the visit is seen before; returns its address."""
    clerk.open(asked)
    clerk.follow(unit)
    assert "与检查记录的矛盾" in clerk.reads() and contradiction in clerk.reads()
    report = clerk.page.url
    clerk.act("审核通过")
    clerk.send("审核通过")
    return report


def choose_spot_checks(clerk: Person, asked: str, unit: str, announced_on: date) -> None:
    """One may be chosen by what contradicts it, one drawn: two are a tenth of all."""
    clerk.menu("年度计划")
    clerk.follow("编制")
    clerk.fill(purpose="核实自查。", method="现场检查。")
    clerk.send("保存并添加单位")
    clerk.open(asked)
    clerk.follow("实地抽查")
    assert "最多2个单位" in clerk.reads()
    clerk.follow("按矛盾选取")
    clerk.tick(unit)
    assert "已选取" in clerk.send("按矛盾选取")
    clerk.follow("实地抽查")
    clerk.follow("准备随机抽取")
    clerk.fill(unit_count=2, source=DIGITS, place="会议室", witness_name="监督人甲")
    clerk.fill(witness_post="区纪委", announced_at=f"{announced_on}T21:30")
    assert "随机抽取还能抽1个" in clerk.send_refused("准备随机抽取").replace(" ", "")


def look_on_the_spot(people, unit: str, problems: dict[str, str], folder: Path) -> None:
    """What is seen on site stands beside what the unit said of itself, and that it differs."""
    clerk, officer = people.clerk, people.officer
    visit = walk_talks.arrange(clerk, people.head, unit, officer.today)
    walk_on_site.start(officer, visit, arrived_at="14:30")
    walk_on_site.record_checklist(officer, problems, photo(folder, "实地抽查"))
    officer.open(visit)
    beside = officer.page.locator("[aria-labelledby=beside-title]")
    for code in problems:
        assert "不一致" in beside.locator("tr").filter(has_text=code).inner_text()
    officer.follow("工作情况自查", beside)
    assert unit in officer.reads()


def urge(clerk: Person, head: Person, asked: str, unit: str, until: str, folder: Path) -> str:
    """催报函 to one of those that are missing, handed over; returns the address of its report."""
    clerk.open(asked)
    clerk.act("催报")
    assert clerk.page.locator("[name=reports]:not(:checked)").count() == 0
    clerk.tick("全选")  # from all to none
    assert clerk.page.locator("[name=reports]:checked").count() == 0
    clerk.tick(unit)
    clerk.fill(reply_due=until)
    assert "已起草1份催报函" in clerk.send("起草催报函").replace(" ", "")
    clerk.open(asked)
    clerk.follow(unit)
    report = clerk.page.url
    clerk.follow("催报函")
    walk_papers.submit(clerk)
    number = walk_papers.sign(head, unit)
    walk_papers.deliver(clerk, number, folder)
    clerk.open(report)
    return report


def record_article(admin: Person) -> None:
    """What the committed law does not hold: an article of the own city."""
    page = admin.page
    admin.open("/admin/")
    admin.go(page.locator(".model-article").get_by_role("link", name="增加"))
    admin.choose("level", "地方性法规")
    admin.choose("mark", "已核对原文")
    admin.fill(title=LAW, issuer="示例市人大常委会", article=30, source="示例市人大常委会公报")
    admin.fill(summary="没有报送的，责令限期报送。", effective_from="2020-01-01")
    admin.go(page.locator("[name=_save]"))


def set_rule(head: Person) -> None:
    """The rule names the article that allows an order; else it only asks again."""
    head.menu("年度自查")
    head.follow("报送规则和自查表")
    assert "没有登记条文，只能催报" in head.page.get_by_role("main").inner_text()
    head.follow("设定报送规则")
    head.fill(title="本市报送规则")
    head.choose("order_article", ARTICLE)
    head.send("设定")
    assert f"可以责令：{ARTICLE}" in head.reads()


def order(clerk: Person, reviewer: Person, head: Person, report: str, unit: str) -> str:
    """责令限期报送 under that article; returns the words of its PDF."""
    clerk.open(report)
    clerk.act("责令限期报送")
    clerk.fill(term="收到本通知之日起十个工作日内", consequence="按条例处理。")
    clerk.send("责令限期报送")
    clerk.follow("责令限期整改通知书", clerk.page.locator("main"))
    paper = clerk.page.url
    walk_papers.send_reviewed(clerk, reviewer, head, unit)
    clerk.open(paper)
    return walk_papers.text_of_pdf(clerk)


def sum_up(clerk: Person, head: Person, asked: str) -> tuple[str, list[tuple]]:
    """《自查审核汇总表》: the words of the PDF and the rows of the Excel."""
    clerk.open(asked)
    clerk.act("汇总")
    clerk.fill(note=CONCLUSION)
    clerk.tick("已核对报送和审核的情况")
    clerk.send("汇总")
    clerk.act("起草《自查审核汇总表》")
    clerk.send("起草《自查审核汇总表》")
    paper = walk_papers.submit(clerk)
    walk_papers.sign(head, "汇总表")
    clerk.open(paper)
    words = walk_papers.text_of_pdf(clerk)
    clerk.open(asked)
    with clerk.page.expect_download() as downloading:
        clerk.page.get_by_role("link", name="导出汇总表").click()
    book = load_workbook(io.BytesIO(downloading.value.path().read_bytes()))
    return words, list(book.active.iter_rows(values_only=True))
