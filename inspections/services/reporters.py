"""反映人身份: sealed with a record, opened to the two posts that need it, never silently."""

import re
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType

from archives_enforcement import sealing
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_permission, lock
from inspections.models import Reporter
from inspections.models.tips import SEE_REPORTER
from inspections.queries.reporters import SEEN, reporter_of, sealed_name

SHORT = 4  # characters: a shorter reason says nothing
NUMBER = re.compile("[0-9]{7,}")  # of a telephone
BASIS = "《中华人民共和国档案法》第四十七条"


class Identity(NamedTuple):
    name: str
    contact: str


def keep(record, *, name: str, contact: str) -> Reporter | None:
    """Seal who told it, in the caller's act; None for somebody who left nothing."""
    name, contact = name.strip(), contact.strip()
    if not (name or contact):
        return None
    return Reporter.objects.create(
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        sealed=sealing.seal({"name": name, "contact": contact}, sealed_name(record)),
        is_named=bool(name),
        is_reachable=bool(contact),
    )


@act
def reveal(record, *, actor, reason: str) -> Identity:
    """查看反映人, with the reason why; who looked, when and why is in the trail.

    Raises Refused for whoever neither registers nor handles this record, and without a reason;
    PermissionDenied by post; DoesNotExist out of scope.
    """
    record = lock(record, actor)
    check_permission(actor, SEE_REPORTER, "查看反映人")
    if not record.shows_reporter_to(actor):
        raise Refused(f"反映人的身份只有登记答复的人员和承办人可以查看。依据：{BASIS}。")
    reason = reason.strip()
    if len(reason) < SHORT:
        raise Refused(f"请写明为什么要查看反映人，例如：电话核实线索的时间和地点。依据：{BASIS}。")
    kept = reporter_of(record)
    if kept is None:
        raise Refused("反映人没有留下姓名和联系方式。")
    identity = opened(kept)
    if any(fact and fact in reason for fact in identity):
        raise Refused("查看的理由会记入全过程记录，请不要写反映人的姓名和联系方式。")
    details = {"reason": reason}
    trail.record(record, SEEN, "查看反映人", actor=actor, on=trail.today(), details=details)
    return identity


def opened(kept: Reporter) -> Identity:
    """For services alone: a page gets an identity from `reveal`."""
    try:
        return Identity(**sealing.unseal(kept.sealed, sealed_name(kept.record)))
    except sealing.Unopened as error:
        raise Refused(f"反映人的身份打不开：{error}。请联系系统管理员核对密钥。") from error


def names_nobody(record, what: str, *texts: str) -> None:
    """Raises Refused where words that more people read tell the sealed name, address or number."""
    if is_told_in(record, *texts):
        raise Refused(f"{what}里有反映人的姓名或者联系方式，请去掉。依据：{BASIS}。")


def is_told_in(record, *texts: str) -> bool:
    """Whether words tell who reported it; for guards of what is about to be read by more people."""
    kept = reporter_of(record)
    return bool(kept) and any(fact in text for fact in _telling(opened(kept)) for text in texts)


def _telling(identity: Identity) -> list[str]:
    """A lone surname tells nobody and stands in many words; numbers tell by themselves."""
    numbers = NUMBER.findall(identity.contact)
    return [fact for fact in (*identity, *numbers) if len(fact) > 1]


@act
def reseal() -> int:
    """Seal with today's key whatever an earlier one sealed; how many there were."""
    done = 0
    for kept in Reporter.objects.select_for_update().order_by("pk"):
        if sealing.is_current(kept.sealed):
            continue
        name = sealed_name(kept.record)
        kept.sealed = sealing.seal(sealing.unseal(kept.sealed, name), name)
        kept.save(update_fields=["sealed"])
        done += 1
    return done
