"""文书 of tips and leads."""

from archives_enforcement.documents.kinds.kind import OFFICERS, SIGN, TWO_CHECK, Kind

ARCHIVES_46 = "《中华人民共和国档案法》第四十六条"
LEAD = ("lead",)

# fmt: off
KINDS: dict[str, Kind] = {
    "report_register": Kind(
        "投诉举报登记表", "举登", "form", ARCHIVES_46,
        {"channel": "举报方式", "received_on": "收到日期", "content": "举报内容",
         "secrecy": "是否要求保密", "opinion": "拟办意见"},
        about=LEAD, by_officers=True, outward=False,
    ),
    "acceptance_notice": Kind(
        "举报受理（不予受理）告知书", "举受", "letter", ARCHIVES_46,
        {"receiver": "举报人（可用代称）", "received_on": "收到日期", "matter": "举报事项",
         "outcome": "是否受理及理由"},
        about=LEAD, outward=False, signer=SIGN,
    ),
    "result_notice": Kind(
        "举报处理结果告知书", "举告", "letter", "《中华人民共和国档案法》第二十八条、第四十六条",
        {"receiver": "举报人（可用代称）", "matter": "举报事项", "findings": "调查情况",
         "outcome": "处理结果"},
        about=LEAD, outward=False, signer=SIGN,
    ),
    "lead_report": Kind(
        "线索核查报告", "核", "form", "《中华人民共和国档案法实施条例》第四十六条",
        {"party": "涉及的当事人", "source": "线索来源", "findings": "核查情况",
         "evidence": "主要证据", "opinion": "立案或者不予立案的建议", **OFFICERS},
        about=LEAD, outward=False, two_officers=TWO_CHECK, endorsed=True,
    ),
}
# fmt: on
