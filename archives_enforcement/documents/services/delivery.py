"""送达: attempts to reach the receiver, and the end of a public notice.

Terms run from `effective_on` of the attempt that succeeded; the effects registered by the apps
follow on the same day.
"""

from datetime import date, datetime, time

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.documents import (
    delivery_guards,
    effects,
    handing_over,
    lamps,
    running,
)
from archives_enforcement.documents.delivery_guards import NOTICE_CLOCK, closed, confirmation_on
from archives_enforcement.documents.models import Delivery, DeliveryAttempt, Document
from archives_enforcement.documents.models.addresses import Channel
from archives_enforcement.documents.models.delivery import Method
from archives_enforcement.files.services import attach
from archives_enforcement.jobs import queue
from archives_enforcement.notifications.services import tell, tell_party
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models.deadlines import OPEN
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock

END_NOTICE = "end_public_notice"  # the job that waits for the last day of a public notice
PROOF = "送达证明"
SERVICE_CLOCK = "D-P11"  # within which the bureau has to deliver a decision


@act
def record_delivery(
    delivery: Delivery, *, actor, on: date, method: str, files=(), **facts
) -> Delivery:
    """登记送达 by one of the five ways of the law; `files` prove it, `facts` are the attempt's.

    `on` is the day signed, the day on the postal receipt, the day of arrival, the day the paper
    was left, or the day a notice was published. Raises Refused with the article.
    """
    attempt = DeliveryAttempt(made_on=on, method=method, recorded_by=actor, **facts)
    return _record(attempt, delivery, files)


@act
def record_failure(
    delivery: Delivery, *, actor, on: date, method: str, failure: str, files=(), **facts
) -> Delivery:
    """登记没有送达: kept as the ground of another attempt, at last of a public notice."""
    attempt = DeliveryAttempt(
        made_on=on, method=method, failure=failure, recorded_by=actor, **facts
    )
    return _record(attempt, delivery, files)


def _record(attempt: DeliveryAttempt, delivery: Delivery, files) -> Delivery:
    actor, on = attempt.recorded_by, attempt.made_on
    attempt.delivery = delivery
    check_permission(actor, handing_over.right_to_record(attempt), "登记送达")
    attempt.delivery = delivery = open_delivery(delivery, actor, on)
    backfilled = check_date(actor, on)
    if attempt.method == Method.ELECTRONIC:
        attempt.confirmation = confirmation_on(delivery.party, on)
    if why := delivery_guards.refusal(attempt, files):
        raise Refused(why)
    attempt.effective_on = None if attempt.failure else delivery_guards.effective_on(attempt)
    attempt.save()
    attach(
        attempt, files, purpose=PROOF, actor=actor, bureau=delivery.document.bureau,
        party=delivery.party, may_be_recording=True,
    )  # fmt: skip
    lit = () if attempt.failure else lamps.lit_over_delivery(delivery.document, Act(actor, on))
    if not attempt.failure:
        _follow(attempt, actor)
    trail.record(
        delivery.document,
        "deliver" if delivery.delivered_on else "attempt",
        f"{_outcome(attempt)}（{attempt.get_method_display()}）",
        actor=actor,
        on=on,
        note=attempt.reason,
        place=attempt.place,
        backfilled=backfilled,
        details={"attempt": attempt.pk, "received_by": attempt.received_by}
        | ({"lamps": [lamp.kept for lamp in lit]} if lit else {}),
    )
    return delivery


def _outcome(attempt: DeliveryAttempt) -> str:
    if attempt.failure:
        return f"没有送到：{attempt.get_failure_display()}"
    return "送达" if attempt.delivery.delivered_on else "发出公告"


def open_delivery(delivery: Delivery, actor, on: date) -> Delivery:
    """The delivery, locked, while it is still to be made."""
    delivery = lock(delivery, actor)
    if why := closed(delivery):
        raise Refused(why)
    if on < delivery.document.issued_on:
        raise Refused(
            f"送达日期不能早于签发日期（{cn_date(delivery.document.issued_on)}）。"
            f"依据：{delivery_guards.PROCEDURE_LAW}第八十七条。"
        )
    return delivery


