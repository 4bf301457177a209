"""The walks of 执法监督: rounds, file reviews, notices, complaints, faults, registers."""

from datetime import date
from pathlib import Path

from tests.browser import walk_case, walk_papers
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_preparing import pick

TODAY = date.today().isoformat()
OFFICER = "执法人员寅"
OFFICE, JUSTICE = "本局法规科", "示例新区司法局"
SEEN, SLOW = "现场笔录没有写明出示证件的情况。", "收到材料二十日没有答复。"


def closed_case(clerk: Person, officer: Person, head: Person, folder: Path) -> str:
    """A case whose facts did not hold: the shortest way to something to supervise."""
    walk_case.register_firm(clerk)
    case = walk_case.propose(officer, walk_case.register_lead(clerk, folder))
    walk_case.approve(head)
    walk_case.investigate(officer, case, folder)
    head.open(case)
    head.act("结束案件（不处罚）")
    head.choose("outcome", "违法事实不能成立")
    head.fill(note="查明丢失的不是国家所有的档案。")
    head.send("结束案件（不处罚）")
    return case


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


def hold_round(clerk: Person, reviewer: Person, head: Person, officer: Person) -> None:
    """Organised by one, witnessed by another, reviewed by the seven contents, told, answered."""
    clerk.menu("监督检查（执法）")
    clerk.follow("组织监督检查")
    clerk.fill(title="年末执法监督检查", since=f"{TODAY[:4]}-01-01", until=TODAY, wanted_cases=1)
    clerk.tick("抽查")
    clerk.send("固定抽取范围")
    place = clerk.page.url
    assert "不能自己给出" in clerk.why_not("抽取")
    reviewer.open(place)
    reviewer.act("抽取")
    reviewer.fill(contribution="20261")
    reviewer.send("抽取")
    assert "评查完再汇总" in reviewer.why_not("汇总并起草通报")
    officer.open(place)
    assert not officer.may("评查第1件")
    clerk.open(place)
    clerk.follow("评查")
    for choice in clerk.page.locator("label").filter(has_text="没有问题").all():
        choice.click()
    clerk.page.locator("label", has=clerk.page.locator("[name=verdict_act][value=problem]")).click()
    assert "请写明" in clerk.send_refused("保存评查结论")
    clerk.fill(note_act=SEEN)
    clerk.send("保存评查结论")
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


def serve_notice(clerk: Person, reviewer: Person, head: Person, officer: Person) -> None:
    """五项内容, the head's seal, the other side's review in time, correction, the end."""
    clerk.menu("监督通知（决定）")
    clerk.follow("起草执法监督文书")
    clerk.choose("ground", clerk.page.locator("[name=ground] option", has_text="程序").inner_text())
    clerk.fill(receiver="本局执法科", facts=SEEN, requirement="补正笔录。", manner="由原人员补正。")
    clerk.tick("责令自行纠正")
    assert "请填写“依据”" in clerk.send_refused("保存并起草文书")
    clerk.fill(basis="行政处罚法第五十五条")
    clerk.send("保存并起草文书")
    notice = clerk.page.url
    clerk.follow("办理文书")
    issue(clerk, reviewer, head, "行政执法监督通知书")
    officer.open("/")
    officer.follow("签收行政执法监督通知书")
    officer.act("签收")
    officer.fill(received_by=OFFICER)
    officer.send("签收")
    officer.act("申请复查")
    officer.fill(reasons="笔录另有附页。")
    officer.send("申请复查")
    clerk.open(notice)
    clerk.act("起草复查决定书")
    clerk.tick("维持")
    clerk.fill(findings="附页没有签字。", decision="维持原通知。")
    clerk.send("保存并起草文书")
    issue(clerk, reviewer, head, "行政执法监督复查决定书")
    officer.open(notice)
    officer.act("报告纠正情况")
    officer.fill(text="已由原人员补正。")
    officer.send("报告纠正情况")
    clerk.open(notice)
    clerk.act("核实并办结")
    clerk.fill(text="已核实补正。")
    clerk.send("核实并办结")
    assert "已办结" in clerk.reads()


def enter_from_above(clerk: Person, folder: Path) -> None:
    """What 司法局 sent is entered with its scan and runs as one issued here."""
    clerk.menu("监督通知（决定）")
    clerk.follow("录入收到的文书")
    clerk.choose("ground", clerk.page.locator("[name=ground] option", has_text="程序").inner_text())
    clerk.fill(
        number="示司督〔2026〕1号", issued_on=TODAY, receiver="本局执法科", facts=SEEN,
        requirement="补正。", basis="行政执法监督条例", manner="补正。",
    )  # fmt: skip
    clerk.tick("责令自行纠正")
    clerk.upload("scan", photo(folder, "监督通知书"))
    clerk.send("保存")
    assert JUSTICE in clerk.reads()


def complain(clerk: Person, reviewer: Person, head: Person, officer: Person) -> str:
    """A charge against an officer, who does not see it; another looks into it; it is answered."""
    clerk.menu("对执法的投诉")
    clerk.follow("登记投诉建议")
    clerk.tick("检举")
    clerk.fill(complainant="反映人甲", contact="000-11112222", text=SLOW)
    clerk.tick(OFFICER)
    clerk.send("登记")
    complaint = clerk.page.url
    assert officer.status_of(complaint) == 403
    head.open("/")
    head.follow("指定调查人")
    head.act("指定调查人")
    assert "反映人甲" not in head.reads()
    head.choose("investigator", "法制审核人员辰")
    head.send("指定调查人")
    reviewer.open("/")
    reviewer.follow("调查对执法的检举")
    reviewer.act("登记调查结果")
    pick(reviewer, "outcome", "部分属实")
    reviewer.fill(findings=SLOW, handling="追究过错责任。")
    reviewer.send("登记调查结果")
    clerk.open(complaint)
    clerk.act("答复反映人")
    clerk.tick("电话")
    clerk.fill(text="已调查并处理。")
    clerk.send("答复反映人")
    return complaint


