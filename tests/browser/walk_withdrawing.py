"""The walk of what was published by mistake: withdrawn with its reason, and published anew."""

from collections.abc import Callable
from datetime import date, timedelta

from playwright.sync_api import Page

from tests.browser import walk_preparing
from tests.browser.walk import Person

REASON = "误公布，内容有错，改正后另行公布。"
BENCHMARK, DRAW = "示例新区裁量权基准", "误公示的抽取"
Look = Callable[[str], Page]


def public_page(person: Person) -> str:
    person.follow("看公开页面")
    return person.page.url


def withdraw(person: Person, act: str) -> None:
    """Never without a reason, nor with a number that is nobody's business."""
    person.act(act)
    person.fill(reason="请致电13800138000。")
    assert "手机号码" in person.send_refused(act)
    person.fill(reason=REASON)
    assert "理由已公开" in person.send(act)


def is_gone(page: Page, hidden: str) -> None:
    """The address that people kept says why, and no longer what stood there."""
    assert page.reload().status == 410
    words = page.get_by_role("main").inner_text()
    assert REASON in words and "撤回日期" in words
    assert hidden not in words


def plan(clerk: Person, reviewer: Person, head: Person, look: Look) -> None:
    walk_preparing.publish_plan(clerk, reviewer, head)
    address = clerk.page.url
    page = look(public_page(clerk))
    clerk.open(address)
    withdraw(clerk, "撤回公布")
    is_gone(page, "落实档案工作责任制")
    clerk.open("/")
    clerk.follow("修改退回的")
    clerk.act("提交审核")
    clerk.send("提交审核")
    reviewer.open(address)
    reviewer.act("法制审核通过")
    reviewer.fill(opinion="已改正，同意。")
    reviewer.send("法制审核")
    head.open(address)
    head.act("审定")
    head.send("审定")
    clerk.open(address)
    clerk.act("公布")
    clerk.send("公布")
    assert page.reload().status == 200
    assert REASON in page.get_by_role("main").inner_text()


def checklist(clerk: Person, look: Look) -> None:
    clerk.menu("检查清单")
    clerk.follow("档案行政执法检查清单")
    address = clerk.page.url
    clerk.act("公布清单")
    clerk.send("公布清单")
    clerk.go(clerk.page.locator("dl a.num"))
    page = look(clerk.page.url)
    clerk.open(address)
    withdraw(clerk, "撤回公布")
    is_gone(page, "档案行政执法检查清单")
    assert "不能用于检查企业" in clerk.reads()
    clerk.act("公布清单")
    clerk.send("公布清单")
    assert clerk.may("撤回公布")


def benchmark(reviewer: Person, head: Person, look: Look) -> None:
    reviewer.menu("案件")
    reviewer.follow("裁量权基准")
    reviewer.go(reviewer.page.locator(".tb a.row-link").first)
    reviewer.act("起草新版本")
    reviewer.fill(
        title=BENCHMARK, version="一", issuer="示例新区档案局", source="示新档发〔2026〕1号"
    )
    reviewer.send("起草新版本")
    head.open(reviewer.page.url)
    head.act("公布")
    head.tick("我已核对基准的内容")
    head.send("公布")
    address = head.page.url
    page = look(f"/publicity/public/benchmarks/{address.rstrip('/').split('/')[-1]}/")
    assert BENCHMARK in page.get_by_role("main").inner_text()
    withdraw(head, "撤回公布")
    is_gone(page, BENCHMARK)
    assert REASON in head.reads()


def draw(clerk: Person, head: Person, look: Look) -> None:
    """Before the number is announced it is the clerk's; the digest alone stays to be read."""
    clerk.menu("随机抽取")
    clerk.follow("准备抽取")
    clerk.fill(
        title=DRAW, unit_count=1, source="示例彩票下一期开奖号码", place="会议室",
        announced_at=f"{date.today() + timedelta(days=2)}T21:30",
        witness_name="监督人甲", witness_post="区纪委",
    )  # fmt: skip
    clerk.send("保存")
    clerk.act("公示")
    clerk.tick("名单、规则、公布的数")
    clerk.send("公示")
    address = clerk.page.url
    page = look(public_page(clerk))
    assert head.status_of(f"{address}withdraw/") == 403
    clerk.open(address)
    withdraw(clerk, "撤回公示")
    is_gone(page, DRAW)
    assert "公示的摘要" in page.get_by_role("main").inner_text()
