"""Why a step of 约谈 is not lawful yet; each guard returns the sentence or None."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from inspections.models import Finding, Inspection, Interview
from inspections.models.checklists import Severity
from inspections.queries import letters
from inspections.queries.interviews import has_order, paper_that_told

ARTICLE = "《中华人民共和国档案法实施条例》第五十一条"


def interview_not_before_notice(interview, act: Act) -> str | None:
    if act.on < interview.scheduled_on:
        return f"约谈定于{cn_date(interview.scheduled_on)}，还没有到，不能登记记录。"
    return None


def hazard_known(inspection: Inspection, findings: Iterable[Finding], on: date) -> str | None:
    """条例 51: a firm that knows of a hazard and takes no measures; nothing else grounds it."""
    other = [row for row in findings if not letters.is_hazard(row) and not _rated_a(row)]
    if other:
        items = "、".join(str(row.position) for row in other)
        return (
            f"第 {items} 项不是档案安全隐患，不能作法定约谈。请只选安全隐患，或者选“工作约谈”。"
            f"依据：{ARTICLE}。"
        )
    if paper_that_told(inspection, on) is None:
        return (
            "没有记录表明单位知道隐患：写明隐患的反馈意见书或者责令限期整改通知书还没有送达。"
            f"请先送达并登记，或者选“工作约谈”。依据：{ARTICLE}（明知存在隐患而不采取措施）。"
        )
    return None


def _rated_a(finding: Finding) -> bool:
    """A problem beside the checklist is a hazard when the officer rated it so."""
    return finding.item is None and finding.severity == Severity.A


def order_goes_with_it(interview, act: Act) -> str | None:
    """条例 51 names 约谈 and 责令限期改正 together; a measure of work orders nothing."""
    if interview.kind != Interview.Kind.STATUTORY or has_order(interview):
        return None
    return f"法定约谈应当同时责令限期改正，请先起草责令限期整改通知书。依据：{ARTICLE}。"


def not_signed_yet(interview) -> bool:
    return interview.signed_on is None


def not_before_talk(interview, act: Act) -> str | None:
    if act.on < interview.held_on:
        return f"签字日期不能早于约谈的日期（{cn_date(interview.held_on)}）。"
    return None
