"""现场检查: the record from arrival on, item by item, until it is concluded."""

from datetime import date, time

from archives_enforcement.files import checks, store
from archives_enforcement.files.queries import files_of
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Refused, act, lock
from inspections import approval_guards
from inspections.models import ChecklistItem, Inspection, ItemResult, LookBackResult, SiteStep
from inspections.queries import recording as queries
from inspections.queries import steps as step_queries
from inspections.queries.checklists import is_in_force
from inspections.services import spot_fixes, steps
from inspections.services.exhibits import take_in
from inspections.services.site import check_recorder, note, open_record, open_record_with
from inspections.workflow import INSPECTION_FLOW

UNAPPROVED = (Inspection.State.DRAFT, Inspection.State.PENDING)
REVIEW = SiteStep.Kind.REVIEW
PHOTO = "现场照片"  # of an item, as it was found


@act
def start(
    inspection: Inspection, *, actor, on: date, arrived_at: time | None, place: str = ""
) -> Inspection:
    """开始检查 on site. Raises Refused for whoever is no licensed officer of the team."""
    inspection = lock(inspection, actor)
    if inspection.state in UNAPPROVED:
        raise Refused(approval_guards.not_before_approval(inspection, Act(actor, on)))

    def write(row):
        check_recorder(row, actor, on)
        _check_checklist(row, on)
        return {"inspected_on": on, "arrived_at": arrived_at, "place": place or row.place}

    return INSPECTION_FLOW.advance(
        inspection, "start", actor=actor, on=on, write=write, place=place or inspection.place
    )


def _check_checklist(inspection, day: date) -> None:
    if inspection.is_look_back:
        return  # it asks for the problems of the first visit, whatever list found them
    if not is_in_force(inspection.checklist, inspection.bureau, day):
        raise Refused(
            f"“{inspection.checklist}”在{cn_date(day)}不适用，检查应当依据当天有效的规定。"
            "请取消这次检查，按当天适用的清单重新安排。"
        )


@act
def record_items(
    inspection: Inspection,
    *,
    actor,
    on: date,
    results: dict,
    photos: dict | None = None,
    each: bool = False,
) -> Inspection:
    """Record any number of items, again and again while on site.

    `results` maps the key of an item to (result, facts); `photos` maps it to uploaded files and
    needs a result, recorded now or earlier; what is kept already is not kept again, unless the
    caller knows `each` to be another photo. All or nothing: one unacceptable entry or file refuses
    the whole act. Refused before 告知 and 亮证 (services.steps).
    """
    inspection, backfilled, taken, before = open_record_with(
        inspection, actor, on, inspection.steps.all(), inspection.results.select_related("spot_fix")
    )
    if inspection.is_look_back:
        raise Refused("回头看只核实原检查的问题，不按清单逐项记录。")
    times = {step.kind: step.at for step in taken}
    taken = steps.begin_recording(inspection, times, actor=actor, backfilled=backfilled)
    items = {item.pk: item for item in queries.applicable_items(inspection)}
    _check_asked(items, {*results, *(photos or {})}, "检查事项")
    rows = _rows(ItemResult, results, inspection=inspection, recorded_by=actor, key="item")
    changed = _differ(rows, before, "item_id")
    ItemResult.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["inspection", "item"],
        update_fields=["result", "facts", "recorded_by", "recorded_at"],
    )
    if any(hasattr(row, "spot_fix") for row in before):
        spot_fixes.drop(inspection)
    photographed = inspection.results.filter(item__in=photos) if photos else ()
    rows = {row.item_id: row for row in photographed}
    if (_keep_photos(rows, photos or {}, items, actor, each) or changed) and REVIEW in taken:
        steps.review_again(inspection, actor=actor, on=on, backfilled=backfilled)
    recorded = {items[key].code: result for key, (result, facts) in results.items()}
    note(inspection, "record_items", "记录检查事项", actor, on, backfilled, items=recorded)
    return inspection


@act
def record_look_back(
    inspection: Inspection,
    *,
    actor,
    on: date,
    results: dict,
    photos: dict | None = None,
    each: bool = False,
) -> Inspection:
    """Record what the open findings of the first visit look like now: key → (result, facts).

    `photos` maps the key of a finding to uploaded files, `each` as in `record_items`.
    """
    inspection, backfilled = open_record(inspection, actor, on)
    if not inspection.is_look_back:
        raise Refused("只有回头看才核实原检查的问题，请按检查清单逐项记录。")
    times = step_queries.times_of(inspection)
    taken = steps.begin_recording(inspection, times, actor=actor, backfilled=backfilled)
    findings = {row.pk: row for row in queries.findings_to_look_at(inspection)}
    _check_asked(findings, {*results, *(photos or {})}, "问题")
    rows = _rows(LookBackResult, results, look_back=inspection, key="finding")
    changed = _differ(rows, inspection.look_back_results.all(), "finding_id")
    LookBackResult.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["look_back", "finding"],
        update_fields=["result", "facts"],
    )
    kept = inspection.look_back_results.select_related("look_back__bureau")
    rows = {row.finding_id: row for row in kept.filter(finding__in=photos or {})}
    if (_keep_photos(rows, photos or {}, findings, actor, each) or changed) and REVIEW in taken:
        steps.review_again(inspection, actor=actor, on=on, backfilled=backfilled)
    recorded = {str(findings[key].position): result for key, (result, _) in results.items()}
    note(inspection, "record_look_back", "记录回头看结果", actor, on, backfilled, findings=recorded)
    return inspection


def _check_asked(known: dict, keys: set, what: str) -> None:
    if keys - known.keys():
        raise Refused(f"有的{what}不在这次检查的范围内，没有保存。请刷新页面后重新记录。")


def _rows(model, results: dict, *, key: str, **common) -> list:
    for result, _ in results.values():
        if result not in model.Result.values:
            raise Refused("检查结果只能从列出的几种里选，没有保存。请重新选择。")
    return [
        model(**common, **{f"{key}_id": pk}, result=result, facts=facts.strip())
        for pk, (result, facts) in results.items()
    ]


def _differ(rows, kept, key: str) -> bool:
    """Whether something is answered otherwise than it stands."""
    before = {getattr(row, key): (row.result, row.facts) for row in kept}
    return any(before.get(getattr(row, key)) != (row.result, row.facts) for row in rows)


def _keep_photos(rows: dict, photos: dict, asked: dict, actor, each: bool) -> list:
    """Photos of recorded `rows`, which like `asked` are found by the key of item or finding."""
    kept = []
    for pk, uploads in photos.items():
        if uploads and pk not in rows:
            row = asked[pk]
            what = row.code if isinstance(row, ChecklistItem) else f"第 {row.position} 项"
            raise Refused(f"{what} 还没有选择检查结果，照片没有保存。请先选择结果。")
        fresh = uploads if each or not uploads else _not_kept_yet(rows[pk], uploads, actor)
        kept += take_in(rows[pk], fresh, purpose=PHOTO, actor=actor)
    return kept


def _not_kept_yet(row, uploads, actor) -> list:
    """What is sent again after a broken connection is not kept twice."""
    kept = set(files_of(row, actor).values_list("sha256", flat=True))
    fresh = []
    for upload in uploads:
        digest = store.digest(upload.read()) if upload.size <= checks.LIMIT else ""
        upload.seek(0)
        if digest not in kept:
            fresh.append(upload)
            kept.add(digest)
    return fresh
