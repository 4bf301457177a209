"""申请法院强制执行: the paper that asks, and how far the court has come."""

from archives_enforcement.documents.models import Document
from penalties.models import Case, CourtStep
from penalties.queries import papers

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
