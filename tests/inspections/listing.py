"""Checklists of a bureau's own, brought to a state through the services."""

from datetime import date

from inspections.models import Checklist
from inspections.services import adopting, checklist_items, checklists

ON = date(2024, 4, 1)  # when lists are written …
FROM = date(2024, 5, 1)  # … and from when they are used
LAW = "《中华人民共和国档案法》"
ELECTRONIC = "信息化建设和信息安全"
ITEM = {
    "area": ELECTRONIC,
    "text": "是否每年测评一次网络安全？",
    "applies_to": ["organ", "township"],
    "severity": "B",
    "severity_by_kind": {},
    "laws": [f"{LAW}第三十五条第二款"],
    "practice": "",
    "laws_by_kind": {},
    "local_practice": False,
    "hazard": False,
    "method": "看测评报告。",
    "evidence": "测评报告",
    "typical_problem": "未测评。",
    "suggested_fix": "请测评。",
    "electronic": "E5",
    "points": None,
    "veto": False,
    "condition": None,
    "condition_result": "",
}
LOCAL = {
    "laws": [], "local_practice": True, "practice": "区委办2024年3号文件第二条", "severity": "C",
}  # fmt: skip


def shared() -> Checklist:
    return Checklist.objects.get(code="general-2024")


def version(clerk, name="检查清单（第1版）", base=None) -> Checklist:
    return checklists.draft_version(base or shared(), actor=clerk, on=ON, name=name)


def taken(clerk, name="信息安全检查清单", areas=(ELECTRONIC,)) -> Checklist:
    return checklists.draft_list(shared(), actor=clerk, on=ON, name=name, areas=areas)


def add(checklist, clerk, **values):
    return checklist_items.add_item(checklist, actor=clerk, on=ON, **{**ITEM, **values})


def submitted(checklist, clerk) -> Checklist:
    return checklists.submit(checklist, actor=clerk, on=ON)


def adopted(checklist, clerk, head, *, valid_from=FROM, on=ON, **values) -> Checklist:
    checklist.refresh_from_db()
    if checklist.state == "draft":
        submitted(checklist, clerk)
    return adopting.adopt(checklist, actor=head, on=on, valid_from=valid_from, **values)


def item(checklist, code):
    return checklist.items.get(code=code)


def revise(item, clerk, **values):
    return checklist_items.revise_item(item, actor=clerk, on=ON, **{**ITEM, **values})
