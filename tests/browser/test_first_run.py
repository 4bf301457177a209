"""An empty site becomes a bureau that can plan its first visit: every step by clicks."""

from datetime import date

import pytest
from playwright.sync_api import Page

from tests.browser import founding, walk_preparing
from tests.browser.browser import accessibility_faults, sign_in
from tests.browser.walk import Person

pytestmark = pytest.mark.full
THIS_YEAR = date.today().year
FIRST_PASSWORD = "gei-de-mi-ma-2026"
POSTS = {"head": "机关负责人", "clerk": "综合人员", "officer": "执法人员", "officer2": "执法人员"}
NOTICE = """一、元旦：2034年12月30日至2035年1月1日放假调休，共3天。
二、国庆节：10月1日至7日放假调休，共7天。9月29日上班。"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Reference data and one administrator, and nothing else."""
    with founding.running(tmp_path_factory.mktemp("nothing"), "found_nothing") as running:
        yield running


def click(page: Page, name: str, role: str = "link") -> None:
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.locator("#content").get_by_role(role, name=name).first.click()


def fill(page: Page, **values) -> None:
    for name, value in values.items():
        page.fill(f"#content [name={name}]", str(value))


def choose(page: Page, name: str, words: str) -> None:
    """Pick from a list that looks for what is typed."""
    page.locator(f"[name={name}] + .select2").click()
    page.locator(".select2-search__field").fill(words)
    page.get_by_role("option", name=words, exact=True).click()


def register_bureau(page: Page) -> None:
    click(page, "登记档案主管部门")
    fill(page, **{name: founding.BUREAU[name] for name in founding.BUREAU})
    click(page, "保存", "button")


def register_person(page: Page, username: str, post: str) -> None:
    page.goto("/admin/")
    click(page, "登记用户，安排岗位" if username == "head" else "用户")
    click(page, "增加 用户")
    fill(page, username=username, name=f"{post}{username}", password1=FIRST_PASSWORD,
         password2=FIRST_PASSWORD)  # fmt: skip
    page.select_option("[name=bureau]", label=founding.BUREAU["name"])
    click(page, "保存并继续编辑", "button")
    page.locator("#id_groups label").filter(has_text=post).first.click()
    click(page, "保存", "button")


def register_card(page: Page, username: str) -> None:
    page.goto("/admin/")
    click(page, "登记行政执法证件")
    click(page, "增加 行政执法证件")
    choose(page, "user", f"{POSTS[username]}{username}")
    fill(page, number=f"示例-{username}", issuer="示例市司法局", valid_from=f"{THIS_YEAR}-01-01",
         valid_to=f"{THIS_YEAR + 3}-12-31")  # fmt: skip
    click(page, "保存", "button")


def take_over_year(page: Page) -> None:
    page.goto("/admin/")
    click(page, "节假日与调休")
    click(page, "登记一年的放假安排")
    assert accessibility_faults(page, drawn=False) == []
    fill(page, year=2035, source="示例文号〔2034〕1号", text=NOTICE)
    click(page, "看认出了哪些天", "button")
    click(page, "保存这 11 天", "button")
    assert "已登记2035年的放假安排，共 11 天" in page.locator(".messagelist").inner_text()


def sign_in_first(visit, username: str) -> Person:
    """With the password that the administrator gave."""
    page = visit("/login/")
    sign_in(page, username, FIRST_PASSWORD)
    return Person(page, visit.problems[-1])


def test_from_nothing_to_the_first_plan(visit, person, tmp_path):
    page = person("admin").page
    assert "登记档案主管部门" in page.locator("#content").inner_text()
    assert accessibility_faults(page, drawn=False) == []
    register_bureau(page)
    for username, post in POSTS.items():
        register_person(page, username, post)
    for username in ("officer", "officer2"):
        register_card(page, username)
    take_over_year(page)
    page.goto("/admin/")
    steps = page.locator("#content .module").filter(has_text="开始使用").inner_text()
    assert steps.count("已完成") == 4 and steps.count("还没有") == 3

    head = sign_in_first(visit, "head")
    head.open("/reports/workbench/")
    head.follow("确认机关信息")
    head.fill(**walk_preparing.IDENTITY)
    head.tick("以上信息与本机关的设立文件")
    head.send("确认机关信息")

    clerk = sign_in_first(visit, "clerk")
    clerk.open("/reports/workbench/")
    assert "确认机关信息" not in clerk.reads()
    assert accessibility_faults(clerk.page) == []
    clerk.follow("导入被检查单位")
    rows = [("示例机关甲", "", "机关", "局长", "示例新区机关路1号", "否", "否")]
    clerk.upload("file", walk_preparing.workbook(tmp_path / "units.xlsx", rows))
    clerk.send("上传并检查")
    clerk.tick("我已核对上面的新增和更新")
    clerk.send("确认导入")
    clerk.open("/reports/workbench/")
    clerk.follow(f"起草{THIS_YEAR}年度计划")
    clerk.fill(purpose="落实档案工作责任制。", method="现场检查。")
    clerk.send("保存并添加单位")
    clerk.tick("示例机关甲")
    assert "已把 1 个单位列入" in clerk.send("列入计划")
    clerk.open("/reports/workbench/")
    assert "开始使用" not in clerk.reads()
