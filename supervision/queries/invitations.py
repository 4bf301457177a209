"""Reads of 互查: who may be invited, what waits for a guest, and which papers he is shown."""

from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from archives_enforcement.accounts.models import User
from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.archiving.arranging import arrange
from archives_enforcement.archiving.lines import FILE, RECORD, Line
from archives_enforcement.archiving.registry import MAIN
from archives_enforcement.archiving.traces import Trace
from archives_enforcement.asking import rows_of
from inspections.queries.work import Group, WorkItem
from supervision.models import Invitation, Round, RoundItem
from supervision.workflow import SUPERVISE

BASIS = "本机关执法监督工作规范"


class Shown(NamedTuple):
    """One line of the contents list that the guest may open; `trace` where it is a record sheet."""

    number: int
    line: Line
    trace: Trace | None

    @property
    def made_on(self) -> date:
        return date.fromisoformat(self.line.made_on)


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


def lines_shown(invitation: Invitation) -> list[Shown]:
    """正卷 as it stands: issued papers and what was done online, by their places in the order.

    Photos, scans and other attachments stay with the bureau, and so does 副卷.
    """
    record = invitation.item.record
    about = "case" if invitation.item.case_id else "inspection"
    order = arrange(about, record)
    return [
        Shown(number, line, order.trace_of(line))
        for number, line in enumerate(order.lines)
        if line.part == MAIN and line.source != FILE and (line.sha256 or line.source == RECORD)
    ]


def with_what_is_left(rounds):
    """With `left`, whether an item waits for a verdict, and `uninvited`, whether for a guest."""
    left = RoundItem.objects.filter(round=OuterRef("pk"), reviewed_on=None)
    return rounds.annotate(left=Exists(left), uninvited=Exists(left.filter(invitation=None)))


def asked_of_drawn(row: Round) -> tuple[str, str] | None:
    """What a drawn round asks of its own bureau, in words and on the button.

    None leaves it to the state; no words where only guests are waited for.
    """
    if row.state != Round.State.DRAWN:
        return None
    if not row.left:
        return "汇总并起草通报", "去汇总"
    if row.method != Round.Method.MUTUAL:
        return None
    return ("邀请外局人员评查", "去邀请") if row.uninvited else ("", "")


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
