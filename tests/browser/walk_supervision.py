"""The walks of 执法监督检查, of the review of case files, and of the registers."""

import io
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from tests.browser import walk_case
from tests.browser.walk import Person
from tests.browser.walk_notices import issue

TODAY = date.today().isoformat()
GUEST = "示例邻区档案局邻区审核人员"
SEEN = "现场笔录没有写明出示证件的情况。"


def closed_case(clerk: Person, officer: Person, head: Person, folder: Path) -> str:
    """A case whose facts did not hold: the shortest way to something to supervise."""
    walk_case.register_firm(clerk)
    case = walk_case.propose(officer, walk_case.register_lead(clerk, folder))
    walk_case.approve(head)
    walk_case.investigate(officer, case, folder, lacking=1)
    head.open(case)
    head.act("结束案件（不处罚）")
    head.choose("outcome", "违法事实不能成立")
    head.fill(note="查明丢失的不是国家所有的档案。")
    head.send("结束案件（不处罚）")
    return case


def hold_round(
    clerk: Person, reviewer: Person, head: Person, officer: Person, method: str = "抽查",
    check: str = "",
) -> None:  # fmt: skip
    """Organised by one, witnessed by another, reviewed by the seven contents, told, answered.

    With a `check` at that unit one check is drawn beside the case; who arranged it does not
    review it.
    """
    place = draw(clerk, reviewer, method, check)
    officer.open(place)
    assert not officer.may("评查第1件")
    if check:
        reviewer.open(place)
        assert reviewer.row(check).count() == 1
        reviewer.follow("评查", reviewer.row(check))
        judge(reviewer)
        reviewer.open(place)
        assert "评查完再汇总" in reviewer.why_not("汇总并起草通报")
    clerk.open(place)
    clerk.follow("评查", clerk.row(walk_case.FIRM) if check else None)
    judge(clerk)
    tell_and_answer(clerk, reviewer, head, officer, place)


def hold_mutual_round(
    clerk: Person, reviewer: Person, head: Person, officer: Person, guest: Person, check: str
) -> None:
    """互查: a colleague of another bureau reads the issued papers and judges with his own hand.

    Before he is invited, and after he has judged, all of it is closed to him.
    """
    place = draw(clerk, reviewer, "互查", check)
    assert guest.status_of(place) == 404
    for record in (check, walk_case.FIRM):
        clerk.open(place)
        clerk.follow("邀请外局人员", clerk.row(record))
        assert "请选择" in clerk.send_refused("邀请")
        clerk.page.locator("select[name=guest]").select_option(index=1)
        clerk.send("邀请")
    assert "等待受邀人" in clerk.reads()
    for number in (1, 2):
        guest.open("/")
        guest.follow("互查评查")
        paper = guest.page.get_by_role("main").locator("ul.dots a.paper")
        assert paper.count() or number == 2
        for link in paper.all():
            assert guest.page.context.request.get(link.get_attribute("href")).ok
        door = guest.page.url
        judge(guest, "提交评查结论")
        assert guest.status_of(door) == 404
    guest.open("/")
    assert "互查评查" not in guest.reads()
    clerk.open(place)
    assert GUEST in clerk.reads()
    tell_and_answer(clerk, reviewer, head, officer, place)


def draw(clerk: Person, reviewer: Person, method: str, check: str) -> str:
    """The pool is fixed by one and drawn with the number of another; its address."""
    clerk.menu("监督检查（执法）")
    clerk.follow("组织监督检查")
    since = f"{date.today().year - bool(check)}-01-01"
    clerk.fill(title=f"年末执法监督{method}", since=since, until=TODAY, wanted_cases=1)
    clerk.fill(wanted_checks=int(bool(check)))
    clerk.tick(method)
    clerk.send("固定抽取范围")
    place = clerk.page.url
    assert "不能自己给出" in clerk.why_not("抽取")
    reviewer.open(place)
    reviewer.act("抽取")
    reviewer.fill(contribution="20261")
    reviewer.send("抽取")
    assert "评查完再汇总" in reviewer.why_not("汇总并起草通报")
    return place


