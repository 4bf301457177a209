"""What the law wants stated and told in a paper stands in the wording of its kind."""

import re

import pytest

from archives_enforcement.documents import reference
from archives_enforcement.documents.kinds import KINDS

WORDINGS = {code: reference.read(code) for code in KINDS}
FORMS = [code for code, kind in KINDS.items() if kind.layout == "form"]
SAID_FOR_HIM = re.compile(r"以上.{2,12}(?:核对|告知)|与.{2,6}一致|我已|没有人为")


# What the law says the paper must state: the facts that may not be missing.
@pytest.mark.parametrize(
    ("code", "facts"),
    [
        # 行政处罚法 44
        ("prior_notice", "proposal facts reasons basis hearing"),
        # 行政处罚法 52¶2; 44 and 45 bind the simple procedure too
        ("summary_decision", "facts penalty basis time place officers statement"),
        # 行政处罚法 59
        ("no_penalty_decision", "party party_address facts evidence reasons"),
        ("penalty_decision", "party party_address facts evidence penalty basis performance"),
        # 行政处罚法 56
        ("preservation_notice", "items place term"),
        # 行政处罚法 64
        ("hearing_notice", "time place chair openness"),
        # 行政处罚法 20¶2
        ("entrustment", "enabling matters term"),
        # 行政处罚法 48¶2
        ("withdrawal_statement", "paper reason"),
        # 行政强制法 18(二)-(九)
        ("coercion_record", "time place officers presence told statement signing"),
        # 行政强制法 35
        ("demand_notice", "duty term manner payment"),
        # 行政强制法 55
        ("enforcement_application", "decision facts opinions demand object request"),
        # 行政处罚法 72; 行政强制法 45
        ("surcharge_decision", "decision reckoning penalty performance"),
        # 档案法 22, 49¶3
        ("purchase_request", "receiver facts archives necessity basis opinions custody"),
        # 移送涉嫌犯罪案件的规定 6
        ("crime_referral", "facts basis enclosures"),
        # 行政处罚法 45
        ("statement_record", "statement answer officers"),
        # 行政处罚法 48
        ("disclosure_approval", "paper redaction secrecy"),
        # 行政处罚法 55
        ("questioning_record", "person identity time officers rights answers"),
        # 行政处罚法 56
        ("preservation_approval", "items reason place"),
        ("sampling_receipt", "samples method officers shown"),
        # 行政处罚法 57; 58 (六项)
        ("investigation_report", "facts evidence law discretion opinion officers"),
        ("legal_review_opinion", "subject facts law procedure papers transfer opinion"),
        # 行政处罚法 66¶2
        ("instalment_approval", "hardship request"),
        # 民事诉讼法 95
        ("public_delivery", "papers content attempts term"),
        # 档案法 42, 45; 实施条例 46¶2
        ("correction_order", "facts basis order term"),
        ("feedback_letter", "inspected_on overview problems report_due"),
        ("handling_proposal", "person facts basis proposal reply_due"),
        # 国办发〔2024〕54号
        ("inspection_approval", "source items time officers count"),
        ("inspection_notice", "time place items officers"),
        ("draw_record", "pool method result officers witness"),
        # 上级执法监督 (五项内容和复查途径)
        ("supervision_notice", "receiver facts basis requirements term review"),
    ],
)
def test_facts_the_law_demands_are_mandatory(code, facts):
    assert set(facts.split()) - KINDS[code].fields.keys() == set()


# What the law wants told in every paper of the kind, whatever its facts.
@pytest.mark.parametrize(
    ("code", "told"),
    [
        # 行政处罚法 44, 45; of a hearing it tells where the law gives one
        ("prior_notice", "有权进行陈述和申辩 {hearing} 不会因 更重的处罚"),
        # 行政处罚法 43, 55
        ("questioning_record", "出示执法证件 有权拒绝 申请回避 如实回答询问 向其宣读 逐页签字"),
        # 行政处罚法 56, 85
        (
            "preservation_notice",
            "负责人批准 七日内（工作日） 不得销毁或者转移 签名或者盖章"
            " 签字：当事人（签章）、执法人员、执法人员、见证人",
        ),
        # 行政处罚法 63¶2, 64
        ("hearing_notice", "七日前（工作日） 一至二人代理 申请回避 申辩和质证 视为放弃 不承担"),
        ("hearing_record", "核对无误 拒绝签字或者盖章 听证主持人在笔录中注明"),
        # 行政处罚法 45
        ("statement_record", "有权进行陈述和申辩 不得因陈述、申辩而给予更重的处罚"),
        # 行政处罚法 28, 52, 70, 72
        ("summary_decision", "出示执法证件 责令当事人改正 百分之三 专用票据 备案 拒绝签收"),
        # 行政处罚法 61¶2
        ("address_confirmation", "当事人同意的 传真、电子邮件"),
        # 行政处罚法 72
        ("instalment_notice", "百分之三 不超出罚款的数额 申请人民法院强制执行"),
        # 行政强制法 18(八), (九)
        ("coercion_record", "拒绝签字的，由执法人员注明 邀请见证人到场 见证人和执法人员签字"),
        # 行政强制法 35, 54, 69
        ("demand_notice", "有权进行陈述和申辩 十日（工作日） 申请人民法院强制执行"),
        # 行政强制法 55¶2
        ("enforcement_application", "签字：行政机关负责人"),
        # 行政处罚法 72; 行政强制法 45
        ("surcharge_decision", "已经告知加处罚款的标准 第七十二条第一款第一项 {remedies}"),
        # 档案法 22¶1
        ("purchase_request", "征购由省级以上档案主管部门决定 请审定"),
        # 移送涉嫌犯罪案件的规定 5, 7, 8
        (
            "crime_referral",
            "正职负责人（主持工作的负责人）批准 回执上签字 书面通知 接收人（签名）：",
        ),
        # 档案法实施条例 46¶2
        ("handling_proposal", "书面告知我局"),
        # 行政处罚法 20
        ("entrustment", "不得再委托 承担法律责任 向社会公布"),
        # 行政处罚法 43¶3
        ("recusal_decision", "不停止调查"),
        # 行政处罚法 43, 55; 档案法 47
        ("inspection_notice", "出示行政执法证件 有权拒绝检查 申请其回避 不收取任何费用 投诉举报"),
        # 档案法 44
        ("emergency_notice", "立即采取措施 及时向我局报告"),
    ],
)
def test_rights_and_duties_the_law_wants_told_are_told(code, told):
    assert [words for words in told.split() if words not in WORDINGS[code]] == []


@pytest.mark.parametrize("code", FORMS)
def test_nobody_is_made_to_say_what_he_has_not_said(code):
    """Whether a record is right its reader writes himself, in the cell that is left for it."""
    assert SAID_FOR_HIM.findall(WORDINGS[code]) == []
    if KINDS[code].by_officers and "核对" in WORDINGS[code]:
        assert "checked" in KINDS[code].extra


# Steps on the way to a decision: they tell the party's right to be heard, not how to appeal.
ON_THE_WAY = {
    "prior_notice", "hearing_notice", "preservation_notice", "demand_notice", "instalment_notice",
    "slip_notice",
}  # fmt: skip


def test_every_measure_that_decides_on_rights_tells_the_remedies():
    """行政处罚法第四十四条、行政复议法第二十条: who is ordered learns where he may appeal."""
    silent = {code for code, kind in KINDS.items() if kind.affects_rights and not kind.remedies}
    assert silent == ON_THE_WAY
    assert KINDS["correction_order"].remedies
