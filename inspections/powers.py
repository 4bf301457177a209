"""行使的职权: what officers may do at a unit, each with its article.

档案法第四十二条 carries every check; what 第四十三条 grants it grants only where a lead is followed
(“根据违法线索进行检查时”). Elsewhere the unit's help is asked for, and is no power.
"""

from typing import NamedTuple

LAW = "《中华人民共和国档案法》"


class Power(NamedTuple):
    code: str
    label: str
    article: str

    @property
    def cited(self) -> str:
        return f"{self.label}（{LAW}{self.article}）"


CHECK = Power("check", "检查档案工作情况", "第四十二条")
ON_A_LEAD = tuple(
    Power(code, label, "第四十三条")
    for code, label in (
        ("enter", "进入并检查有关库房、设施、设备"),
        ("consult", "查阅有关材料"),
        ("ask", "询问有关人员"),
        ("copy", "复制、拍摄，记录有关情况"),
    )
)
BY_CODE = {power.code: power for power in ON_A_LEAD}


def used(codes) -> list[Power]:
    """The powers of a visit: that of every check, and those noted by their codes."""
    return [CHECK, *(power for power in ON_A_LEAD if power.code in codes)]


def refusal(inspection, codes) -> str | None:
    """Why these powers of 第四十三条 cannot be noted for the visit; None when they can."""
    if set(codes) - BY_CODE.keys():
        return "行使的职权只能从列出的几种里选，没有保存。请重新选择。"
    if codes and inspection.lead_id is None:
        named = "、".join(BY_CODE[code].label for code in codes)
        return (
            f"这次检查不是根据违法线索进行的，不能行使“{named}”的职权，没有保存。"
            "单位配合的查阅、询问写入检查方式。"
            f"依据：{LAW}第四十三条（根据违法线索进行检查时）。"
        )
    return None
