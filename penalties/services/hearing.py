"""听证: arranged with seven full working days' notice, chaired by an outsider (第六十四条)."""

from datetime import date

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.running import dates_in
from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell, tell_party
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.queries.teams import with_role
from penalties import guards
from penalties.models import Case, Hearing, Statement
from penalties.queries import hearings, papers
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import check_state, open_for, stated

NOTIFIED = (Case.State.NOTIFIED,)
SEVEN_DAYS = f"依据：{PENALTY_LAW}第六十四条第二项（七个工作日前）。"


def chairs(case: Case):
    """Who may chair: the role, and no part in the investigation (第六十四条第四项).

    He is no more in it once it was decided that he stands aside.
    """
    aside = case.recusals.filter(granted=True).values_list("person_id", flat=True)
    rows = with_role("hearing_chair").filter(bureau=case.bureau)
    return rows.exclude(pk__in=[*guards.handlers(case), *aside])


@act
def arrange(
    request: Statement, *, actor, on: date, chair: User, scheduled_on: date, place: str
) -> Hearing:
    """安排听证 and tell the party; Refused when the notice would come too late."""
    case, backfilled = open_for(request.case, NOTIFIED, "安排听证", actor=actor, on=on)
    if not hearings.unarranged(request):
        raise Refused(f"没有待安排的听证要求。依据：{PENALTY_LAW}第六十四条。")
    if not chairs(case).filter(pk=chair.pk).exists():
        raise Refused(
            f"听证由非本案调查人员主持，请另选主持人。依据：{PENALTY_LAW}第六十四条第四项。"
        )
    hearing = getattr(request, "hearing", None) or Hearing(case=case, request=request)
    hearing.chair, hearing.scheduled_on = chair, scheduled_on
    hearing.place = stated(place, "听证地点")
    return _arranged(hearing, actor, on, backfilled)


def _arranged(hearing: Hearing, actor, on: date, backfilled: bool) -> Hearing:
    """Keep where and when; tell the party and the chair."""
    case, day = hearing.case, cn_date(hearing.scheduled_on)
    if why := _too_late(hearing, on):
        raise Refused(f"{why}，请另定日期。{SEVEN_DAYS}")
    label = "听证改期" if hearing.pk else "安排听证"
    hearing.save()
    text = f"听证定于{day}在{hearing.place}举行，请按时参加。"
    tell_party(case.party, text, on=on, url="")
    tell([hearing.chair], f"请主持听证：{case}（{day}）。", url=case.get_absolute_url())
    trail.record(case, "arrange_hearing", label, actor=actor, on=on, backfilled=backfilled)
    return hearing


def _too_late(hearing: Hearing, told_on: date) -> str | None:
    latest = hearings.latest_notice(hearing)
    if told_on <= latest:
        return None
    return f"在{cn_date(hearing.scheduled_on)}听证，最迟应于{cn_date(latest)}通知当事人"


def notified(document: Document, *, actor, on: date) -> None:
    """听证通知书 is signed: the hearing takes place as it says; a later notice moves it.

    Raises Refused where it names no day or none who may chair, and where it comes too late.
    """
    case, fields = document.subject, document.fields
    check_state(case, NOTIFIED, "签发听证通知书")
    hearing = hearings.ahead(case) or Hearing(case=case, request=_asked(case))
    day = min(dates_in(fields["time"]), default=None)
    chosen = [row for row in chairs(case) if str(row) in fields["chair"]]
    if day is None or len(chosen) != 1:
        raise Refused(
            "请在“听证时间”里写明年月日（如2026年12月31日），在“听证主持人”里写明一名有听证主持"
            f"岗位的非本案调查人员的姓名。依据：{PENALTY_LAW}第六十四条第二项、第四项。"
        )
    before = hearing.pk and (hearing.scheduled_on, hearing.chair, hearing.place)
    hearing.scheduled_on, hearing.chair, hearing.place = day, chosen[0], fields["place"].strip()
    if before == (day, chosen[0], hearing.place):  # it announces what was arranged
        if why := _too_late(hearing, on):
            raise Refused(f"{why}，请另定日期。{SEVEN_DAYS}")
        return
    _arranged(hearing, actor, on, backfilled=on < trail.today())


