"""离线同步: acts that an officer did on his device without network, done here as they come.

A device sends each act with a number of its own, its time and what it knew then; the act goes
through the same form and service as on the pages. What is done is never done twice, and nothing
that another person recorded meanwhile is overwritten: the device gets both versions.
"""

from datetime import date, datetime, timedelta

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.files import arrival, store
from archives_enforcement.templatetags.formats import cn_datetime
from archives_enforcement.workflow import Refused, act, lock
from inspections.models import OfflineAct, OfflineBundle
from inspections.offline_kinds import KINDS, Doing, Sent

CLOCKS_DIFFER = timedelta(minutes=5)  # between a device and the server at most


class Resend(Exception):
    """The file did not arrive as it was sent."""


@act
def receive(bundle: OfflineBundle, *, actor, sent: Sent) -> dict:
    """Do one act, once; returns the answer for the device.

    Raises Refused with the reason, Conflict, Resend, or DoesNotExist when the bundle is not the
    actor's; then nothing is kept.
    """
    bundle = lock(bundle, actor)
    if done := bundle.acts.filter(uuid=sent.uuid).first():
        return done.answer
    if sent.kind not in KINDS:
        raise Refused("这种办理不能离线进行，没有保存。请联网后在检查页面办理。")
    if sent.file is not None:
        _check_arrived(sent)
    received = timezone.now()
    asked, on, words = _moment(bundle, sent.at, received)
    device_at = sent.at if _is_believed(bundle, sent.at, received) else None
    # Locked before it is compared with what the device knew: two devices come one after another.
    visit = lock(bundle.inspection, actor)
    with trail.asked(asked, words), arrival.by_device(device_at):
        answer = KINDS[sent.kind](Doing(visit, actor, on, sent)) or {}
    OfflineAct.objects.create(
        bundle=bundle,
        uuid=sent.uuid,
        kind=sent.kind,
        acted_at=sent.at,
        received_at=received,
        answer=answer,
    )
    return answer


def _check_arrived(sent: Sent) -> None:
    if sent.sha256 and store.digest(sent.file.read()) != sent.sha256:
        raise Resend
    sent.file.seek(0)


def _is_believed(bundle, at: datetime, received: datetime) -> bool:
    return bundle.issued_at - CLOCKS_DIFFER <= at <= received + CLOCKS_DIFFER


def _moment(bundle, at: datetime, received: datetime) -> tuple[datetime | None, date, str]:
    """The moment that counts as asked for, the legal date, and the words for the trail.

    The device's time counts only between two moments that the server keeps, the preparation and
    the receipt, and only while the bundle is valid. After that the rule for late entries holds.
    """
    came = f"{cn_datetime(received)}收到"
    if not _is_believed(bundle, at, received):
        words = f"离线办理，设备时间{cn_datetime(at)}不可信，按收到的日期办理，{came}"
        return None, timezone.localdate(received), words
    at = min(max(at, bundle.issued_at), received)
    words = f"离线办理，设备时间{cn_datetime(at)}，{came}"
    return at if received <= bundle.valid_until else None, timezone.localdate(at), words
