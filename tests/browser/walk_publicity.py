"""The walks of 普法 and 工作台账, and of a check on its way to the platform."""

import io
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_preparing import OTHER_UNIT, UNIT

TODAY = date.today()
DAY = TODAY.isoformat()
OTHERS = {
    "进校园": {"audience": 300, "partners": "区教育局", "place": "示例学校一"},
    "进社区": {"audience": 60, "place": "示例社区"},
    "现场交流": {"audience": 20, "place": "示例街道一"},
    "征文": {"audience": 45, "result": "收到文章45篇。"},
    "知识竞赛": {"audience": 80, "result": "区直机关8支队参加。"},
    "网上展览": {"reach": 5600, "link": "https://example.org/show"},
}
VIDEO, QUESTION = "档案法三分钟", "档案室怎样记录温湿度"


def plan_the_year(clerk: Person, head: Person) -> str:
    """The two yearly days are there by themselves; the head approves the plan."""
    clerk.menu("普法宣传")
    clerk.follow("普法计划", clerk.page.locator(".phead"))
    clerk.follow("拟定普法计划", clerk.page.locator(".phead"))
    clerk.fill(goal="宣传档案法。")
    clerk.send("拟定普法计划")
    assert "国家宪法日" in clerk.reads()
    clerk.follow("列入项目")
    clerk.choose("kind", "短视频")
    clerk.fill(title=VIDEO, planned_for=DAY, responsible="综合科")
    clerk.send("列入项目")
    plan = clerk.page.url
    clerk.act("提交批准")
    clerk.send("提交批准")
    assert not clerk.may("批准")
    head.open("/")
    head.follow(f"批准{TODAY.year}年普法计划")
    head.act("批准")
    head.send("批准")
    return plan


def hold_what_was_planned(clerk: Person, plan: str, folder: Path) -> None:
    """A video with its link and reach, a day with its picture, one that fell; the year ends."""
    clerk.open(plan)
    clerk.follow("登记活动", clerk.row(VIDEO))
    clerk.fill(reach=3200, link="https://example.org/video", series="档案法讲堂")
    clerk.send("保存")
    clerk.open(plan)
    clerk.follow("登记活动", clerk.row("国际档案日"))
    clerk.fill(audience=120, partners="区教育局", place="示例街道", result="发放宣传册。")
    clerk.upload("photos", photo(folder, "现场"))
    clerk.send("保存")
    clerk.open(plan)
    assert "没有写明没有开展的原因" in clerk.why_not("总结")
    clerk.follow("没有开展", clerk.row("国家宪法日"))
    clerk.fill(reason="并入全市活动。")
    clerk.send("没有开展")
    clerk.act("总结")
    clerk.fill(result="完成两项，一项并入全市活动。")
    clerk.send("总结")
    assert "2个，完成66%" in clerk.reads()
    clerk.menu("普法宣传")
    clerk.follow("普法日历", clerk.page.locator(".phead"))
    assert "已开展" in clerk.reads()


def hold_the_rest(clerk: Person) -> None:
    """Done beside the plan: in a school, by pen, by quiz, on the screen; each counts in the year.

    What is only looked at on the net says how often.
    """
    for kind, facts in OTHERS.items():
        clerk.menu("普法宣传")
        clerk.follow("登记普法活动", clerk.page.locator(".phead"))
        clerk.choose("kind", kind)
        clerk.fill(title=f"档案法{kind}", **facts)
        clerk.send("保存")
    clerk.menu("普法宣传")
    for kind in OTHERS:
        assert clerk.row(f"档案法{kind}").count() == 1
    clerk.follow("档案法网上展览")
    assert "5600" in clerk.reads().replace(",", "")
    assert clerk.page.get_by_role("link", name="打开链接").count() == 1


