"""Reads of 互查: who may be invited, what waits for a guest, and which papers he is shown."""

from datetime import date

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.accounts.models import User
from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.asking import rows_of
from archives_enforcement.documents.models import Document
from inspections.queries.work import Group, WorkItem
from supervision.models import Invitation, Round
from supervision.workflow import SUPERVISE

BASIS = "本机关执法监督工作规范"


def guests_for(bureau):
    """Supervisors of all other bureaux."""
    posts = [role.label for role in ROLES.values() if SUPERVISE in role.permissions]
    people = User.objects.filter(is_active=True, groups__name__in=posts)
    people = people.exclude(bureau=None).exclude(bureau=bureau).select_related("bureau")
    return people.order_by("bureau__code", "name", "pk").distinct()


def open_invitations():
    """Those whose item may still be looked at: drawn, not reviewed yet, not summed up."""
    rows = Invitation.objects.filter(item__round__state=Round.State.DRAWN, item__reviewed_on=None)
    return rows.select_related(
        "item__round__bureau", "item__inspection__unit__party", "item__case", "guest__bureau"
    )


def papers_shown(invitation: Invitation):
    """What was issued on the check or case; drafts, evidence and notes stay with its bureau."""
    record = invitation.item.record
    kind = ContentType.objects.get_for_model(record)
    rows = Document.objects.filter(content_type=kind, object_id=record.pk, rendition__isnull=False)
    rows = rows.exclude(state=Document.State.VOID)
    return rows.select_related("rendition").order_by("issued_on", "pk")


def work_for_guest(user, today: date):
    """互查评查 that another bureau asks of this person."""
    if not user.has_perm(SUPERVISE):
        return []
    rows = yield from rows_of(open_invitations().filter(guest=user).order_by("pk"))
    return [
        WorkItem(
            None, f"互查评查：{row}", BASIS, row.get_absolute_url(), "去评查", Group.RECTIFICATION
        )
        for row in rows
    ]
