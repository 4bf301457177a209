"""What an item of a checklist must have, and why a list is not ready to be adopted yet."""

from inspections import bases
from inspections.models import Checklist, ChecklistItem
from inspections.models.checklists import WORK_REQUIREMENT, Severity

LOCAL_IS_NO_LAW = (
    "仅为地方或者工作要求的事项，不是法律依据，不能据以责令改正或者处罚，只能是“建议改进”（C 级）"
)
MOST_TOLD = 5


def faults(item: ChecklistItem, articles) -> list[str]:
    """What is wrong with one item; `articles` are those it rests on."""
    return [why for why in (_basis(item, articles), _local(item), _condition(item)) if why]


def _basis(item, articles) -> str:
    if articles or item.local_practice:
        return ""
    return "没有依据。请选择法律法规的条文；没有条文的，勾选“仅为地方或者工作要求”并写明来源"


def _local(item) -> str:
    if not item.local_practice:
        return ""
    if not item.basis.removeprefix(WORK_REQUIREMENT).strip():
        return "标明“仅为地方或者工作要求”的，请写明是哪个文件、哪项要求"
    levels = {item.severity, *item.severity_by_kind.values()}
    if levels != {Severity.C} or item.violation:
        return LOCAL_IS_NO_LAW
    return ""


def _condition(item) -> str:
    before = item.condition
    if before is None:
        return ""
    if before.checklist_id != item.checklist_id or before.position >= item.position:
        return f"前提事项（{before.code}）应当排在它的前面"
    if before.applies_to and not (item.applies_to and {*item.applies_to} <= {*before.applies_to}):
        return f"前提事项（{before.code}）不适用于它的部分对象，这些对象就永远不会查到它"
    return ""


def items_are_whole(checklist: Checklist, act) -> str | None:
    """Every item rests on law or is marked; conditions come first."""
    items = checklist.items.select_related("condition").prefetch_related("articles")
    found = [f"{item.code} {why}" for item in items for why in faults(item, item.articles.all())]
    if not items:
        return "清单里还没有事项，请先添加。"
    if not found:
        return None
    more = f"；另有 {len(found) - MOST_TOLD} 处" if len(found) > MOST_TOLD else ""
    return f"还不能提交：{'；'.join(found[:MOST_TOLD])}{more}。请逐项改正。"


def adopted_by_another(checklist: Checklist, act) -> str | None:
    if checklist.drafted_by_id in act.persons:
        return "起草人不能采用自己编制的清单，请由机关负责人采用。"
    return None


def law_in_force(checklist: Checklist, day) -> str | None:
    """Why an item may not be asked from `day` on: its law is no longer, or not yet, in force."""
    valid = set(bases.in_force(day).values_list("pk", flat=True))
    for item in checklist.items.prefetch_related("articles__version__law"):
        for article in item.articles.all():
            if article.pk not in valid:
                return f"{item.code} 依据的{article}在启用日期无效，请改引当日有效的条款。"
    return None
