"""撤回听证要求: the hearing that was asked for falls, and the case goes on as if nobody had asked.

行政处罚法 is silent on it; the right is the party's (第六十三条), who may ask again while the five
working days of 第六十四条第一项 run.
"""

from datetime import date

from archives_enforcement.documents.models import Document
from archives_enforcement.notifications.services import tell, tell_party
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import correcting
from penalties.models import Case, Statement
from penalties.queries import hearings, papers
from penalties.queries.law import PENALTY_LAW


def nothing_to_take_back(case: Case) -> str | None:
    """Why no request can be taken back: none stands, or its hearing was held."""
    if hearings.standing(case).exists():
        return None
    return (
        "没有可以撤回的听证要求：没有提出过，已经撤回，或者听证已经举行。"
        f"依据：{PENALTY_LAW}第六十三条、第六十四条。"
    )


def take_back(withdrawal: Statement, notice: Document, on: date) -> None:
    """Let what stood fall; its term runs on if it is not over; party and chair are told."""
    case = withdrawal.case
    for request in hearings.standing(case).select_related("hearing__chair"):
        request.taken_back = withdrawal
        request.save(update_fields=["taken_back"])
        if arranged := getattr(request, "hearing", None):
            day = cn_date(arranged.scheduled_on)
            tell_party(case.party, f"听证要求已经撤回，{day}不再举行听证。", on=on, url="")
            told = f"当事人撤回了听证要求，{day}的听证不再举行：{case}。"
            tell([arranged.chair], told, url=case.get_absolute_url())
    correcting.go_on(notice, papers.HEARING_CLOCK, on=on)
