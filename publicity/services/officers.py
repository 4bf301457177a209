"""Acts on the photos of officers."""

from datetime import date

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.audit import trail
from archives_enforcement.files import arrival, checks, store
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from publicity.models import OfficerPhoto

KEEP = "publicity.keep_photo"


@act
def keep_photo(certificate: Certificate, *, actor, on: date, upload) -> OfficerPhoto:
    """上传执法人员照片, in place of an earlier one; kept without place, device and time."""
    certificate = lock(certificate, actor)
    check_permission(actor, KEEP, "上传执法人员照片")
    backfilled = check_date(actor, on)
    if upload.size > checks.LIMIT:
        raise Refused("照片超过 20 MB，没有保存。请换一张小一些的。")
    try:
        content, _ = arrival.without_traces(upload.read())
    except ValueError as fault:
        raise Refused("照片应当是 JPG 或者 PNG 图片，请换一张。") from fault
    kept = {"sha256": store.put(content), "kept_by": actor, "kept_on": on}
    photo, _ = OfficerPhoto.objects.update_or_create(certificate=certificate, defaults=kept)
    trail.record(photo, "keep_photo", "上传执法人员照片", actor=actor, on=on, backfilled=backfilled)
    return photo
