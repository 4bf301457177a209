"""文书 of disclosure, of supervision of enforcement, and of the year."""

from archives_enforcement.documents.kinds.kind import Kind

PRACTICE = "本机关检查工作规范"
PRACTICE_SUPERVISION = "本机关执法监督工作规范"
ANNUAL = "国办发〔2018〕118号"
BUREAU = ("bureau",)

# fmt: off
KINDS: dict[str, Kind] = {
    "disclosure_approval": Kind(
        "行政处罚信息公示审批表", "示", "form", "《中华人民共和国行政处罚法》第四十八条",
        {"party": "当事人", "paper": "拟公示的文书", "summary": "公示内容",
         "redaction": "隐去的内容", "secrecy": "保密审查意见", "opinion": "承办意见"},
        about=("case",), outward=False, endorsed=True,
    ),
    "withdrawal_statement": Kind(
        "撤回行政处罚公示信息的说明", "示撤", "letter",
        "《中华人民共和国行政处罚法》第四十八条",
        {"party": "当事人", "paper": "原公示的决定文号", "reason": "撤回理由"},
        about=("case",), outward=False, public=True,
    ),
    "legal_review_catalogue": Kind(
        "法制审核目录清单", "法目", "form", ANNUAL,
        {"scope": "适用范围", "items": "审核事项", "papers": "送审材料",
         "procedure": "审核程序和期限"},
        about=BUREAU, outward=False, public=True, retention="永久",
    ),
    "supervision_notice": Kind(
        "行政执法监督通知书", "督", "letter", PRACTICE_SUPERVISION,
        {"receiver": "被监督的机构", "facts": "事实和理由", "basis": "依据", "requirements": "要求",
         "term": "执行方式和期限", "review": "申请复查的途径"},
        review=True, outward=False, retyped=True,
    ),
    "supervision_decision": Kind(
        "行政执法监督决定书", "督决", "letter", PRACTICE_SUPERVISION,
        {"receiver": "被监督的机构", "facts": "事实和理由", "basis": "依据", "decision": "决定",
         "term": "执行方式和期限", "review": "申请复查的途径"},
        review=True, outward=False, retention="永久", retyped=True,
    ),
    "supervision_review": Kind(
        "行政执法监督复查决定书", "督复", "letter", PRACTICE_SUPERVISION,
        {"receiver": "申请复查的机构", "paper": "原通知（决定）书文号", "request": "复查请求",
         "facts": "查明的情况", "decision": "复查决定"},
        review=True, outward=False, retention="永久", retyped=True,
    ),
    "supervision_circular": Kind(
        "执法监督检查情况通报", "督通", "letter", PRACTICE_SUPERVISION,
        {"receiver": "受查机构", "facts": "检查情况", "problems": "普遍性、倾向性问题",
         "requirements": "整改意见", "report_due": "报告期限"},
        review=True, outward=False, retyped=True,
    ),
    "file_review_sheet": Kind(
        "行政处罚案卷评查表", "案评", "form", PRACTICE_SUPERVISION,
        {"case": "案件", "number": "立案号", "result": "评查结果", "scores": "评查情况",
         "opinion": "评查意见"},
        by_officers=True, outward=False,
        tables={"scores": {"评查项目": 72, "评定": 24, "说明": 46}},
    ),
    "fault_decision": Kind(
        "行政执法过错责任追究决定（建议）书", "责究", "letter", PRACTICE_SUPERVISION,
        {"receiver": "有权处理的机构", "person": "责任人员", "facts": "过错事实", "basis": "依据",
         "decision": "追究方式或者建议"},
        review=True, outward=False, retention="永久", retyped=True,
    ),
    "entrustment": Kind(
        "行政执法委托书", "委", "letter", "《中华人民共和国行政处罚法》第二十条、第二十一条",
        {"receiver": "受委托组织", "enabling": "准许委托的法律、法规、规章条文",
         "matters": "委托事项和权限", "term": "委托期限", "duties": "双方责任"},
        about=BUREAU, review=True, outward=False, public=True, retention="永久",
    ),
    "self_report_summary": Kind(
        "自查审核汇总表", "自汇", "form", "《中华人民共和国档案法实施条例》第四十五条",
        {"year": "年度", "scope": "报送范围", "results": "审核情况", "missing": "未报送单位",
         "conclusion": "汇总意见"},
        about=BUREAU, outward=False, endorsed=True,
        tables={"results": {"单位": 42, "性质": 24, "报送日期": 36, "审核结果": 44}},
    ),
    "assessment_circular": Kind(
        "年度考核情况通报", "考通", "letter", PRACTICE,
        {"unit": "接收单位", "year": "年度", "facts": "考核结果", "requirements": "工作要求"},
        review=True, retyped=True,
    ),
    "annual_tables": Kind(
        "年度行政执法统计表", "年表", "form", ANNUAL,
        {"year": "年度", "penalties": "行政处罚", "coercion": "行政强制", "inspections": "行政检查",
         "notes": "情况说明"},
        about=BUREAU, outward=False, public=True, retention="永久",
    ),
    "annual_report": Kind(
        "年度行政执法工作报告", "年", "letter", ANNUAL,
        {"year": "年度", "body": "正文"}, outward=False, public=True, retention="永久",
        printed=True,
    ),
}
# fmt: on
