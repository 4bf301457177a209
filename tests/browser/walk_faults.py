"""The walks of 对执法的投诉 and 过错责任: complained of, looked into, held to account or not."""

from tests.browser.walk import Person
from tests.browser.walk_notices import JUSTICE, OFFICER, issue
from tests.browser.walk_preparing import pick

SLOW = "收到材料二十日没有答复。"
MISTAKEN = "当日已经答复，登记簿漏记。"


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
    hear(fault, reviewer, head, officer, "当时在外检查，已补办。")
    reviewer.open(fault)
    reviewer.act("提出处理意见")
    reviewer.fill(findings="属实。", harm="单位两次来访。", opinion="申辩部分采纳。")
    reviewer.tick("责令书面检查", "暂扣行政执法证件")
    reviewer.send("提出处理意见")
    head.open(fault)
    head.act("决定追究")
    head.fill(reasons="情节较轻。")
    head.send("决定追究")
    carry_out(clerk, reviewer, head, fault)
    officer.menu("与本人有关的认定")
    officer.follow(SLOW)
    assert "责令书面检查" in officer.reads()


def hear(fault: str, reviewer: Person, head: Person, officer: Person, says: str) -> None:
    """Who looks into it is named; the officer is told first, and speaks in his term."""
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
    officer.fill(text=says)
    officer.send("陈述申辩")


def carry_out(clerk: Person, reviewer: Person, head: Person, fault: str) -> None:
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


def let_off(clerk: Person, reviewer: Person, head: Person, officer: Person) -> None:
    """不予追究: nothing came of it, so nobody can be held to account, and the ground is stated."""
    clerk.menu("过错责任")
    clerk.follow("登记过错责任")
    clerk.choose("officer", OFFICER)
    clerk.fill(facts=MISTAKEN)
    assert "过错情形" in clerk.send_refused("登记")
    clerk.tick("（十）")
    clerk.send("登记")
    fault = clerk.page.url
    assert clerk.page.locator(".acts .b.pri").count() == 0  # the head's turn: nothing to press on
    hear(fault, reviewer, head, officer, "登记簿漏记，已经补上。")
    reviewer.open(fault)
    reviewer.act("提出处理意见")
    reviewer.fill(findings="答复在期限内。", opinion="申辩采纳，建议不予追究。")
    reviewer.send("提出处理意见")
    head.open(fault)
    head.act("决定追究")
    assert "没有写明危害后果" in head.reads()
    head.open(fault)
    head.act("不予追究")
    assert "请选择" in head.send_refused("不予追究")
    head.tick("没有造成危害后果")
    head.fill(reasons="没有造成后果。")
    head.send("不予追究")
    assert "不予追究" in head.reads()
    officer.menu("与本人有关的认定")
    officer.follow(MISTAKEN)
    assert "不予追究" in officer.reads()