def record_words(clerk: Person, folder: Path) -> None:
    """A piece of the series, and what a paper wrote of the bureau with its clipping."""
    clerk.menu("普法宣传")
    clerk.follow("宣传稿件", clerk.page.locator(".phead"))
    clerk.follow("登记宣传稿件", clerk.page.locator(".phead"))
    clerk.fill(series="兰台风采", title="一位档案员", published_on=DAY, channel="公众号")
    clerk.send("保存")
    assert "兰台风采1篇" in clerk.reads()
    clerk.follow("媒体和简报刊载", clerk.page.locator(".phead"))
    clerk.follow("登记媒体", clerk.page.locator(".phead"))
    clerk.choose("kind", "简报")
    clerk.fill(outlet="区委简报", title="档案执法经验", published_on=DAY)
    clerk.upload("clipping", photo(folder, "剪报"))
    clerk.send("保存")
    assert "区委简报" in clerk.reads()
    clerk.menu("普法宣传")
    clerk.follow("媒体和简报刊载", clerk.page.locator(".phead"))
    clipping = clerk.row("档案执法经验").get_by_role("link", name="剪报 1")
    assert clerk.page.context.request.get(clipping.get_attribute("href")).ok
    clerk.menu("年度报告")
    clerk.follow(f"{TODAY.year} 年")
    year = clerk.page.url
    for figure, title in (
        ("普法活动", "档案法现场交流"), ("宣传稿件", "一位档案员"),
        ("媒体和简报刊载", "档案执法经验"),
    ):  # fmt: skip
        clerk.open(year)
        clerk.go(clerk.row(figure).get_by_role("link").first)
        assert title in clerk.reads()


def keep_ledger(clerk: Person, head: Person) -> None:
    """A task with its progress and the leadership's word on it; a visit whose hazard is a lead."""
    clerk.menu("工作台账")
    clerk.follow("列入任务", clerk.page.locator(".phead"))
    clerk.fill(title="档案安全大检查", owner="执法科", due_on=f"{TODAY.year}-12-31")
    clerk.send("保存")
    head.menu("工作台账")
    head.follow("档案安全大检查")
    head.act("督办")
    head.fill(note="月底前报结果。")
    head.send("督办")
    clerk.menu("工作台账")
    clerk.follow("档案安全大检查")
    assert "月底前报结果" in clerk.reads()
    clerk.act("更新进度")
    clerk.fill(progress=60, note="已检查三家。")
    clerk.send("保存")
    clerk.follow("登记安全检查", clerk.page.locator(".phead"))
    clerk.fill(visited_on=DAY, place=UNIT, leader="区委办公室负责同志", purpose="库房安全。")
    clerk.tick("发现档案安全隐患")
    clerk.fill(hazard="库房堆放杂物。")
    assert "选择存在隐患的单位" in clerk.send_refused("保存")
    clerk.choose("party", UNIT)
    clerk.send("保存")
    clerk.follow("已转线索")
    assert "库房堆放杂物" in clerk.reads()
    head.menu("工作台账")
    assert "60%" in head.reads()
    with head.page.expect_download() as downloading:
        head.page.get_by_role("link", name="导出 Excel").click()
    book = load_workbook(io.BytesIO(downloading.value.path().read_bytes()))
    cells = [str(cell.value) for sheet in book for row in sheet.rows for cell in row]
    assert any("档案安全大检查" in cell for cell in cells)


def set_days_of_platform(admin: Person, days: int) -> None:
    """The bureau's own term, from the first day of last year on."""
    admin.open("/admin/workdays/localterm/add/")
    admin.page.locator("[name=bureau]").select_option(index=1)
    admin.choose("unit", "工作日")
    admin.page.locator("[name=code]").select_option("D-I05")
    admin.fill(length=str(days), effective_from=f"{date.today().year - 1}-01-01", source="本局制度")
    admin.go(admin.page.locator("[name=_save]"))


def report_to_platform(clerk: Person, head: Person, visit: str, days: int) -> None:
    """The package is taken to the platform and its day registered; the clock of the check ends.

    Until then whoever oversees the clocks finds it among what is overdue.
    """
    head.menu("期限督办")
    late = head.row("检查信息录入监管平台")
    assert "逾期" in late.inner_text()
    head.go(late.get_by_role("link", name="检查信息录入监管平台").first)
    assert f"期限为{days}个工作日" in head.reads()
    head.menu("期限督办")
    head.go(head.row("检查信息录入监管平台").get_by_role("link", name=OTHER_UNIT).first)
    clerk.open(visit)
    clerk.act("填报监管平台")
    assert "下载填报包" in clerk.page.locator(".phead").inner_text()
    for name in ("Excel", "JSON"):
        link = clerk.page.get_by_role("main").get_by_role("link", name=name)
        assert clerk.page.context.request.get(link.get_attribute("href")).ok
    clerk.send("已在平台填报")
    assert "已填报" in clerk.reads()
    clerk.open(visit)
    assert not clerk.may("填报监管平台")
    head.menu("期限督办")
    assert head.row("检查信息录入监管平台").count() == 0
