"""The walk of a lead about a 机关 that opens no fine: facts, proposal, reply, end, case file."""

ORGAN = "示例新区建设局"
TIP = f"反映{ORGAN}拒不移交到期档案。"
ACT = "拒不归档"
REPLY = "已对责任人员批评教育，档案已移交，复函〔示〕5号。"
REPORT = "已提出处理建议，任免机关已书面反馈，档案已移交。"
