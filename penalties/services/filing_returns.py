"""退回补正: the head returns a proposal to file, the officer puts it right and proposes anew.

Nothing stops meanwhile: the time to decide on the filing (D-P04) runs on the lead.
"""

from datetime import date

from archives_enforcement.accounts.models import User
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import correcting
from archives_enforcement.workflow import Refused, act, check_permission, lock
from penalties.models import Case, CaseOfficer
from penalties.queries.law import PENALTY_LAW
from penalties.queries.papers import LIMITATION_CLOCKS
from penalties.services.filing import stop_limitation
from penalties.services.filing_checks import Proposal, facts_of
from penalties.services.handling import HANDLE, stated
from penalties.workflow import CASE_FLOW

WRITTEN = (
    "clause", "summary", "act_place", "in_jurisdiction", "act_ended_on", "long_limitation", "harm",
)  # fmt: skip
OF_LIMITATION = ("act_ended_on", "long_limitation")


@act
def send_back(case: Case, *, actor, on: date, note: str) -> Case:
    """退回补正 by the head, with what the officer has to put right."""
    reason = stated(note, "退回补正的理由")
    return CASE_FLOW.advance(case, "return_filing", actor=actor, on=on, note=reason)


@act
def propose_again(case: Case, *, actor, on: date, **written) -> Case:
    """Propose the filing anew as `written` (what Proposal names); the trail keeps both versions.

    What held at the first proposal has to hold now. Raises NoFine, Refused or PermissionDenied.
    """
    case = lock(case, actor, "lead", "lead__party", "lead__bureau", "clause")
    check_permission(actor, HANDLE, "补正后重新提请立案")
    if why := CASE_FLOW.out_of_turn(case, "propose_again"):
        raise Refused(why)
    facts, people = facts_of(Proposal(**written), case.lead, on)
    if actor.pk not in {case.proposed_by_id, *(person.pk for person in people)}:
        raise Refused(
            "重新提请的人应当是提请人或者承办人员，请在承办人员里选上自己。"
            f"依据：{PENALTY_LAW}第五十四条、第五十五条。"
        )
    before, officers = {name: _shown(case, name) for name in WRITTEN}, _names(_officers(case))
    anew = any(getattr(case, name) != facts[name] for name in OF_LIMITATION)

    def amended(row: Case) -> dict:
        after = {name: _shown(row, name) for name in WRITTEN}
        lines = [(_label(name), before[name], after[name]) for name in WRITTEN]
        lines.append(("承办人员", officers, _names(people)))
        return {"amended": [line for line in lines if line[1] != line[2]]}

    case = CASE_FLOW.advance(
        case, "propose_again", actor=actor, on=on, write=lambda row: facts, details=amended
    )
    _choose(case, people, on)
    if anew:
        correcting.take_back(case, LIMITATION_CLOCKS, on=on, reason="补正违法行为终了日期或者期限")
        stop_limitation(case)
    return case


def _choose(case: Case, people: list[User], on: date) -> None:
    """Let `people` handle the case; where evidence was gathered, those before stay on record."""
    others = case.officers.exclude(user__in=people)
    if case.evidence.exists():
        others.filter(left_on=None).update(left_on=on)
    else:
        others.delete()
    for person in people:
        CaseOfficer.objects.update_or_create(case=case, user=person, defaults={"left_on": None})


def _officers(case: Case) -> list[User]:
    return [row.user for row in case.officers.in_charge().select_related("user")]


def _names(people: list[User]) -> str:
    return "、".join(sorted(map(str, people)))


def _label(name: str) -> str:
    return str(Case._meta.get_field(name).verbose_name)


def _shown(case: Case, name: str) -> str:
    """The field as a person reads it."""
    value = getattr(case, name)
    if isinstance(value, bool):
        return "是" if value else "否"
    if name == "long_limitation":
        return case.get_long_limitation_display() or "两年"
    return cn_date(value) if isinstance(value, date) else str(value)
