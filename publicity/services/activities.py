"""Acts on 普法宣传: each keeps a record of something that has happened."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files import services as files
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from publicity import amending
from publicity.models import Activity, ArticlePiece, Entry, MediaRecord
from publicity.queries import outreach as plans

RECORD = "publicity.record_activity"
PHOTOS, CLIPPING = "活动照片", "剪报"


@act
def record_activity(*, actor, on: date, kind: str, title: str, held_on: date, photos=(), **facts):
    """登记普法活动, with its photos; `facts` are place, partners, audience,
    reach, series, result, link, note and the item of the plan it was held for.

    Raises Refused when the activity has not taken place yet, a photo is not acceptable, or the
    item is of another bureau or of a plan that is not approved.
    """
    _check(actor, held_on, on, "登记普法活动")
    _check_item(facts.get("item"), actor)
    row = Activity(bureau=actor.bureau, kind=kind, title=title.strip(), held_on=held_on, **facts)
    _keep(row, actor, on, "登记普法活动")
    files.attach(row, photos, purpose=PHOTOS, actor=actor, bureau=actor.bureau)
    return row


@act
def record_article(
    *, actor, on: date, series: str, title: str, published_on: date, channel: str, link: str = ""
) -> ArticlePiece:
    """登记宣传稿件: one piece of a series."""
    _check(actor, published_on, on, "登记宣传稿件")
    row = ArticlePiece(
        bureau=actor.bureau,
        series=series.strip(),
        title=title.strip(),
        published_on=published_on,
        channel=channel.strip(),
        link=link,
    )
    return _keep(row, actor, on, "登记宣传稿件")


@act
def record_media(
    *,
    actor,
    on: date,
    outlet: str,
    title: str,
    published_on: date,
    kind: str,
    link: str = "",
    clipping=(),
) -> MediaRecord:
    """登记媒体和简报刊载, with its clipping."""
    _check(actor, published_on, on, "登记媒体刊载")
    row = MediaRecord(
        bureau=actor.bureau,
        outlet=outlet.strip(),
        title=title.strip(),
        published_on=published_on,
        kind=kind,
        link=link,
    )
    _keep(row, actor, on, "登记媒体刊载")
    files.attach(row, clipping, purpose=CLIPPING, actor=actor, bureau=actor.bureau)
    return row


@act
def amend(entry: Entry, *, actor, on: date, reason: str, photos=(), clipping=(), **facts) -> Entry:
    """更正登记 of an activity, an article or a media record; files may only be added.

    Raises Refused for a day still to come and for an item the activity cannot be of.
    """
    entry = amending.opened(entry, actor, RECORD, "更正登记")
    day = facts.get("held_on") or facts.get("published_on")
    if day and day > on:
        raise Refused(f"{cn_date(day)}还没有到，没有保存。")
    if (item := facts.get("item")) and item.pk != entry.item_id:
        _check_item(item, actor)
    added = [*photos, *clipping]
    amending.amend(entry, facts, actor=actor, on=on, reason=reason, more=bool(added))
    purpose = CLIPPING if isinstance(entry, MediaRecord) else PHOTOS
    files.attach(entry, added, purpose=purpose, actor=actor, bureau=entry.bureau)
    return entry


@act
def strike(entry: Entry, *, actor, on: date, reason: str) -> Entry:
    """作废登记: it counts nowhere any more; the item of the plan it was held for is open again."""
    entry = amending.opened(entry, actor, RECORD, "作废登记")
    falls = {"item": None} if isinstance(entry, Activity) else {}
    return amending.strike(entry, actor=actor, on=on, reason=reason, **falls)


def _check_item(item, actor) -> None:
    if item and not plans.running(actor).filter(pk=item.plan_id).exists():
        raise Refused("只能对应本机关已经批准、正在实施的普法计划项目。")


def _check(actor, happened_on: date, on: date, label: str) -> None:
    check_permission(actor, RECORD, label)
    if happened_on > on:
        raise Refused(f"{cn_date(happened_on)}还没有到，请在活动举办或者稿件发布以后登记。")


def _keep(row, actor, on: date, label: str):
    """Save a new row and note it; each act has its own name in the trail."""
    backfilled = check_date(actor, on)
    row.full_clean()
    row.save()
    trail.record(
        row, f"record_{row._meta.model_name}", label, actor=actor, on=on, backfilled=backfilled
    )
    return row
