"""The walk of a fine on the spot, under a clause as a local regulation may add it (第五十一条)."""

import re
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import expect

from tests.browser import walk_case, walk_lead
from tests.browser.walk import Person
from tests.browser.walk_on_site import photo
from tests.browser.walk_preparing import pick

FINE = 1_000
CLAUSE = {
    "title": "示例市档案条例（示例数据）",
    "issuer": "示例市人民代表大会常务委员会",
    "article": 30,
    "effective_from": "2022-01-01",
    "source": "示例数据",
    "offender": "单位",
    "minimum": 500,
    "maximum": 3_000,
}
TOLD = {
    "fine": FINE,
    "correction": "立即抢救受潮档案，书面报告事故经过",
    "reasons": "初次违法，当场改正",
    "time": "当日10时20分",
    "place": "示例新区建设路1号",
    "statement": "当事人没有陈述、申辩",
    "payment_account": "指定银行示例支行",
}
DECISION = "当场处罚决定书"


def enter_clause(admin: Person) -> None:
    """A district law sets a small fine where the national law sets none (第十二条第三款)."""
    page = admin.page
    admin.open("/admin/")
    admin.go(page.locator(".model-localclause").get_by_role("link", name="增加"))
    admin.fill(**CLAUSE)
    for name, words in (
        ("bureau", "示例新区"), ("level", "地方性法规"), ("mark", "本系统建议"),
        ("violation", walk_lead.ACT), ("category", "单位"),
    ):  # fmt: skip
        option = page.locator(f"select[name={name}] option").filter(has_text=words).first
        admin.choose(name, option.inner_text().strip())
    for kind in ("警告", "罚款"):
        page.locator(f"input[name=kinds][value={kind}]").check()
    admin.go(page.locator("[name=_save]"))
    expect(page.locator(".messagelist .success")).to_be_visible()


def determine(officer: Person, lead: str) -> None:
    officer.open(lead)
    officer.act("认定事实")
    officer.follow(walk_lead.ACT)
    for question, answer in walk_lead.KNOWN.items():
        pick(officer, question, answer)
    officer.fill(grounds=walk_lead.GROUNDS)
    officer.send("保存认定")
    assert "500元以上3,000元以下" in officer.reads()


def begin(officer: Person) -> str:
    """Proposed, and by the same two officers dealt with on the spot; returns the case."""
    officer.act("提请立案")
    ended = officer.today - timedelta(days=2)
    officer.fill(summary=walk_lead.GROUNDS, act_ended_on=ended.isoformat(), act_place="建设路1号")
    pick(officer, "officers", "执法人员寅")
    pick(officer, "officers", "执法人员卯")
    officer.send("提请立案")
    case = officer.page.url
    officer.act("适用简易程序（当场处罚）")
    officer.send("适用简易程序")
    return case


def find(officer: Person, case: str, folder: Path) -> None:
    officer.open(case)
    walk_case.add_evidence(
        officer, "现场照片", "视听资料", "库房漏水三日没有抢救", photo(folder, "现场照片")
    )
    officer.act("认定事实")
    officer.fill(facts=walk_lead.GROUNDS)
    names = [it.get_attribute("name") for it in officer.page.locator("[name^=result_]").all()]
    for place in sorted({int(name.removeprefix("result_")) for name in names}):
        pick(officer, f"result_{place}", "已查明具备")
        pick(officer, f"evidence_{place}", "证据1")
    officer.send("认定事实")


def decide(officer: Person, case: str) -> str:
    """Beyond the limit it is refused; the officers decide themselves. Returns the number."""
    officer.open(case)
    officer.act(f"起草{DECISION}")
    officer.fill(**TOLD | {"fine": 3_001})
    officer.tick("已出示执法证件")
    assert "超过当场处罚的限额" in officer.send_refused(f"起草{DECISION}")
    officer.fill(fine=FINE)
    officer.send(f"起草{DECISION}")
    officer.act("定稿归卷")
    officer.tick("我已核对内容")
    return re.search(r"编号 (\S+?)，", officer.send("定稿归卷"))[1]


def report(officer: Person, case: str) -> None:
    officer.open(case)
    officer.act("报备案")
    officer.fill(note="执法科登记第1号")
    officer.send("报备案")
