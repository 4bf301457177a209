"""Around the figure on the page 裁量: the departure, the repetition, what may be done."""

from datetime import date

from django.urls import reverse

from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import PageAct
from archives_enforcement.workflow import Act
from penalties import departure_guards, guards
from penalties.models import Case, NoPenalty
from penalties.queries import discretion, discretion_sheet, papers, repetition

S = Case.State
HANDLE = "penalties.handle_case"
LEAVING = (S.INVESTIGATED, S.PROPOSED, S.NOTIFIED)
WEIGHING = (*LEAVING, S.ON_THE_SPOT)
WRITING = (*WEIGHING, S.IN_REVIEW, S.REVIEWED, S.DECIDED)


def around(case: Case, user, today: date) -> dict:
    """The parts of the page beside result and facts."""
    departure = departure_guards.of_case(case)
    return {
        "departure": departure,
        "no_penalty": NoPenalty.objects.filter(case=case).select_related("decided_by").first(),
        "discussed": bool(departure) and departure_guards.discussed(case, None) is None,
        "repetition": _repetition(case, today),
        "weighing_acts": _acts(case, user, today),
    }


def _repetition(case: Case, today: date) -> repetition.Repetition | None:
    """What the books say of earlier penalties, until somebody has used it."""
    row = discretion.row_for(case, today) if case.state in WEIGHING else None
    if row is None or repetition.used_already(case, row):
        return None
    return repetition.found(case, row, today)


def _acts(case: Case, user, today: date) -> list[PageAct]:
    found = []
    if user.has_perm(HANDLE):
        why = guards.handled_by_own_officer(case, Act(user, today)) or ""
        if case.state in LEAVING and discretion.row_for(case, today):
            found.append(_act("调整适用基准", "case-depart", case, why))
        waived = case.state == S.CLOSED and hasattr(case, "no_penalty")
        if (case.state in WRITING or waived) and (said := discretion_sheet.of_case(case)):
            found += _sheet(case, said["assessment"], why)
    if user.has_perm("penalties.decide_case") and departure_guards.approved(case, None):
        if why := departure_guards.discussed(case, None):
            found.append(_act("登记集体讨论", "discussion-add", case))
        found.append(_act("批准调整适用基准", "departure-approve", case, why or ""))
    return found


def _act(label: str, page: str, case: Case, why: str = "") -> PageAct:
    url = "" if why else reverse(f"penalties:{page}", args=[case.pk])
    return PageAct(label, url, why=why)


def _sheet(case: Case, about: int | str, why: str) -> list[PageAct]:
    """To the sheet that waits, else to a new one where there is none of this proposal."""
    before = papers.latest(case, discretion_sheet.KIND)
    if before and before.state != Document.State.ISSUED:
        return [PageAct("继续办理裁量说明", before.get_absolute_url())]
    if before and before.fields.get("assessment") == about:
        return [PageAct("查看裁量说明", before.get_absolute_url())]
    return [_act("起草裁量说明", "discretion-sheet", case, why)]
