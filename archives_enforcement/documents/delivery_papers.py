"""Papers about a delivery: 送达回证, 送达公告 and the confirmation of an address, from its record.

They stand on what the delivered paper is about, so that they come into its case file.
"""

from datetime import date

from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import delivery_guards, narrating
from archives_enforcement.documents.drafting import Subject, register
from archives_enforcement.documents.handing_over import handed_over_first
from archives_enforcement.documents.models import Delivery, DeliveryAttempt
from archives_enforcement.documents.models.delivery import Method
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import limits

UNKNOWN = DeliveryAttempt.Failure.UNKNOWN  # 查无此人: the ground on which he is said to be gone


def facts(delivery: Delivery, on: date) -> dict:
    document = delivery.document
    days = limits.find(delivery_guards.NOTICE_CLOCK, on).length
    return {
        "party": delivery.party.name,
        "papers": f"{document.title}（{document.number}）",
        "content": document.title,
        "attempts": "\n".join(map(narrating.attempt_in_words, _failed(delivery))),
        "term": f"自公告之日起满{days}日",
        **_arrival(delivery),
    }


def _failed(delivery: Delivery):
    return delivery.attempts.exclude(failure="").order_by("pk")


def _arrival(delivery: Delivery) -> dict:
    """What is entered of the attempt by which the paper arrived."""
    attempt = delivery.attempts.filter(failure="").order_by("pk").last()
    if attempt is None:
        return {}
    return {
        "method": attempt.get_method_display(),
        "place": attempt.place or attempt.medium or attempt.get_channel_display(),
        "receiver": _receiver(attempt),
        "time": cn_date(attempt.effective_on),
        "note": attempt.reason,
    }


def _receiver(attempt: DeliveryAttempt) -> str:
    if attempt.refused_by:
        return f"{attempt.refused_by}（拒收）"
    capacity = attempt.get_capacity_display()
    name = attempt.received_by or attempt.delivery.party.name
    return f"{name}（{capacity}）" if capacity else name


def refusal(delivery: Delivery, kind: str, on: date) -> str | None:
    if kind == "delivery_receipt" and delivery.delivered_on is None:
        return "还没有登记送达。请先打印空白回证由签收人签名，登记送达以后再制作回证归卷。"
    if kind == "public_delivery":
        attempt = DeliveryAttempt(
            delivery=delivery, made_on=on, method=Method.NOTICE,
            whereabouts_unknown=_failed(delivery).filter(failure=UNKNOWN).exists(),
        )  # fmt: skip
        return handed_over_first(attempt, ()) or delivery_guards.other_ways_failed(attempt, ())
    return None


def _addresses(party: Party) -> str:
    return reverse("documents:address-list", args=[party.pk])


register(
    "delivery",
    Subject(
        Delivery,
        lambda delivery: delivery.party,
        facts,
        refusal,
        page=lambda delivery: delivery.document.get_absolute_url(),
        stands_on=lambda delivery: delivery.document.subject,
    ),
)
register(
    "party",
    Subject(Party, lambda party: party, lambda party, on: {"party": party.name}, page=_addresses),
)
