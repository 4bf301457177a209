"""One whole penalty as its people do it: every act below is a click, a key or an upload.

Only the bureau's people and the reference data exist when it begins (`founding`).
"""

from datetime import date

import pytest

from tests.browser import (
    founding,
    walk_case,
    walk_disclosing,
    walk_papers,
    walk_preparing,
    walk_verdict,
)
from tests.browser.browser import PHONE

THIS_YEAR = date.today().year
AMOUNT = "并处罚款人民币肆万柒仟元整（¥47,000）"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_a_case_walks_from_its_lead_to_the_public_page(visit, person, tmp_path):
    clerk, head, officer = person("clerk"), person("head"), person("officer")
    walk_preparing.confirm_identity(head)
    walk_case.register_firm(clerk)
    walk_preparing.open_account(person("admin"), "firm", "公司经办人", walk_case.FIRM)

    lead = walk_case.register_lead(clerk, tmp_path)
    case = walk_case.propose(officer, lead)
    assert person("officer2").status_of(f"{case}approve/") == 403
    walk_case.approve(head)
    walk_case.investigate(officer, case, tmp_path)
    walk_case.weigh(officer)

    number = walk_verdict.notify(officer, head, case)
    firm, phone = person("firm"), person("firm", PHONE)
    read_notice(firm, number)
    walk_verdict.agree_to_delivery(clerk, number, tmp_path)
    walk_papers.acknowledge(firm, number)
    walk_verdict.be_heard(phone, look_around)
    assert firm.status_of(case) == 403
    walk_verdict.answer(officer, case)
    walk_verdict.review(officer, person("reviewer"))

    number = walk_verdict.decide(officer, head, case)
    read_decision(head)
    walk_papers.acknowledge(firm, number)
    walk_verdict.pay_and_close(firm, officer, head, case)
    read_as_anyone(visit(walk_verdict.publish(clerk, head, number)), number)


def test_the_party_finds_everything_again_on_its_phone(person):
    """The case above is over: from its home the party reads both papers and the result."""
    phone = person("firm", PHONE)
    look_around(phone)
    for paper, words in (("行政处罚事先", "你（单位）的权利"), ("行政处罚决定书", "救济途径")):
        phone.open("/")
        phone.follow("看文书", phone.row(paper))
        look_around(phone)
        assert words in phone.reads()
        phone.act("看处理结果")
    assert "罚没款已缴清" in phone.reads()
    assert walk_verdict.ANSWER in phone.reads()
    look_around(phone)
    phone.follow("打开决定书")


@pytest.mark.full
def test_the_published_decision_is_corrected_for_its_party_and_withdrawn(person, visit, problems):
    """D06: asked for on line, decided by the head; after the change the notice is withdrawn."""
    clerk, head, firm = person("clerk"), person("head"), person("firm")
    clerk.menu("执法公示")
    clerk.follow(walk_case.FIRM)
    notice = clerk.page.url
    clerk.follow("看公开页面")
    address = clerk.page.url
    firm.open(address)
    firm.follow("登录后申请更正")
    firm.fill(request="追回的件数没有写。")
    firm.send("提交申请")
    clerk.open(firm.page.url)
    walk_disclosing.settle_correction(clerk, head, "丢失国有档案8件，已追回5件。")
    page = visit(address)
    words = page.get_by_role("main").inner_text()
    assert "已追回5件" in words
    assert "更正：违法事实" in words
    walk_disclosing.withdraw(clerk, notice)
    assert page.reload().status == 410
    words = page.get_by_role("main").inner_text()
    assert walk_disclosing.WITHDRAWN in words
    assert walk_case.FIRM not in words
    for of_page in problems:
        of_page[:] = [text for text in of_page if "status of 410" not in text]


def look_around(phone):
    """Nothing is too small for a finger or wider than the screen."""
    assert phone.out_of_reach() == []
    assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def read_notice(firm, number):
    """What is proposed, why, and both rights with their terms."""
    firm.open("/")
    firm.follow("看文书", firm.row(number))
    words = walk_papers.text_of_pdf(firm)
    assert f"示新档罚告〔{THIS_YEAR}〕1号" in words
    assert AMOUNT in words
    assert "于收到本告知书之日起5个工作日内提出" in words
    assert "有权要求听证" in words


def read_decision(head):
    """Number, amount in capitals, the answer to the party, its remedies."""
    words = walk_papers.text_of_pdf(head)
    assert f"示新档罚决〔{THIS_YEAR}〕1号" in words
    assert AMOUNT in words
    assert walk_verdict.PLEA.rstrip("。") in words
    assert f"不予采纳，理由：{walk_verdict.ANSWER}" in words
    assert "当事人明确不再提出其他意见，放弃听证的权利" in words
    assert "六十日内向示例市示例新区人民政府申请行政复议" in words
    assert "六个月内向示例市示例新区人民法院提起行政诉讼" in words
    assert "示例区档案行政处罚裁量权基准2026年版" in words


def read_as_anyone(page, number):
    """Nobody is signed in: the summary, without address or the representative's name."""
    assert page.get_by_role("button", name="退出").count() == 0
    words = page.get_by_role("main").inner_text()
    assert number in words
    assert walk_case.FIRM in words
    assert AMOUNT in words
    assert "法定代表人甲" not in words
