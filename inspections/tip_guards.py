"""Why a step on a tip is not open yet; each guard returns the sentence or None."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from inspections.models import Lead, Tip

HANDLING = "《中华人民共和国档案法》第四十六条第二款"
UNFINISHED = (Lead.State.OPEN, Lead.State.INSPECTED)


def is_about_enforcement(tip: Tip) -> bool:
    return tip.about == Tip.About.ENFORCEMENT


def is_about_others(tip: Tip) -> bool:
    return not is_about_enforcement(tip)


def not_before_receipt(tip: Tip, act: Act) -> str | None:
    if act.on < tip.received_on:
        return f"办理日期不能早于收到日期（{cn_date(tip.received_on)}）。依据：{HANDLING}。"
    return None


def not_before_triage(tip: Tip, act: Act) -> str | None:
    if tip.triaged_on and act.on < tip.triaged_on:
        return f"答复日期不能早于受理日期（{cn_date(tip.triaged_on)}）。"
    return None


def work_is_done(tip: Tip, act: Act) -> str | None:
    """Whoever told the bureau is told what came of it, not that nothing is known yet."""
    if tip.lead is not None and tip.lead.state in UNFINISHED:
        return f"线索还没有办结，办结以后再答复反映人。依据：{HANDLING}。"
    return None
