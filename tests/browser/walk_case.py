"""The walk of a case until its notice: firm, lead, filing, evidence, facts, discretion."""

from datetime import date, timedelta
from pathlib import Path

from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_preparing import pick
from units.credit_code import check_character

FIRM = "示例档案服务有限公司"
ENDED_ON = (date.today() - timedelta(days=200)).isoformat()
TIP = f"反映{FIRM}在受托整理区档案馆档案期间丢失档案。"
FACTS = "受托整理期间丢失国有档案8件。\n其中永久档案3件，30年档案5件。"
CORRECTION = "停止违法行为，追回或者以副本补全丢失的档案"
LOST, REPORTED = "丢失永久档案3件、30年档案5件", "次日主动报告，十日内追回5件"
MIDDLE, LESSENED = "定期30年档案，或者永久档案1至10件", "主动消除或者减轻"
FINE = 47_000
KNOWN = {"state_owned": "是", "hall_holdings": "否", "crime": "没有发现", "in_jurisdiction": "是"}
ELEMENTS = 3  # of V01: state-owned, lost, while serving


def credit_code(number: int) -> str:
    """The code of a company of these examples."""
    code = f"91999901MA{number:07d}"
    return code + check_character(code)


def register_firm(clerk: Person, name: str = FIRM, number: int = 0) -> None:
    """The firm is entered by hand; the decision will name it as 第五十九条 asks."""
    clerk.menu("被检查单位")
    clerk.follow("登记单位")
    clerk.fill(
        name=name,
        credit_code=credit_code(number),
        legal_representative="法定代表人甲",
        address="示例新区服务路3号",
    )
    clerk.choose("kind", "档案服务企业")
    clerk.send("登记")


def register_lead(clerk: Person, folder: Path, tip: str = TIP, party: str = FIRM) -> str:
    """A tip with its picture; returns the address of the lead."""
    clerk.menu("案件")
    clerk.follow("线索")
    clerk.follow("登记线索")
    clerk.choose("party", party)
    clerk.tick("投诉举报")
    clerk.fill(received_on=clerk.today.isoformat(), text=tip)
    clerk.upload("files", photo(folder, "举报材料"))
    clerk.send("登记线索")
    return clerk.page.url


def propose(officer: Person, lead: str) -> str:
    """One officer is not enough; two with certificates are. Returns the address of the case."""
    officer.open(lead)
    assert "还没有认定事实" in officer.why_not("提请立案")
    determine(officer)
    officer.act("提请立案")
    officer.fill(summary="受托整理期间丢失国有档案。", act_ended_on=ENDED_ON)
    officer.fill(act_place="示例新区档案馆")
    pick(officer, "officers", "执法人员寅")
    assert "不足两人" in officer.send_refused("提请立案")
    pick(officer, "officers", "执法人员卯")
    officer.send("提请立案")
    assert not officer.may("批准立案")
    return officer.page.url


def determine(officer: Person) -> None:
    """A fact that is not known opens no fine; once it is known, the clause of a firm does."""
    officer.act("认定事实")
    officer.follow("丢失属于国家所有的档案")
    for question, answer in KNOWN.items():
        pick(officer, question, answer)
    officer.fill(grounds="交接清单显示接收档案120件、交还112件。")
    officer.send("保存认定")
    assert "还没有查明" in officer.why_not("提请立案")
    officer.act("认定事实")
    pick(officer, "in_service", "是")
    officer.send("保存认定")
    assert "20,000元以上200,000元以下" in officer.reads()


def approve(head: Person) -> None:
    """The head finds it among his work; from now on the ninety days run."""
    head.open("/")
    head.follow("批准立案")
    head.act("批准立案")
    assert "九十日" in head.send("批准立案")


def add_evidence(officer: Person, title: str, kind: str, proves: str, picture: Path) -> None:
    officer.act("登记证据")
    officer.choose("kind", kind)
    officer.fill(title=title, proves=proves, source="从当事人处调取")
    officer.fill(obtained_on=officer.today.isoformat())
    officer.upload("files", picture)
    if kind == "当事人的陈述":
        assert "应当先出示执法证件" in officer.send_refused("登记证据")
        officer.tick("已出示执法证件")
        officer.upload("files", picture)
    officer.send("登记证据")


def investigate(
    officer: Person, case: str, folder: Path, facts: str = FACTS, grave: str = "", lacking: int = 0,
    elements: int = ELEMENTS,
) -> None:  # fmt: skip
    """Evidence, then the elements of 档案法第四十九条 one by one, then the report.

    The element numbered `lacking` is found not to be there.
    """
    officer.open(case)
    assert "还没有可以采用的证据" in officer.why_not("调查终结")
    listed = photo(folder, "交接清单")
    add_evidence(officer, "档案交接清单", "书证", "接收档案120件、交还112件", listed)
    spoken = photo(folder, "询问笔录")
    add_evidence(officer, "询问笔录", "当事人的陈述", "当事人承认丢失8件", spoken)
    officer.act("认定事实")
    officer.fill(facts=facts)
    for place in range(1, elements + 1):
        pick(officer, f"result_{place}", "不具备" if place == lacking else "已查明具备")
        pick(officer, f"evidence_{place}", "证据1")
    officer.send("认定事实")
    officer.act("调查终结")
    officer.fill(report="事实清楚，证据充分，建议处罚。", grave=grave)
    officer.send("调查终结")


def weigh(officer: Person) -> None:
    """Two facts with their evidence; a figure below the band is refused with what to do."""
    officer.act("登记裁量事实")
    use_fact(officer, LOST, MIDDLE)
    officer.follow("登记裁量事实")
    use_fact(officer, REPORTED, LESSENED)
    assert "示例区档案行政处罚裁量权基准" in officer.reads()
    officer.fill(fine=1000, correction=CORRECTION)
    officer.page.get_by_role("button", name="确定拟处罚意见").click()
    officer.page.locator(".stop").wait_for()
    officer.problems.clear()
    officer.fill(fine=FINE)
    officer.send("确定拟处罚意见")


def use_fact(officer: Person, text: str, use: str) -> None:
    officer.fill(text=text)
    officer.choose("use", officer.page.locator("[name=use] option", has_text=use).inner_text())
    officer.tick("证据1")
    assert "档次已重新计算" in officer.send("登记裁量事实")
