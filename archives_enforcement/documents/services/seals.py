"""登记印章图样: from which day the picture of the bureau's own seal is printed."""

from datetime import date

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.documents import seals
from archives_enforcement.documents.models import Seal
from archives_enforcement.files.services import attach
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock


@act
def register_seal(
    bureau: Bureau, *, actor, on: date, in_use_from: date, note: str, picture
) -> Seal:
    """Take a new seal into use; papers issued before keep the seal they were issued with.

    `in_use_from` is not before the day of registration, so that no issued paper would look other
    than it was issued. What was registered before and has not begun by then is never used. Raises
    Refused for a picture that cannot be printed well.
    """
    bureau = lock(bureau, actor)
    check_permission(actor, "accounts.confirm_identity", "登记印章图样")
    backfilled = check_date(actor, on)
    if in_use_from < on:
        raise Refused("启用日期不能早于登记日期：已签发的文书用的是当时的印章。")
    current = seals.in_use_on(bureau, on)
    if current and in_use_from <= current.in_use_from:
        day = cn_date(current.in_use_from)
        raise Refused(f"{day}起用的图样正在使用，新图样的启用日期应当晚于这一天。")
    if bureau.seals.filter(in_use_from=in_use_from).exists():
        day = cn_date(in_use_from)
        raise Refused(f"已登记{day}启用的图样；要换一枚，请另选启用日期，早于这一天的代替它。")
    why = seals.fault(picture.read())
    picture.seek(0)
    if why:
        raise Refused(why)
    seal = Seal.objects.create(
        bureau=bureau, in_use_from=in_use_from, note=note, registered_by=actor
    )
    (kept,) = attach(seal, [picture], purpose="印章图样", actor=actor, bureau=bureau)
    seal.sha256 = kept.sha256
    seal.save(update_fields=["sha256"])
    trail.record(
        seal, "register_seal", "登记印章图样", actor=actor, on=on, note=note,
        backfilled=backfilled, details={"sha256": kept.sha256},
    )  # fmt: skip
    return seal