def _follow(attempt: DeliveryAttempt, actor) -> None:
    document, party = attempt.delivery.document, attempt.delivery.party
    if attempt.method == Method.NOTICE:
        deadlines.start(document, NOTICE_CLOCK, bureau=document.bureau, on=attempt.made_on)
    if attempt.effective_on > timezone.localdate():
        _wait(attempt)
        return
    complete(attempt, actor)
    if attempt.channel == Channel.PORTAL:
        tell_party(
            party,
            f"{document.get_kind_display()} {document.number} 已以电子方式送达，请及时查看。",
            on=attempt.made_on,
            url=document.get_absolute_url(),
        )


def _wait(attempt: DeliveryAttempt) -> None:
    """Let the job come back on the day on which the notice has run its time.

    Until then the bureau has done what it can: it is not late with the delivery.
    """
    ends = attempt.effective_on
    deadlines.wait(
        attempt.delivery.document,
        SERVICE_CLOCK,
        on=attempt.made_on,
        until=ends,
        why=(
            f"{cn_date(attempt.made_on)}发出送达公告，{cn_date(ends)}公告期满视为送达"
            "（民事诉讼法第九十五条），"
        ),
    )
    due_at = timezone.make_aware(datetime.combine(ends, time.min))
    bureau = attempt.delivery.document.bureau
    queue.enqueue(END_NOTICE, attempt.pk, bureau=bureau, due_at=due_at)


def complete(attempt: DeliveryAttempt, actor) -> None:
    """The paper is delivered: clocks and effects start from the day on which it is effective."""
    delivery, on = attempt.delivery, attempt.effective_on
    document = delivery.document
    delivery.method, delivery.delivered_on = attempt.method, on
    delivery.received_by = attempt.received_by
    delivery.save(update_fields=["method", "delivered_on", "received_by"])
    if attempt.method == Method.NOTICE:
        deadlines.meet(document, NOTICE_CLOCK, on=on, note="公告期满，视为送达")
    else:
        deadlines.cancel(document, NOTICE_CLOCK, on=on, reason="公告期内已另行送达")
    if clock := running.of_delivery(document):
        deadlines.start(
            document, clock, bureau=document.bureau, party=delivery.party, on=on,
            **running.named_on_delivery(document, on)._asdict(),
        )  # fmt: skip
    effects.delivered(document, actor=actor, on=on)


def stop_clocks(document: Document, on: date, reason: str) -> None:
    """What a paper that no longer holds has set running ends with it."""
    for clock in deadlines.for_subject(document).filter(OPEN):
        deadlines.cancel(document, clock.code, on=on, reason=reason)


@act
def end_notice(attempt_id: int) -> None:
    """公告期满: the paper is taken to be delivered (民事诉讼法第九十五条); safe to run twice.

    A last day that has moved with the holidays recorded since is waited for again.
    """
    attempt = DeliveryAttempt.objects.select_related("recorded_by").get(pk=attempt_id)
    attempt.delivery = Delivery.objects.select_for_update().get(pk=attempt.delivery_id)
    if attempt.delivery.delivered_on or not attempt.delivery.document.holds:
        return
    document = attempt.delivery.document
    clock = deadlines.for_subject(document).get(code=NOTICE_CLOCK, met_on=None, cancelled_on=None)
    attempt.effective_on = clock.due_on
    attempt.save(update_fields=["effective_on"])
    if clock.due_on > timezone.localdate():
        _wait(attempt)
        return
    complete(attempt, attempt.recorded_by)
    tell(
        [attempt.recorded_by],
        f"{document.get_kind_display()} {document.number} 公告期满，视为送达。",
        url=document.get_absolute_url(),
    )
    trail.record(document, "deliver", "公告期满，视为送达", actor=None, on=clock.due_on)
