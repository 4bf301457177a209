"""送达地址（电子送达）确认书: entered from the paper that the party has signed (代录)."""

from datetime import date

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit import trail
from archives_enforcement.documents.models import AddressConfirmation
from archives_enforcement.files.services import attach
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock

CONSENT = "依据：《中华人民共和国行政处罚法》第六十一条第二款。"
SIGNED_PAPER = "送达地址确认书"


@act
def register_address(
    party: Party, *, actor, on: date, signed_on: date, valid_from: date, files=(), **terms
) -> AddressConfirmation:
    """登记送达地址确认书; `terms` are the fields of the paper, `files` its scan.

    It counts from `valid_from`, in place of an earlier one. Raises Refused without the scan, or
    when the paper would bind before it was signed.
    """
    party = lock(party, actor)
    _check(actor)
    backfilled = check_date(actor, on)
    if not files:
        raise Refused(f"代录必须附当事人签署的确认书扫描件，没有签署的不能电子送达。{CONSENT}")
    if signed_on > on:
        raise Refused("签署日期不能晚于登记日期，请核对。")
    if valid_from < signed_on:
        raise Refused(
            f"生效日期不能早于签署日期（{cn_date(signed_on)}），签署以前没有同意。{CONSENT}"
        )
    confirmation = AddressConfirmation.objects.create(
        bureau=party.bureau,
        party=party,
        signed_on=signed_on,
        valid_from=valid_from,
        registered_by=actor,
        **terms,
    )
    _attach(confirmation, files, actor)
    trail.record(
        confirmation,
        "register_address",
        "登记送达地址确认书",
        actor=actor,
        on=on,
        backfilled=backfilled,
        on_behalf_of=party.name,
        details={"electronic": confirmation.electronic},
    )
    return confirmation


@act
def revoke_address(
    confirmation: AddressConfirmation, *, actor, on: date, note: str, files=()
) -> AddressConfirmation:
    """登记撤回: from `on` nothing is delivered by this confirmation; what was, stays."""
    confirmation = lock(confirmation, actor)
    _check(actor)
    backfilled = check_date(actor, on)
    if confirmation.revoked_on:
        raise Refused(f"这份确认书已于{cn_date(confirmation.revoked_on)}撤回，不用再办。")
    if on < confirmation.valid_from:
        raise Refused(f"撤回日期不能早于生效日期（{cn_date(confirmation.valid_from)}）。")
    if not note.strip():
        raise Refused("请写明当事人撤回或者变更的情况。")
    confirmation.revoked_on = on
    confirmation.save(update_fields=["revoked_on"])
    _attach(confirmation, files, actor)
    trail.record(
        confirmation,
        "revoke_address",
        "撤回送达地址确认书",
        actor=actor,
        on=on,
        note=note,
        backfilled=backfilled,
        on_behalf_of=confirmation.party.name,
    )
    return confirmation


def _check(actor) -> None:
    check_permission(actor, "documents.deliver_document", "登记送达地址确认书")
    check_permission(actor, "accounts.act_for_party", "代录当事人的书面材料")


def _attach(confirmation, files, actor) -> None:
    attach(
        confirmation,
        files,
        purpose=SIGNED_PAPER,
        actor=actor,
        bureau=confirmation.bureau,
        party=confirmation.party,
        shown_to_party=True,
    )
