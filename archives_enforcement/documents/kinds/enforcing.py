"""文书 after the decision: delivery, payment, enforcement, transfer, closing."""

from archives_enforcement.documents.kinds.kind import DIRECT_FIRST, EITHER, PARTY, SIGN, Kind

PENALTY = "《中华人民共和国行政处罚法》"
COERCION = "《中华人民共和国行政强制法》"
REFERRAL = "《行政执法机关移送涉嫌犯罪案件的规定》"
CASE = ("case",)
DEFERRALS = ("批准延期缴纳", "批准分期缴纳", "不予批准")  # those of `DeferralOutcome`
ENCLOSED = {"enclosures": {"材料名称": 82, "份数（件数、页数）": 60}}

# fmt: off
KINDS: dict[str, Kind] = {
    "delivery_receipt": Kind(
        "送达回证", "送", "form", f"{PENALTY}第六十一条",
        {**PARTY, "papers": "送达文书名称和文号", "method": "送达方式", "place": "送达地点",
         "receiver": "受送达人（代收人）", "time": "送达时间"},
        about=("delivery",), extra={"note": "代收或者拒收的事由"}, by_officers=True,
        outward=False, signed_elsewhere=True,
    ),
    "address_confirmation": Kind(
        "送达地址（电子送达）确认书", "送确", "form", f"{PENALTY}第六十一条",
        {**PARTY, "address": "送达地址", "recipient": "收件人和电话",
         "electronic": "电子送达方式和意愿"},
        about=("party",), by_officers=True, outward=False, signed_elsewhere=True,
    ),
    "public_delivery": Kind(
        "送达公告", "送公", "letter", "《中华人民共和国民事诉讼法》第九十五条",
        {**PARTY, "papers": "送达文书名称和文号", "content": "文书主要内容",
         "attempts": "其他方式无法送达的情况", "term": "视为送达的日期"},
        about=("delivery",), outward=False, public=True, signer=SIGN,
    ),
    "instalment_approval": Kind(
        "延期（分期）缴纳罚款审批表", "延审", "form", f"{PENALTY}第六十六条",
        {**PARTY, "decision": "处罚决定书文号", "hardship": "确有经济困难的情况",
         "request": "申请内容", "opinion": "承办意见"},
        about=CASE, outward=False, endorsed=True,
    ),
    "instalment_notice": Kind(
        "延期（分期）缴纳罚款通知书", "延", "letter", f"{PENALTY}第六十六条",
        {**PARTY, "decision": "处罚决定书文号", "outcome": "批准情况",
         "schedule": "缴纳期限和数额"},
        about=CASE, extra={"reasons": "理由和说明"}, affects_rights=True,
        choices={"outcome": DEFERRALS},
    ),
    "surcharge_decision": Kind(
        "加处罚款决定书", "加罚", "letter", f"{PENALTY}第七十二条、{COERCION}第四十五条",
        {**PARTY, "decision": "处罚决定书文号", "reckoning": "加处罚款的计算",
         "penalty": "加处罚款的数额", "performance": "履行方式和期限"},
        remedies=EITHER, affects_rights=True,
    ),
    "demand_notice": Kind(
        "履行义务催告书", "催", "letter", f"{COERCION}第三十五条、第五十四条",
        {**PARTY, "decision": "处罚决定书文号", "duty": "应当履行的义务", "term": "履行期限",
         "manner": "履行方式", "payment": "金额和给付方式"},
        about=CASE, clock="D-R15", affects_rights=True, handed=DIRECT_FIRST,
    ),
    "enforcement_application": Kind(
        "强制执行申请书", "强申", "letter", f"{COERCION}第五十五条",
        {**PARTY, "party_address": "当事人地址", "receiver": "人民法院",
         "decision": "处罚决定书文号", "request": "申请执行的内容",
         "facts": "作出决定的事实、理由和依据", "opinions": "当事人的意见",
         "demand": "催告情况", "object": "申请执行标的情况", "enclosures": "附送材料"},
        about=CASE, review=True, outward=False, tables=ENCLOSED,
        on_issue={"D-R17": ""}, answered=("D-R17",),
    ),
    "crime_referral": Kind(
        "涉嫌犯罪案件移送书", "移", "letter", f"{REFERRAL}第五条、第六条",
        {**PARTY, "receiver": "接收机关", "cause": "案由", "facts": "涉嫌犯罪的事实",
         "basis": "移送依据",
         "enclosures": "附送材料清单（调查报告、涉案物品清单、检验报告或者鉴定结论等）"},
        about=("case", "lead"), review=True, outward=False, retention="永久", tables=ENCLOSED,
        on_issue={"D-P19": ""}, answered=("D-P19", "D-P20", "D-P21", "D-P22"),
    ),
    "handling_proposal": Kind(
        "处理（处分）建议书", "处建", "letter",
        "《中华人民共和国档案法》第四十八条、《中华人民共和国档案法实施条例》第四十六条",
        {"receiver": "有权处理的机关", "person": "责任人员及职务", "facts": "查明的事实",
         "basis": "违反的规定和建议依据", "proposal": "处理建议", "reply_due": "书面反馈要求"},
        about=("case", "lead", "inspection"), review=True, outward=False, retention="永久",
        on_issue={"D-I18": "reply_due"}, answered=("D-I18",), measure=True,
    ),
    "case_transfer": Kind(
        "案件移送函", "移送", "letter", f"{PENALTY}第二十二条、第二十五条",
        {**PARTY, "receiver": "接收机关", "cause": "案由", "facts": "基本情况",
         "reason": "移送理由", "enclosures": "附送材料"},
        about=("case", "lead"), outward=False, tables=ENCLOSED,
        on_issue={"D-P31": ""}, answered=("D-P31",),
    ),
    "jurisdiction_letter": Kind(
        "管辖争议协商函", "辖协", "letter", f"{PENALTY}第二十五条",
        {**PARTY, "receiver": "发生争议的机关", "cause": "案由", "facts": "基本情况",
         "dispute": "争议的事项", "view": "本机关的意见"},
        about=("case", "lead"), outward=False, on_issue={"D-P28": ""}, answered=("D-P28",),
    ),
    "jurisdiction_request": Kind(
        "报请指定管辖的请示", "辖请", "letter", f"{PENALTY}第二十五条",
        {**PARTY, "receiver": "共同的上一级行政机关", "cause": "案由", "facts": "基本情况",
         "dispute": "争议的事项", "talks": "协商情况", "view": "本机关的意见"},
        about=("case", "lead"), outward=False, on_issue={"D-P28": ""}, answered=("D-P28",),
    ),
    "purchase_request": Kind(
        "报请征购档案的报告", "征请", "letter",
        "《中华人民共和国档案法》第二十二条、第四十九条",
        {**PARTY, "receiver": "省级以上档案主管部门", "cause": "案由", "facts": "查明的事实",
         "archives": "拟请征购的档案", "necessity": "征购的必要性", "basis": "征购的依据",
         "opinions": "当事人和受让人的意见", "custody": "现在的保管情况",
         "enclosures": "附送材料"},
        about=("case", "lead"), review=True, outward=False, retention="永久",
        on_issue={"D-P27": ""}, answered=("D-P27",),
        tables={"archives": {"名称": 46, "形成时间": 30, "数量": 22, "价值说明": 54}, **ENCLOSED},
    ),
    "closing_report": Kind(
        "结案报告", "结", "form", "《档案行政处罚程序规定》第四章",
        {**PARTY, "cause": "案由", "decision": "处理决定", "performance": "履行情况",
         "papers": "归档材料", "opinion": "结案意见"},
        about=CASE, outward=False, endorsed=True,
    ),
    "file_note": Kind(
        "案卷备考表", "备", "form", f"{PENALTY}第四十七条",
        {"cause": "案由", "pages": "卷内文件件数和页数", "state": "卷内文件情况说明",
         "filed_by": "立卷人", "checked_by": "检查人"},
        about=("case", "inspection"), by_officers=True, outward=False,
    ),
    "review_reply": Kind(
        "行政复议答复书", "复答", "letter", "《中华人民共和国行政复议法》第四十八条",
        {"receiver": "行政复议机关", "respondent": "被申请人（名称、地址、法定代表人和代理人）",
         "applicant": "申请人", "act": "被申请复议的行为",
         "facts": "事实和证据", "basis": "依据", "request": "答复请求", "enclosures": "证据目录"},
        about=("case", "inspection"), review=True, outward=False, retention="永久",
    ),
    "court_answer": Kind(
        "行政诉讼答辩状", "诉答", "letter", "《中华人民共和国行政诉讼法》第六十七条",
        {"receiver": "人民法院", "respondent": "答辩人（名称、地址、法定代表人和代理人）",
         "plaintiff": "原告", "act": "被诉的行为", "facts": "事实和证据",
         "basis": "依据", "request": "答辩请求", "enclosures": "证据目录"},
        about=("case", "inspection"), review=True, outward=False, retention="永久",
    ),
}
# fmt: on
