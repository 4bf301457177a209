"""The list of 历史检查 as a file: its columns and how each is filled."""

from archives_enforcement.files.importing import Shape
from archives_enforcement.files.importing.lists import Column
from inspections.models import Inspection

KINDS = {label: value for value, label in Inspection.Kind.choices}
LINES = "一行（单元格里按 Alt+Enter 换行）写一个问题；没有的不填。"
PAST_CHECKS = Shape(
    "历史检查",
    {
        "unit": Column(("单位名称", "单位"), "在册的名称或者曾用名。", needed=True),
        "credit_code": Column(("统一社会信用代码", "信用代码"), "填了的按代码找单位。"),
        "kind": Column(("检查类型",), f"{'、'.join(KINDS)}。", needed=True),
        "held_on": Column(("检查日期",), "如 2023-5-8；只补录今年以前的。", needed=True),
        "officers": Column(("执法人员",), "照纸质记录写，几个人用顿号隔开。"),
        "letter_number": Column(("反馈意见书字号", "文号"), "照纸质文书写；没有印发的不填。"),
        "letter_on": Column(("反馈意见书日期", "签发日期"), "填了字号的必填。"),
        "fixed": Column(("已整改的问题",), LINES),
        "unfixed": Column(("没有整改的问题",), LINES),
        "kept_at": Column(
            ("纸质材料所在",), "如 2023 年检查案卷第 2 卷；以后核对时按它去找。", needed=True
        ),
        "note": Column(("备注",), "不超过 200 字。"),
    },
)
