"""Why a step of 约谈 is not lawful yet; each guard returns the sentence or None."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from inspections.models import Interview
from inspections.queries.interviews import has_order


def interview_not_before_notice(interview, act: Act) -> str | None:
    if act.on < interview.scheduled_on:
        return f"约谈定于{cn_date(interview.scheduled_on)}，还没有到，不能登记记录。"
    return None


def order_goes_with_it(interview, act: Act) -> str | None:
    """条例 51 names 约谈 and 责令限期改正 together; a measure of work orders nothing."""
    if interview.kind != Interview.Kind.STATUTORY or has_order(interview):
        return None
    return (
        "法定约谈应当同时责令限期改正，请先起草责令限期整改通知书。"
        "依据：《中华人民共和国档案法实施条例》第五十一条。"
    )


def not_signed_yet(interview) -> bool:
    return interview.signed_on is None


def not_before_talk(interview, act: Act) -> str | None:
    if act.on < interview.held_on:
        return f"签字日期不能早于约谈的日期（{cn_date(interview.held_on)}）。"
    return None
