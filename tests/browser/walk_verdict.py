"""The walk of a case from its notice on: heard, reviewed, decided, paid, closed, published."""

from collections.abc import Callable
from pathlib import Path

from tests.browser import walk_papers
from tests.browser.walk import Person
from tests.browser.walk_case import FINE, FIRM
from tests.browser.walk_on_site import photo

PLEA = "我公司已主动报告并追回大部分档案，请从轻处理。"
ANSWER = "主动减轻危害后果已在裁量时从轻考虑，数额在从轻档内"
RECEIPT = "示例票据0001"
ACCOUNT = "示例银行示例支行（示例账户）"


def notify(officer: Person, head: Person, case: str, party: str = FIRM) -> str:
    """The notice of what is proposed, drafted and signed; returns its number."""
    officer.open(case)
    officer.act("起草事先告知书")
    officer.send("起草事先告知书")
    walk_papers.submit(officer)
    return walk_papers.sign(head, party)


def agree_to_delivery(clerk: Person, number: str, folder: Path) -> None:
    """The firm has signed that it takes papers online: from then on signing is delivery."""
    clerk.menu("文书")
    clerk.follow("行政处罚事先", clerk.row(number))
    clerk.act("登记送达")
    clerk.follow("查看或者登记确认书")
    clerk.follow("登记确认书")
    clerk.fill(address="示例新区服务路3号", recipient="经办人甲", phone="000-00000000")
    clerk.fill(signed_on=clerk.today.isoformat())
    clerk.tick("同意在本系统接收电子送达")
    clerk.upload("files", photo(folder, "送达地址确认书"))
    clerk.send("登记")


def be_heard(party: Person, look_around: Callable[[Person], None]) -> None:
    """The party says its part on its own pages, and gives the hearing up."""
    party.open("/")
    look_around(party)
    party.follow("提意见")
    look_around(party)
    party.follow("提出意见")
    look_around(party)
    party.fill(text=PLEA)
    assert "局里核对后会答复" in party.send("提交意见")
    party.follow("放弃听证")
    look_around(party)
    assert "请先核对" in party.send_refused("确认放弃")
    party.tick("明确放弃")
    party.send("确认放弃")


def answer(officer: Person, case: str) -> None:
    """Each statement is answered before anything goes on."""
    officer.open(case)
    assert "还没有复核和答复" in officer.why_not("送法制审核")
    officer.act("复核陈述申辩")
    officer.fill(reexamination="复核了交接清单和询问笔录", reason=ANSWER)
    officer.tick("不予采纳")
    officer.send("复核陈述申辩")


def review(
    officer: Person, reviewer: Person, party: str = FIRM, heard: str = "没有要求听证"
) -> None:
    """Looked at by a person who had no part in it; nothing is decided before (D08)."""
    assert not officer.may("起草处罚决定书")
    officer.act("送法制审核")
    officer.send("送法制审核")
    assert not officer.may("法制审核")
    assert officer.status_of(f"{officer.page.url}review/") == 403
    assert not officer.may("起草处罚决定书")
    reviewer.open("/")
    reviewer.follow(f"法制审核：{party}")
    reviewer.act("法制审核")
    reviewer.fill(
        competence="主体适格，承办人员持证",
        evidence="事实清楚，证据充分",
        discretion="依据正确，裁量适当",
        procedure=f"已告知，已听取陈述申辩，{heard}",
        opinion="同意。",
    )
    reviewer.tick("通过")
    assert reviewer.send("提交审核意见") == "审核通过，可以起草决定书。"


def decide(officer: Person, head: Person, case: str, party: str = FIRM) -> str:
    hand_in_decision(officer, case)
    return walk_papers.sign(head, party)


def hand_in_decision(officer: Person, case: str) -> None:
    officer.open(case)
    officer.act("起草处罚决定书")
    officer.fill(payment_account=ACCOUNT)
    officer.send("起草处罚决定书")
    walk_papers.submit(officer)


def pay_and_close(party: Person, officer: Person, head: Person, case: str) -> None:
    """What is paid, and no more, lets the officer propose the closing that the head approves."""
    party.open("/")
    party.follow("看处理结果")
    assert f"缴纳¥{FINE:,}" in party.reads()
    officer.open(case)
    assert "没有缴纳" in officer.why_not("提请结案")
    officer.act("登记缴款")
    officer.fill(amount=FINE + 1, receipt=RECEIPT)
    assert f"还应缴纳{FINE:,}元" in officer.send_refused("登记缴款").replace(" ", "")
    officer.fill(amount=FINE, paid_on=officer.today.isoformat(), receipt=RECEIPT)
    officer.send("登记缴款")
    close(officer, head, case)


def close(officer: Person, head: Person, case: str) -> None:
    """Proposed with a report by the officer, approved by the head alone."""
    officer.act("提请结案")
    officer.fill(note="决定书已送达，罚款已缴清，建议结案。")
    officer.send("提请结案")
    assert officer.status_of(f"{case}close/") == 403
    head.open(case)
    head.act("批准结案")
    assert "建议结案" in head.reads()
    head.send("批准结案")


def publish(clerk: Person, head: Person, number: str, credit: str = "一般（三个月至一年）") -> str:
    """The summary for everyone; returns the address of the public page."""
    clerk.menu("执法公示")
    clerk.follow("拟公示", clerk.row(number))
    clerk.tick(credit)
    clerk.fill(credit_reason="警告并处罚款。")
    clerk.send("保存公示稿")
    notice = clerk.page.url
    head.open(notice)
    head.act("保密审查")
    head.fill(note="不涉密。")
    head.tick("我已逐字核对")
    head.send("保密审查")
    head.act("批准公示")
    head.send("批准公示")
    clerk.open(notice)
    clerk.act("公布")
    clerk.send("公布")
    clerk.follow("看公开页面")
    return clerk.page.url
