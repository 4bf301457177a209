"""登录邀请: a link by which somebody sets himself up as a unit's person, once."""

from datetime import date

from django.utils import timezone

from archives_enforcement.accounts import capabilities, effects
from archives_enforcement.accounts.models import Grant, Party, UnitInvitation, User
from archives_enforcement.accounts.services.unit_people import check_may_act, make_account, page
from archives_enforcement.accounts.workflow import MANAGE, why_not_managing
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_permission, lock

INVITATION = "unit_invitation"
CLOSED = "这个链接已经用过、已过期或者已被撤回。请让邀请您的人再发一次。"


@act
def invite(
    party: Party, *, actor, on: date, name: str, post: str, phone: str = "", email: str = ""
) -> tuple[UnitInvitation, str]:
    """邀请: returns the invitation and the secret of its link, which is shown this once."""
    party = lock(party, actor)
    check_permission(actor, MANAGE, "邀请人员")
    if why := why_not_managing(party, actor, on):
        raise Refused(why)
    invitation, token = make_link(
        party, actor=actor, name=name.strip(), post=post, phone=phone.strip(), email=email
    )
    trail.record(invitation, "invite", f"邀请{invitation.get_post_display()}", actor=actor, on=on)
    return invitation, token


def make_link(party: Party, *, actor, **facts) -> tuple[UnitInvitation, str]:
    """A new link and its secret, which is kept nowhere; the act that gives it has checked all."""
    token, now = capabilities.new_token(), timezone.now()
    row = UnitInvitation.objects.create(
        party=party,
        digest=capabilities.digest(INVITATION, token),
        invited_by=actor,
        invited_at=now,
        expires_at=now + UnitInvitation.LASTS,
        **facts,
    )
    return row, token


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
    """The invitation whose link this is, open or not; None for a link that was never given."""
    rows = UnitInvitation.objects.select_related("party__bureau", "restores__user")
    return rows.filter(digest=capabilities.digest(INVITATION, token)).first()


def opened_by(token: str) -> UnitInvitation | None:
    """The same while it is open, locked: of two who come with one link the first uses it up."""
    rows = UnitInvitation.objects.select_for_update(of=("self",))
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
    row = opened_by(token)
    if row is None or row.restores_id:
        raise Refused(CLOSED)
    if user is None:
        user = make_account(username, password, name=row.name, phone=row.phone, party=row.party)
    check_may_act(user)
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
