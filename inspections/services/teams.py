"""Acts on who goes: the team, the observers, and who of them came."""

from collections.abc import Collection, Iterable
from datetime import date

from archives_enforcement.accounts.models import Certificate, User
from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.guards import TWO, licence_basis
from inspections.models import Inspection, Invitation, TeamMember
from inspections.queries import teams

DRAFT = "inspections.draft_inspection"
PLEDGE = "inspections.pledge_confidentiality"
PROMISE = (
    "本人受邀观察档案行政执法检查，只观察、不执法、不评判被检查单位；对知悉的国家秘密、商业秘密、"
    "个人隐私和检查情况保密，不记录、不拍照、不对外谈论、不向他人提供。"
)
BEFORE_GOING = (Inspection.State.DRAFT, Inspection.State.PENDING, Inspection.State.APPROVED)
NO_OBSERVERS = (
    "{unit}是企业，不邀请观察员到场。依据：本机关工作安排（观察员不参加对企业的检查），属内部规定。"
)


@act
def set_team(
    inspection: Inspection,
    *,
    actor,
    on: date,
    lead: User,
    officers: Iterable[User] = (),
    assistants: Iterable[User] = (),
) -> Inspection:
    """确定检查组: who leads, who goes along, and archive-hall staff who assist and never count.

    Replaces the team of a draft. Raises Refused when a person is named twice, does not hold the
    role, or enforces without a certificate in force on the day (实施条例第四十七条).
    """
    inspection = lock(inspection, actor)
    check_permission(actor, DRAFT, "确定检查组")
    if inspection.state != Inspection.State.DRAFT:
        raise Refused("检查已提交审批，检查组不能再变。需要换人的，请机关负责人退回后修改。")
    backfilled = check_date(actor, on)
    officers, assistants = list(officers), list(assistants)
    invited = [row.observer for row in inspection.invitations.select_related("observer")]
    _refuse_twice([lead, *officers, *assistants, *invited], inspection.scheduled_on)
    _check_officers([lead, *officers], inspection)
    _check_role(assistants, teams.assistants(inspection.bureau), "协助人员")
    part = TeamMember.Part
    chosen = [
        (lead, part.LEAD),
        *((person, part.OFFICER) for person in officers),
        *((person, part.ASSISTANT) for person in assistants),
    ]
    inspection.team.all().delete()
    TeamMember.objects.bulk_create(
        TeamMember(inspection=inspection, user=person, part=place) for person, place in chosen
    )
    trail.record(
        inspection,
        "set_team",
        "确定检查组",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={"team": [f"{person}（{place.label}）" for person, place in chosen]},
    )
    return inspection


def _refuse_twice(people: list[User], day: date) -> None:
    seen = set()
    for person in people:
        if person.pk in seen:
            raise Refused(
                f"{person}列了两次，一人不能算作两人，在一次检查中只能有一种分工。请另选一人。"
                f"依据：{licence_basis(day)}；{TWO}。"
            )
        seen.add(person.pk)


def _check_role(people: Collection[User], allowed, label: str) -> None:
    known = set(allowed.values_list("pk", flat=True))
    for person in people:
        if person.pk not in known:
            raise Refused(f"{person}不是本机关的{label}，请重新选择。")


def _check_officers(people: Collection[User], inspection: Inspection) -> None:
    _check_role(people, teams.officers(inspection.bureau), "执法人员")
    day = inspection.scheduled_on
    licensed = set(
        Certificate.objects.valid_on(day).filter(user__in=people).values_list("user_id", flat=True)
    )
    for person in people:
        if person.pk not in licensed:
            raise Refused(
                f"{person}在{cn_date(day)}没有有效的执法证件，不能作为检查人员。"
                f"依据：{licence_basis(day)}。"
            )


