"""The walks of 执法监督通知（决定）书: issued here or received, reviewed, put right."""

from datetime import date, timedelta
from pathlib import Path

from tests.browser import walk_papers
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo

TODAY = date.today().isoformat()
LONG_AGO = date.today() - timedelta(60)
OFFICER, OFFICE, JUSTICE = "执法人员寅", "本局法规科", "示例新区司法局"
GROUNDS = (
    "行政执法主体不合法", "行政执法程序违法或者不当", "具体行政行为违法或者不当",
    "规范性文件不合法", "工作人员不履行法定职责", "其他应当纠正的违法行为",
)  # fmt: skip
ELEMENTS = {  # of 五项内容 what is typed
    "receiver": "被监督的机构", "facts": "认定的事实和理由", "requirement": "处理决定的内容",
    "basis": "依据", "manner": "执行方式",
}  # fmt: skip
SEEN = "现场笔录没有写明出示证件的情况。"
NOTICE, DECISION = "行政执法监督通知书", "行政执法监督决定书"
REASONS = "笔录另有附页。"
REVIEW = "行政执法监督复查决定书"
GOVERNMENT = "示例新区人民政府"


def issue(drafter: Person, reviewer: Person, head: Person, title: str) -> None:
    """A drafted paper, looked through by a third, signed by the head."""
    drafter.act("提交审核")
    drafter.send("提交审核")
    reviewer.open("/")
    reviewer.follow(title)
    reviewer.act("审核通过")
    reviewer.tick("我已核对")
    reviewer.send("审核通过")
    walk_papers.sign(head, title)


def name_issuer(admin: Person, name: str, kind: str) -> None:
    """The administrator names a body that supervises."""
    admin.open("/admin/supervision/issuer/add/")
    admin.page.locator("[name=bureau]").select_option(index=1)
    admin.choose("kind", kind)
    admin.fill(name=name, source="执法监督制度")
    admin.go(admin.page.locator("[name=_save]"))


def draft_notice(clerk: Person, ground: str, **words: str) -> None:
    """What stands in every one of them but the ground and the result."""
    clerk.menu("监督通知（决定）")
    clerk.follow("起草执法监督文书")
    choose_ground(clerk, ground)
    clerk.fill(receiver="本局执法科", facts=SEEN, manner="由原人员补正。", **words)


def choose_ground(clerk: Person, words: str) -> None:
    option = clerk.page.locator("[name=ground] option", has_text=words)
    clerk.choose("ground", option.inner_text())


def draft_on_each_ground(clerk: Person) -> None:
    """六种情形: each has its paper, and none is drafted while an element is missing."""
    for ground in GROUNDS:
        draft_notice(clerk, ground, requirement="纠正。", basis="行政执法监督条例")
        clerk.tick("建议撤销")
        clerk.fill(competent=GOVERNMENT)
        if ground == GROUNDS[0]:
            miss_each_element(clerk)
        clerk.send("保存并起草文书")
        assert ground in clerk.reads()


def miss_each_element(clerk: Person) -> None:
    for name, label in ELEMENTS.items():
        typed = clerk.page.locator(f"[name={name}]").input_value()
        clerk.fill(**{name: ""})
        assert f"请填写“{label}”" in clerk.send_refused("保存并起草文书")
        clerk.fill(**{name: typed})
    clerk.fill(term="")
    assert "请填写“纠正和报告期限”" in clerk.send_refused("保存并起草文书")
    clerk.fill(term="10")


def serve_notice(clerk: Person, reviewer: Person, head: Person, officer: Person) -> None:
    """五项内容, the head's seal, the other side's review in time, correction, the end."""
    draft_notice(clerk, "程序", requirement="补正笔录。")
    clerk.tick("责令自行纠正")
    assert "请填写“依据”" in clerk.send_refused("保存并起草文书")
    clerk.fill(basis="行政处罚法第五十五条")
    clerk.send("保存并起草文书")
    notice = send_out(clerk, reviewer, head, NOTICE)
    ask_for_review(officer, NOTICE)
    decide_review(clerk, reviewer, head, notice, "维持")
    put_right(officer, clerk, notice)


def send_out(clerk: Person, reviewer: Person, head: Person, title: str) -> str:
    """The drafted notice shown, through its paper to the seal; returns its address."""
    notice = clerk.page.url
    clerk.follow("办理文书")
    issue(clerk, reviewer, head, title)
    return notice


def ask_for_review(officer: Person, title: str) -> None:
    """The supervised office signs for it and asks for a review, which suspends nothing."""
    officer.open("/")
    officer.follow(f"签收{title}")
    officer.act("签收")
    officer.fill(received_by=OFFICER)
    officer.send("签收")
    officer.act("申请复查")
    officer.fill(reasons=REASONS)
    officer.send("申请复查")
    assert officer.may("报告纠正情况")