def _asked(case: Case) -> Statement:
    request = hearings.standing(case).filter(hearing=None).first()
    if request is None:
        raise Refused(f"没有待安排的听证要求。依据：{PENALTY_LAW}第六十四条。")
    return request


def _notice_came_late(hearing: Hearing) -> str | None:
    """The notice must have reached the party in time, and name the day; a message is none."""
    paper = papers.issued(hearing.case, hearings.HEARING_NOTICE)
    if not hearings.announced_by(hearing, paper):
        return (
            "还没有签发写明这一听证日期的听证通知书，请先起草、签发并送达，不能没有通知就举行听证。"
            f"{SEVEN_DAYS}"
        )
    told_on = papers.delivered_on(paper)
    if told_on is None:
        return f"听证通知书还没有送达，不能举行听证。{SEVEN_DAYS}"
    if why := _too_late(hearing, told_on):
        return f"{why}，通知书{cn_date(told_on)}才送达，请另发通知书改期。{SEVEN_DAYS}"
    return None


def _chair_in_doubt(hearing: Hearing) -> str | None:
    rows = hearing.case.recusals.filter(person=hearing.chair).exclude(granted=False)
    if not rows.exists():
        return None
    return (
        "您的回避申请还没有决定，或者已经决定回避，不能主持听证；决定回避的，请承办人员另行安排主持人。"
        f"依据：{PENALTY_LAW}第六十四条第四项。"
    )


def _sign(hearing: Hearing, signing: str, note: str, report: str) -> None:
    if signing not in Hearing.Signing.values:
        raise Refused(
            "请选择听证笔录的签字情况：笔录应当交当事人或者其代理人核对无误后签字或者盖章。"
            f"依据：{PENALTY_LAW}第六十四条第八项。"
        )
    hearing.signing = signing
    if signing == Hearing.Signing.REFUSED:
        hearing.signing_note = stated(
            note, f"拒绝签字或者盖章的情况（{PENALTY_LAW}第六十四条第八项）"
        )
    hearing.report = stated(report, f"听证报告（{PENALTY_LAW}第六十五条）")


@act
def hold(
    hearing: Hearing,
    *,
    actor,
    on: date,
    record: str,
    absent: bool = False,
    signing: str = "",
    signing_note: str = "",
    report: str = "",
    files=(),
) -> Hearing:
    """登记听证笔录 by its chair, how it was signed, and his report (第六十四条、第六十五条).

    An unexcused absence counts as giving the hearing up: the hearing ends, and nobody signs.
    """
    case = lock(hearing.case, actor)
    check_permission(actor, "penalties.chair_hearing", "登记听证笔录")
    check_state(case, NOTIFIED, "登记听证笔录")
    backfilled = check_date(actor, on)
    hearing = case.hearings.get(pk=hearing.pk)
    if hearing.chair_id != actor.pk:
        raise Refused(f"听证笔录由主持人登记。依据：{PENALTY_LAW}第六十四条第四项、第八项。")
    if hearing.request.taken_back_id:
        raise Refused(f"当事人已经撤回听证要求，不再举行听证。依据：{PENALTY_LAW}第六十三条。")
    if hearing.held_on or on < hearing.scheduled_on:
        raise Refused(
            f"听证定于{cn_date(hearing.scheduled_on)}，没有到期或者已经登记。{SEVEN_DAYS}"
        )
    if why := _chair_in_doubt(hearing) or _notice_came_late(hearing):
        raise Refused(why)
    hearing.held_on, hearing.absent = on, absent
    hearing.record = stated(record, "听证笔录的要点；当事人缺席的写明情况")
    if not absent:
        _sign(hearing, signing, signing_note, report)
    hearing.save(update_fields=["held_on", "absent", "record", "signing", "signing_note", "report"])
    attach(hearing, files, purpose="听证笔录", actor=actor, bureau=case.bureau)
    trail.record(case, "hold_hearing", "举行听证", actor=actor, on=on, backfilled=backfilled)
    return hearing
