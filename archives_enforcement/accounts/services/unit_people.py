"""单位的人员: how people of a unit come in, and how their access ends."""

from datetime import date

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts import capabilities, effects
from archives_enforcement.accounts.models import Grant, Party, Post, UnitInvitation, User
from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.accounts.workflow import GRANT_FLOW, MANAGE, why_not_managing
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_permission, lock

INVITATION = "unit_invitation"
CLOSED = "这个链接已经用过、已过期或者已被撤回。请让邀请您的人再发一次。"
STAFF = "您登录的是档案局工作人员的账号，不能代表被检查单位。请先退出登录，再打开链接。"


@act
def invite(
    party: Party, *, actor, on: date, name: str, post: str, phone: str = "", email: str = ""
) -> tuple[UnitInvitation, str]:
    """邀请: returns the invitation and the secret of its link, which is shown this once."""
    party = lock(party, actor)
    check_permission(actor, MANAGE, "邀请人员")
    if why := why_not_managing(party, actor, on):
        raise Refused(why)
    token, now = capabilities.new_token(), timezone.now()
    invitation = UnitInvitation.objects.create(
        party=party,
        name=name.strip(),
        post=post,
        phone=phone.strip(),
        email=email,
        digest=capabilities.digest(INVITATION, token),
        invited_by=actor,
        invited_at=now,
        expires_at=now + UnitInvitation.LASTS,
    )
    trail.record(invitation, "invite", f"邀请{invitation.get_post_display()}", actor=actor, on=on)
    return invitation, token


@act
def revoke_invitation(invitation: UnitInvitation, *, actor, on: date) -> UnitInvitation:
    """撤回邀请: the link opens nothing from now on."""
    invitation = lock(invitation, actor)
    check_permission(actor, MANAGE, "撤回邀请")
    if why := why_not_managing(invitation.party, actor, on):
        raise Refused(why)
    if not invitation.is_open:
        raise Refused("这个邀请已经用过、已过期或者已被撤回，不用再办。")
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    trail.record(invitation, "revoke_invitation", "撤回邀请", actor=actor, on=on)
    return invitation


def invitation_of(token: str) -> UnitInvitation | None:
    """The open invitation whose link this is; None for any other, whatever is wrong with it."""
    rows = UnitInvitation.objects.select_related("party__bureau")
    found = rows.filter(digest=capabilities.digest(INVITATION, token)).first()
    return found if found and found.is_open else None


@act
def accept_invitation(
    token: str, *, on: date, user: User | None = None, username: str = "", password: str = ""
) -> Grant:
    """接受邀请: `user` who has signed in, or a new account with `username` and `password`.

    Raises Refused for a link that no longer holds and for staff; ValidationError for a taken name
    or a weak password.
    """
    digest = capabilities.digest(INVITATION, token)
    row = UnitInvitation.objects.select_for_update().filter(digest=digest).first()
    if row is None or not row.is_open:
        raise Refused(CLOSED)
    if user is None:
        user = make_account(username, password, name=row.name, phone=row.phone, party=row.party)
    _may_act(user)
    row.used_at, row.used_by = timezone.now(), user
    row.save(update_fields=["used_at", "used_by"])
    grant = row.party.grants.valid_on(on).filter(user=user).first()
    if grant is None:
        grant = Grant.objects.create(user=user, party=row.party, post=row.post, valid_from=on)
    effects.tell(
        [row.invited_by], f"{user}已接受邀请，可以办理{row.party}的事项。", url=page(grant)
    )
    trail.record(grant, "accept_invitation", "接受邀请", actor=user, on=on)
    return grant


