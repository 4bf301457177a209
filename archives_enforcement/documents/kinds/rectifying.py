"""文书 of rectification: orders, look-back, talks, reminders."""

from archives_enforcement.documents.kinds.kind import EITHER, OFFICERS, SIGN, TWO_CHECK, UNIT, Kind

ARCHIVES_45 = "《中华人民共和国档案法》第四十五条"
RULES_45 = "《中华人民共和国档案法实施条例》第四十五条"
PRACTICE = "本机关检查工作规范"
INSPECTION = ("inspection",)
# What the unit is asked for by a day that the letter names.
REPLY = {"clock": "D-I20", "clock_named": "reply_due"}

# fmt: off
KINDS: dict[str, Kind] = {
    "correction_order": Kind(
        "责令限期整改通知书", "责改", "letter", ARCHIVES_45,
        {**UNIT, "facts": "查明的事实", "basis": "依据", "order": "整改内容",
         "term": "整改期限", "consequence": "逾期不改的后果"},
        about=INSPECTION, review=True, remedies=EITHER, affects_rights=True,
        clock="D-I07", clock_named="term", answered=("D-I07",),
    ),
    "emergency_notice": Kind(
        "档案安全紧急处置通知", "急", "letter", ARCHIVES_45,
        {**UNIT, "danger": "险情", "measures": "应当立即采取的措施", "report": "报告要求"},
        about=("inspection", "lead"), remedies=EITHER, affects_rights=True,
    ),
    "rectification_ledger": Kind(
        "整改台账", "整", "form", ARCHIVES_45,
        {**UNIT, "problems": "问题、措施和完成情况", "conclusion": "整改结论"},
        about=INSPECTION, by_officers=True, outward=False,
    ),
    "review_opinion": Kind(
        "整改复核意见（“回头看”记录）", "回", "form", "本机关检查工作规范（回头看）",
        {**UNIT, "time": "复核时间", "results": "逐项复核情况", "conclusion": "复核结论",
         **OFFICERS},
        about=INSPECTION, extra={"checked": "被检查单位意见"}, by_officers=True, outward=False,
        two_officers=TWO_CHECK,
    ),
    "interview_notice": Kind(
        "约谈通知书", "约", "letter", "本机关检查工作规范（工作约谈）",
        {"unit": "被约谈单位", "time": "约谈时间", "place": "约谈地点", "reason": "约谈事由"},
        retyped=True, signer=SIGN,
    ),
    "interview_minutes": Kind(
        "约谈记录", "约记", "form", "本机关检查工作规范（工作约谈）",
        {**UNIT, "time": "约谈时间", "place": "约谈地点", "participants": "参加人员",
         "course": "约谈内容", "commitments": "整改承诺和期限"},
        about=("interview",), extra={"checked": "被约谈单位核对意见"}, by_officers=True,
        outward=False,
    ),
    "criticism_record": Kind(
        "批评教育记录", "批教", "form", "《中华人民共和国行政处罚法》第三十三条",
        {"party": "被教育的当事人", "time": "时间", "place": "地点", "facts": "违法事实",
         "education": "教育内容", "reply": "当事人的表示", **OFFICERS},
        about=("inspection", "finding", "case"), extra={"checked": "当事人核对意见"},
        by_officers=True, outward=False,
    ),
    "reminder_letter": Kind(
        "提醒函", "提醒", "letter", PRACTICE,
        {"unit": "被提醒单位", "facts": "没有改好的问题", "request": "提醒的事项"},
        about=INSPECTION, retention="10年", signer=SIGN, measure=True,
    ),
    "inquiry_letter": Kind(
        "函询函", "函询", "letter", PRACTICE,
        {"unit": "被函询单位", "reason": "函询事由", "questions": "需要说明的问题",
         "reply_due": "回复期限"},
        about=("unit", "inspection", "lead"), **REPLY, asks=True, signer=SIGN, measure=True,
    ),
    "report_reminder": Kind(
        "催报函", "催报", "letter", RULES_45,
        {"unit": "被催报单位", "matter": "应当报送的事项", "was_due": "原定报送期限",
         "reply_due": "补报期限"},
        about=("unit",), retention="10年", **REPLY, answered=("D-I20",), signer=SIGN,
    ),
    "warning_circular": Kind(
        "档案安全预警通报", "警", "letter", PRACTICE,
        {"unit": "接收单位", "facts": "情况", "risks": "风险提示", "requirements": "工作要求"},
        about=("unit", "inspection"), review=True, printed=True, signer=SIGN, measure=True,
    ),
    "work_circular": Kind(
        "工作通报", "通", "letter", PRACTICE,
        {"unit": "接收单位", "facts": "有关情况", "requirements": "工作要求"},
        about=("unit", "inspection"), review=True, signer=SIGN, measure=True,
    ),
    "report_to_others": Kind(
        "情况报告函", "报", "letter", PRACTICE,
        {"receiver": "报送机关", "matter": "报告事项", "facts": "有关情况",
         "measures": "已采取的措施", "request": "请求或者建议"},
        about=("inspection", "lead", "case", "bureau"), review=True, outward=False, signer=SIGN,
    ),
    "exemplary_decision": Kind(
        "整改优秀典型决定", "典", "letter", PRACTICE,
        {"unit": "优秀典型单位", "before": "整改前的问题", "after": "整改措施和成效",
         "consent": "单位同意公开的情况"},
        about=("exemplary",), outward=False, public=True,
    ),
}
# fmt: on