@act
def invite(inspection: Inspection, *, actor, on: date, observers: Iterable[User]) -> Inspection:
    """邀请观察员: exactly these are invited; those left out are no longer.

    Refused at enterprises (a local rule), for people without the role, and for team members.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, DRAFT, "邀请观察员")
    if inspection.state not in BEFORE_GOING:
        raise Refused("检查已经开始或者结束，不能再变更观察员。")
    backfilled = check_date(actor, on)
    observers = list(observers)
    if observers and inspection.party.is_enterprise:
        raise Refused(NO_OBSERVERS.format(unit=inspection.unit))
    team = [member.user for member in inspection.team.select_related("user")]
    _refuse_twice([*team, *observers], inspection.scheduled_on)
    _check_role(observers, teams.observers(inspection.bureau), "观察员")
    inspection.invitations.exclude(observer__in=observers).delete()
    known = set(inspection.invitations.values_list("observer_id", flat=True))
    added = Invitation.objects.bulk_create(
        Invitation(inspection=inspection, observer=person)
        for person in observers
        if person.pk not in known
    )
    if inspection.approved_on:
        _tell_invited(inspection, added)
    trail.record(
        inspection,
        "invite",
        "邀请观察员",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={"observers": [str(person) for person in observers]},
    )
    return inspection


def _tell_invited(inspection: Inspection, invitations: Iterable[Invitation]) -> None:
    day = cn_date(inspection.scheduled_on)
    for row in invitations:
        tell([row.observer], f"邀请您于{day}观察一次检查。", url=row.get_absolute_url())


@act
def pledge(invitation: Invitation, *, actor, on: date) -> Invitation:
    """签署保密承诺: the observer himself, before he watches."""
    invitation = lock(invitation, actor)
    check_permission(actor, PLEDGE, "签署保密承诺")
    backfilled = check_date(actor, on)
    if invitation.observer_id != actor.pk:
        raise Refused("保密承诺由受邀的观察员本人签署，不能代签。")
    if invitation.pledged_on:
        raise Refused("您已经签署过保密承诺，不用再签。")
    if invitation.inspection.state == Inspection.State.CANCELLED:
        raise Refused("这次检查已经取消，不用签署。")
    invitation.pledged_on = on
    invitation.save(update_fields=["pledged_on"])
    trail.record(
        invitation,
        "pledge",
        "签署保密承诺",
        actor=actor,
        on=on,
        backfilled=backfilled,
        note=PROMISE,
    )
    return invitation


@act
def mark_attendance(
    inspection: Inspection,
    *,
    actor,
    on: date,
    attended: Iterable[User],
    pledged_on_paper: Iterable[User] = (),
) -> Inspection:
    """登记观察员到场 after the visit: those named came, the other invited ones did not.

    Nobody watches without his pledge: who did not sign it here signed it on paper.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, "inspections.record_inspection", "登记观察员到场")
    if inspection.inspected_on is None or on < inspection.inspected_on:
        raise Refused("检查还没有进行，不能登记观察员是否到场。")
    backfilled = check_date(actor, on)
    came = {person.pk for person in attended}
    invited = set(inspection.invitations.values_list("observer_id", flat=True))
    if not invited:
        raise Refused("这次检查没有邀请观察员，不用登记。")
    if came - invited:
        raise Refused("登记到场的人员中有的没有受到邀请，请核对。")
    _keep_paper_pledges(inspection, came, {person.pk for person in pledged_on_paper})
    inspection.invitations.filter(observer__in=came).update(attended=True)
    inspection.invitations.exclude(observer__in=came).update(attended=False)
    names = inspection.invitations.filter(attended=True).values_list("observer__name", flat=True)
    trail.record(
        inspection,
        "mark_attendance",
        "登记观察员到场",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={"attended": list(names)},
    )
    return inspection


def _keep_paper_pledges(inspection: Inspection, came: set[int], signed: set[int]) -> None:
    rows = inspection.invitations.filter(observer__in=came, pledged_on=None)
    rows.filter(observer__in=signed).update(
        pledged_on=inspection.inspected_on, pledged_on_paper=True
    )
    if names := "、".join(rows.values_list("observer__name", flat=True)):
        raise Refused(
            f"{names}还没有签署保密承诺，不能登记到场。请观察员在邀请页面签署；"
            "当场签了纸质承诺的，请勾选。依据：本机关检查工作规范（观察员）。"
        )
