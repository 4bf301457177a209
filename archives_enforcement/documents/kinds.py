"""文书种类: one table of what the bureau issues; the wording is data (`Wording`)."""

from typing import NamedTuple

RENDER = "render_document"  # the job that makes the PDF of an issued document


class Kind(NamedTuple):
    """A kind of document.

    `fields` are the mandatory facts (name → 中文); without one of them nothing is issued.
    `clock` is the time limit (law.md code) that delivery starts for the receiver.
    """

    label: str
    series: str  # 文书代字 between the bureau's word and the year
    layout: str  # letter (GB/T 9704) or form
    basis: str
    fields: dict[str, str]
    outward: bool = True
    clock: str = ""
    public: bool = False
    remedies: bool = False  # must tell how and where to appeal
    affects_rights: bool = False  # delivered as 行政处罚法第六十一条 says, with a receipt


# fmt: off
KINDS: dict[str, Kind] = {
    "inspection_notice": Kind(
        "行政检查通知书", "检通", "letter", "《中华人民共和国档案法》第四十二条",
        {"unit": "被检查单位", "time": "检查时间", "place": "检查地点", "items": "检查事项",
         "officers": "执法人员及证件编号"},
    ),
    "feedback_letter": Kind(
        "档案行政检查反馈意见书", "反", "letter", "《中华人民共和国档案法》第四十二条",
        {"unit": "被检查单位", "inspected_on": "检查日期", "overview": "检查概况",
         "problems": "存在问题和整改要求", "report_due": "报告要求"},
        clock="D-I08",
    ),
    "interview_notice": Kind(
        "约谈通知书", "约", "letter", "本机关检查工作规范（工作约谈）",
        {"unit": "被约谈单位", "time": "约谈时间", "place": "约谈地点", "reason": "约谈事由"},
    ),
    "inquiry_letter": Kind(
        "函询函", "函询", "letter", "本机关检查工作规范",
        {"unit": "被函询单位", "reason": "函询事由", "questions": "需要说明的问题",
         "reply_due": "回复期限"},
    ),
    "site_record": Kind(
        "现场检查笔录", "检笔", "form", "《中华人民共和国档案法》第四十二条",
        {"unit": "被检查单位", "officers": "执法人员及证件编号"}, outward=False,
    ),
    "prior_notice": Kind(
        "行政处罚事先（听证）告知书", "罚告", "letter",
        "《中华人民共和国行政处罚法》第四十四条、第六十三条",
        {"party": "当事人", "facts": "违法事实", "evidence": "证据", "basis": "处罚依据",
         "proposal": "拟作出的处罚", "reasons": "裁量理由"},
        clock="D-P07", affects_rights=True,
    ),
    "penalty_decision": Kind(
        "行政处罚决定书", "罚决", "letter", "《中华人民共和国行政处罚法》第五十九条",
        {"party": "当事人", "party_address": "当事人地址", "facts": "违法事实", "evidence": "证据",
         "basis": "处罚依据", "penalty": "处罚种类和数额", "performance": "履行方式和期限",
         "answer": "对陈述申辩的答复", "reasons": "裁量理由"},
        clock="D-P13", public=True, remedies=True, affects_rights=True,
    ),
    "annual_report": Kind(
        "年度行政执法工作报告", "年", "letter", "国办发〔2018〕118号",
        {"year": "年度", "body": "正文"}, outward=False, public=True,
    ),
}
# fmt: on


def choices():
    """For a model field: code and Chinese name."""
    return [(code, kind.label) for code, kind in KINDS.items()]
