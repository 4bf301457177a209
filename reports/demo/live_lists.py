"""多检合一 of the second bureau: a list of its own for security, merged with the general one."""

from datetime import date

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.drafting import known_facts
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Checklist
from inspections.services import adopting, checklist_items, checklists, merging
from reports.demo.visits import checklist_on

MINUTES, TITLE = "joint_meeting_minutes", "档案行政执法联席会议纪要"
AREA = "信息化建设和信息安全"
GRADED = {
    "area": AREA,
    "text": "信息系统是否按规定定级、备案，最近一次网络安全测评的问题是否整改？",
    "applies_to": ["organ", "institution", "state_enterprise", "township"],
    "severity": "C",
    "severity_by_kind": {},
    "laws": [],
    "practice": "区信息安全等级评定事后监管的工作安排",
    "laws_by_kind": {},
    "local_practice": True,
    "hazard": False,
    "method": "看备案证明、测评报告和整改记录。",
    "evidence": "备案证明、测评报告的复制件",
    "typical_problem": "没有测评报告，或者测评发现的问题没有整改记录。",
    "suggested_fix": "补办测评，逐项整改并留存记录。",
    "electronic": "E5",
    "points": None,
    "veto": False,
}


def play(people: dict, today: date, *, adopted_on: date) -> Checklist:
    """A security list in force, a merged one adopted by minutes, and a new version being read."""
    who = {"actor": people["clerk"], "on": adopted_on}
    general = checklist_on(today)
    security = checklists.draft_list(general, name="信息安全检查清单", areas=[AREA], **who)
    system = security.items.get(code="5-02")
    checklist_items.add_item(
        security, condition=system, condition_result="conforms", **GRADED, **who
    )
    _adopt(security, people, adopted_on)
    merged = merging.merge([general, security], name="多检合一检查清单", **who)
    minutes = _minutes(merged, people, adopted_on)
    _adopt(merged, people, adopted_on, minutes=minutes)
    _next_version(general, people["clerk"], today)
    return merged


def _adopt(checklist: Checklist, people: dict, on: date, **more) -> None:
    checklists.submit(checklist, actor=people["clerk"], on=on)
    adopting.adopt(checklist, actor=people["head"], on=on, valid_from=on, **more)


def _minutes(checklist: Checklist, people: dict, on: date) -> Document:
    fields = {
        "time": cn_date(on),
        "place": "区档案局会议室",
        "participants": "区档案局、区档案馆有关负责人",
        **known_facts("checklist", checklist, MINUTES, on),
    }
    paper = documents.draft(
        checklist, MINUTES, bureau=checklist.bureau, party=None, title=TITLE, fields=fields,
        actor=people["officer"], on=on,
    )  # fmt: skip
    documents.submit_review(paper, actor=people["officer"], on=on)
    documents.pass_review(paper, actor=people["reviewer"], on=on)
    return documents.sign(paper, actor=people["head"], on=on)


def _next_version(general: Checklist, clerk, on: date) -> None:
    """A version that waits for the head: one item changed, one less, one more."""
    who = {"actor": clerk, "on": on}
    draft = checklists.draft_version(general, name="档案行政执法检查清单（第1版）", **who)
    checklist_items.remove_item(draft.items.get(code="2-07"), **who)
    new = GRADED | {"area": "档案工作人员", "text": "档案工作人员是否参加过本年度业务培训？"}
    checklist_items.add_item(
        draft, condition=None, condition_result="", **new | {"electronic": ""}, **who
    )
    checklists.submit(draft, **who)