def tell_and_answer(
    clerk: Person, reviewer: Person, head: Person, officer: Person, place: str
) -> None:
    """The common problems are told in a circular, put right, and that is verified."""
    clerk.open(place)
    clerk.act("汇总并起草通报")
    clerk.fill(receiver="本局执法科", problems=SEEN, requirements="补正笔录。")
    clerk.send("保存并起草通报")
    clerk.follow("执法监督检查情况通报")
    issue(clerk, reviewer, head, "执法监督检查情况通报")
    officer.open("/")
    officer.follow("报告检查纠正情况")
    officer.act("报告检查纠正情况")
    officer.fill(text="已补正。")
    officer.send("报告检查纠正情况")
    clerk.open(place)
    clerk.act("核实并办结")
    clerk.fill(text="已核实。")
    clerk.send("核实并办结")
    assert "已办结" in clerk.reads()


def judge(reviewer: Person, button: str = "保存评查结论") -> None:
    """A verdict on each of the seven contents, one of them a problem that is told in words."""
    page = reviewer.page
    for choice in page.locator("label").filter(has_text="没有问题").all():
        choice.click()
    page.locator("label", has=page.locator("[name=verdict_act][value=problem]")).click()
    assert "请写明" in reviewer.send_refused(button)
    reviewer.fill(note_act=SEEN)
    reviewer.send(button)


def review_file(reviewer: Person) -> None:
    """Pre-scored by the system, decided by a person, with its grade."""
    reviewer.menu("案卷评查")
    reviewer.follow("发起案卷评查")
    reviewer.page.locator("select[name=case]").select_option(index=1)
    reviewer.send("预评")
    reviewer.act("评定")
    for field in reviewer.page.locator("main input[type=number]").all():
        field.fill("0")
    for choice in reviewer.page.locator("label").filter(has_text="没有").all():
        choice.click()
    for field in reviewer.page.locator("main input[name^=note_]").all():
        field.fill("已核对案卷。")
    reviewer.fill(opinion="案卷齐全。")
    reviewer.send("评定")
    assert "优秀" in reviewer.reads()


def keep_registers(clerk: Person) -> None:
    """复议、诉讼、赔偿 and 调解 with their outcomes, handed out as Excel."""
    register(clerk, "行政复议", "维持", claims="请求撤销检查结果。")
    register(clerk, "行政诉讼", "驳回", claims="请求确认违法。")
    register(clerk, "行政赔偿", "决定赔偿", claims="赔偿损失。", amount=500)
    register(clerk, "行政调解", "达成协议", claims="赔偿损失。")
    clerk.menu("复议诉讼赔偿调解")
    with clerk.page.expect_download() as downloading:
        clerk.page.get_by_role("link", name="导出").click()
    book = load_workbook(io.BytesIO(downloading.value.path().read_bytes()))
    kinds = {row[0] for row in book.active.iter_rows(values_only=True)}
    assert {"行政复议", "行政诉讼", "行政赔偿", "行政调解"} <= kinds


def register(clerk: Person, kind: str, outcome: str, *, claims: str, **more) -> None:
    """What is to be answered is answered before its outcome comes."""
    clerk.menu("复议诉讼赔偿调解")
    clerk.follow("登记")
    clerk.tick(kind)
    clerk.fill(applicant="示例档案服务公司", body="示例办理机关", claims=claims)
    clerk.send("登记")
    if kind in ("行政复议", "行政诉讼"):
        clerk.act("登记已答复")
        clerk.send("登记已答复")
    clerk.act("登记结果")
    clerk.tick(outcome)
    clerk.fill(decision=f"{outcome}。", **more)
    clerk.send("登记结果")
    assert outcome in clerk.reads()
