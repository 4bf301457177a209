"""立行立改: a problem put right during the visit is closed with it, not followed for weeks."""

from datetime import date

from archives_enforcement.files import checks, store
from archives_enforcement.files.queries import files_of
from archives_enforcement.workflow import Refused, act
from inspections.models import Inspection, ItemResult, SpotFix
from inspections.queries.rectification import PAIR
from inspections.services import steps
from inspections.services.exhibits import take_in
from inspections.services.site import note, open_record

BEFORE, AFTER = PAIR


@act
def fix_on_the_spot(
    inspection: Inspection, *, actor, on: date, item: int, words: str, after, before=None
) -> SpotFix:
    """Note that the failing item with key `item` was put right at once.

    `after` is the photo of how it looks now; `before` that of how it looked, or None when the
    first photo of the item shows it. Noted again, it takes the place of what was noted.
    """
    inspection, backfilled = open_record(inspection, actor, on)
    result = _failing(inspection, item)
    if not words.strip():
        raise Refused("请写明怎么整改的，没有保存。")
    if not all(checks.shows_the_scene(photo) for photo in (before, after) if photo):
        raise Refused("整改前后的证明应当是照片，没有保存。请拍照或者选 JPG、PNG 图片。")
    pair = {
        "before": _keep(result, before, BEFORE, actor) if before else _first(result, actor),
        "after": _keep(result, after, AFTER, actor),
    }
    if pair["before"] is None:
        raise Refused("还没有整改前的照片，没有保存。请加上整改前的照片。")
    kept, _ = SpotFix.objects.update_or_create(
        result=result, defaults={"words": words.strip(), "noted_by": actor, **pair}
    )
    steps.review_again(inspection, actor=actor, on=on, backfilled=backfilled)
    details = {"item": result.item.code, "words": words.strip()}
    note(inspection, "fix_on_the_spot", "当场整改", actor, on, backfilled, **details)
    return kept


def _failing(inspection, item: int) -> ItemResult:
    result = inspection.results.select_related("item").filter(item=item).first()
    if result is None or result.result != ItemResult.Result.FAILS:
        raise Refused("只有记为“不符合”的事项才登记当场整改，没有保存。请先记录不符合的事实。")
    return result


def _keep(result, photo, purpose: str, actor):
    """What is sent again after a broken connection is the same exhibit."""
    digest = store.digest(photo.read()) if photo.size <= checks.LIMIT else ""
    photo.seek(0)
    if known := files_of(result, actor).filter(purpose=purpose, sha256=digest).first():
        return known
    (kept,) = take_in(result, [photo], purpose=purpose, actor=actor)
    return kept


def _first(result, actor):
    """The first photo of the item as it was found."""
    return files_of(result, actor).exclude(purpose=AFTER).first()


def drop(inspection) -> None:
    """Items that are no longer recorded as failing have nothing that was fixed."""
    rows = SpotFix.objects.filter(result__inspection=inspection)
    rows.exclude(result__result=ItemResult.Result.FAILS).delete()
