"""回避: raised by the party, the person or the bureau, decided by the head (第四十三条)."""

from datetime import date

from django.db.models import Q

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell, tell_party
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from inspections.queries.teams import officers as officers_of
from inspections.queries.teams import with_role
from penalties import guards
from penalties.models import Case, Recusal
from penalties.queries import portal
from penalties.queries.law import PENALTY_LAW
from penalties.services import officers
from penalties.services.handling import check_state, passed_over, stated

S = Case.State
RAISE, DECIDE = "documents.keep_record", "penalties.decide_case"
APPLY = "penalties.answer_notice"
CLOCK = "D-P30"
RAISED_IN = tuple(state for state in Case.OPEN if state != S.DECIDED)
POSTS = ("reviewer", "hearing_chair", "head")
ARTICLE = f"依据：{PENALTY_LAW}第四十三条"


def concerned(case: Case):
    """Who has or may have a part in the case: those in charge, reviewers, chairs and heads."""
    in_post = Q()
    for post in POSTS:
        in_post |= Q(pk__in=with_role(post).values("pk"))
    in_charge = Q(pk__in=case.officers.in_charge().values("user"))
    rows = User.objects.filter(bureau=case.bureau)
    return rows.filter(in_charge | in_post).order_by("name", "pk")


def named_to_party(case: Case):
    """Whom the party knows of: who showed it his certificate, chairs its hearing or decides."""
    known = Q(pk__in=case.officers.in_charge().values("user"))
    known |= Q(pk__in=case.hearings.values("chair")) | Q(pk__in=with_role("head").values("pk"))
    return User.objects.filter(known, bureau=case.bureau).order_by("name", "pk")


def replacements(case: Case):
    """Officers of the bureau who have no part in the case yet."""
    taken = case.officers.values("user")
    return officers_of(case.bureau).exclude(pk__in=taken)


@act
def apply(case: Case, *, actor, on: date, person: User, reason: str, files=()) -> Recusal:
    """The party itself asks that somebody stand aside (第四十三条第二款)."""
    case = lock(case, actor)
    check_permission(actor, APPLY, "申请回避")
    check_state(case, RAISED_IN, "申请回避", f"{ARTICLE}。")
    backfilled = check_date(actor, on)
    if not named_to_party(case).filter(pk=person.pk).exists():
        raise Refused(f"{person}没有参与本案，不用回避，请重新选择。{ARTICLE}。")
    _check_once(case, person)
    return _keep(case, actor, on, backfilled, person, Recusal.Raiser.PARTY, on, reason, files)


@act
def enter(
    case: Case,
    *,
    actor,
    on: date,
    person: User,
    raised_by: str,
    raised_on: date,
    reason: str,
    files=(),
) -> Recusal:
    """登记回避申请; the investigation goes on until it is decided (第四十三条第三款)."""
    case = lock(case, actor)
    check_permission(actor, RAISE, "登记回避申请")
    check_state(case, RAISED_IN, "登记回避申请")
    backfilled = check_date(actor, on)
    _check(case, actor, on, person, raised_by, raised_on, files)
    return _keep(case, actor, on, backfilled, person, raised_by, raised_on, reason, files)


def _keep(
    case: Case, actor, on: date, backfilled: bool, person, raised_by, raised_on, reason, files
) -> Recusal:
    of_party = raised_by == Recusal.Raiser.PARTY
    made = Recusal.objects.create(
        case=case, person=person, raised_by=raised_by, raised_on=raised_on,
        reason=stated(reason, "申请回避的理由"), recorded_by=actor,
    )  # fmt: skip
    theirs = {"party": case.party, "shown_to_party": True} if of_party else {}
    attach(made, files, purpose="回避申请", actor=actor, bureau=case.bureau, **theirs)
    deadlines.start(made, CLOCK, bureau=case.bureau, on=raised_on)
    heads = with_role("head").filter(bureau=case.bureau)
    text = f"请决定是否回避：{case}（{person}）。"
    tell([row for row in heads if row != person], text, url=case.get_absolute_url())
    trail.record(
        case, "enter_recusal", f"{'登记回避申请' if actor.bureau_id else '申请回避'}：{person}",
        actor=actor, on=on,
        backfilled=backfilled, note=made.reason,
        on_behalf_of=str(case.party) if of_party and actor.bureau_id else "",
    )  # fmt: skip
    return made


