"""重设登录: a link by which who lost his password sets a new one, once; who gives it sees none."""

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.utils import timezone

from archives_enforcement.accounts import effects
from archives_enforcement.accounts.models import Grant, UnitInvitation, User
from archives_enforcement.accounts.services.invitations import CLOSED, make_link, opened_by
from archives_enforcement.accounts.services.unit_people import page
from archives_enforcement.accounts.workflow import GRANT_FLOW, MANAGE
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Act, Refused, act


@act
def restore(grant: Grant, *, actor, on: date, email: str = "") -> tuple[UnitInvitation, str]:
    """重设登录: returns the link as a kind of invitation, and its secret, shown this once.

    The old password holds until the link is used; links given before end. Raises Refused for
    one's own account and for one that opens more than the giver answers for.
    """
    grant = GRANT_FLOW.advance(grant, "restore", actor=actor, on=on)
    earlier = UnitInvitation.objects.filter(
        restores__user=grant.user_id, used_at=None, revoked_at=None
    )
    earlier.update(revoked_at=timezone.now())
    return make_link(
        grant.party,
        actor=actor,
        name=grant.user.name,
        post=grant.post,
        restores=grant,
        email=email,
    )


@act
def set_password(token: str, *, on: date, password: str) -> User:
    """设新密码 by who holds the link; all that were signed in with the old one are out.

    Raises Refused for a link that no longer holds, or when the account has come to open more
    meanwhile; ValidationError for a weak password.
    """
    row = opened_by(token)
    if row is None or row.restores is None or not _still_answers(row):
        raise Refused(CLOSED)
    giver = row.invited_by
    if why := GRANT_FLOW.why_not(row.restores, "restore", Act(giver, on, MANAGE)):
        raise Refused(why)
    user = User.objects.select_for_update().get(pk=row.restores.user_id)
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    row.used_at, row.used_by = timezone.now(), user
    row.save(update_fields=["used_at", "used_by"])
    trail.record(row.restores, "set_password", "凭链接设新密码", actor=user, on=on)
    effects.tell([giver, user], f"{user}已凭链接设了新密码。", url=page(row.restores))
    return user


def _still_answers(row: UnitInvitation) -> bool:
    """Whether who gave the link could give it today."""
    own = Grant.objects.open_to(row.invited_by).filter(pk=row.restores_id)
    return row.invited_by.has_perm(MANAGE) and own.exists()
