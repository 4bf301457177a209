"""Why a visit cannot be rated, or not in these words; each guard returns the sentence or None."""

from inspections.models import Inspection
from supervision.models import RatedVisit
from supervision.models.ratings import BEST_MARK, LEAST_MARK, QUESTIONS

LONGEST = 1000


def why_not_rated(visit: Inspection) -> str | None:
    """Why this visit is not to be rated (any more)."""
    if visit.is_look_back:
        return "回头看不另外评价，请评价原来的那次检查。"
    if visit.bureau.parent_id is None:
        return "系统里没有登记这个机关的上级，评价没有人看，所以不收。"
    if RatedVisit.objects.filter(pk=visit.pk).exists():
        return "你单位已经评价过这次检查，每次只收一份；没有记下是谁交的，所以不能再看、再改。"
    return None


def why_not_marked(marks: dict) -> str | None:
    for asked in QUESTIONS:
        if marks.get(asked.field) not in range(LEAST_MARK, BEST_MARK + 1):
            return f"“{asked.label}”请选 1 到 5 分。"
    return None


def why_not_said(visit: Inspection, text: str) -> str | None:
    """A text must not tell which unit or which visit it is about."""
    if len(text) > LONGEST:
        return f"意见最多 {LONGEST} 字，请写短一些。"
    party = visit.unit.party
    names = [party.name, *visit.team.values_list("user__name", flat=True)]
    if any(name and name in text for name in names):
        return (
            "意见里有你单位或者检查人员的名字，看得出是哪次检查，请去掉。"
            "要反映具体人员的，请在公示网站的“举报投诉”里反映执法行为。"
        )
    return None
