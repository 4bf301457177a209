"""文书 of a penalty case, from filing to decision."""

from archives_enforcement.documents.kinds.kind import (
    EITHER,
    OFFICERS,
    ON_THE_SPOT,
    PARTY,
    REVIEW_FIRST,
    SIGN,
    Kind,
)

PENALTY = "《中华人民共和国行政处罚法》"
COERCION_18 = "《中华人民共和国行政强制法》第十八条"
PRACTICE = "本机关文书工作规范（补正笔误）"  # no article: see `documents.slips`
CASE = ("case",)
HANDED_IN = ("D-P15", "D-P16")  # what was taken on the spot: to the bureau, then to the bank
TWO_DECIDE = f"{PENALTY}第四十二条、第五十二条"
TWO_HEAR = f"{PENALTY}第四十二条、第四十五条"
TWO_PRESERVE = f"{PENALTY}第四十二条、第五十六条"
TWO_REPORT = f"{PENALTY}第四十二条、第五十七条"
THINGS = {"名称": 38, "规格（特征）": 38, "数量": 18, "状态": 22, "存放地点": 26}
EVIDENCE = {"证据名称": 46, "来源": 36, "证明的事实": 60}

# fmt: off
KINDS: dict[str, Kind] = {
    "filing_approval": Kind(
        "立案（不予立案）审批表", "立", "form", f"{PENALTY}第五十四条",
        {**PARTY, "source": "案件来源", "cause": "案由", "facts": "涉嫌违法的事实",
         "basis": "涉嫌违反的规定", **OFFICERS, "opinion": "承办意见"},
        about=CASE, outward=False, endorsed=True,
    ),
    "recusal_decision": Kind(
        "回避决定书", "避", "form", f"{PENALTY}第四十三条",
        {"person": "申请回避或者被申请回避的人员", "reason": "理由", "decision": "决定"},
        about=CASE, outward=False,
    ),
    "preservation_approval": Kind(
        "先行登记保存审批表", "先审", "form", f"{PENALTY}第五十六条",
        {**PARTY, "cause": "案由", "items": "拟登记保存的物品",
         "reason": "可能灭失或者以后难以取得的理由", "place": "保存地点", "opinion": "承办意见"},
        about=CASE, outward=False, endorsed=True,
    ),
    "preservation_notice": Kind(
        "先行登记保存通知书", "先登", "letter", f"{PENALTY}第五十六条",
        {**PARTY, "cause": "案由", "items": "登记保存的物品清单", "place": "保存地点和方式",
         "term": "保存期限", "duties": "保存期间的义务", **OFFICERS},
        about=CASE, clock="D-P03", affects_rights=True, signed_list=True,
        two_officers=TWO_PRESERVE, tables={"items": THINGS},
    ),
    "coercion_record": Kind(
        "现场笔录（强制）", "强笔", "form", COERCION_18,
        {**PARTY, "cause": "案由", "time": "时间", "place": "地点", "measure": "采取的措施",
         **OFFICERS, "presence": "出示证件和通知当事人到场的情况",
         "told": "告知的理由、依据、权利和救济途径", "statement": "当事人的陈述和申辩",
         "course": "现场情况", "signing": "签字、拒绝签字和见证的情况"},
        about=CASE, extra={"checked": "当事人或者见证人核对意见"}, by_officers=True,
        outward=False, each_page="当事人", two_officers=COERCION_18,
    ),
    "preservation_disposal": Kind(
        "登记保存物品处理决定书", "先处", "letter", f"{PENALTY}第五十六条",
        {**PARTY, "notice": "登记保存通知书文号", "items": "物品", "disposal": "处理决定"},
        about=CASE, remedies=EITHER, affects_rights=True, tables={"items": THINGS},
        follows=("preservation_notice", "notice"),
    ),
    "appraisal_commission": Kind(
        "鉴定委托书", "鉴", "letter", f"{PENALTY}第四十六条",
        {"receiver": "鉴定机构", "object": "鉴定对象", "question": "鉴定事项",
         "term": "完成期限"},
        about=CASE, outward=False, signer=SIGN,
    ),
    "assistance_letter": Kind(
        "协助调查函", "协", "letter", f"{PENALTY}第二十六条",
        {"receiver": "协助机关", "cause": "案由", "matter": "请求协助的事项",
         "term": "请予回复的期限"},
        about=CASE, outward=False, signer=SIGN,
    ),
    "investigation_report": Kind(
        "调查终结报告", "结查", "form", f"{PENALTY}第五十七条",
        {**PARTY, "cause": "案由", "course": "调查经过", "facts": "查明的事实", "evidence": "证据",
         "law": "法律适用", "discretion": "裁量意见", "opinion": "处理建议", **OFFICERS},
        about=CASE, outward=False, two_officers=TWO_REPORT, tables={"evidence": EVIDENCE},
        endorsed=True,
    ),
    "discretion_sheet": Kind(
        "行政处罚裁量说明", "裁", "form", f"{PENALTY}第三十四条",
        {**PARTY, "cause": "案由", "benchmark": "裁量权基准及版本", "clause": "适用条款和法定幅度",
         "facts": "违法事实", "factors": "认定的情节", "reasons": "裁量理由",
         "band": "适用档次和幅度", "figure": "裁量结果"},
        by_officers=True, outward=False,
    ),
    "legal_review_opinion": Kind(
        "法制审核意见书", "法审", "form", f"{PENALTY}第五十八条",
        {**PARTY, "cause": "案由", "subject": "主体和权限", "facts": "事实和证据",
         "law": "适用法律和裁量", "procedure": "程序", "papers": "文书", "transfer": "是否涉嫌犯罪",
         "opinion": "审核意见"},
        about=CASE, drafter="penalties.review_case", by_officers=True, outward=False,
    ),
    "prior_notice": Kind(
        "行政处罚事先（听证）告知书", "罚告", "letter", f"{PENALTY}第四十四条、第六十三条",
        {"party": "当事人", "facts": "违法事实", "evidence": "证据", "basis": "处罚依据",
         "proposal": "拟作出的处罚", "reasons": "裁量理由", "hearing": "听证的权利"},
        affects_rights=True,
    ),
    "statement_record": Kind(
        "陈述申辩笔录（复核意见）", "申", "form", f"{PENALTY}第四十五条",
        {**PARTY, "time": "时间", "place": "地点", "statement": "陈述和申辩的内容",
         "answer": "复核意见和理由", **OFFICERS},
        about=CASE, extra={"checked": "当事人或者其代理人核对意见"}, by_officers=True,
        outward=False, each_page="当事人", two_officers=TWO_HEAR,
    ),
    "hearing_notice": Kind(
        "听证通知书", "听通", "letter", f"{PENALTY}第六十四条",
        {**PARTY, "cause": "案由", "time": "听证时间", "place": "听证地点",
         "chair": "听证主持人", "openness": "是否公开举行及理由"},
        about=CASE, affects_rights=True,
    ),
    "hearing_record": Kind(
        "听证笔录", "听", "form", f"{PENALTY}第六十四条",
        {**PARTY, "cause": "案由", "time": "听证时间", "place": "听证地点", "chair": "听证主持人",
         "participants": "参加人员", "openness": "是否公开举行及理由",
         "rights": "当事人对告知事项的回答", "course": "听证过程"},
        about=CASE, extra={"checked": "当事人或者其代理人核对意见"}, by_officers=True,
        drafter="penalties.chair_hearing", outward=False, each_page="当事人",
    ),
    "hearing_report": Kind(
        "听证报告", "听报", "form", f"{PENALTY}第六十五条",
        {**PARTY, "cause": "案由", "course": "听证情况", "dispute": "争议焦点",
         "opinion": "听证意见"},
        about=CASE, drafter="penalties.chair_hearing", by_officers=True, outward=False,
    ),
    "discussion_record": Kind(
        "重大案件集体讨论记录", "议", "form", f"{PENALTY}第五十七条",
        {**PARTY, "cause": "案由", "time": "时间", "participants": "参加人员",
         "report": "案情汇报", "views": "讨论意见", "conclusion": "结论"},
        about=CASE, outward=False,
    ),
    "decision_approval": Kind(
        "行政处罚决定审批表", "罚审", "form", f"{PENALTY}第五十七条",
        {**PARTY, "cause": "案由", "facts": "违法事实和证据", "basis": "处罚依据",
         "statement": "陈述申辩和听证情况", "review": "法制审核意见", "opinion": "处罚建议"},
        about=CASE, outward=False, endorsed=True,
    ),
    "penalty_decision": Kind(
        "行政处罚决定书", "罚决", "letter", f"{PENALTY}第五十九条",
        {"party": "当事人", "party_address": "当事人地址", "facts": "违法事实", "evidence": "证据",
         "basis": "处罚依据", "penalty": "处罚种类和数额", "performance": "履行方式和期限",
         "answer": "对陈述申辩的答复", "reasons": "裁量理由"},
        clock="D-P13", public=True, remedies=EITHER, affects_rights=True,
    ),
    "slip_notice": Kind(
        "补正通知书", "补正", "letter", PRACTICE,
        {"paper": "补正的文书", "place": "笔误所在", "old": "原来的文字", "new": "补正后的文字"},
        affects_rights=True,
    ),
    "no_penalty_decision": Kind(
        "不予行政处罚决定书", "不罚", "letter", f"{PENALTY}第三十三条、第五十七条",
        {**PARTY, "party_address": "当事人地址", "cause": "案由", "facts": "查明的事实",
         "evidence": "证据", "reasons": "不予处罚的理由和依据"},
        about=CASE, review=True, remedies=EITHER,
        extra={"education": "教育情况和要求（违法事实不能成立的不写）"}, affects_rights=True,
    ),
    "summary_decision": Kind(
        "当场行政处罚决定书", "当罚", "form", f"{PENALTY}第五十一条、第五十二条",
        {**PARTY, "facts": "违法事实", "basis": "处罚依据", "penalty": "处罚种类和数额",
         "time": "时间", "place": "地点", "statement": "当事人的陈述申辩和复核情况",
         "payment": "缴纳方式和期限", **OFFICERS},
        by_officers=True, public=True, remedies=REVIEW_FIRST, affects_rights=True,
        handed=ON_THE_SPOT, clock="D-P13", on_issue={"D-P17": ""}, answered=HANDED_IN,
        two_officers=TWO_DECIDE,
    ),
}
# fmt: on