def _check(case: Case, actor, on: date, person, raised_by: str, raised_on: date, files) -> None:
    if raised_by not in Recusal.Raiser.values:
        raise Refused("请选择回避由谁提出。")
    if not concerned(case).filter(pk=person.pk).exists():
        raise Refused(f"{person}没有参与本案，不用回避，请重新选择。{ARTICLE}。")
    if raised_by == Recusal.Raiser.SELF and person.pk not in Act(actor, on, RAISE).persons:
        raise Refused("本人申请回避的，由本人登记；别人提出的，请选择实际的提出人。")
    if raised_by == Recusal.Raiser.PARTY and not files:
        raise Refused("当事人申请回避的，应当附申请书或者记录的扫描件，请选择文件。")
    if raised_on > on:
        raise Refused("提出日期不能晚于办理日期。")
    _check_once(case, person)


def _check_once(case: Case, person: User) -> None:
    rows = case.recusals.filter(person=person)
    if rows.filter(granted=True).exists() or rows.filter(decided_on=None).exists():
        raise Refused(f"{person}的回避已经登记，不用再办。")


@act
def decide(
    recusal: Recusal,
    *,
    actor,
    on: date,
    granted: bool,
    answer: str,
    replacement: User | None = None,
) -> Recusal:
    """决定回避: who stands aside leaves the case at once; `replacement` investigates instead."""
    case = lock(recusal.case, actor)
    check_permission(actor, DECIDE, "决定回避")
    check_state(case, RAISED_IN, "决定回避")
    backfilled = check_date(actor, on)
    recusal = case.recusals.get(pk=recusal.pk)
    if recusal.decided_on:
        raise Refused("这件回避申请已经决定。")
    if recusal.person_id in Act(actor, on, DECIDE).persons:
        raise Refused(f"申请回避的是您本人，请由其他机关负责人决定。{ARTICLE}第三款。")
    if on < recusal.raised_on:
        raise Refused("决定日期不能早于提出日期。")
    lamps = passed_over(case, "decide_recusal", actor, on)
    if granted:
        _stand_aside(case, recusal.person, replacement, on)
    recusal.granted, recusal.answer = granted, stated(answer, "决定的理由")
    recusal.decided_by, recusal.decided_on = actor, on
    recusal.save(update_fields=["granted", "answer", "decided_by", "decided_on"])
    deadlines.meet(recusal, CLOCK, on=on, note=recusal.outcome)
    label = f"{recusal.outcome}：{recusal.person}"
    concerned_now = {recusal.person, recusal.recorded_by, replacement if granted else None}
    staff = [person for person in concerned_now if person and person.bureau_id]
    tell(staff, f"{case}：{label}。", url=case.get_absolute_url())
    if recusal.raised_by == Recusal.Raiser.PARTY and (link := portal.link_of(case)):
        tell_party(case.party, f"您的回避申请已有答复：{label}。", on=on, url=link[1])
    trail.record(
        case, "decide_recusal", label, actor=actor, on=on, backfilled=backfilled,
        note=recusal.answer, details=lamps,
    )  # fmt: skip
    return recusal


def _stand_aside(case: Case, person: User, replacement: User | None, on: date) -> None:
    """Who investigates is replaced; who reviews, chairs or decides is kept out by the guards."""
    if not case.officers.in_charge().filter(user=person).exists():
        return
    if replacement is None:
        left = case.officers.in_charge().exclude(user=person).values("user")
        if guards.too_few_officers(left, on):
            raise Refused(
                "回避以后持证的承办人员不足两人，请指定一名接办的执法人员。"
                f"依据：{PENALTY_LAW}第四十二条、第四十三条。"
            )
        case.officers.filter(user=person).update(left_on=on)
        return
    if why := officers.obstacle(case, replacement, on):
        raise Refused(why)
    officers.replace(case, person, replacement, on)
