"""登记责任能力: how old the person was and whether he could answer for what he did."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act
from penalties.models import Accountability, Case, Evidence
from penalties.queries import accountability
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import open_for, stated

S = Case.State
# A case whose investigation had ended before this was asked may answer it up to its decision.
RECORDED_IN = (
    S.ON_THE_SPOT, S.INVESTIGATING, S.INVESTIGATED, S.PROPOSED, S.NOTIFIED, S.IN_REVIEW, S.REVIEWED,
)  # fmt: skip
LABEL = "登记责任能力"
ARTICLES = f"依据：{PENALTY_LAW}第三十条、第三十一条"


@act
def record(
    case: Case,
    *,
    actor,
    on: date,
    born_on: date,
    mind: str,
    grounds: str,
    evidence: Iterable[Evidence],
    guardian: str = "",
    relation: str = "",
) -> Accountability:
    """登记责任能力 of a natural person, from evidence; a later recording takes its place.

    The guardian is named where the law turns to him: below 18, and of whoever could not, or not
    wholly, tell or help what he did.
    """
    case, backfilled = open_for(case, RECORDED_IN, LABEL, actor=actor, on=on)
    if not accountability.is_person(case):
        raise Refused(f"当事人不是自然人，不登记年龄和责任能力。{ARTICLES}。")
    if mind not in Accountability.Mind.values or born_on > case.act_ended_on:
        raise Refused(f"请核对出生日期（应当早于违法行为终了日期）和辨认、控制能力。{ARTICLES}。")
    used = list(case.evidence.filter(excluded_on=None, pk__in=[row.pk for row in evidence]))
    if not used:
        raise Refused(f"责任能力应当有证据，请选择证据。依据：{PENALTY_LAW}第四十条、第四十六条。")
    row = Accountability.objects.filter(case=case).first() or Accountability(case=case)
    row.born_on, row.mind, row.grounds = born_on, mind, stated(grounds, "查明的情况")
    row.guardian, row.relation = guardian.strip(), relation.strip()
    row.recorded_by, row.recorded_on = actor, on
    if row.needs_guardian and not (row.guardian and row.relation):
        raise Refused(f"{row.in_words}，请写明监护人的姓名和与当事人的关系。{ARTICLES}。")
    row.save()
    row.evidence.set(used)
    details = {"born_on": born_on.isoformat(), "mind": mind, "guardian": row.guardian}
    trail.record(
        case,
        "record_accountability",
        LABEL,
        actor=actor,
        on=on,
        backfilled=backfilled,
        details=details,
    )
    return row
