"""The sheets and columns of a benchmark's Excel file, in one table for both ways."""

from typing import NamedTuple

from penalties.discretion.arithmetic import RULE_SETS
from penalties.discretion.checks.findings import PARTIES
from penalties.discretion.scheme import BANDS, DUTIES, EFFECTS, ENDS, REPEATED, WEIGHTS
from penalties.discretion.terms import GRADED, TITLES

TEXT, NUMBER, FLAG, LINES, BASES, LABEL = "text", "number", "flag", "lines", "bases", "label"
MODELS = {BANDS: "按档次", WEIGHTS: "按权重累加"}
REVIEWS = {"required": "是", "depends": "视情", "none": "否"}
RULERS = PARTIES | {"any": "其他"}
BAND_TITLES = {tier: TITLES[tier] for tier in GRADED}


class Column(NamedTuple):
    """One column: its head, the field it holds, how it is written, and its words if they differ."""

    head: str
    field: str
    kind: str = TEXT
    labels: dict[str, str] | None = None
    width: int = 14
    needed: bool = True


def label(head: str, field: str, labels: dict, **more) -> Column:
    return Column(head, field, LABEL, labels, **more)


SHEETS: dict[str, tuple[Column, ...]] = {
    "通则": (Column("项目", "item", width=30), Column("内容", "value", width=60)),
    "取整": (
        label("对象", "party", RULERS),
        Column("低于（元）", "below", NUMBER, needed=False),
        Column("取整到（元）", "step", NUMBER),
    ),
    "重复违法": (
        Column("第几次起", "times", NUMBER),
        label("怎样处理", "effect", REPEATED, width=24),
    ),
    "幅度": (
        Column("代码", "key", width=16),
        label("对象", "party", PARTIES),
        Column("下限（元）", "minimum", NUMBER, needed=False),  # none: it is in multiples
        Column("上限（元）", "maximum", NUMBER, needed=False),
        Column("依据", "bases", BASES, width=50, needed=False),
        label("档次", "tier", BAND_TITLES, needed=False),
        Column("从（元）", "from", NUMBER, needed=False),
        Column("含此数", "from_inclusive", FLAG, needed=False),
        Column("至（元）", "to", NUMBER, needed=False),
        Column("含此数（至）", "to_inclusive", FLAG, needed=False),
    ),
    "档次": (
        Column("代码", "code", width=8),
        Column("档次", "title"),
        Column("标准（一行一条）", "criteria", LINES, width=60, needed=False),
        Column("程序要求（一行一项）", "requires", LINES, width=40, needed=False),
        Column("减轻底线（%）", "floor_percent", NUMBER, needed=False),
    ),
    "条目": (
        Column("代码", "code", width=10),
        Column("违法行为", "title", width=44),
        Column("违法代码", "violation", width=10),
        label("对象", "party", PARTIES),
        Column("幅度", "range", width=16),
        Column("依据", "bases", BASES, width=50),
        Column("处罚种类（一行一种）", "kinds", LINES, width=18),
        Column("没收违法所得", "confiscate_gains", FLAG),
        Column("告知听证", "hearing_notice", FLAG),
        label("法制审核", "legal_review", REVIEWS),
        Column("说明", "note", width=40, needed=False),
    ),
    "情节": (
        Column("代码", "code", width=8),
        Column("情节", "title", width=36),
        label("效果", "effect", EFFECTS),
        label("应当或者可以", "duty", DUTIES),
        Column("依据", "bases", BASES, width=50),
        Column("条件", "condition", width=40, needed=False),
        Column("说明", "note", width=40, needed=False),
        Column("措施（一行一项）", "measures", LINES, width=24, needed=False),
    ),
    "权重": (
        Column("因素", "factor", width=24),
        Column("按次数", "repeated", FLAG, needed=False),
        Column("等级", "title", width=24),
        Column("百分值", "percent", NUMBER),
        Column("从", "from", NUMBER, needed=False),
        Column("至", "to", NUMBER, needed=False),
    ),
}

# Sheet 通则: item, where its value stands in the content, and its kind.
GENERAL: tuple[tuple[Column, tuple[str, ...]], ...] = (
    (label("裁量方法", "model", MODELS), ("model",)),
    (Column("“以上”包括本数", "above_inclusive", FLAG), ("conventions", "above_inclusive")),
    (Column("“以下”包括本数", "below_inclusive", FLAG), ("conventions", "below_inclusive")),
    (label("两档相接的数", "band_end", ENDS), ("conventions", "band_end")),
    (label("分档规则", "code", RULE_SETS), ("rule_set", "code")),
    (Column("分档规则名称", "title", needed=False), ("rule_set", "title")),
    (Column("从轻档到（%）", "lower", NUMBER, needed=False), ("rule_set", "lower_percent")),
    (Column("从重档从（%）", "upper", NUMBER, needed=False), ("rule_set", "upper_percent")),
    (Column("等分阶次数", "steps", NUMBER, needed=False), ("rule_set", "steps")),
    (Column("重复违法按几年", "years", NUMBER, needed=False), ("repeat", "years")),
    (Column("重复违法对应的标准", "criterion", needed=False), ("repeat", "criterion")),
    (Column("权重起点（%）", "start", NUMBER, needed=False), ("weights", "start_percent")),
)
