"""The walk of the register and of what units report in a year: from Excel to the spot check."""

import io
from datetime import date, timedelta
from pathlib import Path

from openpyxl import load_workbook

from tests.browser import walk_preparing
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo

LAST_YEAR = date.today().year - 1
UNITS = [
    f"示例机关{word}" for word in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
]  # 10 % of 20 are two
FILES = "main form.act-form :is(textarea, input[type=text], input[type=number])"
DIGITS = "中国福利彩票双色球下一期开奖号码，红球从小到大、再加蓝球，每个号码写两位"


def import_units(clerk: Person, folder: Path) -> None:
    rows = [(name, "", "机关", "局长", f"示例新区机关路{place}号", "否", "否")
            for place, name in enumerate(UNITS, start=1)]  # fmt: skip
    clerk.menu("被检查单位")
    clerk.follow("从 Excel 导入")
    clerk.upload("file", walk_preparing.workbook(folder / "twenty.xlsx", rows))
    clerk.send("上传并检查")
    clerk.tick("我已核对上面的新增和更新")
    assert clerk.send("确认导入") == "已导入：新增 20 个，更新 0 个。"


def register_twice(clerk: Person) -> None:
    """The same body under almost the same name is told at once."""
    clerk.menu("被检查单位")
    clerk.follow("登记单位")
    clerk.fill(name="示例机关（甲）", address="示例新区机关路1号")
    clerk.choose("kind", "机关")
    assert "与在册的示例机关甲名称相近" in clerk.send_refused("登记")


def open_round(clerk: Person, head: Person, year: int = LAST_YEAR + 1) -> str:
    """年度自查 on a year, by the rule that goes first; returns its address."""
    clerk.menu("年度自查")
    clerk.follow("准备年度自查")
    clerk.fill(report_year=year)
    clerk.send("保存")
    asked = clerk.page.url
    head.open("/")
    head.follow("布置")
    head.act("布置")
    head.tick("已核对报送范围")
    head.send("布置")
    return asked


def enter_report(clerk: Person, asked: str, unit: str, folder: Path) -> None:
    """代录 of a report that nobody has begun; the scan is asked for."""
    clerk.open(asked)
    clerk.follow(unit)
    clerk.act("代录自查报告")
    for answers in clerk.page.locator("form.act-form .pick.three").all():
        answers.get_by_text("是", exact=True).click()
    for field in clerk.page.locator(FILES).all():
        field.fill("3")
    assert "含负责人签字的承诺书" in clerk.send_refused("代录自查报告")
    clerk.upload("pledge_files", photo(folder, "纸质报告"))
    clerk.send("代录自查报告")
    assert "不能审核自己代录" in clerk.why_not("审核通过")


def merge(clerk: Person, asked: str, unit: str, into: str) -> None:
    """The unit goes, and with it what it still had to hand in."""
    clerk.menu("被检查单位")
    clerk.fill(q=unit)
    clerk.submit_filter()
    clerk.follow(unit)
    clerk.follow("合并")
    assert "1份自查报告没有报送" in clerk.reads()
    clerk.choose("successor", into)
    clerk.fill(basis="示编〔2026〕5号", archives_to=f"移交{into}")
    clerk.tick("我已核对上面的后果")
    clerk.send("登记合并")
    clerk.open(asked)
    assert "应报19个，已报1个（已审核0个），退回0个，未报18个" in clerk.reads()
    clerk.follow(unit)
    assert f"由{into}承继" in clerk.reads()


def prepare_spot_check(clerk: Person, asked: str) -> None:
    """No more than the ceiling leaves, of those who have reported; everybody may read the list."""
    clerk.open(asked)
    clerk.follow("实地抽查")
    assert "最多1个单位" in clerk.reads()
    clerk.follow("准备随机抽取")
    clerk.fill(
        unit_count=2,
        source=DIGITS,
        announced_at=f"{date.today() + timedelta(days=2)}T21:30",
        place="会议室",
        witness_name="监督人甲",
        witness_post="区纪委",
    )
    assert "随机抽取还能抽1个" in clerk.send_refused("准备随机抽取").replace(" ", "")
    clerk.fill(unit_count=1)
    clerk.send("准备随机抽取")
    clerk.act("公示")
    clerk.tick("名单、规则、公布的数")
    assert clerk.send("公示") == "已公示，摘要已经公开。"


def set_start(head: Person, start: int) -> None:
    """Where the numbers of last year's paper letters ended."""
    head.menu("文书")
    head.follow("发文字号")
    head.follow(f"{LAST_YEAR} 年")
    head.page.locator("main summary").filter(has_text="整改").click()
    head.follow("设定起始号", head.row("函询函"))
    head.fill(start=start, note="纸质发文登记簿的末号")
    head.tick("我已同纸质登记簿核对")
    head.send("设定起始号")


def enter_letter(clerk: Person, unit: str, folder: Path) -> None:
    """An older paper letter with its scan; a number beyond the start was not given on paper."""
    clerk.menu("文书")
    clerk.follow("补录纸质文书")
    clerk.choose("kind", "函询函")
    clerk.choose("party", unit)
    clerk.fill(number=f"示新档函询〔{LAST_YEAR}〕13号", title="函询函", signer="机关负责人丑")
    clerk.fill(issued_on=f"{LAST_YEAR}-03-05", delivered_on=f"{LAST_YEAR}-03-06")
    clerk.upload("scan", photo(folder, "函询函"))
    clerk.tick("我已同纸质原件逐项核对")
    assert "不是此前用纸质编的" in clerk.send_refused("补录")
    clerk.fill(number=f"示新档函询〔{LAST_YEAR}〕7号")
    clerk.upload("scan", photo(folder, "函询函"))
    clerk.send("补录")


def numbers_in_the_register(clerk: Person) -> list[str]:
    """The first column of 发文登记簿 as it is handed out."""
    clerk.menu("文书")
    with clerk.page.expect_download() as downloading:
        clerk.page.get_by_role("link", name="导出发文登记簿").click()
    book = load_workbook(io.BytesIO(downloading.value.path().read_bytes()))
    return [str(cell) for row in book.active.iter_rows(values_only=True) for cell in row if cell]
