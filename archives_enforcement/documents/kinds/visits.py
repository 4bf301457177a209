"""文书 of planning and of the visit."""

from archives_enforcement.documents.kinds.kind import OFFICERS, SIGN, TWO_INVESTIGATE, UNIT, Kind

ARCHIVES_42 = "《中华人民共和国档案法》第四十二条"
ARCHIVES_43 = "《中华人民共和国档案法》第四十三条"
PENALTY_55 = "《中华人民共和国行政处罚法》第五十五条"
PENALTY_56 = "《中华人民共和国行政处罚法》第五十六条"
PLACE_AND_TIME = {"time": "时间", "place": "地点"}
INSPECTION, BUREAU, LISTS = ("inspection",), ("bureau",), ("checklist", "bureau")

# fmt: off
KINDS: dict[str, Kind] = {
    "inspection_plan": Kind(
        "年度档案行政检查计划", "检计", "letter", "《中华人民共和国档案法实施条例》第十二条",
        {"year": "年度", "objects": "检查对象", "items": "检查事项和依据",
         "schedule": "时间安排", "method": "检查方式、比例和频次", "requirements": "工作要求"},
        about=("plan", *BUREAU), review=True, outward=False, retention="永久", public=True,
        printed=True,
    ),
    "merged_checklist": Kind(
        "多检合一检查事项清单", "合单", "form", "本机关检查工作规范",
        {"departments": "参加部门", "items": "合并的检查事项", "division": "分工"},
        about=LISTS, outward=False, retention="10年", signer=SIGN,
    ),
    "joint_meeting_minutes": Kind(
        "联席会议纪要", "议纪", "letter", "本机关检查工作规范",
        {"time": "时间", "place": "地点", "participants": "参加人员", "topics": "议题",
         "decisions": "议定事项"},
        about=LISTS, review=True, outward=False, minutes=True, printed=True, signer=SIGN,
    ),
    "draw_record": Kind(
        "随机抽取记录", "抽", "form", "本机关检查工作规范（双随机、一公开）",
        {"pool": "名单范围和数量", "method": "抽取方法和种子", "result": "抽取结果",
         "officers": "抽取人员", "witness": "监督人员", **PLACE_AND_TIME},
        about=("draw", *BUREAU), extra={"checked": "监督人员核对意见"}, by_officers=True,
        outward=False,
    ),
    "inspection_approval": Kind(
        "行政检查审批表", "检审", "form", "本机关检查工作规范",
        {**UNIT, "kind": "检查种类", "source": "检查来源", "items": "检查事项和依据",
         "time": "检查时间", **OFFICERS, "count": "本年度已检查次数", "opinion": "承办意见"},
        about=INSPECTION, extra={"assistants": "协助人员"}, outward=False, endorsed=True,
    ),
    "inspection_notice": Kind(
        "行政检查通知书", "检通", "letter", ARCHIVES_42,
        {"unit": "被检查单位", "time": "检查时间", "place": "检查地点", "items": "检查事项",
         "officers": "执法人员及证件编号"},
        extra={"frequency": "本年度检查次数（企业）", "materials": "需要准备的材料"},
        retyped=True, signer=SIGN,
    ),
    "site_record": Kind(
        "现场检查笔录", "检笔", "form", ARCHIVES_42,
        {"unit": "被检查单位", "officers": "执法人员及证件编号"}, by_officers=True, outward=False,
        signed_elsewhere=True,
    ),
    "examination_record": Kind(
        "勘验笔录", "勘", "form", "《中华人民共和国行政处罚法》第四十六条",
        {**PLACE_AND_TIME, "object": "勘验对象", "course": "勘验情况", **OFFICERS,
         "witness": "当事人或者见证人", "presence": "出示证件和通知当事人到场的情况"},
        about=("inspection", "case"), extra={"checked": "当事人或者见证人核对意见"},
        by_officers=True, outward=False, each_page="当事人", two_officers=TWO_INVESTIGATE,
    ),
    "sampling_receipt": Kind(
        "抽样取证凭证", "抽样", "form", PENALTY_56,
        {"party": "当事人", **PLACE_AND_TIME, "samples": "样品名称、数量和特征",
         "method": "抽样方法", **OFFICERS, "shown": "出示证件的情况"},
        about=("inspection", "case"), extra={"checked": "当事人核对意见"}, by_officers=True,
        two_officers=TWO_INVESTIGATE,
        tables={"samples": {"样品名称": 52, "数量": 24, "特征": 66}},
    ),
    "questioning_record": Kind(
        "询问笔录", "询", "form", PENALTY_55,
        {"person": "被询问人姓名", "identity": "身份证件种类和号码",
         "time": "询问起止时间", "place": "地点", **OFFICERS,
         "rights": "被询问人对告知事项的回答", "answers": "询问和回答"},
        about=("inspection", "lead", "case"), by_officers=True, outward=False,
        extra={"cause": "案由", "post": "工作单位和职务",
               "contact": "住址和联系电话", "relation": "与案件的关系",
               "checked": "被询问人核对意见"},
        each_page="被询问人", two_officers=TWO_INVESTIGATE,
    ),
    "patrol_record": Kind(
        "巡查（回访）记录", "巡", "form", ARCHIVES_42,
        {**UNIT, **PLACE_AND_TIME, "course": "巡查情况", "advice": "意见和建议", **OFFICERS},
        about=INSPECTION, extra={"checked": "被检查单位意见"}, by_officers=True, outward=False,
        retention="10年",
    ),
    "feedback_letter": Kind(
        "档案行政检查反馈意见书", "反", "letter", ARCHIVES_42,
        {"unit": "被检查单位", "inspected_on": "检查日期", "overview": "检查概况",
         "problems": "存在问题和整改要求", "report_due": "报告要求"},
        clock="D-I08", clock_named="report_due", retyped=True, signer=SIGN, may_order="problems",
    ),
    "self_notice": Kind(
        "档案工作自查通知", "自通", "letter", "本机关检查工作规范",
        {"unit": "被通知单位", "year": "报告年度", "contents": "自查内容",
         "requirements": "报送要求", "basis": "报送的依据", "reply_due": "报送期限"},
        about=("self_report",), retention="10年", signer=SIGN,
    ),
    "observer_certificate": Kind(
        "观察员证书", "观", "letter", "本机关检查工作规范（观察员）",
        {"name": "观察员姓名", "term": "聘期", "duties": "职责"},
        about=("invitation", *BUREAU), outward=False, retention="10年", signer=SIGN,
    ),
}
# fmt: on