@act
def apply(
    party: Party,
    *,
    on: date,
    post: str,
    user: User | None = None,
    username: str = "",
    password: str = "",
    name: str = "",
    phone: str = "",
    note: str = "",
) -> Grant:
    """申请: somebody who holds a paper of the unit wants to act for it; others say that he may."""
    if user is None:
        user = make_account(username, password, name=name, phone=phone, party=party)
    _may_act(user)
    if party.grants.valid_on(on).filter(user=user).exists():
        raise Refused(f"您已经可以办理{party}的事项，不用再申请。")
    if Grant.objects.filter(user=user, party=party, state=Grant.State.WAITING).exists():
        raise Refused("您的申请已经提交，正在等确认，不用再交一次。")
    grant = Grant.objects.create(
        user=user, party=party, post=post, valid_from=on, state=Grant.State.WAITING
    )
    words = f"{user}申请作为{party}的{grant.get_post_display()}登录办理，请核实后确认。"
    effects.tell(managers_of(party, on), words, url=page(grant))
    trail.record(grant, "apply", "申请代表单位", actor=user, on=on, note=note)
    return grant


def managers_of(party: Party, on: date) -> list[User]:
    """Those who may say who acts for the party: its own managers, and the bureau's staff."""
    own = party.grants.valid_on(on).filter(post=Post.MANAGER)
    keepers = {ROLES[code].label for code in ROLES if MANAGE in ROLES[code].permissions}
    staff = User.objects.filter(bureau=party.bureau_id, groups__name__in=keepers)
    people = User.objects.filter(pk__in=own.values("user")) | User.objects.filter(
        pk__in=staff.values("pk")
    )
    return list(people.filter(is_active=True).distinct())


@act
def confirm(grant: Grant, *, actor, on: date) -> Grant:
    """确认: from now on he acts for the unit."""
    grant = GRANT_FLOW.advance(
        grant, "confirm", actor=actor, on=on, write=lambda row: {"valid_from": on}
    )
    effects.tell([grant.user], f"已确认，您可以办理{grant.party}的事项。")
    return grant


@act
def refuse(grant: Grant, *, actor, on: date, note: str) -> Grant:
    """不确认: nothing opens for him."""
    if not note.strip():
        raise Refused("请写明为什么不确认，申请人能看到。")
    grant = GRANT_FLOW.advance(grant, "refuse", actor=actor, on=on, note=note.strip())
    effects.tell([grant.user], f"代表{grant.party}的申请没有确认：{note.strip()}")
    return grant


@act
def change_post(grant: Grant, *, actor, on: date, post: str) -> Grant:
    """改变身份: 负责人 or 档案员."""
    lock(grant.party, actor)  # of two managers who end each other one comes first
    if post == lock(grant, actor).post:
        raise Refused("身份没有变化，不用再办。")
    return GRANT_FLOW.advance(
        grant,
        "change_post",
        actor=actor,
        on=on,
        write=lambda row: {"post": post},
        note=Post(post).label,
    )


@act
def end(grant: Grant, *, actor, on: date) -> Grant:
    """停用: he is signed out at once and sees nothing of the unit; what he did stands."""
    lock(grant.party, actor)
    grant = GRANT_FLOW.advance(grant, "end", actor=actor, on=on, write=lambda row: {"ended_on": on})
    User.objects.filter(pk=grant.user_id).update(session_round=F("session_round") + 1)
    return grant


def make_account(username: str, password: str, *, name: str, phone: str, party: Party) -> User:
    """An account in the post of a unit's person, which by itself opens nothing."""
    person = User(username=username, name=name.strip(), phone=phone.strip(), employer=party.name)
    validate_password(password, person)
    person.set_password(password)
    person.full_clean()
    person.save()
    person.groups.add(Group.objects.get(name=ROLES["unit_contact"].label))
    return person


def page(grant: Grant) -> str:
    return reverse("accounts:people", args=[grant.party_id])


def _may_act(user: User) -> None:
    if user.bureau_id:
        raise Refused(STAFF)
    post = Group.objects.get(name=ROLES["unit_contact"].label)
    if not user.groups.filter(pk=post.pk).exists():
        raise Refused("您登录的账号不是单位经办人账号，请退出登录后再打开链接，另设一个账号。")
