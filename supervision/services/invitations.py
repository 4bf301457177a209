"""互查: inviting a supervisor of another bureau, and his verdict in his own hand."""

from datetime import date

from django.utils.timezone import localdate

from archives_enforcement.archiving import sheets
from archives_enforcement.audit import trail
from archives_enforcement.documents.typesetting.child import TypesettingFailed, in_child
from archives_enforcement.files import store
from archives_enforcement.notifications.services import tell
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from supervision import guards
from supervision.models import Invitation, Round, RoundItem
from supervision.queries import invitations as queries
from supervision.queries.invitations import Shown
from supervision.services.verdicts import write_verdicts
from supervision.workflow import SUPERVISE

ANOTHER = "互查由其他机关的监督人员评查，请选择其他机关的综合人员或者法制审核人员。"


@act
def invite(item: RoundItem, *, actor, on: date, guest) -> Invitation:
    """邀请外局人员评查 one drawn item of a 互查; who was invited before gives way to him.

    Raises Refused once the item is reviewed, and for who is of this bureau or supervises nothing.
    """
    item = lock(item, actor)
    check_permission(actor, SUPERVISE, "邀请外局人员评查")
    backfilled = check_date(actor, on)
    if why := guards.not_to_be_invited(item):
        raise Refused(why)
    if on < item.round.drawn_on:
        raise Refused("邀请日期不能早于抽取日期。")
    if not queries.guests_for(item.round.bureau).filter(pk=guest.pk).exists():
        raise Refused({"guest": ANOTHER})
    facts = {"guest": guest, "invited_by": actor, "invited_on": on}
    row, _ = Invitation.objects.update_or_create(item=item, defaults=facts)
    tell([guest], f"{item.round.bureau}邀请您参加互查评查。", url=row.get_absolute_url())
    trail.record(
        item.round, "invite_guest", f"邀请外局人员评查第{item.position}件", actor=actor, on=on,
        backfilled=backfilled, note=str(guest),
    )  # fmt: skip
    return row


@act
def review(invitation: Invitation, *, actor, on: date, verdicts: dict) -> RoundItem:
    """评查 by the guest himself; it stands in the books of the bureau that is looked at."""
    check_permission(actor, SUPERVISE, "评查")
    row = lock(invitation, actor)
    item = RoundItem.objects.select_for_update(of=("self",)).get(pk=row.item_id)
    if row.guest_id != actor.pk:
        raise Refused("这一件邀请的是其他机关的监督人员，请由受邀人评查。")
    backfilled = check_date(actor, on)
    if item.round.state != Round.State.DRAWN or item.reviewed_on or on < row.invited_on:
        raise Refused("只能在受邀以后、汇总以前评查一次。")
    persons = Act(actor, on, SUPERVISE).persons
    if why := guards.not_of_own_work(item.inspection, item.case, persons):
        raise Refused(why)
    item = write_verdicts(item, actor=actor, on=on, verdicts=verdicts, guest=row.named)
    trail.record(
        item.round, "review_item", f"评查第{item.position}件", actor=actor, on=on,
        backfilled=backfilled,
    )  # fmt: skip
    return item


@act
def take(invitation: Invitation, shown: Shown, *, actor) -> bytes:
    """调阅 one line of 正卷; that the guest took it stands in the trail of the round."""
    content = _sheet(shown) if shown.trace else store.get(shown.line.sha256)
    trail.record(
        invitation.item.round, "read_as_guest", "互查调阅案卷", actor=actor, on=localdate(),
        note=f"第{invitation.item.position}件：{shown.line.title}{shown.line.number}",
    )  # fmt: skip
    return content


def _sheet(shown: Shown) -> bytes:
    """What was done online, as the sheet that would lie in the file."""
    try:
        made = in_child(sheets.typeset, [sheets.frozen(shown.line, shown.trace)])
    except TypesettingFailed as failure:
        raise Refused("线上办理记录没有生成，请稍后再试。") from failure
    return made.partition(b"\n")[2]
