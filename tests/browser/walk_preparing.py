"""The walk until the visit may begin: identity, units, accounts, plan, team, approval."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook
from playwright.sync_api import expect

from tests.browser.walk import Person
from units.credit_code import check_character

UNIT, OTHER_UNIT = "示例街道一", "示例学校一"
CODE = "11120110MB1A2B3C4"
HEADINGS = ("单位名称", "统一社会信用代码", "性质", "负责人", "地址", "重点监控", "登记备份")
PASSWORD = "Walk-through-2718"  # of the account the administrator opens for the unit
IDENTITY = {
    "subject_name": "示例市示例新区档案局",
    "seal_name": "示例市示例新区档案局",
    "reconsideration_body": "示例市示例新区人民政府",
    "court": "示例市示例新区人民法院",
    "address": "示例新区示例路1号",
    "phone": "000-00000000",
}


def confirm_identity(head: Person) -> None:
    head.menu("机关信息")
    head.fill(**IDENTITY)
    head.tick("以上信息与本机关的设立文件")
    assert head.send("确认机关信息") == "机关信息已确认，可以签发文书了。"


def workbook(path: Path, rows: list[tuple]) -> Path:
    book = Workbook()
    book.active.append(HEADINGS)
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def import_units(clerk: Person, folder: Path) -> None:
    """A list with mistakes is shown row by row and brings nothing in; then the right one."""
    good, bad = CODE + check_character(CODE), f"{CODE}*"
    school = (OTHER_UNIT, "", "事业单位", "校长", "示例新区学校路2号", "是", "是")
    street = (UNIT, good, "乡镇街道", "主任", "示例新区街道路1号", "否", "否")
    clerk.menu("被检查单位")
    clerk.follow("从 Excel 导入")
    wrong = workbook(folder / "wrong.xlsx", [(UNIT, bad, "乡镇", "", "", "", ""), school])
    clerk.upload("file", wrong)
    clerk.send("上传并检查")
    rows = clerk.page.locator(".tb tbody tr").all_inner_texts()
    assert [row.split()[:2] for row in rows] == [["第", "2"], ["第", "2"]]
    clerk.menu("被检查单位")
    assert "没有符合条件的单位" in clerk.reads()
    clerk.follow("从 Excel 导入")
    clerk.upload("file", workbook(folder / "units.xlsx", [street, school]))
    clerk.send("上传并检查")
    clerk.tick("我已核对上面的新增和更新")
    assert clerk.send("确认导入") == "已导入：新增 2 个，更新 0 个。"


def open_account(
    admin: Person, username: str, name: str, party: str, since: date | None = None
) -> None:
    """The administrator gives the party's person an account and the right to act for the party."""
    page = admin.page
    admin.go(page.locator(".model-user").get_by_role("link", name="增加"))
    admin.fill(username=username, name=name, employer=party)
    admin.fill(password1=PASSWORD, password2=PASSWORD)
    admin.go(page.locator("[name=_save]"))
    admin.tick("单位经办人")
    admin.go(page.locator("[name=_save]"))
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.goto("/admin/accounts/grant/add/")
    for field, words in (("user", name), ("party", party)):
        page.locator(f".field-{field} .select2-selection").click()
        page.locator(".select2-search__field").fill(words)
        page.locator(".select2-results__option", has_text=words).click()
    admin.fill(valid_from=(since or date.today().replace(month=1, day=1)).isoformat())
    admin.go(page.locator("[name=_save]"))
    expect(page.locator(".messagelist .success")).to_be_visible()


def publish_plan(clerk: Person, reviewer: Person, head: Person) -> None:
    clerk.menu("年度计划")
    clerk.follow("编制")
    clerk.fill(purpose="落实档案工作责任制，消除档案安全隐患。", method="现场检查。")
    clerk.send("保存并添加单位")
    clerk.tick(UNIT)
    assert "已把 1 个单位列入" in clerk.send("列入计划")
    clerk.act("提交审核")
    clerk.send("提交审核")
    assert not clerk.may("审定")
    plan = clerk.page.url
    reviewer.open(plan)
    reviewer.act("法制审核通过")
    reviewer.fill(opinion="内容和程序合法，同意。")
    reviewer.send("法制审核")
    head.menu("年度计划")
    head.follow("计划", head.row("待审定"))
    head.act("审定")
    head.send("审定")
    clerk.open(plan)
    clerk.act("公布")
    clerk.send("公布")
    assert "已公布" in clerk.reads()


def propose_thursday(clerk: Person) -> None:
    """The plan's item is arranged on the first of the proposed half-days: Thursday afternoons."""
    clerk.menu("检查")
    clerk.follow("安排检查")
    clerk.follow("安排", clerk.row(UNIT))
    proposals = clerk.page.locator("label", has=clerk.page.locator("[name=slot]"))
    words = proposals.all_inner_texts()[:-1]
    assert [("星期四）下午" in text, "空闲" in text) for text in words] == [(True, True)] * 6
    proposals.first.click()
    assert "检查已拟定" in clerk.send("保存并确定检查组")


def pick(clerk: Person, name: str, words: str) -> None:
    """One of the choices of a field."""
    choices = clerk.page.locator("label", has=clerk.page.locator(f"[name={name}]"))
    choices.filter(has_text=words).click()


def name_team(clerk: Person) -> None:
    """One officer is not enough; two with certificates are."""
    pick(clerk, "lead", "执法人员寅")
    clerk.send("确定检查组")
    assert "持有效执法证件的检查人员不足两人" in clerk.why_not("提交审批")
    clerk.act("确定检查组")
    pick(clerk, "officers", "执法人员卯")
    clerk.tick("区档案馆馆员")
    clerk.send("确定检查组")


def go_today(clerk: Person) -> None:
    """The day is changed to today, so that the walk need not wait for Thursday."""
    clerk.act("修改时间和地点")
    clerk.tick("另选日期")
    clerk.fill(scheduled_on=date.today().isoformat(), unannounced="防止临时补造材料")
    clerk.send("修改时间和地点")


def invite_observer(clerk: Person) -> None:
    clerk.act("邀请观察员")
    clerk.tick("基层档案员")
    clerk.send("邀请观察员")


def submit_and_approve(clerk: Person, head: Person, **late) -> str:
    """Hand in the visit shown to the clerk, have it approved; returns its address."""
    clerk.act("提交审批")
    clerk.fill(**late)
    clerk.send("提交审批")
    visit = clerk.page.url
    assert not clerk.may("批准检查")
    head.open(visit)
    head.act("批准检查")
    head.fill(**late)
    assert "检查已批准" in head.send("批准检查")
    return visit


def arrange_visit(clerk: Person, head: Person) -> str:
    """From the plan to the approved visit of today; returns its address."""
    propose_thursday(clerk)
    name_team(clerk)
    go_today(clerk)
    invite_observer(clerk)
    return submit_and_approve(clerk, head)
