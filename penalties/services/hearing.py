"""听证: arranged with seven full working days' notice, chaired by an outsider (第六十四条)."""

from datetime import date

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell, tell_party
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import limits
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.queries.teams import with_role
from penalties.models import Case, Hearing, Statement
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import check_state, open_for, stated

NOTICE_CLOCK = "D-P08"
NOTIFIED = (Case.State.NOTIFIED,)


def chairs(case: Case):
    """Who may chair: the role, and no part in the investigation (第六十四条第四项)."""
    handlers = [case.proposed_by_id, *case.officers.values_list("user_id", flat=True)]
    return with_role("hearing_chair").filter(bureau=case.bureau).exclude(pk__in=handlers)


@act
def arrange(
    request: Statement, *, actor, on: date, chair: User, scheduled_on: date, place: str
) -> Hearing:
    """安排听证 and tell the party; Refused when the notice would come too late."""
    case, backfilled = open_for(request.case, NOTIFIED, "安排听证", actor=actor, on=on)
    if request.kind != Statement.Kind.HEARING or hasattr(request, "hearing"):
        raise Refused("没有待安排的听证要求。")
    if not chairs(case).filter(pk=chair.pk).exists():
        raise Refused(
            f"听证由非本案调查人员主持，请另选主持人。依据：{PENALTY_LAW}第六十四条第四项。"
        )
    latest = limits.compute(NOTICE_CLOCK, scheduled_on, bureau=case.bureau).due_on
    if on > latest:
        raise Refused(
            f"在{cn_date(scheduled_on)}听证，最迟应于{cn_date(latest)}通知当事人，请另定日期。"
            f"依据：{PENALTY_LAW}第六十四条第二项（七个工作日前）。"
        )
    hearing = Hearing.objects.create(
        case=case,
        request=request,
        chair=chair,
        scheduled_on=scheduled_on,
        place=stated(place, "听证地点"),
    )
    text = f"听证定于{cn_date(scheduled_on)}在{hearing.place}举行，请按时参加。"
    tell_party(case.party, text, on=on, url="")
    tell([chair], f"请主持听证：{case}（{cn_date(scheduled_on)}）。", url=case.get_absolute_url())
    trail.record(case, "arrange_hearing", "安排听证", actor=actor, on=on, backfilled=backfilled)
    return hearing


@act
def hold(hearing: Hearing, *, actor, on: date, record: str, absent: bool = False) -> Hearing:
    """登记听证笔录 by its chair; an unexcused absence counts as giving the hearing up."""
    case = lock(hearing.case, actor)
    check_permission(actor, "penalties.chair_hearing", "登记听证笔录")
    check_state(case, NOTIFIED, "登记听证笔录")
    backfilled = check_date(actor, on)
    hearing = case.hearings.get(pk=hearing.pk)
    if hearing.chair_id != actor.pk:
        raise Refused("听证笔录由主持人登记。")
    if hearing.held_on or on < hearing.scheduled_on:
        raise Refused(f"听证定于{cn_date(hearing.scheduled_on)}，没有到期或者已经登记。")
    hearing.held_on, hearing.absent = on, absent
    hearing.record = stated(record, "听证笔录的要点；当事人缺席的写明情况")
    hearing.save(update_fields=["held_on", "absent", "record"])
    trail.record(case, "hold_hearing", "举行听证", actor=actor, on=on, backfilled=backfilled)
    return hearing
