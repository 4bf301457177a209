"""What the receiver himself does with a paper: he opens it, and signs for it online."""

from datetime import date

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.documents import delivery_guards
from archives_enforcement.documents.delivery_guards import confirmation_on
from archives_enforcement.documents.models import Delivery, DeliveryAttempt
from archives_enforcement.documents.models.addresses import Channel
from archives_enforcement.documents.models.delivery import Method
from archives_enforcement.documents.services.delivery import complete, open_delivery
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission


def note_reading(delivery: Delivery, *, actor) -> None:
    """Keep who of the receiver's people opened the paper first, and when; staff leave no trace."""
    if actor.bureau_id or delivery.opened_at is not None:
        return
    first = {"opened_at": timezone.now(), "opened_by": actor}
    rows = Delivery.objects.visible_to(actor).filter(pk=delivery.pk, opened_at=None)
    if rows.update(**first):
        delivery.opened_at, delivery.opened_by = first.values()


@act
def acknowledge(delivery: Delivery, *, actor, on: date) -> Delivery:
    """签收 by the receiver's own person, online.

    It delivers a paper that affects no rights, and any paper to a receiver who has agreed in
    writing to receive papers here (行政处罚法第六十一条第二款); else it is a receipt of reading.
    """
    check_permission(actor, "documents.acknowledge_document", "签收文书")
    delivery = open_delivery(delivery, actor, on)
    if delivery.acknowledged_on:
        raise Refused(f"这份文书已于{cn_date(delivery.acknowledged_on)}签收，不用再办。")
    backfilled = check_date(actor, on)
    delivery.acknowledged_on, delivery.acknowledged_by = on, actor
    delivery.save(update_fields=["acknowledged_on", "acknowledged_by"])
    attempt = delivered_by_receipt(delivery, actor, on)
    if attempt is not None:
        attempt.save()
        complete(attempt, actor)
    trail.record(
        delivery.document,
        "acknowledge",
        "网上签收" if attempt else "网上签收（另行送达）",
        actor=actor,
        on=on,
        backfilled=backfilled,
    )
    return delivery


def delivered_by_receipt(delivery, actor, on) -> DeliveryAttempt | None:
    """The attempt that the receipt completes, unsaved; None when it is only one of reading."""
    attempt = receipt_attempt(delivery, on, received_by=str(actor), recorded_by=actor)
    if delivery.affects_rights:
        attempt.method, attempt.channel = Method.ELECTRONIC, Channel.PORTAL
        attempt.confirmation = confirmation_on(delivery.party, on)
        if delivery_guards.refusal(attempt, ()):
            return None
    return attempt


def receipt_attempt(delivery, on, **who) -> DeliveryAttempt:
    """网上签收 as a delivery of that very day, unsaved."""
    return DeliveryAttempt(
        delivery=delivery, made_on=on, effective_on=on, method=Method.ONLINE, **who
    )
