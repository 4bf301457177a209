"""申请法院强制执行: the paper that asks, and how far the court has come."""

from datetime import date, timedelta

from archives_enforcement.documents.models import Document
from penalties.models import Case, CourtStep
from penalties.queries import enforcing, papers

DAY = timedelta(days=1)
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
    """What may be entered next; nothing before the application is signed or after its end.

    Who was not even accepted may ask again; a refusal to enforce that was upheld is the end.
    """
    if application(case) is None:
        return ()
    steps = list(case.court_steps.all())
    last = steps[-1].kind if steps else ""
    if last == K.UPHELD and _ruling(steps).kind == K.NOT_EXECUTE:
        return ()
    return CourtStep.FOLLOWS.get(last, ())


def over(case: Case, on: date) -> CourtStep | None:
    """The event by which the court will carry out nothing more of the decision; None before it."""
    day = over_from(case)
    return last_step(case) if day and on >= day else None


def over_from(case: Case) -> date | None:
    """The day from which, as it stands, the court will carry out nothing more; also one to come.

    It ended the execution, or refused it for good: its ruling was upheld, or nobody went to the
    court above in time (行政强制法第五十八条第三款). Who was not even accepted may ask again while
    the term to apply still runs. 终结本次执行程序 ends nothing.
    """
    steps = list(case.court_steps.all())
    if not steps:
        return None
    last, ruling = steps[-1], _ruling(steps)
    if last.kind == K.TERMINATED:
        return last.happened_on
    if ruling is None or last.kind != K.UPHELD and last != ruling:
        return None
    final = last.happened_on if last.kind == K.UPHELD else _unopposed_from(ruling)
    if final is None or ruling.kind == K.NOT_EXECUTE:
        return final
    return _not_asked_again_from(case, final)


def _ruling(steps: list[CourtStep]) -> CourtStep | None:
    """The last ruling against the application."""
    return next((row for row in reversed(steps) if row.kind in TO_OBJECT), None)


def _unopposed_from(ruling: CourtStep) -> date | None:
    clock = papers.clock_on(ruling.document, TO_OBJECT[ruling.kind])
    return clock and clock.due_on + DAY


def _not_asked_again_from(case: Case, final: date) -> date | None:
    """After a judgment no last day is fixed here: the ruling is the end unless one asks again."""
    term = enforcing.court_term(case)
    if term is None:
        return None
    return final if term.last is None else max(final, term.last + DAY)