def advise(clerk: Person, reviewer: Person, head: Person) -> None:
    """A suggestion of 人大: adopted or not, and always answered."""
    clerk.menu("对执法的投诉")
    clerk.follow("登记投诉建议")
    pick(clerk, "kind", "建议")
    clerk.choose("source", "人大")
    clerk.fill(complainant="示例新区人大", text="建议公布检查清单。")
    clerk.send("登记")
    advice = clerk.page.url
    head.open(advice)
    head.act("指定调查人")
    head.choose("investigator", "法制审核人员辰")
    head.send("指定调查人")
    reviewer.open(advice)
    reviewer.act("登记调查结果")
    pick(reviewer, "outcome", "建议已采纳")
    reviewer.fill(findings="已研究。", handling="公布清单。")
    reviewer.send("登记调查结果")
    reviewer.act("答复反映人")
    reviewer.tick("没有留下联系方式")
    reviewer.fill(text="无法答复。")
    assert "应当答复" in reviewer.send_refused("答复反映人")
    reviewer.tick("书面")
    reviewer.send("答复反映人")
    assert "已答复" in reviewer.reads()


def hold_to_account(
    clerk: Person, reviewer: Person, head: Person, officer: Person, complaint: str
) -> None:
    """One of 22 forms, the officer heard first, two of the ways to handle it, and the end."""
    clerk.open(complaint)
    clerk.act("转过错责任")
    assert "没有规定这项职权" in clerk.reads()
    clerk.tick("（十）")
    clerk.send("登记")
    fault = clerk.page.url
    head.open("/")
    head.follow("为过错责任")
    head.act("指定调查人")
    head.choose("investigator", "法制审核人员辰")
    head.send("指定调查人")
    reviewer.open(fault)
    reviewer.act("告知当事人员")
    reviewer.send("告知当事人员")
    assert "期满没有陈述的才能往下办" in reviewer.why_not("期满没有陈述")
    assert officer.status_of(fault) == 403
    officer.open("/")
    officer.follow("陈述申辩")
    assert "反映人甲" not in officer.reads()
    officer.act("陈述申辩")
    officer.fill(text="当时在外检查，已补办。")
    officer.send("陈述申辩")
    reviewer.open(fault)
    reviewer.act("提出处理意见")
    reviewer.fill(findings="属实。", harm="单位两次来访。", opinion="申辩部分采纳。")
    reviewer.tick("责令书面检查", "暂扣行政执法证件")
    reviewer.send("提出处理意见")
    head.open(fault)
    head.act("决定追究")
    head.fill(reasons="情节较轻。")
    head.send("决定追究")
    clerk.open(fault)
    assert "还没有落实" in clerk.why_not("办结")
    settle(clerk, fault)
    clerk.act("起草决定（建议）书")
    clerk.send("起草决定（建议）书")
    issue(clerk, reviewer, head, "行政执法过错责任追究决定（建议）书")
    clerk.open(fault)
    clerk.act("办结")
    clerk.send("办结")
    assert "处理已全部落实，办结" in clerk.reads()
    officer.menu("与本人有关的认定")
    officer.follow(SLOW)
    assert "责令书面检查" in officer.reads()


def measure(clerk: Person, words: str):
    """The line of the table of measures; the reason beside 办结 names them too."""
    return clerk.page.locator("main tbody tr").filter(has_text=words)


def settle(clerk: Person, fault: str) -> None:
    """What the bureau does itself, and what it only proposes to who has the power."""
    clerk.follow("登记落实", measure(clerk, "责令书面检查"))
    clerk.fill(result="已交书面检查。")
    clerk.send("登记落实情况")
    clerk.follow("送出建议", measure(clerk, "暂扣行政执法证件"))
    clerk.fill(competent=JUSTICE, number="示新档责究〔2026〕1号")
    clerk.send("送出建议")
    clerk.follow("登记答复", measure(clerk, "暂扣行政执法证件"))
    clerk.fill(result="决定暂扣执法证件一个月。")
    clerk.send("登记落实情况")
    clerk.open(fault)


def keep_registers(clerk: Person) -> None:
    """行政赔偿 and 行政调解 with their outcomes, handed out as Excel."""
    for kind, outcome, amount in (("行政赔偿", "决定赔偿", 500), ("行政调解", "达成协议", None)):
        clerk.menu("复议诉讼赔偿调解")
        clerk.follow("登记")
        clerk.tick(kind)
        clerk.fill(applicant="示例档案服务公司", body="本局", claims="赔偿损失。")
        clerk.send("登记")
        clerk.act("登记结果")
        clerk.tick(outcome)
        clerk.fill(decision="已达成。", **({"amount": amount} if amount else {}))
        clerk.send("登记结果")
    clerk.menu("复议诉讼赔偿调解")
    assert clerk.page.get_by_role("link", name="导出").count() == 1