def decide_review(clerk: Person, reviewer: Person, head: Person, notice: str, outcome: str) -> None:
    clerk.open(notice)
    clerk.act("起草复查决定书")
    assert REASONS in clerk.reads()
    clerk.tick(outcome)
    clerk.fill(findings="附页没有签字。", decision=f"{outcome}原通知。")
    clerk.send("保存并起草文书")
    issue(clerk, reviewer, head, REVIEW)


def put_right(officer: Person, clerk: Person, notice: str) -> None:
    officer.open(notice)
    officer.act("报告纠正情况")
    officer.fill(text="已由原人员补正。")
    officer.send("报告纠正情况")
    clerk.open(notice)
    clerk.act("核实并办结")
    clerk.fill(text="已核实补正。")
    clerk.send("核实并办结")
    assert "已办结" in clerk.reads()


def propose_to_revoke(clerk: Person, reviewer: Person, head: Person, officer: Person) -> None:
    """决定书: the bureau revokes nothing itself, it proposes that to who may (C11).

    On a review the decision is altered, and what it now says is put right.
    """
    draft_notice(clerk, "规范性文件", requirement="撤销超越权限的条款。", basis="行政执法监督条例")
    clerk.tick(DECISION, "责令自行纠正")
    assert "本机关只能建议撤销" in clerk.send_refused("保存并起草文书")
    clerk.tick("建议撤销")
    assert "报哪个有权机关处理" in clerk.send_refused("保存并起草文书")
    clerk.fill(competent=GOVERNMENT)
    clerk.send("保存并起草文书")
    notice = send_out(clerk, reviewer, head, DECISION)
    clerk.open(notice)
    assert GOVERNMENT in clerk.reads()
    ask_for_review(officer, DECISION)
    decide_review(clerk, reviewer, head, notice, "变更")
    clerk.open(notice)
    assert "变更原通知" in clerk.reads()
    put_right(officer, clerk, notice)


def lose_on_review(clerk: Person, reviewer: Person, head: Person, officer: Person) -> None:
    """What the review revokes need not be put right: nothing is left to do, no clock runs."""
    draft_notice(clerk, "程序", requirement="补正笔录。", basis="行政处罚法第五十五条")
    clerk.tick("责令自行纠正")
    clerk.send("保存并起草文书")
    notice = send_out(clerk, reviewer, head, NOTICE)
    ask_for_review(officer, NOTICE)
    decide_review(clerk, reviewer, head, notice, "撤销")
    officer.open(notice)
    assert "复查撤销" in officer.reads()
    assert not officer.may("报告纠正情况")
    officer.open("/")
    assert NOTICE not in officer.reads()


def enter(clerk: Person, folder: Path, **days: str) -> str:
    """录入 what came with its scan; returns its address."""
    clerk.menu("监督通知（决定）")
    clerk.follow("录入收到的文书")
    choose_ground(clerk, "程序")
    clerk.fill(
        receiver="本局执法科", facts=SEEN, requirement="补正。", basis="行政执法监督条例",
        manner="补正。", **days,
    )  # fmt: skip
    clerk.tick("责令自行纠正")
    clerk.upload("scan", photo(folder, "监督通知书"))
    clerk.send("保存")
    assert JUSTICE in clerk.reads()
    return clerk.page.url


def ask_too_late(reviewer: Person, officer: Person, folder: Path) -> None:
    """Ten days after it came nobody asks for a review any more; it is put right all the same."""
    day = LONG_AGO.isoformat()
    notice = enter(reviewer, folder, number="示司督〔2026〕2号", issued_on=day, received_on=day)
    officer.open(notice)
    assert not officer.may("申请复查")
    assert "逾期" in officer.reads()
    assert officer.may("报告纠正情况")


def enter_from_above(clerk: Person, officer: Person, folder: Path) -> None:
    """What 司法局 sent is entered with its scan, runs as one issued here, and falls on review."""
    notice = enter(clerk, folder, number="示司督〔2026〕1号", issued_on=TODAY)
    officer.open(notice)
    officer.act("申请复查")
    officer.fill(reasons=REASONS)
    officer.send("申请复查")
    clerk.open(notice)
    clerk.act("录入复查决定")
    clerk.tick("撤销")
    clerk.fill(findings="附页齐全。", decision="撤销原通知。", number="示司复〔2026〕1号")
    clerk.upload("scan", photo(folder, "复查决定书"))
    clerk.send("录入复查决定")
    assert "复查撤销" in clerk.reads()
