"""What the paper of an annual plan says: how much, of what kind, when and how; units are not named.

The paper may be made public, and a check that has not been announced must stay unannounced.
"""

from collections import Counter
from datetime import date

from inspections.models import Plan

PLAN_PAPER = "inspection_plan"
READY = (Plan.State.APPROVED, *Plan.PUBLIC)
NOT_READY = "计划还没有审定，不能起草计划文书。请先经法制审核，由机关负责人审定。"


def refusal(plan: Plan, kind: str, on: date) -> str | None:
    return None if plan.state in READY else NOT_READY


def facts(plan: Plan, on: date) -> dict:
    items = list(plan.items.select_related("unit__party", "checklist"))
    kinds = _count(item.unit.party.get_kind_display() for item in items)
    return {
        "year": str(plan.year),
        "objects": f"共 {len(items)} 个项目：{kinds}。",
        "items": "；".join(dict.fromkeys(item.checklist.name for item in items))
        + "。依据：《中华人民共和国档案法》第四十二条。",
        "schedule": _count(f"{item.month} 月" for item in items) + "。",
        "method": "\n".join(filter(None, (plan.method, _methods(items)))),
        "requirements": plan.purpose,
    }


def _methods(items) -> str:
    kinds = _count(item.get_kind_display() for item in items)
    drawn = sum(item.draw_id is not None for item in items)
    share = f"；随机抽取 {drawn} 个" if drawn else ""
    return f"{_count(item.get_method_display() for item in items)}；{kinds}{share}。"


def _count(words) -> str:
    return "，".join(f"{word} {times} 个" for word, times in Counter(words).items())
