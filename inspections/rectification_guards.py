"""Why a step of 整改 is not lawful yet; each guard returns the sentence or None."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from inspections.models import Inspection, Reply
from inspections.queries.rectification import letter_issued_on


def not_before_letter(finding, act: Act) -> str | None:
    """A unit answers for what it was told in writing, so nothing is older than the letter."""
    if finding.inspection.state not in Inspection.ANSWERABLE:
        return "反馈意见书还没有签发，单位还不知道这个问题，不能登记整改情况。"
    told_on = letter_issued_on(finding.inspection)
    if told_on and act.on < told_on:
        return f"办理日期不能早于反馈意见书的签发日期（{cn_date(told_on)}）。"
    return None


def reviewed_by_another(finding, act: Act) -> str | None:
    entered = {reply.replied_by_id for reply in finding.waiting.values() if reply.on_behalf}
    if entered & act.persons:
        return (
            "这条回复是您代单位录入的，不能由您自己复核，请由检查组其他人员复核。"
            "依据：本机关检查工作规范。"
        )
    return None


def not_before_reply(finding, act: Act) -> str | None:
    last = max((reply.replied_on for reply in finding.waiting.values()), default=act.on)
    if act.on < last:
        return f"复核日期不能早于单位回复的日期（{cn_date(last)}）。"
    return None


def objection_answered(finding, act: Act) -> str | None:
    """说明理由: what the unit objects to is answered before the problem is struck off."""
    if Reply.Kind.OBJECTION not in finding.waiting:
        return None
    return "单位的不同意见还没有答复，请先采纳，或者写明不采纳的理由。依据：本机关检查工作规范。"


def one_request_at_a_time(finding, act: Act) -> str | None:
    asked = next((reply for reply in finding.waiting.values() if reply.is_request), None)
    if asked is None:
        return None
    day, words = cn_date(asked.replied_on), asked.get_kind_display()
    return f"{day}提出的“{words}”还没有答复，请等答复以后再提。"
