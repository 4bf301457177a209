"""Every kind has a wording: it states what the law asks for, in words that can be signed."""

import re
from collections import Counter

import pytest

from archives_enforcement.documents import reference
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Wording
from archives_enforcement.documents.text_rules import FIELD, FIRST_LEVEL, filled
from archives_enforcement.documents.wording_rules import COMMON
from archives_enforcement.legislation.models import Law
from archives_enforcement.legislation.numerals import from_chinese, to_chinese
from tests.legislation.bases import not_in_force

WORDINGS = {code: reference.read(code) for code in KINDS}
LETTERS = [code for code, kind in KINDS.items() if kind.layout == "letter"]
FORMS = [code for code, kind in KINDS.items() if kind.layout == "form"]
LAID_OUT_ELSEWHERE = {"site_record": "{blocks}", "annual_report": "{body}"}
STANDING = {"phone", "remedies"}  # what the bureau says of itself, on any paper
WITHOUT_ARTICLE = {  # practice of the bureau, or a document that has no articles
    "本机关检查工作规范",
    "本机关检查工作规范（双随机、一公开）",
    "本机关检查工作规范（观察员）",
    "本机关检查工作规范（回头看）",
    "本机关检查工作规范（工作约谈）",
    "本机关执法监督工作规范",
    "本机关文书工作规范（补正笔误）",
    "《档案行政处罚程序规定》第四章",  # 执行和结案; its articles are not in the library
    "国办发〔2018〕118号",
}

ARTICLE = "第[一二三四五六七八九十百]+条"
CITED = re.compile(rf"《([^《》]+)》({ARTICLE}(?:、{ARTICLE})*)")
ROW = re.compile(r"([^：{}]+)：\{([a-z_]+)\}")
SIGNED = "签字："
SAID_FOR_HIM = re.compile(r"以上.{2,12}(?:核对|告知)|与.{2,6}一致|我已|没有人为")
HALF_WIDTH = re.compile(r"[,.;:!?()\[\]\"'~%]|[ 　]{2}|[ 　]$")


def lines(code):
    return WORDINGS[code].splitlines()


def addressee(code):
    """The field that is typeset above a letter and need not stand in it."""
    fields = KINDS[code].fields if code in LETTERS else {}
    return next((name for name in ("receiver", "unit", "party") if name in fields), None)


def citations(text):
    return [
        (title, from_chinese(article[1:-1]))
        for title, articles in CITED.findall(text)
        for article in articles.split("、")
    ]


@pytest.mark.parametrize("end", ["前", "以前", "之前", "前。", "内"])
@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_what_is_typed_with_its_end_is_not_said_twice(code, end):
    """请于2026年12月31日前前书面回复: nobody knows what the wording puts behind his field."""
    fields = dict.fromkeys(FIELD.findall(WORDINGS[code]), f"2026年12月31日{end}")
    said = "\n".join(filled(line, fields) for line in lines(code))
    assert not re.search("前[以之]?前|。。|前。前|内[以之]?前", said)


def test_wordings_and_kinds_are_the_same_set():
    assert {path.stem for path in reference.FOLDER.iterdir()} == set(KINDS)


def test_no_two_kinds_share_a_number_series():
    assert [name for name, n in Counter(k.series for k in KINDS.values()).items() if n > 1] == []


@pytest.mark.big_set
@pytest.mark.parametrize("code", [code for code in KINDS if code not in LAID_OUT_ELSEWHERE])
def test_every_fact_stands_once_and_none_is_unknown(code):
    kind, count = KINDS[code], Counter(FIELD.findall(WORDINGS[code]))
    spared = {addressee(code)}
    assert [name for name in kind.fields if name not in spared and count[name] != 1] == []
    assert [name for name, n in count.items() if n > 1] == []
    elsewhere = STANDING if kind.about else COMMON.keys()
    assert count.keys() - kind.fields.keys() - kind.extra.keys() - elsewhere == set()
    assert kind.extra.keys() <= count.keys()


@pytest.mark.parametrize(("code", "whole"), LAID_OUT_ELSEWHERE.items())
def test_papers_laid_out_by_their_app_are_one_field(code, whole):
    assert lines(code) == [whole]


@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_ways_of_appeal_are_told_where_they_must_be_and_only_there(code):
    assert lines(code).count("{remedies}") == bool(KINDS[code].remedies)


@pytest.mark.parametrize("code", FORMS)
def test_rows_of_a_form_bear_the_names_of_the_catalogue(code):
    labels = {**KINDS[code].fields, **KINDS[code].extra}
    rows = [row.groups() for row in map(ROW.fullmatch, lines(code)) if row]
    assert [label for label, name in rows if labels[name] != label] == []


@pytest.mark.parametrize("code", FORMS)
def test_records_made_by_officers_have_lines_to_sign_at_their_end(code):
    signed = [place for place, line in enumerate(lines(code), 1) if line.startswith(SIGNED)]
    assert signed in ([], [len(lines(code))])
    assert signed or not KINDS[code].by_officers or code in LAID_OUT_ELSEWHERE


@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_signs_are_those_of_chinese_print(code):
    assert [line for line in lines(code) if HALF_WIDTH.search(FIELD.sub("〇", line))] == []
    assert [line for line in lines(code) if line != line.strip() or not line] == []


@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_sentences_end_and_headings_do_not(code):
    headings = [line for line in lines(code) if FIRST_LEVEL.match(line)]
    assert [line for line in headings if line[-1] in "。：；"] == []
    unended = [
        line
        for line in lines(code)
        if line not in headings
        and line[-1] not in "。："
        and not (FIELD.fullmatch(line) or ROW.fullmatch(line) or line.startswith(SIGNED))
    ]
    assert unended == []


@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_headings_are_counted_without_a_gap_and_none_is_empty(code):
    places = [place for place, line in enumerate(lines(code)) if FIRST_LEVEL.match(line)]
    numbers = [lines(code)[place].split("、")[0] for place in places]
    assert numbers == [to_chinese(number) for number in range(1, len(numbers) + 1)]
    assert {place + 1 for place in places}.isdisjoint({*places, len(lines(code))})


def test_every_basis_is_an_article_of_the_library_or_named_as_having_none(db):
    bases = {kind.basis for kind in KINDS.values()}
    assert {basis for basis in bases if CITED.sub("", basis).strip("、")} == WITHOUT_ARTICLE
    known = set(Law.objects.values_list("title", "versions__articles__number"))
    cited = {each for basis in bases for each in citations(basis)}
    assert cited - known == set()


def test_every_article_in_a_wording_is_in_force_on_the_day_it_is_first_used(db):
    codes = dict(Law.objects.values_list("title", "code"))
    cited = [
        ({"law": codes.get(title), "article": number}, wording.effective_from.isoformat())
        for wording in Wording.objects.filter(version=1)
        for title, number in citations(wording.text)
    ]
    assert len(cited) > 25
    assert not_in_force(cited) == []


@pytest.mark.parametrize("text", ["", "依照《中华人民共和国行政处罚法》的规定"])
def test_a_wording_that_cites_no_article_of_the_penalty_law_is_usable_earlier(text):
    assert reference.first_day(text) == reference.FIRST_DAY


@pytest.mark.parametrize(
    "later", ["〔2024〕54号", "第825号", "信用修复管理办法", "实施条例》第", "行政复议法》第"]
)
def test_no_wording_rests_on_law_that_came_later(later):
    assert [code for code, text in WORDINGS.items() if later in text] == []


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
