"""申请法院强制执行: the paper that asks, and how far the court has come."""

from datetime import date

from archives_enforcement.documents.models import Document
from penalties.models import Case, CourtStep
from penalties.queries import enforcing, papers

K = CourtStep.Kind
TO_OBJECT = {K.NOT_ACCEPTED: "D-R18", K.NOT_EXECUTE: "D-R20"}  # 申请复议 of each ruling
ARTICLES = "，《中华人民共和国行政强制法》第五十八条，《档案行政处罚程序规定》第四章（未核对原文）"
APPLICATION = "enforcement_application"


def application(case: Case) -> Document | None:
    """The signed application to the court."""
    return papers.issued(case, APPLICATION)


def last_step(case: Case) -> CourtStep | None:
    return case.court_steps.last()


def open_kinds(case: Case) -> tuple[CourtStep.Kind, ...]:
    """What may be entered next; nothing before the application is signed or after its end."""
    if application(case) is None:
        return ()
    last = last_step(case)
    return CourtStep.FOLLOWS.get(last.kind if last else "", ())


def over(case: Case, on: date) -> CourtStep | None:
    """The event by which the court will carry out nothing more of the decision; None before it.

    It ended the execution, or refused it for good: its ruling was upheld, or nobody went to the
    court above in time (行政强制法第五十八条第三款). Who was not even accepted may ask again while
    the term to apply still runs. 终结本次执行程序 ends nothing.
    """
    steps = list(case.court_steps.all())
    if not steps:
        return None
    last = steps[-1]
    if last.kind == K.TERMINATED:
        return last
    ruling = next((row for row in reversed(steps) if row.kind in TO_OBJECT), None)
    if ruling is None or not (last.kind == K.UPHELD or last == ruling and _final(ruling, on)):
        return None
    return last if ruling.kind == K.NOT_EXECUTE or _too_late_to_ask(case, on) else None


def _final(ruling: CourtStep, on: date) -> bool:
    clock = papers.clock_on(ruling.document, TO_OBJECT[ruling.kind])
    return clock is not None and on > clock.due_on


def _too_late_to_ask(case: Case, on: date) -> bool:
    term = enforcing.court_term(case)
    return term is not None and term.last is not None and on > term.last
