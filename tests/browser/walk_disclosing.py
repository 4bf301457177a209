"""The walks of 执法公示: withheld, released, published, corrected, updated, withdrawn."""

from datetime import date
from pathlib import Path

from tests.browser.walk import Person
from tests.browser.walk_on_site import photo

GROUND = "国家秘密"
ERROR = "公示的内容与文书不一致。"
PRIVATE = "联系人：档案员周甲乙，电话0730-8123456。"
WITHDRAWN = "公示的内容有误，更正后另行公示。"


def withhold_and_release(clerk: Person, head: Person, paper: str) -> None:
    """不予公开 is decided by another, reported, and lifted when its ground falls away."""
    clerk.menu("执法公示")
    clerk.follow("拟公示", clerk.row(paper))
    clerk.follow("提出不予公开", clerk.page.locator("aside"))
    assert "具体情况" in clerk.send_refused("提出不予公开")
    clerk.tick(GROUND)
    clerk.fill(reasons="单位名称的密级正在认定。", redaction="隐去名称以后仍可以推知。")
    clerk.send("提出不予公开")
    row = clerk.page.url
    assert not clerk.may("决定不予公开")
    head.open("/")
    head.follow("不予公开：")
    head.act("决定不予公开")
    head.fill(note="同意，等认定结果。")
    head.send("决定不予公开")
    clerk.open("/")
    clerk.follow("登记备案：")
    clerk.act("登记备案")
    clerk.fill(filed_with="示例新区司法局")
    clerk.send("登记备案")
    clerk.menu("执法公示")
    assert "拟公示" not in [link.inner_text() for link in clerk.page.locator(".todo .b").all()]
    head.open(row)
    head.act("解除不予公开")
    head.fill(note="认定不属于国家秘密。")
    head.send("解除不予公开")


def publish_result(clerk: Person, head: Person, paper: str) -> str:
    """The summary is there by itself; a second person checks it. Returns the notice's address."""
    clerk.menu("执法公示")
    clerk.follow("拟公示", clerk.row(paper))
    assert "取自检查记录" in clerk.reads()
    summary = clerk.page.locator("[name=facts]").input_value()
    clerk.fill(facts=f"{summary}{PRIVATE}")
    notice = save_draft(clerk)
    stop_at_what_is_private(head, notice)
    clerk.open(notice)
    clerk.act("修改")
    clerk.fill(facts=summary)
    clerk.send("修改公示稿")
    head.open(notice)
    head.act("保密审查")
    assert "没有找出人名" in head.reads()
    return publish(clerk, head, notice)


def publish_draft(clerk: Person, head: Person) -> str:
    """The draft shown to the clerk, checked and approved by the head; returns its address."""
    return publish(clerk, head, save_draft(clerk))


def save_draft(clerk: Person) -> str:
    clerk.send("保存公示稿")
    assert "拟稿人不能审查" in clerk.why_not("保密审查")
    return clerk.page.url


def publish(clerk: Person, head: Person, notice: str) -> str:
    head.open(notice)
    head.act("保密审查")
    head.fill(note="不涉密。")
    head.tick("我已逐字核对")
    head.send("保密审查")
    head.act("批准公示")
    head.send("批准公示")
    clerk.open("/")
    clerk.follow("公布：")
    clerk.act("公布")
    clerk.send("公布")
    return notice


def stop_at_what_is_private(head: Person, notice: str) -> None:
    """What must go is named beside the text, and so is what only may be a name; nothing passes."""
    head.open(notice)
    head.act("保密审查")
    words = head.reads()
    for wanted in ("必须先删去", "电话号码0730-8123456", "可能是人名周甲乙"):
        assert wanted in words
    head.fill(note="不涉密。")
    head.tick("我已逐字核对")
    assert "电话号码" in head.send_refused("保密审查")


def correct_on_paper(clerk: Person, head: Person, notice: str, words: str, folder: Path) -> None:
    """A request that came on paper is looked into by the clerk and decided by the head."""
    clerk.open(notice)
    clerk.act("登记更正申请")
    clerk.fill(request="结论写得不准确。")
    clerk.upload("proof", photo(folder, "更正申请书"))
    clerk.send("登记")
    settle_correction(clerk, head, words)


def settle_correction(clerk: Person, head: Person, words: str) -> None:
    """From the request shown to the clerk to what the public reads."""
    request = clerk.page.url
    clerk.act("核实")
    clerk.fill(facts=words, opinion="经核实，申请属实。")
    clerk.send("核实")
    assert not clerk.may("更正")
    head.open(request)
    head.act("更正")
    head.send("更正")


def bring_up_to_date(clerk: Person) -> None:
    """Everything was put right since: the work list asks for it, the numbers come by themselves."""
    clerk.open("/")
    clerk.follow("更新整改情况")
    assert "已全部整改" in clerk.reads()
    clerk.send("更新整改情况")


def withdraw(clerk: Person, notice: str) -> None:
    """Nothing is withdrawn before it is said what has changed."""
    clerk.open(notice)
    assert "请先登记" in clerk.why_not("撤回公示")
    clerk.act("登记变更")
    clerk.fill(changed_on=date.today().isoformat(), ground=ERROR)
    clerk.send("登记变更")
    clerk.open("/")
    clerk.follow("撤回公示：")
    clerk.act("撤回公示")
    clerk.fill(reason=WITHDRAWN)
    clerk.send("撤回公示")


def withdraw_changed(clerk: Person) -> None:
    """What 复议 has changed waits at the desk to be withdrawn, with its three days."""
    clerk.open("/")
    clerk.follow("撤回公示：")
    assert "已有变更" in clerk.reads()
    clerk.act("撤回公示")
    clerk.fill(reason=WITHDRAWN)
    clerk.send("撤回公示")
