"""不予行政处罚决定书, with which a case ends without a penalty (第三十三条、第五十七条)."""

from datetime import date

from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties import no_penalty_guards
from penalties.models import Case
from penalties.queries import accountability, papers
from penalties.queries.law import PENALTY_LAW
from penalties.services.execution import end_without_penalty

O, S = Case.Outcome, Case.State  # noqa: E741


def issued(document: Document, *, actor, on: date) -> None:
    """The head has signed: the case ends with it, unless it was ended on the same ground before.

    Who is taught (第三十三条第三款), or whose guardian is ordered to see to him (第三十条、
    第三十一条), did what he is not penalised for; else nothing is established.
    D-P11 (service) starts on the paper.
    """
    case, education = document.subject, document.fields.get("education", "")
    outcome = _outcome(document) if education else O.NOT_ESTABLISHED
    if case.state == S.INVESTIGATING:
        raise Refused(f"案件正在调查，不能作出决定。依据：{PENALTY_LAW}第五十七条。")
    if case.state == S.CLOSED and case.outcome != outcome:
        raise Refused(
            f"案件已经按“{case.get_outcome_display()}”结束，与决定书不一致"
            f"（写明教育情况的，是不予处罚；不写的，是违法事实不能成立）。"
            f"依据：{PENALTY_LAW}第三十三条、第五十七条。"
        )
    if education and (why := no_penalty_guards.says_the_reasons(document, on)):
        raise Refused(why)
    if case.state != S.CLOSED:
        reasons = document.fields["reasons"]
        end_without_penalty(
            case, actor=actor, on=on, outcome=outcome, note=reasons, education=education
        )
    deadlines.start(document, papers.SERVICE_CLOCK, bureau=case.bureau, on=on)


def _outcome(document: Document) -> str:
    return O.INCAPABLE if accountability.reason(document.subject) else O.SLIGHT


def delivered(document: Document, *, actor, on: date) -> None:
    deadlines.meet(document, papers.SERVICE_CLOCK, on=on, note="已送达")
