"""登录码: made with its sheet by who delivers, used once by who holds the sheet."""

import logging
from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from archives_enforcement.accounts import services as people
from archives_enforcement.accounts.models import Grant
from archives_enforcement.audit import trail
from archives_enforcement.documents import access_codes, slip, verification
from archives_enforcement.documents.delivery_guards import closed
from archives_enforcement.documents.models import AccessCode, Delivery, Document
from archives_enforcement.documents.services.delivery import complete
from archives_enforcement.documents.services.receipts import receipt_attempt
from archives_enforcement.documents.typesetting.errors import TypesettingFailed
from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_permission, lock

DELIVER, PRINT = "documents.deliver_document", "打印登录指引"
MOST = 60  # sheets at once: who prints them waits for them
OVER = "这次打开已经结束，请重新输入登录码；登录码用过的，请联系发文机关重新打印登录指引。"
LOGGER = logging.getLogger(__name__)


def why_none(delivery: Delivery) -> str | None:
    """Why no code opens this paper for its receiver; None where one may be made."""
    document = delivery.document
    if not document.holds:
        return "这份文书已作废或者已被更正，不能再打印登录指引。"
    if document.origin != Document.Origin.SYSTEM:
        return "补录的文书以前已经送达，不用登录指引。"
    if delivery.acknowledged_on:
        return f"单位已于{cn_date(delivery.acknowledged_on)}网上签收，不用再打印登录指引。"
    return None


def make_slips(deliveries: Iterable[Delivery], *, actor, on: date) -> bytes:
    """打印登录指引: a sheet with a new code for each; codes of the same papers made before end.

    The code stands on the sheet and nowhere else, so that a lost sheet is made anew. Raises
    Refused where one may not be made, for too many at once, or when they cannot be set.
    """
    check_permission(actor, DELIVER, PRINT)
    deliveries = list(deliveries)
    if len(deliveries) > MOST:
        raise Refused(f"一次最多打印 {MOST} 份登录指引，请在文书页面分别打印。")
    if why := next(filter(None, map(why_none, deliveries)), None):
        raise Refused(why)
    codes, now = [(row, verification.new_code()) for row in deliveries], timezone.now()
    try:
        sheets = slip.pdf(codes, now + AccessCode.LASTS)
    except TypesettingFailed as failure:
        raise Refused(f"登录指引没有生成：{failure}") from failure
    _keep(codes, now, actor=actor, on=on)
    return sheets


@act
def _keep(codes: list[tuple[Delivery, str]], now, *, actor, on: date) -> None:
    for delivery, code in codes:
        _keep_one(delivery, code, now, actor, on)


def _keep_one(delivery: Delivery, code: str, now, actor, on: date) -> None:
    delivery = lock(delivery, actor)
    check_permission(actor, DELIVER, PRINT)
    if why := why_none(delivery):
        raise Refused(why)
    delivery.access_codes.unused().update(revoked_at=now)
    AccessCode.objects.create(
        delivery=delivery,
        made_by=actor,
        made_at=now,
        expires_at=now + AccessCode.LASTS,
        **access_codes.digests(code, delivery.document.number),
    )
    trail.record(delivery.document, "make_access_code", PRINT, actor=actor, on=on)


@act
def revoke_code(code: AccessCode, *, actor, on: date) -> AccessCode:
    """撤回登录码: it opens nothing any more, nor does the browser that has used it."""
    code = lock(code, actor)
    check_permission(actor, DELIVER, "撤回登录码")
    if not (code.is_unused or code.is_visited):
        raise Refused("这个登录码已经失效，不用再办。")
    code.revoked_at = timezone.now()
    code.save(update_fields=["revoked_at"])
    trail.record(code.delivery.document, "revoke_access_code", "撤回登录码", actor=actor, on=on)
    return code


@act
def use_code(code: str, *, on: date, number: str = "") -> AccessCode | None:
    """凭登录码打开: uses it up; None for any that does not hold, whatever is wrong with it."""
    row = access_codes.find(code, number).select_for_update(of=("self",)).first()
    if row is None or not row.delivery.document.holds:
        LOGGER.warning("an access code that does not hold was tried")
        return None
    row.used_at = timezone.now()
    row.save(update_fields=["used_at"])
    trail.record(
        row.delivery.document, "use_access_code", "凭登录码打开", actor=None, on=on,
        stranger="持登录码的人",
    )  # fmt: skip
    return row


def note_reading_by_code(delivery: Delivery) -> None:
    """Keep when the paper was first opened; who it was is not known."""
    now = timezone.now()
    if Delivery.objects.filter(pk=delivery.pk, opened_at=None).update(opened_at=now):
        delivery.opened_at = now


@act
def acknowledge_by_code(code: AccessCode, *, on: date, name: str, post: str) -> Delivery:
    """签收 by who holds the sheet, in the name that he gives.

    It delivers a paper that affects no rights; of any other it is a receipt of reading, since
    nobody has shown that he may receive it for the party (民事诉讼法第八十八条).
    """
    if not code.is_visited:
        raise Refused(OVER)
    delivery = Delivery.objects.select_for_update().get(pk=code.delivery_id)
    if why := closed(delivery):
        raise Refused(why)
    if delivery.acknowledged_on:
        raise Refused(f"这份文书已于{cn_date(delivery.acknowledged_on)}签收，不用再办。")
    delivery.acknowledged_on, delivery.acknowledged_name = on, name.strip()
    delivery.save(update_fields=["acknowledged_on", "acknowledged_name"])
    delivers = not delivery.affects_rights
    if delivers:
        attempt = receipt_attempt(delivery, on, received_by=delivery.acknowledger)
        attempt.save()
        complete(attempt, None)
    trail.record(
        delivery.document,
        "acknowledge",
        "网上签收" if delivers else "网上签收（另行送达）",
        actor=None,
        stranger=delivery.acknowledger,
        on=on,
        note=post.strip(),
    )
    words = f"{delivery.party}凭登录码签收了{delivery.document}。"
    tell([code.made_by], words, url=delivery.document.get_absolute_url())
    return delivery


@act
def apply_by_code(code: AccessCode, *, on: date, **person) -> Grant:
    """登记为本单位人员: who holds the sheet asks to act for the unit; others confirm it.

    One person a sheet: it makes no second account.
    """
    code = AccessCode.objects.select_for_update().get(pk=code.pk)
    if not code.is_visited:
        raise Refused(OVER)
    if code.applicant is not None:
        raise Refused(
            f"凭这张登录指引已经登记了{code.applicant}，不能再登记一个人。"
            "其他人请由本单位负责人或者档案局邀请。"
        )
    note = f"凭{code.delivery.document}的登录指引"
    grant = people.apply(code.delivery.party, on=on, note=note, **person)
    code.applicant = grant.user
    code.save(update_fields=["applicant"])
    return grant
